"""A sheet as a table, and the proxy that searches and sorts it."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.sheets import Cell, Sheet, SheetRow

_Index = QModelIndex | QPersistentModelIndex

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2
_EMPTY = Sheet(columns=(), rows=())


class SheetTableModel(QAbstractTableModel):
    """Shows the sheet it is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = _EMPTY

    def sheet(self) -> Sheet:
        """The sheet shown."""
        return self._sheet

    def set_sheet(self, sheet: Sheet) -> None:
        """Show `sheet`; the same again leaves selection and place alone."""
        if sheet != self._sheet:
            self.beginResetModel()
            self._sheet = sheet
            self.endResetModel()

    def row(self, number: int) -> SheetRow:
        """The row of that number."""
        return self._sheet.rows[number]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sheet.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._sheet.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._sheet.columns[section].title
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.row(index.row()), index.column()
        cell = row.cells[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.text or row.detail_at(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == DETAIL_ROLE:
            return row.detail_at(column)
        return cell if role == CELL_ROLE else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        is_number = self._sheet.columns[column].is_number
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class SheetProxy(QSortFilterProxyModel):
    """Leaves out rows that do not say what is searched for, and sorts; empty cells come last."""

    def __init__(self, model: SheetTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._search = ""
        self.setSourceModel(model)

    def set_search(self, text: str) -> None:
        """Show the rows that say `text`."""
        folded = fold(text)
        if folded != self._search:
            self.beginFilterChange()
            self._search = folded
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:  # noqa: N802
        return self._model.row(source_row).says(self._search)

    def lessThan(self, source_left: _Index, source_right: _Index) -> bool:
        left: Cell = source_left.data(CELL_ROLE)
        right: Cell = source_right.data(CELL_ROLE)
        if left.is_empty != right.is_empty:
            return left.is_empty == (self.sortOrder() is Qt.SortOrder.DescendingOrder)
        return left.sort_key < right.sort_key
