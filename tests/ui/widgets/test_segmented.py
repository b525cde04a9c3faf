import pytest
from pytestqt.qtbot import QtBot
from tests.ui.widgets.conftest import Stage

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl

CHOICES = (
    Choice(key="chart", text="Chart", icon="chart"),
    Choice(key="table", text="Table", count="182"),
    Choice(key="list", text="List"),
)


@pytest.fixture
def control(qtbot: QtBot, theme: Theme) -> SegmentedControl:
    made = SegmentedControl(theme, CHOICES, name="View")
    qtbot.addWidget(made)
    return made


def sent(spy: QSignalSpy) -> list[object]:
    return [spy.at(index)[0] for index in range(spy.count())]


def test_the_first_choice_is_in_force_at_the_start(control: SegmentedControl) -> None:
    assert control.choice() == "chart"


def test_puts_a_choice_in_force_and_sends_nothing(qtbot: QtBot, control: SegmentedControl) -> None:
    with qtbot.assertNotEmitted(control.choice_edited):
        control.set_choice("list")
    assert control.choice() == "list"


def test_a_click_is_sent_once(qtbot: QtBot, control: SegmentedControl) -> None:
    spy = QSignalSpy(control.choice_edited)
    for _ in range(2):
        qtbot.mouseClick(control._segments["table"], Qt.MouseButton.LeftButton)
    assert sent(spy) == ["table"]
    assert control.choice() == "table"


@pytest.mark.parametrize(
    ("start", "key", "after"),
    [
        ("chart", Qt.Key.Key_Right, ["table"]),
        ("chart", Qt.Key.Key_Down, ["table"]),
        ("table", Qt.Key.Key_Left, ["chart"]),
        ("table", Qt.Key.Key_Up, ["chart"]),
        ("chart", Qt.Key.Key_Left, []),
        ("list", Qt.Key.Key_Right, []),
    ],
)
def test_arrows_move_the_choice_and_stop_at_the_ends(
    qtbot: QtBot, control: SegmentedControl, start: str, key: Qt.Key, after: list[object]
) -> None:
    control.set_choice(start)
    spy = QSignalSpy(control.choice_edited)
    qtbot.keyClick(control._segments[start], key)
    assert sent(spy) == after


def test_arrows_pass_over_what_cannot_be_chosen(qtbot: QtBot, control: SegmentedControl) -> None:
    control.set_choice_enabled("table", enabled=False)
    qtbot.keyClick(control._segments["chart"], Qt.Key.Key_Right)
    assert control.choice() == "list"


def test_the_focus_goes_along_with_the_arrows(
    qtbot: QtBot, control: SegmentedControl, stage: Stage
) -> None:
    stage(control)
    qtbot.keyClick(control._segments["chart"], Qt.Key.Key_Right)
    assert control._segments["table"].hasFocus()


def test_only_the_choice_in_force_is_a_tab_stop(control: SegmentedControl) -> None:
    control.set_choice("table")
    stops = [
        key
        for key, part in control._segments.items()
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus.value
    ]
    assert stops == ["table"]


def test_new_choices_keep_the_one_in_force(qtbot: QtBot, control: SegmentedControl) -> None:
    control.set_choice("table")
    with qtbot.assertNotEmitted(control.choice_edited):
        control.set_choices([Choice(key="table", text="Table"), Choice(key="map", text="Map")])
    assert control.choice() == "table"
    with qtbot.assertNotEmitted(control.choice_edited):
        control.set_choices([Choice(key="map", text="Map")])
    assert control.choice() == "map"


def test_every_part_has_a_name_with_its_number(control: SegmentedControl) -> None:
    assert control.accessibleName() == "View"
    names = [part.accessibleName() for part in control._segments.values()]
    assert names == ["Chart", "Table, 182", "List"]
