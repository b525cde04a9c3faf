"""How a list spreads, what comes next, and what stands in for a season that is not known."""

from dataclasses import replace

import pytest
from tests.core.list_checks.conftest import (
    DIRECTORY,
    EM,
    FEES,
    IM,
    QUOTAS,
    entry,
    general,
    outlook,
)

from smartpick_desktop.core.fees import NextPrice, season_cost
from smartpick_desktop.core.list_spread import SpreadRow, list_spread, next_prices
from smartpick_desktop.core.program_list import Bucket, ListEntry, SignalTier
from smartpick_desktop.core.season_status import season_status, seasons_to_choose

GOLD, SILVER, SINGLE = SignalTier.GOLD, SignalTier.SILVER, SignalTier.SINGLE


def test_programs_and_signals_are_counted_by_bucket_from_reach_to_not_rated() -> None:
    entries = (
        entry("Pacific 0"),
        entry("General 0", bucket=Bucket.LIKELY, signal=SILVER),
        entry("General 1", bucket=Bucket.REACH, signal=GOLD),
        entry("General 2", bucket=Bucket.REACH),
    )

    spread = list_spread(entries, DIRECTORY, None, QUOTAS, 2025)

    assert spread.buckets == (
        SpreadRow(name="Reach", programs=2, signals={GOLD: 1}, bucket=Bucket.REACH),
        SpreadRow(name="Likely", programs=1, signals={SILVER: 1}, bucket=Bucket.LIKELY),
        SpreadRow(name="Not rated", programs=1, signals={}),
    )
    assert spread.tiers == (GOLD, SILVER)


def test_a_bucket_that_was_worked_out_counts_where_the_user_set_none() -> None:
    worked_out = outlook({"General 0": 0.5, "General 1": 0.5}, Bucket.TARGET)
    entries = (entry("General 0"), entry("General 1", bucket=Bucket.REACH), entry("General 2"))

    spread = list_spread(entries, DIRECTORY, worked_out, QUOTAS, 2025)

    assert [(row.name, row.programs) for row in spread.buckets] == [
        ("Reach", 1),
        ("Target", 1),
        ("Not rated", 1),
    ]


def test_regions_come_largest_first_and_unknown_programs_are_told_apart() -> None:
    gone = ListEntry(program_id="acgme-9999999999", specialty=IM)
    entries = (entry("Pacific 0", signal=GOLD), *general(2), gone)

    spread = list_spread(entries, DIRECTORY, None, QUOTAS, 2025)

    assert [(row.name, row.programs, row.signals) for row in spread.regions] == [
        ("East North Central", 2, {}),
        ("Pacific", 1, {GOLD: 1}),
        ("Region not known", 1, {}),
    ]


def test_gold_in_a_specialty_with_one_kind_of_signal_is_that_kind() -> None:
    spread = list_spread((entry("Emergency 0", signal=GOLD),), DIRECTORY, None, QUOTAS, 2025)

    assert spread.tiers == (SINGLE,)
    assert spread.regions[0].signals == {SINGLE: 1}


def test_every_row_adds_up_to_the_list() -> None:
    entries = (*general(7), *(entry(f"Emergency {n}", bucket=Bucket.REACH) for n in range(3)))

    spread = list_spread(entries, DIRECTORY, None, QUOTAS, 2026)

    for rows in (spread.buckets, spread.regions):
        assert sum(row.programs for row in rows) == len(entries)


def test_the_next_program_has_a_price_in_each_specialty() -> None:
    cost = season_cost(FEES, 2026, (*general(28), *(entry(f"Emergency {n}") for n in range(2))))
    assert cost is not None

    first, second, third = next_prices(cost, (IM, EM, "dermatology"))

    assert (first.programs, first.dollars) == (28, 308)
    assert first.next == NextPrice(dollars=11, left=2, then=30)
    assert (second.dollars, second.next.left) == (22, 28)
    assert (third.programs, third.dollars, third.next.dollars) == (0, 0, 11)


@pytest.mark.parametrize(
    ("season", "sentence"),
    [
        (2026, ""),
        (2027, "2027 fees and signals are not known here; those of 2026 stand in."),
        (2020, "2020 fees and signals are not known here; those of 2024 stand in."),
    ],
)
def test_a_season_that_is_not_known_says_what_stands_in(season: int, sentence: str) -> None:
    status = season_status(FEES, QUOTAS, season)

    assert status.sentence == sentence
    assert status.is_known is (not sentence)


def test_fees_and_signals_may_be_known_of_different_seasons() -> None:
    newer = (*FEES, replace(FEES[-1], season=2027))
    old_only = [quota for quota in QUOTAS if quota.season == 2024]

    assert season_status(newer, QUOTAS, 2027).sentence == (
        "2027 signals are not known here; those of 2026 stand in."
    )
    assert season_status(FEES, old_only, 2027).sentence == (
        "2027 fees and signals are not known here; fees of 2026, signals of 2024 stand in."
    )
    assert season_status((), QUOTAS, 2027).sentence == (
        "2027 fees and signals are not known here; signals of 2026 stand in."
    )
    assert season_status((), (), 2027).sentence == "2027 fees and signals are not known here."


def test_the_signals_of_each_specialty_say_which_season_stands_in() -> None:
    status = season_status(FEES, QUOTAS, 2027, (IM, EM))

    assert status.sentence.endswith("here; fees of 2026, signals of 2025 and 2026 stand in.")


def test_the_season_after_the_last_known_can_be_chosen_and_ones_own() -> None:
    assert seasons_to_choose(FEES, QUOTAS, 2026) == (2024, 2025, 2026, 2027)
    assert seasons_to_choose(FEES, QUOTAS, 2030) == (2024, 2025, 2026, 2027, 2030)
    assert seasons_to_choose((), (), 2026) == (2026,)
