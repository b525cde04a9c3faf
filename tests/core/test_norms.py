"""Percentiles between the published rows, pass marks by date, and measurement noise."""

from collections.abc import Callable
from datetime import date

import pytest

from smartpick_desktop.core.assessment.verdict import Assessment
from smartpick_desktop.core.norms import (
    Noise,
    NormTable,
    PassMark,
    about_percentile,
    ordinal,
    pass_mark_on,
    percentile,
    percentile_text,
    score_at,
)
from smartpick_desktop.core.reference import Reference

Judge = Callable[..., Assessment]


def table(*rows: tuple[int, int]) -> NormTable:
    return NormTable(
        cohort="made up", short_cohort="made up", people=None, source_ids=(), rows=rows
    )


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (250, 44), (245, 32), (244, 30), (243, 28), (242, 27), (241, 25), (240, 23),
        (218, 3), (214, 2), (212, 1), (275, 98), (276, 98), (277, 99), (268, 89),
    ],
)  # fmt: skip
def test_a_step_2_ck_percentile_is_linear_between_the_rows(
    reference: Reference, score: int, expected: int
) -> None:
    assert percentile(score, reference.step2_norms) == expected


@pytest.mark.parametrize(
    ("score", "expected"), [(250, 82), (249, 80), (247, 76), (245, 72), (230, 43), (194, 4)]
)
def test_a_step_1_percentile_has_its_own_norms(
    reference: Reference, score: int, expected: int
) -> None:
    assert percentile(score, reference.step1_norms) == expected


@pytest.mark.parametrize(("score", "expected"), [(201, 11), (203, 12), (204, 12), (207, 14)])
def test_a_half_is_rounded_up(score: int, expected: int) -> None:
    assert percentile(score, table((200, 10), (210, 15))) == expected


@pytest.mark.parametrize("score", [1, 154, 155, 200, 210])
def test_no_percentile_is_under_1(reference: Reference, score: int) -> None:
    assert percentile(score, reference.step2_norms) == 1


@pytest.mark.parametrize("score", [278, 280, 299, 300])
def test_no_percentile_is_over_99(reference: Reference, score: int) -> None:
    assert percentile(score, reference.step2_norms) == 99


def test_a_percentile_never_falls_as_the_score_rises(reference: Reference) -> None:
    for norms in (reference.step1_norms, reference.step2_norms):
        found = [percentile(score, norms) for score in range(1, 301)]
        assert found == sorted(found)


def test_norms_name_their_cohort(reference: Reference) -> None:
    assert "2023" in reference.step2_norms.cohort
    assert "2026" in reference.step2_norms.cohort
    assert "2017" in reference.step1_norms.cohort
    assert "2019" in reference.step1_norms.cohort


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "≤ 1"), (2, "2nd"), (30, "30th"), (82, "82nd"), (98, "98th"), (99, "≥ 99")],
)
def test_a_percentile_is_shown_with_its_ends_open(value: int, text: str) -> None:
    assert percentile_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "≤ 1"), (2, "about 2nd"), (98, "about 98th"), (99, "≥ 99")],
)
def test_a_percentile_in_a_sentence_is_rough_once(value: int, text: str) -> None:
    assert about_percentile(value) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
     (22, "22nd"), (23, "23rd"), (93, "93rd")],
)  # fmt: skip
def test_an_ordinal_has_its_ending(number: int, text: str) -> None:
    assert ordinal(number) == text


@pytest.mark.parametrize(("percent", "score"), [(44, 250), (50, 252), (23, 240), (98, 275)])
def test_the_score_at_a_percent_is_found_between_the_rows(
    reference: Reference, percent: int, score: int
) -> None:
    assert score_at(percent, reference.step2_norms) == score


def test_a_percent_that_the_norms_do_not_reach_is_refused() -> None:
    with pytest.raises(ValueError, match="do not reach 9 percent"):
        score_at(9, table((200, 10), (210, 15)))


