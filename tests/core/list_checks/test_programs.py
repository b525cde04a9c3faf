"""Signals, costs, visas, types, duplicates and programs that are gone."""

from dataclasses import replace

import pytest
from tests.core.list_checks.conftest import (
    DIRECTORY,
    EM,
    IM,
    QUOTAS,
    Make,
    entry,
    facts_of,
    general,
    program_id,
)

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.list_checks import Goal, Place
from smartpick_desktop.core.list_rules import Urgency
from smartpick_desktop.core.program_facts import Fact, FactKey
from smartpick_desktop.core.program_list import EntryStatus, ListEntry, SignalTier, Tie

GOLD, SINGLE = SignalTier.GOLD, SignalTier.SINGLE


def test_signals_that_are_left_are_counted_with_the_season_of_their_quota(case: Make) -> None:
    entries = (*general(1, signal=GOLD), entry("Emergency 0", signal=SINGLE))

    finding = case(entries=entries, scenario={"season": 2025}).one("unspent_signals")

    assert finding.reason == (
        "Not placed yet: 2 gold and 12 silver in Internal Medicine; "
        "4 signals in Emergency Medicine."
    )
    assert finding.goes_to == Goal(place=Place.SPECIALTY, key=IM)


def test_a_quota_of_another_season_is_named(case: Make) -> None:
    finding = case(entries=general(1), scenario={"season": 2027}).one("unspent_signals")

    assert finding.reason.endswith("in Internal Medicine (2026 quota).")


def test_all_signals_placed_is_quiet(case: Make) -> None:
    tiers = [GOLD] * 3 + [SignalTier.SILVER] * 12
    entries = tuple(entry(f"General {number}", signal=tier) for number, tier in enumerate(tiers))

    assert not case(entries=entries, scenario={"season": 2025}).found("unspent_signals")
    assert case(entries=entries[1:], scenario={"season": 2025}).found("unspent_signals")


def test_signals_are_left_alone_without_programs_and_once_all_are_applied_to(case: Make) -> None:
    assert not case().found("unspent_signals")
    applied = general(2, status=EntryStatus.APPLIED)
    assert not case(entries=applied).found("unspent_signals")
    assert case(entries=(*applied, entry("General 2"))).found("unspent_signals")


@pytest.mark.parametrize("tie", [Tie.HOME, Tie.AWAY_ROTATION])
def test_emergency_medicine_asks_not_to_signal_who_knows_you(case: Make, tie: Tie) -> None:
    finding = case(entries=(entry("Emergency 0", signal=SINGLE, tie=tie),)).one("signal_on_tie")

    assert finding.urgency is Urgency.LOOK
    assert finding.reason.startswith("Emergency medicine asks applicants not to signal")
    assert finding.subject == entry("Emergency 0").program_id


def test_elsewhere_such_a_signal_is_only_noted(case: Make) -> None:
    finding = case(entries=general(1, signal=GOLD, tie=Tie.HOME)).one("signal_on_tie")

    assert finding.urgency is Urgency.NOTE
    assert finding.reason.startswith("General 0 (Internal medicine), your home program, has")


@pytest.mark.parametrize(
    "fields",
    [
        {"signal": SINGLE, "tie": Tie.REGION},
        {"signal": SINGLE, "tie": Tie.FAMILY},
        {"signal": SignalTier.NONE, "tie": Tie.HOME},
    ],
)
def test_other_ties_and_ties_without_a_signal_are_quiet(
    case: Make, fields: dict[str, object]
) -> None:
    assert not case(entries=(entry("Emergency 0", **fields),)).found("signal_on_tie")


@pytest.mark.parametrize(("count", "asked"), [(30, 0), (31, 1), (34, 4)])
def test_past_program_thirty_each_one_needs_a_reason(case: Make, count: int, asked: int) -> None:
    found = case(entries=general(count)).found("past_thirty")

    assert [len(finding.programs) for finding in found] == ([asked] if asked else [])
    if found:
        assert found[0].reason == (
            f"Past program 30 and without a note that says why: {asked} of {count} in "
            "Internal medicine. Each costs $30."
        )
        assert found[0].goes_to == Goal(place=Place.PROGRAM, key=program_id(30))


def test_a_note_is_a_reason_and_two_specialties_count_apart(case: Make) -> None:
    noted = (*general(30), entry("General 30", note="my sister lives there"))
    assert not case(entries=noted).found("past_thirty")
    apart = (*general(30), *(entry(f"Emergency {number}") for number in range(5)))
    assert not case(entries=apart).found("past_thirty")


