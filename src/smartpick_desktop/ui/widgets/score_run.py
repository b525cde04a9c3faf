"""A strip from 200 to 280: what the verdict and the range to match would be at each score."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
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
from smartpick_desktop.ui.widgets.glyph import paint_glyph
from smartpick_desktop.ui.widgets.reading_strip import ReadingStrip

_HEIGHT = 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 16, 22, 26
_BAND = 26
_GAP = 12
_SIGN = 12
_GRID = (0.0, 0.5, 1.0)


class ScoreRun(ReadingStrip):
    """The arrow keys or the mouse read it score by score; `marks` are the scenarios' scores."""

    score_read = Signal(object)  # int, or None when none is read any more

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Sensitivity | None = None
        self._marks: Mapping[str, int] = {}
        self.setAccessibleName(self.tr("Verdict and range by score"))
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
        self.read(None)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(480), self._theme.length(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Size.MICRO))
        if self._shown is not None:
            self._paint_stretches(painter, self._shown)
            self._paint_ranges(painter, self._shown)
            self._paint_marks(painter)
        self.paint_focus(painter)

    def positions(self) -> range:
        return range(LOWEST, HIGHEST + 1) if self._shown is not None else range(0)

    def start(self) -> int:
        return next(iter(self._marks.values()), LOWEST)

    def tell(self, at: int | None) -> None:
        self.score_read.emit(at)

    def area(self) -> QRectF:
        length = self._theme.length
        return self.rect().toRectF().adjusted(
            length(_LEFT), length(_TOP), -length(_RIGHT), -length(_BOTTOM)
        )  # fmt: skip

    def _paint_stretches(self, painter: QPainter, shown: Sensitivity) -> None:
        tokens, area = self._theme.tokens, self.area()
        high, metrics = self._theme.length(_BAND), QFontMetricsF(painter.font())
        tints = {"fine": tokens.fine_tint, "worth": tokens.worth_tint, "needs": tokens.needs_tint}
        for stretch in shown.stretches:
            left, right = self.place(stretch.first), self.place(min(stretch.last + 1, HIGHEST))
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
        area = self.area()
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
            left = self.place(score) - metrics.horizontalAdvance(text) / 2
            painter.drawText(QPointF(left, chart.bottom() + metrics.ascent() + 5), text)
        if len(shown.ranges) < 2:
            return
        tint = QColor(tokens.accent)
        tint.setAlphaF(0.22)
        first = shown.ranges[0]
        band = QPainterPath(QPointF(self.place(first.score), y(first.high)))
        line = QPainterPath(QPointF(self.place(first.score), y(first.middle)))
        for one in shown.ranges[1:]:
            band.lineTo(self.place(one.score), y(one.high))
            line.lineTo(self.place(one.score), y(one.middle))
        for one in reversed(shown.ranges):
            band.lineTo(self.place(one.score), y(one.low))
        painter.fillPath(band, tint)
        painter.setPen(QPen(QColor(tokens.accent), 1.8))
        painter.drawPath(line)

    def _paint_marks(self, painter: QPainter) -> None:
        tokens, area = self._theme.tokens, self.area()
        for score in self._marks.values():
            if LOWEST <= score <= HIGHEST:
                painter.setPen(QPen(QColor(tokens.ink), 1.4, Qt.PenStyle.DashLine))
                x = self.place(score)
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self._read is not None:
            painter.setPen(QPen(QColor(tokens.accent), 1.4))
            x = self.place(self._read)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
