"""Checks of signals and of what each further program costs."""

from collections.abc import Iterator

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.fees import season_cost
from smartpick_desktop.core.list_checks.finding import Finding, Goal, Place
from smartpick_desktop.core.list_checks.given import ListInput, counted, joined, to_program
from smartpick_desktop.core.list_rules import Urgency
from smartpick_desktop.core.program_list import EntryStatus, ListEntry, SignalTier, Tie
from smartpick_desktop.core.signals import SignalUse, usage

KNOWS_YOU = {Tie.HOME: "your home program", Tie.AWAY_ROTATION: "where you rotated"}
SIGNAL_WORDS = {
    SignalTier.GOLD: "a gold signal",
    SignalTier.SILVER: "a silver signal",
    SignalTier.SINGLE: "a signal",
}


def unspent_signals(given: ListInput) -> Iterator[Finding]:
    """Signals left over in specialties whose applications are not all out yet."""
    open_ones = [
        key
        for key, entries in given.by_specialty.items()
        if any(entry.status is EntryStatus.CONSIDERING for entry in entries)
    ]
    uses = usage(given.entries, open_ones, given.quotas, given.scenario.season)
    left = [use for use in uses if use.unspent]
    if left:
        goal = Goal(place=Place.SPECIALTY, key=_key_of(left[0], open_ones))
        words: dict[str, object] = {"signals": "; ".join(map(unspent_words, left))}
        yield given.finding("unspent_signals", "left", words, goal)


def unspent_words(use: SignalUse) -> str:
    """What is left of a quota: "1 gold and 3 silver in Anesthesiology (2025 quota)"."""
    parts = [
        counted(number, "signal") if tier is SignalTier.SINGLE else f"{number} {tier.value}"
        for tier, number in use.unspent.items()
    ]
    estimate = f" ({use.quota.season} quota)" if use.is_estimate else ""
    return f"{joined(parts)} in {use.quota.label}{estimate}"


def signal_on_tie(given: ListInput) -> Iterator[Finding]:
    """A signal on the home program or on one rotated at, which knows the applicant already."""
    for entry in given.entries:
        if entry.tie in KNOWS_YOU and entry.signal is not SignalTier.NONE:
            yield _signal_on_tie(given, entry)


def past_thirty(given: ListInput) -> Iterator[Finding]:
    """Programs past the last cheap one of a specialty, without a note that says why."""
    limit = given.thresholds.programs_without_reason
    asked: list[ListEntry] = []
    where = []
    for specialty, entries in given.by_specialty.items():
        if without := [entry for entry in entries[limit:] if not entry.note.strip()]:
            asked += without
            where.append(f"{len(without)} of {len(entries)} in {given.eras_name(specialty)}")
    if not asked:
        return
    words: dict[str, object] = {"where": joined(where), "limit": limit}
    cost = season_cost(given.fees, given.scenario.season, given.entries)
    if cost is not None:
        words["price"] = cost.fees.next_program_cost({"": limit}, "")
    ids = [entry.program_id for entry in asked]
    reason = "unpriced" if cost is None else "priced"
    yield given.finding("past_thirty", reason, words, to_program(ids[0]), programs=ids)


def _signal_on_tie(given: ListInput, entry: ListEntry) -> Finding:
    specialty = eras_specialty(entry.specialty)
    asked = specialty in given.thresholds.asks_not_to_signal_ties
    words: dict[str, object] = {
        "specialty": given.eras_name(specialty),
        "program": given.program_name(entry.program_id),
        "tie": KNOWS_YOU[entry.tie],
        "signal": SIGNAL_WORDS[entry.signal],
    }
    return given.finding(
        "signal_on_tie",
        "asked" if asked else "open",
        words,
        to_program(entry.program_id),
        subject=entry.program_id,
        programs=(entry.program_id,),
        urgency=Urgency.LOOK if asked else None,
    )


def _key_of(use: SignalUse, keys: list[str]) -> str:
    return next(key for key in keys if key in use.quota.specialties)
