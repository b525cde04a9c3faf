"""Edits of the list: what they do, and what their undo steps are called."""

from dataclasses import replace
from datetime import date

import pytest

from smartpick_desktop.core.list_edits import (
    ListEdit,
    change_all,
    day_question,
    fact_problem,
    merge,
    move,
    remove,
    set_status,
    set_status_of_all,
    signal,
    step,
    toggle,
)
from smartpick_desktop.core.list_summary import entries_in_order, parts, specialties_in_order
from smartpick_desktop.core.program_facts import FactKey, FactValue
from smartpick_desktop.core.program_list import EntryStatus, ListEntry, SignalTier, StatusDate, Tie
from smartpick_desktop.core.programs import Program
from smartpick_desktop.core.scenario import Scenario, Target
from smartpick_desktop.core.signals import Refusal
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.season_data import load_quotas

QUOTAS = load_quotas(resource("data", "program_signals.csv"))
EMPTY = Scenario(id="s", name="Actual")


def program(number: int, specialty: str = "dermatology") -> Program:
    return Program(
        program_id=f"acgme-{number:010}",
        acgme_number=f"{number:010}",
        name=f"Program {number}",
        specialty=specialty,
        city="Cleveland",
        state="OH",
        division="East North Central",
        latitude=41.5,
        longitude=-81.7,
        entry_level="residency",
        match_system="NRMP Main Match",
        is_military=False,
        note="",
    )


def listed(*entries: ListEntry) -> Scenario:
    return replace(EMPTY, entries=entries)


def entry(number: int, specialty: str, tier: SignalTier = SignalTier.NONE) -> ListEntry:
    return ListEntry(program_id=f"acgme-{number:010}", specialty=specialty, signal=tier)


def test_one_program_goes_on_the_list_under_its_name() -> None:
    edit = toggle(EMPTY, [program(1)])

    assert edit.text == "Add Program 1"
    assert edit.after.entries == (entry(1, "dermatology"),)


def test_and_off_it_again() -> None:
    edit = toggle(toggle(EMPTY, [program(1)]).after, [program(1)])

    assert edit == ListEdit(text="Remove Program 1", after=EMPTY)


def test_a_mixed_choice_puts_the_missing_ones_on() -> None:
    edit = toggle(listed(entry(1, "dermatology")), [program(1), program(2), program(3)])

    assert edit.text == "Add 2 programs"
    assert len(edit.after.entries) == 3


def test_a_choice_that_is_all_listed_goes_off_at_once() -> None:
    scenario = toggle(EMPTY, [program(1), program(2)]).after

    assert toggle(scenario, [program(2), program(1)]) == ListEdit(
        text="Remove 2 programs", after=EMPTY
    )


def test_a_program_the_directory_lost_can_still_be_removed() -> None:
    scenario = listed(entry(9, "urology"))

    assert remove(scenario, {"acgme-0000000009": "0000000009"}).after == EMPTY


def test_a_signal_puts_its_program_on_the_list() -> None:
    edit = signal(EMPTY, program(1), SignalTier.GOLD, QUOTAS, {})

    assert isinstance(edit, ListEdit)
    assert edit.text == "Place gold on Program 1"
    assert edit.after.entries == (entry(1, "dermatology", SignalTier.GOLD),)


def test_the_one_kind_of_signal_is_called_a_signal() -> None:
    edit = signal(EMPTY, program(1, "urology"), SignalTier.GOLD, QUOTAS, {})
    single = signal(EMPTY, program(1, "neurology"), SignalTier.SILVER, QUOTAS, {})

    assert isinstance(edit, Refusal)
    assert isinstance(single, ListEdit)
    assert single.text == "Place a signal on Program 1"


def test_a_refused_signal_puts_nothing_on_the_list() -> None:
    full = listed(*(entry(number, "dermatology", SignalTier.GOLD) for number in range(1, 4)))

    assert isinstance(signal(full, program(9), SignalTier.GOLD, QUOTAS, {}), Refusal)


@pytest.mark.parametrize("scenario", [EMPTY, listed(entry(1, "dermatology"))])
def test_taking_away_what_is_not_there_changes_nothing(scenario: Scenario) -> None:
    edit = signal(scenario, program(1), SignalTier.NONE, QUOTAS, {})

    assert isinstance(edit, ListEdit)
    assert edit.after == scenario


def test_the_parts_follow_the_targets_and_then_the_list() -> None:
    scenario = replace(
        listed(entry(1, "urology"), entry(2, "dermatology"), entry(3, "internal_medicine")),
        targets=(Target(specialty="internal_medicine_academic"), Target(specialty="dermatology")),
    )

    assert specialties_in_order(scenario) == ("internal_medicine", "dermatology", "urology")
    assert [part.programs for part in parts(scenario, QUOTAS)] == [1, 1, 1]
    assert [part.signals is None for part in parts(scenario, QUOTAS)] == [False, False, True]


def test_specialties_that_share_their_signals_are_one_part() -> None:
    scenario = listed(entry(1, "diagnostic_radiology"), entry(2, "interventional_radiology"))
    (part,) = parts(scenario, QUOTAS)

    assert part.specialties == ("diagnostic_radiology", "interventional_radiology")
    assert part.programs == 2


def test_a_specialty_s_programs_come_in_the_order_of_preference() -> None:
    scenario = listed(
        entry(1, "dermatology"),
        entry(5, "urology"),
        entry(2, "dermatology", SignalTier.GOLD),
    )
    ordered = entries_in_order(scenario, "dermatology")

    assert [int(e.program_id[-2:]) for e in ordered] == [1, 2]


