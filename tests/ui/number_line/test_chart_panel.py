"""The panel shows one line as a chart or a table, the chart once it is asked for."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.ui.panels.chart_panel import CHART, TABLE, ChartPanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.number_line_chart import NumberLineChart
from smartpick_desktop.ui.widgets.number_line_skeleton import NumberLineSkeleton


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, line: NumberLine) -> ChartPanel:
    panel = ChartPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(828, 536)
    panel.show_line(line)
    return panel


@pytest.fixture
def loaded(qtbot: QtBot, panel: ChartPanel) -> ChartPanel:
    panel.load_chart()
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def test_the_chart_comes_when_it_is_asked_for(panel: ChartPanel, line: NumberLine) -> None:
    assert isinstance(panel._scroll.widget(), NumberLineSkeleton)

    panel.load_chart()

    chart = panel._scroll.widget()
    assert isinstance(chart, NumberLineChart)
    assert chart.line() == line


def test_the_chart_is_loaded_once(loaded: ChartPanel) -> None:
    before = loaded._scroll.widget()

    loaded.load_chart()

    assert loaded._scroll.widget() is before


def test_heading_and_footnote_are_those_of_the_line(panel: ChartPanel, line: NumberLine) -> None:
    panel.show_line(replace(line, title="Where CK 251 stands", footnote="Means: 2024."))

    assert panel._heading.text() == "Where CK 251 stands"
    assert panel._footnote.text() == "Means: 2024."


def test_the_table_shows_the_line_last_shown(loaded: ChartPanel, line: NumberLine) -> None:
    loaded.show_line(replace(line, summary="CK 251."))

    loaded.toggle_view()

    assert loaded.view() == TABLE
    assert loaded._stack.currentWidget() is loaded._table
    assert loaded._table._summary.text() == "CK 251."


def test_the_chart_catches_up_after_the_table(loaded: ChartPanel, line: NumberLine) -> None:
    loaded.toggle_view()
    edited = replace(line, score=251)
    loaded.show_line(edited)

    loaded.toggle_view()

    assert loaded.view() == CHART
    chart = loaded._chart
    assert chart is not None
    assert chart.line() == edited


def test_the_toggle_goes_over_to_the_table(qtbot: QtBot, loaded: ChartPanel) -> None:
    qtbot.mouseClick(loaded._toggle._segments[TABLE], Qt.MouseButton.LeftButton)

    assert loaded._stack.currentWidget() is loaded._table


def test_the_focus_goes_along_with_the_view(loaded: ChartPanel) -> None:
    chart = loaded._chart
    assert chart is not None
    chart.setFocus()
    title = QApplication.focusWidget()
    assert title is not None
    assert chart.isAncestorOf(title)

    loaded.toggle_view()
    assert QApplication.focusWidget() is loaded._table._view

    loaded.toggle_view()
    assert QApplication.focusWidget() is title


def test_a_focus_elsewhere_stays_there(loaded: ChartPanel) -> None:
    loaded._sources.setFocus()

    loaded.toggle_view()

    assert QApplication.focusWidget() is loaded._sources


def test_a_click_on_a_row_names_the_specialty(qtbot: QtBot, loaded: ChartPanel) -> None:
    chart = loaded._chart
    assert chart is not None

    with qtbot.waitSignal(loaded.target_focused) as focused:
        qtbot.mouseClick(chart._rows[2].title, Qt.MouseButton.LeftButton)

    assert focused.args == ["dermatology"]


def test_the_sources_are_asked_for(qtbot: QtBot, loaded: ChartPanel) -> None:
    with qtbot.waitSignal(loaded.sources_requested):
        qtbot.mouseClick(loaded._sources, Qt.MouseButton.LeftButton)


def test_four_rows_fit_a_card_380_high_without_scrolling(qtbot: QtBot, loaded: ChartPanel) -> None:
    loaded.resize(734, 380)
    QApplication.processEvents()

    assert not loaded._scroll.verticalScrollBar().isVisible()
    assert not loaded._scroll.horizontalScrollBar().isVisible()


def test_more_rows_than_fit_can_be_scrolled_to(loaded: ChartPanel, line: NumberLine) -> None:
    rows = tuple(replace(line.rows[2], key=f"s{n}") for n in range(6))
    loaded.show_line(replace(line, rows=(line.rows[0], *rows)))
    loaded.resize(734, 380)
    QApplication.processEvents()

    assert loaded._scroll.verticalScrollBar().maximum() > 0
