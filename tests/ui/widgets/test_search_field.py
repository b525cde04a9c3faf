import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> SearchField:
    made = SearchField(theme, "Name or city")
    qtbot.addWidget(made)
    return made


def test_shows_what_it_is_given_and_sends_nothing(qtbot: QtBot, field: SearchField) -> None:
    with qtbot.assertNotEmitted(field.text_edited):
        field.set_text("Cleveland")
    assert field.text() == "Cleveland"


def test_sends_its_text_at_every_key(qtbot: QtBot, field: SearchField) -> None:
    spy = QSignalSpy(field.text_edited)
    qtbot.keyClicks(field, "oh")
    assert [spy.at(index)[0] for index in range(spy.count())] == ["o", "oh"]


def test_escape_clears_first_and_passes_on_only_then(qtbot: QtBot, field: SearchField) -> None:
    field.set_text("Cleveland")
    with qtbot.waitSignal(field.text_edited) as told:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told.args == [""]
    with qtbot.assertNotEmitted(field.text_edited):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_the_cross_is_there_only_while_there_is_text(qtbot: QtBot, field: SearchField) -> None:
    assert not field._clear.isVisible()
    field.set_text("Cleveland")
    assert field._clear.isVisible()
    with qtbot.waitSignal(field.text_edited):
        field._clear.trigger()
    assert not field._clear.isVisible()


def test_says_what_it_searches(field: SearchField) -> None:
    assert field.accessibleName() == "Name or city"
