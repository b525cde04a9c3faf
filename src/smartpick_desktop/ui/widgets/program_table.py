"""The table of programs: keys that edit the list, columns that give way by importance."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.program_sort import ProgramOrder
from smartpick_desktop.ui.models.column_choice import ColumnChoice
from smartpick_desktop.ui.models.program_columns import Column
from smartpick_desktop.ui.models.program_delegates import ProgramDelegate
from smartpick_desktop.ui.models.program_table_model import ProgramTableModel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.program_header import ProgramHeader

ROW_HEIGHT = 34
_WIDTHS = {
    Column.LISTED: 42,
    Column.SPECIALTY: 150,
    Column.CITY: 104,
    Column.STATE: 52,
    Column.MILES: 56,
    Column.DIVISION: 142,
    Column.MATCH_SYSTEM: 170,
    Column.POSITIONS: 84,
    Column.BUCKET: 88,
    Column.TYPICAL_STEP2: 86,
    Column.MINIMUM_STEP2: 98,
    Column.VISA: 120,
    Column.PERCENT_IMG: 62,
    Column.PERCENT_DO: 62,
    Column.PROGRAM_TYPE: 130,
    Column.TIE: 104,
    Column.STATUS: 132,
    Column.SIGNAL: 76,
    Column.NEXT_FEE: 66,
    Column.FACTS: 50,
}
_NAME_AT_LEAST = 230

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
    compare_requested = Signal()
    sort_edited = Signal(object)  # ProgramOrder
    columns_edited = Signal(object)  # ColumnChoice

    def __init__(
        self, model: ProgramTableModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choice = ColumnChoice()
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
        self.doubleClicked.connect(self._on_double_clicked)
        self._header.sectionClicked.connect(self._on_header_clicked)
        self._header.sectionMoved.connect(self._on_section_moved)
        theme.changed.connect(self._measure)

    @property
    def order(self) -> ProgramOrder:
        """By which columns the rows are sorted."""
        return self._header.order

    def selected_rows(self) -> list[int]:
        """Return the selected rows, or the row in focus where none is selected."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        current = self.currentIndex().row()
        return rows or ([current] if current >= 0 else [])

    def show_order(self, order: ProgramOrder) -> None:
        """Point out by which columns the rows are sorted, silently."""
        self._header.show_order(order)

    def set_one_specialty(self, *, one: bool) -> None:
        """Say whether all rows are of one specialty; then no column names it by itself."""
        self.choice = self.choice.for_specialties(one=one)
        self._fit_columns()

    def set_near(self, *, near: bool) -> None:
        """Say whether distances are measured; then a column shows them by itself."""
        self.choice = self.choice.for_distance(near=near)
        self._fit_columns()

    def set_choice(self, choice: ColumnChoice) -> None:
        """Show other columns, or in another order."""
        self.choice = choice
        with QSignalBlocker(self._header):
            for place, column in enumerate(choice.order):
                self._header.moveSection(self._header.visualIndex(column), place)
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
        elif plain and key == Qt.Key.Key_C:
            self.compare_requested.emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
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
        widths = {column: self._theme.length(width) for column, width in _WIDTHS.items()}
        least = self._theme.length(_NAME_AT_LEAST)
        shown, left = self.choice.fitting(widths, self.viewport().width(), least)
        for column, width in widths.items():
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, width)
        self.setColumnWidth(Column.NAME, left)
        policy = Qt.ScrollBarPolicy
        scrolls = self.choice.is_own and left <= least
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )

    def _on_section_moved(self, _logical: int, _from: int, _to: int) -> None:
        places = (self._header.logicalIndex(place) for place in range(self._header.count()))
        self.choice = self.choice.moved(tuple(Column(at) for at in places))
        self.columns_edited.emit(self.choice)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.LISTED:
            self.toggle_requested.emit([index.row()])

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() != Column.LISTED:
            self.facts_requested.emit()

    def _on_header_clicked(self, section: int) -> None:
        if key := Column(section).sort_key:
            shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
            self.sort_edited.emit(self._header.order.clicked(key, more=bool(shift)))
