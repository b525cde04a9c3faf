"""What the rest of the application sees of the place where applicants are kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from smartpick_desktop.core.applicant import Applicant, ApplicantType, Standing
from smartpick_desktop.core.program_facts import FactBook, FactChange

_CODE = re.compile(r"A-([0-9]+)")


class LibraryError(Exception):
    """Why the library could not do what was asked, as a sentence for the user."""


class NewerLibraryError(LibraryError):
    """The file was written by a newer release of the application."""


class ForeignLibraryError(LibraryError):
    """The file belongs to another program."""


class DamagedLibraryError(LibraryError):
    """The file, or a part of it, cannot be read."""


class UnreadableApplicantError(DamagedLibraryError):
    """One applicant cannot be read; every other one can."""


class UnwritableLibraryError(LibraryError):
    """The file or its folder may not be written to."""


class LibraryFullError(LibraryError):
    """There is no room left on the disk."""


class LockedLibraryError(LibraryError):
    """Another program holds the file."""


class VanishedLibraryError(LibraryError):
    """The file was moved, replaced or deleted while it was open."""


class UpgradeFailedError(LibraryError):
    """The file of an earlier release could not be brought up to date."""


class NoSuchApplicantError(LibraryError):
    """The applicant is not in the library, or was removed from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantSummary:
    """An applicant as a line of a list. `damage` says what cannot be read, if anything."""

    id: str
    code: str
    name: str
    applicant_type: ApplicantType
    standing: Standing
    graduation_year: int | None
    changed_at: datetime
    damage: str = ""


class Library(Protocol):
    """Keeps applicants. Each call that changes something is safe on disk when it returns."""

    def applicants(self) -> tuple[ApplicantSummary, ...]:
        """Every applicant that was not removed, by code."""

    def codes(self) -> frozenset[str]:
        """The codes that were given out, those of removed applicants among them."""

    def load(self, applicant_id: str) -> Applicant:
        """The applicant with every scenario."""

    def add(self, applicant: Applicant) -> None:
        """Keep a new applicant; ValueError if the id was ever used."""

    def save(self, applicant: Applicant, facts: FactChange | None = None) -> None:
        """Keep what changed since the applicant was last saved, whole or not at all.

        `facts` is what changed of the fact book in the same edit; both are kept, or neither.
        """

    def fact_book(self) -> FactBook:
        """What is known of programs, which all applicants share."""

    def remove(self, applicant_id: str) -> None:
        """Take the applicant out of the list; `restore` brings it back until the next purge."""

    def restore(self, applicant_id: str) -> None:
        """Put a removed applicant back as it was."""

    def purge(self, removed_before: datetime) -> int:
        """Erase for good who was removed before that moment; return how many they were."""

    def state(self, key: str) -> str | None:
        """A small note of the application's own, such as what was open last."""

    def set_state(self, key: str, value: str) -> None:
        """Keep such a note."""


def next_code(taken: Iterable[str]) -> str:
    """The code after the highest of those taken: A-01, A-02, up to A-99, A-100."""
    numbers = (int(match[1]) for code in taken if (match := _CODE.fullmatch(code.strip())))
    return f"A-{max(numbers, default=0) + 1:02}"
