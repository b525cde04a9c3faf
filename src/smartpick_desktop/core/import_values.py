"""Reads cells as facts: numbers, yes and no, days. What cannot be read says why."""

import re
from datetime import date

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.program_facts import PROGRAM_TYPES, FactKey, FactKind, FactValue

_UNKNOWN = frozenset(
    ("unknown", "n a", "na", "not known", "not reported", "nr", "tbd", "ask", "?")
)
_YES = frozenset(("yes", "y", "true", "1", "x", "sponsored", "accepted", "sponsors", "✓"))
_NO = frozenset(("no", "n", "false", "0", "none", "not sponsored", "not accepted", "never"))
_NUMBER = re.compile(r"(?:[≥≤>=~<]|at least)?\s*(\d{1,5}(?:\.\d+)?)\s*(?:%|\+)?", re.IGNORECASE)
_DAYS = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?"), (0, 1, 2)),
    (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})"), (2, 0, 1)),  # as Americans write it
)
_WORDY = re.compile(r"(?:(\d{1,2})\s+([A-Za-z]{3,9})|([A-Za-z]{3,9})\s+(\d{1,2}),?)\s+(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class UnreadableCellError(ValueError):
    """What a cell says that a fact cannot be."""


def read_fact(key: FactKey, text: str) -> FactValue:
    """The value of a cell; None for a cell that says "unknown". UnreadableCellError if neither."""
    if is_unknown(text):
        return None
    match key.kind:
        case FactKind.YES_NO:
            return read_yes_no(text)
        case FactKind.NUMBER:
            return read_number(key, text)
        case FactKind.WORD:
            return _read_type(text)


def is_unknown(text: str) -> bool:
    """Whether a cell says that nothing is known."""
    return text.strip() in ("-", "--", "—", "?", "*") or fold(text) in _UNKNOWN


def read_yes_no(text: str) -> bool:
    """Yes or no as people write it."""
    word = fold(text)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise UnreadableCellError(f"“{text}” is neither yes nor no")


def read_number(key: FactKey, text: str) -> float:
    """A number within the span of its fact."""
    found = _NUMBER.fullmatch(text.strip().replace(",", ""))
    if found is None:
        raise UnreadableCellError(f"“{text}” is not one number")
    number, span = float(found[1]), key.span
    if span is not None and not span[0] <= number <= span[1]:
        raise UnreadableCellError(f"{found[1]} is outside {span[0]:g} to {span[1]:g}")
    return number


def read_visas(text: str) -> dict[FactKey, FactValue]:
    """What a cell on visas says of both: "J-1", "J-1 and H-1B", "none"."""
    word = fold(text).replace(" ", "")
    if is_unknown(text):
        return {FactKey.VISA_J1: None, FactKey.VISA_H1B: None}
    j1, h1b = "j1" in word, "h1" in word
    if j1 or h1b:
        only = "only" in word or (j1 and h1b)
        found: dict[FactKey, FactValue] = {}
        if j1 or only:
            found[FactKey.VISA_J1] = j1
        if h1b or only:
            found[FactKey.VISA_H1B] = h1b
        return found
    if fold(text) in _NO:
        return {FactKey.VISA_J1: False, FactKey.VISA_H1B: False}
    raise UnreadableCellError(f"“{text}” names no visa")


def read_day(text: str) -> date:
    """A day as 2026-10-03, 10/3/2026, 3 Oct 2026 or October 3, 2026."""
    given = text.strip()
    for pattern, order in _DAYS:
        if found := pattern.fullmatch(given):
            year, month, day = (int(found[at + 1]) for at in order)
            return _day(year, month, day, given)
    if found := _WORDY.fullmatch(given):
        name = str(found[2] or found[3]).casefold()[:3]
        if name in _MONTHS:
            number = int(found[1] or found[4])
            return _day(int(found[5]), _MONTHS.index(name) + 1, number, given)
    raise UnreadableCellError(f"“{given}” is no date")


def fact_text(value: FactValue) -> str:
    """A value as an export writes it and `read_fact` reads it."""
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float | int) else value


def _read_type(text: str) -> str:
    word = fold(text)
    for kind in PROGRAM_TYPES:
        if word == fold(kind):
            return kind
    university, community = "university" in word or "academic" in word, "community" in word
    if "military" in word:
        return "military"
    if community:
        return PROGRAM_TYPES[1] if university else "community"
    if university:
        return "university"
    raise UnreadableCellError(f"“{text}” is no type of program that is known here")


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableCellError(f"“{text}” is no date") from None
