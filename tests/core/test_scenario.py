"""A scenario refuses what cannot be, and an edit returns a new one."""

from dataclasses import FrozenInstanceError, replace

import pytest

from smartpick_desktop.core.exams import ExamOutcome, Step1Result, Step2Result
from smartpick_desktop.core.program_list import ListEntry, Tie
from smartpick_desktop.core.scenario import Group, Reading, Scenario, Target

DERMATOLOGY = Target(specialty="dermatology")
NEUROLOGY = Target(specialty="neurology")
EMPTY = Scenario(id="a", name="Actual")


def entry(program: str, tie: Tie = Tie.NONE) -> ListEntry:
    return ListEntry(program_id=program, specialty="neurology", tie=tie)


def test_a_new_scenario_reads_by_the_article() -> None:
    assert (EMPTY.reading, EMPTY.band_scheme) == (Reading.ARTICLE, "article")


def test_a_scenario_cannot_be_poked() -> None:
    with pytest.raises(FrozenInstanceError):
        EMPTY.name = "other"  # type: ignore[misc]


@pytest.mark.parametrize(("step1", "step2"), [(-1, 0), (0, -1), (5, -1)])
def test_failed_attempts_cannot_be_negative(step1: int, step2: int) -> None:
    with pytest.raises(ValueError, match="negative"):
        replace(EMPTY, failed_step1=step1, failed_step2=step2)


def test_a_specialty_is_a_target_once() -> None:
    with pytest.raises(ValueError, match="target once"):
        replace(EMPTY, targets=(DERMATOLOGY, NEUROLOGY, replace(DERMATOLOGY, group=Group.LESS)))


def test_a_program_is_on_the_list_once() -> None:
    with pytest.raises(ValueError, match="on the list once"):
        replace(EMPTY, entries=(entry("1"), entry("2"), entry("1", Tie.HOME)))


@pytest.mark.parametrize(
    ("step1", "score"),
    [(None, None), (Step1Result(score=250), 250), (Step1Result(outcome=ExamOutcome.PASS), None)],
)
def test_the_step_1_score_is_there_when_it_is_a_number(
    step1: Step1Result | None, score: int | None
) -> None:
    assert replace(EMPTY, step1=step1).step1_score == score


@pytest.mark.parametrize(
    ("step2", "score"),
    [
        (None, None),
        (Step2Result(score=244), 244),
        (Step2Result(score=236, planned=True), 236),
        (Step2Result(failed=True), None),
    ],
)
def test_the_step_2_ck_score_is_taken_or_planned(
    step2: Step2Result | None, score: int | None
) -> None:
    assert replace(EMPTY, step2=step2).step2_score == score


def test_an_entry_is_added_behind_the_others() -> None:
    found = EMPTY.with_entry(entry("1")).with_entry(entry("2"))
    assert [e.program_id for e in found.entries] == ["1", "2"]
    assert EMPTY.entries == ()


def test_an_entry_takes_the_place_of_its_former_self() -> None:
    two = EMPTY.with_entry(entry("1")).with_entry(entry("2"))
    assert two.with_entry(entry("1", Tie.HOME)).entries == (entry("1", Tie.HOME), entry("2"))


def test_an_entry_is_found_by_its_program() -> None:
    found = EMPTY.with_entry(entry("1"))
    assert found.entry("1") == entry("1")
    assert found.entry("2") is None


def test_entries_are_taken_off_together() -> None:
    found = replace(EMPTY, entries=(entry("1"), entry("2"), entry("3")))
    assert found.without_entries(frozenset({"1", "3", "9"})).entries == (entry("2"),)


def test_a_target_is_added_behind_the_others() -> None:
    found = EMPTY.with_target(DERMATOLOGY).with_target(NEUROLOGY)
    assert found.targets == (DERMATOLOGY, NEUROLOGY)


def test_a_target_takes_the_place_of_its_former_self() -> None:
    anchored = replace(DERMATOLOGY, survey_anchor=248)
    found = replace(EMPTY, targets=(DERMATOLOGY, NEUROLOGY)).with_target(anchored)
    assert found.targets == (anchored, NEUROLOGY)


def test_a_target_taken_away_is_no_backup_any_more() -> None:
    both = replace(EMPTY, targets=(DERMATOLOGY, NEUROLOGY), backup="neurology")
    found = both.without_target("neurology")
    assert (found.targets, found.backup) == ((DERMATOLOGY,), None)


def test_another_target_taken_away_leaves_the_backup() -> None:
    both = replace(EMPTY, targets=(DERMATOLOGY, NEUROLOGY), backup="neurology")
    found = both.without_target("dermatology")
    assert (found.targets, found.backup) == ((NEUROLOGY,), "neurology")
