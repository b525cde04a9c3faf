"""Buckets: what a program says of itself decides, and nothing is made up where it says nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from smartpick_desktop.core.applicant import Applicant, ApplicantType
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.outlook.linear import OutlookInput, linear
from smartpick_desktop.core.outlook.rating import NO_RATING, rate_programs
from smartpick_desktop.core.outlook.results import Basis, ProgramChance
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey, FillYear, Track
from smartpick_desktop.core.program_list import Bucket, ListEntry, SignalTier, Tie
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Preferences, Scenario
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.outlook_data import load_outlook_rules

RESOURCES = Path(__file__).parents[3] / "resources"
PROGRAM = "acgme-0403821174"
Rate = Callable[..., ProgramChance]


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(RESOURCES / "data" / "programs.csv")


@pytest.fixture(scope="module")
def given(directory: Directory) -> OutlookInput:
    scenario = Scenario(id="a", name="Actual", step2=Step2Result(score=244))
    return OutlookInput(
        applicant=Applicant(id="p", code="A", scenarios=(scenario,), actual_id="a"),
        scenario=scenario,
        directory=directory,
        facts=FactColumns(directory, FactBook()),
        rules=load_outlook_rules(
            RESOURCES / "rules" / "outlook.toml", RESOURCES / "data" / "outlook_groups.csv"
        ),
        usual_score=lambda specialty: 255.0,
    )


@pytest.fixture
def rate(given: OutlookInput) -> Rate:
    """The chance of one program, of which these facts are known."""

    def rated(
        entry: ListEntry | None = None, kind: str = "us_md", *, visa: bool = False, **facts: Any
    ) -> ProgramChance:
        book = FactBook()
        for key, value in facts.items():
            book = book.with_fact(PROGRAM, FactKey(key), Fact(value=value))
        scenario = replace(given.scenario, entries=(entry,) if entry else ())
        applicant = replace(
            given.applicant, applicant_type=ApplicantType(kind), needs_visa=visa,
            scenarios=(scenario,),
        )  # fmt: skip
        row = given.directory.index_of(PROGRAM)
        now = replace(
            given, applicant=applicant, scenario=scenario,
            facts=FactColumns(given.directory, book),
        )  # fmt: skip
        return rate_programs(now, np.array([row], dtype=np.int32))[PROGRAM]

    return rated


def entry(**changed: Any) -> ListEntry:
    return replace(ListEntry(program_id=PROGRAM, specialty="anesthesiology"), **changed)


@pytest.mark.parametrize(
    ("typical", "bucket"),
    [(255, Bucket.REACH), (250, Bucket.TARGET), (238, Bucket.TARGET), (216, Bucket.TARGET)],
)
def test_the_usual_score_of_a_program_places_it(rate: Rate, typical: int, bucket: Bucket) -> None:
    found = rate(typical_step2=float(typical))
    assert (found.bucket, found.basis) == (bucket, Basis.PROGRAM)


def test_the_reason_names_the_score_and_how_far_it_is(rate: Rate) -> None:
    assert rate(typical_step2=251.0).reason == "Its usual score, 251, is 7 over this one."
    assert rate(typical_step2=244.0).reason == "Its usual score, 244, is as here."


def test_a_program_that_says_nothing_is_not_rated(rate: Rate) -> None:
    found = rate(positions=12.0)
    assert (found.bucket, found.reason) == (None, NO_RATING)
    assert found.assumed == ("its usual Step 2 CK score",)


def test_an_unknown_fact_says_nothing(rate: Rate) -> None:
    assert rate(typical_step2=None).bucket is None


def test_a_tie_and_a_signal_bring_a_program_nearer(rate: Rate) -> None:
    plain = rate(typical_step2=250.0)
    home = rate(entry(tie=Tie.HOME), typical_step2=250.0)
    signalled = rate(entry(signal=SignalTier.GOLD), typical_step2=250.0)
    assert home.invite > plain.invite
    assert signalled.invite > plain.invite
    assert "it knows you already" in home.reason


def test_likely_is_said_of_more_likely_than_not_alone(rate: Rate) -> None:
    """A program nearer than others, which invites one in four, is no likely one."""
    near = rate(entry(tie=Tie.HOME), typical_step2=250.0)
    both = rate(entry(tie=Tie.HOME, signal=SignalTier.GOLD), typical_step2=244.0)
    assert near.invite < 0.5 <= both.invite
    assert (near.bucket, both.bucket) == (Bucket.TARGET, Bucket.LIKELY)


def test_places_left_open_bring_a_program_nearer_and_full_ones_say_nothing(
    given: OutlookInput,
) -> None:
    row = given.directory.index_of(PROGRAM)
    rows = np.array([row], dtype=np.int32)

    def found(*filled: int) -> ProgramChance:
        years = tuple(
            FillYear(year=2021 + at, quota=8, filled=number) for at, number in enumerate(filled)
        )
        track = Track(
            code="1007140C0", name="Anesthesiology", institution="A", city="B", state="OH",
            years=years, program_id=PROGRAM, source="NRMP",
        )  # fmt: skip
        book = FactBook(tracks={track.code: track})
        now = replace(given, facts=FactColumns(given.directory, book))
        return rate_programs(now, rows)[PROGRAM]

    full, opened, long_ago = found(8, 8, 8, 7, 8), found(8, 8, 8, 5, 8), found(5, 5, 8, 8, 8)
    assert full.bucket is None
    assert full.invite == long_ago.invite == rate_programs(given, rows)[PROGRAM].invite
    assert opened.invite > full.invite
    assert "left places open" in opened.reason


def test_a_minimum_stands_in_for_a_usual_score(rate: Rate) -> None:
    assert rate(minimum_step2=240.0).invite == rate(typical_step2=250.0).invite


def test_no_visa_for_one_who_needs_it_takes_a_program_out(rate: Rate) -> None:
    found = rate(kind="non_us_img", visa=True, visa_j1=False, visa_h1b=False)
    assert (found.bucket, found.invite) == (Bucket.REACH, 0.0)
    assert found.excluded


@pytest.mark.parametrize("facts", [{}, {"visa_j1": False}, {"visa_j1": None, "visa_h1b": False}])
def test_an_unknown_answer_on_visas_lowers_nothing(rate: Rate, facts: dict[str, Any]) -> None:
    found = rate(kind="non_us_img", visa=True, **facts)
    assert found.excluded == ""
    assert found.invite == rate(kind="non_us_img", visa=True).invite


def test_an_img_is_nearer_to_a_community_program(rate: Rate) -> None:
    university = rate(kind="us_img", program_type="university")
    community = rate(kind="us_img", program_type="community")
    assert community.invite > university.invite


def test_without_a_score_nothing_is_rated(given: OutlookInput) -> None:
    rows = np.arange(5, dtype=np.int32)
    open_ = replace(given, scenario=replace(given.scenario, step2=None))
    assert rate_programs(open_, rows) == {}
    with pytest.raises(ValueError, match="need a Step 2 CK score"):
        linear(open_, rows)


def test_a_higher_score_never_lowers_a_chance(given: OutlookInput) -> None:
    rows = np.arange(0, 5656, 97, dtype=np.int32)
    before = None
    for score in range(210, 280, 5):
        scenario = replace(given.scenario, step2=Step2Result(score=score))
        terms = linear(replace(given, scenario=scenario), rows)
        if before is not None:
            assert (terms.invite >= before - 1e-12).all()
        before = terms.invite


def test_a_wished_place_counts(given: OutlookInput) -> None:
    row = given.directory.index_of(PROGRAM)
    rows = np.array([row], dtype=np.int32)
    wish = Preferences(city="Cleveland, OH", miles=10)
    near = replace(given, scenario=replace(given.scenario, preferences=wish))
    assert linear(near, rows).invite[0] > linear(given, rows).invite[0]
