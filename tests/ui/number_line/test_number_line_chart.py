"""The chart draws the values it is given, at their places on the axis."""

from dataclasses import replace
from itertools import combinations

import pytest
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QGraphicsItem

from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.ui.theme import Mode, Theme
from smartpick_desktop.ui.tokens import DARK, LIGHT
from smartpick_desktop.ui.widgets.number_line_chart import NumberLineChart
from smartpick_desktop.ui.widgets.number_line_marks import Block, DrawingItem, Shape, Words
from smartpick_desktop.ui.widgets.number_line_title import RowTitle

SIZE = QSize(804, 440)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme, line: NumberLine) -> NumberLineChart:
    chart = NumberLineChart(theme)
    qtbot.addWidget(chart)
    chart.resize(SIZE)
    chart.show_line(line)
    with qtbot.waitExposed(chart):
        chart.show()
    return chart


def items_of(chart: NumberLineChart) -> list[QGraphicsItem]:
    return list(chart._plot.getPlotItem().items)


def texts(item: DrawingItem) -> list[str]:
    return [words.text for words in item.drawing.words()]


def all_texts(chart: NumberLineChart) -> list[str]:
    drawn = [item for item in items_of(chart) if isinstance(item, DrawingItem)]
    return [text for item in drawn if item.isVisible() for text in texts(item)]


def titles(chart: NumberLineChart) -> list[RowTitle]:
    return [parts.title for parts in chart._rows]


def test_an_edit_moves_items_and_makes_none(chart: NumberLineChart, line: NumberLine) -> None:
    before = items_of(chart)

    chart.show_line(replace(line, score=251))

    assert items_of(chart) == before
    assert chart._flag.pos().x() == chart._score.pos().x() == chart._noise.pos().x() == 251


def test_an_edit_of_the_score_draws_nothing_else_anew(
    chart: NumberLineChart, line: NumberLine
) -> None:
    still = [chart._strip, chart._bands, chart._axis, chart._notes, chart._pass, chart._anchor]
    still += [parts.figures for parts in chart._rows]
    before = [item.drawing for item in still]

    chart.show_line(replace(line, score=251))

    assert [item.drawing for item in still] == before
    assert all(a.drawing is b for a, b in zip(still, before, strict=True))


def test_the_axis_holds_still_under_an_edit(chart: NumberLineChart, line: NumberLine) -> None:
    before = chart._plot.viewRange()
    words = "About 7th", "14 below lower quartile"
    rows = (line.rows[0], replace(line.rows[1], verdict_words=words[0], distance_words=words[1]))

    chart.show_line(replace(line, score=233, rows=(*rows, *line.rows[2:])))

    assert chart._plot.viewRange() == before


@pytest.mark.parametrize("score", [205, 244, 271])
def test_a_score_is_drawn_where_the_axis_has_it(
    chart: NumberLineChart, line: NumberLine, score: int
) -> None:
    chart.show_line(replace(line, score=score))
    chart.grab()

    assert chart._frame is not None
    assert chart._score.scenePos().x() == pytest.approx(chart._frame.x(score), abs=0.51)


def test_the_flag_says_the_score_and_its_noise(chart: NumberLineChart) -> None:
    assert texts(chart._flag) == ["CK 244", "± 6"]


def test_a_planned_score_says_so_and_is_not_filled(
    chart: NumberLineChart, line: NumberLine
) -> None:
    chart.show_line(replace(line, planned=True))

    assert "planned" in texts(chart._flag)[1]
    flag = chart._flag.drawing.marks[0]
    assert isinstance(flag, Shape)
    assert flag.brush.color() == QColor(LIGHT.surface)
    assert flag.pen.style() == Qt.PenStyle.CustomDashLine


@pytest.mark.parametrize("noise", [6, 8])
def test_the_band_around_the_score_is_as_wide_as_its_noise(
    chart: NumberLineChart, line: NumberLine, noise: int
) -> None:
    chart.show_line(replace(line, noise=noise))

    (band,) = chart._noise.drawing.marks
    assert isinstance(band, Block)
    assert chart._frame is not None
    points = band.rect.width() / chart._frame.pixels_per_point
    assert points == pytest.approx(2 * noise, abs=1 / chart._frame.pixels_per_point)
    assert band.rect.center().x() == 0


def test_without_a_score_there_is_a_hint_in_place_of_the_line(
    chart: NumberLineChart, line: NumberLine
) -> None:
    chart.show_line(replace(line, score=None))

    assert not any(item.isVisible() for item in (chart._flag, chart._score, chart._noise))
    assert texts(chart._hint) == ["A score appears here as a line, with its noise"]

    chart.show_line(line)

    assert chart._flag.isVisible()
    assert not chart._hint.isVisible()


