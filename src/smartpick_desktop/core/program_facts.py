"""What the user knows of programs beyond the directory: facts, and positions filled by year.

The directory says that a program exists. Whether it takes visas, what scores it asks for or how
many places it fills is the user's own reading, so each fact keeps its source and date.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self, TypeAlias, TypeVar

T = TypeVar("T")

FactValue: TypeAlias = bool | float | str | None
"""Yes or no, a number, a word; None is *unknown*, which is neither yes nor no nor zero."""

STALE_AFTER = timedelta(days=365)
"""How old a fact may be before it is shown as stale: programs change rules once a season."""


class FactKind(StrEnum):
    """What a fact's value is."""

    NUMBER = "number"
    YES_NO = "yes_no"
    WORD = "word"


class FactKey(StrEnum):
    """The facts that are kept of a program."""

    POSITIONS = "positions"
    FILLED = "filled"
    MINIMUM_STEP2 = "minimum_step2"
    TYPICAL_STEP2 = "typical_step2"
    VISA_J1 = "visa_j1"
    VISA_H1B = "visa_h1b"
    PERCENT_IMG = "percent_img"
    PERCENT_DO = "percent_do"
    PROGRAM_TYPE = "program_type"

    @property
    def kind(self) -> FactKind:
        """What the value of such a fact is."""
        if self in (FactKey.VISA_J1, FactKey.VISA_H1B):
            return FactKind.YES_NO
        return FactKind.WORD if self is FactKey.PROGRAM_TYPE else FactKind.NUMBER

    @property
    def span(self) -> tuple[float, float] | None:
        """The least and the highest number that can be meant; None where it is no number."""
        return _SPANS.get(self)


_SPANS: Mapping[FactKey, tuple[float, float]] = {
    FactKey.POSITIONS: (0, 500),
    FactKey.FILLED: (0, 500),
    FactKey.MINIMUM_STEP2: (1, 300),
    FactKey.TYPICAL_STEP2: (1, 300),
    FactKey.PERCENT_IMG: (0, 100),
    FactKey.PERCENT_DO: (0, 100),
}

PROGRAM_TYPES = ("university", "community, university-affiliated", "community", "military")
"""The words for `FactKey.PROGRAM_TYPE`, as FREIDA's listing tells programs apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact with where it was read and when. `day` None: the day is not known."""

    value: FactValue
    source: str = ""
    day: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether the fact says anything."""
        return self.value is not None

    def is_stale(self, today: date) -> bool:
        """Whether it is older than `STALE_AFTER`, or of a day that nobody can tell."""
        return self.day is None or today - self.day > STALE_AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class FillYear:
    """Positions offered and filled in the Match of one year; None is not told."""

    year: int
    quota: int | None
    filled: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One track of the Match by its NRMP code. `program_id` "" means not linked to a program.

    A program may have several: categorical, preliminary, primary care.
    """

    code: str
    name: str
    institution: str
    city: str
    state: str
    years: tuple[FillYear, ...]
    program_id: str = ""
    source: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBook:
    """Every fact by program, and every track by its NRMP code. Edits return a new book."""

    facts: Mapping[str, Mapping[FactKey, Fact]] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.facts or self.tracks)

    def of(self, program_id: str) -> Mapping[FactKey, Fact]:
        """The facts of a program, which may be none."""
        return self.facts.get(program_id, {})

    def value(self, program_id: str, key: FactKey) -> FactValue:
        """What is known, or None."""
        fact = self.facts.get(program_id, {}).get(key)
        return fact.value if fact else None

    def number(self, program_id: str, key: FactKey) -> float | None:
        """What is known as a number, or None; yes and no are no numbers."""
        value = self.value(program_id, key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return float(value)

    def with_fact(self, program_id: str, key: FactKey, fact: Fact | None) -> Self:
        """The same book with one fact set, or taken out where `fact` is None."""
        return self.with_facts({program_id: {**self.of(program_id), key: fact}})

    def with_facts(self, changed: Mapping[str, Mapping[FactKey, Fact | None]]) -> Self:
        """The same book with these facts over its own; a None takes the fact out."""
        facts = dict(self.facts)
        for program_id, given in changed.items():
            merged = {**self.of(program_id), **given}
            kept = {key: fact for key, fact in merged.items() if fact is not None}
            if kept:
                facts[program_id] = kept
            else:
                facts.pop(program_id, None)
        return replace(self, facts=facts)

    def with_tracks(self, tracks: Iterable[Track]) -> Self:
        """The same book with these tracks in the place of those of the same code."""
        return replace(self, tracks={**self.tracks, **{track.code: track for track in tracks}})

    def without_tracks(self, codes: Iterable[str]) -> Self:
        """The same book without the tracks of those codes."""
        gone = frozenset(codes)
        kept = {code: track for code, track in self.tracks.items() if code not in gone}
        return replace(self, tracks=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """The rows in which one book differs from another; None stands for a row that is gone."""

    facts: Mapping[str, Mapping[FactKey, Fact] | None]
    tracks: Mapping[str, Track | None]

    def __bool__(self) -> bool:
        return bool(self.facts or self.tracks)


def change_between(before: FactBook, after: FactBook) -> FactChange:
    """What has to be written so that `before` becomes `after`."""
    return FactChange(
        facts=_difference(before.facts, after.facts),
        tracks=_difference(before.tracks, after.tracks),
    )


def _difference(before: Mapping[str, T], after: Mapping[str, T]) -> dict[str, T | None]:
    if before is after:
        return {}
    changed: dict[str, T | None] = {key: None for key in before if key not in after}
    for key, value in after.items():
        held = before.get(key)
        if held is not value and held != value:
            changed[key] = value
    return changed
