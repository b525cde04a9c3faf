"""A key, or keys pressed together, as on a keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.theme import Theme

_HEIGHT = 22
_PADDING = 7
_RADIUS = 5


class KeyCap(QWidget):
    """Draws one key text in a frame; screen readers hear it."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        width = QFontMetrics(self._font()).horizontalAdvance(self._keys) + 2 * _PADDING
        height = self._theme.length(_HEIGHT)
        return QSize(max(width, height), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.line2), 1))
        painter.setBrush(QColor(tokens.inset))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setFont(self._font())
        painter.setPen(QColor(tokens.ink2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._keys)

    def _font(self) -> QFont:
        return self._theme.font(Size.MICRO, Weight.MEDIUM)
