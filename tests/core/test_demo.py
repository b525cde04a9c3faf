"""The demo applicant, on the real directory, and the score to try before there is anyone."""

from collections import Counter
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.demo import DEMO_CODE, demo_applicant
from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.core.program_list import SignalTier, Tie
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.signals import usage
from smartpick_desktop.core.try_out import line_for
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.season_data import load_quotas

DATA = Path(__file__).parents[2] / "resources" / "data"
TODAY = date(2026, 9, 1)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(DATA / "programs.csv")


@pytest.fixture(scope="module")
def demo(directory: Directory) -> Applicant:
    numbers = count(1)
    return demo_applicant(lambda: f"id{next(numbers)}", directory)


def test_the_demo_is_known_by_its_code(demo: Applicant) -> None:
    assert (demo.code, demo.name) == (DEMO_CODE, "")


def test_the_demo_has_what_happened_and_two_what_ifs(demo: Applicant) -> None:
    assert [(s.name, s.step2_score) for s in demo.scenarios] == [
        ("Actual", 244),
        ("If CK 236", 236),
        ("Forecast 252", 252),
    ]


def test_only_what_happened_was_taken(demo: Applicant) -> None:
    assert [s.step2.planned for s in demo.scenarios if s.step2] == [False, True, True]


def test_the_first_scenario_is_the_actual_one(demo: Applicant) -> None:
    assert demo.actual_id == demo.scenarios[0].id


def test_every_id_of_the_demo_is_its_own(demo: Applicant) -> None:
    ids = [demo.id, *(scenario.id for scenario in demo.scenarios)]
    assert len(set(ids)) == len(ids)


def test_programs_of_the_demo_are_real(demo: Applicant, directory: Directory) -> None:
    unknown = [
        entry.program_id
        for entry in demo.scenarios[0].entries
        if directory.index_of(entry.program_id) is None
    ]
    assert unknown == []


def test_the_list_of_the_demo_divides_by_specialty(demo: Applicant) -> None:
    counted = Counter(entry.specialty for entry in demo.scenarios[0].entries)
    assert counted == {"anesthesiology": 28, "internal_medicine": 18}


def test_no_quota_of_signals_is_exceeded(demo: Applicant) -> None:
    quotas = load_quotas(DATA / "program_signals.csv")
    entries = demo.scenarios[0].entries
    uses = usage(entries, ["anesthesiology", "internal_medicine"], quotas, 2026)
    over = [
        (use.quota.specialties, tier)
        for use in uses
        for tier, limit in use.quota.limits.items()
        if use.placed.get(tier, 0) > limit
    ]
    assert over == []


def test_some_signals_of_the_demo_are_placed(demo: Applicant) -> None:
    tiers = {entry.signal for entry in demo.scenarios[0].entries}
    assert tiers >= {SignalTier.GOLD, SignalTier.SILVER, SignalTier.NONE}


def test_the_nearest_program_is_home(demo: Applicant, directory: Directory) -> None:
    [first, *_] = [e for e in demo.scenarios[0].entries if e.tie is Tie.HOME]
    row = directory.index_of(first.program_id)
    assert row is not None
    assert directory.row(row).city == "Cleveland"


def test_without_a_directory_the_demo_has_an_empty_list() -> None:
    numbers = count(1)
    demo = demo_applicant(lambda: f"id{next(numbers)}", None)
    assert demo.scenarios[0].entries == ()


class TestTheScoreToTry:
    @pytest.fixture
    def line(self, reference: Reference) -> NumberLine:
        return line_for(244, reference, TODAY)

    def test_stands_among_three_specialties(self, line: NumberLine) -> None:
        assert [row.key for row in line.rows] == [
            "",
            "anesthesiology",
            "internal_medicine",
            "dermatology",
        ]

    def test_has_their_verdicts(self, line: NumberLine) -> None:
        assert [row.verdict_words for row in line.rows[1:]] == [
            "Fine as is",
            "Fine as is",
            "Worth a plan",
        ]

    def test_without_one_there_are_figures_all_the_same(self, reference: Reference) -> None:
        line = line_for(None, reference, TODAY)
        assert (line.score, line.rows[1].q1, line.rows[1].state) == (None, 247, None)
