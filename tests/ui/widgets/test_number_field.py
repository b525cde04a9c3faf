import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from smartpick_desktop.ui.widgets.number_field import NumberField


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    made = NumberField(name="Within", lowest=10, highest=3000, unit="miles", none="any distance")
    qtbot.addWidget(made)
    return made


def sent(spy: QSignalSpy) -> list[object]:
    return [spy.at(index)[0] for index in range(spy.count())]


@pytest.mark.parametrize(
    ("number", "text"), [(None, "any distance"), (10, "10 miles"), (350, "350 miles")]
)
def test_shows_what_it_is_given_and_sends_nothing(
    qtbot: QtBot, field: NumberField, number: int | None, text: str
) -> None:
    with qtbot.assertNotEmitted(field.number_edited):
        field.set_number(number)
    assert field.number() == number
    assert field.text() == text


def test_a_typed_number_is_one_edit(qtbot: QtBot, field: NumberField) -> None:
    field.set_number(100)
    spy = QSignalSpy(field.number_edited)
    field.selectAll()
    qtbot.keyClicks(field, "350")
    assert sent(spy) == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sent(spy) == [350]


def test_a_step_under_the_lowest_is_none(qtbot: QtBot, field: NumberField) -> None:
    field.set_number(10)
    spy = QSignalSpy(field.number_edited)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert sent(spy) == [None]


def test_without_a_word_for_none_the_lowest_is_a_number(qtbot: QtBot) -> None:
    field = NumberField(name="Offsets", lowest=0, highest=9)
    qtbot.addWidget(field)
    field.set_number(0)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.number() == 0
