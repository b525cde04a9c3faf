"""The score strip: five cells in a row, reached from left to right, that hold still."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import TODAY, Open, Show

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from smartpick_desktop.core.exams import PracticeExam, Step1Result, Step2Result
from smartpick_desktop.core.scenario import Target
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.score_strip import ScoreStrip
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.choice_link import ChoiceLink

Key = Qt.Key
StripOf = Callable[[Document], ScoreStrip]


@pytest.fixture
def strip_of(theme: Theme, assess: Callable[[Document], Assessor], show: Show) -> StripOf:
    def strip(document: Document) -> ScoreStrip:
        made = ScoreStrip(theme, document, assess(document), lambda: TODAY)
        made.set_compact(False)
        show(made).resize(1188, 150)
        QApplication.processEvents()
        return made

    return strip


@pytest.fixture
def full(opened: Open) -> Document:
    """A document in which every cell has everything it can show."""
    return opened(
        step1=Step1Result(score=250),
        step2=Step2Result(score=244),
        practice=(PracticeExam(score=250),),
        targets=(Target(specialty="anesthesiology"), Target(specialty="dermatology")),
    )


def cells(strip: ScoreStrip) -> list[QWidget]:
    return [strip.step1, strip.step2, strip.forecast, strip.targets, strip.profile]


def tab_stops(qtbot: QtBot, strip: ScoreStrip) -> list[QWidget]:
    """What Tab reaches from the first cell's head on, once round."""
    [first] = strip.step1.findChildren(ChoiceLink)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    stops: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and (not stops or now is not first):
        stops.append(now)
        qtbot.keyClick(now, Key.Key_Tab)
    return stops


def test_tab_goes_through_the_cells_from_left_to_right(
    qtbot: QtBot, strip_of: StripOf, full: Document
) -> None:
    strip = strip_of(full)
    visited = [
        at
        for stop in tab_stops(qtbot, strip)
        for at, cell in enumerate(cells(strip))
        if cell.isAncestorOf(stop)
    ]
    assert visited == sorted(visited)
    assert set(visited) == {0, 1, 2, 3, 4}


def test_every_stop_has_a_name(qtbot: QtBot, strip_of: StripOf, full: Document) -> None:
    names = [
        stop.accessibleName() or getattr(stop, "text", str)()
        for stop in tab_stops(qtbot, strip_of(full))
    ]
    assert [name for name in names if not name] == []


def test_cells_do_not_overlap(strip_of: StripOf, full: Document) -> None:
    strip = strip_of(full)
    edges = [cell.geometry() for cell in cells(strip)]
    assert all(left.right() < right.left() for left, right in pairwise(edges))


def places(strip: ScoreStrip) -> list[QRect]:
    QApplication.processEvents()
    fields = (strip.step1.field, strip.step2.field, strip.forecast.field)
    return [
        *(cell.geometry() for cell in cells(strip)),
        *(QRect(field.mapTo(strip, QPoint(0, 0)), field.size()) for field in fields),
    ]


def test_nothing_moves_while_a_first_score_is_typed(
    qtbot: QtBot, strip_of: StripOf, opened: Open
) -> None:
    strip = strip_of(opened())
    before = places(strip)
    strip.step2.field.setFocus()
    for key in "244":
        qtbot.keyClicks(strip.step2.field, key)
        assert places(strip) == before


def test_nothing_moves_when_a_score_is_impossible(
    qtbot: QtBot, strip_of: StripOf, full: Document
) -> None:
    strip = strip_of(full)
    before = places(strip)
    strip.step2.field.setFocus()
    strip.step2.field.selectAll()
    qtbot.keyClicks(strip.step2.field, "312")
    assert places(strip) == before


@pytest.mark.parametrize(("compact", "width"), [(True, 1030), (False, 1188)])
def test_every_field_fits_into_its_cell(
    strip_of: StripOf, full: Document, compact: bool, width: int
) -> None:
    strip = strip_of(full)
    strip.set_compact(compact)
    strip.window().resize(width, 150)
    QApplication.processEvents()
    for cell in (strip.step1, strip.step2, strip.forecast):
        assert cell.rect().contains(cell.field.geometry())
