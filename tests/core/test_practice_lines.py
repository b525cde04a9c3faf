"""Practice exams out of pasted lines: name, day and score in any order; what is wrong is named."""

from datetime import date

import pytest

from smartpick_desktop.core.exams import PracticeExam
from smartpick_desktop.core.practice_lines import merged, read_practice

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("line", "name", "day", "score"),
    [
        ("NBME 10 5/1 237", "NBME 10", date(2026, 5, 1), 237),
        ("237 NBME 10 2026-05-01", "NBME 10", date(2026, 5, 1), 237),
        ("UWSA 2, 12 Jun 2026: 251", "UWSA 2", date(2026, 6, 12), 251),
        ("UWSA2\tJun 12, 2026\t251", "UWSA2", date(2026, 6, 12), 251),
        ("Free 120 8/30/26 244", "Free 120", date(2026, 8, 30), 244),
        ("AMBOSS SA 11/20 240", "AMBOSS SA", date(2025, 11, 20), 240),
        ("NBME 9 228", "NBME 9", None, 228),
        ("241", "", None, 241),
    ],
)
def test_a_line_in_any_order(line: str, name: str, day: date | None, score: int) -> None:
    found = read_practice(line, TODAY)
    assert found.problems == ()
    assert found.exams == (PracticeExam(name=name, taken_on=day, score=score),)


def test_each_bad_line_is_named_and_the_others_are_read() -> None:
    text = "NBME 10 5/1 237\n\nNBME 11 soon\nNBME 12 13/45 240\nUWSA 9/1 310\nUWSA 1 9/1 250"
    found = read_practice(text, TODAY)
    assert [exam.score for exam in found.exams] == [237, 250]
    assert found.problems == (
        "Line 3: no score of three digits in “NBME 11 soon”.",
        "Line 4: “13/45” is no day.",
        "Line 5: 310 is above 300.",
    )
    assert found.not_read == ("NBME 11 soon", "NBME 12 13/45 240", "UWSA 9/1 310")


def test_the_same_exam_pasted_again_is_there_once() -> None:
    exams = read_practice("NBME 10 5/1 237\nUWSA 251", TODAY).exams
    assert merged(exams[:1], exams) == exams


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_nothing_is_nothing(text: str) -> None:
    found = read_practice(text, TODAY)
    assert (found.exams, found.problems) == ((), ())
