"""Sorting rows of the directory by ranks that are worked out once per column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.program_list import ListEntry, SignalTier
from smartpick_desktop.core.programs import Directory, RowArray

_UNKNOWN = np.iinfo(np.int32).max
_SIGNAL_RANKS = {
    SignalTier.GOLD: 0,
    SignalTier.SINGLE: 1,
    SignalTier.SILVER: 2,
    SignalTier.NONE: 3,
}

Ranks = NDArray[np.int32]


class SortKey(StrEnum):
    """What the programs can be sorted by."""

    LISTED = "listed"
    NAME = "name"
    SPECIALTY = "specialty"
    CITY = "city"
    STATE = "state"
    DIVISION = "division"
    MATCH_SYSTEM = "match_system"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramOrder:
    """What programs are sorted by, and which way round."""

    key: SortKey = SortKey.NAME
    descending: bool = False


class ProgramSorter:
    """Sorts rows by what is read in them; what is not known comes last, both ways."""

    def __init__(self, directory: Directory, names: Mapping[str, str]) -> None:
        self._directory = directory
        self._names = names
        self._ranks: dict[SortKey, Ranks] = {}
        self._ties: Ranks | None = None

    def sort(
        self, rows: RowArray, order: ProgramOrder, entries: Iterable[ListEntry] = ()
    ) -> RowArray:
        """Return `rows` in `order`, and by name and city where that is equal."""
        ranks = self._ranks_of(order.key, entries)[rows]
        if order.descending:
            ranks = np.where(ranks == _UNKNOWN, _UNKNOWN, -ranks)
        places = ranks.astype(np.int64) * len(self._directory) + self._by_name_and_city()[rows]
        return rows[np.argsort(places)]

    def _by_name_and_city(self) -> Ranks:
        """Return the place of every row when all are sorted by name, then city."""
        if self._ties is None:
            names, cities = self._ranks_of(SortKey.NAME), self._ranks_of(SortKey.CITY)
            order = np.lexsort((cities, names))
            self._ties = np.empty(len(order), dtype=np.int32)
            self._ties[order] = np.arange(len(order), dtype=np.int32)
        return self._ties

    def _ranks_of(self, key: SortKey, entries: Iterable[ListEntry] = ()) -> Ranks:
        if key in (SortKey.LISTED, SortKey.SIGNAL):
            return self._entry_ranks(key, entries)
        if key not in self._ranks:
            self._ranks[key] = _text_ranks(self._column(key))
        return self._ranks[key]

    def _column(self, key: SortKey) -> Sequence[str]:
        if key is SortKey.SPECIALTY:
            return [eras_name(self._names, key) for key in self._directory.specialties]
        columns = {
            SortKey.CITY: self._directory.cities,
            SortKey.STATE: self._directory.states,
            SortKey.DIVISION: self._directory.divisions,
            SortKey.MATCH_SYSTEM: self._directory.match_systems,
        }
        return columns.get(key, self._directory.names)

    def _entry_ranks(self, key: SortKey, entries: Iterable[ListEntry]) -> Ranks:
        ranks = np.full(len(self._directory), _UNKNOWN, dtype=np.int32)
        for entry in entries:
            row = self._directory.index_of(entry.program_id)
            if row is not None:
                ranks[row] = 0 if key is SortKey.LISTED else _SIGNAL_RANKS[entry.signal]
        return ranks


def _text_ranks(column: Sequence[str]) -> Ranks:
    folded = {text: fold(text) for text in set(column)}
    order = {word: rank for rank, word in enumerate(sorted({*folded.values()} - {""}))}
    rank_of = {text: order.get(word, _UNKNOWN) for text, word in folded.items()}
    return np.fromiter((rank_of[text] for text in column), np.int32, len(column))
