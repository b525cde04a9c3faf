"""The table shows the figures of the chart, and says what is unknown."""

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from smartpick_desktop.core.number_line import LineRow, NumberLine
from smartpick_desktop.ui.models.number_line_table_model import (
    UNKNOWN_ROLE,
    Column,
    NumberLineTableModel,
)
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.number_line_chart import NumberLineChart
from smartpick_desktop.ui.widgets.number_line_table import NumberLineTable


@pytest.fixture
def model(line: NumberLine) -> NumberLineTableModel:
    model = NumberLineTableModel()
    model.show_line(line)
    return model


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, line: NumberLine) -> NumberLineTable:
    table = NumberLineTable(theme)
    qtbot.addWidget(table)
    table.show_line(line)
    return table


def cells(model: NumberLineTableModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in Column]


def test_it_keeps_the_rules_for_models(
    qtmodeltester: ModelTester, model: NumberLineTableModel, line: NumberLine
) -> None:
    qtmodeltester.check(model)
    model.show_line(replace(line, rows=line.rows[:2]))
    qtmodeltester.check(model)


def test_a_row_has_its_figures_and_words(model: NumberLineTableModel) -> None:
    assert cells(model, 1) == [
        "Anesthesiology\ntier 5 of 9 · n 1,219",
        *("247", "255", "263", "239"),
        *("Worth a plan", "3 below lower quartile"),
    ]


def test_what_is_unknown_says_so_or_why(model: NumberLineTableModel) -> None:
    assert cells(model, 3)[1:] == ["No figures for DO seniors here", *["unknown"] * 5]
    assert model.index(3, Column.MEDIAN).data(UNKNOWN_ROLE)
    assert not model.index(1, Column.MEDIAN).data(UNKNOWN_ROLE)


def test_it_has_every_figure_of_the_chart(
    qtbot: QtBot, theme: Theme, model: NumberLineTableModel, line: NumberLine
) -> None:
    chart = NumberLineChart(theme)
    qtbot.addWidget(chart)
    chart.resize(800, 440)
    chart.show_line(line)

    for row, parts in enumerate(chart._rows):
        drawn = {words.text for words in parts.figures.drawing.words()}
        drawn |= {words.text for words in parts.verdict.drawing.words()}
        assert drawn
        assert drawn <= set(cells(model, row))


def test_an_edit_keeps_the_selection(model: NumberLineTableModel, line: NumberLine) -> None:
    selection = QItemSelectionModel(model)
    selection.select(model.index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    rows = tuple(replace(row, distance_words="10 above") for row in line.rows)

    model.show_line(replace(line, score=257, rows=rows))

    assert [index.row() for index in selection.selectedIndexes()] == [1]
    assert cells(model, 1)[Column.DISTANCE] == "10 above"


def test_the_row_in_focus_is_bold(model: NumberLineTableModel) -> None:
    assert model.index(1, 0).data(Qt.ItemDataRole.FontRole).bold()
    assert model.index(2, 0).data(Qt.ItemDataRole.FontRole) is None


def test_the_chosen_row_is_copied_under_the_headings(qtbot: QtBot, table: NumberLineTable) -> None:
    table._view.selectRow(1)
    table.show()
    with qtbot.waitActive(table):
        table.activateWindow()
    table.setFocus()

    qtbot.keyClick(table._view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    headings, row = QGuiApplication.clipboard().text().split("\n")
    assert headings.split("\t")[:3] == ["Row", "Lower quartile", "Median"]
    assert row.split("\t") == [
        "Anesthesiology tier 5 of 9 · n 1,219",
        *("247", "255", "263", "239"),
        *("Worth a plan", "3 below lower quartile"),
    ]
    table.close()


def test_without_a_choice_all_rows_are_copied(table: NumberLineTable, line: NumberLine) -> None:
    table.copy()

    assert len(QGuiApplication.clipboard().text().split("\n")) == 1 + len(line.rows)


def test_the_sentence_and_the_marks_stand_around_the_table(
    table: NumberLineTable, line: NumberLine
) -> None:
    assert table._summary.text() == line.summary
    marks = table._marks.text()
    for told in ("Strong 240–249", "239, stand-in", "Forecast 252", "Pass 218", "240 23rd"):
        assert told in marks


def test_a_note_takes_the_place_of_all_figures(table: NumberLineTable, line: NumberLine) -> None:
    assert table._view.columnSpan(3, Column.Q1) == 4

    with_box = LineRow(key="urology", title="Urology", caption="", q1=245, median=250, q3=255)
    table.show_line(replace(line, rows=(*line.rows[:3], with_box)))

    assert table._view.columnSpan(3, Column.Q1) == 1
