"""The article held against the figures: what each says of a score, specialty by specialty."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment.by_figures import figures_state, read_figures
from smartpick_desktop.core.assessment.case import Case
from smartpick_desktop.core.assessment.impact import level, state_of
from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.exams import HIGHEST_SCORE
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Group
from smartpick_desktop.core.specialties import GROUP_WORDS, Specialty, place

_NOBODY = Case(
    applicant_type=ApplicantType.US_MD,
    step1=None,
    step2=None,
    step2_failed=False,
    planned=False,
    pass_mark=None,
    has_failed_attempt=False,
    strengths=frozenset(),
    concerns=frozenset(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRange:
    """A stretch of scores within which neither the matrix nor the rates have an edge."""

    lowest: int
    highest: int

    @property
    def text(self) -> str:
        """The range, short enough to head a column."""
        if self.highest == HIGHEST_SCORE:
            return f"{self.lowest}+"
        return f"{self.lowest}–{self.highest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCell:
    """Both states of a range. `figures` has two where the state changes within the range."""

    article: State
    figures: tuple[State, ...]
    basis: str

    @property
    def agrees(self) -> bool:
        """Whether both say the same all through the range."""
        return self.figures == (self.article,)

    @property
    def figures_are_stricter(self) -> bool:
        """Whether the figures are stricter somewhere in the range and calmer nowhere."""
        levels = [state.severity - self.article.severity for state in self.figures]
        return bool(levels) and max(levels) > 0 and min(levels) >= 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSpecialty:
    """A specialty with a cell for every range."""

    name: str
    group: Group
    cells: tuple[ComparedCell, ...]

    @property
    def group_words(self) -> str:
        """The group in words."""
        return GROUP_WORDS[self.group]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Every specialty that both speak of, for US MD seniors with nothing else on file."""

    ranges: tuple[ScoreRange, ...]
    specialties: tuple[ComparedSpecialty, ...]

    @property
    def summary(self) -> str:
        """How often the two agree, in a sentence."""
        cells = [cell for specialty in self.specialties for cell in specialty.cells]
        agree = sum(cell.agrees for cell in cells)
        stricter = sum(cell.figures_are_stricter for cell in cells)
        calmer = sum(_is_calmer(cell) for cell in cells)
        mixed = len(cells) - agree - stricter - calmer
        both = f", and {mixed} lie across a line" if mixed else ""
        return (
            f"The two agree in {agree} of {len(cells)} cells. The figures are calmer in "
            f"{calmer} and stricter in {stricter}{both}."
        )


def compare_readings(reference: Reference) -> Comparison:
    """What article and figures say of every specialty that has both."""
    ranges = tuple(_ranges(reference))
    return Comparison(ranges=ranges, specialties=tuple(_specialties(reference, ranges)))


def _is_calmer(cell: ComparedCell) -> bool:
    levels = [state.severity - cell.article.severity for state in cell.figures]
    return bool(levels) and min(levels) < 0 and max(levels) <= 0


def _ranges(reference: Reference) -> Iterator[ScoreRange]:
    """From the lowest edge of the matrix up, cut at each edge of matrix and rates."""
    matrix = [row.lowest for row in reference.impact.matrix]
    start = min(edge for edge in matrix if edge > 1)
    edges = {*matrix, *(rate.lowest for rate in reference.figures.rates)}
    kept = sorted(edge for edge in edges if edge >= start)
    for low, above in pairwise([*kept, HIGHEST_SCORE + 1]):
        yield ScoreRange(lowest=low, highest=above - 1)


def _specialties(
    reference: Reference, ranges: tuple[ScoreRange, ...]
) -> Iterator[ComparedSpecialty]:
    for specialty in reference.specialties.values():
        group = place(specialty, reference.tiers, reference.figures).group
        figures = reference.score_figures(specialty.key, ApplicantType.US_MD)
        if group is not None and figures is not None and figures.q1 is not None:
            cells = tuple(_cell(specialty, group, reach, reference) for reach in ranges)
            yield ComparedSpecialty(name=specialty.name, group=group, cells=cells)


def _cell(
    specialty: Specialty, group: Group, reach: ScoreRange, reference: Reference
) -> ComparedCell:
    first = replace(_NOBODY, step2=reach.lowest)
    impact = level(first, group, reference.impact)
    reading = read_figures(first, specialty.key, reference)
    return ComparedCell(
        article=state_of(impact or 0, reference.impact.states),
        figures=tuple(dict.fromkeys(_figures_states(specialty, reach, reference))),
        basis=reading.basis if reading else "",
    )


def _figures_states(
    specialty: Specialty, reach: ScoreRange, reference: Reference
) -> Iterator[State]:
    figures = reference.score_figures(specialty.key, ApplicantType.US_MD)
    if figures is not None:
        for score in range(reach.lowest, reach.highest + 1):
            yield figures_state(replace(_NOBODY, step2=score), figures, reference)
