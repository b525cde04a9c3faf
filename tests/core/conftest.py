"""What the core's tests share: the shipped rules and figures, and a short way to a verdict."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.assessment.verdict import Assessment, TargetVerdict
from smartpick_desktop.core.exams import ExamOutcome, PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Concern, Group, Reading, Scenario, Strength, Target
from smartpick_desktop.storage.reference_data import load_reference

TODAY = date(2026, 9, 1)


@pytest.fixture(scope="session")
def reference() -> Reference:
    """The rules and figures as shipped."""
    return load_reference(Path(__file__).parents[2] / "resources").reference


@pytest.fixture(scope="session")
def judge(reference: Reference) -> Callable[..., Assessment]:
    """Assess a pair of results, each a score, "pass", "fail" or None, of a US MD at first."""

    def assessment(
        step1: int | str | None,
        step2: int | str | None,
        *targets: str | Target,
        kind: str = "us_md",
        on: str | None = None,
        planned: bool = False,
        strengths: Sequence[str] = (),
        concerns: Sequence[str] = (),
        failed: tuple[int, int] = (0, 0),
        practice: Sequence[PracticeExam] = (),
        reading: str = "article",
        rules: Reference = reference,
    ) -> Assessment:
        scenario = Scenario(
            id="a",
            name="Actual",
            step1=_step1(step1),
            step2=_step2(step2, on, planned=planned),
            failed_step1=failed[0],
            failed_step2=failed[1],
            strengths=frozenset(map(Strength, strengths)),
            concerns=frozenset(map(Concern, concerns)),
            practice=tuple(practice),
            targets=tuple(t if isinstance(t, Target) else Target(specialty=t) for t in targets),
            reading=Reading(reading),
        )
        return assess(ApplicantType(kind), scenario, rules, today=TODAY)

    return assessment


@pytest.fixture(scope="session")
def verdict(judge: Callable[..., Assessment]) -> Callable[..., TargetVerdict]:
    """The verdict of one target: a specialty, or a group by way of a separate match in it."""

    def of(
        step1: int | str | None, step2: int | str | None, target: str, **more: object
    ) -> TargetVerdict:
        aimed = (
            Target(specialty="urology", group=Group(target)) if target in set(Group) else target
        )
        return judge(step1, step2, aimed, **more).verdicts[0]

    return of


def _step1(result: int | str | None) -> Step1Result | None:
    if result is None:
        return None
    if isinstance(result, int):
        return Step1Result(score=result)
    return Step1Result(outcome=ExamOutcome(result))


def _step2(result: int | str | None, on: str | None, *, planned: bool) -> Step2Result | None:
    if result is None:
        return None
    taken_on = date.fromisoformat(on) if on else None
    if result == "fail":
        return Step2Result(failed=True, taken_on=taken_on)
    return Step2Result(score=int(result), planned=planned, taken_on=taken_on)
