"""Fees: what a list costs, tier by tier and season by season."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpick_desktop.core.fees import (
    FeeTier,
    NextPrice,
    SeasonFees,
    counts_by_specialty,
    season_cost,
)
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.season_data import load_fees

FEES = load_fees(resource("data", "eras_fees.csv"))
BY_SEASON = {fees.season: fees for fees in FEES}
IN_2026, IN_2024 = BY_SEASON[2026], BY_SEASON[2024]


def entries(*specialties: str) -> tuple[ListEntry, ...]:
    return tuple(
        ListEntry(program_id=f"acgme-{number:010}", specialty=specialty)
        for number, specialty in enumerate(specialties)
    )


@pytest.mark.parametrize(
    ("programs", "dollars"),
    [(0, 0), (1, 11), (29, 319), (30, 330), (31, 360), (50, 930), (64, 1350)],
)
def test_programs_of_one_specialty_in_2026(programs: int, dollars: int) -> None:
    assert IN_2026.specialty_cost(programs) == dollars


@pytest.mark.parametrize(("first", "second", "dollars"), [(43, 7, 797), (32, 32, 780)])
def test_every_specialty_counts_from_one(first: int, second: int, dollars: int) -> None:
    counts = {"anesthesiology": first, "internal_medicine": second}

    assert IN_2026.cost(counts) == dollars


@pytest.mark.parametrize(
    ("programs", "dollars"),
    [(0, 0), (1, 99), (10, 99), (11, 118), (20, 289), (21, 312), (30, 519), (31, 546)],
)
def test_the_first_ten_programs_of_2024_cost_the_same(programs: int, dollars: int) -> None:
    assert IN_2024.specialty_cost(programs) == dollars


@pytest.mark.parametrize(("listed", "dollars"), [(0, 11), (29, 11), (30, 30), (31, 30)])
def test_the_next_program_costs_what_its_tier_says(listed: int, dollars: int) -> None:
    assert IN_2026.next_program_cost({"anesthesiology": listed}, "anesthesiology") == dollars


def test_another_specialty_starts_in_the_first_tier() -> None:
    assert IN_2026.next_program_cost({"anesthesiology": 40}, "dermatology") == 11


@pytest.mark.parametrize(
    ("listed", "price"),
    [
        (0, NextPrice(dollars=11, left=30, then=30)),
        (28, NextPrice(dollars=11, left=2, then=30)),
        (29, NextPrice(dollars=11, left=1, then=30)),
        (30, NextPrice(dollars=30, left=None, then=None)),
    ],
)
def test_how_many_more_cost_the_same(listed: int, price: NextPrice) -> None:
    assert IN_2026.next_price({"anesthesiology": listed}, "anesthesiology") == price


@pytest.mark.parametrize(
    ("listed", "price"),
    [
        (0, NextPrice(dollars=99, left=1, then=0)),
        (1, NextPrice(dollars=0, left=9, then=19)),
        (25, NextPrice(dollars=23, left=5, then=27)),
    ],
)
def test_a_flat_tier_costs_once_and_then_nothing(listed: int, price: NextPrice) -> None:
    assert IN_2024.next_price({"anesthesiology": listed}, "anesthesiology") == price


def test_academic_and_community_internal_medicine_are_one_specialty() -> None:
    listed = entries("internal_medicine", "internal_medicine_academic", "dermatology")

    assert counts_by_specialty(listed) == {"internal_medicine": 2, "dermatology": 1}
    assert IN_2026.next_program_cost({"internal_medicine": 30}, "internal_medicine_academic") == 30


def test_a_known_season_says_its_own_name() -> None:
    cost = season_cost(FEES, 2026, entries("dermatology"))

    assert cost is not None
    assert (cost.dollars, cost.used_season, cost.is_estimate) == (11, 2026, False)
    assert cost.note == "2026 season fees."


@pytest.mark.parametrize(("season", "used"), [(2023, 2024), (2027, 2026), (2031, 2026)])
def test_an_unknown_season_takes_the_nearest_known_and_says_so(season: int, used: int) -> None:
    cost = season_cost(FEES, season, entries("dermatology"))

    assert cost is not None
    assert (cost.used_season, cost.is_estimate) == (used, True)
    assert cost.note == f"Fees for {season} are not known; these are the {used} fees."


def test_without_any_table_there_is_no_cost() -> None:
    assert season_cost((), 2026, entries("dermatology")) is None


@pytest.mark.parametrize(
    "tiers",
    [
        (),
        (FeeTier(first=1, last=30, dollars=11),),
        (FeeTier(first=2, last=None, dollars=11),),
        (FeeTier(first=1, last=30, dollars=11), FeeTier(first=32, last=None, dollars=30)),
        (FeeTier(first=1, last=None, dollars=11), FeeTier(first=31, last=None, dollars=30)),
    ],
)
def test_a_table_that_leaves_a_gap_is_refused(tiers: tuple[FeeTier, ...]) -> None:
    with pytest.raises(ValueError, match="fee tier"):
        SeasonFees(season=2026, tiers=tiers)


@pytest.mark.parametrize(("first", "last", "dollars"), [(0, 3, 1), (5, 4, 1), (1, 2, -1)])
def test_a_tier_that_makes_no_sense_is_refused(first: int, last: int, dollars: int) -> None:
    with pytest.raises(ValueError, match="fee"):
        FeeTier(first=first, last=last, dollars=dollars)


@pytest.mark.parametrize("fees", FEES, ids=lambda fees: str(fees.season))
@given(programs=st.integers(0, 400))
def test_one_more_never_costs_less_and_adds_what_was_announced(
    fees: SeasonFees, programs: int
) -> None:
    more = fees.next_program_cost({"urology": programs}, "urology")

    assert more >= 0
    assert fees.specialty_cost(programs + 1) == fees.specialty_cost(programs) + more
