"""The menu of a program's row: what its keys do, with the keys beside the words."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtWidgets import QMenu

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.program_sort import SortKey
from smartpick_desktop.ui.models.program_columns import CELL_ROLE, Cell, Column
from smartpick_desktop.ui.models.program_words import column_title, signal_word
from smartpick_desktop.ui.panels.column_menu import ColumnMenu
from smartpick_desktop.ui.widgets.program_table import ProgramTable

_KEYS = {SignalTier.GOLD: "G", SignalTier.SINGLE: "G", SignalTier.SILVER: "S"}


class ProgramMenu(QMenu):
    """Opens on a right click or the menu key; `tiers` tells which signals the row can have."""

    def __init__(self, table: ProgramTable, tiers: Callable[[], Iterable[SignalTier]]) -> None:
        super().__init__(table)
        self._table = table
        self._tiers = tiers
        self._sorting = QMenu(self.tr("Sort by"), self)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_requested)
        self._then = QMenu(self.tr("Then by"), self)
        self._columns = ColumnMenu(table, self)
        for column in Column:
            if column.sort_key is not None:
                title = column_title(column) or self.tr("On my list")
                self._sorting.addAction(title, self._sort_by(column.sort_key, more=False))
                self._then.addAction(title, self._sort_by(column.sort_key, more=True))

    def show_for(self, rows: list[int]) -> None:
        """Offer what can be done with `rows` of the table."""
        self.clear()
        listed = all(self._is_listed(row) for row in rows)
        words = self.tr("Take off my list") if listed else self.tr("Put on my list")
        self._add(words, self.tr("Space"), self._asking(self._table.toggle_requested, rows))
        self.addSeparator()
        for tier in self._tiers():
            asking = self._asking(self._table.signal_requested, tier)
            self._add(signal_word(tier), _KEYS[tier], asking)
        none = self._asking(self._table.signal_requested, SignalTier.NONE)
        self._add(self.tr("No signal"), "0", none)
        self.addSeparator()
        for menu in (self._sorting, self._then, self._columns):
            self.addMenu(menu)
        self._add(
            self.tr("Details and facts…"), self.tr("Enter"),
            self._asking(self._table.facts_requested),
        )  # fmt: skip
        if len(rows) > 1:
            self._add(self.tr("Compare…"), "C", self._asking(self._table.compare_requested))

    def _asking(self, wish: SignalInstance, *payload: object) -> Callable[[], None]:
        return lambda: wish.emit(*payload)

    def _sort_by(self, key: SortKey, *, more: bool) -> Callable[[], None]:
        return lambda: self._table.sort_edited.emit(self._table.order.clicked(key, more=more))

    def _is_listed(self, row: int) -> bool:
        cell: Cell = self._table.model().index(row, Column.NAME).data(CELL_ROLE)
        return cell.is_listed

    def _add(self, words: str, key: str, then: Callable[[], None]) -> None:
        self.addAction(f"{words}\t{key}", then)

    def _on_requested(self, place: QPoint) -> None:
        if rows := self._table.selected_rows():
            self.show_for(rows)
            self.popup(self._table.viewport().mapToGlobal(place))
