"""The calendar, couples, the order of findings, and what the user set aside."""

from datetime import date, timedelta

import pytest
from tests.core.list_checks.conftest import Make, general

from smartpick_desktop.core.dismissals import bring_back, dismiss
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.list_checks import Goal, Place, check_list
from smartpick_desktop.core.list_checks.about_time import application_day
from smartpick_desktop.core.list_checks.check import CHECKS
from smartpick_desktop.core.list_edits import ListEdit
from smartpick_desktop.core.list_rules import CHECK_IDS, ApplicationDay, Urgency
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Dismissal
from smartpick_desktop.core.signals import Refusal

DAY = date(2025, 9, 24)


@pytest.mark.parametrize(
    ("before", "urgency"),
    [
        (91, Urgency.NOTE),
        (90, Urgency.LOOK),
        (43, Urgency.LOOK),
        (42, Urgency.FIRST),
        (1, Urgency.FIRST),
        (0, Urgency.FIRST),
        (-5, Urgency.FIRST),
    ],
)
def test_a_missing_score_is_the_more_urgent_the_nearer_the_day(
    case: Make, before: int, urgency: Urgency
) -> None:
    finding = case(step2=None, today=DAY - timedelta(days=before)).one("missing_step2")

    assert finding.urgency is urgency
    assert finding.goes_to == Goal(place=Place.FIELD, key="step2")


@pytest.mark.parametrize(
    ("before", "ends"),
    [
        (28, "in 28 days. A score by then needs an exam by about 27 August 2025."),
        (27, "in 27 days. An exam from now on may be reported after that."),
        (0, "and there is no Step 2 CK score."),
    ],
)
def test_four_weeks_are_what_a_score_needs(case: Make, before: int, ends: str) -> None:
    looked = case(step2=None, today=DAY - timedelta(days=before))
    since = "from" if before else "since"

    assert looked.one("missing_step2").reason == (
        f"Programs read applications {since} 24 September 2025, {ends}"
    )


def test_a_planned_score_is_none_yet(case: Make) -> None:
    planned = {"step2": Step2Result(score=250, planned=True)}

    assert case(scenario=planned).found("missing_step2")
    assert not case(step2=250).found("missing_step2")


def test_comlex_on_record_is_calmer(case: Make) -> None:
    fields = {"comlex_level2": "560"}
    finding = case(step2=None, today=DAY - timedelta(days=5), scenario=fields).one("missing_step2")

    assert finding.urgency is Urgency.NOTE
    assert "COMLEX" in finding.reason


def test_the_day_of_a_season_that_is_not_known_is_an_estimate(
    case: Make, reference: Reference
) -> None:
    when = application_day(reference.list_rules.application_days, 2027)
    assert (when.day, when.is_estimate) == (date(2026, 9, 24), True)

    finding = case(step2=None, scenario={"season": 2027}).one("missing_step2")
    assert "(an estimate by the 2026 season; 2027 is not known)" in finding.reason


def test_the_nearest_season_before_stands_in_and_a_leap_day_does_no_harm() -> None:
    days = [
        ApplicationDay(season=2024, day=date(2024, 2, 29), confidence=""),
        ApplicationDay(season=2026, day=date(2025, 9, 24), confidence=""),
    ]

    assert application_day(days, 2025).day == date(2025, 2, 28)
    assert application_day(days, 2024).day == date(2024, 2, 29)
    assert application_day(days, 2026).published_for == 2026
    assert application_day(days, 2020).published_for == 2024


def test_couples_are_told_that_no_figure_covers_them(case: Make) -> None:
    assert case(scenario={"couples": True}).one("couples").urgency is Urgency.NOTE
    assert not case().found("couples")


def test_there_is_a_check_for_every_text() -> None:
    assert tuple(CHECKS) == CHECK_IDS
    assert len(CHECKS) == 14


def test_the_most_urgent_comes_first_then_the_order_of_the_rules(case: Make) -> None:
    looked = case(
        targets=("dermatology",),
        step2=230,
        entries=general(31),
        needs_visa=True,
        scenario={"couples": True},
    )

    assert [finding.check for finding in check_list(looked.given())] == [
        "no_backup",
        "unspent_signals",
        "visa_unknown",
        "past_thirty",
        "one_region",
        "couples",
    ]


def test_a_calm_list_finds_nothing(case: Make) -> None:
    assert check_list(case().given()) == ()


def test_what_was_set_aside_stays_in_its_place_with_the_reason(case: Make) -> None:
    looked = case(scenario={"couples": True})
    scenario = looked.given().scenario

    edit = dismiss(scenario, looked.one("couples"), "  we talked \n about it ")

    assert isinstance(edit, ListEdit)
    assert edit.text == "Set aside “Matching as a couple”"
    assert edit.after.dismissals == (Dismissal(check="couples", reason="we talked about it"),)
    again = case(scenario={"couples": True, "dismissals": edit.after.dismissals})
    assert again.one("couples").dismissed_because == "we talked about it"
    assert bring_back(edit.after, again.one("couples")).after == scenario


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_nothing_is_set_aside_without_a_reason(case: Make, reason: str) -> None:
    looked = case(scenario={"couples": True})

    assert isinstance(dismiss(looked.given().scenario, looked.one("couples"), reason), Refusal)


def test_a_second_reason_takes_the_place_of_the_first(case: Make) -> None:
    looked = case(scenario={"couples": True})
    finding, scenario = looked.one("couples"), looked.given().scenario

    once = dismiss(scenario, finding, "one")
    assert isinstance(once, ListEdit)
    twice = dismiss(once.after, finding, "two")

    assert isinstance(twice, ListEdit)
    assert [each.reason for each in twice.after.dismissals] == ["two"]


def test_a_dismissal_of_one_program_leaves_the_others(case: Make) -> None:
    aside = Dismissal(check="not_listed", subject="acgme-9", reason="opens in July")
    looked = case(scenario={"couples": True, "dismissals": (aside,)})

    assert not looked.one("couples").is_dismissed
