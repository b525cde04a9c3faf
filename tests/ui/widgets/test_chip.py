import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QPoint, Qt

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.chip import Chip


@pytest.fixture
def chip(qtbot: QtBot, theme: Theme) -> Chip:
    made = Chip("Anesthesiology", theme, removable=True)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def over_cross(chip: Chip) -> QPoint:
    return QPoint(chip.width() - 12, chip.height() // 2)


def test_is_selected_silently(qtbot: QtBot, chip: Chip) -> None:
    with qtbot.assertNotEmitted(chip.clicked):
        chip.set_selected(True)
    assert chip.selected()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_click_it_and_it_waits_to_be_told(qtbot: QtBot, chip: Chip, key: Qt.Key) -> None:
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, key)
    assert not chip.selected()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_asks_for_its_removal(qtbot: QtBot, chip: Chip, key: Qt.Key) -> None:
    with qtbot.waitSignal(chip.remove_requested), qtbot.assertNotEmitted(chip.clicked):
        qtbot.keyClick(chip, key)


def test_the_cross_asks_for_removal_and_the_rest_does_not(qtbot: QtBot, chip: Chip) -> None:
    left = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(chip.remove_requested), qtbot.assertNotEmitted(chip.clicked):
        qtbot.mouseClick(chip, left, pos=over_cross(chip))
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.remove_requested):
        qtbot.mouseClick(chip, left, pos=QPoint(20, 10))


def test_a_chip_that_stays_cannot_be_deleted(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("Internal medicine", theme)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.assertNotEmitted(chip.remove_requested):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=over_cross(chip))


def test_being_selected_does_not_move_its_neighbours(chip: Chip) -> None:
    width = chip.sizeHint().width()
    chip.set_selected(True)
    assert chip.sizeHint().width() == width
