"""Which bucket a program on the list is in."""

from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.program_list import Bucket, ListEntry

BUCKET_WORDS = {Bucket.REACH: "Reach", Bucket.TARGET: "Target", Bucket.LIKELY: "Likely"}


def bucket_of(entry: ListEntry, outlook: Outlook | None) -> Bucket | None:
    """The user's bucket, else the one worked out; None where neither is known."""
    if entry.bucket is not None:
        return entry.bucket
    chance = outlook.programs.get(entry.program_id) if outlook else None
    return chance.bucket if chance else None
