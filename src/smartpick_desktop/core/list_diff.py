"""What is different between two program lists: programs, buckets and signals, each with why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from smartpick_desktop.core.buckets import BUCKET_WORDS
from smartpick_desktop.core.outlook.results import Outlook, ProgramChance
from smartpick_desktop.core.program_list import Bucket, ListEntry, SignalTier
from smartpick_desktop.core.scenario import Scenario

NOT_RATED = "not rated"


class ListChangeKind(StrEnum):
    """What is different about a program."""

    ADDED = "added"
    DROPPED = "dropped"
    BUCKET = "bucket"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChange:
    """One difference. `before` and `after` are words; `why` is a sentence, or ""."""

    kind: ListChangeKind
    program_id: str
    specialty: str
    before: str = ""
    after: str = ""
    why: str = ""


def list_diff(
    before: Scenario, after: Scenario, was: Outlook | None, now: Outlook | None
) -> tuple[ListChange, ...]:
    """What `after` has otherwise than `before`: added, dropped, moved bucket, moved signals."""
    held = {entry.program_id: entry for entry in before.entries}
    kept = {entry.program_id: entry for entry in after.entries}
    chances_was, chances_now = _chances(was), _chances(now)
    found = [
        _whole(ListChangeKind.ADDED, e, chances_now)
        for e in after.entries
        if e.program_id not in held
    ]
    found += [
        _whole(ListChangeKind.DROPPED, e, chances_was)
        for e in before.entries
        if e.program_id not in kept
    ]
    both = [(held[key], kept[key]) for key in held if key in kept]
    found += _buckets(both, chances_was, chances_now)
    found += [
        ListChange(
            kind=ListChangeKind.SIGNAL, program_id=one.program_id, specialty=one.specialty,
            before=_signal(one), after=_signal(other),
        )
        for one, other in both
        if one.signal is not other.signal
    ]  # fmt: skip
    return tuple(found)


def _chances(outlook: Outlook | None) -> Mapping[str, ProgramChance]:
    return outlook.programs if outlook else {}


def _whole(
    kind: ListChangeKind, entry: ListEntry, chances: Mapping[str, ProgramChance]
) -> ListChange:
    words = _bucket_words(_bucket(entry, chances))
    if entry.signal is not SignalTier.NONE:
        words = f"{words}, {_signal(entry)}"
    added = kind is ListChangeKind.ADDED
    return ListChange(
        kind=kind, program_id=entry.program_id, specialty=entry.specialty,
        before="" if added else words, after=words if added else "",
    )  # fmt: skip


def _buckets(
    both: list[tuple[ListEntry, ListEntry]],
    was: Mapping[str, ProgramChance],
    now: Mapping[str, ProgramChance],
) -> list[ListChange]:
    found = []
    for one, other in both:
        before, after = _bucket(one, was), _bucket(other, now)
        if before is not after:
            chance = now.get(other.program_id)
            own = other.bucket is not None
            why = (other.bucket_reason or "Your own.") if own else chance.reason if chance else ""
            found.append(
                ListChange(
                    kind=ListChangeKind.BUCKET, program_id=one.program_id,
                    specialty=one.specialty, before=_bucket_words(before),
                    after=_bucket_words(after), why=why,
                )
            )  # fmt: skip
    return found


def _bucket(entry: ListEntry, chances: Mapping[str, ProgramChance]) -> Bucket | None:
    chance = chances.get(entry.program_id)
    return entry.bucket or (chance.bucket if chance else None)


def _bucket_words(bucket: Bucket | None) -> str:
    return BUCKET_WORDS[bucket] if bucket else NOT_RATED


def _signal(entry: ListEntry) -> str:
    word = entry.signal.value
    return (
        "no signal" if entry.signal is SignalTier.NONE else "signal" if word == "single" else word
    )
