"""Scenario, profile and list in words."""

from collections.abc import Callable
from typing import Any

import pytest

from smartpick_desktop.core.applicant import Applicant, ApplicantType, Standing
from smartpick_desktop.core.assessment.verdict import Assessment, State
from smartpick_desktop.core.exams import ExamOutcome, Step1Result, Step2Result
from smartpick_desktop.core.list_words import list_words
from smartpick_desktop.core.profile_words import (
    CONCERN_NAMES,
    STRENGTH_NAMES,
    TYPE_NAMES,
    profile_lines,
    who,
)
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Concern, Scenario, Strength
from smartpick_desktop.core.scenario_rows import ScenarioLine, scenario_line


def scenario(**fields: Any) -> Scenario:
    return Scenario(id="a", name=fields.pop("name", "Actual"), **fields)


def applicant(**fields: Any) -> Applicant:
    return Applicant(id="p", code="A-01", scenarios=(scenario(),), actual_id="a", **fields)


class TestTheLineOfAScenario:
    @pytest.fixture
    def line(self, judge: Callable[..., Assessment]) -> Callable[..., ScenarioLine]:
        def of(*, is_actual: bool = False, **fields: Any) -> ScenarioLine:
            verdict = judge(250, 244, "anesthesiology", reading="figures").verdicts[0]
            return scenario_line(
                scenario(**fields), verdict, "anesthesiology", is_actual=is_actual
            )

        return of

    def test_reads_aloud_as_one_sentence(self, line: Callable[..., ScenarioLine]) -> None:
        found = line(
            name="Main", is_actual=True, step1=Step1Result(score=250), step2=Step2Result(score=244)
        )
        assert found.spoken == (
            "Main, actual, Step 1 250, CK 244, Worth a plan for anesthesiology"
        )

    def test_says_of_a_what_if_nothing_of_the_kind(
        self, line: Callable[..., ScenarioLine]
    ) -> None:
        assert "actual" not in line(name="If CK 236").spoken

    def test_names_a_planned_score_as_planned(self, line: Callable[..., ScenarioLine]) -> None:
        found = line(step2=Step2Result(score=236, planned=True))
        assert "CK 236 planned" in found.spoken

    def test_keeps_the_scores_short(self, line: Callable[..., ScenarioLine]) -> None:
        found = line(step1=Step1Result(score=250), step2=Step2Result(score=236, planned=True))
        assert found.scores == "Step 1 250 · CK 236"

    @pytest.mark.parametrize(
        ("outcome", "words"),
        [(ExamOutcome.PASS, "Step 1 pass"), (ExamOutcome.FAIL, "Step 1 fail")],
    )
    def test_says_pass_and_fail(
        self, line: Callable[..., ScenarioLine], outcome: ExamOutcome, words: str
    ) -> None:
        found = line(step1=Step1Result(outcome=outcome), step2=Step2Result(failed=True))
        assert found.scores == f"{words} · CK fail"

    def test_says_pending_without_a_score(self, line: Callable[..., ScenarioLine]) -> None:
        assert line().scores == "CK pending"

    def test_has_the_state_of_its_verdict(self, line: Callable[..., ScenarioLine]) -> None:
        assert line().state is State.WORTH_A_PLAN

    def test_says_so_where_there_is_no_verdict(self) -> None:
        found = scenario_line(scenario(), None, "", is_actual=True)
        assert (found.state, found.spoken) == (None, "Actual, actual, CK pending, no verdict")


class TestTheProfile:
    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({}, "US MD senior"),
            ({"graduation_year": 2027}, "US MD senior, 2027"),
            ({"standing": Standing.GRADUATE}, "US MD graduate"),
            ({"applicant_type": ApplicantType.NON_US_IMG}, "Non-US IMG senior"),
        ],
    )
    def test_says_who(self, fields: dict[str, Any], words: str) -> None:
        assert who(applicant(**fields)) == words

    def test_first_line_leaves_out_the_year(self) -> None:
        assert profile_lines(applicant(graduation_year=2027), scenario())[0] == "US MD senior"

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({}, "no strengths noted"),
            ({"strengths": frozenset({Strength.LETTERS})}, "1 strength"),
            ({"strengths": frozenset({Strength.LETTERS, Strength.MSPE})}, "2 strengths"),
            ({"concerns": frozenset({Concern.LEAVE})}, "no strengths noted · 1 concern"),
            ({"failed_step2": 1}, "1 failed attempt · no strengths noted"),
            ({"failed_step1": 1, "failed_step2": 1}, "2 failed attempts · no strengths noted"),
        ],
    )
    def test_second_line_counts(self, fields: dict[str, Any], words: str) -> None:
        assert profile_lines(applicant(), scenario(**fields))[1] == words

    @pytest.mark.parametrize(
        ("needs", "words"),
        [
            (True, "no strengths noted · visa needed"),
            (False, "no strengths noted"),
            (None, "no strengths noted"),
        ],
    )
    def test_a_visa_is_named_only_where_it_is_needed(self, needs: bool | None, words: str) -> None:
        assert profile_lines(applicant(needs_visa=needs), scenario())[1] == words

    def test_every_type_strength_and_concern_has_a_name(self) -> None:
        assert (set(TYPE_NAMES), set(STRENGTH_NAMES), set(CONCERN_NAMES)) == (
            set(ApplicantType),
            set(Strength),
            set(Concern),
        )


class TestTheList:
    def entries(self, **counts: int) -> tuple[ListEntry, ...]:
        return tuple(
            ListEntry(program_id=f"{key}-{number}", specialty=key)
            for key, count in counts.items()
            for number in range(count)
        )

    def test_an_empty_list_says_how_to_begin(self, reference: Reference) -> None:
        words = list_words(scenario(), reference)
        assert (words.count, words.mix) == ("No programs", "Open the list to add the first")

    def test_one_program_is_no_plural(self, reference: Reference) -> None:
        listed = scenario(entries=self.entries(dermatology=1))
        assert list_words(listed, reference).count == "1 program"

    def test_specialties_come_with_the_largest_first(self, reference: Reference) -> None:
        listed = scenario(entries=self.entries(dermatology=2, anesthesiology=4))
        words = list_words(listed, reference)
        assert (words.count, words.mix) == ("6 programs", "4 Anesthesiology · 2 Dermatology")
