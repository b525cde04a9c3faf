"""The number line: what the chart and its table show of a scenario, as values."""

from dataclasses import dataclass
from enum import StrEnum

from smartpick_desktop.core.assessment.verdict import State


class GhostKind(StrEnum):
    """What an outline marker on the line stands for."""

    FORECAST = "forecast"
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBand:
    """A stretch of the band strip, from `lowest` up to the next band's, both in points."""

    label: str
    short_label: str
    range_text: str
    lowest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One row: quartiles of who matched, the not-matched median, and what the score says there.

    `figures_note` stands in the row's lane where it has no box ("no figures for this type").
    """

    key: str
    title: str
    caption: str
    q1: int | None = None
    median: int | None = None
    q3: int | None = None
    not_matched_median: int | None = None
    figures_note: str = ""
    state: State | None = None
    verdict_words: str = ""
    distance_words: str = ""
    in_focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The harm anchor: the score from which most programs are not concerned, and its origin."""

    score: int
    label: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ghost:
    """An outline marker beside the score: the forecast, or another scenario's score."""

    score: int
    label: str
    kind: GhostKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on the score axis with the percentile under it."""

    score: int
    percentile_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """The whole picture. The axis runs from `low` to `high`; `noise` is ± points (one SEM)."""

    low: int
    high: int
    score: int | None
    planned: bool
    noise: int
    title: str
    bands: tuple[LineBand, ...]
    pass_mark: int | None
    anchor: Anchor | None
    ghosts: tuple[Ghost, ...]
    rows: tuple[LineRow, ...]
    ticks: tuple[Tick, ...]
    footnote: str
    summary: str
