"""Up to four programs side by side: what the directory, the user and the list say of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from smartpick_desktop.core.buckets import BUCKET_WORDS
from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.fill_history import FillHistory
from smartpick_desktop.core.import_columns import FACT_WORDS, STATUS_WORDS
from smartpick_desktop.core.import_values import fact_text
from smartpick_desktop.core.outlook.results import ProgramChance
from smartpick_desktop.core.program_facts import FactBook, FactKey
from smartpick_desktop.core.program_list import ListEntry, SignalTier, Tie
from smartpick_desktop.core.programs import Directory, Program
from smartpick_desktop.core.scenario import Scenario

MOST = 4
TOO_MANY = f"Up to {MOST} programs can be compared; choose fewer."
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One line: a value for each program, where it is from, and whether they differ."""

    title: str
    values: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether what is known differs; an unknown is no difference."""
        known = {value for value in self.values if value not in (UNKNOWN, "")}
        return len(known) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The names of the programs, and the lines."""

    names: tuple[str, ...]
    rows: tuple[Beside, ...]

    def text(self) -> str:
        """The comparison with tabs, for the clipboard."""
        lines = [("", *self.names), *((row.title, *row.values) for row in self.rows)]
        return "\n".join("\t".join(line) for line in lines)


def compare(
    program_ids: Sequence[str],
    scenario: Scenario,
    directory: Directory,
    facts: FactBook,
    histories: Mapping[str, FillHistory],
    ratings: Mapping[str, ProgramChance],
    names: Mapping[str, str],
    today: date,
) -> Comparison:
    """Compare programs of the directory; ValueError for more than four."""
    if len(program_ids) > MOST:
        raise ValueError(TOO_MANY)
    found = ((key, directory.index_of(key)) for key in program_ids)
    programs = [directory.row(row) for _, row in found if row is not None]
    entries = [scenario.entry(program.program_id) for program in programs]
    ids = [program.program_id for program in programs]
    origin = f"ACGME, {directory.source_date}"
    rows = [
        _line("Specialty", [eras_name(names, p.specialty) for p in programs], origin),
        _line("City", [_place(p) for p in programs], origin),
        _line("Region", [p.division for p in programs], origin),
        _line("Match", [p.match_system for p in programs], origin),
        _line("Standing", [_bucket(e, ratings.get(k)) for e, k in zip(entries, ids, strict=True)]),
        _line("Why", [_why(e, ratings.get(k)) for e, k in zip(entries, ids, strict=True)]),
        _history([histories.get(key) for key in ids]),
        *(_fact(key, ids, facts, today) for key in FactKey),
        *_of_list(entries),
    ]
    return Comparison(names=tuple(program.name for program in programs), rows=tuple(rows))


def _line(title: str, values: Sequence[str], source: str = "") -> Beside:
    shown = tuple(value or UNKNOWN for value in values)
    return Beside(title=title, values=shown, sources=(source,) * len(shown))


def _place(program: Program) -> str:
    return ", ".join(part for part in (program.city, program.state) if part)


def _bucket(entry: ListEntry | None, chance: ProgramChance | None) -> str:
    if entry is not None and entry.bucket is not None:
        return f"{BUCKET_WORDS[entry.bucket]}, your own"
    bucket = chance.bucket if chance else None
    return BUCKET_WORDS[bucket] if bucket else "not rated"


def _why(entry: ListEntry | None, chance: ProgramChance | None) -> str:
    if entry is not None and entry.bucket is not None:
        return entry.bucket_reason or "no reason given"
    return chance.reason if chance else ""


def _history(histories: Sequence[FillHistory | None]) -> Beside:
    return Beside(
        title="Filled",
        values=tuple(history.words if history else UNKNOWN for history in histories),
        sources=tuple(history.source if history else "" for history in histories),
    )


def _fact(key: FactKey, ids: Sequence[str], facts: FactBook, today: date) -> Beside:
    values, sources = [], []
    for program_id in ids:
        fact = facts.of(program_id).get(key)
        values.append(fact_text(fact.value) if fact else UNKNOWN)
        about = [fact.source, fact.day.isoformat() if fact.day else "no date"] if fact else []
        if fact is not None and fact.is_known and fact.is_stale(today):
            about.append("stale")
        sources.append(", ".join(part for part in about if part))
    return Beside(title=FACT_WORDS[key], values=tuple(values), sources=tuple(sources))


def _of_list(entries: Sequence[ListEntry | None]) -> list[Beside]:
    def said(title: str, *values: str) -> Beside:
        return Beside(title=title, values=values, sources=("",) * len(values))

    return [
        said("On my list", *("yes" if entry else "no" for entry in entries)),
        said("Signal", *(_signal(entry) for entry in entries)),
        said("Tie", *(_tie(entry) for entry in entries)),
        said("Status", *(STATUS_WORDS[entry.status] if entry else "" for entry in entries)),
        said("Note", *(entry.note if entry else "" for entry in entries)),
    ]


def _signal(entry: ListEntry | None) -> str:
    return entry.signal.value if entry and entry.signal is not SignalTier.NONE else "none"


def _tie(entry: ListEntry | None) -> str:
    return entry.tie.value.replace("_", " ") if entry and entry.tie is not Tie.NONE else "none"
