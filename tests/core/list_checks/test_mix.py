"""Backup, buckets, interviews and regions: when each check speaks, and when it does not."""

from dataclasses import replace

import pytest
from tests.core.list_checks.conftest import ANES, IM, Make, entry, general, outlook

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.list_checks import Goal, Place, unchecked
from smartpick_desktop.core.list_rules import Urgency
from smartpick_desktop.core.program_list import Bucket, EntryStatus
from smartpick_desktop.core.scenario import Preferences

DERM = "dermatology"
REACH, TARGET, LIKELY = Bucket.REACH, Bucket.TARGET, Bucket.LIKELY


def test_a_high_impact_without_a_backup_comes_first(case: Make) -> None:
    finding = case(targets=(DERM, IM), step2=230).one("no_backup")

    assert finding.urgency is Urgency.FIRST
    assert finding.reason == (
        "Dermatology: impact 4 of 5, and no specialty is marked as the backup."
    )
    assert finding.goes_to == Goal(place=Place.FIELD, key="targets")
    assert "residencyadvisor.com" in finding.origin


@pytest.mark.parametrize(("step2", "found"), [(239, 1), (240, 0)])
def test_a_backup_is_asked_for_from_impact_4(case: Make, step2: int, found: int) -> None:
    assert len(case(targets=(DERM,), step2=step2).found("no_backup")) == found


def test_a_backup_with_programs_settles_it(case: Make) -> None:
    with_backup = case(targets=(DERM, IM), step2=230, entries=general(1), scenario={"backup": IM})

    assert not with_backup.found("no_backup")


def test_a_backup_without_programs_does_not(case: Make) -> None:
    listed = (entry("Anesthesia 0"),)
    finding = case(targets=(DERM, IM), step2=230, entries=listed, scenario={"backup": IM}).one(
        "no_backup"
    )

    assert finding.reason.endswith(
        "Internal medicine is the backup, but no program of it is on the list."
    )
    assert finding.goes_to == Goal(place=Place.SPECIALTY, key=IM)


def test_a_backup_that_reads_as_high_is_none(case: Make) -> None:
    finding = case(
        targets=(DERM, "orthopaedic_surgery"),
        step2=230,
        scenario={"backup": "orthopaedic_surgery"},
    ).one("no_backup")

    assert finding.reason == (
        "Dermatology: impact 4 of 5, and the backup, Orthopaedic surgery, reads 4 of 5 too."
    )


def test_a_backup_with_a_high_impact_behind_a_calm_target_is_no_matter(case: Make) -> None:
    assert not case(targets=(IM, DERM), step2=230, scenario={"backup": DERM}).found("no_backup")


@pytest.mark.parametrize(
    ("buckets", "check"),
    [
        ((REACH, REACH, REACH), "all_reach"),
        ((REACH, REACH, LIKELY), "nothing_in_range"),
        ((LIKELY, LIKELY, LIKELY), "nothing_in_range"),
        ((REACH, REACH, TARGET), ""),
        ((REACH, REACH), ""),
        ((REACH, REACH, None), ""),
        ((), ""),
    ],
)
def test_the_mix_is_looked_at_from_three_rated_programs_on(
    case: Make, buckets: tuple[Bucket | None, ...], check: str
) -> None:
    entries = tuple(
        entry(f"General {number}", bucket=bucket) for number, bucket in enumerate(buckets)
    )
    looked = case(entries=entries)

    assert [key for key in ("all_reach", "nothing_in_range") if looked.found(key)] == (
        [check] if check else []
    )


def test_what_is_not_rated_counts_as_neither(case: Make) -> None:
    entries = (*general(3, bucket=REACH), entry("Pacific 0"), entry("Pacific 1"))

    finding = case(entries=entries).one("all_reach")

    assert finding.reason == "All 3 programs with a bucket are reach; 2 more are not rated."


def test_a_bucket_of_the_users_own_goes_before_the_one_worked_out(case: Make) -> None:
    worked_out = outlook({f"General {n}": 0.1 for n in range(3)}, REACH)
    assert case(entries=general(3), outlook=worked_out).found("all_reach")
    assert not case(entries=general(3, bucket=TARGET), outlook=worked_out).found("all_reach")


def test_interviews_are_held_against_what_matched_applicants_ranked(case: Make) -> None:
    chances = outlook({f"General {n}": 0.4 for n in range(10)})

    finding = case(entries=general(10), kind=ApplicantType.NON_US_IMG, outlook=chances).one(
        "few_interviews"
    )

    assert finding.reason == (
        "About 4 interviews expected in Internal medicine; the goal is 5: "
        "the median of matched Non-US IMGs in this specialty, 2026."
    )


def test_a_program_that_is_out_brings_no_interview(case: Make) -> None:
    chances = outlook({"General 0": 5.0, "General 1": 2.0})
    programs = dict(chances.programs)
    out = general(1)[0].program_id
    programs[out] = replace(programs[out], excluded="sponsors no visa")
    looked = case(entries=general(2), kind=ApplicantType.NON_US_IMG)

    assert not replace(looked, outlook=chances).found("few_interviews")
    assert replace(looked, outlook=replace(chances, programs=programs)).found("few_interviews")


def test_a_goal_of_ones_own_is_held_against_the_whole_list(case: Make) -> None:
    chances = outlook({"General 0": 1.0, "Anesthesia 0": 1.0})
    entries = (entry("General 0"), entry("Anesthesia 0"))

    def found(goal: int) -> int:
        return len(
            case(entries=entries, outlook=chances, scenario={"interview_goal": goal}).found(
                "few_interviews"
            )
        )

    assert (found(2), found(3)) == (0, 1)


def test_interviews_that_were_offered_are_not_expected_any_more(case: Make) -> None:
    chances = outlook({f"General {n}": 0.1 for n in range(4)})
    offered = general(4, status=EntryStatus.OFFERED)

    for goal, found in ((4, 0), (5, 1)):
        looked = case(entries=offered, outlook=chances, scenario={"interview_goal": goal})
        assert len(looked.found("few_interviews")) == found


def test_without_an_outlook_nobody_counts_interviews_and_that_is_said(case: Make) -> None:
    looked = case(entries=general(4))

    assert not looked.found("few_interviews")
    assert unchecked(looked.given()) == (
        "Every program is a reach",
        "No program in range",
        "Fewer interviews expected than the goal",
    )


def test_with_buckets_and_an_outlook_every_check_is_made(case: Make) -> None:
    chances = outlook({f"General {n}": 1.0 for n in range(4)}, TARGET)

    assert unchecked(case(entries=general(4), outlook=chances).given()) == ()


@pytest.mark.parametrize(("count", "found"), [(4, 0), (5, 1)])
def test_one_region_is_pointed_out_from_five_programs_on(
    case: Make, count: int, found: int
) -> None:
    assert len(case(entries=general(count)).found("one_region")) == found


def test_a_second_region_or_an_unknown_one_settles_it(case: Make) -> None:
    assert not case(entries=(*general(5), entry("Pacific 0"))).found("one_region")


def test_a_region_that_was_wished_for_is_said_to_be_so(case: Make) -> None:
    wish = Preferences(divisions=frozenset({"East North Central"}))

    finding = case(entries=general(6), scenario={"preferences": wish}).one("one_region")

    assert finding.urgency is Urgency.NOTE
    assert finding.reason == (
        "All 6 programs are in one region, East North Central, as your preferences say."
    )


def test_an_unrelated_target_does_not_matter_to_a_calm_list(case: Make) -> None:
    assert not case(targets=(ANES,), step2=250).found("no_backup")
