"""What the outlook says, as values that a window, a report or a script can show.

Every chance here is already shrunk towards what the group's published figures say; ranges are in
parts of one. What is shown is made of them by `words`, never with a decimal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from smartpick_desktop.core.program_list import Bucket, SignalTier


class Basis(StrEnum):
    """What a program's chance rests on."""

    PROGRAM = "program"  # a fact of the program itself, at least one that bears on the score
    SPECIALTY = "specialty"  # the specialty's figures stand in for the program's
    SIMILAR = "similar"  # the specialty has too few figures: estimated from similar ones


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramChance:
    """One program: the chance of an invitation, and of being taken after an interview.

    `bucket` is None where nothing of the program itself is known: all of them would be alike.
    `reason` says in a sentence why the bucket is what it is, or why there is none. `excluded`
    says why the program is out (no visa for one who needs it), and is "" for one that is in.
    `adds` is what the program adds to the chance to match, given the rest of the list.
    """

    program_id: str
    invite: float
    take: float
    basis: Basis
    bucket: Bucket | None
    reason: str
    assumed: tuple[str, ...] = ()
    excluded: str = ""
    adds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """A list of `count` programs, best first, costs `dollars` and gives this range to match."""

    count: int
    dollars: int
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPrograms:
    """What the next `count` programs would cost and add to the chance, in parts of one."""

    count: int
    dollars: int
    adds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The whole list: chance to match as a range, interviews as a distribution, and why.

    `interviews[k]` is the chance of exactly k invitations; `fewest` and `most` are its 10 % and
    90 % points. `notes` are the sentences that must stand beside the figures.
    """

    low: float
    middle: float
    high: float
    expected: float
    fewest: int
    most: int
    interviews: tuple[float, ...]
    programs: Mapping[str, ProgramChance]
    curve: tuple[CurvePoint, ...] = ()
    next_programs: NextPrograms | None = None
    notes: tuple[str, ...] = ()


class ChangeKind(StrEnum):
    """What a proposed change does."""

    ADD = "add"
    DROP = "drop"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedChange:
    """One row of a suggestion. `why` is a sentence; `adds` is in parts of one."""

    kind: ChangeKind
    program_id: str
    signal_before: SignalTier = SignalTier.NONE
    signal_after: SignalTier = SignalTier.NONE
    why: str = ""
    adds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A list near the best one, as changes to the list at hand, with the outlook of both.

    `before` is None for an empty list. `bound` is a chance that no list of this size can pass,
    `reached` that of the list found, both as the model has them: how near the best it is.
    `left_out` says of programs that a user may ask about why they are out, by program id.
    """

    changes: tuple[ProposedChange, ...]
    before: Outlook | None
    after: Outlook | None
    bound: float
    reached: float
    left_out: Mapping[str, str]
