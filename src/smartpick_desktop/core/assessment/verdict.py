"""What an assessment says, as values. `None` stands for what the input leaves open."""

from dataclasses import dataclass
from enum import StrEnum

from smartpick_desktop.core.scenario import Group


class State(StrEnum):
    """The three headlines, from calm to urgent."""

    FINE_AS_IS = "fine_as_is"
    WORTH_A_PLAN = "worth_a_plan"
    NEEDS_A_PLAN_FIRST = "needs_a_plan_first"

    @property
    def severity(self) -> int:
        """0 for fine as is, up to 2: a larger number is the stricter state."""
        return list(State).index(self)


STATE_WORDS = {
    State.FINE_AS_IS: "Fine as is",
    State.WORTH_A_PLAN: "Worth a plan",
    State.NEEDS_A_PLAN_FIRST: "Needs a plan first",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FiredRule:
    """A rule that applied, by its ID, with the reason in one line."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamReading:
    """Band key and percentile (1-99) of a score; both None without a score."""

    band: str | None
    percentile: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step2Reading:
    """Step 2 CK beside its numbers. `passed` is None while the exam date is open."""

    band: str | None
    percentile: int | None
    norm_cohort: str | None
    pass_mark: int | None
    passed: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendReading:
    """The trend rule that applied; `difference` is Step 2 CK minus Step 1, in points."""

    rule: str
    difference: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastReading:
    """The forecast from practice exams: mean, lowest, highest, and actual minus mean."""

    mean: float
    low: int
    high: int
    gap: float | None
    within_noise: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservedRate:
    """Share of applicants in a score band who matched: percent, people, band, match years."""

    percent: int
    n: int
    band: str
    years: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresReading:
    """The reading by figures, and all it rests on. `basis` says so in a sentence."""

    state: State | None
    near_the_line: bool | None
    rate: ObservedRate | None
    q1: int | None
    median: int | None
    q3: int | None
    not_matched_median: int | None
    n_matched: int | None
    n_not_matched: int | None
    year: int
    source: str
    basis: str
    is_means: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change that would lower the impact, and the impact it would leave."""

    change: str
    text: str
    impact: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetVerdict:
    """Both readings of one target specialty, and the headline that follows the chosen one."""

    specialty: str
    tier: int | None
    group: Group | None
    impact: int | None
    state: State | None
    headline: State | None
    rules: tuple[FiredRule, ...]
    to_address: tuple[str, ...]
    fine: tuple[str, ...]
    figures: FiguresReading | None
    changes: tuple[Change, ...]

    @property
    def stricter_note(self) -> str | None:
        """A line when the reading that the headline does not follow is stricter, else None."""
        figures = self.figures.state if self.figures else None
        if self.state is None or figures is None or self.headline is None:
            return None
        if figures.severity > self.headline.severity:
            return f"The figures are stricter here: {STATE_WORDS[figures].lower()}."
        if self.state.severity > self.headline.severity:
            return f"The article is stricter here: {STATE_WORDS[self.state].lower()}."
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything said of one scenario. The two ends stand for a scenario without a target."""

    step1: ExamReading
    step2: Step2Reading | None
    trend: TrendReading | None
    forecast: ForecastReading | None
    verdicts: tuple[TargetVerdict, ...]
    less_impact: int | None
    ultra_impact: int | None
    less_state: State | None = None
    ultra_state: State | None = None
