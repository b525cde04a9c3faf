"""Reads untyped input field by field and collects what is wrong with it, all of it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import TypeVar

from smartpick_desktop.core.problems import Problem

E = TypeVar("E", bound=StrEnum)
MISSING = object()
_KINDS: Mapping[type, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number with decimals",
    str: "text",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


class Fields:
    """One object of the input. Each read takes a field; what is wrong goes into `problems`."""

    def __init__(self, value: object, path: str, problems: list[Problem]) -> None:
        self._path = path
        self._problems = problems
        self._values: Mapping[str, object] = {}
        if isinstance(value, dict):
            self._values = value
        else:
            self.report("", f"expected an object, got {kind_of(value)}")

    def __contains__(self, name: str) -> bool:
        return name in self._values

    @property
    def is_empty(self) -> bool:
        """Whether the object has no field, or was no object."""
        return not self._values

    def only(self, *names: str) -> None:
        """Report every field that is not among `names`."""
        for name in self._values:
            if name not in names:
                place = name if name.isidentifier() else quoted(name)
                self.report(place, f"unknown field; known here: {', '.join(names)}")

    def raw(self, name: str) -> object:
        """The value as it came, or MISSING."""
        return self._values.get(name, MISSING)

    def integer(self, name: str) -> int | None:
        """A whole number; None if it is left out or was reported."""
        value = self.raw(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if value is not MISSING:
            self._wrong(name, "a whole number", value)
        return None

    def flag(self, name: str) -> bool:
        """True or false; false if it is left out or was reported."""
        value = self.raw(name)
        if value is MISSING or isinstance(value, bool):
            return value is True
        self._wrong(name, "true or false", value)
        return False

    def text(self, name: str) -> str:
        """Text; empty if it is left out or was reported."""
        value = self.raw(name)
        if isinstance(value, str):
            return value
        if value is not MISSING:
            self._wrong(name, "text", value)
        return ""

    def day(self, name: str) -> date | None:
        """A date as YYYY-MM-DD; None if it is left out or was reported."""
        value = self.raw(name)
        if value is MISSING:
            return None
        if not isinstance(value, str):
            self._wrong(name, "a date such as 2026-07-18", value)
            return None
        with suppress(ValueError):
            found = date.fromisoformat(value)
            if found.isoformat() == value:  # it reads 20260718 and 2026-W29-6 as well
                return found
        self.report(name, f"{quoted(value)} is no date; expected one such as 2026-07-18")
        return None

    def choice(self, name: str, kind: type[E]) -> E | None:
        """One of the words of `kind`; None if it is left out or was reported."""
        value = self.raw(name)
        return None if value is MISSING else self._one_of(name, value, kind)

    def choices(self, name: str, kind: type[E]) -> frozenset[E]:
        """A list of the words of `kind`, without what was reported."""
        words = (self._one_of(place, value, kind) for place, value in self.items(name))
        return frozenset(word for word in words if word is not None)

    def items(self, name: str) -> Iterator[tuple[str, object]]:
        """The items of a list, each with its place (`targets[0]`)."""
        value = self.raw(name)
        if isinstance(value, list):
            for number, item in enumerate(value):
                yield f"{name}[{number}]", item
        elif value is not MISSING:
            self._wrong(name, "a list", value)

    def part(self, name: str, value: object = MISSING) -> "Fields":
        """The object at `name` (or `value`, standing there), to be read in turn."""
        inner = self.raw(name) if value is MISSING else value
        return Fields(inner, self._at(name), self._problems)

    def check(self, name: str, problem_of: Callable[[], str | None]) -> None:
        """Report what `problem_of` finds wrong, if anything."""
        if message := problem_of():
            self.report(name, message)

    def report(self, name: str, message: str) -> None:
        """Add a problem at `name`; an empty name means the object itself."""
        self._problems.append(Problem(field=self._at(name), message=message))

    def word(self, name: str, value: object, known: Collection[str]) -> str | None:
        """`value` if it is among the `known` words; else it is reported, with the nearest."""
        if not isinstance(value, str):
            self._wrong(name, "text", value)
            return None
        if value in known:
            return value
        self.report(name, f"{quoted(value)} is not known{nearest(value, known)}")
        return None

    def _one_of(self, name: str, value: object, kind: type[E]) -> E | None:
        known = [member.value for member in kind]
        if isinstance(value, str) and value in known:
            return kind(value)
        if isinstance(value, str):
            self.report(name, f"{quoted(value)} is not one of {', '.join(known)}")
        else:
            self._wrong(name, f"one of {', '.join(known)}", value)
        return None

    def _wrong(self, name: str, expected: str, value: object) -> None:
        self.report(name, f"expected {expected}, got {kind_of(value)}")

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if name else self._path


def kind_of(value: object) -> str:
    """What `value` is, in words."""
    return _KINDS.get(type(value), type(value).__name__)


def quoted(value: str, longest: int = 40) -> str:
    """`value` on one line of printable characters in quotes, cut when it is long."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    return f'"{flat if len(flat) <= longest else flat[: longest - 1] + "…"}"'


def nearest(value: str, known: Collection[str]) -> str:
    """A hint at the most similar known word, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(value, known, n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else ""
