"""Rows of somebody's table as what they say: which program, which facts, what of the list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.import_columns import STATUS_WORDS, ColumnPlan, day_column, fact_column
from smartpick_desktop.core.import_values import (
    UnreadableCellError,
    read_day,
    read_fact,
    read_visas,
    read_yes_no,
)
from smartpick_desktop.core.program_facts import Fact, FactKey, FactValue
from smartpick_desktop.core.program_list import Bucket, EntryStatus, SignalTier, StatusDate, Tie
from smartpick_desktop.core.program_match import ProgramClue, state_code

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryReading:
    """What a row says of the program's place on the list; None says nothing."""

    order: int | None = None
    signal: SignalTier | None = None
    tie: Tie | None = None
    status: EntryStatus | None = None
    bucket: Bucket | None = None
    bucket_reason: str | None = None
    must_keep: bool | None = None
    suggested: bool | None = None
    note: str | None = None
    dates: tuple[StatusDate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReading:
    """One row of the file by its number there, from 1."""

    number: int
    title: str
    clue: ProgramClue
    facts: Mapping[FactKey, Fact] = field(default_factory=dict)
    entry: EntryReading = EntryReading()
    problems: tuple[str, ...] = ()


def read_rows(
    rows: Sequence[Sequence[str]], plan: ColumnPlan, *, source: str, day: date | None
) -> Iterator[RowReading]:
    """Every row under the header that is not empty. Facts without a source or day get these."""
    percents = _fractions(rows[plan.header + 1 :], plan)
    for number, row in enumerate(rows[plan.header + 1 :], start=plan.header + 2):
        cells = {
            meaning: text.strip()
            for meaning, text in zip(plan.meanings, row, strict=False)
            if meaning and text.strip()
        }
        if any(row):
            yield _Reader(cells, percents, source, day).read(number)


def _fractions(rows: Sequence[Sequence[str]], plan: ColumnPlan) -> frozenset[FactKey]:
    """Percentages that a workbook keeps as parts of one: 0.12 for 12 %."""
    found = set()
    for key in (FactKey.PERCENT_IMG, FactKey.PERCENT_DO):
        if fact_column(key) not in plan.meanings:
            continue
        at = plan.meanings.index(fact_column(key))
        numbers = [_plain_number(row[at]) for row in rows if at < len(row) and row[at].strip()]
        held = [number for number in numbers if number is not None]
        if held and max(held) <= 1 and any(0 < number < 1 for number in held):
            found.add(key)
    return frozenset(found)


class _Reader:
    def __init__(
        self,
        cells: Mapping[str, str],
        fractions: frozenset[FactKey],
        source: str,
        day: date | None,
    ) -> None:
        self._cells = cells
        self._fractions = fractions
        self._source = source
        self._day = day
        self._problems: list[str] = []

    def read(self, number: int) -> RowReading:
        day = self._date("day") or self._day
        source = self._cells.get("source", self._source)
        facts = {key: self._fact(key, value, source, day) for key, value in self._values()}
        entry = self._entry()
        clue = self._clue()
        return RowReading(
            number=number,
            title=clue.name or clue.institution or clue.acgme_number or clue.nrmp_code,
            clue=clue,
            facts=facts,
            entry=entry,
            problems=tuple(self._problems),
        )

    def _clue(self) -> ProgramClue:
        cell = self._cells.get
        city, state = cell("city", ""), cell("state", "")
        if place := cell("place"):
            before, _, after = place.rpartition(",")
            if state_code(after):
                city, state = city or before.strip(), state or after.strip()
        return ProgramClue(
            acgme_number=cell("acgme", ""),
            nrmp_code=cell("nrmp", ""),
            name=cell("name", ""),
            institution=cell("institution", ""),
            city=city,
            state=state,
            specialty=cell("specialty", ""),
        )

    def _values(self) -> Iterator[tuple[FactKey, FactValue]]:
        if visas := self._cells.get("visa"):
            try:
                yield from read_visas(visas).items()
            except UnreadableCellError as error:
                self._problems.append(f"Visas: {error}")
        for key in FactKey:
            text = self._cells.get(fact_column(key))
            if text is None:
                continue
            try:
                if key in self._fractions and (part := _plain_number(text)) is not None:
                    yield key, round(100 * part, 1)
                else:
                    yield key, read_fact(key, text)
            except UnreadableCellError as error:
                self._problems.append(f"{key.value.replace('_', ' ').capitalize()}: {error}")

    def _fact(self, key: FactKey, value: FactValue, source: str, day: date | None) -> Fact:
        own = self._cells.get(fact_column(key, "source"))
        return Fact(
            value=value, source=own or source, day=self._date(fact_column(key, "day")) or day
        )

    def _entry(self) -> EntryReading:
        cell = self._cells.get
        number = _plain_number(cell("entry.order", ""))
        keep = cell("entry.must_keep")
        days = ((status, self._date(day_column(status))) for status in EntryStatus)
        return EntryReading(
            order=None if number is None else int(number),
            signal=self._choice("entry.signal", SignalTier, _SIGNALS),
            tie=self._choice("entry.tie", Tie, _TIES),
            status=self._choice("entry.status", EntryStatus, _STATUSES),
            bucket=self._choice("entry.bucket", Bucket, {"match": Bucket.TARGET}),
            bucket_reason=cell("entry.bucket_reason"),
            must_keep=self._yes_no("entry.must_keep", keep),
            suggested=self._yes_no("entry.suggested", cell("entry.suggested")),
            note=cell("entry.note"),
            dates=tuple(StatusDate(status=status, day=day) for status, day in days if day),
        )  # fmt: skip

    def _choice(self, meaning: str, kind: type[E], others: Mapping[str, E]) -> E | None:
        text = self._cells.get(meaning)
        if text is None:
            return None
        known = {fold(value.value.replace("_", " ")): value for value in kind} | dict(others)
        if found := known.get(fold(text.replace("_", " "))):
            return found
        choices = ", ".join(value.value.replace("_", " ") for value in kind)
        self._problems.append(f"“{text}” is none of {choices}")
        return None

    def _yes_no(self, meaning: str, text: str | None) -> bool | None:
        if text is None:
            return None
        try:
            return read_yes_no(text)
        except UnreadableCellError as error:
            self._problems.append(f"{meaning.rpartition('.')[2].replace('_', ' ')}: {error}")
            return None

    def _date(self, meaning: str) -> date | None:
        text = self._cells.get(meaning)
        if text is None:
            return None
        try:
            return read_day(text)
        except UnreadableCellError as error:
            self._problems.append(str(error))
            return None


_SIGNALS = {"yes": SignalTier.SINGLE, "no": SignalTier.NONE, "signal": SignalTier.SINGLE}
_TIES = {"no": Tie.NONE, "away": Tie.AWAY_ROTATION, "rotation": Tie.AWAY_ROTATION}
_STATUSES = {fold(words): status for status, words in STATUS_WORDS.items()}


def _plain_number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
