"""Exam results: Step 1, Step 2 CK, and the practice exams before them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LOWEST_SCORE = 1
HIGHEST_SCORE = 300

STEP1_PASS_FAIL_SINCE = date(2022, 1, 26)
"""From this exam date on Step 1 is reported as pass or fail only (USMLE, common questions)."""


class ExamOutcome(StrEnum):
    """A result that carries no number."""

    PASS = "pass"  # noqa: S105  an exam result
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step1Result:
    """A Step 1 result: a score from the numeric years, or pass or fail. Never both."""

    score: int | None = None
    outcome: ExamOutcome | None = None
    taken_on: date | None = None

    def __post_init__(self) -> None:
        if (self.score is None) == (self.outcome is None):
            raise ValueError("a Step 1 result is a score or an outcome")
        if message := step1_problem(self.score, self.taken_on):
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step2Result:
    """A Step 2 CK result: a score, a planned score to try out, or a fail without a number."""

    score: int | None = None
    planned: bool = False
    failed: bool = False
    taken_on: date | None = None

    def __post_init__(self) -> None:
        if (self.score is None) != self.failed:
            raise ValueError("a Step 2 CK result is a score or a fail")
        if self.planned and (self.failed or self.taken_on is not None):
            raise ValueError("a planned Step 2 CK is a score without a date")
        if message := score_problem(self.score):
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeExam:
    """A practice exam on the Step 2 CK scale."""

    score: int
    name: str = ""
    taken_on: date | None = None

    def __post_init__(self) -> None:
        if message := score_problem(self.score):
            raise ValueError(message)


def score_problem(score: int | None) -> str | None:
    """What is wrong with `score` as a point on the three-digit scale, or None."""
    if score is None:
        return None
    if score > HIGHEST_SCORE:
        return f"{score} is above {HIGHEST_SCORE}"
    if score < LOWEST_SCORE:
        return f"{score} is below {LOWEST_SCORE}"
    return None


def step1_problem(score: int | None, taken_on: date | None) -> str | None:
    """What is wrong with a Step 1 `score` of that date, or None."""
    if score is not None and taken_on is not None and taken_on >= STEP1_PASS_FAIL_SINCE:
        return (
            f"Step 1 taken on {taken_on.isoformat()} has no score: "
            f"since {STEP1_PASS_FAIL_SINCE.isoformat()} it is reported as pass or fail"
        )
    return score_problem(score)