def test_without_a_fee_table_no_price_is_made_up(case: Make) -> None:
    assert "$" not in case(entries=general(31), fees=()).one("past_thirty").reason


def test_a_visa_that_is_not_known_is_neither_yes_nor_no(case: Make) -> None:
    j1 = {"General 0": True, "General 1": False, "General 2": None}
    facts = facts_of(FactKey.VISA_J1, j1)
    both_no = {
        program_id(3): {FactKey.VISA_J1: Fact(value=False), FactKey.VISA_H1B: Fact(value=False)}
    }
    facts = facts.with_facts(both_no)

    finding = case(entries=general(5), needs_visa=True, facts=facts).one("visa_unknown")

    assert finding.programs == (program_id(1), program_id(2), program_id(4))
    assert "whether 3 of 5 programs would sponsor one" in finding.reason


@pytest.mark.parametrize("needs_visa", [False, None])
def test_who_needs_no_visa_is_not_asked(case: Make, needs_visa: bool | None) -> None:
    assert not case(entries=general(3), needs_visa=needs_visa).found("visa_unknown")


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ((0, 0, 5, 10, 10), 1),
        ((0, 0, 5, 10, 11), 0),
        ((0, 0, 0, 0), 0),
        ((0, 0, 0, 0, None), 0),
    ],
)
def test_hardly_taken_needs_five_figures_of_five_percent_or_less_on_average(
    case: Make, shares: tuple[float | None, ...], found: int
) -> None:
    values = {f"General {number + 10}": share for number, share in enumerate(shares)}
    looked = case(
        entries=(*general(2), entry("Pacific 0")),
        kind=ApplicantType.US_IMG,
        facts=facts_of(FactKey.PERCENT_IMG, values),
    )

    assert [len(each.programs) for each in looked.found("hardly_taken")] == [2] * found
    if found:
        assert looked.one("hardly_taken").reason == (
            "IMGs are hardly taken: Internal medicine in Ohio, a mean of 5 % in 5 programs with "
            "a figure. On the list: 2 programs."
        )


def test_a_program_known_to_take_them_is_left_out(case: Make) -> None:
    values: dict[str, float | bool | None] = {f"General {n}": 0.0 for n in range(9)}
    facts = facts_of(FactKey.PERCENT_DO, values | {"General 9": 30.0})

    finding = case(entries=general(10), kind=ApplicantType.US_DO, facts=facts).one("hardly_taken")

    assert finding.reason.startswith("DOs are")
    assert program_id(9) not in finding.programs
    assert len(finding.programs) == 9


def test_figures_of_another_type_say_nothing(case: Make) -> None:
    facts = facts_of(FactKey.PERCENT_IMG, {f"General {n}": 0.0 for n in range(9)})
    for kind in (ApplicantType.US_MD, ApplicantType.US_DO):
        assert not case(entries=general(3), kind=kind, facts=facts).found("hardly_taken")


def test_two_programs_of_one_name_and_city_may_be_one(case: Make) -> None:
    first, second = entry("Twin Clinic"), entry("twin clinic")

    finding = case(entries=(first, second)).one("duplicate")

    assert finding.subject == second.program_id
    assert finding.programs == (first.program_id, second.program_id)
    assert first.program_id.removeprefix("acgme-") in finding.reason
    assert not case(entries=(first,)).found("duplicate")


def test_one_number_in_two_spellings_is_one_program(case: Make) -> None:
    first = entry("General 0")
    second = ListEntry(program_id=first.program_id.removeprefix("acgme-"), specialty=IM)

    finding = case(entries=(first, second)).one("duplicate")

    assert finding.reason == (
        f"General 0 is on the list twice under the number {second.program_id}."
    )


def test_a_program_that_left_the_directory_comes_first(case: Make) -> None:
    gone = ListEntry(program_id="acgme-9999999999", specialty=EM)

    finding = case(entries=(entry("Emergency 0"), gone)).one("not_listed")

    assert finding.urgency is Urgency.FIRST
    assert finding.reason == (
        f"9999999999 (Emergency medicine) is not in the directory of {DIRECTORY.source_date}."
    )
    assert finding.goes_to == Goal(place=Place.PROGRAM, key=gone.program_id)


def test_a_quota_of_none_leaves_nothing_to_place(case: Make) -> None:
    none = tuple(replace(each, limits=dict.fromkeys(each.limits, 0)) for each in QUOTAS)

    assert not case(entries=general(1), quotas=none).found("unspent_signals")
