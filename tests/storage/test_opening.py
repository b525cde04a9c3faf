"""What cannot be opened is refused in one sentence, and left as it is."""

import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.repository import (
    DamagedLibraryError,
    ForeignLibraryError,
    LibraryError,
    LockedLibraryError,
    NewerLibraryError,
    UnwritableLibraryError,
)
from smartpick_desktop.storage.files import set_aside
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.storage.schema import APPLICATION_ID


def refusal(path: Path) -> LibraryError:
    """The error that opening `path` raises, after a look at whether everything stayed."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(LibraryError) as caught:
        SqliteLibrary(path, patience=0)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before
    assert path.name in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value


def write(path: Path, *statements: str) -> None:
    db = apsw.Connection(str(path))
    for statement in statements:
        db.execute(statement)
    db.close()


@pytest.mark.parametrize(
    "content", [b"", b"S", b"\xff\xd8\xff\xe0JFIF" * 500, b"SQLite format 3\0"]
)
def test_refuses_what_is_no_database(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert isinstance(refusal(path), DamagedLibraryError)


def test_refuses_a_file_that_was_cut_off_anywhere(filled: Path) -> None:
    whole = filled.read_bytes()
    for size in range(0, len(whole), 2048):
        filled.write_bytes(whole[:size])
        with pytest.raises(DamagedLibraryError):
            SqliteLibrary(filled)
        assert filled.read_bytes() == whole[:size]


def test_says_so_when_a_page_in_the_middle_is_overwritten(filled: Path) -> None:
    whole = bytearray(filled.read_bytes())
    whole[4096:] = b"\xa5" * (len(whole) - 4096)
    filled.write_bytes(whole)
    library = SqliteLibrary(filled)
    with pytest.raises(DamagedLibraryError):
        library.applicants()
    library.close()
    assert filled.read_bytes() == whole


def test_refuses_a_newer_file(filled: Path) -> None:
    write(filled, "PRAGMA user_version = 99")
    assert isinstance(refusal(filled), NewerLibraryError)


@pytest.mark.parametrize("application", [0, 0x47504B47])
def test_refuses_the_file_of_another_program(path: Path, application: int) -> None:
    path.parent.mkdir()
    write(path, "CREATE TABLE song (title)", f"PRAGMA application_id = {application}")
    assert isinstance(refusal(path), ForeignLibraryError)


def test_refuses_a_file_with_our_name_tag_and_other_tables(path: Path) -> None:
    path.parent.mkdir()
    write(path, "CREATE TABLE applicant (x)", f"PRAGMA application_id = {APPLICATION_ID}")
    before = path.read_bytes()
    with pytest.raises(LibraryError, match=r"library\.db"):
        SqliteLibrary(path)
    assert path.read_bytes() == before


def test_refuses_a_newer_file_whose_version_is_still_in_the_journal(filled: Path) -> None:
    crash = (
        "import apsw, os, sys; db = apsw.Connection(sys.argv[1]);"
        "db.execute('PRAGMA user_version = 99'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", crash, str(filled)], check=True)  # noqa: S603  ours
    journal = filled.with_name("library.db-wal")
    before = filled.read_bytes(), journal.read_bytes()
    with pytest.raises(NewerLibraryError):
        SqliteLibrary(filled)
    assert (filled.read_bytes(), journal.read_bytes()) == before


def test_refuses_to_pair_a_new_file_with_an_old_journal(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("library.db-wal").write_bytes(b"changes")
    assert "journal" in str(refusal(path))


def test_an_unfinished_new_library_is_begun_again(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("library.db.new").write_bytes(b"half a page")
    SqliteLibrary(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["library.db"]


def test_refuses_a_folder_in_the_place_of_the_file(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(LibraryError, match=r"library\.db"):
        SqliteLibrary(path)


def test_refuses_a_file_in_the_place_of_the_folder(path: Path) -> None:
    path.parent.write_text("a file")
    with pytest.raises(UnwritableLibraryError, match=r"library\.db"):
        SqliteLibrary(path)


def test_refuses_a_folder_without_write_permission(guarded: Path) -> None:
    guarded.chmod(0o500)
    with pytest.raises(UnwritableLibraryError, match=r"library\.db"):
        SqliteLibrary(guarded / "library.db")


@pytest.mark.parametrize("mode", [0o500, 0o700])
def test_refuses_a_file_without_write_permission(guarded: Path, mode: int) -> None:
    path = guarded / "library.db"
    SqliteLibrary(path).close()
    path.chmod(0o400)
    guarded.chmod(mode)
    assert isinstance(refusal(path), UnwritableLibraryError)


def test_says_that_another_program_holds_the_file(filled: Path) -> None:
    other = apsw.Connection(str(filled))
    other.pragma("locking_mode", "EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedLibraryError, match=r"library\.db"):
        SqliteLibrary(filled, patience=0)
    other.close()
    SqliteLibrary(filled).close()


def test_what_is_set_aside_can_be_read_again_and_a_new_library_begins(
    filled: Path, applicant: Applicant
) -> None:
    kept = set_aside(filled)
    fresh = SqliteLibrary(filled)
    assert fresh.applicants() == ()
    fresh.close()
    assert kept.parent == filled.parent
    old = SqliteLibrary(kept)
    assert old.load("p1") == applicant
    old.close()


def test_sets_aside_twice_within_a_second_and_the_journal_too(path: Path) -> None:
    path.parent.mkdir()
    names = set()
    for content in (b"one", b"two"):
        path.write_bytes(content)
        path.with_name("library.db-wal").write_bytes(content)
        kept = set_aside(path)
        names.add(kept)
        assert kept.read_bytes() == kept.with_name(f"{kept.name}-wal").read_bytes() == content
    assert len(names) == 2
