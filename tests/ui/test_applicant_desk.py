"""The desk: opening, making, renaming and removing applicants of a real library."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import apsw
import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import TODAY

from PySide6.QtTest import QSignalSpy

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.demo import demo_applicant
from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.applicant_desk import (
    ApplicantDesk,
    Surroundings,
    last_applicant,
    new_applicant,
)

HELD = "library.db is in use by another program. Try again when it has finished."


@pytest.fixture
def around(
    library: SqliteLibrary, reference: Reference, new_id: Callable[[], str]
) -> Surroundings:
    return Surroundings(
        library=library,
        reference=reference,
        today=lambda: TODAY,
        new_id=new_id,
        demo_applicant=lambda: demo_applicant(new_id, None),
    )


@pytest.fixture
def first(library: SqliteLibrary, new_id: Callable[[], str]) -> Applicant:
    """A-01, in the library."""
    applicant = new_applicant(library, new_id, TODAY)
    library.add(applicant)
    return applicant


@pytest.fixture
def desk(around: Surroundings, first: Applicant) -> ApplicantDesk:
    return ApplicantDesk(first, around)


def edit(desk: ApplicantDesk, score: int = 244) -> None:
    document = desk.document
    after = replace(document.scenario, step2=Step2Result(score=score))
    document.edit_scenario("Change Step 2 CK", after)


def codes(desk: ApplicantDesk) -> list[str]:
    return [summary.code for summary in desk.applicants()]


def damage(path: Path, table: str, key: str) -> None:
    """Make the body of a row unreadable, past the library."""
    db = apsw.Connection(str(path))
    column = {"applicant": "id", "scenario": "applicant_id"}[table]
    db.execute(f"UPDATE {table} SET body = '{{' WHERE {column} = ?", (key,))  # noqa: S608
    db.close()


class TestANewApplicant:
    def test_has_the_next_code(self, desk: ApplicantDesk) -> None:
        desk.add_new()
        assert desk.document.applicant.code == "A-02"

    def test_has_one_empty_scenario(self, desk: ApplicantDesk) -> None:
        desk.add_new()
        [scenario] = desk.document.applicant.scenarios
        assert (scenario.name, scenario.step2, scenario.targets) == ("Actual", None, ())

    def test_works_towards_the_season_at_hand(self, desk: ApplicantDesk) -> None:
        desk.add_new()
        assert desk.document.scenario.season == 2027

    def test_is_in_the_library(self, desk: ApplicantDesk, library: SqliteLibrary) -> None:
        desk.add_new()
        assert library.load(desk.document.applicant.id) == desk.document.applicant

    def test_is_told_of(self, qtbot: QtBot, desk: ApplicantDesk) -> None:
        with qtbot.waitSignal(desk.opened):
            desk.add_new()

    def test_starts_without_a_history(self, desk: ApplicantDesk) -> None:
        edit(desk)
        desk.add_new()
        assert not desk.document.undo_stack.canUndo()

    def test_never_takes_a_code_that_was_removed(self, desk: ApplicantDesk) -> None:
        desk.add_new()
        desk.remove()
        desk.add_new()
        assert desk.document.applicant.code == "A-03"


def test_the_demo_is_an_applicant_like_any_other(
    desk: ApplicantDesk, library: SqliteLibrary
) -> None:
    desk.add_demo()
    assert codes(desk) == ["A-01", "Demo"]
    assert library.load(desk.document.applicant.id) == desk.document.applicant


def test_another_is_opened_by_its_id(desk: ApplicantDesk, first: Applicant) -> None:
    desk.add_new()
    desk.open(first.id)
    assert desk.document.applicant == first


def test_edits_go_to_the_one_that_is_open(
    desk: ApplicantDesk, first: Applicant, library: SqliteLibrary
) -> None:
    desk.add_new()
    desk.open(first.id)
    edit(desk)
    assert library.load(first.id).scenarios[0].step2_score == 244


def test_one_that_is_not_there_is_a_sentence(desk: ApplicantDesk, first: Applicant) -> None:
    spy = QSignalSpy(desk.failed)
    desk.open("gone")
    assert spy.at(0) == ["This applicant is not in library.db any more."]
    assert desk.document.applicant == first


def test_a_rename_is_an_edit_that_can_be_undone(
    desk: ApplicantDesk, library: SqliteLibrary, first: Applicant
) -> None:
    desk.rename("B-7", "Ada")
    assert (library.load(first.id).code, library.load(first.id).name) == ("B-7", "Ada")
    assert desk.document.undo_stack.undoText() == "Change code and name"
    desk.document.undo_stack.undo()
    assert library.load(first.id) == first


def test_a_name_that_is_typed_is_one_step(desk: ApplicantDesk) -> None:
    for name in ("A", "Ad", "Ada"):
        desk.rename("A-01", name)
    assert desk.document.undo_stack.count() == 1


class TestARemoval:
    def test_opens_the_first_of_the_others(self, desk: ApplicantDesk, first: Applicant) -> None:
        desk.add_new()
        desk.remove()
        assert desk.document.applicant == first

    def test_takes_it_out_of_the_list(self, desk: ApplicantDesk) -> None:
        desk.add_new()
        desk.remove()
        assert codes(desk) == ["A-01"]

    def test_says_who_can_be_brought_back(self, desk: ApplicantDesk) -> None:
        desk.add_new()
        gone = desk.document.applicant
        spy = QSignalSpy(desk.removed)
        desk.remove()
        assert spy.at(0) == [gone.id, "A-02"]

    def test_brings_it_back_as_it_was(self, desk: ApplicantDesk) -> None:
        desk.add_new()
        edit(desk)
        gone = desk.document.applicant
        desk.remove()
        desk.restore(gone.id)
        assert desk.document.applicant == gone

    def test_of_the_last_one_is_told(self, qtbot: QtBot, desk: ApplicantDesk) -> None:
        with qtbot.waitSignals([desk.emptied, desk.removed]):
            desk.remove()

    def test_of_the_last_one_can_be_taken_back(
        self, desk: ApplicantDesk, first: Applicant
    ) -> None:
        desk.remove()
        desk.restore(first.id)
        assert (codes(desk), desk.document.applicant) == (["A-01"], first)

    def test_passes_over_one_that_cannot_be_read(
        self, desk: ApplicantDesk, first: Applicant, library_path: Path
    ) -> None:
        desk.add_new()
        second = desk.document.applicant
        desk.add_new()
        damage(library_path, "scenario", first.id)
        desk.remove()
        assert desk.document.applicant == second


class TestWhileAnotherProgramHoldsTheFile:
    @pytest.fixture
    def second(self, desk: ApplicantDesk, first: Applicant) -> Applicant:
        """A-02, in the library; A-01 is open."""
        desk.add_new()
        second = desk.document.applicant
        desk.open(first.id)
        return second

    @pytest.fixture
    def other(self, second: Applicant, hold: Callable[[], apsw.Connection]) -> apsw.Connection:
        return hold()

    @pytest.mark.parametrize("what", ["add_new", "add_demo", "remove"])
    def test_what_cannot_be_done_is_a_sentence(
        self, desk: ApplicantDesk, first: Applicant, other: apsw.Connection, what: str
    ) -> None:
        spy = QSignalSpy(desk.failed)
        getattr(desk, what)()
        assert spy.at(0) == [HELD]
        assert desk.document.applicant == first

    def test_reading_goes_on(
        self, desk: ApplicantDesk, second: Applicant, other: apsw.Connection
    ) -> None:
        desk.open(second.id)
        assert desk.document.applicant == second

    @pytest.mark.parametrize("what", ["open", "add_new", "add_demo", "remove"])
    def test_an_edit_that_is_not_saved_is_not_left_behind(
        self, desk: ApplicantDesk, second: Applicant, other: apsw.Connection, what: str
    ) -> None:
        edit(desk)
        edited = desk.document.applicant
        spy = QSignalSpy(desk.document.save_failed)
        desk.open(second.id) if what == "open" else getattr(desk, what)()
        assert desk.document.applicant == edited
        assert spy.at(0) == [HELD]

    def test_an_edit_that_is_saved_at_last_lets_go(
        self,
        desk: ApplicantDesk,
        first: Applicant,
        second: Applicant,
        other: apsw.Connection,
        library: SqliteLibrary,
    ) -> None:
        edit(desk)
        other.close()
        desk.open(second.id)
        assert desk.document.applicant == second
        assert library.load(first.id).scenarios[0].step2_score == 244


class TestTheNextStart:
    def add_scenario(self, desk: ApplicantDesk) -> None:
        second = replace(desk.document.scenario, id="second", name="Second")
        after = desk.document.applicant.with_added(second, after=desk.document.scenario.id)
        desk.document.edit_applicant("Add a scenario", after, show="second")

    def test_opens_the_applicant_that_was_open(
        self, desk: ApplicantDesk, library: SqliteLibrary
    ) -> None:
        desk.add_new()
        found = last_applicant(library)
        assert found is not None
        assert found.code == "A-02"

    def test_opens_the_scenario_that_was_open(
        self, desk: ApplicantDesk, around: Surroundings
    ) -> None:
        self.add_scenario(desk)
        again = ApplicantDesk(desk.document.applicant, around)
        assert again.document.scenario.id == "second"

    def test_opens_the_actual_one_where_that_is_gone(
        self, desk: ApplicantDesk, around: Surroundings
    ) -> None:
        self.add_scenario(desk)
        applicant = desk.document.applicant.without_scenario("second")
        again = ApplicantDesk(applicant, around)
        assert again.document.scenario.id == applicant.actual_id

    def test_opens_the_first_where_the_last_was_removed(
        self, desk: ApplicantDesk, library: SqliteLibrary, first: Applicant
    ) -> None:
        desk.add_new()
        desk.document.undo_stack.clear()
        library.remove(desk.document.applicant.id)
        assert last_applicant(library) == first

    @pytest.mark.parametrize("table", ["applicant", "scenario"])
    def test_opens_one_that_can_be_read(
        self,
        desk: ApplicantDesk,
        library: SqliteLibrary,
        library_path: Path,
        first: Applicant,
        table: str,
    ) -> None:
        desk.add_new()
        damage(library_path, table, desk.document.applicant.id)
        assert last_applicant(library) == first

    def test_opens_nobody_in_an_empty_library(self, library: SqliteLibrary) -> None:
        assert last_applicant(library) is None


def test_a_new_applicant_of_may_works_towards_the_season_of_that_year(
    library: SqliteLibrary, new_id: Callable[[], str]
) -> None:
    applicant = new_applicant(library, new_id, date(2026, 5, 31))
    assert [scenario.season for scenario in applicant.scenarios] == [2026]
