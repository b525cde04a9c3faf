"""The impact rules as values: every edge and level comes from the rules file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from smartpick_desktop.core.scenario import Concern, Group, Strength

LOWEST_IMPACT = 0
HIGHEST_IMPACT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """Impact by group from `lowest` points up to the next row's."""

    lowest: int
    less: int
    moderate: int
    ultra: int

    def __post_init__(self) -> None:
        for level in (self.less, self.moderate, self.ultra):
            check_level(level)

    def level(self, group: Group) -> int:
        """The impact in `group`."""
        match group:
            case Group.LESS:
                return self.less
            case Group.MODERATE:
                return self.moderate
            case Group.ULTRA:
                return self.ultra


@dataclass(frozen=True, slots=True, kw_only=True)
class StateEdges:
    """The highest impact of the two calmer states."""

    fine_up_to: int
    worth_up_to: int

    def __post_init__(self) -> None:
        check_rising("fine_up_to and worth_up_to", self.fine_up_to, self.worth_up_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendEdges:
    """Lowest scores that count as high and as average, in points."""

    high: int
    average: int

    def __post_init__(self) -> None:
        check_rising("average and high", self.average, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class BothLow:
    """M1: both scores under `below` give `level`."""

    below: int
    level: int

    def __post_init__(self) -> None:
        check_level(self.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetRow:
    """M2: in the matrix row from `lowest`, a level of `from_level` loses one."""

    lowest: int
    from_level: int

    def __post_init__(self) -> None:
        check_level(self.from_level, lowest=LOWEST_IMPACT + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offsets:
    """M2: how many strengths it takes, which one must be among them, and where it works."""

    strengths_needed: int
    one_of: frozenset[Strength]
    can_be_earned: tuple[Strength, ...]
    rows: tuple[OffsetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImgRule:
    """M3: an IMG under `below` points gets `add` levels more."""

    below: int
    add: int

    def __post_init__(self) -> None:
        check_level(self.add)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptsRule:
    """M4: at least `level`; in the less competitive group, from `less_from` on, `less_level`."""

    level: int
    less_level: int
    less_from: int

    def __post_init__(self) -> None:
        check_level(self.level)
        check_level(self.less_level)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropRule:
    """M5: a fall of `drop` points or more with one of these concerns gives at least `level`."""

    drop: int
    level: int
    one_of: frozenset[Concern]

    def __post_init__(self) -> None:
        check_level(self.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPass:
    """M6: passed by `margin` points or fewer gives at least these levels."""

    margin: int
    less_level: int
    level: int

    def __post_init__(self) -> None:
        check_level(self.level)
        check_level(self.less_level)


@dataclass(frozen=True, slots=True, kw_only=True)
class FailRule:
    """R1: under the pass mark gives `level`."""

    level: int

    def __post_init__(self) -> None:
        check_level(self.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class LowScore:
    """L1: a score under `below`, outside the less competitive group, is a flag to address."""

    below: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEdges:
    """Lowest match rates (percent) of the two calmer states, and the people a rate needs."""

    rate_fine_from: int
    rate_worth_from: int
    people_needed: int

    def __post_init__(self) -> None:
        names = "rate_worth_from and rate_fine_from"
        check_rising(names, self.rate_worth_from, self.rate_fine_from)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A rule as the user reads it. `reason` has named places for the numbers of the case."""

    id: str
    title: str
    text: str
    reason: str
    reason_without_score: str = ""

    def __post_init__(self) -> None:
        for template in (self.reason, self.reason_without_score):
            if unknown := set(_places(template)) - set(REASON_WORDS):
                found, known = ", ".join(sorted(unknown)), ", ".join(REASON_WORDS)
                raise ValueError(f"unknown place {{{found}}} in {template!r}; known: {known}")


REASON_WORDS = (
    "score", "step1", "step2", "band", "group", "level", "count", "drop", "margin", "mark",
    "since",
)  # fmt: skip
RULE_IDS = (
    "B", "T1", "T2", "T3", "T4", "T5", "M1", "M2", "M3", "M4", "M5", "M6", "R1", "L1", "D1",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRules:
    """Everything that turns a case into an impact, a state and flags."""

    matrix: tuple[MatrixRow, ...]
    states: StateEdges
    trend: TrendEdges
    both_low: BothLow
    offsets: Offsets
    img: ImgRule
    attempts: AttemptsRule
    drop_with_concerns: DropRule
    near_pass: NearPass
    fail: FailRule
    low_score: LowScore
    figures: FigureEdges
    rules: tuple[RuleText, ...]

    def __post_init__(self) -> None:
        edges = [row.lowest for row in self.matrix]
        if not edges or edges != sorted(set(edges), reverse=True) or edges[-1] > 1:
            raise ValueError(f"matrix rows must fall to 0, from the highest: {edges}")
        ids = [rule.id for rule in self.rules]
        if missing := set(RULE_IDS) - set(ids):
            raise ValueError(f"no text for {', '.join(sorted(missing))}")
        if len(ids) > len(RULE_IDS):
            raise ValueError(f"expected one text for each of {', '.join(RULE_IDS)}: {ids}")

    def row(self, score: int) -> MatrixRow:
        """The matrix row of `score`; an edge belongs to the upper row."""
        return next(row for row in self.matrix if row.lowest <= score)

    def text(self, rule_id: str) -> RuleText:
        """The text of a rule; a matrix cell (`B240.ultra`) has that of its family, `B`."""
        key = rule_id if rule_id in RULE_IDS else rule_id[:1]
        return next(rule for rule in self.rules if rule.id == key)

    def reason(self, rule_id: str, words: Mapping[str, object]) -> str:
        """The reason of a rule in one line, with the numbers of the case put in."""
        text = self.text(rule_id)
        wordless = text.reason_without_score and words.get("score") is None
        return (text.reason_without_score if wordless else text.reason).format_map(dict(words))


def check_level(level: int, lowest: int = LOWEST_IMPACT) -> None:
    """Raise ValueError unless `level` is an impact of `lowest` or more."""
    if not lowest <= level <= HIGHEST_IMPACT:
        raise ValueError(f"impact {level} is outside {lowest}-{HIGHEST_IMPACT}")


def check_rising(names: str, low: int, high: int) -> None:
    """Raise ValueError if two edges are upside down."""
    if low > high:
        raise ValueError(f"{names} are upside down: {low} > {high}")


def _places(template: str) -> Iterator[str]:
    """The named places of a template, with whatever was written into their braces."""
    for _, name, form, conversion in Formatter().parse(template):
        if name is not None:
            yield name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
