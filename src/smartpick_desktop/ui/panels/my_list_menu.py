"""The menu of my list: what can be done with the programs that are selected, in one step."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from smartpick_desktop.core import list_edits
from smartpick_desktop.core.import_columns import STATUS_WORDS
from smartpick_desktop.core.program_list import EntryStatus, Tie
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.widgets.my_list_view import MyListView


class MyListMenu(QMenu):
    """Opens on a right click or the menu key; `today` is the day a status gets."""

    def __init__(
        self,
        view: MyListView,
        document: Document,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent or view)
        self._view = view
        self._document = document
        self._today = today
        self._ties = {
            Tie.NONE: self.tr("None"),
            Tie.HOME: self.tr("Home program"),
            Tie.AWAY_ROTATION: self.tr("Away rotation"),
            Tie.REGION: self.tr("Region"),
            Tie.FAMILY: self.tr("Family"),
        }
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_requested)

    def fill(self, program_ids: list[str]) -> None:
        """Offer what can be done with these programs of the list."""
        self.clear()
        view = self._view
        details = self.addAction(self.tr("Details and facts…\tEnter"))
        details.triggered.connect(lambda: view.open_requested.emit(view.focused_program()))
        self.addSeparator()
        statuses = self.addMenu(self.tr("Status, as of today"))
        for status in EntryStatus:
            action = statuses.addAction(STATUS_WORDS[status])
            action.triggered.connect(lambda _=False, s=status: self._set_status(program_ids, s))
        ties = self.addMenu(self.tr("Tie"))
        for tie, words in self._ties.items():
            action = ties.addAction(words)
            action.triggered.connect(lambda _=False, t=tie: self._mark(program_ids, tie=t))
        found = [self._document.scenario.entry(key) for key in program_ids]
        keep = self.addAction(self.tr("Must stay on the list"))
        keep.setCheckable(True)
        keep.setChecked(all(entry is not None and entry.must_keep for entry in found))
        keep.toggled.connect(lambda on: self._mark(program_ids, must_keep=on))
        self.addSeparator()
        remove = self.addAction(self.tr("Take off my list\tDel"))
        remove.triggered.connect(lambda: view.remove_requested.emit(view.focused_program()))

    def _set_status(self, program_ids: list[str], status: EntryStatus) -> None:
        edit = list_edits.set_status_of_all(
            self._document.scenario, program_ids, status, self._today()
        )
        self._document.edit_scenario(edit.text, edit.after)

    def _mark(self, program_ids: list[str], **fields: object) -> None:
        what = self.tr("Tie") if "tie" in fields else self.tr("Must stay on the list")
        edit = list_edits.change_all(self._document.scenario, program_ids, what, **fields)  # type: ignore[arg-type]
        self._document.edit_scenario(edit.text, edit.after)

    def _on_requested(self, place: QPoint) -> None:
        if program_ids := self._view.selected_programs():
            self.fill(program_ids)
            self.popup(self._view.viewport().mapToGlobal(place))
