"""The library keeps what it is given, and writes no more than that."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from smartpick_desktop.core.applicant import Applicant, ApplicantType, Standing
from smartpick_desktop.core.repository import (
    ApplicantSummary,
    Library,
    NoSuchApplicantError,
    UnreadableApplicantError,
)
from smartpick_desktop.storage.library import SqliteLibrary

MOMENT = datetime(2026, 1, 5, 12, 30, tzinfo=UTC)


def edited(applicant: Applicant, notes: str) -> Applicant:
    return applicant.with_scenario(replace(applicant.scenarios[1], notes=notes))


def spoil(path: Path, statement: str, *values: bytes) -> None:
    db = apsw.Connection(str(path))
    db.execute(statement, values)
    db.close()


def test_is_a_library_in_the_words_of_the_core(library: SqliteLibrary) -> None:
    as_seen: Library = library
    assert as_seen.applicants() == ()


def test_what_was_added_is_there_after_reopening(filled: Path, applicant: Applicant) -> None:
    library = SqliteLibrary(filled)
    assert library.load("p1") == applicant
    library.close()


def test_lists_applicants_by_code(path: Path, applicant: Applicant) -> None:
    library = SqliteLibrary(path, clock=lambda: MOMENT)
    library.add(replace(applicant, id="p2", code="A-02", standing=Standing.GRADUATE))
    library.add(applicant)
    first, second = library.applicants()
    assert second.standing is Standing.GRADUATE
    assert first == ApplicantSummary(
        id="p1",
        code="A-01",
        name="Ada",
        applicant_type=ApplicantType.US_MD,
        standing=Standing.SENIOR,
        graduation_year=None,
        changed_at=MOMENT,
    )
    library.close()


@pytest.mark.parametrize(
    "edit",
    [
        lambda a: replace(a, name="Ada L.", code="A-07", needs_visa=True),
        lambda a: edited(a, "called the office"),
        lambda a: a.without_scenario("s0"),
        lambda a: a.with_added(replace(a.scenarios[0], id="s9", name="If"), after="s0"),
        lambda a: replace(a, scenarios=a.scenarios[::-1]),
        lambda a: a.with_actual("s2"),
        lambda a: edited(a, "\N{ROCKET} \x00 \u202e '); DROP TABLE applicant; --"),
    ],
)
def test_an_edit_is_kept_and_so_is_its_undoing(
    library: SqliteLibrary, applicant: Applicant, edit: Callable[[Applicant], Applicant]
) -> None:
    library.add(applicant)
    after = edit(applicant)
    library.save(after)
    assert library.load("p1") == after
    library.save(applicant)
    assert library.load("p1") == applicant


def test_writes_the_one_scenario_that_changed(
    library: SqliteLibrary, applicant: Applicant
) -> None:
    library.add(applicant)
    db = library._file._db
    before = db.total_changes()
    library.save(edited(applicant, "new"))
    assert db.total_changes() - before == 2  # the scenario, and when the applicant changed


def test_writes_nothing_when_nothing_changed(path: Path, applicant: Applicant) -> None:
    moments = iter([MOMENT])  # asked for the time once, when the applicant is added
    library = SqliteLibrary(path, clock=lambda: next(moments))
    library.add(applicant)
    journal = path.with_name("library.db-wal")
    before = journal.read_bytes()
    library.save(applicant)
    assert journal.read_bytes() == before
    library.close()


def test_an_edit_is_dated(path: Path, applicant: Applicant) -> None:
    moments = iter([MOMENT, MOMENT + timedelta(hours=1)])
    library = SqliteLibrary(path, clock=lambda: next(moments))
    library.add(applicant)
    library.save(edited(applicant, "new"))
    assert library.applicants()[0].changed_at == MOMENT + timedelta(hours=1)
    library.close()


def test_half_a_character_is_kept_as_a_replacement(
    library: SqliteLibrary, applicant: Applicant
) -> None:
    library.add(replace(edited(applicant, "odd \ud83d end"), name="\udc00", code="A-\ud800"))
    kept = library.load("p1")
    assert (kept.scenarios[1].notes, kept.name, kept.code) == (
        "odd \ufffd end",
        "\ufffd",
        "A-\ufffd",
    )


def test_a_removed_applicant_can_be_restored(library: SqliteLibrary, applicant: Applicant) -> None:
    library.add(applicant)
    library.remove("p1")
    assert library.applicants() == ()
    assert library.codes() == {"A-01"}
    with pytest.raises(NoSuchApplicantError):
        library.load("p1")
    with pytest.raises(NoSuchApplicantError):
        library.save(applicant)
    library.restore("p1")
    assert library.load("p1") == applicant


def test_a_purge_leaves_no_trace_of_who_was_removed_before(
    path: Path, applicant: Applicant
) -> None:
    moments = iter([MOMENT] * 3 + [MOMENT + timedelta(days=1)])
    library = SqliteLibrary(path, clock=lambda: next(moments))
    library.add(edited(applicant, "Mockingbird"))
    library.add(replace(applicant, id="p2", code="A-02"))
    library.remove("p1")
    library.remove("p2")
    assert library.purge(MOMENT + timedelta(minutes=1)) == 1
    assert library.codes() == {"A-02"}
    for file in path.parent.iterdir():
        assert b"Mockingbird" not in file.read_bytes()
    library.close()


@pytest.mark.parametrize("call", ["load", "remove", "restore"])
def test_says_that_there_is_no_such_applicant(library: SqliteLibrary, call: str) -> None:
    with pytest.raises(NoSuchApplicantError, match=r"not in library\.db"):
        getattr(library, call)("nobody")


def test_an_id_is_given_once(library: SqliteLibrary, applicant: Applicant) -> None:
    library.add(applicant)
    library.remove("p1")
    with pytest.raises(ValueError, match="or was"):
        library.add(applicant)


def test_keeps_notes_of_its_state(library: SqliteLibrary) -> None:
    assert library.state("open") is None
    library.set_state("open", "p1")
    library.set_state("open", "p2")
    assert library.state("open") == "p2"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b'{"id": "s1", "name": "Plan", "step2": {"score": 999}}', "scenario 2, step2"),
        (b'{"id": "s1", "name"', "scenario 2"),
        (b"\xff\xfe", "scenario 2"),
        (b"", "scenario 2"),
    ],
)
def test_a_damaged_scenario_is_named_and_the_others_still_load(
    filled: Path, applicant: Applicant, body: bytes, place: str
) -> None:
    spoil(filled, "UPDATE scenario SET body = CAST(? AS TEXT) WHERE id = 's1'", body)
    library = SqliteLibrary(filled)
    library.add(replace(applicant, id="p2", code="A-02"))
    with pytest.raises(UnreadableApplicantError) as caught:
        library.load("p1")
    assert str(caught.value) == f"Applicant A-01 cannot be read ({place}). Nothing was changed."
    assert library.load("p2").code == "A-02"
    library.close()


def test_a_damaged_applicant_is_listed_as_such(filled: Path) -> None:
    spoil(filled, 'UPDATE applicant SET body = \'{"standing": "Ada"}\'')
    library = SqliteLibrary(filled)
    assert library.applicants()[0].damage == (
        "Applicant A-01 cannot be read (standing). Nothing was changed."
    )
    with pytest.raises(UnreadableApplicantError, match="A-01"):
        library.load("p1")
    library.close()


def test_an_applicant_without_its_actual_scenario_is_named(filled: Path) -> None:
    spoil(filled, "DELETE FROM scenario WHERE id = 's0'")
    library = SqliteLibrary(filled)
    with pytest.raises(UnreadableApplicantError, match=r"A-01 cannot be read \(the applicant's"):
        library.load("p1")
    library.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps folders private by inheritance")
def test_only_the_user_can_read_it(library: SqliteLibrary, path: Path) -> None:
    assert path.parent.stat().st_mode & 0o777 == 0o700
    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert modes == dict.fromkeys(["library.db", "library.db-wal", "library.db-shm"], 0o600)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps folders private by inheritance")
def test_a_file_that_others_could_read_is_made_private(filled: Path) -> None:
    filled.chmod(0o644)
    SqliteLibrary(filled).close()
    assert filled.stat().st_mode & 0o777 == 0o600


def test_a_copy_holds_the_same(library: SqliteLibrary, applicant: Applicant, path: Path) -> None:
    library.add(applicant)
    target = path.with_name("copy.db")
    library.copy_to(target)
    copy = SqliteLibrary(target)
    assert copy.load("p1") == applicant
    copy.close()
