"""Edits of the list: what they do, and what their undo steps are called."""

from dataclasses import replace

import pytest

from smartpick_desktop.core.list_edits import ListEdit, remove, signal, toggle
from smartpick_desktop.core.list_summary import entries_in_order, parts, specialties_in_order
from smartpick_desktop.core.program_list import ListEntry, SignalTier
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


def test_gold_comes_first_and_then_the_name() -> None:
    scenario = listed(
        entry(1, "dermatology"),
        entry(2, "dermatology", SignalTier.SILVER),
        entry(3, "dermatology", SignalTier.GOLD),
        entry(4, "dermatology"),
        entry(5, "urology"),
    )
    ordered = entries_in_order(scenario, "dermatology", ["zeta", "b", "c", "Alpha", "u"])

    assert [int(e.program_id[-2:]) for e in ordered] == [3, 2, 4, 1]
