"""The toolbar: views, whether all is saved, undo and redo by name, and the way to a program."""

from collections.abc import Callable
from dataclasses import replace

import apsw
import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Show

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication

from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.toolbar_panel import ToolbarPanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl

LEFT = Qt.MouseButton.LeftButton
HELD = "Not saved. library.db is in use by another program. Try again when it has finished."
VIEWS = [Choice(key="workspace", text="Workspace"), Choice(key="programs", text="Programs")]


@pytest.fixture
def toolbar(theme: Theme, document: Document, show: Show) -> ToolbarPanel:
    toolbar = ToolbarPanel(theme, VIEWS)
    toolbar.bind(document)
    show(toolbar).resize(1200, 80)
    QApplication.processEvents()
    return toolbar


def edit(document: Document, score: int = 250) -> None:
    after = replace(document.scenario, step2=Step2Result(score=score))
    document.edit_scenario("Change Step 2 CK", after)


def button(toolbar: ToolbarPanel, *names: str) -> QAbstractButton:
    buttons = toolbar.findChildren(QAbstractButton)
    [found] = [b for b in buttons if b.accessibleName() in names or b.text() in names]
    return found


def undo(toolbar: ToolbarPanel) -> QAbstractButton:
    return toolbar._undo


def redo(toolbar: ToolbarPanel) -> QAbstractButton:
    return toolbar._redo


def test_a_view_is_asked_for_by_a_click(qtbot: QtBot, toolbar: ToolbarPanel) -> None:
    with qtbot.waitSignal(toolbar.view_requested) as asked:
        qtbot.mouseClick(button(toolbar, "Programs"), LEFT)
    assert asked.args == ["programs"]


def test_the_view_in_force_is_shown_silently(qtbot: QtBot, toolbar: ToolbarPanel) -> None:
    with qtbot.assertNotEmitted(toolbar.view_requested):
        toolbar.set_view("programs")
    [views] = toolbar.findChildren(SegmentedControl)
    assert views.choice() == "programs"


def test_without_edits_there_is_nothing_to_undo(toolbar: ToolbarPanel) -> None:
    assert (undo(toolbar).isEnabled(), redo(toolbar).isEnabled()) == (False, False)


def test_undo_names_what_it_takes_back(toolbar: ToolbarPanel, document: Document) -> None:
    edit(document)
    assert undo(toolbar).isEnabled()
    assert undo(toolbar).accessibleName() == "Undo: Change Step 2 CK"
    assert undo(toolbar).toolTip() == "Undo: Change Step 2 CK (Ctrl+Z)"


def test_a_click_takes_it_back(qtbot: QtBot, toolbar: ToolbarPanel, document: Document) -> None:
    edit(document)
    qtbot.mouseClick(undo(toolbar), LEFT)
    assert document.scenario.step2_score == 244


def test_redo_names_what_it_brings_back(
    qtbot: QtBot, toolbar: ToolbarPanel, document: Document
) -> None:
    edit(document)
    qtbot.mouseClick(undo(toolbar), LEFT)
    assert redo(toolbar).accessibleName() == "Redo: Change Step 2 CK"
    qtbot.mouseClick(redo(toolbar), LEFT)
    assert document.scenario.step2_score == 250


def test_another_applicant_has_nothing_to_undo(toolbar: ToolbarPanel, document: Document) -> None:
    edit(document)
    document.open(replace(document.applicant, id="p2"))
    assert not undo(toolbar).isEnabled()
    assert undo(toolbar).accessibleName() == "Undo"


def test_at_first_it_says_how_saving_works(toolbar: ToolbarPanel) -> None:
    assert toolbar.saved_text() == "Saved as you type"


def test_after_an_edit_it_says_when_it_was_saved(
    toolbar: ToolbarPanel, document: Document
) -> None:
    edit(document)
    word, _, time = toolbar.saved_text().partition(" ")
    assert word == "Saved"
    assert len(time) == len("23:59")


