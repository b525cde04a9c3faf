"""A strip from 200 to 280: what the verdict and the range to match would be at each score."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartpick_desktop.core.sensitivity import HIGHEST, LOWEST, Sensitivity, Stretch
from smartpick_desktop.ui.fonts import Size
from smartpick_desktop.ui.state_glyphs import glyph_of
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import has_ring, note_focus, paint_ring
from smartpick_desktop.ui.widgets.glyph import paint_glyph

_HEIGHT = 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 16, 22, 26
_BAND = 26
_GAP = 12
_SIGN = 12
_RADIUS = 6
_GRID = (0.0, 0.5, 1.0)


class ScoreRun(QWidget):
    """The arrow keys or the mouse read it score by score; `marks` are the scenarios' scores."""

    score_read = Signal(object)  # int, or None when none is read any more

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Sensitivity | None = None
        self._marks: Mapping[str, int] = {}
        self._read: int | None = None
        self.setAccessibleName(self.tr("Verdict and range by score"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(theme.length(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

        theme.changed.connect(self.update)

    def show_run(self, shown: Sensitivity | None, marks: Mapping[str, int]) -> None:
        """Show this, with a line at each score of `marks`, by name of the scenario."""
        self._shown, self._marks = shown, marks
        edges = ", ".join(str(edge) for edge in shown.edges) if shown else ""
        text = self.tr(
            "Verdict and range by score, 200 to 280. It changes at {}. Arrow keys read it."
        )
        self.setAccessibleName(text.format(edges or self.tr("no score")))
        self._set_read(None)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(480), self._theme.length(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10,
                 Qt.Key.Key_PageDown: 10, Qt.Key.Key_Home: -200, Qt.Key.Key_End: 200}  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._shown is None:
            super().keyPressEvent(event)
            return
        start = next(iter(self._marks.values()), LOWEST) if self._read is None else self._read
        self._set_read(min(max(start + step, LOWEST), HIGHEST))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area = self._area()
        share = (event.position().x() - area.left()) / max(area.width(), 1.0)
        score = round(LOWEST + share * (HIGHEST - LOWEST))
        self._set_read(min(max(score, LOWEST), HIGHEST))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_read(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        note_focus(self, event)
        self._set_read(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Size.MICRO))
        if self._shown is not None:
            self._paint_stretches(painter, self._shown)
            self._paint_ranges(painter, self._shown)
            self._paint_marks(painter)
        if has_ring(self):
            ring = self.rect().toRectF().adjusted(1, 1, -1, -1)
            paint_ring(painter, ring, _RADIUS, self._theme.tokens.accent)

    def _area(self) -> QRectF:
        length = self._theme.length
        return self.rect().toRectF().adjusted(
            length(_LEFT), length(_TOP), -length(_RIGHT), -length(_BOTTOM)
        )  # fmt: skip

    def _x(self, score: float) -> float:
        area = self._area()
        return area.left() + area.width() * (score - LOWEST) / (HIGHEST - LOWEST)

    def _paint_stretches(self, painter: QPainter, shown: Sensitivity) -> None:
        tokens, area = self._theme.tokens, self._area()
        high, metrics = self._theme.length(_BAND), QFontMetricsF(painter.font())
        tints = {"fine": tokens.fine_tint, "worth": tokens.worth_tint, "needs": tokens.needs_tint}
        for stretch in shown.stretches:
            left, right = self._x(stretch.first), self._x(min(stretch.last + 1, HIGHEST))
            bar = QRectF(left, area.top(), max(right - left - 2, 1), high)
            kind = glyph_of(stretch.state)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tints.get(str(kind.value), tokens.inset)))
            painter.drawRoundedRect(bar, 4, 4)
            self._paint_words(painter, bar, stretch)
            if stretch.first > LOWEST:
                painter.setPen(QColor(tokens.ink2))
                text = str(stretch.first)
                place = left - metrics.horizontalAdvance(text) / 2
                painter.drawText(QPointF(place, area.top() - 5), text)

    def _paint_words(self, painter: QPainter, bar: QRectF, stretch: Stretch) -> None:
        sign = self._theme.length(_SIGN)
        metrics = QFontMetricsF(painter.font())
        words = "" if stretch.impact is None else self.tr("impact {}").format(stretch.impact)
        width = sign + 5 + metrics.horizontalAdvance(words)
        if bar.width() < sign + 4:
            return
        fits = bar.width() > width + 8
        left = bar.center().x() - (width if fits else sign) / 2
        place = QRectF(left, bar.center().y() - sign / 2, sign, sign)
        paint_glyph(painter, place, glyph_of(stretch.state), self._theme.tokens)
        if fits:
            painter.setPen(QColor(self._theme.tokens.ink2))
            line = bar.adjusted(left - bar.left() + sign + 5, 0, 0, 0)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    def _chart(self) -> QRectF:
        area = self._area()
        return area.adjusted(0, self._theme.length(_BAND) + self._theme.length(_GAP), 0, 0)

    def _paint_ranges(self, painter: QPainter, shown: Sensitivity) -> None:
        tokens, chart = self._theme.tokens, self._chart()
        metrics = QFontMetricsF(painter.font())

        def y(chance: float) -> float:
            return chart.bottom() - chart.height() * chance

        for part in _GRID:
            painter.setPen(QColor(tokens.line))
            painter.drawLine(QPointF(chart.left(), y(part)), QPointF(chart.right(), y(part)))
            text = f"{round(part * 100)} %"
            painter.setPen(QColor(tokens.ink3))
            left = chart.left() - metrics.horizontalAdvance(text) - 6
            painter.drawText(QPointF(left, y(part) + metrics.ascent() / 2 - 1), text)
        for score in range(LOWEST, HIGHEST + 1, 10):
            text = str(score)
            left = self._x(score) - metrics.horizontalAdvance(text) / 2
            painter.drawText(QPointF(left, chart.bottom() + metrics.ascent() + 5), text)
        if len(shown.ranges) < 2:
            return
        tint = QColor(tokens.accent)
        tint.setAlphaF(0.22)
        first = shown.ranges[0]
        band = QPainterPath(QPointF(self._x(first.score), y(first.high)))
        line = QPainterPath(QPointF(self._x(first.score), y(first.middle)))
        for one in shown.ranges[1:]:
            band.lineTo(self._x(one.score), y(one.high))
            line.lineTo(self._x(one.score), y(one.middle))
        for one in reversed(shown.ranges):
            band.lineTo(self._x(one.score), y(one.low))
        painter.fillPath(band, tint)
        painter.setPen(QPen(QColor(tokens.accent), 1.8))
        painter.drawPath(line)

    def _paint_marks(self, painter: QPainter) -> None:
        tokens, area = self._theme.tokens, self._area()
        for score in self._marks.values():
            if LOWEST <= score <= HIGHEST:
                painter.setPen(QPen(QColor(tokens.ink), 1.4, Qt.PenStyle.DashLine))
                x = self._x(score)
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self._read is not None:
            painter.setPen(QPen(QColor(tokens.accent), 1.4))
            x = self._x(self._read)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _set_read(self, score: int | None) -> None:
        if score != self._read:
            self._read = score
            self.score_read.emit(score)
            self.update()