def test_every_word_and_figure_is_on_the_chart(chart: NumberLineChart, line: NumberLine) -> None:
    written = set(all_texts(chart))

    assert {"Below average", "to 239", "Strong", "240–249", "High", "250 and up"} <= written
    assert {"Not concerned until here", "239, stand-in", "Forecast 252", "Pass 218"} <= written
    assert {"220", "3rd", "240", "23rd", "260", "71st"} <= written
    for row in line.rows:
        assert {row.verdict_words, row.distance_words, row.figures_note} - {""} <= written
        figures = (row.q1, row.median, row.q3, row.not_matched_median)
        assert {str(figure) for figure in figures if figure is not None} <= written


@pytest.mark.parametrize(
    ("q1", "median", "q3", "not_matched"),
    [
        (251, 258, 266, 252),
        (251, 258, 266, 251),
        (249, 252, 255, 248),
        (250, 251, 252, 251),
        (247, 255, 263, 239),
        (243, 254, 262, 250),
        (243, 254, 262, 258),
        (243, 250, 262, 270),
    ],
)
@pytest.mark.parametrize("width", [700, 1200])
def test_no_figure_of_a_row_is_over_another(
    chart: NumberLineChart,
    line: NumberLine,
    q1: int,
    median: int,
    q3: int,
    not_matched: int,
    width: int,
) -> None:
    row = replace(line.rows[2], q1=q1, median=median, q3=q3, not_matched_median=not_matched)
    chart.resize(width, 300)
    chart.show_line(replace(line, rows=(line.rows[0], row)))

    words = chart._rows[1].figures.drawing.words()
    assert sorted(text.text for text in words) == sorted(map(str, (q1, median, q3, not_matched)))
    assert not any(a.bounds().intersects(b.bounds()) for a, b in combinations(words, 2))


def test_the_plate_of_the_anchor_stands_away_from_the_score(
    chart: NumberLineChart, line: NumberLine
) -> None:
    bare = replace(line, ghosts=())

    def plate_is_left(score: int) -> bool:
        chart.show_line(replace(bare, score=score))
        words = chart._notes.drawing.words()[0]
        assert chart._frame is not None
        return words.x < chart._frame.span(239 - bare.low)

    assert plate_is_left(244)
    assert not plate_is_left(230)


def test_the_label_of_a_ghost_makes_way_for_the_plate(
    chart: NumberLineChart, line: NumberLine
) -> None:
    close = replace(line.ghosts[0], score=240, label="Forecast 240")
    chart.show_line(replace(line, ghosts=(close, line.ghosts[0])))

    words = chart._notes.drawing.words()
    assert len(words) == 4
    assert not any(a.bounds().intersects(b.bounds()) for a, b in combinations(words, 2))


@pytest.mark.parametrize(("low", "high", "score"), [(138, 272, 150), (204, 300, 288)])
def test_the_flag_stays_on_the_chart(
    chart: NumberLineChart, line: NumberLine, low: int, high: int, score: int
) -> None:
    chart.show_line(replace(line, low=low, high=high, score=score, planned=True))
    chart.grab()

    flag = chart._flag.drawing.bounds().translated(chart._flag.scenePos())
    assert flag.left() >= 0
    assert flag.right() <= chart.width()


def test_rows_no_longer_there_are_hidden(chart: NumberLineChart, line: NumberLine) -> None:
    chart.show_line(replace(line, rows=line.rows[:2]))

    assert [title.isVisible() for title in titles(chart)] == [True, True, False, False]
    assert not chart._rows[2].figures.isVisible()
    assert "Dermatology" not in [t.text() for t in titles(chart) if t.isVisible()]


def test_more_rows_than_usual_are_added_and_ask_for_more_room(
    chart: NumberLineChart, line: NumberLine
) -> None:
    before = chart.minimumSizeHint()
    rows = tuple(replace(line.rows[2], key=f"s{n}", title=f"Specialty {n}") for n in range(6))

    chart.show_line(replace(line, rows=(line.rows[0], *rows)))

    assert [t.text() for t in titles(chart)][1:] == [row.title for row in rows]
    assert chart.minimumSizeHint().height() > before.height()


