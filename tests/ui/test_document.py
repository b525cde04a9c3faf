"""The document: saved first, told next, undone by name."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Open

from PySide6.QtTest import QSignalSpy

from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey
from smartpick_desktop.core.repository import LibraryError
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.document import Document


@pytest.fixture
def document(opened: Open) -> Document:
    return opened()


def scored(document: Document, score: int) -> Scenario:
    return replace(document.scenario, step2=Step2Result(score=score))


def edit(document: Document, score: int, field: str = "step2") -> None:
    document.edit_scenario(f"Change to {score}", scored(document, score), field=field)


def score(document: Document) -> int | None:
    return document.scenario.step2_score


def undo_texts(document: Document) -> list[str]:
    stack = document.undo_stack
    return [stack.text(at) for at in range(stack.count())]


def with_second(document: Document) -> None:
    """Add the scenario "what_if", in one step, and go on showing the first."""
    second = replace(document.scenario, id="what_if", name="What if")
    after = document.applicant.with_added(second, after=document.scenario.id)
    document.edit_applicant("Add a scenario", after)


def what_stands_in_file(library: SqliteLibrary) -> Callable[[], int | None]:
    return lambda: library.load("p1").scenarios[0].step2_score


def test_an_edit_is_in_the_file_before_anyone_is_told_of_the_scenario(
    document: Document, library: SqliteLibrary
) -> None:
    in_file: list[int | None] = []
    read = what_stands_in_file(library)
    document.scenario_changed.connect(lambda _: in_file.append(read()))
    edit(document, 244)
    assert in_file == [244]


def test_an_edit_is_in_the_file_before_anyone_is_told_of_the_applicant(
    document: Document, library: SqliteLibrary
) -> None:
    in_file: list[int | None] = []
    read = what_stands_in_file(library)
    document.applicant_changed.connect(lambda _: in_file.append(read()))
    edit(document, 244)
    assert in_file == [244]


def test_an_undo_is_in_the_file_before_anyone_is_told(
    document: Document, library: SqliteLibrary
) -> None:
    edit(document, 244)
    in_file: list[int | None] = []
    read = what_stands_in_file(library)
    document.scenario_changed.connect(lambda _: in_file.append(read()))
    document.undo_stack.undo()
    assert in_file == [None]


def test_the_signal_carries_the_scenario_that_is_open(document: Document) -> None:
    spy = QSignalSpy(document.scenario_changed)
    edit(document, 244)
    assert spy.at(0) == [document.scenario]


def test_an_edit_that_changes_nothing_is_no_step(document: Document) -> None:
    document.edit_scenario("Change nothing", replace(document.scenario))
    assert document.undo_stack.count() == 0


def test_an_edit_that_changes_nothing_tells_nobody(qtbot: QtBot, document: Document) -> None:
    signals = (document.scenario_changed, document.applicant_changed, document.saved)
    with (
        qtbot.assertNotEmitted(signals[0]),
        qtbot.assertNotEmitted(signals[1]),
        qtbot.assertNotEmitted(signals[2]),
    ):
        document.edit_scenario("Change nothing", replace(document.scenario))


def test_a_run_of_edits_to_one_field_is_one_step(document: Document) -> None:
    for points in (240, 241, 242):
        edit(document, points)
    assert document.undo_stack.count() == 1


def test_undo_takes_back_the_whole_run(document: Document) -> None:
    for points in (240, 241, 242):
        edit(document, points)
    document.undo_stack.undo()
    assert score(document) is None


def test_redo_goes_to_the_end_of_the_run(document: Document) -> None:
    for points in (240, 241, 242):
        edit(document, points)
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert score(document) == 242


def test_the_end_of_a_run_splits_it(document: Document) -> None:
    edit(document, 240)
    document.end_run()
    edit(document, 241)
    document.undo_stack.undo()
    assert score(document) == 240


def test_edits_to_two_fields_are_two_steps(document: Document) -> None:
    edit(document, 240, "step2")
    edit(document, 241, "step2.date")
    assert document.undo_stack.count() == 2


def test_edits_of_no_field_never_merge(document: Document) -> None:
    edit(document, 240, "")
    edit(document, 241, "")
    assert document.undo_stack.count() == 2


def test_one_field_in_two_scenarios_is_two_steps(document: Document) -> None:
    with_second(document)
    edit(document, 240)
    document.switch_to("what_if")
    edit(document, 241)
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert [s.step2_score for s in document.applicant.scenarios] == [None, None]
    assert document.undo_stack.index() == 1


def test_a_run_does_not_go_on_after_a_look_at_another_scenario(document: Document) -> None:
    with_second(document)
    edit(document, 240)
    document.switch_to("what_if")
    document.switch_to("actual")
    edit(document, 241)
    document.undo_stack.undo()
    assert score(document) == 240


def test_a_run_that_ends_where_it_began_vanishes(document: Document) -> None:
    edit(document, 240)
    document.end_run()
    edit(document, 241)
    edit(document, 240)
    assert undo_texts(document) == ["Change to 240"]


def test_steps_have_the_names_of_their_edits(document: Document) -> None:
    edit(document, 240)
    document.end_run()
    edit(document, 250)
    assert document.undo_stack.undoText() == "Change to 250"


def test_undo_shows_the_scenario_in_which_the_edit_happened(document: Document) -> None:
    with_second(document)
    edit(document, 240)
    document.switch_to("what_if")
    document.undo_stack.undo()
    assert document.scenario.id == "actual"


def test_redo_shows_the_scenario_in_which_the_edit_happened(document: Document) -> None:
    with_second(document)
    edit(document, 240)
    document.undo_stack.undo()
    document.switch_to("what_if")
    document.undo_stack.redo()
    assert document.scenario.id == "actual"


def test_an_edit_may_show_the_scenario_it_made(document: Document) -> None:
    second = replace(document.scenario, id="what_if", name="What if")
    after = document.applicant.with_added(second, after="actual")
    document.edit_applicant("Add a scenario", after, show="what_if")
    assert document.scenario.id == "what_if"


def test_undo_of_a_new_scenario_shows_the_one_before(document: Document) -> None:
    second = replace(document.scenario, id="what_if", name="What if")
    after = document.applicant.with_added(second, after="actual")
    document.edit_applicant("Add a scenario", after, show="what_if")
    document.undo_stack.undo()
    assert document.scenario.id == "actual"


def test_a_switch_of_scenario_is_no_step(document: Document) -> None:
    with_second(document)
    document.switch_to("what_if")
    assert undo_texts(document) == ["Add a scenario"]


def test_a_switch_to_the_open_scenario_tells_nobody(qtbot: QtBot, document: Document) -> None:
    with qtbot.assertNotEmitted(document.scenario_changed):
        document.switch_to("actual")


def test_another_applicant_starts_without_a_history(document: Document) -> None:
    edit(document, 240)
    document.open(replace(document.applicant, id="p2", code="A-02"))
    assert not document.undo_stack.canUndo()


def test_an_unknown_scenario_gives_way_to_the_actual_one(
    document: Document, library: SqliteLibrary
) -> None:
    other = Document(document.applicant, library.save, scenario_id="gone")
    assert other.scenario.id == "actual"


class TestWhileAnotherProgramHoldsTheFile:
    @pytest.fixture
    def other(self, document: Document, hold: Callable[[], apsw.Connection]) -> apsw.Connection:
        return hold()

    @pytest.fixture(autouse=True)
    def _edited(self, document: Document, other: apsw.Connection) -> None:
        edit(document, 244)

    def test_the_edit_is_kept(self, document: Document) -> None:
        assert score(document) == 244

    def test_a_sentence_says_why(self, document: Document) -> None:
        spy = QSignalSpy(document.save_failed)
        edit(document, 245)
        assert spy.at(0) == [
            "library.db is in use by another program. Try again when it has finished."
        ]

    def test_nobody_is_told_that_it_is_saved(self, qtbot: QtBot, document: Document) -> None:
        with qtbot.assertNotEmitted(document.saved):
            edit(document, 245)

    def test_the_document_knows_of_it(self, document: Document) -> None:
        assert document.has_unsaved_edits

    def test_panels_are_told_of_the_edit_all_the_same(
        self, qtbot: QtBot, document: Document
    ) -> None:
        with qtbot.waitSignal(document.scenario_changed):
            edit(document, 245)

    def test_the_file_has_the_state_before(
        self, document: Document, library: SqliteLibrary
    ) -> None:
        assert library.load("p1").scenarios[0].step2_score is None

    def test_saving_again_writes_it(
        self, document: Document, other: apsw.Connection, library: SqliteLibrary
    ) -> None:
        other.close()
        document.save_again()
        assert library.load("p1") == document.applicant

    def test_saving_again_settles_it(
        self, qtbot: QtBot, document: Document, other: apsw.Connection
    ) -> None:
        other.close()
        with qtbot.waitSignal(document.saved):
            document.save_again()
        assert not document.has_unsaved_edits

    def test_saving_again_in_vain_leaves_it_unsettled(self, document: Document) -> None:
        document.save_again()
        assert document.has_unsaved_edits

    def test_the_next_edit_saves_this_one_too(
        self, document: Document, other: apsw.Connection, library: SqliteLibrary
    ) -> None:
        other.close()
        document.edit_scenario("Note", replace(document.scenario, notes="later"))
        assert library.load("p1").scenarios[0] == document.scenario


@pytest.mark.skipif(os.name != "posix", reason="Windows does not move open files")
def test_a_file_that_was_moved_away_is_a_sentence_too(
    document: Document, library_path: Path
) -> None:
    library_path.rename(library_path.with_name("elsewhere.db"))
    spy = QSignalSpy(document.save_failed)
    edit(document, 244)
    [sentence] = spy.at(0)
    assert sentence.startswith("library.db was moved, replaced or deleted while it was open.")


def test_facts_and_the_list_change_in_one_step_and_go_back_in_one(
    document: Document, library: SqliteLibrary
) -> None:
    before = document.applicant
    told = QSignalSpy(document.facts_changed)
    book = document.facts.with_fact("acgme-1", FactKey.VISA_J1, Fact(value=True))
    document.edit_facts("Import", book, scenario=scored(document, 244))
    assert undo_texts(document) == ["Import"]
    assert library.fact_book() == book
    document.undo_stack.undo()
    assert (document.applicant, document.facts) == (before, FactBook())
    assert library.fact_book() == FactBook()
    assert told.count() == 2


def test_undoing_another_step_leaves_what_was_learned_since(
    document: Document, library: SqliteLibrary
) -> None:
    edit(document, 244)
    book = FactBook().with_fact("acgme-1", FactKey.POSITIONS, Fact(value=12.0))
    document.take_facts(book)
    document.undo_stack.undo()
    assert document.facts == book


def test_facts_that_could_not_be_written_are_written_with_the_next_edit(
    document: Document, library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = FactBook().with_fact("acgme-1", FactKey.POSITIONS, Fact(value=12.0))
    held = document._save
    monkeypatch.setattr(document, "_save", refusing)
    document.edit_facts("Import", book)
    assert document.has_unsaved_edits
    monkeypatch.setattr(document, "_save", held)
    edit(document, 244)
    assert library.fact_book() == book


def refusing(*_: object) -> None:
    raise LibraryError("No room.")
