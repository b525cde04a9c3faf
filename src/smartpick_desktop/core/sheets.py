"""A sheet: rows of words and numbers to read, with what sorts them and what lies behind them."""

from dataclasses import dataclass

from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.folding import fold

NOTHING = "–"
_AFTER_NUMBERS = 1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column: its title, its share of the width (0: as wide as it needs), and its side."""

    title: str
    share: int = 0
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell says. `sort` stands in for the text where that sorts wrongly.

    Two `states` are drawn side by side before the text; `is_marked` sets the cell apart.
    """

    text: str
    sort: float | None = None
    states: tuple[State | None, ...] = ()
    is_marked: bool = False
    is_quiet: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to know, which is neither little nor much."""
        return self.text == NOTHING

    @property
    def sort_key(self) -> tuple[float, str]:
        """What the column is sorted by: numbers, then words."""
        return (_AFTER_NUMBERS, fold(self.text)) if self.sort is None else (self.sort, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row. `detail` is the whole of it in sentences; a cell may have its own."""

    cells: tuple[Cell, ...]
    detail: str = ""
    cell_details: tuple[str, ...] = ()

    def detail_at(self, column: int) -> str:
        """The sentences behind a cell: its own, else the row's."""
        own = self.cell_details[column] if column < len(self.cell_details) else ""
        return own or self.detail

    def says(self, folded: str) -> bool:
        """Whether every word of a folded search is in the row or behind it."""
        everything = fold(" ".join((*(c.text for c in self.cells), self.detail)))
        return all(word in everything for word in folded.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Columns and rows, in the order in which they are first read."""

    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
