"""Which columns of the program table are shown, as a menu that stays open while boxes change."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from smartpick_desktop.ui.models.column_choice import ALWAYS, ColumnChoice
from smartpick_desktop.ui.models.program_columns import Column
from smartpick_desktop.ui.models.program_words import column_title
from smartpick_desktop.ui.widgets.program_table import ProgramTable

_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColumnMenu(QMenu):
    """Opens at the header too; what it changes is told by the table."""

    def __init__(self, table: ProgramTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setTitle(self.tr("Columns"))
        self._boxes: dict[Column, QAction] = {}
        for column in Column:
            if column not in ALWAYS:
                box = self.addAction(column_title(column))
                box.setCheckable(True)
                box.triggered.connect(lambda on, at=column: self._on_toggled(at, shown=on))
                self._boxes[column] = box
        self.addSeparator()
        self._reset = self.addAction(self.tr("As they come at first"), self._on_reset)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        self.aboutToShow.connect(self._render)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if box := self._box():
            box.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        box = self._box()
        if box and event.key() in _TOGGLES:
            box.trigger()
        else:
            super().keyPressEvent(event)

    def _box(self) -> QAction | None:
        """The box under the mouse or the keyboard, if it is one."""
        active = self.activeAction()
        return next((box for box in self._boxes.values() if box is active), None)

    def _render(self) -> None:
        shown = self._table.choice.shown
        for column, box in self._boxes.items():
            box.setChecked(column in shown)

    def _on_toggled(self, column: Column, *, shown: bool) -> None:
        self._choose(self._table.choice.with_column(column, shown=shown))

    def _on_reset(self) -> None:
        self._choose(self._table.choice.reset())

    def _choose(self, choice: ColumnChoice) -> None:
        self._table.set_choice(choice)
        self._table.columns_edited.emit(choice)

    def _on_header_menu(self, place: QPoint) -> None:
        self.popup(self._table.horizontalHeader().mapToGlobal(place))
