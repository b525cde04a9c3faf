"""The chance to match over the number of programs, with what so many cost under it."""

from collections.abc import Sequence

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

from smartpick_desktop.core.outlook.results import CurvePoint
from smartpick_desktop.ui.fonts import Size
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.reading_strip import ReadingStrip

_HEIGHT = 148
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 10, 8, 36
_DOT = 4.5
_GRID = (0.0, 0.5, 1.0)


class OutlookCurve(ReadingStrip):
    """Shows points of 0, 1, 2, ... programs; the arrow keys or the mouse read them one by one."""

    point_read = Signal(object)  # CurvePoint, or None when none is read any more

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._points: tuple[CurvePoint, ...] = ()
        self._here = 0
        self._step_at: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def show_points(self, points: Sequence[CurvePoint], here: int) -> None:
        """Show these points; the list at hand has `here` programs."""
        self._points, self._here = tuple(points), here
        self._step_at = self._find_step()
        self.read(None)
        text = self.tr("Range to match by number of programs, {} at most. Arrow keys read it.")
        self.setAccessibleName(text.format(len(points) - 1))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(240), self._theme.length(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Size.MICRO))
        area = self.area()
        self._paint_grid(painter, area)
        if len(self._points) > 1:
            self._paint_fees(painter, area)
            self._paint_curve(painter, area)
        self.paint_focus(painter)

    def positions(self) -> range:
        return range(len(self._points))

    def start(self) -> int:
        return self._here

    def tell(self, at: int | None) -> None:
        self.point_read.emit(None if at is None else self._points[at])

    def area(self) -> QRectF:
        length = self._theme.length
        return self.rect().toRectF().adjusted(
            length(_LEFT), length(_TOP), -length(_RIGHT), -length(_BOTTOM)
        )  # fmt: skip

    @staticmethod
    def _y(area: QRectF, chance: float) -> float:
        return area.bottom() - area.height() * chance

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        tokens, metrics = self._theme.tokens, QFontMetricsF(painter.font())
        for part in _GRID:
            y = self._y(area, part)
            painter.setPen(QColor(tokens.line))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(tokens.ink3))
            text = f"{round(part * 100)} %"
            left = area.left() - metrics.horizontalAdvance(text) - 6
            painter.drawText(QPointF(left, y + metrics.ascent() / 2 - 1), text)
        last = len(self._points) - 1
        if last < 1:
            return
        every = next(step for step in (5, 10, 20, 50, 100, 1000) if last / step <= 7)
        line = area.bottom() + metrics.ascent() + 4
        for count in range(0, last + 1, every):
            text = str(count)
            half = metrics.horizontalAdvance(text) / 2
            painter.drawText(QPointF(self.place(count) - half, line), text)

    def _paint_fees(self, painter: QPainter, area: QRectF) -> None:
        """A dashed line where programs begin to cost more, and the price on both sides."""
        tokens, metrics = self._theme.tokens, QFontMetricsF(painter.font())
        line = area.bottom() + metrics.ascent() + metrics.height() + 5
        painter.setPen(QColor(tokens.ink3))
        first, last = self._price(1), self._price(len(self._points) - 1)
        if self._step_at is None:
            if first:
                painter.drawText(QPointF(area.left(), line), self.tr("${} each").format(first))
            return
        x = self.place(self._step_at)
        painter.setPen(QPen(QColor(tokens.edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, line - metrics.ascent()))
        painter.setPen(QColor(tokens.ink3))
        before = self.tr("${} each").format(first)
        after = self.tr("${} each").format(last)
        room = area.right() - x
        painter.drawText(QPointF(x - metrics.horizontalAdvance(before) - 6, line), before)
        if room > metrics.horizontalAdvance(after):
            painter.drawText(QPointF(x + 6, line), after)

    def _paint_curve(self, painter: QPainter, area: QRectF) -> None:
        tokens = self._theme.tokens
        tint = QColor(tokens.accent)
        tint.setAlphaF(0.22)
        band = QPainterPath(QPointF(self.place(0), self._y(area, self._points[0].high)))
        for point in self._points:
            band.lineTo(self.place(point.count), self._y(area, point.high))
        for point in reversed(self._points):
            band.lineTo(self.place(point.count), self._y(area, point.low))
        painter.fillPath(band, tint)
        line = QPainterPath(QPointF(self.place(0), self._y(area, self._points[0].middle)))
        for point in self._points:
            line.lineTo(self.place(point.count), self._y(area, point.middle))
        painter.setPen(QPen(QColor(tokens.accent), 1.8))
        painter.drawPath(line)
        self._paint_dot(painter, area, self._here, filled=True)
        if self._read is not None:
            self._paint_dot(painter, area, self._read, filled=False)

    def _paint_dot(self, painter: QPainter, area: QRectF, at: int, *, filled: bool) -> None:
        tokens = self._theme.tokens
        point = self._points[min(at, len(self._points) - 1)]
        painter.setPen(QPen(QColor(tokens.surface if filled else tokens.accent), 2))
        painter.setBrush(QColor(tokens.accent if filled else tokens.surface))
        place = QPointF(self.place(point.count), self._y(area, point.middle))
        painter.drawEllipse(place, _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _price(self, count: int) -> int:
        """What the program of that number costs."""
        if not 0 < count < len(self._points):
            return 0
        return self._points[count].dollars - self._points[count - 1].dollars

    def _find_step(self) -> int | None:
        """The number of programs after which each costs more."""
        for count in range(2, len(self._points)):
            if self._price(count) > self._price(count - 1):
                return count - 1
        return None
