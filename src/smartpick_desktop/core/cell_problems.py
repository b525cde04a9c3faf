"""A table that is being edited as text: what was read of it, and what is wrong in which cell."""

from collections.abc import Sequence
from dataclasses import dataclass

OWN_CONFIDENCE = "entered here"
OWN_SOURCE = ("your own entry",)

Cells = tuple[str, ...]
"""One row as it is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """What is wrong with one cell; rows and columns count from 0."""

    row: int
    column: int
    message: str


class CellReader:
    """Reads numbers out of cells and gathers what is wrong; blank rows are passed over."""

    def __init__(self, rows: Sequence[Cells]) -> None:
        self._rows = rows
        self.problems: list[CellProblem] = []

    def filled(self) -> list[tuple[int, Cells]]:
        """The rows with anything in them, with their numbers."""
        kept = ((at, tuple(cell.strip() for cell in row)) for at, row in enumerate(self._rows))
        return [(at, row) for at, row in kept if any(row)]

    def report(self, row: int, column: int, message: str) -> None:
        """Note a problem, the first one of a cell only."""
        if not any((each.row, each.column) == (row, column) for each in self.problems):
            self.problems.append(CellProblem(row=row, column=column, message=message))

    def number(self, row: int, column: int, text: str, *, least: int, most: int) -> int | None:
        """The whole number in `text`, within limits; None is reported."""
        plain = text.removeprefix("$").replace(",", "")
        if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(most)):
            found = f"“{text}”" if text else "nothing"
            self.report(row, column, f"expected a whole number up to {most}, found {found}")
            return None
        if not least <= int(plain) <= most:
            self.report(row, column, f"expected {least} to {most}, found {int(plain)}")
            return None
        return int(plain)
