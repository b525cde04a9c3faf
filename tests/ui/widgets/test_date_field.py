import datetime

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.widgets.conftest import Stage

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.date_field import DateField
from smartpick_desktop.ui.widgets.date_text import format_date, parse_date

DAY = datetime.date(2026, 7, 18)
OTHER_DAY = datetime.date(2021, 6, 12)


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> DateField:
    made = DateField(theme, name="Date of Step 2 CK")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    "text",
    [
        *("2026-07-18", "2026-7-18", "7/18/2026", "07/18/2026", "7/18/26"),
        *("18 Jul 2026", "18 July 2026", "18-jul-2026", "Jul 18, 2026", "july 18 2026"),
        "  18   JUL  2026 ",
    ],
)
def test_a_date_is_read_in_every_usual_spelling(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "18/7/2026", "31 Feb 2026", "2026-13-01", "18 Jul", "tomorrow", "20260718", "7/18/226"],
)
def test_what_names_no_date_is_not_guessed_at(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_a_written_date_is_read_back(month: int) -> None:
    date = datetime.date(2026, month, 1)
    assert parse_date(format_date(date)) == date


@pytest.mark.parametrize("date", [None, DAY])
def test_shows_what_it_is_given_and_sends_nothing(
    qtbot: QtBot, field: DateField, date: datetime.date | None
) -> None:
    with qtbot.assertNotEmitted(field.date_edited):
        field.set_date(date)
    assert field.date() == date
    assert field.text() == ("18 Jul 2026" if date else "")


def test_without_a_date_it_asks_for_one(field: DateField) -> None:
    assert field.placeholderText() == "date?"


def test_a_typed_date_is_taken_at_enter_and_written_out(qtbot: QtBot, field: DateField) -> None:
    spy = QSignalSpy(field.date_edited)
    qtbot.keyClicks(field, "7/18/2026")
    assert spy.count() == 0
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (spy.count(), spy.at(0)[0]) == (1, DAY)
    assert field.text() == "18 Jul 2026"


def test_a_typed_date_is_taken_when_the_field_is_left(
    qtbot: QtBot, field: DateField, stage: Stage
) -> None:
    elsewhere = stage(field)
    qtbot.keyClicks(field, "2021-06-12")
    with qtbot.waitSignal(field.date_edited) as told:
        elsewhere.setFocus()
    assert told.args == [OTHER_DAY]


def test_an_emptied_field_sends_none(qtbot: QtBot, field: DateField) -> None:
    field.set_date(DAY)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    with qtbot.waitSignal(field.date_edited) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [None]


def test_the_same_date_in_another_spelling_is_no_edit(qtbot: QtBot, field: DateField) -> None:
    field.set_date(DAY)
    field.selectAll()
    qtbot.keyClicks(field, "2026-07-18")
    with qtbot.assertNotEmitted(field.date_edited):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "18 Jul 2026"


def test_what_is_no_date_stays_and_says_so_until_it_is_changed(
    qtbot: QtBot, field: DateField
) -> None:
    field.set_date(DAY)
    field.selectAll()
    qtbot.keyClicks(field, "31 Feb 2026")
    with qtbot.assertNotEmitted(field.date_edited):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.date()) == ("31 Feb 2026", DAY)
    assert field.problem() == "“31 Feb 2026” is not a date. Write it as 18 Jul 2026"

    with qtbot.waitSignal(field.problem_changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert told.args == [""]


def test_escape_brings_the_date_back(qtbot: QtBot, field: DateField) -> None:
    field.set_date(DAY)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "18 Jul 2026"


def test_setting_the_same_date_leaves_half_typed_text(qtbot: QtBot, field: DateField) -> None:
    field.set_date(DAY)
    field.selectAll()
    qtbot.keyClicks(field, "12 Ju")
    field.set_date(DAY)
    assert field.text() == "12 Ju"


def test_it_makes_room_for_a_whole_date_while_it_is_edited(
    qtbot: QtBot, field: DateField, stage: Stage
) -> None:
    at_rest = field.width()
    stage(field)
    assert field.width() > at_rest
