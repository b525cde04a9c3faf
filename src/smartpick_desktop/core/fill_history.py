"""Positions of a program and how they were filled, year by year, from the tracks linked to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from smartpick_desktop.core.program_facts import FactBook, FactKey, FillYear, Track

YEARS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FillHistory:
    """The years in which a program offered positions, oldest first, at most five."""

    years: tuple[FillYear, ...]
    source: str

    @property
    def latest(self) -> FillYear | None:
        """The last year that is known."""
        return self.years[-1] if self.years else None

    @property
    def words(self) -> str:
        """The history in words: "all filled, 2021 to 2025", or what was left open."""
        if not self.years:
            return ""
        first, last = self.years[0].year, self.years[-1].year
        span = str(last) if first == last else f"{first} to {last}"
        left = sum((year.quota or 0) - (year.filled or 0) for year in self.years)
        return f"all filled, {span}" if left == 0 else f"{left} left open, {span}"


def fill_histories(tracks: Iterable[Track]) -> dict[str, FillHistory]:
    """The history of every program that a track is linked to, by program id."""
    sums: dict[str, dict[int, list[int]]] = defaultdict(dict)
    sources: dict[str, str] = {}
    for track in tracks:
        if not track.program_id:
            continue
        sources[track.program_id] = track.source
        for year in track.years:
            held = sums[track.program_id].setdefault(year.year, [0, 0])
            held[0] += year.quota or 0
            held[1] += year.filled or 0
    return {key: _history(years, sources[key]) for key, years in sums.items()}


def positions(
    facts: FactBook, histories: Mapping[str, FillHistory], program_id: str
) -> float | None:
    """Positions a year: the user's own fact, else the quota of the last year known."""
    own = facts.number(program_id, FactKey.POSITIONS)
    if own is not None:
        return own
    history = histories.get(program_id)
    return history.latest.quota if history and history.latest else None


def _history(years: Mapping[int, list[int]], source: str) -> FillHistory:
    shown = sorted(years)[-YEARS_SHOWN:]
    return FillHistory(
        years=tuple(
            FillYear(year=year, quota=years[year][0], filled=years[year][1]) for year in shown
        ),
        source=source,
    )
