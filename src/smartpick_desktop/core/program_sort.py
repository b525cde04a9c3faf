"""Sorting rows of the directory by ranks that are worked out once per column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.program_facts import FactKey
from smartpick_desktop.core.program_list import Bucket, EntryStatus, ListEntry, SignalTier, Tie
from smartpick_desktop.core.programs import Directory, RowArray

_UNKNOWN = np.iinfo(np.int32).max
_SIGNAL_RANKS = {
    SignalTier.GOLD: 0,
    SignalTier.SINGLE: 1,
    SignalTier.SILVER: 2,
    SignalTier.NONE: 3,
}

_BUCKETS, _STATUSES, _TIES = list(Bucket), list(EntryStatus), list(Tie)

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
    ORDER = "order"
    STATUS = "status"
    TIE = "tie"
    BUCKET = "bucket"
    MILES = "miles"
    POSITIONS = "positions"
    FILLED = "filled"
    MINIMUM_STEP2 = "minimum_step2"
    TYPICAL_STEP2 = "typical_step2"
    VISA_J1 = "visa_j1"
    VISA_H1B = "visa_h1b"
    PERCENT_IMG = "percent_img"
    PERCENT_DO = "percent_do"
    PROGRAM_TYPE = "program_type"
    FACTS = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramOrder:
    """What programs are sorted by, and which way round; `then` sorts those that are equal."""

    key: SortKey = SortKey.NAME
    descending: bool = False
    then: "tuple[ProgramOrder, ...]" = ()

    @property
    def keys(self) -> "tuple[ProgramOrder, ...]":
        """Every key, the first one first."""
        return (self, *self.then)

    def clicked(self, key: SortKey, *, more: bool) -> "ProgramOrder":
        """The order after a click on the header of `key`; `more` keeps the keys there were."""
        held = next((order for order in self.keys if order.key is key), None)
        fresh = ProgramOrder(key=key, descending=held is not None and not held.descending)
        if not more:
            return fresh
        keys = [replace(order, then=()) for order in self.keys]
        keys = [fresh if order.key is key else order for order in keys]
        first, *rest = keys if held else [*keys, fresh]
        return replace(first, then=tuple(rest))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SortInput:
    """What programs can be sorted by beside the directory."""

    entries: Sequence[ListEntry] = ()
    buckets: Mapping[str, Bucket | None] = field(default_factory=dict)
    facts: FactColumns | None = None
    miles: NDArray[np.float64] | None = None


_OF_ENTRY = frozenset(
    (SortKey.LISTED, SortKey.SIGNAL, SortKey.ORDER, SortKey.STATUS, SortKey.TIE, SortKey.BUCKET)
)
_OF_FACTS = frozenset(
    (SortKey.MILES, SortKey.FACTS, *(key for key in SortKey if key.value in set(FactKey)))
)


class ProgramSorter:
    """Sorts rows by what is read in them; what is not known comes last, both ways."""

    def __init__(self, directory: Directory, names: Mapping[str, str]) -> None:
        self._directory = directory
        self._names = names
        self._ranks: dict[SortKey, Ranks] = {}
        self._ties: Ranks | None = None

    def sort(
        self, rows: RowArray, order: ProgramOrder, given: SortInput | None = None
    ) -> RowArray:
        """Return `rows` in `order`, and by name and city where that is equal."""
        given = given or SortInput()
        ranks = [self._by_name_and_city()[rows]]
        for key in reversed(order.keys):
            column = self._ranks_of(key.key, given)[rows]
            if key.descending:
                column = np.where(column == _UNKNOWN, _UNKNOWN, -column)
            ranks.append(column)
        return rows[np.lexsort(ranks)]

    def _by_name_and_city(self) -> Ranks:
        """Return the place of every row when all are sorted by name, then city."""
        if self._ties is None:
            names, cities = self._ranks_of(SortKey.NAME), self._ranks_of(SortKey.CITY)
            order = np.lexsort((cities, names))
            self._ties = np.empty(len(order), dtype=np.int32)
            self._ties[order] = np.arange(len(order), dtype=np.int32)
        return self._ties

    def _ranks_of(self, key: SortKey, given: SortInput | None = None) -> Ranks:
        if given is not None and key in _OF_ENTRY:
            return self._entry_ranks(key, given)
        if given is not None and key in _OF_FACTS:
            return _number_ranks(self._numbers(key, given), len(self._directory))
        if key not in self._ranks:
            self._ranks[key] = _text_ranks(self._column(key))
        return self._ranks[key]

    def _numbers(self, key: SortKey, given: SortInput) -> NDArray[np.float64] | None:
        if key is SortKey.MILES:
            return given.miles
        if given.facts is None:
            return None
        if key is SortKey.FACTS:
            return given.facts.known.astype(np.float64)
        return given.facts.numbers(FactKey(key.value))

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

    def _entry_ranks(self, key: SortKey, given: SortInput) -> Ranks:
        ranks = np.full(len(self._directory), _UNKNOWN, dtype=np.int32)
        if key is SortKey.BUCKET:
            for program_id, bucket in given.buckets.items():
                row = self._directory.index_of(program_id)
                if row is not None and bucket is not None:
                    ranks[row] = _BUCKETS.index(bucket)
        for place, entry in enumerate(given.entries):
            row = self._directory.index_of(entry.program_id)
            if row is not None:
                ranks[row] = _entry_rank(key, entry, place, int(ranks[row]))
        return ranks


def _entry_rank(key: SortKey, entry: ListEntry, place: int, otherwise: int) -> int:
    match key:
        case SortKey.SIGNAL:
            return _SIGNAL_RANKS[entry.signal]
        case SortKey.ORDER:
            return place
        case SortKey.STATUS:
            return _STATUSES.index(entry.status)
        case SortKey.TIE:
            return _TIES.index(entry.tie) if entry.tie is not Tie.NONE else _UNKNOWN
        case SortKey.BUCKET:
            return _BUCKETS.index(entry.bucket) if entry.bucket else otherwise
    return 0


def _number_ranks(numbers: NDArray[np.float64] | None, size: int) -> Ranks:
    """Numbers as ranks; what is not known comes last."""
    if numbers is None:
        return np.full(size, _UNKNOWN, dtype=np.int32)
    tenths = np.round(np.where(np.isnan(numbers), 0.0, numbers) * 10)
    return np.where(np.isnan(numbers), _UNKNOWN, tenths).astype(np.int32)


def _text_ranks(column: Sequence[str]) -> Ranks:
    folded = {text: fold(text) for text in set(column)}
    order = {word: rank for rank, word in enumerate(sorted({*folded.values()} - {""}))}
    rank_of = {text: order.get(word, _UNKNOWN) for text, word in folded.items()}
    return np.fromiter((rank_of[text] for text in column), np.int32, len(column))
