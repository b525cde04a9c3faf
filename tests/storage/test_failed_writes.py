"""A save that fails says why, leaves the last good state, and can be tried again."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.repository import (
    LibraryFullError,
    LockedLibraryError,
    UnwritableLibraryError,
    VanishedLibraryError,
)
from smartpick_desktop.storage.library import SqliteLibrary


def grown(applicant: Applicant) -> Applicant:
    return applicant.with_scenario(replace(applicant.scenarios[0], notes="x" * 100_000))


def test_a_full_disk_keeps_the_last_state(library: SqliteLibrary, applicant: Applicant) -> None:
    library.add(applicant)
    db = library._file._db
    room = db.pragma("max_page_count")
    db.pragma("max_page_count", db.pragma("page_count"))
    with pytest.raises(LibraryFullError, match=r"no room .* library\.db"):
        library.save(grown(applicant))
    assert library.load("p1") == applicant
    db.pragma("max_page_count", room)
    library.save(grown(applicant))
    assert library.load("p1") == grown(applicant)


def test_a_lock_of_another_program_keeps_the_last_state(
    library: SqliteLibrary, path: Path, applicant: Applicant
) -> None:
    library.add(applicant)
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedLibraryError, match=r"library\.db is in use"):
        library.save(grown(applicant))
    assert library.load("p1") == applicant
    other.close()
    library.save(grown(applicant))
    assert library.load("p1") == grown(applicant)


@pytest.mark.skipif(os.name != "posix", reason="Windows does not delete open files")
@pytest.mark.parametrize("gone", ["library.db", "library.db-wal"])
def test_a_vanished_file_is_noticed_and_its_content_can_be_rescued(
    library: SqliteLibrary, path: Path, applicant: Applicant, gone: str
) -> None:
    library.add(applicant)
    path.with_name(gone).unlink()
    with pytest.raises(VanishedLibraryError, match=r"library\.db was moved"):
        library.save(grown(applicant))
    rescued = path.with_name("rescued.db")
    library.copy_to(rescued)
    copy = SqliteLibrary(rescued)
    assert copy.load("p1") == applicant
    copy.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows does not replace open files")
def test_a_file_of_the_same_name_is_not_taken_for_the_open_one(
    library: SqliteLibrary, path: Path, applicant: Applicant
) -> None:
    library.add(applicant)
    stranger = path.with_name("stranger.db")
    SqliteLibrary(stranger).close()
    stranger.replace(path)
    with pytest.raises(VanishedLibraryError):
        library.save(grown(applicant))


@pytest.mark.skipif(os.name != "posix", reason="the limit is POSIX's")
def test_an_unfinished_copy_is_not_left_behind(
    library: SqliteLibrary, path: Path, applicant: Applicant
) -> None:
    library.add(applicant)
    target = path.with_name("copy.db")
    with files_of_at_most(8192), pytest.raises(UnwritableLibraryError, match=r"copy\.db"):
        library.copy_to(target)
    assert [file for file in path.parent.iterdir() if "copy" in file.name] == []


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    if sys.platform == "win32":
        yield
    else:
        import resource

        usual = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_a_mistake_of_ours_is_no_sentence(library: SqliteLibrary) -> None:
    library.close()
    with pytest.raises(apsw.ConnectionClosedError):
        library.codes()
