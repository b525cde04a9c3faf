"""A suggested list: near the best, within the quota, with what must stay, and with reasons."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from smartpick_desktop.core.outlook.linear import OutlookInput
from smartpick_desktop.core.outlook.results import ChangeKind, Suggestion
from smartpick_desktop.core.outlook.suggesting import (
    accept,
    best_signals,
    specialty_in,
    suggest,
    would_change,
)
from smartpick_desktop.core.outlook.task import Wish
from smartpick_desktop.core.outlook.why import MILITARY, NEVER
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey
from smartpick_desktop.core.program_list import EntryStatus, ListEntry, SignalTier
from smartpick_desktop.core.scenario import Preferences, Scenario
from smartpick_desktop.core.signals import SignalQuota, usage

Make = Callable[..., OutlookInput]
Quotas = tuple[SignalQuota, ...]


def asked(given: OutlookInput, count: int, quotas: Quotas, **wish: bool) -> Suggestion:
    specialty = "anesthesiology"
    found = suggest(given, Wish(specialty=specialty, count=count, **wish), quotas)
    assert found is not None
    return found


def done(given: OutlookInput, found: Suggestion, quotas: Quotas) -> Scenario:
    after, refused = accept(given.scenario, found.changes, specialty_in(given), quotas)
    assert not refused
    return after


def test_forty_programs_from_nothing_with_every_signal_placed(make: Make, quotas: Quotas) -> None:
    given = make(specialty="anesthesiology", programs=0)
    found = asked(given, 40, quotas)
    after = done(given, found, quotas)
    assert len(after.entries) == 40
    assert all(entry.suggested for entry in after.entries)
    [use] = usage(after.entries, ["anesthesiology"], quotas, 2025)
    assert not use.unspent
    assert found.before is None
    assert found.after is not None
    assert found.bound - 0.02 < found.reached <= found.bound + 1e-9


def test_without_a_score_there_is_none(make: Make, quotas: Quotas) -> None:
    given = make(score=None)
    assert suggest(given, Wish(specialty="anesthesiology", count=10), quotas) is None


def test_a_list_that_was_taken_over_does_not_churn(make: Make, quotas: Quotas) -> None:
    given = make("us_do", "anesthesiology", programs=0)
    after = done(given, asked(given, 30, quotas), quotas)
    again = asked(replace(given, scenario=after), 30, quotas)
    assert again.changes == ()
    assert would_change(again) == 0


def test_what_must_stay_stays_and_the_never_list_stays_out(make: Make, quotas: Quotas) -> None:
    given = make(specialty="anesthesiology", programs=10)
    first, second, *rest = given.scenario.entries
    entries = (
        replace(first, must_keep=True), replace(second, status=EntryStatus.APPLIED), *rest,
    )  # fmt: skip
    scenario = replace(
        given.scenario, entries=entries, preferences=Preferences(states=frozenset({"OH"}))
    )
    free = asked(replace(given, scenario=scenario), 6, quotas)
    unwanted = next(c.program_id for c in free.changes if c.kind is ChangeKind.ADD)
    given = replace(given, scenario=replace(scenario, never=frozenset({unwanted})))
    found = asked(given, 6, quotas)
    after = done(given, found, quotas)
    kept = {entry.program_id for entry in after.entries}
    assert {first.program_id, second.program_id} <= kept
    assert len(kept) == 6
    assert unwanted not in kept
    assert found.left_out[unwanted] == NEVER


def test_a_wished_place_comes_first_and_says_so(make: Make, quotas: Quotas) -> None:
    wish = Preferences(states=frozenset({"OH"}))
    given = make(specialty="anesthesiology", programs=0, preferences=wish)
    found = asked(given, 8, quotas)
    rows = [given.directory.index_of(change.program_id) for change in found.changes]
    assert {given.directory.states[row] for row in rows if row is not None} == {"OH"}
    assert "where you would like to be" in found.changes[0].why


def test_programs_alike_are_spread_over_regions(make: Make, quotas: Quotas) -> None:
    given = make(specialty="anesthesiology", programs=0)
    found = asked(given, 18, quotas)
    rows = [given.directory.index_of(change.program_id) for change in found.changes]
    regions = Counter(given.directory.divisions[row] for row in rows if row is not None)
    assert len(regions) >= 9
    assert max(regions.values()) <= 3
    assert "more would do as well" in found.changes[0].why


def test_a_program_that_takes_no_visa_goes_and_none_such_comes(make: Make, quotas: Quotas) -> None:
    given = make("non_us_img", "anesthesiology", programs=5, needs_visa=True)
    shut = given.scenario.entries[0].program_id
    book = FactBook()
    for key in (FactKey.VISA_J1, FactKey.VISA_H1B):
        book = book.with_fact(shut, key, Fact(value=False))
    given = make("non_us_img", "anesthesiology", programs=5, needs_visa=True, facts=book)
    found = asked(given, 5, quotas)
    dropped = [c for c in found.changes if c.kind is ChangeKind.DROP]
    assert shut in {change.program_id for change in dropped}
    assert "no visa" in found.left_out[shut]


def test_the_armed_forces_are_left_out_unless_they_are_listed(make: Make, quotas: Quotas) -> None:
    given = make(specialty="anesthesiology", programs=0)
    directory = given.directory
    military = [
        directory.program_ids[row]
        for row, key in enumerate(directory.specialties)
        if key == "anesthesiology" and directory.military[row]
    ]
    assert military
    found = asked(given, 10, quotas)
    assert {found.left_out[key] for key in military} == {MILITARY}


def test_every_program_of_the_specialty_is_in_or_told_why_not(make: Make, quotas: Quotas) -> None:
    given = make(specialty="anesthesiology", programs=5)
    found = asked(given, 20, quotas)
    after = done(given, found, quotas)
    named = {entry.program_id for entry in after.entries} | found.left_out.keys()
    every = {
        given.directory.program_ids[row]
        for row, key in enumerate(given.directory.specialties)
        if key == "anesthesiology"
    }
    assert named == every
    assert all(found.left_out.values())


def test_signals_alone_move_no_program(make: Make, quotas: Quotas) -> None:
    given = make(specialty="anesthesiology", programs=20)
    entries = given.scenario.entries
    favourite = replace(entries[0], signal=SignalTier.GOLD)
    scenario = replace(given.scenario, entries=(favourite, *entries[1:]))
    given = replace(given, scenario=scenario)
    found = best_signals(given, "anesthesiology", quotas)
    assert found is not None
    assert {change.kind for change in found.changes} == {ChangeKind.SIGNAL}
    after = done(given, found, quotas)
    assert [e.program_id for e in after.entries] == [e.program_id for e in entries]
    assert found.before is not None
    assert found.after is not None
    assert found.after.middle > found.before.middle


def test_signals_stay_where_they_are_when_asked_to(make: Make, quotas: Quotas) -> None:
    given = make(specialty="anesthesiology", programs=20)
    entries = given.scenario.entries
    scenario = replace(
        given.scenario, entries=(replace(entries[0], signal=SignalTier.GOLD), *entries[1:])
    )
    given = replace(given, scenario=scenario)
    found = asked(given, 30, quotas, signals=False)
    assert {change.kind for change in found.changes} == {ChangeKind.ADD}
    assert {c.signal_after for c in found.changes} == {SignalTier.NONE}


def test_programs_of_another_specialty_stay(make: Make, quotas: Quotas) -> None:
    given = make(specialty="dermatology", programs=4)
    found = asked(given, 10, quotas)
    assert {change.kind for change in found.changes} == {ChangeKind.ADD}
    assert len(done(given, found, quotas).entries) == 14


def test_some_rows_alone_keep_the_quota_and_say_what_did_not_fit(
    make: Make, quotas: Quotas
) -> None:
    given = make(specialty="anesthesiology", programs=20)
    entries = given.scenario.entries
    full = tuple(replace(e, signal=SignalTier.GOLD) for e in entries[:5]) + entries[5:]
    home = replace(full[0], status=EntryStatus.INTERVIEWED)
    scenario = replace(given.scenario, entries=(home, *full[1:]))
    given = replace(given, scenario=scenario)
    found = best_signals(given, "anesthesiology", quotas)
    assert found is not None
    ups = [c for c in found.changes if c.signal_after is SignalTier.GOLD]
    assert ups
    after, refused = accept(scenario, ups, specialty_in(given), quotas)
    assert refused == ("All 5 gold are placed. Free one first.",)
    [use] = usage(after.entries, ["anesthesiology"], quotas, 2025)
    assert use.placed[SignalTier.GOLD] == 5


@pytest.mark.parametrize("count", [0, -3])
def test_no_programs_is_no_list(make: Make, quotas: Quotas, count: int) -> None:
    assert suggest(make(), Wish(specialty="internal_medicine", count=count), quotas) is None


def test_accepting_one_row_adds_one_program(make: Make, quotas: Quotas) -> None:
    given = make(specialty="anesthesiology", programs=0)
    found = asked(given, 10, quotas)
    after, _ = accept(given.scenario, found.changes[:1], specialty_in(given), quotas)
    [entry] = after.entries
    assert entry == ListEntry(
        program_id=found.changes[0].program_id, specialty="anesthesiology",
        signal=found.changes[0].signal_after, suggested=True,
    )  # fmt: skip


def test_more_that_must_stay_than_were_asked_for_all_stay(make: Make, quotas: Quotas) -> None:
    given = make(specialty="anesthesiology", programs=12)
    entries = tuple(replace(e, status=EntryStatus.APPLIED) for e in given.scenario.entries)
    given = replace(given, scenario=replace(given.scenario, entries=entries))
    found = asked(given, 5, quotas)
    assert {change.kind for change in found.changes} <= {ChangeKind.SIGNAL}
    assert found.reached <= found.bound + 1e-9
