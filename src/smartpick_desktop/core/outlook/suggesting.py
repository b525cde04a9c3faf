"""A list near the best one for this file, as changes to the list at hand, each with its reason."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.outlook.bounds import match_bound
from smartpick_desktop.core.outlook.linear import OutlookInput
from smartpick_desktop.core.outlook.listing import outlook
from smartpick_desktop.core.outlook.results import ChangeKind, ProposedChange, Suggestion
from smartpick_desktop.core.outlook.task import Task, Wish
from smartpick_desktop.core.outlook.why import Why
from smartpick_desktop.core.program_list import ListEntry, SignalTier
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import Refusal, SignalQuota, place

SpecialtyOf = Callable[[str], str]
"""The specialty of a program by its id."""


def suggest(given: OutlookInput, wish: Wish, quotas: Sequence[SignalQuota]) -> Suggestion | None:
    """The changes that lead to a list near the best one; None without a score or any program.

    Programs of other specialties, those that must stay and those applied to stay as they are.
    Where the whole change gains less than `gain_kept`, nothing is proposed, so that a list does
    not churn.
    """
    if given.scenario.step2_score is None or wish.count < 1:
        return None
    task = Task(given, wish, quotas)
    if not task.own.any():
        return None
    levels = task.best()
    why = Why(task, levels)
    changes = why.changes()
    after, _ = accept(given.scenario, changes, specialty_in(given), quotas)
    return Suggestion(
        changes=changes,
        before=outlook(given),
        after=outlook(replace(given, scenario=after)),
        reached=task.match(levels),
        bound=match_bound(task.candidates, task.count, task.never),
        left_out=why.left_out(),
    )


def best_signals(
    given: OutlookInput, specialty: str, quotas: Sequence[SignalQuota]
) -> Suggestion | None:
    """Where the signals of a specialty would do most on the list as it is."""
    count = sum(eras_specialty(e.specialty) == specialty for e in given.scenario.entries)
    return suggest(given, Wish(specialty=specialty, count=count, programs=False), quotas)


def would_change(suggestion: Suggestion) -> int:
    """How many programs another list has in the place of these, or beside them."""
    kinds = [change.kind for change in suggestion.changes]
    return max(kinds.count(ChangeKind.ADD), kinds.count(ChangeKind.DROP))


def specialty_in(given: OutlookInput) -> SpecialtyOf:
    """Looks the specialty of a program up in the directory."""

    def of(program_id: str) -> str:
        row = given.directory.index_of(program_id)
        return given.directory.specialties[row] if row is not None else ""

    return of


def accept(
    scenario: Scenario,
    changes: Sequence[ProposedChange],
    specialty_of: SpecialtyOf,
    quotas: Sequence[SignalQuota],
) -> tuple[Scenario, tuple[str, ...]]:
    """`scenario` with those changes made, and a sentence for each signal that did not fit.

    Signals are taken away before any is placed, so that all changes together keep the quota;
    only some of them may not, and what does not fit is left as it was.
    """
    drops = {change.program_id for change in changes if change.kind is ChangeKind.DROP}
    after = scenario.without_entries(frozenset(drops))
    staying = [change for change in changes if change.kind is not ChangeKind.DROP]
    for change in staying:
        entry = after.entry(change.program_id)
        if entry is None and change.kind is ChangeKind.ADD:
            key = specialty_of(change.program_id)
            new = ListEntry(program_id=change.program_id, specialty=key, suggested=True)
            after = after.with_entry(new)
        elif entry is not None and entry.signal is not change.signal_after:
            after = after.with_entry(replace(entry, signal=SignalTier.NONE))
    refused = []
    for change in staying:
        entry = after.entry(change.program_id)
        if entry is None or change.signal_after in (entry.signal, SignalTier.NONE):
            continue
        placed = place(after, change.program_id, change.signal_after, quotas, {})
        if isinstance(placed, Refusal):
            refused.append(placed.message)
        else:
            after = placed
    return after, tuple(dict.fromkeys(refused))
