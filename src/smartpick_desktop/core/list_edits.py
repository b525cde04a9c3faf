"""Edits of the program list, each with the name its undo step carries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, Unpack

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.import_columns import FACT_WORDS, STATUS_WORDS
from smartpick_desktop.core.program_facts import FactKey, FactValue
from smartpick_desktop.core.program_list import (
    Bucket,
    EntryStatus,
    ListEntry,
    SignalTier,
    StatusDate,
    Tie,
)
from smartpick_desktop.core.programs import Program
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import Refusal, SignalQuota, place


class EntryFields(TypedDict, total=False):
    """What of an entry can be changed by itself."""

    tie: Tie
    note: str
    bucket: Bucket | None
    bucket_reason: str
    must_keep: bool


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


def change(
    scenario: Scenario, program: Program, what: str, **fields: Unpack[EntryFields]
) -> ListEdit:
    """Change what the list keeps of a program, which goes on the list for it; `what` names it."""
    entry = scenario.entry(program.program_id) or _new_entry(program)
    after = scenario.with_entry(replace(entry, **fields))
    return ListEdit(text=f"{what}: {program.name}", after=after)


def set_status(
    scenario: Scenario, program: Program, status: EntryStatus, day: date | None
) -> ListEdit:
    """Move an application to a status; days of other statuses stay as they were."""
    entry = scenario.entry(program.program_id) or _new_entry(program)
    held = {kept.status: kept for kept in entry.dates if kept.status is not status}
    if day is not None:
        held[status] = StatusDate(status=status, day=day)
    dates = tuple(held[kind] for kind in EntryStatus if kind in held)
    after = scenario.with_entry(replace(entry, status=status, dates=dates))
    return ListEdit(text=f"{STATUS_WORDS[status]}: {program.name}", after=after)


def change_all(
    scenario: Scenario, program_ids: Sequence[str], what: str, **fields: Unpack[EntryFields]
) -> ListEdit:
    """Change the same of several programs of the list at once."""
    after = scenario
    for entry in scenario.entries:
        if entry.program_id in set(program_ids):
            after = after.with_entry(replace(entry, **fields))
    return ListEdit(text=f"{what}: {_number(len(program_ids))}", after=after)


def set_status_of_all(
    scenario: Scenario, program_ids: Sequence[str], status: EntryStatus, day: date
) -> ListEdit:
    """Move several applications to a status; one that has a day of it already keeps that."""
    after = scenario
    for entry in scenario.entries:
        if entry.program_id in set(program_ids):
            held = {kept.status: kept for kept in entry.dates}
            held.setdefault(status, StatusDate(status=status, day=day))
            dates = tuple(held[kind] for kind in EntryStatus if kind in held)
            after = after.with_entry(replace(entry, status=status, dates=dates))
    return ListEdit(text=f"{STATUS_WORDS[status]}: {_number(len(program_ids))}", after=after)


def day_question(entry: ListEntry, status: EntryStatus, day: date) -> str:
    """What is odd about a day that lies before an earlier status's, or nothing."""
    order = list(EntryStatus)
    for held in entry.dates:
        if held.status is status:
            continue
        before = order.index(held.status) < order.index(status)
        if (held.day > day) if before else (held.day < day):
            side = "before" if before else "after"
            words = STATUS_WORDS[held.status].lower()
            return f"{day.isoformat()} lies {side} {words} on {held.day.isoformat()}. Is it right?"
    return ""


def move(scenario: Scenario, program_ids: Sequence[str], before: str | None) -> ListEdit:
    """Put programs, in their order, before another in the order of preference; None: last."""
    moved = [e.program_id for e in scenario.entries if e.program_id in set(program_ids)]
    rest = [e.program_id for e in scenario.entries if e.program_id not in set(program_ids)]
    at = rest.index(before) if before in rest else len(rest)
    after = scenario.with_order([*rest[:at], *moved, *rest[at:]])
    return ListEdit(text="Change the order of my list", after=after)


def step(scenario: Scenario, program_id: str, by: int) -> ListEdit:
    """Move a program up or down among those of its specialty."""
    entry = scenario.entry(program_id)
    key = eras_specialty(entry.specialty) if entry else ""
    alike = [e.program_id for e in scenario.entries if eras_specialty(e.specialty) == key]
    at = alike.index(program_id)
    there = at + by
    if not 0 <= there < len(alike):
        return ListEdit(text="", after=scenario)
    if by < 0:
        return move(scenario, [program_id], alike[there])
    following = alike[there + 1] if there + 1 < len(alike) else None
    if following is not None:
        return move(scenario, [program_id], following)
    ids = [e.program_id for e in scenario.entries]
    after_last = ids[ids.index(alike[there]) + 1 :]
    return move(scenario, [program_id], after_last[0] if after_last else None)


def merge(scenario: Scenario, other: Scenario) -> ListEdit:
    """Bring in the programs of another scenario's list that are missing here, after one's own.

    They keep ties, notes and status; signals stay where they are, so that no quota is passed.
    """
    held = {entry.program_id for entry in scenario.entries}
    new = [e for e in other.entries if e.program_id not in held]
    entries = (*scenario.entries, *(replace(e, signal=SignalTier.NONE) for e in new))
    text = f"Bring in {_number(len(new))} of {other.name}"
    return ListEdit(text=text, after=replace(scenario, entries=entries))


def keep_out(scenario: Scenario, program: Program, *, out: bool) -> ListEdit:
    """Say that no suggestion may bring a program in, or that one may again."""
    never = scenario.never | {program.program_id} if out else scenario.never - {program.program_id}
    words = "Never suggest" if out else "Allow suggesting"
    return ListEdit(text=f"{words}: {program.name}", after=replace(scenario, never=never))


def fact_problem(key: FactKey, value: FactValue) -> str:
    """What is wrong with a value for that fact, or nothing."""
    span = key.span
    if value is None or span is None or isinstance(value, bool | str):
        return ""
    if not span[0] <= value <= span[1]:
        return f"{FACT_WORDS[key]} lies between {span[0]:g} and {span[1]:g}; {value:g} does not."
    return ""


def _new_entry(program: Program) -> ListEntry:
    return ListEntry(program_id=program.program_id, specialty=program.specialty)


def _signal_text(program: Program, entry: ListEntry | None) -> str:
    if entry is None or entry.signal is SignalTier.NONE:
        return f"Take the signal from {program.name}"
    word = "a signal" if entry.signal is SignalTier.SINGLE else entry.signal.value
    return f"Place {word} on {program.name}"


def _number(count: int) -> str:
    return "1 program" if count == 1 else f"{count} programs"


def _called(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} programs"
