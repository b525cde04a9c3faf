"""The case: what the rules look at, drawn from a scenario once."""

from dataclasses import dataclass
from datetime import date

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.exams import ExamOutcome
from smartpick_desktop.core.norms import PassMark, pass_mark_on
from smartpick_desktop.core.scenario import Concern, Scenario, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One applicant's facts as the rules need them.

    `pass_mark` is that of the exam date, None without a date or before the first known mark;
    `next_pass_mark` is the one that a later attempt will be held to, as far as is known.
    """

    applicant_type: ApplicantType
    step1: int | None
    step2: int | None
    step2_failed: bool
    planned: bool
    pass_mark: PassMark | None
    has_failed_attempt: bool
    strengths: frozenset[Strength]
    concerns: frozenset[Concern]
    next_pass_mark: PassMark | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is a Step 2 CK result to judge, be it a fail without a number."""
        return self.step2 is not None or self.step2_failed

    @property
    def drop(self) -> int | None:
        """Step 1 minus Step 2 CK in points, where both are numeric."""
        return None if self.step1 is None or self.step2 is None else self.step1 - self.step2

    @property
    def is_fail(self) -> bool:
        """Whether Step 2 CK is under the pass mark of its date, or reported as a fail."""
        return self.step2_failed or (self.margin is not None and self.margin < 0)

    @property
    def margin(self) -> int | None:
        """Points over the pass mark, where both are known."""
        if self.step2 is None or self.pass_mark is None:
            return None
        return self.step2 - self.pass_mark.score


def case_of(
    applicant_type: ApplicantType, scenario: Scenario, marks: tuple[PassMark, ...]
) -> Case:
    """The case that `scenario` makes."""
    step1, step2 = scenario.step1, scenario.step2
    failed_step1 = step1 is not None and step1.outcome is ExamOutcome.FAIL
    return Case(
        applicant_type=applicant_type,
        step1=scenario.step1_score,
        step2=scenario.step2_score,
        step2_failed=step2 is not None and step2.failed,
        planned=step2 is not None and step2.planned,
        pass_mark=_mark(step2.taken_on if step2 else None, marks),
        has_failed_attempt=failed_step1 or scenario.failed_step1 + scenario.failed_step2 > 0,
        strengths=scenario.strengths,
        concerns=scenario.concerns,
        next_pass_mark=max(marks, key=lambda mark: mark.since, default=None),
    )


def _mark(taken_on: date | None, marks: tuple[PassMark, ...]) -> PassMark | None:
    return pass_mark_on(marks, taken_on) if taken_on else None