def test_the_score_at_a_half_point_is_rounded_up() -> None:
    assert score_at(11, table((200, 10), (205, 12))) == 203


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([(200, 10)], "two rows"),
        ([(200, 10), (200, 20)], "must rise"),
        ([(210, 10), (200, 20)], "must rise"),
        ([(200, 10), (210, 9)], "must rise"),
    ],
)
def test_norms_that_do_not_rise_are_refused(rows: list[tuple[int, int]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        table(*rows)


def test_norms_may_stay_level() -> None:
    assert percentile(205, table((200, 10), (210, 10))) == 10


@pytest.mark.parametrize(
    ("on", "mark"),
    [
        ("1999-01-01", None),
        ("2013-06-30", None),
        ("2013-07-01", 203),
        ("2014-06-30", 203),
        ("2014-07-01", 209),
        ("2022-06-30", 209),
        ("2022-07-01", 214),
        ("2025-06-30", 214),
        ("2025-07-01", 218),
        ("2030-01-01", 218),
    ],
)
def test_the_pass_mark_is_that_of_the_day(reference: Reference, on: str, mark: int | None) -> None:
    found = pass_mark_on(reference.pass_marks, date.fromisoformat(on))
    assert (found.score if found else None) == mark


def test_the_pass_mark_does_not_depend_on_the_order_of_the_file(reference: Reference) -> None:
    turned = tuple(reversed(reference.pass_marks))
    found = pass_mark_on(turned, date(2024, 1, 1))
    assert found is not None
    assert found.score == 214


@pytest.mark.parametrize("score", [0, 301])
def test_a_pass_mark_off_the_scale_is_refused(score: int) -> None:
    with pytest.raises(ValueError, match=str(score)):
        PassMark(score=score, since=date(2026, 1, 1), confidence="", source_ids=())


@pytest.mark.parametrize(
    ("difference", "told_apart"),
    [(0, False), (15, False), (-15, False), (15.9, False), (16, True), (-16, True), (40, True)],
)
def test_two_scores_are_told_apart_from_16_points_on(
    reference: Reference, difference: float, told_apart: bool
) -> None:
    assert reference.noise.tells_apart(difference) is told_apart


def test_one_score_is_good_to_six_points(reference: Reference) -> None:
    assert reference.noise.standard_error == 6


@pytest.mark.parametrize(("error", "apart"), [(-1, 16), (6, -1)])
def test_noise_is_never_negative(error: int, apart: int) -> None:
    with pytest.raises(ValueError, match="negative"):
        Noise(standard_error=error, telling_apart=apart, source_ids=())


@pytest.mark.parametrize(
    ("score", "band", "percent"),
    [(244, "strong", 30), (214, "concerning", 2), (260, "highly_competitive", 71)],
)
def test_a_score_stands_beside_its_band_and_percentile(
    judge: Judge, score: int, band: str, percent: int
) -> None:
    step2 = judge(None, score).step2
    assert step2 is not None
    assert (step2.band, step2.percentile) == (band, percent)
    assert step2.norm_cohort


@pytest.mark.parametrize(
    ("step1", "band", "percent"),
    [
        (250, "highly_competitive", 82),
        ("pass", None, None),
        ("fail", None, None),
        (None, None, None),
    ],
)
def test_step_1_has_numbers_when_it_is_one(
    judge: Judge, step1: int | str | None, band: str | None, percent: int | None
) -> None:
    found = judge(step1, 244).step1
    assert (found.band, found.percentile) == (band, percent)


@pytest.mark.parametrize(
    ("score", "on", "mark", "passed"),
    [
        (217, None, 218, None), (217, "2013-06-30", None, None),
        (203, "2013-07-01", 203, True), (202, "2013-07-01", 203, False),
        (218, "2025-07-01", 218, True),
        (217, "2025-07-01", 218, False), ("fail", None, 218, False),
        ("fail", "2013-06-30", None, False), ("fail", "2024-01-01", 214, False),
    ],
)  # fmt: skip
def test_the_pass_mark_is_that_of_the_day_and_undated_todays(
    judge: Judge, score: int | str, on: str | None, mark: int | None, passed: bool | None
) -> None:
    step2 = judge(None, score, on=on).step2
    assert step2 is not None
    assert (step2.pass_mark, step2.passed) == (mark, passed)


def test_a_planned_score_has_neither_passed_nor_failed(judge: Judge) -> None:
    step2 = judge(None, 200, planned=True).step2
    assert step2 is not None
    assert (step2.pass_mark, step2.passed) == (218, None)


def test_a_fail_without_a_score_has_no_numbers(judge: Judge) -> None:
    step2 = judge(None, "fail").step2
    assert step2 is not None
    assert (step2.band, step2.percentile, step2.norm_cohort) == (None, None, None)
