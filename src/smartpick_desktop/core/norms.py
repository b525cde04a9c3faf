"""Percentiles, pass marks by date, and measurement noise."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import floor

from smartpick_desktop.core.exams import score_problem

LOWEST_PERCENTILE = 1
HIGHEST_PERCENTILE = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class NormTable:
    """Percent of a cohort scoring lower (0-100), at rising scores in points."""

    cohort: str
    short_cohort: str
    people: int | None
    source_ids: tuple[str, ...]
    rows: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        if len(self.rows) < 2:
            raise ValueError("a norm table needs two rows or more")
        for (low, low_percent), (high, high_percent) in zip(
            self.rows, self.rows[1:], strict=False
        ):
            if low >= high or low_percent > high_percent:
                raise ValueError(f"norms must rise: {low} to {high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassMark:
    """The Step 2 CK score needed in exams taken on or after `since`."""

    score: int
    since: date
    confidence: str
    source_ids: tuple[str, ...]

    def __post_init__(self) -> None:
        if message := score_problem(self.score):
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """Standard error of one score, and the difference that tells two apart, in points."""

    standard_error: int
    telling_apart: int
    source_ids: tuple[str, ...]

    def __post_init__(self) -> None:
        if min(self.standard_error, self.telling_apart) < 0:
            raise ValueError("noise cannot be negative")

    def tells_apart(self, difference: float) -> bool:
        """Whether two scores that far apart differ beyond measurement noise."""
        return abs(difference) >= self.telling_apart


def percentile(score: int, table: NormTable) -> int:
    """Percentile of `score`, linear between the rows, rounded half up, held within 1-99."""
    return max(LOWEST_PERCENTILE, min(HIGHEST_PERCENTILE, _rounded(score, table)))


def score_at(percent: int, table: NormTable) -> int:
    """The score at which `percent` of the cohort lies lower, rounded to a point."""
    for (low, low_percent), (high, high_percent) in pairwise(table.rows):
        if low_percent <= percent <= high_percent and low_percent < high_percent:
            share = Fraction(percent - low_percent, high_percent - low_percent)
            return floor(low + share * (high - low) + Fraction(1, 2))
    raise ValueError(f"the norms do not reach {percent} percent")


def percentile_text(value: int) -> str:
    """`value` as it is shown: "30th", and "≥ 99" or "≤ 1" at the ends."""
    if value >= HIGHEST_PERCENTILE:
        return f"≥ {HIGHEST_PERCENTILE}"
    if value <= LOWEST_PERCENTILE:
        return f"≤ {LOWEST_PERCENTILE}"
    return ordinal(value)


def about_percentile(value: int) -> str:
    """`value` in a sentence: "about 30th"; the ends say themselves that they are rough."""
    shown = percentile_text(value)
    return f"about {shown}" if LOWEST_PERCENTILE < value < HIGHEST_PERCENTILE else shown


def ordinal(number: int) -> str:
    """`number` with its ending: 1st, 2nd, 3rd, 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def pass_mark_on(marks: tuple[PassMark, ...], taken_on: date) -> PassMark | None:
    """The pass mark in force on that day, or None before the first known one."""
    in_force = [mark for mark in marks if mark.since <= taken_on]
    return max(in_force, key=lambda mark: mark.since) if in_force else None


def _rounded(score: int, table: NormTable) -> int:
    """The percent at `score`, linear between the rows, rounded half up in whole numbers."""
    for (low, low_percent), (high, high_percent) in pairwise(table.rows):
        if low <= score <= high:
            rise = (score - low) * (high_percent - low_percent)
            return low_percent + (2 * rise + high - low) // (2 * (high - low))
    first, last = table.rows[0], table.rows[-1]
    return first[1] if score < first[0] else last[1]
