"""Finds the programs that fit a filter while someone types, and counts what choices leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.program_filter import Facet, ProgramFilter
from smartpick_desktop.core.programs import Directory, RowArray
from smartpick_desktop.core.states import STATE_NAMES

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


class Finder:
    """Answers filters over one directory, from texts and numbers prepared once."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._haystacks = _haystacks(directory)
        self._coded = {
            Facet.SPECIALTY: _Coded.of(directory.specialties),
            Facet.STATE: _Coded.of(directory.states),
            Facet.DIVISION: _Coded.of(directory.divisions),
            Facet.MATCH_SYSTEM: _Coded.of(directory.match_systems),
        }

    def rows(self, wanted: ProgramFilter, listed: frozenset[str] = frozenset()) -> RowArray:
        """Return the rows that fit, ascending. `listed` holds the ids on the list."""
        if wanted.listed_only:
            rows = self._directory.rows_of(listed)
        else:
            rows = np.arange(len(self._directory), dtype=np.int32)
        for facet, coded in self._coded.items():
            if chosen := wanted.chosen(facet):
                rows = rows[coded.is_in(chosen)[rows]]
        if wanted.military is not None:
            rows = rows[self._directory.military[rows] == wanted.military]
        return self._with_text(rows, wanted.text)

    def counts(
        self, facet: Facet, wanted: ProgramFilter, listed: frozenset[str] = frozenset()
    ) -> dict[str, int]:
        """How many programs each value of `facet` has under the rest of the filter."""
        return self._coded[facet].counts(self.rows(wanted.with_choice(facet, frozenset()), listed))

    def _with_text(self, rows: RowArray, text: str) -> RowArray:
        needles = sorted({_needle(word) for word in fold(text).split()}, key=len, reverse=True)
        if not needles:
            return rows
        haystacks, left = self._haystacks, rows.tolist()
        for needle in needles:  # the longest first: it leaves the fewest rows to the others
            left = [row for row in left if needle in haystacks[row]]
        return np.array(left, dtype=np.int32)


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
