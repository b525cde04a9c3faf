"""The programs an applicant means to apply to, as entries of a scenario."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """One program on the list. `specialty` is kept so that a list outlives its directory."""

    program_id: str
    specialty: str
    signal: SignalTier = SignalTier.NONE
    tie: Tie = Tie.NONE
    status: EntryStatus = EntryStatus.CONSIDERING
    note: str = ""
