"""Edits of the program list, each with the name its undo step carries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smartpick_desktop.core.program_list import ListEntry, SignalTier
from smartpick_desktop.core.programs import Program
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import Refusal, SignalQuota, place


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEdit:
    """A scenario after an edit, and what the edit was."""

    text: str
    after: Scenario


def toggle(scenario: Scenario, programs: Sequence[Program]) -> ListEdit:
    """Take `programs` off the list if all are on it, else put the missing ones on."""
    if all(scenario.entry(program.program_id) for program in programs):
        return remove(scenario, {program.program_id: program.name for program in programs})
    missing = [program for program in programs if scenario.entry(program.program_id) is None]
    after = scenario
    for program in missing:
        after = after.with_entry(_new_entry(program))
    return ListEdit(text=f"Add {_called([program.name for program in missing])}", after=after)


def remove(scenario: Scenario, names: Mapping[str, str]) -> ListEdit:
    """Take the programs off the list that `names` names by id."""
    after = scenario.without_entries(frozenset(names))
    return ListEdit(text=f"Remove {_called(list(names.values()))}", after=after)


def signal(
    scenario: Scenario,
    program: Program,
    tier: SignalTier,
    quotas: Sequence[SignalQuota],
    names: Mapping[str, str],
) -> ListEdit | Refusal:
    """Place a signal on `program`, which goes on the list for it, or take it away."""
    listed = scenario
    if scenario.entry(program.program_id) is None:
        if tier is SignalTier.NONE:
            return ListEdit(text="", after=scenario)
        listed = scenario.with_entry(_new_entry(program))
    after = place(listed, program.program_id, tier, quotas, names)
    if isinstance(after, Refusal):
        return after
    placed = after.entry(program.program_id)
    return ListEdit(text=_signal_text(program, placed), after=after)


def _new_entry(program: Program) -> ListEntry:
    return ListEntry(program_id=program.program_id, specialty=program.specialty)


def _signal_text(program: Program, entry: ListEntry | None) -> str:
    if entry is None or entry.signal is SignalTier.NONE:
        return f"Take the signal from {program.name}"
    word = "a signal" if entry.signal is SignalTier.SINGLE else entry.signal.value
    return f"Place {word} on {program.name}"


def _called(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} programs"