class TestWhileAnotherProgramHoldsTheFile:
    @pytest.fixture
    def other(
        self, toolbar: ToolbarPanel, document: Document, hold: Callable[[], apsw.Connection]
    ) -> apsw.Connection:
        other = hold()
        edit(document)
        return other

    def test_it_says_that_the_edit_is_not_saved(
        self, toolbar: ToolbarPanel, other: apsw.Connection
    ) -> None:
        assert toolbar.saved_text() == HELD

    def test_it_offers_to_try_again(self, toolbar: ToolbarPanel, other: apsw.Connection) -> None:
        assert button(toolbar, "Try again").isVisible()

    def test_trying_again_saves_it(
        self,
        qtbot: QtBot,
        toolbar: ToolbarPanel,
        document: Document,
        other: apsw.Connection,
        library: SqliteLibrary,
    ) -> None:
        other.close()
        qtbot.mouseClick(button(toolbar, "Try again"), LEFT)
        assert library.load("p1") == document.applicant
        assert toolbar.saved_text().startswith("Saved ")
        assert not button(toolbar, "Try again").isVisible()

    def test_trying_again_in_vain_says_so_again(
        self, qtbot: QtBot, toolbar: ToolbarPanel, other: apsw.Connection
    ) -> None:
        qtbot.mouseClick(button(toolbar, "Try again"), LEFT)
        assert toolbar.saved_text() == HELD
        assert button(toolbar, "Try again").isVisible()

    def test_no_other_message_hides_it(
        self, toolbar: ToolbarPanel, other: apsw.Connection
    ) -> None:
        toolbar.say("'Actual' deleted; undo brings it back")
        assert toolbar.saved_text() == HELD


class TestAnOffer:
    @pytest.fixture
    def taken(self, toolbar: ToolbarPanel) -> list[str]:
        taken: list[str] = []
        toolbar.offer("A-02 removed", "Bring back", lambda: taken.append("back"))
        return taken

    def test_says_what_happened(self, toolbar: ToolbarPanel, taken: list[str]) -> None:
        assert toolbar.saved_text() == "A-02 removed"

    def test_is_taken_by_a_click(
        self, qtbot: QtBot, toolbar: ToolbarPanel, taken: list[str]
    ) -> None:
        qtbot.mouseClick(button(toolbar, "Bring back"), LEFT)
        assert taken == ["back"]

    def test_goes_once_it_was_taken(
        self, qtbot: QtBot, toolbar: ToolbarPanel, taken: list[str]
    ) -> None:
        offer = button(toolbar, "Bring back")
        qtbot.mouseClick(offer, LEFT)
        assert not offer.isVisible()

    def test_goes_with_the_next_message(self, toolbar: ToolbarPanel, taken: list[str]) -> None:
        offer = button(toolbar, "Bring back")
        toolbar.say("Every edit is already saved")
        assert not offer.isVisible()


class TestTheSearch:
    def test_asks_for_a_program_on_enter(self, qtbot: QtBot, toolbar: ToolbarPanel) -> None:
        spy = QSignalSpy(toolbar.search_requested)
        toolbar.focus_search()
        [field] = toolbar.findChildren(SearchField)
        assert field.hasFocus()
        qtbot.keyClicks(field, "cleveland")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert [spy.at(at) for at in range(spy.count())] == [["cleveland"]]

    def test_begins_over_the_text_before(self, qtbot: QtBot, toolbar: ToolbarPanel) -> None:
        [field] = toolbar.findChildren(SearchField)
        field.set_text("akron")
        toolbar.focus_search()
        qtbot.keyClicks(field, "boston")
        assert field.text() == "boston"


@pytest.mark.parametrize("compact", [True, False])
def test_nothing_is_cut_off_in_a_narrow_window(
    qtbot: QtBot, toolbar: ToolbarPanel, compact: bool
) -> None:
    toolbar.set_compact(compact=compact)
    toolbar.window().resize(820, 80)
    QApplication.processEvents()
    right = toolbar._search.geometry().right()
    assert right < toolbar.width()
