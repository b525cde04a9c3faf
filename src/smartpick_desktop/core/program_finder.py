"""Finds the programs that fit a filter while someone types, and counts what choices leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.distance import Cities
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.program_facts import FactBook
from smartpick_desktop.core.program_filter import Facet, ProgramFilter
from smartpick_desktop.core.programs import Directory, RowArray
from smartpick_desktop.core.states import STATE_NAMES
from smartpick_desktop.core.vocabulary import Vocabulary

SAME_WORDS = (
    *(("saint", "st"), ("mount", "mt"), ("fort", "ft"), ("center", "ctr"), ("centers", "ctrs")),
    *(("medical", "med"), ("university", "univ"), ("hospital", "hosp"), ("institute", "inst")),
)
"""Pairs of which a name may use one and a search the other."""

_ALSO = dict((*SAME_WORDS, *((short, long) for long, short in SAME_WORDS)))
_WHOLE = frozenset(short for _, short in SAME_WORDS if len(short) == 2)
_ANYWHERE_FROM = 3


@dataclass(frozen=True, slots=True)
class _Coded:
    """A column as numbers into its distinct values."""

    values: tuple[str, ...]
    codes: NDArray[np.int16]

    @classmethod
    def of(cls, column: Sequence[str]) -> Self:
        values = tuple(sorted(set(column)))
        code = {value: number for number, value in enumerate(values)}
        return cls(values, np.fromiter((code[v] for v in column), np.int16, len(column)))

    def is_in(self, chosen: frozenset[str]) -> NDArray[np.bool_]:
        return np.array([value in chosen for value in self.values], dtype=np.bool_)[self.codes]

    def counts(self, rows: RowArray) -> dict[str, int]:
        found = np.bincount(self.codes[rows], minlength=len(self.values)).tolist()
        return {value: n for value, n in zip(self.values, found, strict=True) if n}


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The rows that fit. `near` holds words that were found in the place of those typed."""

    rows: RowArray
    near: tuple[str, ...] = ()


class Finder:
    """Answers filters over one directory, from texts and numbers prepared once."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self.cities = Cities(directory)
        self.facts = FactColumns(directory, FactBook())
        self._haystacks = _haystacks(directory)
        self._coded = {
            Facet.SPECIALTY: _Coded.of(directory.specialties),
            Facet.STATE: _Coded.of(directory.states),
            Facet.DIVISION: _Coded.of(directory.divisions),
            Facet.MATCH_SYSTEM: _Coded.of(directory.match_systems),
        }

    def set_facts(self, facts: FactBook) -> None:
        """Go by what is known of programs from now on."""
        if facts is not self.facts.facts:
            self.facts = FactColumns(self._directory, facts)

    def rows(self, wanted: ProgramFilter, listed: frozenset[str] = frozenset()) -> RowArray:
        """Return the rows that fit, ascending. `listed` holds the ids on the list."""
        return self.find(wanted, listed).rows

    def find(self, wanted: ProgramFilter, listed: frozenset[str] = frozenset()) -> Found:
        """Return the rows that fit, ascending; where no text fits, those of words near to it."""
        if wanted.listed_only:
            rows = self._directory.rows_of(listed)
        else:
            rows = np.arange(len(self._directory), dtype=np.int32)
        for facet, coded in self._coded.items():
            if chosen := wanted.chosen(facet):
                rows = rows[coded.is_in(chosen)[rows]]
        if wanted.military is not None:
            rows = rows[self._directory.military[rows] == wanted.military]
        if wanted.near and (miles := self.cities.miles(wanted.near)) is not None:
            rows = rows[miles[rows] <= wanted.miles]
        if wanted.unknown:
            unknown = [np.isnan(self.facts.numbers(key)[rows]) for key in wanted.unknown]
            rows = rows[np.any(unknown, axis=0)]
        return self._with_text(rows, wanted.text)

    def counts(
        self, facet: Facet, wanted: ProgramFilter, listed: frozenset[str] = frozenset()
    ) -> dict[str, int]:
        """How many programs each value of `facet` has under the rest of the filter."""
        return self._coded[facet].counts(self.rows(wanted.with_choice(facet, frozenset()), listed))

    def _with_text(self, rows: RowArray, text: str) -> Found:
        words = sorted(set(fold(text).split()), key=len, reverse=True)
        if not words:
            return Found(rows)
        left = rows.tolist()
        for word in words:  # the longest first: it leaves the fewest rows to the others
            left = self._holding(left, [_needle(word)])
        if left or len(rows) == 0:
            return Found(np.array(left, dtype=np.int32))
        return self._with_near_words(rows, words)

    def _with_near_words(self, rows: RowArray, words: Sequence[str]) -> Found:
        """The rows under words that differ from those typed by a letter or two."""
        left, near = rows.tolist(), list[str]()
        for word in words:
            others = [] if self._vocabulary.holds(word) else self._vocabulary.near(word)
            near += others
            left = self._holding(left, [f" {other} " for other in others] or [_needle(word)])
        fitting = near if left else []
        return Found(np.array(left, dtype=np.int32), tuple(dict.fromkeys(fitting)))

    def _holding(self, rows: Sequence[int], needles: Sequence[str]) -> list[int]:
        haystacks = self._haystacks
        if len(needles) == 1:
            [needle] = needles
            return [row for row in rows if needle in haystacks[row]]
        return [row for row in rows if any(needle in haystacks[row] for needle in needles)]

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._haystacks)


def _needle(word: str) -> str:
    """Return what to look for: short words where a word starts, abbreviations whole."""
    if word in _WHOLE:
        return f" {word} "
    return word if len(word) >= _ANYWHERE_FROM else f" {word}"


def _haystacks(directory: Directory) -> tuple[str, ...]:
    states = {code: f"{code} {STATE_NAMES.get(code, '')}" for code in set(directory.states)}
    columns = zip(
        directory.names, directory.cities, directory.states, directory.acgme_numbers, strict=True
    )
    known: dict[tuple[str, str, str], str] = {}  # many programs share a house and a city
    found = []
    for name, city, state, number in columns:
        place = (name, city, state)
        if place not in known:
            known[place] = _words(f"{name} {city} {states[state]}")
        found.append(f"{known[place]}{number} ")
    return tuple(found)


def _words(text: str) -> str:
    words = fold(text).split()
    also = [other for word in words if (other := _ALSO.get(word))]
    return f" {' '.join([*words, *also])} "
