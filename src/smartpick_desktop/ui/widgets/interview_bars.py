"""How many interviews a list may bring: a bar for each number, the likely ones tinted."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartpick_desktop.ui.fonts import Size
from smartpick_desktop.ui.theme import Theme

_HEIGHT = 66
_AXIS_GAP = 4
_GAP = 2
_TAIL = 0.995  # numbers beyond are left out: hardly anybody has so many
_WIDEST = 22


class InterviewBars(QWidget):
    """Shows a distribution over 0, 1, 2, ...; `fewest` to `most` is its middle 80 %."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chances: tuple[float, ...] = ()
        self._fewest = self._most = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def show_distribution(self, chances: Sequence[float], fewest: int, most: int) -> None:
        """Show these chances of 0, 1, 2, ... interviews."""
        total, kept = 0.0, []
        for chance in chances:
            kept.append(chance)
            total += chance
            if total >= _TAIL and len(kept) > most:
                break
        self._chances, self._fewest, self._most = tuple(kept), fewest, most
        text = self.tr("Interviews: 8 of 10 lists like this bring {} to {}.")
        self.setAccessibleName(text.format(fewest, most))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(240), self._theme.length(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._chances:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Size.MICRO))
        metrics = QFontMetricsF(painter.font())
        floor = self.height() - metrics.height() - _AXIS_GAP
        step = min(self.width() / len(self._chances), self._theme.length(_WIDEST))
        self._paint_bars(painter, step, floor)
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.line2))
        painter.drawLine(QPointF(0, floor + 0.5), QPointF(step * len(self._chances), floor + 0.5))
        painter.setPen(QColor(tokens.ink3))
        free = 0.0
        for number in self._labels():
            text = str(number)
            left = step * (number + 0.5) - metrics.horizontalAdvance(text) / 2
            left = min(max(left, 0.0), self.width() - metrics.horizontalAdvance(text))
            if left >= free:
                place = QPointF(left, floor + _AXIS_GAP + metrics.ascent())
                painter.drawText(place, text)
                free = left + metrics.horizontalAdvance(text) + 4

    def _paint_bars(self, painter: QPainter, step: float, floor: float) -> None:
        tokens, highest = self._theme.tokens, max(self._chances)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, chance in enumerate(self._chances):
            high = max(chance / highest * (floor - 2), 1.0)
            inside = self._fewest <= number <= self._most
            painter.setBrush(QColor(tokens.accent if inside else tokens.line2))
            bar = QRectF(step * number, floor - high, max(step - _GAP, 1.0), high)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _labels(self) -> list[int]:
        last = len(self._chances) - 1
        return sorted({0, self._fewest, self._most, last})
