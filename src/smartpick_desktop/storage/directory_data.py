"""Loads the directory of programs: some thousands of lines, so by column and not by row."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.states import STATE_NAMES
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.storage.tables import read_text, read_toml

HEADER = (
    *("acgme_number", "name", "specialty", "city", "state", "division", "latitude", "longitude"),
    *("entry_level", "match_system", "military", "note"),
)
_DIGITS = 10

Columns = Mapping[str, tuple[str, ...]]


def load_directory(path: Path) -> Directory:
    """Return the directory in the CSV file `path` and the TOML file beside it.

    ResourceError names file, line and field of what is amiss, and what was expected.
    """
    about = read_toml(path.with_suffix(".toml"))
    columns = _columns(path)
    _check(path, columns)
    return Directory(
        source_date=str(about.get("source_date", "")),
        attribution=str(about.get("attribution", "")),
        acgme_numbers=columns["acgme_number"],
        names=columns["name"],
        specialties=columns["specialty"],
        cities=columns["city"],
        states=columns["state"],
        divisions=columns["division"],
        latitudes=np.fromiter(map(float, columns["latitude"]), np.float64),
        longitudes=np.fromiter(map(float, columns["longitude"]), np.float64),
        entry_levels=columns["entry_level"],
        match_systems=columns["match_system"],
        military=np.array([flag == "1" for flag in columns["military"]], dtype=np.bool_),
        notes=columns["note"],
    )


def _columns(path: Path) -> Columns:
    reader = csv.reader(read_text(path).splitlines(), strict=True)
    try:
        header, *rows = list(reader) or [[]]
    except csv.Error as error:
        raise ResourceError(path.name, f"line {reader.line_num}", str(error)) from error
    if tuple(header) != HEADER:
        raise ResourceError(path.name, "line 1", f"expected the columns {', '.join(HEADER)}")
    for row, cells in enumerate(rows):
        if len(cells) != len(HEADER):
            message = f"expected {len(HEADER)} cells, found {len(cells)}"
            raise ResourceError(path.name, f"line {_line(row)}", message)
    if not rows:
        raise ResourceError(path.name, "line 2", "expected a program")
    return dict(zip(HEADER, zip(*rows, strict=True), strict=True))


def _check(path: Path, columns: Columns) -> None:
    for name, (fits, expected) in _EXPECTED.items():
        if not all(map(fits, set(columns[name]))):  # most cells say what others say, too
            row = next(row for row, cell in enumerate(columns[name]) if not fits(cell))
            message = f"expected {expected}, found {columns[name][row]!r}"
            raise ResourceError(path.name, f"line {_line(row)}, {name}", message)
    numbers = columns["acgme_number"]
    if len(set(numbers)) != len(numbers):
        first: dict[str, int] = {}
        row = next(row for row, cell in enumerate(numbers) if first.setdefault(cell, row) != row)
        message = f"expected a number of its own, found that of line {_line(first[numbers[row]])}"
        raise ResourceError(path.name, f"line {_line(row)}, acgme_number", message)


def _line(row: int) -> int:
    return row + 2  # the header is line 1


def _is_number(cell: str) -> bool:
    return len(cell) == _DIGITS and cell.isascii() and cell.isdigit()


def _is_degrees(limit: float) -> Callable[[str], bool]:
    def fits(cell: str) -> bool:
        try:
            return abs(float(cell)) <= limit
        except ValueError:
            return False

    return fits


_EXPECTED: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "acgme_number": (_is_number, f"{_DIGITS} digits"),
    "name": (bool, "a name"),
    "specialty": (str.isidentifier, "a specialty key"),
    "state": (STATE_NAMES.__contains__, "the code of a state"),
    "latitude": (_is_degrees(90), "degrees between -90 and 90"),
    "longitude": (_is_degrees(180), "degrees between -180 and 180"),
    "military": ({"0", "1"}.__contains__, "0 or 1"),
}
