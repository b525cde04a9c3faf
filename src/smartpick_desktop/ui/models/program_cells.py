"""What the cells of the program table say of facts; an unknown is said to be one."""

from datetime import date

import numpy as np

from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.fill_history import FillHistory
from smartpick_desktop.core.import_values import fact_text
from smartpick_desktop.core.program_facts import FactBook, FactKey
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.ui.models.program_columns import Column
from smartpick_desktop.ui.models.program_words import unknown, visa_words


class ProgramCells:
    """Reads the fact book of one directory, a cell at a time."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._facts = FactColumns(directory, FactBook())
        self._today = date.max

    def set_facts(self, facts: FactColumns, today: date) -> None:
        """Read these facts from now on."""
        self._facts = facts
        self._today = today

    def text(self, row: int, column: Column) -> str:
        """What the cell says."""
        book, program_id = self._facts.facts, self._directory.program_ids[row]
        if column is Column.FACTS:
            return f"{self._facts.known[row]}/{len(FactKey)}"
        if column is Column.VISA:
            keys = (FactKey.VISA_J1, FactKey.VISA_H1B)
            return visa_words(*(book.value(program_id, key) for key in keys))
        key = column.fact
        if key is None:
            return unknown()
        if key is FactKey.POSITIONS:
            number = self._facts.numbers(key)[row]
            return unknown() if np.isnan(number) else f"{number:g}"
        value = book.value(program_id, key)
        return unknown() if value is None else fact_text(value)

    def history(self, program_id: str) -> FillHistory | None:
        """Positions by year, if they are known."""
        return self._facts.histories.get(program_id)

    def is_stale(self, program_id: str, column: Column) -> bool:
        """Whether what the cell says is older than a year, or of no known day."""
        facts = self._facts.facts.of(program_id)
        if column is Column.FACTS:
            return any(fact.is_known and fact.is_stale(self._today) for fact in facts.values())
        fact = facts.get(column.fact) if column.fact else None
        return fact is not None and fact.is_known and fact.is_stale(self._today)
