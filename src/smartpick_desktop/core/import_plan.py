"""What an import would do, row by row and with the reason, and doing it as one change."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from smartpick_desktop.core.eras import eras_name, eras_specialty
from smartpick_desktop.core.import_columns import FACT_WORDS
from smartpick_desktop.core.import_rows import EntryReading, RowReading
from smartpick_desktop.core.import_values import fact_text
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey
from smartpick_desktop.core.program_list import ListEntry, SignalTier
from smartpick_desktop.core.program_match import (
    Confidence,
    ProgramClue,
    ProgramMatch,
    ProgramMatcher,
)
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import Refusal, SignalQuota, place
from smartpick_desktop.core.track_links import linked_ids


class Action(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    CONFIRM = "confirm"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One value before and after; an empty text is none."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A row of the preview. `candidates` are the programs to choose from where it asks."""

    number: int
    title: str
    program_id: str
    action: Action
    reason: str
    changes: tuple[Changed, ...] = ()
    candidates: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportContext:
    """What a table is held against. `to_list`: its programs go on the list too."""

    directory: Directory
    matcher: ProgramMatcher
    facts: FactBook
    scenario: Scenario
    quotas: Sequence[SignalQuota] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    to_list: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """The book and the scenario afterwards, and what could not be done on the way."""

    facts: FactBook
    scenario: Scenario
    notes: tuple[str, ...] = ()


def plan_rows(readings: Iterable[RowReading], given: ImportContext) -> tuple[PlanRow, ...]:
    """What each row would do if it were taken in; nothing is changed yet."""
    seen: dict[str, int] = {}
    match = _matching(given)
    return tuple(_plan(reading, match(reading.clue), given, seen) for reading in readings)


def _matching(given: ImportContext) -> Callable[[ProgramClue], ProgramMatch]:
    """Looks programs up; a row that names no specialty is of the only one applied to, if one."""
    linked = linked_ids(given.facts.tracks)
    targets = {eras_specialty(target.specialty) for target in given.scenario.targets}
    only = next(iter(targets)) if len(targets) == 1 else ""

    def match(clue: ProgramClue) -> ProgramMatch:
        if clue.specialty.strip() or not only:
            return given.matcher.match(clue, linked)
        found = given.matcher.match(replace(clue, specialty=only.replace("_", " ")), linked)
        if clue.acgme_number.strip() or clue.nrmp_code.strip():
            return found
        if found.confidence is Confidence.NONE:
            return given.matcher.match(clue, linked)
        name = eras_name(given.names, only)
        return replace(found, reason=f"{found.reason}; taken as {name}, the specialty applied to")

    return match


def plan_chosen(reading: RowReading, program_id: str, given: ImportContext) -> PlanRow:
    """The row as it would be with the program that the user chose for it."""
    return _planned(reading, program_id, "Chosen by you", given)


def carry_out(
    readings: Mapping[int, RowReading], taken: Iterable[PlanRow], given: ImportContext
) -> ImportResult:
    """Take in the rows of `taken`; each names its program."""
    notes: list[str] = []
    facts: dict[str, dict[FactKey, Fact | None]] = {}
    scenario, orders = given.scenario, dict[str, int]()
    for row in taken:
        reading = readings[row.number]
        for key, fact in _new_facts(reading, row.program_id, given).items():
            facts.setdefault(row.program_id, {})[key] = fact
        if _is_for_list(reading, row.program_id, given):
            scenario, note = _put(scenario, reading, row.program_id, given)
            notes += [f"Row {row.number}: {note}"] if note else []
            if reading.entry.order is not None:
                orders[row.program_id] = reading.entry.order
    book = given.facts.with_facts(facts) if facts else given.facts
    return ImportResult(facts=book, scenario=_ordered(scenario, orders), notes=tuple(notes))


def _plan(
    reading: RowReading, match: ProgramMatch, given: ImportContext, seen: dict[str, int]
) -> PlanRow:
    if match.confidence is not Confidence.CERTAIN:
        asks = bool(match.candidates)
        return PlanRow(
            number=reading.number, title=reading.title, program_id=match.program_id,
            action=Action.CONFIRM if asks else Action.SKIP, reason=match.reason,
            candidates=match.candidates, problems=reading.problems,
        )  # fmt: skip
    first = seen.setdefault(match.program_id, reading.number)
    if first != reading.number:
        return PlanRow(
            number=reading.number, title=reading.title, program_id=match.program_id,
            action=Action.SKIP, reason=f"The same program as row {first}",
            candidates=match.candidates, problems=reading.problems,
        )  # fmt: skip
    return _planned(reading, match.program_id, match.reason, given)


def _planned(reading: RowReading, program_id: str, reason: str, given: ImportContext) -> PlanRow:
    changes = [
        *_fact_changes(reading, program_id, given),
        *_entry_changes(reading, program_id, given),
    ]
    kept = [] if changes else _kept(reading, program_id, given)
    if not changes:
        action = Action.SAME
    else:
        action = Action.ADD if all(not c.before for c in changes) else Action.CHANGE
    return PlanRow(
        number=reading.number, title=reading.title, program_id=program_id, action=action,
        reason="; ".join([reason, *kept]), changes=tuple(changes), candidates=(program_id,),
        problems=reading.problems,
    )  # fmt: skip


