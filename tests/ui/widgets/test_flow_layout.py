import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from smartpick_desktop.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def fill(host: QWidget, *sizes: tuple[int, int]) -> tuple[FlowLayout, list[QWidget]]:
    layout = FlowLayout(host, gap=10, line_gap=5)
    items = [QWidget() for _ in sizes]
    for item, size in zip(items, sizes, strict=True):
        item.setFixedSize(*size)
        layout.addWidget(item)
    return layout, items


@pytest.mark.parametrize(("width", "height"), [(120, 20), (119, 45), (55, 45), (54, 70), (20, 70)])
def test_goes_on_in_the_next_line_once_a_line_is_full(
    host: QWidget, width: int, height: int
) -> None:
    layout, _ = fill(host, (20, 20), (25, 20), (55, 20))
    assert layout.heightForWidth(width) == height


def test_places_items_in_order_with_gaps(host: QWidget) -> None:
    layout, items = fill(host, (20, 20), (25, 20), (55, 20))
    layout.setGeometry(QRect(0, 0, 60, 100))
    corners = [(item.x(), item.y()) for item in items]
    assert corners == [(0, 0), (30, 0), (0, 25)]


def test_centres_items_in_their_line(host: QWidget) -> None:
    layout, items = fill(host, (20, 26), (20, 18))
    layout.setGeometry(QRect(0, 0, 100, 26))
    assert [item.y() for item in items] == [0, 4]


def test_hidden_items_take_no_room(host: QWidget) -> None:
    layout, items = fill(host, (20, 20), (25, 20), (55, 20))
    items[1].hide()
    assert layout.heightForWidth(85) == 20


def test_margins_count(host: QWidget) -> None:
    layout, items = fill(host, (20, 20))
    layout.setContentsMargins(3, 4, 5, 6)
    layout.setGeometry(QRect(0, 0, 100, 100))
    assert layout.heightForWidth(100) == 30
    assert (items[0].x(), items[0].y()) == (3, 4)


def test_an_empty_layout_has_no_height(host: QWidget) -> None:
    assert FlowLayout(host).heightForWidth(100) == 0


def test_items_can_be_taken_out(host: QWidget) -> None:
    layout, items = fill(host, (20, 20), (25, 20))
    taken = layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is items[0]
    assert layout.count() == 1
    assert layout.itemAt(1) is None
