"""The directory of accredited programs: columns side by side, and one program as a row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray

PROGRAM_ID_PREFIX = "acgme-"

RowArray = NDArray[np.int32]
"""Row numbers of a directory."""

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One program as listed. An empty text is not known."""

    program_id: str
    acgme_number: str
    name: str
    specialty: str
    city: str
    state: str
    division: str
    latitude: float
    longitude: float
    entry_level: str
    match_system: str
    is_military: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Directory:
    """Every program, as columns of one length; a row number means one program in all of them."""

    source_date: str
    attribution: str
    acgme_numbers: Texts
    names: Texts
    specialties: Texts
    cities: Texts
    states: Texts
    divisions: Texts
    latitudes: NDArray[np.float64]
    longitudes: NDArray[np.float64]
    entry_levels: Texts
    match_systems: Texts
    military: NDArray[np.bool_]
    notes: Texts
    program_ids: Texts = field(init=False)
    _rows: Mapping[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ids = tuple(PROGRAM_ID_PREFIX + number for number in self.acgme_numbers)
        object.__setattr__(self, "program_ids", ids)
        object.__setattr__(self, "_rows", {key: row for row, key in enumerate(ids)})
        if len(self._rows) != len(ids):
            raise ValueError("two programs share an ACGME number")
        columns = (getattr(self, column.name) for column in fields(self)[2:-1])
        if any(len(column) != len(ids) for column in columns):
            raise ValueError("the columns of the directory differ in length")
        for array in (self.latitudes, self.longitudes, self.military):
            array.setflags(write=False)

    def __len__(self) -> int:
        return len(self.program_ids)

    def row(self, row: int) -> Program:
        """Return the program of that row."""
        return Program(
            program_id=self.program_ids[row],
            acgme_number=self.acgme_numbers[row],
            name=self.names[row],
            specialty=self.specialties[row],
            city=self.cities[row],
            state=self.states[row],
            division=self.divisions[row],
            latitude=float(self.latitudes[row]),
            longitude=float(self.longitudes[row]),
            entry_level=self.entry_levels[row],
            match_system=self.match_systems[row],
            is_military=bool(self.military[row]),
            note=self.notes[row],
        )

    def index_of(self, program_id: str) -> int | None:
        """Return the row of that program, or None where the directory does not have it."""
        return self._rows.get(program_id)

    def rows_of(self, program_ids: Iterable[str]) -> RowArray:
        """Return the rows of those programs that the directory has, ascending."""
        found = sorted(row for key in program_ids if (row := self._rows.get(key)) is not None)
        return np.array(found, dtype=np.int32)
