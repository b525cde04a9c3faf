"""The programs as a table: rows of the directory, with what the list says of each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smartpick_desktop.core.distance import Miles
from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.fees import SeasonCost
from smartpick_desktop.core.import_columns import STATUS_WORDS
from smartpick_desktop.core.outlook.results import ProgramChance
from smartpick_desktop.core.program_list import Bucket, ListEntry
from smartpick_desktop.core.programs import Directory, RowArray
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.models.program_cells import ProgramCells
from smartpick_desktop.ui.models.program_columns import CELL_ROLE, COLUMNS, Cell, Column
from smartpick_desktop.ui.models.program_words import (
    bucket_word,
    column_title,
    signal_word,
    tie_word,
    unknown,
)

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ProgramTableModel(QAbstractTableModel):
    """Shows the rows it is given, a cell when it is looked at; it filters and sorts nothing."""

    def __init__(self, names: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._directory: Directory | None = None
        self._rows: RowArray = np.empty(0, dtype=np.int32)
        self._entries: dict[str, ListEntry] = {}
        self._cost: SeasonCost | None = None
        self._said: ProgramCells | None = None
        self._miles: Miles | None = None
        self._ratings: Mapping[str, ProgramChance] = {}

    def set_directory(self, directory: Directory) -> None:
        """Take rows from `directory` from now on; none are shown yet."""
        self.beginResetModel()
        self._directory = directory
        self._said = ProgramCells(directory)
        self._rows = np.empty(0, dtype=np.int32)
        self.endResetModel()

    def set_rows(self, rows: RowArray) -> None:
        """Show `rows` in their order; the same rows again leave selection and place alone."""
        if not np.array_equal(rows, self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def set_list(self, scenario: Scenario, cost: SeasonCost | None) -> None:
        """Show what is on the list of `scenario`, and what the next program would cost."""
        self._entries = {entry.program_id: entry for entry in scenario.entries}
        self._cost = cost
        self._changed()

    def set_facts(self, facts: FactColumns, today: date) -> None:
        """Show what is known of programs; what is stale on `today` is marked."""
        if self._said is not None:
            self._said.set_facts(facts, today)
            self._changed()

    def set_miles(self, miles: Miles | None) -> None:
        """Show how far programs are from the chosen city, or nothing."""
        self._miles = miles
        self._changed()

    def set_ratings(self, ratings: Mapping[str, ProgramChance]) -> None:
        """Show the buckets worked out for programs, by id."""
        self._ratings = ratings
        self._changed()

    def _changed(self) -> None:
        if last := len(self._rows):
            self.dataChanged.emit(self.index(0, 0), self.index(last - 1, len(Column) - 1))

    def directory_rows(self, rows: Iterable[int]) -> list[int]:
        """Return the rows of the directory that those `rows` of the table show."""
        return [int(self._rows[row]) for row in rows]

    def rows_of(self, directory_rows: Sequence[int]) -> list[int]:
        """Return the rows that show `directory_rows`, without those filtered out."""
        shown = np.flatnonzero(np.isin(self._rows, directory_rows))
        return [int(row) for row in shown]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == _Role.DisplayRole:
            return column_title(Column(section))
        return Column(section).alignment if role == _Role.TextAlignmentRole else None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or self._directory is None:
            return None
        row, column = int(self._rows[index.row()]), COLUMNS[index.column()]
        entry = self._entries.get(self._directory.program_ids[row])
        if role == CELL_ROLE:
            return self._cell(self._directory, row, column, entry)
        match role:
            case _Role.DisplayRole:
                return self._text(self._directory, row, column, entry)
            case _Role.AccessibleTextRole if column is Column.LISTED:
                return self.tr("on my list") if entry else self.tr("not on my list")
            case _Role.AccessibleTextRole:
                return self._text(self._directory, row, column, entry)
            case _Role.TextAlignmentRole:
                return column.alignment
            case _Role.CheckStateRole if column is Column.LISTED:
                return Qt.CheckState.Checked if entry else Qt.CheckState.Unchecked
        return None

    def _cell(
        self, directory: Directory, row: int, column: Column, entry: ListEntry | None
    ) -> Cell:
        text = self._text(directory, row, column, entry)
        bucket = self._bucket(directory, row, entry) if column is Column.BUCKET else None
        said, program_id = self._said, directory.program_ids[row]
        return Cell(
            text=text,
            is_listed=entry is not None,
            signal=entry.signal if entry else None,
            is_unknown=text == unknown() or (column is Column.BUCKET and bucket is None),
            bucket=bucket,
            history=said.history(program_id) if said and column is Column.POSITIONS else None,
            is_stale=said is not None and said.is_stale(program_id, column),
        )

    def _bucket(self, directory: Directory, row: int, entry: ListEntry | None) -> Bucket | None:
        if entry is not None and entry.bucket is not None:
            return entry.bucket
        chance = self._ratings.get(directory.program_ids[row])
        return chance.bucket if chance else None

    def _text(
        self, directory: Directory, row: int, column: Column, entry: ListEntry | None
    ) -> str:
        match column:
            case Column.LISTED:
                return ""  # the box shows it
            case Column.SPECIALTY:
                return eras_name(self._names, directory.specialties[row])
            case Column.MILES:
                return "" if self._miles is None else f"{self._miles[row]:,.0f}"
            case Column.BUCKET:
                return bucket_word(self._bucket(directory, row, entry))
            case Column.NEXT_FEE:
                return self.tr("listed") if entry else self._fee(directory.specialties[row])
            case Column.TIE | Column.STATUS | Column.SIGNAL:
                return _entry_text(column, entry) if entry else ""
        if column in _OF_DIRECTORY:
            return str(getattr(directory, _OF_DIRECTORY[column])[row]) or unknown()
        return self._said.text(row, column) if self._said else unknown()

    def _fee(self, specialty: str) -> str:
        if self._cost is None:
            return unknown()
        return f"${self._cost.fees.next_program_cost(self._cost.counts, specialty)}"


_OF_DIRECTORY = {
    Column.NAME: "names",
    Column.CITY: "cities",
    Column.STATE: "states",
    Column.DIVISION: "divisions",
    Column.MATCH_SYSTEM: "match_systems",
}


def _entry_text(column: Column, entry: ListEntry) -> str:
    match column:
        case Column.TIE:
            return tie_word(entry.tie)
        case Column.STATUS:
            return STATUS_WORDS[entry.status]
    return signal_word(entry.signal)
