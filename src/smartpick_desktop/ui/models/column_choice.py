"""Which columns of the program table are shown, and in which order."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from smartpick_desktop.ui.models.program_columns import Column

ALWAYS = frozenset({Column.LISTED, Column.NAME})
_USUAL = frozenset(
    (
        *(Column.SPECIALTY, Column.CITY, Column.STATE, Column.MILES, Column.POSITIONS),
        *(Column.BUCKET, Column.SIGNAL, Column.NEXT_FEE, Column.FACTS),
    )
)
_GIVES_WAY = (Column.FACTS, Column.NEXT_FEE, Column.POSITIONS, Column.BUCKET)
"""What is hidden, in this order, until the names have room; the facts of a row have it all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """`own` holds what the user chose to see; None leaves it to the room there is."""

    own: frozenset[Column] | None = None
    order: tuple[Column, ...] = tuple(Column)
    one_specialty: bool = True
    near: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the user chose what to see."""
        return self.own is not None

    @property
    def shown(self) -> frozenset[Column]:
        """The columns to show, were there room for all."""
        if self.own is not None:
            return self.own | ALWAYS
        away = {Column.SPECIALTY} if self.one_specialty else set()
        if not self.near:
            away.add(Column.MILES)
        return (_USUAL | ALWAYS) - away

    def for_specialties(self, *, one: bool) -> Self:
        """The choice where rows are of one specialty, or of several."""
        return replace(self, one_specialty=one)

    def for_distance(self, *, near: bool) -> Self:
        """The choice where distances are measured, or are not."""
        return replace(self, near=near)

    def with_column(self, column: Column, *, shown: bool) -> Self:
        """The choice with a column shown or hidden by the user."""
        return replace(self, own=self.shown | {column} if shown else self.shown - {column})

    def moved(self, order: tuple[Column, ...]) -> Self:
        """The choice with the columns in another order."""
        return replace(self, order=order)

    def reset(self) -> Self:
        """The columns as they come at first."""
        return replace(self, own=None, order=tuple(Column))

    def fitting(
        self, widths: Mapping[Column, int], room: int, least: int
    ) -> tuple[frozenset[Column], int]:
        """The columns that fit, and what is left for the name; the user's own always do."""
        shown = set(self.shown)
        for column in (*_GIVES_WAY, None):
            left = room - sum(widths[other] for other in shown - {Column.NAME})
            if column is None or left >= least or self.is_own:
                break
            shown.discard(column)
        return frozenset(shown), max(left, least if self.is_own else least // 2)

    def text(self) -> str:
        """The choice as a note that outlasts the window."""
        own = None if self.own is None else sorted(column.name for column in self.own)
        return json.dumps({"own": own, "order": [column.name for column in self.order]})

    def read(self, text: str) -> Self:
        """The choice that such a note holds; one that cannot be read changes nothing."""
        try:
            held = json.loads(text)
            names = held["own"]
            own = None if names is None else frozenset(Column[name] for name in names)
            order = tuple(Column[name] for name in held["order"])
        except (ValueError, KeyError, TypeError):
            return self
        rest = [column for column in Column if column not in order]
        return replace(self, own=own, order=tuple(dict.fromkeys((*order, *rest))))
