import pytest
from pytestqt.qtbot import QtBot
from tests.ui.widgets.conftest import Stage

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from smartpick_desktop.ui.widgets.popover import Popover

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")  # offscreen


@pytest.fixture
def anchor(stage: Stage) -> QPushButton:
    made = QPushButton("Edit profile")
    stage(made)
    return made


@pytest.fixture
def popover(qtbot: QtBot, anchor: QPushButton) -> Popover:
    content = QWidget()
    column = QVBoxLayout(content)
    column.addWidget(QLineEdit())
    column.addWidget(QLineEdit())
    made = Popover(content, anchor.window())
    qtbot.addWidget(made)
    return made


def test_opens_under_what_opened_it_with_the_focus_in_its_first_field(
    popover: Popover, anchor: QPushButton
) -> None:
    popover.open_below(anchor)
    below = anchor.mapToGlobal(anchor.rect().bottomLeft())
    assert popover.isVisible()
    assert popover.findChildren(QLineEdit)[0].hasFocus()
    assert 0 < popover.y() - below.y() < 12
    popover.close()


def test_escape_closes_it_and_the_focus_goes_back(
    qtbot: QtBot, popover: Popover, anchor: QPushButton
) -> None:
    anchor.clearFocus()
    popover.open_below(anchor)
    with qtbot.waitSignal(popover.closed):
        qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert anchor.hasFocus()


def test_stays_on_the_screen(popover: Popover, anchor: QPushButton) -> None:
    screen = anchor.screen().availableGeometry()
    anchor.window().move(screen.right() - 60, screen.bottom() - 60)
    popover.open_below(anchor)
    assert screen.contains(popover.geometry())
    popover.close()
