"""Facts of all programs as columns beside the directory, worked out once for each fact book."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.fill_history import FillHistory, fill_histories
from smartpick_desktop.core.program_facts import FactBook, FactKey, FactKind, FactValue
from smartpick_desktop.core.programs import Directory

Numbers = NDArray[np.float64]


class FactColumns:
    """A number for every program; NaN is unknown, which is neither no nor zero."""

    def __init__(self, directory: Directory, facts: FactBook) -> None:
        self._directory = directory
        self.facts = facts
        self._numbers: dict[FactKey, Numbers] = {}
        self._open: dict[tuple[int, float], NDArray[np.bool_]] = {}

    @cached_property
    def histories(self) -> Mapping[str, FillHistory]:
        """Positions by year of the programs that a track is linked to."""
        return fill_histories(self.facts.tracks.values())

    def numbers(self, key: FactKey) -> Numbers:
        """One fact of every program: 1 for yes, 0 for no; words in the order of the alphabet."""
        if key not in self._numbers:
            self._numbers[key] = self._column(key)
        return self._numbers[key]

    def left_open(self, years: int, share: float) -> NDArray[np.bool_]:
        """Programs that left at least that share of their places open in their last `years`."""
        asked = (years, share)
        if asked not in self._open:
            column = np.zeros(len(self._directory), dtype=np.bool_)
            for program_id, history in self.histories.items():
                row, last = self._directory.index_of(program_id), history.years[-years:]
                places = sum(year.quota or 0 for year in last)
                left = places - sum(year.filled or 0 for year in last)
                if row is not None:
                    column[row] = places > 0 and left >= share * places
            self._open[asked] = column
        return self._open[asked]

    @cached_property
    def known(self) -> NDArray[np.int16]:
        """How many of the facts are known of every program."""
        found = np.zeros(len(self._directory), dtype=np.int16)
        for key in FactKey:
            found += ~np.isnan(self.numbers(key))
        return found

    def _column(self, key: FactKey) -> Numbers:
        column = np.full(len(self._directory), np.nan)
        words = self._words(key) if key.kind is FactKind.WORD else {}
        if key in (FactKey.POSITIONS, FactKey.FILLED):
            self._fill_from_histories(column, key)
        for program_id, facts in self.facts.facts.items():
            fact = facts.get(key)
            row = self._directory.index_of(program_id) if fact and fact.is_known else None
            if fact is not None and row is not None:
                column[row] = _number(fact.value, words)
        return column

    def _fill_from_histories(self, column: Numbers, key: FactKey) -> None:
        for program_id, history in self.histories.items():
            row, latest = self._directory.index_of(program_id), history.latest
            if row is not None and latest is not None:
                number = latest.quota if key is FactKey.POSITIONS else latest.filled
                column[row] = np.nan if number is None else number

    def _words(self, key: FactKey) -> dict[FactValue, int]:
        held = {self.facts.value(program_id, key) for program_id in self.facts.facts}
        return {word: at for at, word in enumerate(sorted(w for w in held if isinstance(w, str)))}


def _number(value: FactValue, words: Mapping[FactValue, int]) -> float:
    if isinstance(value, str):
        return float(words[value])
    return np.nan if value is None else float(value)
