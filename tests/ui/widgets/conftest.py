"""What the tests of single controls share: an appearance, and a window that has the focus."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from smartpick_desktop.ui.theme import Mode, Theme

Stage = Callable[[QWidget], QLineEdit]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(Mode.LIGHT)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """Show a control with the focus; the line edit returned is where the focus may go next."""

    windows: list[QWidget] = []  # or they would go with the function

    def show(control: QWidget) -> QLineEdit:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        elsewhere = QLineEdit()
        column = QVBoxLayout(window)
        column.addWidget(control)
        column.addWidget(elsewhere)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        control.setFocus()
        assert control.hasFocus()
        return elsewhere

    return show
