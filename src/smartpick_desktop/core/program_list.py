"""The programs an applicant means to apply to, as entries of a scenario."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SignalTier(StrEnum):
    """What a program signal says. `SINGLE` is for specialties without gold and silver."""

    NONE = "none"
    SINGLE = "single"
    SILVER = "silver"
    GOLD = "gold"


class Tie(StrEnum):
    """What binds the applicant to the program."""

    NONE = "none"
    HOME = "home"
    AWAY_ROTATION = "away_rotation"
    REGION = "region"
    FAMILY = "family"


class EntryStatus(StrEnum):
    """Where the application stands through the season."""

    CONSIDERING = "considering"
    APPLIED = "applied"
    OFFERED = "offered"
    SCHEDULED = "scheduled"
    INTERVIEWED = "interviewed"
    RANKED = "ranked"


class Bucket(StrEnum):
    """How near a program is for this file. There is no safe one, so none is called so."""

    REACH = "reach"
    TARGET = "target"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusDate:
    """The day on which an application came to a status."""

    status: EntryStatus
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """One program on the list. `specialty` is kept so that a list outlives its directory.

    `bucket` is the user's own, over the one worked out, and `bucket_reason` says why. A program
    that `must_keep` is not dropped by a suggested list; one that was `suggested` came with one,
    and chances of lists so made are held back more. The order of a scenario's entries is the
    order of preference, the most wanted first.
    """

    program_id: str
    specialty: str
    signal: SignalTier = SignalTier.NONE
    tie: Tie = Tie.NONE
    status: EntryStatus = EntryStatus.CONSIDERING
    note: str = ""
    bucket: Bucket | None = None
    bucket_reason: str = ""
    dates: tuple[StatusDate, ...] = ()
    must_keep: bool = False
    suggested: bool = False

    def day_of(self, status: EntryStatus) -> date | None:
        """The day on which the application came to `status`, if it was kept."""
        return next((held.day for held in self.dates if held.status is status), None)
