"""A table of text cells that is being edited, with what is wrong in which cell."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from smartpick_desktop.core.cell_problems import CellProblem, Cells
from smartpick_desktop.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class DraftTableModel(QAbstractTableModel):
    """Takes any text; whoever listens to `dataChanged` says what is wrong with it.

    `blanks` are the words that stand, by column, for a cell that means something when empty.
    """

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[str],
        blanks: Mapping[int, str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._blanks = blanks
        self._theme = theme
        self._columns = tuple(columns)
        self._rows: list[list[str]] = []
        self._problems: dict[tuple[int, int], str] = {}

    def rows(self) -> tuple[Cells, ...]:
        """What the cells hold."""
        return tuple(tuple(row) for row in self._rows)

    def set_rows(self, rows: Sequence[Cells]) -> None:
        """Begin anew with these rows."""
        self.beginResetModel()
        self._rows = [list(row) for row in rows]
        self._problems = {}
        self.endResetModel()

    def set_problems(self, problems: Sequence[CellProblem]) -> None:
        """Mark these cells, and no others."""
        found = {(each.row, each.column): each.message for each in problems}
        if found != self._problems:
            self._problems = found
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            roles = [Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.ToolTipRole]
            self.dataChanged.emit(self.index(0, 0), last, roles)

    def insert(self, at: int, row: Cells) -> None:
        """Put a row in before the one at `at`."""
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, list(row))
        self.endInsertRows()

    def remove(self, at: int) -> None:
        """Take a row out."""
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self.endRemoveRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._columns[section] if orientation is Qt.Orientation.Horizontal else section + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        at = (index.row(), index.column())
        problem = self._problems.get(at)
        text = self._rows[at[0]][at[1]]
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return text or ("" if problem else self._blanks.get(at[1], ""))
        if role == Qt.ItemDataRole.ForegroundRole and (problem or not text):
            tokens = self._theme.tokens
            return QColor(tokens.needs_ink if problem else tokens.ink3)
        if role == Qt.ItemDataRole.BackgroundRole and problem:
            return QColor(self._theme.tokens.needs_tint)
        if role == Qt.ItemDataRole.ToolTipRole:
            return problem
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return problem or ""
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        text = " ".join(str(value).split())
        if self._rows[index.row()][index.column()] != text:
            self._rows[index.row()][index.column()] = text
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DisplayRole])
        return True
