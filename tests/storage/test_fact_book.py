"""Facts and tracks are kept with the applicant's edit, whole or not at all, and row by row."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import apsw
import pytest

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.program_facts import (
    Fact,
    FactBook,
    FactKey,
    FillYear,
    Track,
    change_between,
)
from smartpick_desktop.core.repository import NoSuchApplicantError
from smartpick_desktop.storage.library import SqliteLibrary

SEEN = date(2026, 9, 1)
EMPTY = FactBook()
TRACK = Track(
    code="1234140C0",
    name="Internal Medicine",
    institution="Example General",
    city="Portland",
    state="OR",
    years=(FillYear(year=2025, quota=12, filled=None),),
    program_id="acgme-1404021001",
    day=SEEN,
)
BOOK = FactBook(
    facts={
        "acgme-1404021001": {
            FactKey.VISA_J1: Fact(value=False, source="program site", day=SEEN),
            FactKey.VISA_H1B: Fact(value=None),
            FactKey.TYPICAL_STEP2: Fact(value=244.0, source="FREIDA", day=SEEN),
            FactKey.PROGRAM_TYPE: Fact(value="university", source="FREIDA", day=SEEN),
        }
    },
    tracks={TRACK.code: TRACK},
)


@pytest.fixture
def holding(library: SqliteLibrary, applicant: Applicant) -> SqliteLibrary:
    library.add(applicant)
    library.save(applicant, change_between(EMPTY, BOOK))
    return library


def test_what_was_learned_is_there_after_reopening(path: Path, holding: SqliteLibrary) -> None:
    second = SqliteLibrary(path)
    assert second.fact_book() == BOOK
    assert type(second.fact_book().value("acgme-1404021001", FactKey.VISA_J1)) is bool
    second.close()


def test_only_what_differs_is_written_and_what_is_gone_is_dropped(
    holding: SqliteLibrary, applicant: Applicant
) -> None:
    other = Fact(value=20.0, source="program site", day=SEEN)
    after = BOOK.with_fact("acgme-2", FactKey.POSITIONS, other).without_tracks([TRACK.code])
    change = change_between(BOOK, after)
    assert change.facts == {"acgme-2": {FactKey.POSITIONS: other}}
    assert change.tracks == {TRACK.code: None}
    holding.save(applicant, change)
    assert holding.fact_book() == after


def test_facts_are_not_kept_where_the_applicant_cannot_be(
    holding: SqliteLibrary, applicant: Applicant
) -> None:
    gone = replace(applicant, id="nobody")
    with pytest.raises(NoSuchApplicantError):
        holding.save(gone, change_between(BOOK, EMPTY))
    assert holding.fact_book() == BOOK


def test_an_applicants_edit_is_not_kept_where_its_facts_cannot_be(
    path: Path, holding: SqliteLibrary, applicant: Applicant
) -> None:
    db = apsw.Connection(str(path))
    db.execute("CREATE TRIGGER full BEFORE DELETE ON track BEGIN SELECT RAISE(ABORT, 'no'); END")
    db.close()
    with pytest.raises(apsw.ConstraintError):
        holding.save(replace(applicant, name="Eve"), change_between(BOOK, EMPTY))
    assert holding.load("p1").name == "Ada"
    assert holding.fact_book() == BOOK


def test_a_damaged_row_hides_no_other(path: Path, holding: SqliteLibrary) -> None:
    db = apsw.Connection(str(path))
    db.execute("INSERT INTO program_fact VALUES ('acgme-9', '{\"visa_j1\": 7')")
    db.execute("INSERT INTO track VALUES ('x', '[]')")
    db.close()
    assert holding.fact_book() == BOOK


def test_an_unknown_fact_is_neither_no_nor_zero() -> None:
    book = EMPTY.with_fact("p", FactKey.VISA_J1, Fact(value=None))
    assert book.value("p", FactKey.VISA_J1) is None
    assert book.number("p", FactKey.VISA_J1) is None
    assert (
        EMPTY.with_fact("p", FactKey.VISA_J1, Fact(value=False)).number("p", FactKey.VISA_J1)
        is None
    )


@pytest.mark.parametrize(("day", "stale"), [(date(2025, 9, 1), False), (date(2025, 8, 31), True)])
def test_a_fact_is_stale_after_twelve_months(day: date, stale: bool) -> None:
    assert Fact(value=1.0, day=day).is_stale(date(2026, 9, 1)) is stale


def test_a_fact_without_a_day_is_stale() -> None:
    assert Fact(value=1.0).is_stale(SEEN)
