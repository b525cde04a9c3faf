"""The specialties applied to: picked by typing, put in focus by a click, removed by a key."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OPENS_POPUPS, Open, Show

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Group, Target
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.target_menu import TargetMenu
from smartpick_desktop.ui.panels.targets_cell import TargetsCell
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.search_field import SearchField

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
Assess = Callable[[Document], Assessor]


class Stand:
    """A targets cell in a window, over a document and its assessor."""

    def __init__(self, document: Document, assessor: Assessor, cell: TargetsCell) -> None:
        self.document = document
        self.assessor = assessor
        self.cell = cell

    def chips(self) -> list[Chip]:
        return list(self.cell._chips.values())

    def chip(self, text: str) -> Chip:
        return next(chip for chip in self.chips() if chip.text() == text)

    def texts(self) -> list[str]:
        return [chip.text() for chip in self.chips()]

    def in_focus(self) -> list[str]:
        return [chip.text() for chip in self.chips() if chip.selected()]

    def targets(self) -> list[str]:
        return [target.specialty for target in self.document.scenario.targets]


@pytest.fixture
def stand_of(theme: Theme, assess: Assess, show: Show) -> Callable[[Document], Stand]:
    def stand(document: Document) -> Stand:
        assessor = assess(document)
        cell = TargetsCell(theme, document, assessor)
        show(cell).resize(520, 120)
        QApplication.processEvents()
        return Stand(document, assessor, cell)

    return stand


StandOf = Callable[[Document], Stand]


@pytest.fixture
def stand(document: Document, stand_of: StandOf) -> Stand:
    """Anesthesiology in focus, and dermatology."""
    return stand_of(document)


def test_shows_a_chip_for_each_target_in_their_order(stand: Stand) -> None:
    assert stand.texts() == ["Anesthesiology", "Dermatology"]


def test_the_first_is_in_focus(stand: Stand) -> None:
    assert stand.in_focus() == ["Anesthesiology"]


def test_a_click_puts_another_in_focus(qtbot: QtBot, stand: Stand) -> None:
    qtbot.mouseClick(stand.chip("Dermatology"), LEFT, pos=QPoint(12, 12))
    assert stand.in_focus() == ["Dermatology"]
    assert stand.assessor.view.focus == "dermatology"


def test_a_key_puts_another_in_focus(qtbot: QtBot, stand: Stand) -> None:
    stand.chip("Dermatology").setFocus()
    qtbot.keyClick(stand.chip("Dermatology"), Key.Key_Return)
    assert stand.in_focus() == ["Dermatology"]


def test_looking_at_another_is_no_edit(qtbot: QtBot, stand: Stand) -> None:
    qtbot.mouseClick(stand.chip("Dermatology"), LEFT, pos=QPoint(12, 12))
    assert stand.document.undo_stack.count() == 0


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_a_key_removes_one(qtbot: QtBot, stand: Stand, key: Qt.Key) -> None:
    stand.chip("Anesthesiology").setFocus()
    qtbot.keyClick(stand.chip("Anesthesiology"), key)
    assert stand.targets() == ["dermatology"]
    assert stand.texts() == ["Dermatology"]


def test_the_cross_removes_one(qtbot: QtBot, stand: Stand) -> None:
    chip = stand.chip("Anesthesiology")
    qtbot.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 12, chip.height() // 2))
    assert stand.targets() == ["dermatology"]


def test_the_focus_moves_on_when_its_target_goes(qtbot: QtBot, stand: Stand) -> None:
    qtbot.keyClick(stand.chip("Anesthesiology"), Key.Key_Delete)
    assert stand.in_focus() == ["Dermatology"]


def test_the_keyboard_stays_in_the_cell_when_a_chip_goes(qtbot: QtBot, stand: Stand) -> None:
    stand.chip("Anesthesiology").setFocus()
    qtbot.keyClick(stand.chip("Anesthesiology"), Key.Key_Delete)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert stand.cell.isAncestorOf(focused)


def test_undo_brings_it_back_to_its_place(qtbot: QtBot, stand: Stand) -> None:
    qtbot.keyClick(stand.chip("Anesthesiology"), Key.Key_Delete)
    assert stand.document.undo_stack.undoText() == "Remove Anesthesiology"
    stand.document.undo_stack.undo()
    assert stand.texts() == ["Anesthesiology", "Dermatology"]


def test_what_the_user_said_of_a_target_comes_back_with_it(
    qtbot: QtBot, opened: Open, stand_of: StandOf
) -> None:
    target = Target(specialty="urology", group=Group.ULTRA, survey_anchor=245)
    stand = stand_of(opened(targets=(target,)))
    qtbot.keyClick(stand.chip("Urology"), Key.Key_Delete)
    stand.document.undo_stack.undo()
    assert stand.document.scenario.targets == (target,)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("internal_medicine", "Internal medicine"),
        ("internal_medicine_academic", "Internal medicine, academic"),
    ],
)
def test_the_tracks_of_internal_medicine_are_told_apart(
    opened: Open, stand_of: StandOf, key: str, text: str
) -> None:
    stand = stand_of(opened(targets=(Target(specialty=key),)))
    assert stand.texts() == [text]


@OPENS_POPUPS
class TestThePicker:
    @pytest.fixture
    def search(self, qtbot: QtBot, stand: Stand) -> Iterator[SearchField]:
        [add] = stand.cell.findChildren(LinkButton)
        qtbot.mouseClick(add, LEFT)
        focused = QApplication.focusWidget()
        assert isinstance(focused, SearchField)
        yield focused
        if popup := QApplication.activePopupWidget():
            popup.close()

    @pytest.fixture
    def choices(self, search: SearchField) -> QListWidget:
        window: QWidget = search.window()
        [found] = window.findChildren(QListWidget)
        return found

    def rows(self, choices: QListWidget) -> list[str]:
        items = (choices.item(row) for row in range(choices.count()))
        return [item.text().partition("  ")[0] for item in items if not item.isHidden()]

    def test_typing_and_enter_add_a_specialty(
        self, qtbot: QtBot, stand: Stand, search: SearchField
    ) -> None:
        qtbot.keyClicks(search, "patho")
        qtbot.keyClick(search, Key.Key_Return)
        assert stand.targets() == ["anesthesiology", "dermatology", "pathology"]

    def test_enter_closes_it(self, qtbot: QtBot, stand: Stand, search: SearchField) -> None:
        qtbot.keyClicks(search, "patho")
        qtbot.keyClick(search, Key.Key_Return)
        assert QApplication.activePopupWidget() is None

    def test_the_new_one_is_in_focus(
        self, qtbot: QtBot, stand: Stand, search: SearchField
    ) -> None:
        qtbot.keyClicks(search, "patho")
        qtbot.keyClick(search, Key.Key_Return)
        assert stand.in_focus() == ["Pathology"]

    def test_adding_is_one_step_with_its_name(
        self, qtbot: QtBot, stand: Stand, search: SearchField
    ) -> None:
        qtbot.keyClicks(search, "patho")
        qtbot.keyClick(search, Key.Key_Return)
        assert stand.document.undo_stack.count() == 1
        assert stand.document.undo_stack.undoText() == "Add Pathology"

    def test_undo_takes_it_away(self, qtbot: QtBot, stand: Stand, search: SearchField) -> None:
        qtbot.keyClicks(search, "patho")
        qtbot.keyClick(search, Key.Key_Return)
        stand.document.undo_stack.undo()
        assert stand.texts() == ["Anesthesiology", "Dermatology"]

    def test_the_two_tracks_are_two_choices(
        self, qtbot: QtBot, search: SearchField, choices: QListWidget
    ) -> None:
        qtbot.keyClicks(search, "internal medicine")
        assert self.rows(choices)[:2] == [
            "Internal medicine (academic)",
            "Internal medicine (community)",
        ]

    def test_a_word_tells_them_apart(
        self, qtbot: QtBot, stand: Stand, search: SearchField
    ) -> None:
        qtbot.keyClicks(search, "internal commun")
        qtbot.keyClick(search, Key.Key_Return)
        assert stand.targets()[-1] == "internal_medicine"

    def test_down_goes_to_the_next_while_typing(
        self, qtbot: QtBot, stand: Stand, search: SearchField
    ) -> None:
        qtbot.keyClicks(search, "internal medicine")
        qtbot.keyClick(search, Key.Key_Down)
        qtbot.keyClick(search, Key.Key_Return)
        assert stand.targets()[-1] == "internal_medicine"

    def test_up_comes_back(self, qtbot: QtBot, stand: Stand, search: SearchField) -> None:
        qtbot.keyClicks(search, "internal medicine")
        for key in (Key.Key_Down, Key.Key_Up, Key.Key_Return):
            qtbot.keyClick(search, key)
        assert stand.targets()[-1] == "internal_medicine_academic"

    def test_what_is_a_target_already_is_no_choice(self, choices: QListWidget) -> None:
        assert not {"Anesthesiology", "Dermatology"} & set(self.rows(choices))

    def test_all_others_are_choices(self, choices: QListWidget, reference: Reference) -> None:
        assert len(self.rows(choices)) == len(reference.specialties) - 2

    def test_each_choice_says_where_it_stands(
        self, qtbot: QtBot, search: SearchField, choices: QListWidget
    ) -> None:
        qtbot.keyClicks(search, "plastic surgery")
        assert "tier 9, ultra" in choices.currentItem().text()

    def test_enter_picks_nothing_where_nothing_fits(
        self, qtbot: QtBot, stand: Stand, search: SearchField, choices: QListWidget
    ) -> None:
        qtbot.keyClicks(search, "xyz")
        qtbot.keyClick(search, Key.Key_Return)
        assert stand.document.undo_stack.count() == 0

    def test_a_click_adds_a_specialty(
        self, qtbot: QtBot, stand: Stand, search: SearchField, choices: QListWidget
    ) -> None:
        qtbot.keyClicks(search, "patho")
        place = choices.visualItemRect(choices.currentItem()).center()
        qtbot.mouseClick(choices.viewport(), LEFT, pos=place)
        assert stand.targets()[-1] == "pathology"
        assert stand.document.undo_stack.count() == 1

    def test_escape_closes_it_and_changes_nothing(
        self, qtbot: QtBot, stand: Stand, search: SearchField
    ) -> None:
        qtbot.keyClick(search, Key.Key_Escape)
        assert QApplication.activePopupWidget() is None
        assert stand.document.undo_stack.count() == 0


class TestTheMenuOfATarget:
    def do(self, stand: Stand, reference: Reference, text: str, key: str = "dermatology") -> None:
        self.action(TargetMenu(stand.document, reference, key, stand.cell), text).trigger()

    def action(self, menu: TargetMenu, text: str) -> QAction:
        [found] = [action for action in menu.actions() if action.text() == text]
        return found

    def test_moves_it_to_the_front(self, stand: Stand, reference: Reference) -> None:
        self.do(stand, reference, "Move to the front")
        assert stand.texts() == ["Dermatology", "Anesthesiology"]

    def test_moves_it_one_place_back(self, stand: Stand, reference: Reference) -> None:
        self.do(stand, reference, "Move one place back", "anesthesiology")
        assert stand.texts() == ["Dermatology", "Anesthesiology"]

    @pytest.mark.parametrize(
        ("key", "text"),
        [("anesthesiology", "Move to the front"), ("dermatology", "Move one place back")],
    )
    def test_offers_no_move_past_an_end(
        self, stand: Stand, reference: Reference, key: str, text: str
    ) -> None:
        menu = TargetMenu(stand.document, reference, key, stand.cell)
        assert not self.action(menu, text).isEnabled()

    def test_keeps_the_one_in_focus_in_focus_over_a_move(
        self, stand: Stand, reference: Reference
    ) -> None:
        stand.assessor.set_focus("anesthesiology")
        self.do(stand, reference, "Move to the front")
        assert stand.in_focus() == ["Anesthesiology"]

    def test_marks_it_as_backup(self, stand: Stand, reference: Reference) -> None:
        self.do(stand, reference, "Backup specialty")
        assert stand.document.scenario.backup == "dermatology"
        assert stand.texts() == ["Anesthesiology", "Dermatology, backup"]

    def test_takes_the_mark_back(self, stand: Stand, reference: Reference) -> None:
        self.do(stand, reference, "Backup specialty")
        self.do(stand, reference, "Backup specialty")
        assert stand.document.scenario.backup is None

    def test_goes_back_to_the_stand_in(
        self, opened: Open, stand_of: StandOf, reference: Reference
    ) -> None:
        target = Target(specialty="dermatology", survey_anchor=246)
        stand = stand_of(opened(targets=(target,)))
        self.do(stand, reference, "Back to the stand-in")
        assert stand.document.scenario.targets == (Target(specialty="dermatology"),)

    def test_removes_it(self, stand: Stand, reference: Reference) -> None:
        self.do(stand, reference, "Remove")
        assert stand.texts() == ["Anesthesiology"]

    @pytest.mark.parametrize(
        ("text", "step"),
        [
            ("Move to the front", "Move Dermatology"),
            ("Backup specialty", "Mark Dermatology as backup"),
            ("Remove", "Remove Dermatology"),
        ],
    )
    def test_makes_each_choice_an_undo_step(
        self, stand: Stand, reference: Reference, text: str, step: str
    ) -> None:
        self.do(stand, reference, text)
        assert stand.document.undo_stack.undoText() == step
