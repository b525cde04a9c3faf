"""What is known of one program in a line: positions, fill, Step 2 CK, visa and the user's tie."""

from dataclasses import dataclass
from datetime import date

from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.import_columns import STATUS_WORDS
from smartpick_desktop.core.import_values import fact_text
from smartpick_desktop.core.program_facts import Fact, FactKey
from smartpick_desktop.core.program_list import ListEntry, Tie

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TIES = {
    Tie.HOME: "home program",
    Tie.AWAY_ROTATION: "away rotation",
    Tie.REGION: "region",
    Tie.FAMILY: "family",
    Tie.NONE: "none",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A caption, a value ("" is not known) and where it is from, or what to do about it."""

    caption: str
    value: str
    source: str
    is_stale: bool = False


def program_line(
    program_id: str,
    facts: FactColumns,
    entry: ListEntry | None,
    *,
    needs_visa: bool,
    today: date,
) -> tuple[Told, ...]:
    """Five facts of a program; an unknown one says so and is neither yes nor no."""
    held = facts.facts.of(program_id)
    return (
        _positions(program_id, facts, today),
        _filled(program_id, facts),
        _score(held.get(FactKey.MINIMUM_STEP2), held.get(FactKey.TYPICAL_STEP2), today),
        _visa(held.get(FactKey.VISA_J1), held.get(FactKey.VISA_H1B), today, needs_visa=needs_visa),
        _tie(entry),
    )


def _positions(program_id: str, facts: FactColumns, today: date) -> Told:
    own = facts.facts.of(program_id).get(FactKey.POSITIONS)
    if own is not None and own.is_known:
        return _told("Positions", own, today)
    history = facts.histories.get(program_id)
    latest = history.latest if history else None
    if history is None or latest is None or latest.quota is None:
        return Told(caption="Positions", value="", source="not imported")
    return Told(
        caption=f"Positions, {latest.year}", value=str(latest.quota), source=_house(history.source)
    )


def _filled(program_id: str, facts: FactColumns) -> Told:
    history = facts.histories.get(program_id)
    if history is None or not history.years:
        return Told(caption="Filled", value="", source="")
    first, last = history.years[0].year, history.years[-1].year
    span = str(last) if first == last else f"{first}–{last % 100:02d}"
    left = sum((year.quota or 0) - (year.filled or 0) for year in history.years)
    value = f"{left} left open" if left else "all"
    return Told(caption=f"Filled, {span}", value=value, source=_house(history.source))


def _score(minimum: Fact | None, usual: Fact | None, today: date) -> Told:
    if minimum is not None and minimum.is_known:
        return _told("Step 2 floor", minimum, today)
    if usual is not None and usual.is_known:
        return _told("Step 2, usual", usual, today)
    return Told(caption="Step 2 floor", value="", source="ask")


def _visa(j1: Fact | None, h1b: Fact | None, today: date, *, needs_visa: bool) -> Told:
    known = [fact for fact in (j1, h1b) if fact is not None and fact.is_known]
    if not known:
        return Told(caption="Visa", value="", source="ask" if needs_visa else "not needed")
    pairs = (("J-1", j1), ("H-1B", h1b))
    value = ", ".join(
        f"{name} {fact_text(fact.value)}" for name, fact in pairs if fact and fact.is_known
    )
    oldest = min(known, key=lambda fact: fact.day or date.min)
    return Told(
        caption="Visa", value=value, source=_origin(oldest, today), is_stale=oldest.is_stale(today)
    )


def _tie(entry: ListEntry | None) -> Told:
    if entry is None:
        return Told(caption="Your tie", value="none", source="not on your list")
    return Told(caption="Your tie", value=_TIES[entry.tie], source=STATUS_WORDS[entry.status])


def _house(source: str) -> str:
    """Who published it, without the title: there is little room."""
    return source.partition(" ")[0]


def _told(caption: str, fact: Fact, today: date) -> Told:
    return Told(
        caption=caption,
        value=fact_text(fact.value),
        source=_origin(fact, today),
        is_stale=fact.is_stale(today),
    )


def _origin(fact: Fact, today: date) -> str:
    """Source and day; a stale one asks to be looked up again."""
    day = f"{_MONTHS[fact.day.month - 1]} {fact.day.year}" if fact.day else "no date"
    found = ", ".join(part for part in (fact.source, day) if part)
    return f"{found}: old" if fact.is_stale(today) and fact.day else found
