"""The view of the short program list."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from smartpick_desktop.ui.models.my_list_delegate import MyListDelegate
from smartpick_desktop.ui.models.my_list_model import LIST_ROW_ROLE, ListRow
from smartpick_desktop.ui.theme import Theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class MyListView(QListView):
    """Delete or the cross asks for a program's removal; moving along brings it into focus."""

    remove_requested = Signal(str)  # program id
    open_requested = Signal(str)  # program id
    step_requested = Signal(str, int)  # program id, and how far up (negative) or down
    program_focused = Signal(str)  # program id; for the user's moves only

    def __init__(
        self, model: QAbstractItemModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        delegate = MyListDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(self.tr("My list"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

        delegate.remove_requested.connect(self.remove_requested)
        self.doubleClicked.connect(lambda _: self.open_requested.emit(self.focused_program()))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def selected_programs(self) -> list[str]:
        """Return the ids of the programs that are selected, or the one in focus."""
        rows: list[ListRow] = [index.data(LIST_ROW_ROLE) for index in self.selectedIndexes()]
        ids = [row.program_id for row in rows if row.program_id]
        return ids or [key for key in (self.focused_program(),) if key]

    def focused_program(self) -> str:
        """Return the id of the program in focus; empty where there is none."""
        row: ListRow | None = self.currentIndex().data(LIST_ROW_ROLE)
        return row.program_id if row else ""

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: the search field searches."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        program_id = self.focused_program()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if program_id:
                self.remove_requested.emit(program_id)
        elif alt and event.key() in _STEPS and program_id:
            self.step_requested.emit(program_id, _STEPS[Qt.Key(event.key())])
        elif event.key() in _OPENS and program_id:
            self.open_requested.emit(program_id)
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self) -> None:
        if self.hasFocus() and (program_id := self.focused_program()):
            self.program_focused.emit(program_id)
