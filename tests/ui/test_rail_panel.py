"""The rail: whose file is open, its scenarios by hand and by key, and what is read out."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OPENS_POPUPS, Show

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu

from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.models.scenario_list_model import ROW_ROLE, ScenarioRow
from smartpick_desktop.ui.panels.rail_panel import RailPanel, ScenarioList
from smartpick_desktop.ui.scenario_edits import ScenarioEdits
from smartpick_desktop.ui.theme import Theme

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Stand:
    """A rail in a window, over a document."""

    def __init__(self, document: Document, rail: RailPanel, edits: ScenarioEdits) -> None:
        self.document = document
        self.rail = rail
        self.edits = edits
        [self.list] = rail.findChildren(ScenarioList)

    def rows(self) -> list[ScenarioRow]:
        model = self.list.model()
        return [model.index(at, 0).data(ROW_ROLE) for at in range(model.rowCount())]

    def names(self) -> list[str]:
        return [row.name for row in self.rows()]

    def open_row(self) -> str:
        row: ScenarioRow = self.list.currentIndex().data(ROW_ROLE)
        return row.name

    def place(self, name: str) -> QRect:
        return self.list.visualRect(self.list.model().index(self.names().index(name), 0))

    def click(self, qtbot: QtBot, name: str) -> None:
        qtbot.mouseClick(self.list.viewport(), LEFT, pos=self.place(name).center())

    def button(self, name: str) -> QAbstractButton:
        buttons = self.rail.findChildren(QAbstractButton)
        [found] = [b for b in buttons if b.accessibleName() == name]
        return found

    def editor(self) -> QLineEdit:
        [found] = self.list.viewport().findChildren(QLineEdit)
        return found

    def write_name(self, qtbot: QtBot, name: str, end: Qt.Key) -> None:
        """Type a name into the row that is being edited, and end with a key."""
        editor = self.editor()
        editor.clear()
        qtbot.keyClicks(editor, name)
        qtbot.keyClick(editor, end)
        QApplication.processEvents()  # the delegate commits in its own turn


@pytest.fixture
def stand(
    document: Document,
    assess: Callable[[Document], Assessor],
    new_id: Callable[[], str],
    theme: Theme,
    show: Show,
) -> Stand:
    """Actual with 244, and after it "If CK 236", which is not shown."""
    edits = ScenarioEdits(document, new_id, document)
    edits.duplicate()
    edits.rename(document.scenario.id, "If CK 236")
    planned = Step2Result(score=236, planned=True)
    document.edit_scenario("Plan", replace(document.scenario, step2=planned))
    document.switch_to("actual")
    document.undo_stack.clear()
    rail = RailPanel(theme, document, assess(document), edits)
    show(rail).resize(232, 600)
    QApplication.processEvents()
    return Stand(document, rail, edits)


def test_shows_each_scenario_with_its_scores(stand: Stand) -> None:
    assert [(row.name, row.scores) for row in stand.rows()] == [
        ("Actual", "Step 1 250 · CK 244"),
        ("If CK 236", "Step 1 250 · CK 236"),
    ]


def test_reads_a_scenario_out_in_one_line(stand: Stand) -> None:
    model = stand.list.model()
    spoken = [
        model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for at in range(model.rowCount())
    ]
    assert spoken == [
        "Actual, actual, Step 1 250, CK 244, Fine as is for Anesthesiology",
        "If CK 236, Step 1 250, CK 236 planned, Fine as is for Anesthesiology",
    ]


def test_a_screen_reader_finds_the_lines(stand: Stand) -> None:
    told = QAccessible.queryAccessibleInterface(stand.list)
    lines = [told.child(at).text(QAccessible.Text.Name) for at in range(told.childCount())]
    assert lines == [row.spoken for row in stand.rows()]


def test_the_open_one_is_current(stand: Stand) -> None:
    assert stand.open_row() == "Actual"


def test_a_click_opens_another(qtbot: QtBot, stand: Stand) -> None:
    stand.click(qtbot, "If CK 236")
    assert stand.document.scenario.name == "If CK 236"


@pytest.mark.parametrize(
    ("key", "name"), [(Key.Key_Down, "If CK 236"), (Key.Key_End, "If CK 236")]
)
def test_keys_open_another(qtbot: QtBot, stand: Stand, key: Qt.Key, name: str) -> None:
    stand.list.setFocus()
    qtbot.keyClick(stand.list, key)
    assert stand.document.scenario.name == name


def test_opening_another_is_no_edit(qtbot: QtBot, stand: Stand) -> None:
    stand.click(qtbot, "If CK 236")
    assert stand.document.undo_stack.count() == 0


def test_the_current_row_follows_the_document(stand: Stand) -> None:
    stand.edits.step(1)
    assert stand.open_row() == "If CK 236"


def test_the_open_one_is_kept_in_sight(stand: Stand) -> None:
    for _ in range(15):
        stand.edits.duplicate()
    QApplication.processEvents()
    port = stand.list.viewport().rect()
    assert port.contains(stand.list.visualRect(stand.list.currentIndex()).center())


def test_the_first_comes_back_into_sight_when_it_is_opened(stand: Stand) -> None:
    for _ in range(15):
        stand.edits.duplicate()
    QApplication.processEvents()
    stand.document.switch_to("actual")
    port = stand.list.viewport().rect()
    assert port.contains(stand.list.visualRect(stand.list.currentIndex()).center())


def test_a_row_follows_an_edit_of_its_score(stand: Stand) -> None:
    edited = replace(stand.document.scenario, step2=Step2Result(score=250))
    stand.document.edit_scenario("Change", edited)
    assert stand.rows()[0].scores == "Step 1 250 · CK 250"


def test_a_row_follows_the_specialty_in_focus(stand: Stand) -> None:
    stand.rail._assessor.set_focus("dermatology")
    assert stand.rows()[0].spoken.endswith("Worth a plan for Dermatology")


def test_the_button_makes_a_new_one(qtbot: QtBot, stand: Stand) -> None:
    qtbot.mouseClick(stand.button("New scenario"), LEFT)
    assert stand.names() == ["Actual", "Scenario", "If CK 236"]
    assert stand.open_row() == "Scenario"


def test_the_button_makes_a_copy(qtbot: QtBot, stand: Stand) -> None:
    qtbot.mouseClick(stand.button("Duplicate scenario"), LEFT)
    assert stand.names() == ["Actual", "Actual copy", "If CK 236"]
    assert stand.open_row() == "Actual copy"


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_a_key_deletes_the_open_one(qtbot: QtBot, stand: Stand, key: Qt.Key) -> None:
    stand.list.setFocus()
    qtbot.keyClick(stand.list, key)
    assert stand.names() == ["If CK 236"]
    assert stand.open_row() == "If CK 236"


def test_a_deleted_one_comes_back_with_undo(qtbot: QtBot, stand: Stand) -> None:
    stand.list.setFocus()
    qtbot.keyClick(stand.list, Key.Key_Delete)
    stand.document.undo_stack.undo()
    assert stand.names() == ["Actual", "If CK 236"]
    assert stand.open_row() == "Actual"


def test_the_last_one_stays(qtbot: QtBot, stand: Stand) -> None:
    stand.list.setFocus()
    for _ in range(3):
        qtbot.keyClick(stand.list, Key.Key_Delete)
    assert stand.names() == ["If CK 236"]


def test_f2_renames_the_open_one(qtbot: QtBot, stand: Stand) -> None:
    stand.list.setFocus()
    qtbot.keyClick(stand.list, Key.Key_F2)
    stand.write_name(qtbot, "Main", Key.Key_Return)
    assert stand.names() == ["Main", "If CK 236"]
    assert stand.document.undo_stack.undoText() == "Rename to 'Main'"


def test_the_keyboard_stays_on_the_list_after_a_rename(qtbot: QtBot, stand: Stand) -> None:
    stand.list.setFocus()
    qtbot.keyClick(stand.list, Key.Key_F2)
    stand.write_name(qtbot, "Main", Key.Key_Return)
    assert stand.list.hasFocus()


def test_escape_leaves_the_name(qtbot: QtBot, stand: Stand) -> None:
    stand.rail.rename_current()
    stand.write_name(qtbot, "Main", Key.Key_Escape)
    assert stand.names() == ["Actual", "If CK 236"]
    assert stand.document.undo_stack.count() == 0


def test_an_empty_name_is_not_taken(qtbot: QtBot, stand: Stand) -> None:
    stand.rail.rename_current()
    stand.write_name(qtbot, "", Key.Key_Return)
    assert stand.names() == ["Actual", "If CK 236"]


@OPENS_POPUPS
class TestTheMenu:
    @pytest.fixture
    def menu(self, stand: Stand) -> QMenu:
        where = stand.place("If CK 236").center()
        stand.list.customContextMenuRequested.emit(where)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        return popup

    def choose(self, menu: QMenu, text: str) -> None:
        [action] = [action for action in menu.actions() if action.text() == text]
        action.trigger()
        menu.close()

    def test_opens_the_scenario_it_is_for(self, stand: Stand, menu: QMenu) -> None:
        menu.close()
        assert stand.document.scenario.name == "If CK 236"

    def test_offers_what_can_be_done(self, menu: QMenu) -> None:
        texts = [action.text() for action in menu.actions()]
        menu.close()
        assert texts == ["Rename", "Duplicate", "Mark as actual", "Delete"]

    def test_duplicates(self, stand: Stand, menu: QMenu) -> None:
        self.choose(menu, "Duplicate")
        assert stand.names() == ["Actual", "If CK 236", "If CK 236 copy"]

    def test_marks_as_actual(self, stand: Stand, menu: QMenu) -> None:
        self.choose(menu, "Mark as actual")
        assert [row.is_actual for row in stand.rows()] == [False, True]

    def test_deletes(self, stand: Stand, menu: QMenu) -> None:
        self.choose(menu, "Delete")
        assert stand.names() == ["Actual"]

    def test_renames(self, qtbot: QtBot, stand: Stand, menu: QMenu) -> None:
        self.choose(menu, "Rename")
        stand.write_name(qtbot, "Lower", Key.Key_Return)
        assert stand.names() == ["Actual", "Lower"]


def test_the_switcher_says_who_is_open(stand: Stand) -> None:
    assert stand.rail.switch.accessibleName() == "Applicant A-01, US MD senior"


def test_a_name_takes_the_place_of_the_code(stand: Stand) -> None:
    named = replace(stand.document.applicant, name="Ada")
    stand.document.edit_applicant("Change code and name", named)
    assert stand.rail.switch.accessibleName() == "Applicant Ada, US MD senior"


def test_the_switcher_asks_for_the_menu_under_it(qtbot: QtBot, stand: Stand) -> None:
    spy = QSignalSpy(stand.rail.applicants_requested)
    qtbot.mouseClick(stand.rail.switch, LEFT)
    where: QPoint = spy.at(0)[0]
    assert where.y() >= stand.rail.switch.mapToGlobal(QPoint(0, stand.rail.switch.height())).y()


def test_the_switcher_is_a_button_for_the_keyboard(qtbot: QtBot, stand: Stand) -> None:
    stand.rail.switch.setFocus()
    with qtbot.waitSignal(stand.rail.applicants_requested):
        qtbot.keyClick(stand.rail.switch, Key.Key_Space)


def test_two_promises_are_kept_in_sight(stand: Stand) -> None:
    labels = [label.text() for label in stand.rail.findChildren(QLabel)]
    assert "Offline, on this computer only" in labels
    assert "Figures: 2026 set" in labels
