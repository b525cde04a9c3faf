"""The figures of the number line as a table."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from smartpick_desktop.core.number_line import LineRow, NumberLine

ROW_ROLE = Qt.ItemDataRole.UserRole
UNKNOWN_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    ROW = 0
    Q1 = 1
    MEDIAN = 2
    Q3 = 3
    NOT_MATCHED = 4
    VERDICT = 5
    DISTANCE = 6


FIGURES = (Column.Q1, Column.MEDIAN, Column.Q3, Column.NOT_MATCHED)


class NumberLineTableModel(QAbstractTableModel):
    """Shows the rows it is given; what is not known says so."""

    _rows: tuple[LineRow, ...] = ()

    def show_line(self, line: NumberLine) -> None:
        """Show the rows of `line`; where only values changed, the selection stays."""
        if [row.key for row in line.rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = line.rows
            self.endResetModel()
        elif line.rows != self._rows:
            self._rows = line.rows
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1)
            )

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or section not in tuple(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole and row.in_focus:
            return _strong()
        if role == UNKNOWN_ROLE:
            return column is not Column.ROW and self._text(row, column) == self._unknown()
        return row if role == ROW_ROLE else None

    def _heading(self, column: Column) -> str:
        match column:
            case Column.ROW:
                return self.tr("Row")
            case Column.Q1:
                return self.tr("Lower\nquartile")
            case Column.MEDIAN:
                return self.tr("Median")
            case Column.Q3:
                return self.tr("Upper\nquartile")
            case Column.NOT_MATCHED:
                return self.tr("Not matched\nmedian")
            case Column.VERDICT:
                return self.tr("Verdict")
            case Column.DISTANCE:
                return self.tr("Distance")

    def _text(self, row: LineRow, column: Column) -> str:
        match column:
            case Column.ROW:
                return f"{row.title}\n{row.caption}" if row.caption else row.title
            case Column.Q1:
                return row.figures_note or self._figure(row.q1)
            case Column.MEDIAN:
                return self._figure(row.median)
            case Column.Q3:
                return self._figure(row.q3)
            case Column.NOT_MATCHED:
                return self._figure(row.not_matched_median)
            case Column.VERDICT:
                return row.verdict_words or self._unknown()
            case Column.DISTANCE:
                return row.distance_words or self._unknown()

    def _figure(self, score: int | None) -> str:
        return self._unknown() if score is None else str(score)

    def _unknown(self) -> str:
        return self.tr("unknown")


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignHCenter if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _strong() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font
