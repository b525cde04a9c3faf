import pytest
from pytestqt.qtbot import QtBot
from tests.ui.widgets.conftest import Stage

from PySide6.QtCore import Qt

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.focus_ring import has_ring
from smartpick_desktop.ui.widgets.icon_button import IconButton
from smartpick_desktop.ui.widgets.link_button import LinkButton


def test_an_icon_button_says_its_name_and_its_key(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "undo", "Undo", shortcut="Ctrl+Z")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Undo"
    assert button.toolTip() == "Undo (Ctrl+Z)"

    button.set_name("Undo change of score")
    assert button.accessibleName() == "Undo change of score"
    assert button.toolTip() == "Undo change of score (Ctrl+Z)"


def test_an_icon_keeps_to_the_colours_in_force(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "undo", "Undo")
    qtbot.addWidget(button)
    light = button.icon().pixmap(16).toImage()
    theme.set_mode("dark")
    assert button.icon().pixmap(16).toImage() != light


def test_a_button_gone_is_not_drawn_again(qtbot: QtBot, theme: Theme) -> None:
    button = secondary_button("Memo", theme, "printer")
    button.deleteLater()
    with qtbot.waitSignal(button.destroyed):
        pass
    theme.set_mode("dark")


def test_the_style_sheet_can_tell_buttons_apart(qtbot: QtBot, theme: Theme) -> None:
    made = (
        primary_button("Open the plan", theme, "plan"),
        secondary_button("Memo", theme),
        LinkButton("Show rules"),
    )
    for button in made:
        qtbot.addWidget(button)
    assert [button.property("kind") for button in made] == ["primary", "secondary", "link"]


@pytest.mark.parametrize(
    ("reason", "ringed"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.ShortcutFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
    ],
)
def test_only_the_keyboard_draws_a_ring(
    qtbot: QtBot, theme: Theme, stage: Stage, reason: Qt.FocusReason, ringed: bool
) -> None:
    button = secondary_button("Memo", theme)
    elsewhere = stage(button)
    elsewhere.setFocus()
    button.setFocus(reason)
    assert has_ring(button) is ringed
    elsewhere.setFocus()
    assert not has_ring(button)
