"""The columns of the program table, and the roles its cells answer to."""

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import Qt

from smartpick_desktop.core.fill_history import FillHistory
from smartpick_desktop.core.import_columns import fact_column
from smartpick_desktop.core.program_facts import FactKey
from smartpick_desktop.core.program_list import Bucket, SignalTier
from smartpick_desktop.core.program_sort import SortKey

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Cell`: all that is needed to draw it, asked for once."""


class Cell(NamedTuple):
    """What a cell says. `signal` is None for programs that are not on the list."""

    text: str
    is_listed: bool
    signal: SignalTier | None
    is_unknown: bool
    bucket: Bucket | None = None
    history: FillHistory | None = None
    is_stale: bool = False


class Column(IntEnum):
    """The columns, left to right as they come at first."""

    LISTED = 0
    NAME = 1
    SPECIALTY = 2
    CITY = 3
    STATE = 4
    MILES = 5
    DIVISION = 6
    MATCH_SYSTEM = 7
    POSITIONS = 8
    BUCKET = 9
    TYPICAL_STEP2 = 10
    MINIMUM_STEP2 = 11
    VISA = 12
    PERCENT_IMG = 13
    PERCENT_DO = 14
    PROGRAM_TYPE = 15
    TIE = 16
    STATUS = 17
    SIGNAL = 18
    NEXT_FEE = 19
    FACTS = 20

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """On which side the text of a cell and of its header stands."""
        right = self in _NUMBERS
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    @property
    def export_name(self) -> str:
        """What an export calls the column; "" for one that only the screen has."""
        return _EXPORTED.get(self, "")

    @property
    def fact(self) -> FactKey | None:
        """The one fact that the column shows, if it shows one."""
        return _FACTS.get(self)

    @property
    def sort_key(self) -> SortKey | None:
        """What a click on its header sorts by, or None."""
        return _SORTED.get(self)

    @classmethod
    def of(cls, key: SortKey) -> "Column | None":
        """Return the column that is sorted by `key`, if there is one."""
        return next((column for column in cls if column.sort_key is key), None)


COLUMNS = tuple(Column)
"""The columns by number; much faster than asking the enumeration at every cell."""

_NUMBERS = frozenset(
    (
        *(Column.MILES, Column.POSITIONS, Column.TYPICAL_STEP2, Column.MINIMUM_STEP2),
        *(Column.PERCENT_IMG, Column.PERCENT_DO, Column.NEXT_FEE, Column.FACTS),
    )
)
_FACTS = {
    Column.POSITIONS: FactKey.POSITIONS,
    Column.TYPICAL_STEP2: FactKey.TYPICAL_STEP2,
    Column.MINIMUM_STEP2: FactKey.MINIMUM_STEP2,
    Column.PERCENT_IMG: FactKey.PERCENT_IMG,
    Column.PERCENT_DO: FactKey.PERCENT_DO,
    Column.PROGRAM_TYPE: FactKey.PROGRAM_TYPE,
}
_EXPORTED = {
    Column.NAME: "name",
    Column.SPECIALTY: "specialty",
    Column.CITY: "city",
    Column.STATE: "state",
    Column.SIGNAL: "entry.signal",
    Column.TIE: "entry.tie",
    Column.STATUS: "entry.status",
    Column.BUCKET: "entry.bucket",
    **{column: fact_column(key) for column, key in _FACTS.items()},
}
_SORTED = {
    Column.LISTED: SortKey.LISTED,
    Column.NAME: SortKey.NAME,
    Column.SPECIALTY: SortKey.SPECIALTY,
    Column.CITY: SortKey.CITY,
    Column.STATE: SortKey.STATE,
    Column.MILES: SortKey.MILES,
    Column.DIVISION: SortKey.DIVISION,
    Column.MATCH_SYSTEM: SortKey.MATCH_SYSTEM,
    Column.BUCKET: SortKey.BUCKET,
    Column.VISA: SortKey.VISA_J1,
    Column.TIE: SortKey.TIE,
    Column.STATUS: SortKey.STATUS,
    Column.SIGNAL: SortKey.SIGNAL,
    Column.FACTS: SortKey.FACTS,
    **{column: SortKey(key.value) for column, key in _FACTS.items()},
}
