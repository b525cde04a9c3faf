import pytest
from pytestqt.qtbot import QtBot
from tests.ui.widgets.conftest import Stage

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QShortcut, QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.score_field import ScoreField

Key = Qt.Key
Modifier = Qt.KeyboardModifier


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> ScoreField:
    made = ScoreField(theme, name="Step 2 CK", placeholder="CK", first_step=240)
    qtbot.addWidget(made)
    return made


def edits(field: ScoreField) -> QSignalSpy:
    return QSignalSpy(field.score_edited)


def sent(spy: QSignalSpy) -> list[object]:
    return [spy.at(index)[0] for index in range(spy.count())]


def clear(qtbot: QtBot, field: ScoreField) -> None:
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)


@pytest.mark.parametrize("score", [None, 1, 245, 300])
def test_shows_what_it_is_given_and_sends_nothing(
    qtbot: QtBot, field: ScoreField, score: int | None
) -> None:
    with qtbot.assertNotEmitted(field.score_edited), qtbot.assertNotEmitted(field.problem_changed):
        field.set_score(score)
    assert field.score() == score
    assert field.text() == ("" if score is None else str(score))


def test_takes_a_score_at_its_third_digit_and_only_there(qtbot: QtBot, field: ScoreField) -> None:
    spy = edits(field)
    qtbot.keyClicks(field, "24")
    assert sent(spy) == []
    qtbot.keyClicks(field, "4")
    assert sent(spy) == [244]
    qtbot.keyClick(field, Key.Key_Return)
    assert sent(spy) == [244]


def test_typing_over_the_selected_score_sends_the_new_one_once(
    qtbot: QtBot, field: ScoreField
) -> None:
    field.set_score(244)
    spy = edits(field)
    field.selectAll()
    qtbot.keyClicks(field, "236")
    assert sent(spy) == [236]


def test_typing_the_same_score_again_is_no_edit(qtbot: QtBot, field: ScoreField) -> None:
    field.set_score(244)
    spy = edits(field)
    field.selectAll()
    qtbot.keyClicks(field, "244")
    qtbot.keyClick(field, Key.Key_Return)
    assert sent(spy) == []


@pytest.mark.parametrize("text", ["7", "98"])
def test_a_short_number_waits_for_enter(qtbot: QtBot, field: ScoreField, text: str) -> None:
    spy = edits(field)
    qtbot.keyClicks(field, text)
    assert sent(spy) == []
    qtbot.keyClick(field, Key.Key_Enter)
    assert sent(spy) == [int(text)]


def test_a_short_number_is_taken_when_the_field_is_left(
    qtbot: QtBot, field: ScoreField, stage: Stage
) -> None:
    elsewhere = stage(field)
    spy = edits(field)
    qtbot.keyClicks(field, "98")
    elsewhere.setFocus()
    assert sent(spy) == [98]


def test_an_emptied_field_sends_none_when_it_is_left(
    qtbot: QtBot, field: ScoreField, stage: Stage
) -> None:
    field.set_score(244)
    elsewhere = stage(field)
    spy = edits(field)
    clear(qtbot, field)
    assert sent(spy) == []
    elsewhere.setFocus()
    assert sent(spy) == [None]


def test_an_emptied_field_sends_none_at_enter(qtbot: QtBot, field: ScoreField) -> None:
    field.set_score(244)
    spy = edits(field)
    clear(qtbot, field)
    qtbot.keyClick(field, Key.Key_Return)
    assert sent(spy) == [None]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("301", "301 is above 300, the highest score there is"),
        ("312", "312 is above 300, the highest score there is"),
        ("000", "0 is below 1, the lowest score there is"),
    ],
)
def test_a_number_off_the_scale_stays_and_says_what_is_wrong(
    qtbot: QtBot, field: ScoreField, typed: str, problem: str
) -> None:
    field.set_score(244)
    field.selectAll()
    with qtbot.assertNotEmitted(field.score_edited):
        qtbot.keyClicks(field, typed)
    assert (field.text(), field.problem(), field.score()) == (typed, problem, 244)
    assert field.accessibleDescription() == problem


def test_a_number_off_the_scale_survives_leaving_the_field(
    qtbot: QtBot, field: ScoreField, stage: Stage
) -> None:
    elsewhere = stage(field)
    qtbot.keyClicks(field, "312")
    elsewhere.setFocus()
    assert field.text() == "312"
    assert field.problem()


def test_the_problem_goes_as_soon_as_the_text_may_be_right_again(
    qtbot: QtBot, field: ScoreField
) -> None:
    qtbot.keyClicks(field, "312")
    with qtbot.waitSignal(field.problem_changed) as told:
        qtbot.keyClick(field, Key.Key_Backspace)
    assert told.args == [""]


@pytest.mark.parametrize(("score", "taken"), [(1, 1), (300, 300)])
def test_both_ends_of_the_scale_are_taken(
    qtbot: QtBot, field: ScoreField, score: int, taken: int
) -> None:
    spy = edits(field)
    qtbot.keyClicks(field, str(score))
    qtbot.keyClick(field, Key.Key_Return)
    assert sent(spy) == [taken]


