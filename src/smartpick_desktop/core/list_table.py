"""The program list as a table that leaves the program: titles, and cells with their own types.

What is shown comes first, as it is shown; the rest of what the list keeps follows, so that the
table can be taken in again without loss.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.import_columns import (
    MEANINGS,
    STATUS_WORDS,
    day_column,
    fact_column,
)
from smartpick_desktop.core.import_values import fact_text
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey
from smartpick_desktop.core.program_list import EntryStatus, ListEntry, SignalTier, Tie
from smartpick_desktop.core.programs import PROGRAM_ID_PREFIX, Directory
from smartpick_desktop.core.scenario import Scenario

Cell: TypeAlias = str | float | date | None

ALWAYS = ("acgme", "name", "city", "state", "specialty", "entry.order", "entry.signal")
_ENTRY = (
    "entry.tie", "entry.status", *map(day_column, EntryStatus), "entry.bucket",
    "entry.bucket_reason", "entry.must_keep", "entry.suggested", "entry.note",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTable:
    """Titles and rows of one width; `specialties` names the specialty of each row."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    specialties: tuple[str, ...]


def list_table(
    scenario: Scenario,
    directory: Directory,
    facts: FactBook,
    names: Mapping[str, str],
    shown: Sequence[str] = (),
) -> ListTable:
    """The list in its order; `shown` holds meanings of columns in the order of the screen."""
    cells = [
        _cells(place, entry, directory, facts, names)
        for place, entry in enumerate(scenario.entries, start=1)
    ]
    columns = _columns(shown, cells)
    return ListTable(
        titles=tuple(MEANINGS[key] for key in columns),
        rows=tuple(tuple(row.get(key) for key in columns) for row in cells),
        specialties=tuple(eras_name(names, entry.specialty) for entry in scenario.entries),
    )


def _columns(shown: Sequence[str], cells: Sequence[Mapping[str, Cell]]) -> list[str]:
    used = {key for row in cells for key, value in row.items() if value is not None}
    facts = [
        fact_column(key, part) if part else fact_column(key)
        for key in FactKey
        for part in ("", "source", "day")
    ]
    known = [key for key in shown if key in MEANINGS]
    rest = [*ALWAYS, *(key for key in (*_ENTRY, *facts) if key in used)]
    return list(dict.fromkeys([*known, *rest]))


def _cells(
    place: int,
    entry: ListEntry,
    directory: Directory,
    facts: FactBook,
    names: Mapping[str, str],
) -> dict[str, Cell]:
    row = directory.index_of(entry.program_id)
    found: dict[str, Cell] = {
        "acgme": entry.program_id.removeprefix(PROGRAM_ID_PREFIX),
        "specialty": eras_name(names, entry.specialty),
        "entry.order": place,
    }
    if row is not None:
        found["name"] = directory.names[row]
        found["city"] = directory.cities[row]
        found["state"] = directory.states[row]
    for key, fact in facts.of(entry.program_id).items():
        found |= _fact_cells(key, fact)
    return found | _entry_cells(entry)


def _entry_cells(entry: ListEntry) -> dict[str, Cell]:
    found: dict[str, Cell] = {"entry.status": STATUS_WORDS[entry.status]}
    if entry.signal is not SignalTier.NONE:
        found["entry.signal"] = entry.signal.value
    if entry.tie is not Tie.NONE:
        found["entry.tie"] = entry.tie.value.replace("_", " ")
    if entry.bucket is not None:
        found["entry.bucket"] = entry.bucket.value
    if entry.bucket_reason:
        found["entry.bucket_reason"] = entry.bucket_reason
    if entry.must_keep:
        found["entry.must_keep"] = "yes"
    if entry.suggested:
        found["entry.suggested"] = "yes"
    if entry.note:
        found["entry.note"] = entry.note
    return found | {day_column(held.status): held.day for held in entry.dates}


def _fact_cells(key: FactKey, fact: Fact) -> dict[str, Cell]:
    value: Cell = fact_text(fact.value)
    if isinstance(fact.value, float | int) and not isinstance(fact.value, bool):
        value = float(fact.value)
    found: dict[str, Cell] = {fact_column(key): value}
    if fact.source:
        found[fact_column(key, "source")] = fact.source
    if fact.day is not None:
        found[fact_column(key, "day")] = fact.day
    return found
