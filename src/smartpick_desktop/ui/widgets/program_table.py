"""The table of programs: keys that edit the list, columns that give way by importance."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.program_sort import ProgramOrder
from smartpick_desktop.ui.models.program_columns import Column
from smartpick_desktop.ui.models.program_delegates import ProgramDelegate
from smartpick_desktop.ui.models.program_table_model import ProgramTableModel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.program_header import ProgramHeader

ROW_HEIGHT = 34
_WIDTHS = {
    Column.LISTED: 42,
    Column.SPECIALTY: 150,
    Column.CITY: 116,
    Column.STATE: 56,
    Column.DIVISION: 142,
    Column.MATCH_SYSTEM: 170,
    Column.SIGNAL: 86,
    Column.NEXT_FEE: 74,
}
_NAME_AT_LEAST = 300
_GIVES_WAY = (Column.MATCH_SYSTEM, Column.DIVISION, Column.NEXT_FEE)
"""What is hidden, in this order, until the names have room; the facts of a row have it all."""

_SIGNAL_KEYS = {
    Qt.Key.Key_G: SignalTier.GOLD,
    Qt.Key.Key_S: SignalTier.SILVER,
    Qt.Key.Key_0: SignalTier.NONE,
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ProgramTable(QTableView):
    """Tells what the user wants done with the rows in focus; it edits nothing itself."""

    toggle_requested = Signal(object)  # list[int]: rows of the table
    signal_requested = Signal(object)  # SignalTier, for the row in focus
    facts_requested = Signal()
    sort_edited = Signal(object)  # ProgramOrder

    def __init__(
        self, model: ProgramTableModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._one_specialty = True
        self._header = ProgramHeader(theme, self)
        self.setModel(model)
        self.setItemDelegate(ProgramDelegate(theme, self))
        self.setAccessibleName(self.tr("Programs"))

        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._measure()

        self.clicked.connect(self._on_clicked)
        self._header.sectionClicked.connect(self._on_header_clicked)
        theme.changed.connect(self._measure)

    def selected_rows(self) -> list[int]:
        """Return the selected rows, or the row in focus where none is selected."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        current = self.currentIndex().row()
        return rows or ([current] if current >= 0 else [])

    def show_order(self, order: ProgramOrder) -> None:
        """Point out by which column the rows are sorted, silently."""
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        with QSignalBlocker(self._header):
            self._header.setSortIndicator(Column.of(order.key), down if order.descending else up)
        self._header.viewport().update()

    def set_one_specialty(self, *, one: bool) -> None:
        """Say whether all rows are of one specialty; then no column names it."""
        self._one_specialty = one
        self._fit_columns()

    def shown_columns(self) -> list[Column]:
        """The columns in sight, from left to right."""
        header = self._header
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [Column(at) for at in order if not self.isColumnHidden(at)]

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: single letters place signals, and the search field searches."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in _PLAIN
        key = Qt.Key(event.key())
        if plain and key == Qt.Key.Key_Space:
            if rows := self.selected_rows():
                self.toggle_requested.emit(rows)
        elif plain and key in _SIGNAL_KEYS:
            self.signal_requested.emit(_SIGNAL_KEYS[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.facts_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.length(ROW_HEIGHT))
        self._fit_columns()
        self.viewport().update()

    def _fit_columns(self) -> None:
        shown = dict.fromkeys(_WIDTHS)
        del shown[Column.SPECIALTY if self._one_specialty else Column.DIVISION]
        for column in (*_GIVES_WAY, None):
            fixed = sum(self._theme.length(_WIDTHS[column]) for column in shown)
            left = self.viewport().width() - fixed
            if column is None or left >= self._theme.length(_NAME_AT_LEAST):
                break
            shown.pop(column, None)
        for column, width in _WIDTHS.items():
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, self._theme.length(width))
        self.setColumnWidth(Column.NAME, max(left, self._theme.length(_NAME_AT_LEAST // 2)))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.LISTED:
            self.toggle_requested.emit([index.row()])

    def _on_header_clicked(self, section: int) -> None:
        if key := Column(section).sort_key:
            again = self._header.sortIndicatorSection() == section
            up = self._header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            self.sort_edited.emit(ProgramOrder(key=key, descending=again and up))
