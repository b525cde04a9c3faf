"""Score bands: named stretches of the Step 2 CK scale."""

from dataclasses import dataclass
from itertools import pairwise

from smartpick_desktop.core.exams import HIGHEST_SCORE, LOWEST_SCORE
from smartpick_desktop.core.figures import ScoreFigures

ARTICLE = "article"
SPECIALTY = "specialty"
CUSTOM = "custom"
LONGEST_EDGE = 9
"""Digits an edge may be typed with; Python itself refuses to read thousands of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One band, from `lowest` points up to the next band's."""

    key: str
    label: str
    short_label: str
    lowest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BandScheme:
    """Bands from the lowest up, with the source they come from."""

    key: str
    title: str
    source_id: str
    note: str
    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        if not self.bands or self.bands[0].lowest != LOWEST_SCORE:
            raise ValueError(f"the lowest band must start at {LOWEST_SCORE}")
        edges = [band.lowest for band in self.bands]
        if edges != sorted(set(edges)) or edges[-1] > HIGHEST_SCORE:
            raise ValueError(f"band edges must rise and end by {HIGHEST_SCORE}: {edges}")
        if len({band.key for band in self.bands}) != len(self.bands):
            raise ValueError("two bands share a key")

    def band(self, score: int) -> Band:
        """The band that `score` lies in; an edge belongs to the upper band."""
        return max((b for b in self.bands if b.lowest <= score), key=lambda b: b.lowest)

    def range_text(self, band: Band) -> str:
        """The range of `band` in words: "under 215", "225–239", "250 and up"."""
        at = self.bands.index(band)
        if at + 1 == len(self.bands):
            return f"{band.lowest} and up"
        following = self.bands[at + 1].lowest
        return f"under {following}" if at == 0 else f"{band.lowest}–{following - 1}"


def specialty_scheme(figures: ScoreFigures) -> BandScheme | None:
    """Bands of one specialty: above Q3, Q1-Q3, not-matched median to Q1, below.

    None without quartiles. Where the not-matched median is not under Q1 its band is empty and
    left out.
    """
    if figures.q1 is None or figures.q3 is None:
        return None
    middle = Band(key="q1_to_q3", label="Middle half", short_label="Middle", lowest=figures.q1)
    upper = Band(key="above_q3", label="Above Q3", short_label="> Q3", lowest=figures.q3 + 1)
    not_matched = figures.not_matched_median
    low = [Band(key="below", label="Below", short_label="Below", lowest=LOWEST_SCORE)]
    if not_matched is not None and LOWEST_SCORE < not_matched < figures.q1:
        low.append(
            Band(
                key="not_matched_to_q1", label="Up to Q1", short_label="to Q1", lowest=not_matched
            )
        )
    return BandScheme(
        key=SPECIALTY,
        title=f"Specialty {figures.year}",
        source_id=figures.source_ids[0],
        note="Quartiles of who matched, and the median of who did not.",
        bands=(*low, middle, upper),
    )


def custom_scheme(edges: tuple[int, ...]) -> BandScheme:
    """Bands between the user's own edges; ValueError when they do not rise within the scale."""
    bands = tuple(
        Band(key=f"band_{number}", label=f"Band {number}", short_label=str(number), lowest=lowest)
        for number, lowest in enumerate((LOWEST_SCORE, *edges), start=1)
    )
    return BandScheme(
        key=CUSTOM, title="My own", source_id="", note="Edges that you set.", bands=bands
    )


def edges_from_text(text: str) -> tuple[int, ...] | str:
    """The band edges written in `text` (`215, 225, 240`), or what is wrong with them."""
    words = text.replace(",", " ").split()
    if not words:
        return "Give one edge or more, such as 215, 225, 240, 250."
    for word in words:
        if not word.isdecimal() or len(word) > LONGEST_EDGE:
            return f"{word[:LONGEST_EDGE]} is no score."
    edges = tuple(map(int, words))
    for edge in edges:
        if not LOWEST_SCORE < edge <= HIGHEST_SCORE:
            return f"{edge} is outside {LOWEST_SCORE + 1} to {HIGHEST_SCORE}."
    for low, high in pairwise(edges):
        if low >= high:
            return f"{high} does not come after {low}."
    return edges
