"""What a list check found, as a value that a window, a memo or a script can show."""

from dataclasses import dataclass
from enum import StrEnum

from smartpick_desktop.core.list_rules import URGENCY_WORDS, Urgency


class Place(StrEnum):
    """The kind of place where something can be done about a finding."""

    PROGRAM = "program"  # key: a program id
    SPECIALTY = "specialty"  # key: an ERAS specialty, whose programs are to be looked through
    FIELD = "field"  # key: "targets", "step2", "interview_goal" or "couples"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where the button of a finding goes."""

    place: Place
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at. `subject` is a program id, or "" for the list as a whole.

    `programs` are all it is about, by id. `reason` has the numbers; `basis` and `sources` say
    what the check rests on; `dismissed_because` is the user's reason, "" while it is open.
    """

    check: str
    urgency: Urgency
    title: str
    reason: str
    settled_by: str
    action: str
    goes_to: Goal
    basis: str
    sources: str = ""
    subject: str = ""
    programs: tuple[str, ...] = ()
    dismissed_because: str = ""

    @property
    def is_dismissed(self) -> bool:
        """Whether the user set it aside."""
        return bool(self.dismissed_because)

    @property
    def urgency_words(self) -> str:
        """How soon it wants an answer, in words."""
        return URGENCY_WORDS[self.urgency]

    @property
    def origin(self) -> str:
        """What the check rests on, with its sources."""
        return f"{self.basis} Source: {self.sources}." if self.sources else self.basis
