"""A scenario in one line: its scores, its headline, and the sentence read out for it."""

from dataclasses import dataclass

from smartpick_desktop.core.assessment.verdict import STATE_WORDS, State, TargetVerdict
from smartpick_desktop.core.exams import ExamOutcome, Step1Result, Step2Result
from smartpick_desktop.core.scenario import Scenario

PLANNED = " planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioLine:
    """Scores in short, the state of the specialty in focus, and the spoken line."""

    scores: str
    state: State | None
    spoken: str


def scenario_line(
    scenario: Scenario, verdict: TargetVerdict | None, specialty: str, *, is_actual: bool
) -> ScenarioLine:
    """The line of `scenario`; `verdict` is that of the specialty in focus, named `specialty`."""
    step1, step2 = step1_words(scenario.step1), step2_words(scenario.step2)
    scores = " · ".join(part for part in (step1, step2.removesuffix(PLANNED)) if part)
    state = verdict.headline if verdict else None
    said = f"{STATE_WORDS[state]} for {specialty}" if state else "no verdict"
    actual = ", actual" if is_actual else ""
    spoken = ", ".join(part for part in (f"{scenario.name}{actual}", step1, step2, said) if part)
    return ScenarioLine(scores=scores, state=state, spoken=spoken)


def step1_words(step1: Step1Result | None) -> str:
    """Step 1 in short; empty where it was not taken."""
    if step1 is None:
        return ""
    if step1.score is not None:
        return f"Step 1 {step1.score}"
    return "Step 1 pass" if step1.outcome is ExamOutcome.PASS else "Step 1 fail"


def step2_words(step2: Step2Result | None) -> str:
    """Step 2 CK in short."""
    if step2 is None:
        return "CK pending"
    if step2.failed:
        return "CK fail"
    return f"CK {step2.score}{PLANNED if step2.planned else ''}"
