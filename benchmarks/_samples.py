"""What the benchmarks open: an applicant with three targets and 100 listed programs."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.demo import demo_applicant
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.library import FILE_NAME, SqliteLibrary

LISTED = 100


def sample_applicant() -> Applicant:
    """The demo applicant with a list of 100 programs."""
    directory = load_directory(resource("data", "programs.csv"))
    applicant = demo_applicant(lambda: uuid4().hex, directory)
    actual = applicant.scenario(applicant.actual_id)
    more = tuple(
        ListEntry(program_id=directory.program_ids[row], specialty=directory.specialties[row])
        for row in range(len(directory))
        if actual.entry(directory.program_ids[row]) is None
    )
    entries = (*actual.entries, *more)[:LISTED]
    return applicant.with_scenario(replace(actual, entries=entries))


def make_library(folder: str) -> None:
    """Write a library with that applicant into `folder`."""
    library = SqliteLibrary(Path(folder) / FILE_NAME)
    library.add(sample_applicant())
    library.close()
