"""The trend from Step 1 to Step 2 CK, and the forecast from practice exams."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from smartpick_desktop.core.assessment.trend import forecast, trend
from smartpick_desktop.core.assessment.verdict import Assessment, ForecastReading
from smartpick_desktop.core.exams import PracticeExam
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.rules import TrendEdges

Judge = Callable[..., Assessment]


def exam(score: int, on: str | None = None) -> PracticeExam:
    return PracticeExam(score=score, taken_on=date.fromisoformat(on) if on else None)


def reading(reference: Reference, actual: int | None, *exams: PracticeExam) -> ForecastReading:
    found = forecast(exams, actual, reference.noise)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("step1", "step2", "rule"),
    [
        (240, 240, "T1"), (240, 300, "T1"), (300, 240, "T1"), (250, 244, "T1"),
        (240, 239, "T5"), (240, 225, "T5"), (300, 225, "T5"),
        (240, 224, "T3"), (300, 224, "T3"), (240, 1, "T3"),
        (239, 240, "T2"), (239, 300, "T2"), (225, 226, "T2"), (238, 239, "T2"),
        (239, 239, "T5"), (239, 238, "T5"), (225, 225, "T5"), (225, 224, "T5"), (239, 200, "T5"),
        (224, 224, "T4"), (224, 223, "T4"), (1, 224, "T4"), (200, 210, "T4"),
        (224, 225, "T5"), (224, 239, "T5"), (200, 240, "T5"), (1, 300, "T5"),
    ],
)  # fmt: skip
def test_a_pair_of_scores_has_one_trend(
    reference: Reference, step1: int, step2: int, rule: str
) -> None:
    found = trend(step1, step2, reference.impact.trend)
    assert found is not None
    assert (found.rule, found.difference) == (rule, step2 - step1)


@pytest.mark.parametrize(
    ("step1", "step2"), [(None, 244), ("pass", 244), ("fail", 244), (250, None), (250, "fail")]
)
def test_without_two_scores_there_is_no_trend(
    judge: Judge, step1: int | str | None, step2: int | str | None
) -> None:
    assert judge(step1, step2).trend is None


def test_a_planned_score_has_a_trend(judge: Judge) -> None:
    found = judge(250, 224, planned=True).trend
    assert found is not None
    assert found.rule == "T3"


def test_the_trend_is_named_among_a_targets_rules_right_after_the_cell(judge: Judge) -> None:
    [verdict] = judge(250, 224, "anesthesiology", failed=(1, 0)).verdicts
    assert [rule.id for rule in verdict.rules][:2] == ["B215.moderate", "T3"]


def test_the_trend_changes_no_impact(judge: Judge, reference: Reference) -> None:
    edges = TrendEdges(high=300, average=300)
    other = replace(reference, impact=replace(reference.impact, trend=edges))
    for step1 in (200, 224, 225, 239, 240, 260):
        usual, odd = (
            judge(step1, 224, "neurology", rules=r).verdicts[0] for r in (reference, other)
        )
        assert usual.impact == odd.impact


def test_trend_edges_upside_down_are_refused() -> None:
    with pytest.raises(ValueError, match="upside down"):
        TrendEdges(high=225, average=240)


def test_the_higher_final_score_is_the_stronger_file_though_it_fell(judge: Judge) -> None:
    fell, rose = judge(260, 245, "neurology"), judge(215, 235, "neurology")
    assert fell.verdicts[0].impact is not None
    assert rose.verdicts[0].impact is not None
    assert fell.verdicts[0].impact < rose.verdicts[0].impact


def test_without_practice_exams_there_is_no_forecast(reference: Reference) -> None:
    assert forecast((), 240, reference.noise) is None


def test_the_forecast_is_the_mean_of_the_last_three_by_date(reference: Reference) -> None:
    found = reading(
        reference, 244,
        exam(250, "2026-06-03"), exam(200, "2026-05-01"), exam(246, "2026-06-02"),
        exam(245, "2026-06-01"),
    )  # fmt: skip
    assert (found.mean, found.low, found.high) == (247.0, 245, 250)
    assert found.gap == -3.0


def test_undated_exams_count_in_the_order_given(reference: Reference) -> None:
    found = reading(reference, None, exam(200), exam(240), exam(241), exam(242))
    assert (found.mean, found.low, found.high) == (241.0, 240, 242)


def test_exams_of_one_day_count_in_the_order_given(reference: Reference) -> None:
    day = "2026-06-01"
    found = reading(reference, None, exam(200, day), *(exam(240, day) for _ in range(3)))
    assert found.low == 240


def test_undated_exams_come_before_dated_ones(reference: Reference) -> None:
    dated = [exam(score, "2026-06-01") for score in (240, 241, 242)]
    assert reading(reference, None, *dated, exam(200)).low == 240


@pytest.mark.parametrize(
    ("scores", "mean"),
    [((240,), 240.0), ((240, 241), 240.5), ((240, 240, 241), 240.3), ((240, 241, 241), 240.7)],
)
def test_the_mean_is_told_to_one_decimal(
    reference: Reference, scores: tuple[int, ...], mean: float
) -> None:
    assert reading(reference, None, *map(exam, scores)).mean == mean


def test_without_a_result_there_is_no_gap(reference: Reference) -> None:
    found = reading(reference, None, exam(240))
    assert (found.gap, found.within_noise) == (None, None)


@pytest.mark.parametrize(
    ("actual", "gap", "within"),
    [(240, 0, True), (255, 15, True), (225, -15, True), (256, 16, False), (224, -16, False)],
)
def test_a_gap_under_16_either_way_is_within_noise(
    reference: Reference, actual: int, gap: int, within: bool
) -> None:
    found = reading(reference, actual, exam(240))
    assert (found.gap, found.within_noise) == (gap, within)


@pytest.mark.parametrize(("actual", "within"), [(256, True), (257, False)])
def test_a_gap_with_thirds_is_compared_before_it_is_rounded(
    reference: Reference, actual: int, within: bool
) -> None:
    exams = [exam(score) for score in (240, 240, 241)]  # 240.33: gaps of 15.67 and 16.67
    assert reading(reference, actual, *exams).within_noise is within


@pytest.mark.parametrize(("result", "gap"), [(230, -20.0), ("fail", None), (None, None)])
def test_the_forecast_is_held_against_a_score_that_was_taken(
    judge: Judge, result: int | str | None, gap: float | None
) -> None:
    found = judge("pass", result, practice=[exam(250)]).forecast
    assert found is not None
    assert found.gap == gap


def test_the_forecast_is_not_held_against_a_planned_score(judge: Judge) -> None:
    found = judge("pass", 230, planned=True, practice=[exam(250)]).forecast
    assert found is not None
    assert found.gap is None
