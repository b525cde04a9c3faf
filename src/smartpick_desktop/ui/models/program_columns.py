"""The columns of the program table, and the roles its cells answer to."""

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import Qt

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.program_sort import SortKey

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Cell`: all that is needed to draw it, asked for once."""


class Cell(NamedTuple):
    """What a cell says. `signal` is None for programs that are not on the list."""

    text: str
    is_listed: bool
    signal: SignalTier | None
    is_unknown: bool


class Column(IntEnum):
    """The columns, left to right."""

    LISTED = 0
    NAME = 1
    SPECIALTY = 2
    CITY = 3
    STATE = 4
    DIVISION = 5
    MATCH_SYSTEM = 6
    SIGNAL = 7
    NEXT_FEE = 8

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """On which side the text of a cell and of its header stands."""
        side = Qt.AlignmentFlag.AlignLeft
        if self is Column.NEXT_FEE:
            side = Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    @property
    def export_name(self) -> str:
        """What an export calls the column; "" for one that only the screen has."""
        names = {
            Column.NAME: "name",
            Column.SPECIALTY: "specialty",
            Column.CITY: "city",
            Column.STATE: "state",
            Column.SIGNAL: "entry.signal",
        }
        return names.get(self, "")

    @property
    def sort_key(self) -> SortKey | None:
        """What a click on its header sorts by, or None."""
        match self:
            case Column.LISTED:
                return SortKey.LISTED
            case Column.NAME:
                return SortKey.NAME
            case Column.SPECIALTY:
                return SortKey.SPECIALTY
            case Column.CITY:
                return SortKey.CITY
            case Column.STATE:
                return SortKey.STATE
            case Column.DIVISION:
                return SortKey.DIVISION
            case Column.MATCH_SYSTEM:
                return SortKey.MATCH_SYSTEM
            case Column.SIGNAL:
                return SortKey.SIGNAL
            case Column.NEXT_FEE:
                return None

    @classmethod
    def of(cls, key: SortKey) -> "Column":
        """Return the column that is sorted by `key`."""
        return next(column for column in cls if column.sort_key is key)


COLUMNS = tuple(Column)
"""The columns by number; much faster than asking the enumeration at every cell."""
