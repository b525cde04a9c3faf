"""Chances are said as ranges in steps of five, never as sure."""

import re

import pytest

from smartpick_desktop.core.outlook.results import NextPrograms, Outlook
from smartpick_desktop.core.outlook.rules import OutlookRules
from smartpick_desktop.core.outlook.words import (
    bucket_changes,
    headline,
    interviews_words,
    next_words,
    points_words,
    range_words,
    what_if_words,
)

NBSP = "\u00a0"


def outlook(low: float = 0.6, high: float = 0.8, **changed: object) -> Outlook:
    values: dict[str, object] = {
        "low": low, "middle": (low + high) / 2, "high": high, "expected": 6.2, "fewest": 1,
        "most": 12, "interviews": (1.0,), "programs": {},
    }  # fmt: skip
    return Outlook(**(values | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.601, 0.812, "60–80 %"),
        (0.62, 0.63, "60–65 %"),
        (0.66, 0.66, "65–70 %"),
        (0.88, 0.97, "90 % or more"),
        (0.91, 0.931, "90 % or more"),
        (0.96, 0.99, "95 % or more"),
        (0.9999, 1.0, "95 % or more"),
        (0.0, 0.004, "under 5 %"),
        (0.01, 0.14, "5–15 %"),
        (0.0, 0.0, "under 5 %"),
    ],
)
def test_a_range_is_rounded_and_capped(
    low: float, high: float, said: str, rules: OutlookRules
) -> None:
    assert range_words(low, high, rules.settings) == said.replace(" %", NBSP + "%")


def test_no_range_is_a_single_number_or_has_a_decimal(rules: OutlookRules) -> None:
    for low in range(0, 1000, 7):
        for width in (0, 10, 45, 300):
            said = range_words(low / 1000, min(1.0, (low + width) / 1000), rules.settings)
            assert re.fullmatch(r"\d+–\d+\xa0%|\d+\xa0% or more|under 5\xa0%", said)


def test_the_headline_speaks_of_people_not_of_you(rules: OutlookRules) -> None:
    said = headline(outlook(), rules.settings)
    assert (
        said.replace(NBSP, " ")
        == "60–80 % of people with files like this, and a list like this, would match."
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Expect about 6 interviews; 1 to 12 would not be surprising."),
        ({"expected": 1.2}, "Expect about 1 interview; 1 to 12 would not be surprising."),
        (
            {"expected": 0.3, "fewest": 0, "most": 0},
            "Expect under one interview.",
        ),
    ],
)
def test_interviews_are_whole(changed: dict[str, object], said: str) -> None:
    assert interviews_words(outlook(**changed)) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("adds", "said"),
    [(0.003, "less than a point"), (0.011, "about 1 point"), (0.07, "about 7 points")],
)
def test_differences_are_whole_points(adds: float, said: str) -> None:
    assert points_words(adds) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (None, ""),
        ((10, 300, 0.021), "The next 10 programs cost $300 and add about 2 points."),
        ((1, 30, 0.021), "The next program costs $30 and adds about 2 points."),
        ((10, 1300, 0.001), "The next 10 programs cost $1,300 and hardly move the range."),
        ((10, 0, 0.05), "The next 10 programs add about 5 points."),
    ],
)
def test_what_comes_next(more: tuple[int, int, float] | None, said: str) -> None:
    ahead = more and NextPrograms(count=more[0], dollars=more[1], adds=more[2])
    assert next_words(outlook(next_programs=ahead)) == said


def test_another_score_in_words(rules: OutlookRules) -> None:
    before, after = outlook(), outlook(0.65, 0.85)
    assert bucket_changes(before, after) == 0
    assert what_if_words(before, after, (245, 253), rules.settings).replace(NBSP, " ") == (
        "With 253 instead of 245, the same list: 60–80 % becomes 65–85 %; "
        "no program would change between reach, target and likely."
    )