def _fact_changes(reading: RowReading, program_id: str, given: ImportContext) -> Iterable[Changed]:
    held = given.facts.of(program_id)
    for key, fact in _new_facts(reading, program_id, given).items():
        before = held.get(key)
        yield Changed(
            what=FACT_WORDS[key], before=_said(before) if before else "", after=_said(fact)
        )


def _new_facts(reading: RowReading, program_id: str, given: ImportContext) -> dict[FactKey, Fact]:
    held = given.facts.of(program_id)
    return {key: fact for key, fact in reading.facts.items() if not keeps(held.get(key), fact)}


def keeps(held: Fact | None, given: Fact) -> str:
    """Why a fact that is held outlasts the one given, or "" where it does not.

    What is known outlasts an unknown, and a newer reading an older one; the same stays as it is.
    """
    if held is None:
        return ""
    if held == given:
        return "it is the same"
    if held.is_known and not given.is_known:
        return "yours says more"
    if held.is_known and held.day and (given.day is None or given.day < held.day):
        return f"yours of {held.day.isoformat()} is newer"
    return ""


def _kept(reading: RowReading, program_id: str, given: ImportContext) -> list[str]:
    held = given.facts.of(program_id)
    return [
        f"{FACT_WORDS[key]} kept: {why}"
        for key, fact in reading.facts.items()
        if (why := keeps(held.get(key), fact)) and why != "it is the same"
    ]


def _said(fact: Fact) -> str:
    """A fact in a line: value, source and day."""
    about = ", ".join(filter(None, (fact.source, fact.day.isoformat() if fact.day else "")))
    return f"{fact_text(fact.value)} ({about})" if about else fact_text(fact.value)


def _is_for_list(reading: RowReading, program_id: str, given: ImportContext) -> bool:
    says = reading.entry != EntryReading()
    return (
        given.to_list
        or (says and given.scenario.entry(program_id) is not None)
        or (says and reading.entry != EntryReading(note=reading.entry.note))
    )


def _entry_changes(
    reading: RowReading, program_id: str, given: ImportContext
) -> Iterable[Changed]:
    if not _is_for_list(reading, program_id, given):
        return
    before = given.scenario.entry(program_id)
    after, _ = _put(given.scenario, reading, program_id, given)
    entry = after.entry(program_id)
    if before is None:
        yield Changed(what="My list", before="", after="on it")
    if entry is None:
        return
    blank = before or _entry_of(program_id, given)
    for name, title in _ENTRY_WORDS.items():
        old, new = getattr(blank, name), getattr(entry, name)
        if old != new:
            yield Changed(what=title, before=_plain(old) if before else "", after=_plain(new))


_ENTRY_WORDS = {
    "signal": "Signal", "tie": "Tie", "status": "Status", "bucket": "Own bucket",
    "bucket_reason": "Reason of the bucket", "must_keep": "Must keep",
    "suggested": "Came with a suggestion", "note": "Note",
    "dates": "Dates",
}  # fmt: skip


def _put(
    scenario: Scenario, reading: RowReading, program_id: str, given: ImportContext
) -> tuple[Scenario, str]:
    """The scenario with the row's entry, and why its signal could not be placed, if so."""
    entry = scenario.entry(program_id) or _entry_of(program_id, given)
    said = reading.entry
    fields = ("tie", "status", "bucket", "bucket_reason", "must_keep", "suggested", "note")
    given_fields = {
        name: getattr(said, name) for name in fields if getattr(said, name) is not None
    }
    kept = {held.status: held for held in entry.dates} | {held.status: held for held in said.dates}
    dates = tuple(kept.values()) if said.dates else entry.dates
    changed = scenario.with_entry(replace(entry, **given_fields, dates=dates))
    if said.signal is None or said.signal is entry.signal:
        return changed, ""
    placed = place(changed, program_id, said.signal, given.quotas, given.names)
    if isinstance(placed, Refusal):
        return changed, placed.message
    return placed, ""


def _entry_of(program_id: str, given: ImportContext) -> ListEntry:
    row = given.directory.index_of(program_id)
    specialty = "" if row is None else given.directory.specialties[row]
    return ListEntry(program_id=program_id, specialty=specialty, signal=SignalTier.NONE)


def _ordered(scenario: Scenario, orders: Mapping[str, int]) -> Scenario:
    if not orders:
        return scenario
    ids = [entry.program_id for entry in scenario.entries]
    last = max(orders.values()) + 1
    return scenario.with_order(sorted(ids, key=lambda key: orders.get(key, last)))


def _plain(value: object) -> str:
    if isinstance(value, StrEnum):
        return value.value.replace("_", " ")
    if isinstance(value, tuple):
        return ", ".join(f"{held.status.value} {held.day.isoformat()}" for held in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
