"""Exam results refuse to be wrong: scores off the scale, two results in one, dates that clash."""

from datetime import date

import pytest

from smartpick_desktop.core.exams import (
    ExamOutcome,
    PracticeExam,
    Step1Result,
    Step2Result,
    score_problem,
    step1_problem,
)

LAST_NUMERIC_DAY = date(2022, 1, 25)
FIRST_PASS_FAIL_DAY = date(2022, 1, 26)


@pytest.mark.parametrize("score", [1, 2, 299, 300, None])
def test_a_score_on_the_scale_has_no_problem(score: int | None) -> None:
    assert score_problem(score) is None


@pytest.mark.parametrize(
    ("score", "message"),
    [
        (0, "0 is below 1"),
        (-5, "-5 is below 1"),
        (301, "301 is above 300"),
        (312, "312 is above 300"),
    ],
)
def test_a_score_off_the_scale_says_on_which_side(score: int, message: str) -> None:
    assert score_problem(score) == message


@pytest.mark.parametrize("score", [0, 301])
def test_no_result_takes_a_score_off_the_scale(score: int) -> None:
    for result in (Step1Result, Step2Result, PracticeExam):
        with pytest.raises(ValueError, match=str(score)):
            result(score=score)


@pytest.mark.parametrize("score", [1, 300])
def test_every_result_takes_the_ends_of_the_scale(score: int) -> None:
    for result in (Step1Result, Step2Result, PracticeExam):
        assert result(score=score).score == score


def test_a_numeric_step_1_is_possible_up_to_25_january_2022() -> None:
    assert step1_problem(250, LAST_NUMERIC_DAY) is None
    assert Step1Result(score=250, taken_on=LAST_NUMERIC_DAY).score == 250


def test_a_numeric_step_1_is_an_error_from_26_january_2022_on() -> None:
    assert "2022-01-26" in (step1_problem(250, FIRST_PASS_FAIL_DAY) or "")
    with pytest.raises(ValueError, match="pass or fail"):
        Step1Result(score=250, taken_on=FIRST_PASS_FAIL_DAY)


@pytest.mark.parametrize("outcome", list(ExamOutcome))
@pytest.mark.parametrize("day", [LAST_NUMERIC_DAY, FIRST_PASS_FAIL_DAY, None])
def test_a_step_1_without_a_number_may_be_of_any_day(
    outcome: ExamOutcome, day: date | None
) -> None:
    assert Step1Result(outcome=outcome, taken_on=day).score is None


@pytest.mark.parametrize("both", [{}, {"score": 240, "outcome": ExamOutcome.PASS}])
def test_a_step_1_is_a_score_or_an_outcome_and_never_both(both: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a score or an outcome"):
        Step1Result(**both)  # type: ignore[arg-type]


@pytest.mark.parametrize("both", [{}, {"score": 240, "failed": True}])
def test_a_step_2_ck_is_a_score_or_a_fail_and_never_both(both: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a score or a fail"):
        Step2Result(**both)  # type: ignore[arg-type]


def test_a_planned_score_has_no_date() -> None:
    with pytest.raises(ValueError, match="without a date"):
        Step2Result(score=240, planned=True, taken_on=date(2026, 1, 1))


def test_a_planned_exam_has_not_failed() -> None:
    with pytest.raises(ValueError, match="planned"):
        Step2Result(failed=True, planned=True)


def test_a_fail_may_be_dated() -> None:
    assert Step2Result(failed=True, taken_on=date(2026, 1, 1)).score is None
