"""Scenarios as a whole: new, duplicate, rename, delete, actual, and the way through them."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.ui.conftest import Open

from smartpick_desktop.core.exams import PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.scenario import Scenario, Strength, Target
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.scenario_edits import ScenarioEdits


@pytest.fixture
def document(opened: Open) -> Document:
    return opened(
        step1=Step1Result(score=250),
        step2=Step2Result(score=244, taken_on=date(2026, 7, 18)),
        targets=(Target(specialty="dermatology"),),
        strengths=frozenset({Strength.LETTERS}),
        practice=(PracticeExam(score=250),),
        entries=(ListEntry(program_id="0800000001", specialty="dermatology"),),
    )


@pytest.fixture
def edits(document: Document, new_id: Callable[[], str]) -> ScenarioEdits:
    return ScenarioEdits(document, new_id, document)


def names(document: Document) -> list[str]:
    return [scenario.name for scenario in document.applicant.scenarios]


class TestANewOne:
    def test_is_shown(self, document: Document, edits: ScenarioEdits) -> None:
        edits.new()
        assert document.scenario.name == "Scenario"

    def test_has_no_score_and_no_list(self, document: Document, edits: ScenarioEdits) -> None:
        edits.new()
        assert (document.scenario.step2, document.scenario.entries) == (None, ())

    def test_has_the_targets_and_the_profile(
        self, document: Document, edits: ScenarioEdits
    ) -> None:
        before = document.scenario
        edits.new()
        after = document.scenario
        assert (after.targets, after.strengths, after.step1) == (
            before.targets,
            before.strengths,
            before.step1,
        )

    def test_follows_the_one_it_was_made_from(
        self, document: Document, edits: ScenarioEdits
    ) -> None:
        edits.new()
        document.switch_to("actual")
        edits.new()
        assert names(document) == ["Actual", "Scenario 2", "Scenario"]

    def test_goes_with_an_undo(self, document: Document, edits: ScenarioEdits) -> None:
        edits.new()
        assert document.undo_stack.undoText() == "New scenario"
        document.undo_stack.undo()
        assert (names(document), document.scenario.id) == (["Actual"], "actual")

    def test_comes_back_with_a_redo(self, document: Document, edits: ScenarioEdits) -> None:
        edits.new()
        document.undo_stack.undo()
        document.undo_stack.redo()
        assert document.scenario.name == "Scenario"

    def test_is_in_the_file_at_once(
        self, document: Document, edits: ScenarioEdits, library: SqliteLibrary
    ) -> None:
        edits.new()
        assert library.load("p1") == document.applicant


class TestADuplicate:
    def test_has_everything_but_the_name(self, document: Document, edits: ScenarioEdits) -> None:
        before = document.scenario
        edits.duplicate()
        copy = document.scenario
        same = [name for name in Scenario.__slots__ if name not in ("id", "name")]
        assert [getattr(copy, name) for name in same] == [getattr(before, name) for name in same]

    def test_is_named_after_its_model(self, document: Document, edits: ScenarioEdits) -> None:
        edits.duplicate()
        assert document.scenario.name == "Actual copy"

    def test_has_a_name_of_its_own(self, document: Document, edits: ScenarioEdits) -> None:
        for _ in range(3):
            document.switch_to("actual")
            edits.duplicate()
        assert len(set(names(document))) == 4

    def test_is_another_scenario(self, document: Document, edits: ScenarioEdits) -> None:
        edits.duplicate()
        ids = [scenario.id for scenario in document.applicant.scenarios]
        assert len(set(ids)) == 2

    def test_is_not_the_actual_one(self, document: Document, edits: ScenarioEdits) -> None:
        edits.duplicate()
        assert document.applicant.actual_id == "actual"

    def test_names_its_model_in_the_step(self, document: Document, edits: ScenarioEdits) -> None:
        edits.duplicate()
        assert document.undo_stack.undoText() == "Duplicate 'Actual'"


class TestARename:
    def test_changes_the_name_alone(self, document: Document, edits: ScenarioEdits) -> None:
        before = document.scenario
        edits.rename("actual", "If CK 236")
        assert document.scenario.name == "If CK 236"
        assert document.scenario.step2 == before.step2

    def test_of_one_that_is_not_shown_leaves_the_view(
        self, document: Document, edits: ScenarioEdits
    ) -> None:
        edits.duplicate()
        edits.rename("actual", "Before")
        assert document.scenario.name == "Actual copy"
        assert names(document) == ["Before", "Actual copy"]

    def test_to_the_same_name_is_no_step(self, document: Document, edits: ScenarioEdits) -> None:
        edits.rename("actual", "Actual")
        assert document.undo_stack.count() == 0

    def test_can_be_undone(self, document: Document, edits: ScenarioEdits) -> None:
        edits.rename("actual", "If CK 236")
        assert document.undo_stack.undoText() == "Rename to 'If CK 236'"
        document.undo_stack.undo()
        assert names(document) == ["Actual"]


class TestADelete:
    def test_leaves_the_last_one(self, document: Document, edits: ScenarioEdits) -> None:
        edits.delete()
        assert names(document) == ["Actual"]
        assert document.undo_stack.count() == 0

    def test_takes_the_one_that_is_shown(self, document: Document, edits: ScenarioEdits) -> None:
        edits.duplicate()
        edits.delete()
        assert names(document) == ["Actual"]

    def test_shows_the_one_before(self, document: Document, edits: ScenarioEdits) -> None:
        edits.duplicate()
        edits.duplicate()
        edits.delete()
        assert document.scenario.name == "Actual copy"

    def test_of_the_first_shows_the_next(self, document: Document, edits: ScenarioEdits) -> None:
        edits.duplicate()
        document.switch_to("actual")
        edits.delete()
        assert document.scenario.name == "Actual copy"

    def test_of_the_actual_one_makes_another_actual(
        self, document: Document, edits: ScenarioEdits
    ) -> None:
        edits.duplicate()
        document.switch_to("actual")
        edits.delete()
        assert document.applicant.actual_id == document.scenario.id

    def test_is_undone_to_its_place_with_its_list(
        self, document: Document, edits: ScenarioEdits
    ) -> None:
        edits.duplicate()
        document.switch_to("actual")
        before = document.applicant
        edits.delete()
        assert document.undo_stack.undoText() == "Delete 'Actual'"
        document.undo_stack.undo()
        assert (document.applicant, document.scenario.id) == (before, "actual")

    def test_is_undone_in_the_file_too(
        self, document: Document, edits: ScenarioEdits, library: SqliteLibrary
    ) -> None:
        edits.duplicate()
        edits.delete()
        document.undo_stack.undo()
        assert library.load("p1") == document.applicant


class TestTheActualOne:
    def test_is_the_one_that_was_marked(self, document: Document, edits: ScenarioEdits) -> None:
        edits.duplicate()
        edits.mark_actual()
        assert document.applicant.actual_id == document.scenario.id

    def test_can_be_undone(self, document: Document, edits: ScenarioEdits) -> None:
        edits.duplicate()
        edits.mark_actual()
        assert document.undo_stack.undoText() == "Mark 'Actual copy' as actual"
        document.undo_stack.undo()
        assert document.applicant.actual_id == "actual"

    def test_marked_again_is_no_step(self, document: Document, edits: ScenarioEdits) -> None:
        edits.mark_actual()
        assert document.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        ((1,), "Second"),
        ((1, 1), "Third"),
        ((1, 1, 1), "Actual"),
        ((-1,), "Third"),
        ((-1, 1), "Actual"),
    ],
)
def test_steps_go_round(
    document: Document, edits: ScenarioEdits, steps: tuple[int, ...], shown: str
) -> None:
    for name in ("Second", "Third"):
        edits.duplicate()
        edits.rename(document.scenario.id, name)
    document.switch_to("actual")
    for step in steps:
        edits.step(step)
    assert document.scenario.name == shown


def test_a_step_among_one_stays(document: Document, edits: ScenarioEdits) -> None:
    edits.step(1)
    assert document.scenario.id == "actual"
