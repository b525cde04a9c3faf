"""A file of any earlier release opens; it is copied first, and upgraded whole or not at all."""

import shutil
from pathlib import Path

import apsw
import pytest

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.repository import UnwritableLibraryError, UpgradeFailedError
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.storage.schema import MIGRATIONS, Step

RELEASED = sorted((Path(__file__).parent.parent / "data" / "libraries").glob("v*.db"))

RENAMED: Step = (
    "ALTER TABLE applicant ADD COLUMN mood TEXT",
    "UPDATE scenario SET body = json_set(body, '$.name', 'Renamed')",
)
REBUILT: Step = (
    "CREATE TABLE person AS SELECT * FROM applicant",
    "DROP TABLE applicant",
    "CREATE TABLE applicant (id TEXT PRIMARY KEY, code, body, changed_at, removed_at)",
    "INSERT INTO applicant SELECT id, code, body, changed_at, removed_at FROM person",
    "DROP TABLE person",
)
BROKEN: Step = ("DELETE FROM scenario", "UPDATE no_such_table SET x = 1")
ORPHANING: Step = ("DELETE FROM applicant",)


def copies(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*"))


def version_of(path: Path) -> int:
    db = apsw.Connection(str(path))
    found = db.pragma("user_version")
    db.close()
    return int(found)


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_the_file_of_every_release_opens(path: Path, released: Path) -> None:
    path.parent.mkdir()
    shutil.copyfile(released, path)
    library = SqliteLibrary(path)
    assert [(line.code, line.damage) for line in library.applicants()] == [
        ("A-01", ""),
        ("A-02", ""),
    ]
    first = library.load("6f0c1c0e")
    assert [scenario.name for scenario in first.scenarios] == ["Actual", "If 245"]
    assert [scenario.step2_score for scenario in first.scenarios] == [236, 245]
    assert first.scenarios[0].entries[0].program_id == "1400500001"
    assert library.codes() == {"A-01", "A-02", "A-03"}
    assert library.state("open") == "6f0c1c0e"
    library.close()


def test_there_is_a_file_of_every_version() -> None:
    assert [file.stem for file in RELEASED] == [f"v{n + 1}" for n in range(len(MIGRATIONS))]


def test_a_file_that_is_up_to_date_is_not_copied(filled: Path) -> None:
    SqliteLibrary(filled).close()
    assert copies(filled) == []


def test_copies_the_file_and_then_takes_the_steps(filled: Path, applicant: Applicant) -> None:
    library = SqliteLibrary(filled, steps=(*MIGRATIONS, RENAMED, REBUILT))
    assert {held.name for held in library.load("p1").scenarios} == {"Renamed"}
    library.close()
    assert version_of(filled) == len(MIGRATIONS) + 2

    (copy,) = copies(filled)
    assert copy.name.startswith(f"library.v{len(MIGRATIONS)}.")
    before = SqliteLibrary(copy)
    assert before.load("p1") == applicant
    before.close()


@pytest.mark.parametrize("failing", [BROKEN, ORPHANING])
def test_a_step_that_fails_leaves_the_file_as_it_was(filled: Path, failing: Step) -> None:
    before = filled.read_bytes()
    with pytest.raises(UpgradeFailedError) as caught:
        SqliteLibrary(filled, steps=(*MIGRATIONS, RENAMED, failing))
    (copy,) = copies(filled)
    assert copy.name in str(caught.value)
    assert filled.read_bytes() == before
    SqliteLibrary(filled).close()


def test_where_no_copy_can_be_made_no_step_is_taken(filled: Path) -> None:
    before = filled.read_bytes()
    filled.with_name("backups").write_text("a file where the folder should be")
    with pytest.raises(UnwritableLibraryError):
        SqliteLibrary(filled, steps=(*MIGRATIONS, RENAMED))
    assert filled.read_bytes() == before


def test_earlier_copies_are_kept(filled: Path) -> None:
    SqliteLibrary(filled, steps=(*MIGRATIONS, RENAMED)).close()
    SqliteLibrary(filled, steps=(*MIGRATIONS, RENAMED, REBUILT)).close()
    assert len(copies(filled)) == 2
