"""Which bucket a program on the list is in."""

from collections import Counter
from collections.abc import Iterable, Mapping

from smartpick_desktop.core.outlook.results import Outlook, ProgramChance
from smartpick_desktop.core.program_list import Bucket, ListEntry

BUCKET_WORDS = {Bucket.REACH: "Reach", Bucket.TARGET: "Target", Bucket.LIKELY: "Likely"}


def bucket_counts(
    entries: Iterable[ListEntry], chances: Mapping[str, ProgramChance]
) -> tuple[int, int, int, int]:
    """How many programs are reach, target and likely, and how many have no bucket."""
    counts: Counter[Bucket | None] = Counter()
    for entry in entries:
        chance = chances.get(entry.program_id)
        counts[entry.bucket or (chance.bucket if chance else None)] += 1
    return counts[Bucket.REACH], counts[Bucket.TARGET], counts[Bucket.LIKELY], counts[None]


def bucket_of(entry: ListEntry, outlook: Outlook | None) -> Bucket | None:
    """The user's bucket, else the one worked out; None where neither is known."""
    if entry.bucket is not None:
        return entry.bucket
    chance = outlook.programs.get(entry.program_id) if outlook else None
    return chance.bucket if chance else None
