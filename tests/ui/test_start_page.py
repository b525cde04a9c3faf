import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import TODAY, Show

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.try_out import line_for
from smartpick_desktop.ui.pages.start_page import StartPage
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.icon_line import IconLine
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.number_line_chart import NumberLineChart
from smartpick_desktop.ui.widgets.score_field import ScoreField
from smartpick_desktop.ui.widgets.text_label import TextLabel

Line = Callable[[int | None], NumberLine]

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def line(reference: Reference) -> Line:
    return lambda score: line_for(score, reference, TODAY)


@pytest.fixture
def page(theme: Theme, line: Line, show: Show) -> Iterator[StartPage]:
    page = StartPage(theme, line)
    window = show(page)
    window.resize(1440, 873)
    yield page
    window.close()


def button(page: StartPage, text: str) -> QAbstractButton:
    return next(b for b in page.findChildren(QAbstractButton) if b.text() == text)


def the(kind: type[W], within: QWidget) -> W:
    [found] = within.findChildren(kind)
    return found


def texts(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(TextLabel))


def chart(page: StartPage) -> NumberLineChart:
    page.load_chart()
    [made] = page.findChildren(NumberLineChart)
    return made


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("My own planning", "own_requested"),
        ("I advise others", "advisor_requested"),
        ("Open the demo applicant", "demo_requested"),
    ],
)
@pytest.mark.parametrize("by_key", [True, False])
def test_each_way_in_is_asked_for_by_mouse_and_by_key(
    qtbot: QtBot, page: StartPage, text: str, signal: str, by_key: bool
) -> None:
    names = ("own_requested", "advisor_requested", "demo_requested")
    spies = {name: QSignalSpy(getattr(page, name)) for name in names}
    if by_key:
        qtbot.keyClick(button(page, text), Qt.Key.Key_Space)
    else:
        qtbot.mouseClick(button(page, text), Qt.MouseButton.LeftButton)
    assert {name: spy.count() for name, spy in spies.items()} == {
        name: int(name == signal) for name in names
    }


def test_enter_chooses_a_card_too(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.own_requested):
        qtbot.keyClick(button(page, "My own planning"), Qt.Key.Key_Return)


def test_it_promises_what_this_version_keeps(page: StartPage) -> None:
    promises = [texts(line) for line in page.findChildren(IconLine)]
    assert promises == [
        "No account, no network, no telemetry",
        "One file on this computer",
        "Every figure names its source, year and doubt",
    ]
    assert "encrypt" not in texts(page).lower()


def test_it_is_built_without_the_chart_library() -> None:
    code = (
        "import sys; from smartpick_desktop.ui.pages import start_page; "
        "sys.exit('pyqtgraph' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  our own code


def test_the_chart_comes_when_it_is_asked_for_and_once(page: StartPage, line: Line) -> None:
    assert not page.findChildren(NumberLineChart)
    made = chart(page)
    page.load_chart()
    assert page.findChildren(NumberLineChart) == [made]
    shown = made.line()
    assert shown is not None
    assert shown.score is None
    assert shown.rows == line(None).rows


def test_the_anchor_waits_for_a_score(qtbot: QtBot, page: StartPage) -> None:
    made = chart(page)
    shown = made.line()
    assert shown is not None
    assert shown.anchor is None
    qtbot.keyClicks(the(ScoreField, page), "244")
    shown = made.line()
    assert shown is not None
    assert shown.anchor is not None


def test_the_line_answers_the_score_typed(qtbot: QtBot, page: StartPage, line: Line) -> None:
    made = chart(page)
    qtbot.keyClicks(the(ScoreField, page), "244")
    assert made.line() == line(244)


def test_a_score_typed_before_the_chart_is_there_is_not_lost(
    qtbot: QtBot, page: StartPage, line: Line
) -> None:
    qtbot.keyClicks(the(ScoreField, page), "251")
    assert chart(page).line() == line(251)


def test_a_score_beyond_the_scale_is_explained_in_place(qtbot: QtBot, page: StartPage) -> None:
    field = the(ScoreField, page)
    qtbot.keyClicks(field, "312")
    assert "312 is above 300, the highest score there is" in texts(page)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert "312" not in texts(page)
    assert "Type a Step 2 CK score. Nothing is kept." in texts(page)


def test_nothing_typed_is_kept_when_the_page_is_left(qtbot: QtBot, page: StartPage) -> None:
    made = chart(page)
    field = the(ScoreField, page)
    qtbot.keyClicks(field, "244")
    page.hide()
    page.show()
    shown = made.line()
    assert field.text() == ""
    assert field.score() is None
    assert shown is not None
    assert shown.score is None


def test_what_went_wrong_is_said_over_the_choices(page: StartPage) -> None:
    note = the(NoteBox, page)
    assert note.isHidden()
    page.say("There is no room left on the disk for library.db.")
    assert note.isVisible()
    assert note.text() == "There is no room left on the disk for library.db."


def test_the_tab_key_goes_from_the_choices_to_the_score(qtbot: QtBot, page: StartPage) -> None:
    order = [button(page, t) for t in ("My own planning", "I advise others")]
    order.append(button(page, "Open the demo applicant"))
    order[0].setFocus()
    for expected in (*order[1:], the(ScoreField, page)):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


def test_whatever_takes_the_focus_has_a_name(page: StartPage) -> None:
    page.load_chart()
    focusable = [
        w
        for w in page.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and not w.focusProxy()
    ]
    nameless = [
        type(w).__name__
        for w in focusable
        if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
    ]
    assert len(focusable) >= 4
    assert not nameless


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_headline_keeps_its_two_lines_in_large_text(
    page: StartPage, theme: Theme, scale: float
) -> None:
    theme.set_text_scale(scale)
    headline = next(x for x in page.findChildren(TextLabel) if "score stands" in x.text())
    first = headline.text().split("\n")[0]
    assert headline.fontMetrics().horizontalAdvance(first) <= headline.width()
