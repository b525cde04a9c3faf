"""The rules as a reader finds them: in groups, in the order in which they apply."""

from collections.abc import Iterator
from dataclasses import dataclass

from smartpick_desktop.core.assessment.impact import state_of
from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.provenance import provenance
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.rules import ImpactRules
from smartpick_desktop.core.scenario import Group

FAMILIES = (
    ("B", "Where it starts"),
    ("T", "Trend, with a numeric Step 1"),
    ("M", "What changes it, in this order"),
    ("R", "Under the pass mark, after all else"),
    ("L", "Flags beside the impact"),
    ("D", "Flags beside the impact"),
)
MATRIX_RULE = "B"
ON_PASS_MARKS = frozenset({"M6", "R1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRule:
    """One rule with where it comes from."""

    id: str
    title: str
    text: str
    origin: str

    def says(self, folded: str) -> bool:
        """Whether every word of a folded search is in the rule."""
        everything = fold(f"{self.id} {self.title} {self.text} {self.origin}")
        return all(word in everything for word in folded.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class BookGroup:
    """Rules of one kind under their heading."""

    heading: str
    rules: tuple[BookRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """An impact of the matrix, its state, and the ID under which verdicts name it."""

    id: str
    level: int
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixLine:
    """A row of the matrix: a range of scores, and a cell for each group."""

    range_text: str
    cells: tuple[MatrixCell, ...]


def rule_book(reference: Reference) -> tuple[BookGroup, ...]:
    """Every rule with its origin, in groups."""
    return tuple(_groups(reference))


def matrix_lines(rules: ImpactRules) -> tuple[MatrixLine, ...]:
    """The impact matrix, from the highest scores down."""
    lines = []
    above: int | None = None
    for row in rules.matrix:
        cells = tuple(
            MatrixCell(
                id=f"{MATRIX_RULE}{row.lowest}.{group}",
                level=row.level(group),
                state=state_of(row.level(group), rules.states),
            )
            for group in Group
        )
        lines.append(MatrixLine(range_text=_range(row.lowest, above), cells=cells))
        above = row.lowest
    return tuple(lines)


def _groups(reference: Reference) -> Iterator[BookGroup]:
    rules = [_rule(text.id, reference) for text in reference.impact.rules]
    for heading in dict.fromkeys(heading for _, heading in FAMILIES):
        letters = {letter for letter, of in FAMILIES if of == heading}
        yield BookGroup(heading=heading, rules=tuple(r for r in rules if r.id[0] in letters))


def _rule(rule_id: str, reference: Reference) -> BookRule:
    text = reference.impact.text(rule_id)
    origin = provenance(reference.files["impact"], reference.sources).line
    if rule_id in ON_PASS_MARKS:
        marks = provenance(reference.files["exams"], reference.sources)
        origin = f"{origin}. Pass marks: {marks.sources} · {marks.year}"
    return BookRule(id=rule_id, title=text.title, text=text.text, origin=origin)


def _range(lowest: int, above: int | None) -> str:
    if above is None:
        return f"{lowest} and up"
    return f"{lowest}–{above - 1}" if lowest > 1 else f"under {above}"
