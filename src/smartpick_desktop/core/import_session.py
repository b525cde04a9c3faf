"""One import from file to change: what was read, what the user chose, what would come of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from smartpick_desktop.core.import_columns import ColumnPlan, fingerprint, guess_columns
from smartpick_desktop.core.import_file import LoadedTable, LoadedTracks
from smartpick_desktop.core.import_plan import (
    Action,
    ImportContext,
    ImportResult,
    PlanRow,
    carry_out,
    plan_chosen,
    plan_rows,
)
from smartpick_desktop.core.import_rows import RowReading, read_rows
from smartpick_desktop.core.track_plan import plan_tracks, take_tracks

TAKEN = (Action.ADD, Action.CHANGE)
ALL_SHEETS = "All sheets"


class ImportSession(Protocol):
    """What the preview shows, whatever kind of file it is of."""

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        """Every row with what becomes of it."""

    def is_ticked(self, number: int) -> bool:
        """Whether the row is taken in."""

    def tick(self, numbers: Iterable[int], *, on: bool) -> None:
        """Take those rows in, or leave them out; rows without a change stay out."""

    def choose(self, number: int, program_id: str) -> None:
        """Say which program a row means; that takes it in."""

    def result(self) -> ImportResult:
        """What comes of the rows that are ticked."""


class _Ticks:
    """The rows and which of them are taken in."""

    def __init__(self) -> None:
        self._rows: dict[int, PlanRow] = {}
        self._ticked: set[int] = set()

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return tuple(self._rows.values())

    @property
    def ticked(self) -> tuple[PlanRow, ...]:
        """The rows that are taken in, in their order."""
        return tuple(row for row in self._rows.values() if row.number in self._ticked)

    def is_ticked(self, number: int) -> bool:
        return number in self._ticked

    def tick(self, numbers: Iterable[int], *, on: bool) -> None:
        able = {number for number in numbers if self._rows[number].action in TAKEN}
        self._ticked = self._ticked | able if on else self._ticked - able

    def _set_rows(self, rows: Iterable[PlanRow]) -> None:
        self._rows = {row.number: row for row in rows}
        self._ticked = {row.number for row in self._rows.values() if row.action in TAKEN}


class TableImport(_Ticks):
    """A table with its columns. `remembered` holds choices of columns by header."""

    def __init__(
        self,
        tables: Sequence[LoadedTable],
        given: ImportContext,
        source: str,
        remembered: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__()
        self._tables = _with_all(tables)
        self._given = given
        self._source = source
        self._remembered = remembered or {}
        self._readings: dict[int, RowReading] = {}
        self.use_sheet(0)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The sheets to choose from; several that are alike can be taken together."""
        return tuple(table.name for table in self._tables)

    @property
    def header(self) -> tuple[str, ...]:
        """The titles of the columns."""
        rows = self._tables[self._sheet].rows
        return rows[self.columns.header] if rows else ()

    @property
    def fingerprint(self) -> str:
        """What the choice of columns is remembered under."""
        return fingerprint(self.header)

    @property
    def to_list(self) -> bool:
        """Whether its programs go on the list too."""
        return self._given.to_list

    def samples(self) -> tuple[str, ...]:
        """The first thing each column holds, to know it by."""
        rows = self._tables[self._sheet].rows[self.columns.header + 1 :]
        columns = zip(*rows, strict=True) if rows else ((),) * len(self.header)
        return tuple(next(filter(None, column), "") for column in columns)

    def use_sheet(self, at: int) -> None:
        """Go by another sheet, its columns guessed or remembered."""
        self._sheet = at
        self.columns = guess_columns(self._tables[at].rows)
        kept = self._remembered.get(self.fingerprint)
        if kept is not None and len(kept) == len(self.columns.meanings):
            self.columns = replace(self.columns, meanings=tuple(kept))
        self._given = replace(self._given, to_list=not self._says_facts())
        self._read()

    def use_columns(self, meanings: Sequence[str]) -> None:
        """Go by what the user says the columns mean."""
        self.columns = ColumnPlan(header=self.columns.header, meanings=tuple(meanings))
        self._read()

    def put_on_list(self, *, on: bool) -> None:
        """Put its programs on the list too, or only take in what it says of them."""
        self._given = replace(self._given, to_list=on)
        self._read()

    def choose(self, number: int, program_id: str) -> None:
        self._rows[number] = plan_chosen(self._readings[number], program_id, self._given)
        self.tick([number], on=True)

    def result(self) -> ImportResult:
        return carry_out(self._readings, self.ticked, self._given)

    def _read(self) -> None:
        table = self._tables[self._sheet]
        found = read_rows(table.rows, self.columns, source=self._source, day=table.day)
        self._readings = {reading.number: reading for reading in found}
        names = self.columns.names_programs
        self._set_rows(plan_rows(self._readings.values(), self._given) if names else ())

    def _says_facts(self) -> bool:
        return any(m.startswith(("fact.", "visa", "entry.")) for m in self.columns.meanings)


class TrackImport(_Ticks):
    """An edition of the Match's results."""

    def __init__(self, loaded: LoadedTracks, given: ImportContext) -> None:
        super().__init__()
        self._given = given
        self._tracks = dict(enumerate(loaded.tracks, start=1))
        self._set_rows(plan_tracks(loaded.tracks, given.facts))

    def choose(self, number: int, program_id: str) -> None:
        self._tracks[number] = replace(self._tracks[number], program_id=program_id)
        ticked = self._ticked | {number}
        self._set_rows(plan_tracks(tuple(self._tracks.values()), self._given.facts))
        self._ticked &= ticked

    def result(self) -> ImportResult:
        tracks = (self._tracks[row.number] for row in self.ticked)
        facts = take_tracks(tracks, self._given.facts)
        return ImportResult(facts=facts, scenario=self._given.scenario)


def counts(rows: Iterable[PlanRow]) -> Counter[Action]:
    """How many rows there are of each kind."""
    return Counter(row.action for row in rows)


def _with_all(tables: Sequence[LoadedTable]) -> tuple[LoadedTable, ...]:
    """The tables, and before them all in one where their headers are the same."""
    if len(tables) < 2 or len({table.rows[0] for table in tables}) > 1:
        return tuple(tables)
    rows = (tables[0].rows[0], *(row for table in tables for row in table.rows[1:]))
    return (LoadedTable(name=ALL_SHEETS, rows=rows, day=tables[0].day), *tables)
