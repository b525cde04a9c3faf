"""The bands of a scheme side by side, low to high, each with its name and range."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.theme import Theme

_HEIGHT = 48
_GAP = 2
_RADIUS = 6
_PADDING = 6
_USUAL_WIDTH = 600
_ANY_HEIGHT = 1 << 12
_WEIGHTS = (Weight.SEMIBOLD, Weight.REGULAR)


class BandRamp(QWidget):
    """Draws bands of equal width; a name stands alone where it is the range."""

    def __init__(
        self, theme: Theme, bands: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bands = tuple(bands)
        spoken = (f"{name}, {reach}" if reach else name for name, reach in bands)
        self.setAccessibleName("; ".join(spoken))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_USUAL_WIDTH, self.heightForWidth(_USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(_PADDING * 10, self._theme.length(_HEIGHT))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        room = self._band_width(width) - 2 * _PADDING
        highest = max(sum(self._heights(band, room)) for band in self._bands)
        return max(highest + 2 * _PADDING, self._theme.length(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._band_width(self.width())
        ramp = self._theme.tokens.bands
        for at, band in enumerate(self._bands):
            box = QRectF(at * (width + _GAP), 0, width, self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ramp[min(at, len(ramp) - 1)]))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            self._paint_words(painter, box, band)

    def _band_width(self, width: int) -> float:
        return (width - _GAP * (len(self._bands) - 1)) / len(self._bands)

    def _heights(self, band: tuple[str, str], room: float) -> list[int]:
        space = QRect(0, 0, int(room), _ANY_HEIGHT)
        return [
            QFontMetrics(self._theme.font(Size.CAPTION, weight))
            .boundingRect(space, Qt.TextFlag.TextWordWrap, text)
            .height()
            for text, weight in zip(band, _WEIGHTS, strict=True)
            if text
        ]

    def _paint_words(self, painter: QPainter, box: QRectF, band: tuple[str, str]) -> None:
        room = box.width() - 2 * _PADDING
        heights = self._heights(band, room)
        y = box.center().y() - sum(heights) / 2
        painter.setPen(QColor(self._theme.tokens.ink))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        for text, weight, height in zip(band, _WEIGHTS, heights, strict=False):
            painter.setFont(self._theme.font(Size.CAPTION, weight))
            painter.drawText(QRectF(box.left() + _PADDING, y, room, height), int(flags), text)
            y += height
