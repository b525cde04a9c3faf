"""The outlook of a list: ranges, interviews, what is left out, and what moves them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from smartpick_desktop.core.outlook.curve import with_curve
from smartpick_desktop.core.outlook.linear import OutlookInput, linear
from smartpick_desktop.core.outlook.listing import (
    Held,
    list_chances,
    listed_rows,
    outlook,
    what_if,
)
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.outlook.words import COUPLES, PROMISE, SIMILAR
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey
from smartpick_desktop.core.program_list import EntryStatus, SignalTier
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.season_data import load_fees

Make = Callable[..., OutlookInput]


def held(given: OutlookInput) -> Outlook:
    found = outlook(given)
    assert found is not None
    return found


def changed(given: OutlookInput, at: int, **fields: object) -> OutlookInput:
    entries = list(given.scenario.entries)
    entries[at] = replace(entries[at], **fields)  # type: ignore[arg-type]
    return replace(given, scenario=replace(given.scenario, entries=tuple(entries)))


def test_there_is_none_without_a_score_or_a_program(make: Make) -> None:
    assert outlook(make(score=None)) is None
    assert outlook(make(programs=0)) is None


def test_a_range_holds_its_middle_and_is_not_a_point(make: Make) -> None:
    found = held(make("non_us_img", programs=60))
    assert found.low < found.middle < found.high
    assert found.high - found.low > 0.05


def test_interviews_are_a_whole_distribution(make: Make) -> None:
    found = held(make(programs=25))
    assert len(found.interviews) == 26
    assert sum(found.interviews) == pytest.approx(1.0, abs=1e-12)
    mean = sum(k * part for k, part in enumerate(found.interviews))
    assert found.expected == pytest.approx(mean)
    assert sum(found.interviews[: found.fewest]) < 0.1 <= sum(found.interviews[: found.fewest + 1])
    chances = [one.invite for one in found.programs.values()]
    assert found.expected == pytest.approx(sum(chances), abs=1e-9)


def test_the_same_file_has_the_same_range_again(make: Make) -> None:
    given = make("us_img", programs=40)
    assert outlook(given) == outlook(given)


def test_a_higher_score_and_a_longer_list_raise_it(make: Make) -> None:
    base, higher, longer = (
        held(make("us_do", "general_surgery", score, programs))
        for score, programs in ((235, 30), (250, 30), (235, 45))
    )
    assert base.middle < min(higher.middle, longer.middle)
    assert base.expected < min(higher.expected, longer.expected)


def test_what_is_shown_is_held_back_towards_the_group(make: Make) -> None:
    given = make("non_us_img", score=270, programs=100)
    terms = linear(given, listed_rows(given))
    raw, base = list_chances(given, terms).match, terms.bases[0].match
    shown = held(given).middle
    assert base < shown < raw


def test_a_suggested_list_is_held_back_more(make: Make) -> None:
    given = make(programs=60)
    entries = tuple(replace(entry, suggested=True) for entry in given.scenario.entries)
    suggested = replace(given, scenario=replace(given.scenario, entries=entries))
    terms = linear(given, listed_rows(given))
    own, other = (Held.of(each, terms).share for each in (given, suggested))
    assert (own, other) == pytest.approx((0.85, 0.70))
    assert abs(held(suggested).middle - terms.bases[0].match) < abs(
        held(given).middle - terms.bases[0].match
    )


def test_an_invitation_that_came_counts_as_one(make: Make) -> None:
    given = make("non_us_img", programs=10)
    key = given.scenario.entries[0].program_id
    now = held(changed(given, 0, status=EntryStatus.SCHEDULED))
    assert now.expected == pytest.approx(
        held(given).expected - held(given).programs[key].invite + 1.0, abs=1e-4
    )
    assert now.fewest >= 1


def test_a_program_that_takes_no_visa_is_out_and_unknown_lowers_nothing(make: Make) -> None:
    given = make("non_us_img", programs=5, needs_visa=True)
    ids = [entry.program_id for entry in given.scenario.entries]
    book = FactBook()
    for key in (FactKey.VISA_J1, FactKey.VISA_H1B):
        book = book.with_fact(ids[0], key, Fact(value=False))
        book = book.with_fact(ids[1], key, Fact(value=None))
    found = held(make("non_us_img", programs=5, needs_visa=True, facts=book))
    assert found.programs[ids[0]].excluded
    assert found.programs[ids[0]].invite == 0.0
    assert found.programs[ids[1]].invite == held(given).programs[ids[1]].invite
    assert any("1 program takes no visa" in note for note in found.notes)
    assert any(note.startswith("4 programs have no known answer") for note in found.notes)


def test_a_signal_adds_and_the_program_says_how_much(make: Make) -> None:
    given = make(specialty="anesthesiology", programs=20)
    signalled = changed(given, 3, signal=SignalTier.GOLD)
    key = given.scenario.entries[3].program_id
    before, after = held(given), held(signalled)
    assert after.middle > before.middle
    assert after.programs[key].adds > before.programs[key].adds


def test_what_each_adds_is_what_is_lost_without_it(make: Make) -> None:
    given = make(specialty="dermatology", programs=12)
    key = given.scenario.entries[4].program_id
    less = replace(given, scenario=given.scenario.without_entries(frozenset({key})))
    found = held(given)
    assert found.programs[key].adds == pytest.approx(found.middle - held(less).middle, abs=1e-9)


def test_another_score_on_the_same_list(make: Make) -> None:
    given = make(specialty="general_surgery", score=236, programs=30)
    other = what_if(given, 250)
    assert other == outlook(make(specialty="general_surgery", score=250, programs=30))


def test_the_notes_say_what_is_missing(make: Make) -> None:
    found = held(make(specialty="urology", programs=5, couples=True))
    assert found.notes[0] == PROMISE
    assert SIMILAR in found.notes
    assert COUPLES in found.notes


def test_the_curve_rises_ever_less_over_the_list_and_costs_what_it_costs(make: Make) -> None:
    given = make(specialty="anesthesiology", programs=35)
    fees = next(t for t in load_fees(resource("data", "eras_fees.csv")) if t.season == 2026)
    found = with_curve(given, held(given), fees)
    assert [point.count for point in found.curve] == list(range(46))
    middles = np.array([point.middle for point in found.curve])
    assert (np.diff(middles) >= -1e-12).all()
    assert found.curve[35].middle == pytest.approx(found.middle)
    assert (found.curve[35].low, found.curve[35].high) == pytest.approx((found.low, found.high))
    assert (found.curve[30].dollars, found.curve[35].dollars) == (330, 480)
    more = found.next_programs
    assert more is not None
    assert (more.count, more.dollars) == (10, 300)
    assert more.adds == pytest.approx(middles[45] - middles[35])


def test_every_program_of_a_specialty_on_the_list_leaves_no_next_ones(make: Make) -> None:
    given = make(specialty="thoracic_surgery", programs=500)
    found = with_curve(given, held(given), None)
    assert found.next_programs is None
    assert {point.dollars for point in found.curve} == {0}
