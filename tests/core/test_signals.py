"""Signals: a quota is never passed, and what is left is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpick_desktop.core.program_list import ListEntry, SignalTier
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import (
    Refusal,
    SignalQuota,
    SignalUse,
    place,
    quota_for,
    usage,
)
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.season_data import load_quotas

QUOTAS = load_quotas(resource("data", "program_signals.csv"))
NAMES = {"urology": "Urology"}
GOLD, SILVER, SINGLE, NONE = (
    SignalTier.GOLD,
    SignalTier.SILVER,
    SignalTier.SINGLE,
    SignalTier.NONE,
)


def program(number: int) -> str:
    return f"acgme-{number:010}"


def listing(*groups: tuple[str, SignalTier, int], season: int = 2026) -> Scenario:
    """A scenario with so many programs of each specialty and signal."""
    kinds = [(specialty, signal) for specialty, signal, count in groups for _ in range(count)]
    entries = tuple(
        ListEntry(program_id=program(number), specialty=specialty, signal=signal)
        for number, (specialty, signal) in enumerate(kinds)
    )
    return Scenario(id="s", name="Actual", season=season, entries=entries)


def last(scenario: Scenario) -> str:
    return scenario.entries[-1].program_id


def refusal(scenario: Scenario, tier: SignalTier) -> str:
    outcome = place(scenario, last(scenario), tier, QUOTAS, NAMES)
    assert isinstance(outcome, Refusal)
    return outcome.message


def signal(scenario: Scenario, tier: SignalTier) -> SignalTier:
    outcome = place(scenario, last(scenario), tier, QUOTAS, NAMES)
    assert isinstance(outcome, Scenario)
    return outcome.entries[-1].signal


def use_of(scenario: Scenario, specialty: str) -> SignalUse:
    (use,) = usage(scenario.entries, [specialty], QUOTAS, scenario.season)
    return use


def test_the_last_gold_can_be_placed_and_one_more_cannot() -> None:
    four = listing(("anesthesiology", GOLD, 4), ("anesthesiology", NONE, 1), season=2025)
    five = listing(("anesthesiology", GOLD, 5), ("anesthesiology", NONE, 1), season=2025)

    assert signal(four, GOLD) is GOLD
    assert refusal(five, GOLD) == "All 5 gold are placed. Free one first."


def test_a_full_gold_quota_leaves_silver_open() -> None:
    scenario = listing(("dermatology", GOLD, 3), ("dermatology", NONE, 1))

    assert signal(scenario, SILVER) is SILVER


@pytest.mark.parametrize("wished", [GOLD, SILVER, SINGLE])
def test_with_one_kind_of_signal_gold_and_silver_are_that_kind(wished: SignalTier) -> None:
    scenario = listing(("orthopaedic_surgery", SINGLE, 29), ("orthopaedic_surgery", NONE, 1))

    assert signal(scenario, wished) is SINGLE


def test_thirty_signals_of_one_kind_are_all() -> None:
    scenario = listing(("orthopaedic_surgery", SINGLE, 30), ("orthopaedic_surgery", NONE, 1))

    assert refusal(scenario, SINGLE) == "All 30 signals are placed. Free one first."


def test_the_quota_of_an_earlier_season_is_named_when_it_refuses() -> None:
    scenario = listing(("anesthesiology", GOLD, 5), ("anesthesiology", NONE, 1))

    assert refusal(scenario, GOLD) == ("All 5 gold of the 2025 quota are placed. Free one first.")


def test_without_a_quota_nothing_can_be_placed() -> None:
    assert refusal(listing(("urology", NONE, 1)), GOLD) == (
        "No signal quota is known for Urology in 2026; signals cannot be counted without one."
    )


def test_a_single_signal_does_not_stand_for_gold_or_silver() -> None:
    assert "gold and silver" in refusal(listing(("dermatology", NONE, 1)), SINGLE)


def test_a_program_that_is_not_listed_takes_no_signal() -> None:
    outcome = place(listing(), program(1), GOLD, QUOTAS, NAMES)

    assert outcome == Refusal(message="A signal needs a program on the list.")


def test_diagnostic_and_interventional_radiology_share_their_signals() -> None:
    scenario = listing(
        ("diagnostic_radiology", GOLD, 4),
        ("interventional_radiology", GOLD, 2),
        ("interventional_radiology", NONE, 1),
        season=2025,
    )

    assert refusal(scenario, GOLD) == "All 6 gold are placed. Free one first."
    specialties = ["interventional_radiology", "diagnostic_radiology"]
    (use,) = usage(scenario.entries, specialties, QUOTAS, 2025)
    assert use.placed == {GOLD: 6, SILVER: 0}


def test_academic_internal_medicine_spends_the_signals_of_internal_medicine() -> None:
    scenario = listing(
        ("internal_medicine", GOLD, 2),
        ("internal_medicine_academic", GOLD, 1),
        ("internal_medicine_academic", NONE, 1),
    )

    assert refusal(scenario, GOLD) == "All 3 gold are placed. Free one first."


def test_a_signal_can_always_be_taken_away() -> None:
    over = listing(("dermatology", GOLD, 9))
    unknown = listing(("urology", GOLD, 1))

    assert signal(over, NONE) is NONE
    assert signal(unknown, NONE) is NONE


def test_placing_the_same_signal_again_changes_nothing() -> None:
    scenario = listing(("dermatology", GOLD, 3))

    assert place(scenario, program(0), GOLD, QUOTAS, NAMES) == scenario


def test_turning_gold_into_silver_frees_the_gold() -> None:
    scenario = listing(("dermatology", GOLD, 3), ("dermatology", NONE, 1))
    outcome = place(scenario, program(0), SILVER, QUOTAS, NAMES)

    assert isinstance(outcome, Scenario)
    assert signal(outcome, GOLD) is GOLD


def test_what_is_left_is_told_by_tier() -> None:
    use = use_of(listing(("dermatology", GOLD, 2), ("dermatology", SILVER, 25)), "dermatology")

    assert use.unspent == {GOLD: 1}
    assert (use.left(GOLD), use.left(SILVER), use.left(SINGLE)) == (1, 0, 0)


def test_a_list_over_its_quota_has_nothing_left() -> None:
    use = use_of(listing(("dermatology", GOLD, 4)), "dermatology")

    assert (use.placed[GOLD], use.left(GOLD)) == (4, 0)


def test_a_specialty_without_quota_has_no_usage() -> None:
    assert usage((), ["urology", "dermatology", "dermatology"], QUOTAS, 2026) == (
        use_of(listing(), "dermatology"),
    )


@pytest.mark.parametrize(
    ("specialty", "season", "used"),
    [
        ("dermatology", 2026, 2026),
        ("psychiatry", 2026, 2025),
        ("obstetrics_gynecology", 2026, 2024),
        ("obstetrics_gynecology", 2024, 2024),
        ("pediatrics", 2024, 2025),
        ("dermatology", 2027, 2026),
        ("ophthalmology", 2026, None),
    ],
)
def test_the_nearest_known_season_stands_in(specialty: str, season: int, used: int | None) -> None:
    quota = quota_for(QUOTAS, specialty, season)

    assert (quota.season if quota else None) == used


def test_a_stand_in_is_an_estimate() -> None:
    (use,) = usage((), ["psychiatry"], QUOTAS, 2026)

    assert use.is_estimate
    assert not use_of(listing(), "dermatology").is_estimate


@pytest.mark.parametrize("limits", [{}, {GOLD: 1}, {SINGLE: -1}, {NONE: 1}])
def test_a_quota_that_makes_no_sense_is_refused(limits: dict[SignalTier, int]) -> None:
    with pytest.raises(ValueError, match="Made up"):
        SignalQuota(season=2026, specialties=frozenset({"x"}), label="Made up", limits=limits)


def test_a_season_without_signals_says_so() -> None:
    none_granted = SignalQuota(
        season=2026, specialties=frozenset({"urology"}), label="Urology", limits={SINGLE: 0}
    )
    outcome = place(listing(("urology", NONE, 1)), program(0), GOLD, [none_granted], NAMES)

    assert outcome == Refusal(message="Urology has no program signals in 2026.")


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from([GOLD, SILVER, SINGLE, NONE])), max_size=60
    )
)
def test_no_run_of_edits_passes_a_quota(edits: list[tuple[int, SignalTier]]) -> None:
    scenario = listing(("internal_medicine", NONE, 5), ("pathology", NONE, 5))
    for number, tier in edits:
        outcome = place(scenario, program(number), tier, QUOTAS, NAMES)
        scenario = scenario if isinstance(outcome, Refusal) else outcome

    for use in usage(scenario.entries, ["internal_medicine", "pathology"], QUOTAS, 2026):
        assert all(use.placed[tier] <= limit for tier, limit in use.quota.limits.items())
