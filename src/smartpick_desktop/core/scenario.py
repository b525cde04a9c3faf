"""A scenario: one named what-if of an applicant. Every edit returns a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from smartpick_desktop.core.exams import PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.program_list import ListEntry


class Group(StrEnum):
    """How competitive a specialty is, in three groups."""

    LESS = "less"
    MODERATE = "moderate"
    ULTRA = "ultra"


class Strength(StrEnum):
    """What can offset a score."""

    LETTERS = "letters"
    CLINICAL_GRADES = "clinical_grades"
    MSPE = "mspe"
    RESEARCH = "research"
    HOME_PROGRAM = "home_program"
    SCHOOL = "school"
    US_CLINICAL_EXPERIENCE = "us_clinical_experience"


class Concern(StrEnum):
    """What programs may ask about. `NO_US_CONNECTIONS` is a note without a level of its own."""

    CLERKSHIP_COMMENTS = "clerkship_comments"
    REMEDIATION = "remediation"
    LEAVE = "leave"
    PROFESSIONALISM = "professionalism"
    NO_US_CONNECTIONS = "no_us_connections"


class Reading(StrEnum):
    """Which of the two readings the headline follows."""

    ARTICLE = "article"
    FIGURES = "figures"
    STRICTER = "stricter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A specialty applied to. `group` and `survey_anchor` are the user's own, where given.

    `survey_anchor` is a Step 2 CK score of a survey that the user holds; it takes the place of
    the stand-in harm anchor.
    """

    specialty: str
    group: Group | None = None
    survey_anchor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A list check that was set aside, and why. `subject` is a program id, or "" for the list."""

    check: str
    subject: str = ""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Where the applicant would like to be. `miles` around `city`; nothing set is no wish."""

    states: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()
    city: str = ""
    miles: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Scores, profile, targets and program list of one what-if. `step2` None means pending.

    `never` holds programs that no suggestion may bring in. `interview_goal` None means the
    number that the figures give. `couples`: matching as a couple, which no chance here covers.
    """

    id: str
    name: str
    step1: Step1Result | None = None
    step2: Step2Result | None = None
    failed_step1: int = 0
    failed_step2: int = 0
    comlex_level1: str = ""
    comlex_level2: str = ""
    strengths: frozenset[Strength] = frozenset()
    concerns: frozenset[Concern] = frozenset()
    practice: tuple[PracticeExam, ...] = ()
    targets: tuple[Target, ...] = ()
    backup: str | None = None
    reading: Reading = Reading.ARTICLE
    band_scheme: str = "article"
    custom_edges: tuple[int, ...] = ()
    season: int = 2026
    entries: tuple[ListEntry, ...] = ()
    notes: str = ""
    dismissals: tuple[Dismissal, ...] = ()
    never: frozenset[str] = frozenset()
    preferences: Preferences = Preferences()
    interview_goal: int | None = None
    couples: bool = False

    def __post_init__(self) -> None:
        if min(self.failed_step1, self.failed_step2) < 0:
            raise ValueError("failed attempts cannot be negative")
        targets = [target.specialty for target in self.targets]
        if len(set(targets)) != len(targets):
            raise ValueError("a specialty is a target once")
        programs = [entry.program_id for entry in self.entries]
        if len(set(programs)) != len(programs):
            raise ValueError("a program is on the list once")
        if self.interview_goal is not None and self.interview_goal < 0:
            raise ValueError("an interview goal cannot be negative")

    @property
    def step1_score(self) -> int | None:
        """The Step 1 score, or None where there is none."""
        return self.step1.score if self.step1 else None

    @property
    def step2_score(self) -> int | None:
        """The Step 2 CK score, taken or planned, or None where there is none."""
        return self.step2.score if self.step2 else None

    def entry(self, program_id: str) -> ListEntry | None:
        """The list entry of that program, or None."""
        return next((e for e in self.entries if e.program_id == program_id), None)

    def with_entry(self, entry: ListEntry) -> Self:
        """The same scenario with `entry` added, or in the place of its former self."""
        if self.entry(entry.program_id) is None:
            return replace(self, entries=(*self.entries, entry))
        swapped = (entry if e.program_id == entry.program_id else e for e in self.entries)
        return replace(self, entries=tuple(swapped))

    def without_entries(self, program_ids: frozenset[str]) -> Self:
        """The same scenario without those programs on its list."""
        kept = tuple(e for e in self.entries if e.program_id not in program_ids)
        return replace(self, entries=kept)

    def with_order(self, program_ids: Sequence[str]) -> Self:
        """The same scenario with its list in that order; ValueError if it is another list."""
        held = {entry.program_id: entry for entry in self.entries}
        if sorted(program_ids) != sorted(held):
            raise ValueError("an order names each program of the list once")
        return replace(self, entries=tuple(held[key] for key in program_ids))

    def with_target(self, target: Target) -> Self:
        """The same scenario with `target` added, or in the place of its former self."""
        if all(t.specialty != target.specialty for t in self.targets):
            return replace(self, targets=(*self.targets, target))
        swapped = (target if t.specialty == target.specialty else t for t in self.targets)
        return replace(self, targets=tuple(swapped))

    def without_target(self, specialty: str) -> Self:
        """The same scenario without that target; it is no backup any more either."""
        kept = tuple(t for t in self.targets if t.specialty != specialty)
        backup = None if self.backup == specialty else self.backup
        return replace(self, targets=kept, backup=backup)
