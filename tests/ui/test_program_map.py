"""The map: the same rows as the table, selected by a click or a lasso, zoomed by keys."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from smartpick_desktop.core.program_list import Bucket
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.map_data import load_outlines
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.program_map import ProgramMap

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(RESOURCES / "data" / "programs.csv")


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, directory: Directory) -> ProgramMap:
    made = ProgramMap(theme, load_outlines(RESOURCES / "map" / "outlines.json"))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.set_directory(directory)
    made.show_rows(np.array([0, 100, 2000], dtype=np.int32))
    made.show()
    return made


def on_screen(shown: ProgramMap, row: int) -> QPoint:
    x, y = shown._places[row].tolist()
    return shown.transform().map(QPointF(x, y)).toPoint()


def test_a_click_selects_the_nearest_program(
    qtbot: QtBot, shown: ProgramMap, directory: Directory
) -> None:
    with qtbot.waitSignal(shown.selection_edited) as told:
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=on_screen(shown, 100))
    assert told.args == [(directory.program_ids[100],)]


def test_a_lasso_selects_what_it_goes_around(
    qtbot: QtBot, shown: ProgramMap, directory: Directory
) -> None:
    told: list[tuple[str, ...]] = []
    shown.selection_edited.connect(told.append)
    shown.lassoes = True
    middle = on_screen(shown, 2000)
    corners = [middle + QPoint(x, y) for x, y in ((-15, -15), (15, -15), (15, 15), (-15, 15))]
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in corners[1:]:
        QTest.mouseMove(shown, corner)
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=corners[-1])
    assert told == [(directory.program_ids[2000],)]


def test_keys_zoom_and_bring_the_whole_map_back(qtbot: QtBot, shown: ProgramMap) -> None:
    before = shown.transform()
    qtbot.keyClick(shown, Qt.Key.Key_Plus)
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.transform().m11() > before.m11()
    qtbot.keyClick(shown, Qt.Key.Key_0)
    assert shown.transform() == before


def test_zooming_keeps_what_is_under_the_pointer(shown: ProgramMap) -> None:
    place = QPointF(200, 150)
    back, _ = shown.transform().inverted()
    under = back.map(place)
    shown.zoom(3.0, place)
    now = shown.transform().map(under)
    assert (now.x(), now.y()) == pytest.approx((200, 150), abs=0.01)


def test_says_how_many_it_shows_and_where_the_same_is_read(shown: ProgramMap) -> None:
    assert shown.accessibleName() == "Map of 3 programs; the table lists the same"


def test_a_program_of_the_list_tells_its_standing(shown: ProgramMap, directory: Directory) -> None:
    shown.set_listed({directory.program_ids[100]: Bucket.REACH})
    assert shown._card(100).splitlines()[-1] == "On my list: reach"
    assert not shown.grab().isNull()