def test_the_theme_recolours_what_is_drawn(chart: NumberLineChart, theme: Theme) -> None:
    box = chart._rows[0].box

    def fill() -> QColor:
        return next(m for m in box.drawing.marks if isinstance(m, Shape)).brush.color()

    assert fill() == QColor(LIGHT.box)

    theme.set_mode(Mode.DARK)

    assert fill() == QColor(DARK.box)
    assert chart._flag.drawing.words()[0].color == QColor(DARK.on_accent)
    assert chart._plot.backgroundBrush().color() == QColor(DARK.surface)


def test_larger_text_asks_for_more_room_and_is_not_cut(
    chart: NumberLineChart, theme: Theme
) -> None:
    before = chart.minimumSizeHint()

    theme.set_text_scale(2.0)
    chart.resize(chart.minimumSizeHint())
    chart.grab()

    assert chart.minimumSizeHint().height() > 1.5 * before.height()
    assert not [text for text in all_texts(chart) if text.endswith("…")]
    for item in items_of(chart):
        assert isinstance(item, DrawingItem)
        for words in item.drawing.words() if item.isVisible() else ():
            assert_inside(chart, words, item)


def assert_inside(chart: NumberLineChart, words: Words, item: DrawingItem) -> None:
    place = words.bounds().translated(item.scenePos())
    assert place.left() >= -1, words.text
    assert place.right() <= chart.width() + 1, words.text
    assert place.bottom() <= chart.height() + 1, words.text


def test_a_click_on_a_title_names_its_row(qtbot: QtBot, chart: NumberLineChart) -> None:
    with qtbot.waitSignal(chart.row_clicked) as clicked:
        qtbot.mouseClick(titles(chart)[2], Qt.MouseButton.LeftButton)

    assert clicked.args == ["dermatology"]


def test_showing_a_line_sends_nothing(
    qtbot: QtBot, chart: NumberLineChart, line: NumberLine
) -> None:
    rows = (line.rows[0], replace(line.rows[1], in_focus=False), *line.rows[2:])
    with qtbot.assertNotEmitted(chart.row_clicked):
        chart.show_line(replace(line, rows=rows))


def test_the_keyboard_reaches_the_rows_but_not_the_first(
    qtbot: QtBot, chart: NumberLineChart
) -> None:
    chart.activateWindow()
    chart.setFocus()
    assert QApplication.focusWidget() is titles(chart)[1]

    with qtbot.waitSignal(chart.row_clicked) as clicked:
        qtbot.keyClick(titles(chart)[1], Qt.Key.Key_Down)

    assert clicked.args == ["dermatology"]
    assert titles(chart)[0].focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_long_title_is_cut_and_whole_in_its_tooltip(
    chart: NumberLineChart, line: NumberLine
) -> None:
    name = "Internal medicine and pediatrics combined"
    chart.show_line(replace(line, rows=(line.rows[0], replace(line.rows[1], title=name))))

    assert name in titles(chart)[1].toolTip()
    assert titles(chart)[0].toolTip() == ""


def test_it_answers_as_a_chart_with_the_summary(chart: NumberLineChart, line: NumberLine) -> None:
    answer = QAccessible.queryAccessibleInterface(chart)

    assert answer.role() == QAccessible.Role.Chart
    assert answer.text(QAccessible.Text.Name) == line.title
    assert answer.text(QAccessible.Text.Description) == line.summary


def test_a_row_reads_out_its_verdict_and_figures(chart: NumberLineChart) -> None:
    answer = QAccessible.queryAccessibleInterface(titles(chart)[1])

    assert answer.role() == QAccessible.Role.RadioButton
    assert answer.text(QAccessible.Text.Name) == "Anesthesiology, tier 5 of 9 · n 1,219"
    said = answer.text(QAccessible.Text.Description)
    assert said.startswith("Worth a plan, 3 below lower quartile, lower quartile 247")
    assert "median of not matched 239" in said


def test_the_line_of_the_score_is_painted(chart: NumberLineChart) -> None:
    assert chart._frame is not None
    picture = chart.grab().toImage()
    between_rows = (chart._frame.rows[0] + chart._frame.rows[1]) // 2 + 4

    assert picture.pixelColor(chart._frame.x(244), between_rows) == QColor(LIGHT.accent)


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Plus])
def test_keys_do_not_move_the_axis_and_there_is_no_menu(
    qtbot: QtBot, chart: NumberLineChart, key: Qt.Key
) -> None:
    before = chart._plot.viewRange()

    qtbot.keyClick(chart, key)
    qtbot.mouseClick(chart._plot.viewport(), Qt.MouseButton.RightButton)

    assert chart._plot.viewRange() == before
    assert QApplication.activePopupWidget() is None
