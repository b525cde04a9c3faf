"""What the list checks look at, with the words and look-ups that several of them share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.assessment.verdict import Assessment
from smartpick_desktop.core.buckets import bucket_of
from smartpick_desktop.core.eras import eras_name, eras_specialty
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.list_checks.finding import Finding, Goal, Place
from smartpick_desktop.core.list_rules import Thresholds, Urgency
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.program_facts import FactBook
from smartpick_desktop.core.program_list import Bucket, ListEntry
from smartpick_desktop.core.programs import PROGRAM_ID_PREFIX, Directory
from smartpick_desktop.core.provenance import source_names
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import SignalQuota


@dataclass(frozen=True, kw_only=True, eq=False)  # no slots: look-ups are remembered
class ListInput:
    """One scenario's list with all it is judged by. Checks that need `outlook` wait for it."""

    applicant: Applicant
    scenario: Scenario
    assessment: Assessment
    reference: Reference
    directory: Directory
    facts: FactBook
    fees: Sequence[SeasonFees]
    quotas: Sequence[SignalQuota]
    today: date
    outlook: Outlook | None = None

    @property
    def entries(self) -> tuple[ListEntry, ...]:
        """The entries, the most wanted first."""
        return self.scenario.entries

    @property
    def thresholds(self) -> Thresholds:
        """Where the checks begin to speak."""
        return self.reference.list_rules.thresholds

    @cached_property
    def by_specialty(self) -> dict[str, tuple[ListEntry, ...]]:
        """The entries of each ERAS specialty, in their order."""
        grouped: dict[str, tuple[ListEntry, ...]] = {}
        for entry in self.entries:
            key = eras_specialty(entry.specialty)
            grouped[key] = (*grouped.get(key, ()), entry)
        return grouped

    def bucket(self, entry: ListEntry) -> Bucket | None:
        """The user's bucket, else the one worked out; None where neither is known."""
        return bucket_of(entry, self.outlook)

    def program_name(self, program_id: str) -> str:
        """What the directory calls a program; its number where it does not know it."""
        row = self.directory.index_of(program_id)
        if row is None:
            return f"program {program_id.removeprefix(PROGRAM_ID_PREFIX)}"
        return self.directory.names[row]

    def eras_name(self, specialty: str) -> str:
        """What the application service calls a specialty."""
        return eras_name({specialty: self.reference.short_name(specialty)}, specialty)

    def finding(
        self,
        check: str,
        reason: str,
        words: dict[str, object],
        goes_to: Goal,
        *,
        subject: str = "",
        programs: Iterable[str] = (),
        urgency: Urgency | None = None,
        settled: dict[str, object] | None = None,
    ) -> Finding:
        """A finding of `check` in the words of the rules, not yet dismissed."""
        text = self.reference.list_rules.text(check)
        return Finding(
            check=check,
            urgency=urgency or text.urgency,
            title=text.title,
            reason=text.reason(reason, words),
            settled_by=text.settled_by.format_map(settled or {}),
            action=text.action,
            goes_to=goes_to,
            basis=text.basis,
            sources=source_names(text.source_ids, self.reference.sources),
            subject=subject,
            programs=tuple(programs),
        )


def counted(number: int, what: str = "program") -> str:
    """A number with its noun: "1 program", "3 programs"."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def joined(words: Iterable[str]) -> str:
    """Words in a row: "a", "a and b", "a, b and c"."""
    *first, last = tuple(words)
    return f"{', '.join(first)} and {last}" if first else last


def to_program(program_id: str) -> Goal:
    """The place of one program."""
    return Goal(place=Place.PROGRAM, key=program_id)


def to_field(key: str) -> Goal:
    """The place of a field."""
    return Goal(place=Place.FIELD, key=key)
