"""The number line: where a score stands among those who matched, row by row."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.core.number_line import LineRow, NumberLine
from smartpick_desktop.ui.pyqtgraph_import import load
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets import number_line_items as items
from smartpick_desktop.ui.widgets.accessible_role import install_roles
from smartpick_desktop.ui.widgets.number_line_axes import axis_names, pass_tick, score_axis
from smartpick_desktop.ui.widgets.number_line_frame import Frame, make_frame, smallest_size
from smartpick_desktop.ui.widgets.number_line_marks import DrawingItem
from smartpick_desktop.ui.widgets.number_line_notes import Notes, lane_notes
from smartpick_desktop.ui.widgets.number_line_rows import (
    figures_of,
    row_box,
    row_figures,
    row_verdict,
)
from smartpick_desktop.ui.widgets.number_line_style import LineStyle
from smartpick_desktop.ui.widgets.number_line_title import RowTitle

_TITLE_OUTSET = 6
_USUAL_ROWS = 4


@dataclass(frozen=True, slots=True)
class _RowParts:
    """What one row is made of."""

    title: RowTitle
    box: DrawingItem
    figures: DrawingItem
    verdict: DrawingItem

    def show_row(self, row: LineRow, y: int, frame: Frame, style: LineStyle) -> None:
        """Draw `row` around `y`."""
        figures = figures_of(row)
        self.box.draw(row_box, figures, y, frame, style)
        self.figures.draw(row_figures, figures, y, frame, style)
        self.verdict.draw(
            row_verdict, row.state, row.verdict_words, row.distance_words, y, frame, style
        )
        half = min(frame.pitch // 2, style.length(23))
        self.title.setGeometry(QRect(0, y - half, frame.titles - style.length(4), 2 * half))
        self.title.show_row(row, style)
        self.title.show()

    def hide(self) -> None:
        """Show nothing until the next row is shown."""
        self.title.hide()
        for item in (self.box, self.figures, self.verdict):
            item.draw(_nothing)


class NumberLineChart(QWidget):
    """Draws a `NumberLine`; its items are made once a row, then only moved."""

    ACCESSIBLE_ROLE = QAccessible.Role.Chart

    row_clicked = Signal(str)  # key of the row the user put in focus

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()

        self._theme = theme
        self._style = LineStyle(theme)
        self._line: NumberLine | None = None
        self._frame: Frame | None = None
        self._rows: list[_RowParts] = []
        self._plot = _make_plot(self)
        self._strip = self._add_item(z=0)
        self._noise = self._add_item(z=2, moves=True)
        self._bands = self._add_item(z=3)
        self._axis = self._add_item(z=0)
        self._axis_names = self._add_item(z=0)
        self._anchor = self._add_item(z=4, moves=True)
        self._score = self._add_item(z=5, moves=True)
        self._notes = self._add_item(z=6)
        self._pass = self._add_item(z=6)
        self._hint = self._add_item(z=6)
        self._flag = self._add_item(z=8, moves=True)
        for _ in range(_USUAL_ROWS):
            self._add_row()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)

        self._recolor()
        theme.changed.connect(self._on_theme_changed)

    def line(self) -> NumberLine | None:
        """What is shown."""
        return self._line

    def show_line(self, line: NumberLine) -> None:
        """Draw `line`; only what differs from the line before is painted again."""
        self._line = line
        self.setAccessibleName(line.title)
        self.setAccessibleDescription(line.summary)
        self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._render()

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSizeHint().expandedTo(QSize(560, 300))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return smallest_size(self._line, self._style) if self._line else QSize()

    def _render(self) -> None:
        line = self._line
        if line is None:
            return
        frame = make_frame(line, self.size(), self._style)
        self._set_frame(frame)
        self._draw_around(line, frame)
        self._draw_score(line, frame)
        self._draw_rows(line, frame)

    def _draw_rows(self, line: NumberLine, frame: Frame) -> None:
        while len(self._rows) < len(line.rows):
            self._add_row()
        for parts, row, y in zip(self._rows, line.rows, frame.rows, strict=False):
            parts.show_row(row, y, frame, self._style)
            if row.in_focus:
                self.setFocusProxy(parts.title)
        for parts in self._rows[len(line.rows) :]:
            parts.hide()

    def _draw_around(self, line: NumberLine, frame: Frame) -> None:
        """What an edit of the score leaves alone."""
        style = self._style
        self._strip.draw(items.band_strip, line.bands, frame, style)
        self._bands.draw(items.band_words, line.bands, frame, style)
        self._anchor.draw(items.anchor_line, line.anchor, frame, style)
        self._notes.draw(lane_notes, _notes(line), frame, style)
        self._axis.draw(score_axis, line.ticks, frame, style)
        self._axis_names.draw(axis_names, frame, style)
        self._pass.draw(pass_tick, line.pass_mark, frame, style)

    def _draw_score(self, line: NumberLine, frame: Frame) -> None:
        style = self._style
        self._noise.draw(items.noise_band, line.score, line.noise, frame, style)
        self._score.draw(items.score_line, line.score, line.planned, frame, style)
        self._flag.draw(items.score_flag, line.score, line.noise, line.planned, frame, style)
        hint = self.tr("A score appears here as a line, with its noise")
        self._hint.draw(items.hint, hint if line.score is None else "", frame, style)

    def _set_frame(self, frame: Frame) -> None:
        if frame == self._frame:
            return
        if self._frame is None or frame.height != self._frame.height:
            self.updateGeometry()
        self._frame = frame
        self._plot.setRange(xRange=frame.x_range(), yRange=(0, frame.height), padding=0)

    def _add_item(self, *, z: float, moves: bool = False) -> DrawingItem:
        item = DrawingItem(z=z, moves=moves)
        self._plot.addItem(item, ignoreBounds=True)
        return item

    def _add_row(self) -> None:
        title = RowTitle(self)
        title.clicked.connect(self._on_title_clicked)
        box, figures = self._add_item(z=1), self._add_item(z=7)
        verdict = self._add_item(z=7, moves=True)  # its words change with the score
        self._rows.append(_RowParts(title, box, figures, verdict))

    def _recolor(self) -> None:
        self._plot.setBackground(self._theme.tokens.surface)

    def _on_theme_changed(self) -> None:
        self._style = LineStyle(self._theme)
        self._recolor()
        self.updateGeometry()
        self._render()

    def _on_title_clicked(self) -> None:
        title = self.sender()
        if isinstance(title, RowTitle):
            self.row_clicked.emit(title.key())


def _nothing() -> None:
    """What an unused row draws."""


def _notes(line: NumberLine) -> Notes:
    below = line.score is not None and line.anchor is not None and line.score < line.anchor.score
    return Notes(line.anchor, line.ghosts, score_is_below=below)


def _make_plot(parent: QWidget) -> Any:
    """A plot without anything of its own: no axes, no menu, no button, no zoom, no margins."""
    plot = load().PlotWidget(parent, enableMenu=False)
    item = plot.getPlotItem()
    for side in ("left", "right", "top", "bottom"):
        item.hideAxis(side)
    item.hideButtons()
    item.layout.setContentsMargins(0, 0, 0, 0)
    item.layout.setSpacing(0)
    plot.setMouseEnabled(x=False, y=False)
    plot.invertY()  # pixels count downwards
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return plot