def test_letters_and_a_fourth_digit_do_not_get_in(qtbot: QtBot, field: ScoreField) -> None:
    qtbot.keyClicks(field, "2a44-9")
    assert field.text() == "244"


def test_a_pasted_score_loses_what_is_no_digit(qtbot: QtBot, field: ScoreField) -> None:
    spy = edits(field)
    QApplication.clipboard().setText(" CK 251\n")
    field.lineEdit().paste()
    assert sent(spy) == [251]
    assert field.text() == "251"


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (Key.Key_Up, 245),
        (Key.Key_Down, 243),
        (Key.Key_PageUp, 254),
        (Key.Key_PageDown, 234),
    ],
)
def test_arrow_and_page_keys_step(
    qtbot: QtBot, field: ScoreField, key: Qt.Key, after: int
) -> None:
    field.set_score(244)
    spy = edits(field)
    qtbot.keyClick(field, key)
    assert sent(spy) == [after]
    assert field.text() == str(after)


@pytest.mark.parametrize(
    ("score", "key", "after"),
    [
        (300, Key.Key_Up, []),
        (1, Key.Key_Down, []),
        (295, Key.Key_PageUp, [300]),
        (None, Key.Key_Up, [240]),
    ],
)
def test_steps_stop_at_the_ends_and_begin_somewhere(
    qtbot: QtBot, field: ScoreField, score: int | None, key: Qt.Key, after: list[object]
) -> None:
    field.set_score(score)
    spy = edits(field)
    qtbot.keyClick(field, key)
    assert sent(spy) == after


def test_the_chevrons_step(qtbot: QtBot, field: ScoreField) -> None:
    field.set_score(244)
    spy = edits(field)
    qtbot.mouseClick(field._up, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(field._down, Qt.MouseButton.LeftButton)
    assert sent(spy) == [245, 244]


def test_the_wheel_steps_only_while_the_field_has_the_focus(
    qtbot: QtBot, field: ScoreField, stage: Stage
) -> None:
    field.set_score(244)
    elsewhere = stage(field)
    turn(field)
    assert field.score() == 245
    elsewhere.setFocus()
    turn(field)
    assert field.score() == 245


def turn(field: ScoreField) -> None:
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place
    )
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize("typed", ["24", "312", ""])
def test_escape_brings_the_score_back(qtbot: QtBot, field: ScoreField, typed: str) -> None:
    field.set_score(244)
    clear(qtbot, field)
    qtbot.keyClicks(field, typed)
    with qtbot.assertNotEmitted(field.score_edited):
        qtbot.keyClick(field, Key.Key_Escape)
    assert (field.text(), field.problem()) == ("244", "")


def test_setting_the_same_score_leaves_the_caret_and_half_typed_text(
    qtbot: QtBot, field: ScoreField
) -> None:
    field.set_score(244)
    field.lineEdit().setCursorPosition(1)
    field.set_score(244)
    assert field.lineEdit().cursorPosition() == 1

    clear(qtbot, field)
    qtbot.keyClicks(field, "23")
    field.set_score(244)
    assert field.text() == "23"


def test_another_score_replaces_text_that_was_not_taken(qtbot: QtBot, field: ScoreField) -> None:
    field.set_score(244)
    field.selectAll()
    qtbot.keyClicks(field, "312")
    field.set_score(240)
    assert (field.text(), field.problem()) == ("240", "")


@pytest.mark.parametrize(
    ("key", "modifiers", "shortcut"),
    [
        (Key.Key_Z, Modifier.ControlModifier, "Ctrl+Z"),
        (Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier, "Ctrl+Shift+Z"),
        (Key.Key_Y, Modifier.ControlModifier, "Ctrl+Y"),
    ],
)
def test_undo_and_redo_keys_reach_the_window(
    qtbot: QtBot,
    field: ScoreField,
    stage: Stage,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    shortcut: str,
) -> None:
    stage(field)
    qtbot.keyClicks(field, "24")
    action = QShortcut(shortcut, field.window())
    with qtbot.waitSignal(action.activated):
        qtbot.keyClick(field, key, modifiers)
    assert field.text() == "24"


def test_an_undo_key_nobody_waits_for_leaves_the_text_alone(
    qtbot: QtBot, field: ScoreField, stage: Stage
) -> None:
    stage(field)
    qtbot.keyClicks(field, "244")
    qtbot.keyClick(field, Key.Key_Z, Modifier.ControlModifier)
    assert field.text() == "244"


def test_screen_readers_find_a_spin_box_with_a_name(field: ScoreField) -> None:
    field.set_score(244)
    spoken = QAccessible.queryAccessibleInterface(field)
    assert spoken.role() == QAccessible.Role.SpinBox
    assert spoken.text(QAccessible.Text.Name) == "Step 2 CK"
    assert spoken.valueInterface().currentValue() == 244


def test_the_field_keeps_its_size_whatever_is_in_it(field: ScoreField) -> None:
    size = field.sizeHint(), field.size()
    field.set_score(300)
    assert (field.sizeHint(), field.size()) == size