class TestOrder:
    LIST = listed(
        entry(1, "dermatology"), entry(2, "urology"), entry(3, "dermatology"),
        entry(4, "dermatology"), entry(5, "urology"),
    )  # fmt: skip

    @staticmethod
    def order(scenario: Scenario) -> list[int]:
        return [int(e.program_id[-2:]) for e in scenario.entries]

    def test_several_move_together_and_keep_their_order(self) -> None:
        ids = [program(4).program_id, program(1).program_id]
        edit = move(self.LIST, ids, program(3).program_id)
        assert self.order(edit.after) == [2, 1, 4, 3, 5]
        assert self.order(move(self.LIST, ids, None).after) == [2, 3, 5, 1, 4]

    @pytest.mark.parametrize(
        ("number", "by", "dermatology"),
        [(3, -1, [3, 1, 4]), (1, 1, [3, 1, 4]), (3, 1, [1, 4, 3]), (1, -1, [1, 3, 4])],
    )
    def test_a_step_goes_past_one_of_the_same_specialty(
        self, number: int, by: int, dermatology: list[int]
    ) -> None:
        after = step(self.LIST, program(number).program_id, by).after
        found = [int(e.program_id[-2:]) for e in entries_in_order(after, "dermatology")]
        assert found == dermatology
        urology = [int(e.program_id[-2:]) for e in entries_in_order(after, "urology")]
        assert urology == [2, 5]


class TestStatus:
    def test_a_later_status_keeps_the_days_of_earlier_ones(self) -> None:
        scenario = listed(entry(1, "dermatology"))
        for status, day in (
            (EntryStatus.APPLIED, date(2026, 9, 24)),
            (EntryStatus.OFFERED, date(2026, 10, 30)),
            (EntryStatus.SCHEDULED, None),
        ):
            scenario = set_status(scenario, program(1), status, day).after
        [kept] = scenario.entries
        assert kept.status is EntryStatus.SCHEDULED
        assert [held.status for held in kept.dates] == [EntryStatus.APPLIED, EntryStatus.OFFERED]

    def test_a_day_before_an_earlier_status_is_asked_about(self) -> None:
        scenario = set_status(
            listed(entry(1, "dermatology")), program(1), EntryStatus.APPLIED, date(2026, 9, 24)
        ).after
        [kept] = scenario.entries
        asked = day_question(kept, EntryStatus.OFFERED, date(2026, 9, 1))
        assert asked == "2026-09-01 lies before applied on 2026-09-24. Is it right?"
        assert day_question(kept, EntryStatus.OFFERED, date(2026, 10, 1)) == ""


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        (FactKey.TYPICAL_STEP2, 244.0, ""),
        (FactKey.TYPICAL_STEP2, None, ""),
        (FactKey.TYPICAL_STEP2, 301.0, "Typical Step 2 CK lies between 1 and 300; 301 does not."),
        (FactKey.PERCENT_IMG, 100.5, "% IMG lies between 0 and 100; 100.5 does not."),
        (FactKey.VISA_J1, True, ""),
    ],
)
def test_a_fact_out_of_its_span_is_named(key: FactKey, value: FactValue, problem: str) -> None:
    assert fact_problem(key, value) == problem


def test_several_applications_move_to_a_status_at_once_and_keep_days_they_have() -> None:
    first, second, third = (
        ListEntry(program_id=key, specialty="dermatology") for key in ("a", "b", "c")
    )
    had = replace(first, dates=(StatusDate(status=EntryStatus.APPLIED, day=date(2026, 9, 20)),))
    scenario = Scenario(id="s", name="Actual", entries=(had, second, third))
    edit = set_status_of_all(scenario, ["a", "b"], EntryStatus.APPLIED, date(2026, 9, 24))
    assert edit.text == "Applied: 2 programs"
    one, two, other = edit.after.entries
    assert one.day_of(EntryStatus.APPLIED) == date(2026, 9, 20)
    assert two.day_of(EntryStatus.APPLIED) == date(2026, 9, 24)
    assert {one.status, two.status} == {EntryStatus.APPLIED}
    assert other == third


def test_a_tie_is_set_for_several_at_once() -> None:
    entries = tuple(ListEntry(program_id=key, specialty="dermatology") for key in ("a", "b"))
    scenario = Scenario(id="s", name="Actual", entries=entries)
    edit = change_all(scenario, ["b"], "Tie", tie=Tie.HOME)
    assert edit.text == "Tie: 1 program"
    assert [entry.tie for entry in edit.after.entries] == [Tie.NONE, Tie.HOME]


def test_a_list_of_another_scenario_comes_after_one_s_own_without_its_signals() -> None:
    own = ListEntry(program_id="a", specialty="dermatology", signal=SignalTier.GOLD)
    theirs = (
        ListEntry(program_id="b", specialty="dermatology", signal=SignalTier.GOLD, tie=Tie.HOME),
        replace(own, signal=SignalTier.NONE, note="another"),
    )
    edit = merge(
        Scenario(id="s", name="Actual", entries=(own,)),
        Scenario(id="t", name="Backup", entries=theirs),
    )
    assert edit.text == "Bring in 1 program of Backup"
    assert edit.after.entries == (own, replace(theirs[0], signal=SignalTier.NONE))
