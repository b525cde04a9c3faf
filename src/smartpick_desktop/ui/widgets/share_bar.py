"""A thin bar for a part of a whole, beside the number it stands for."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartpick_desktop.ui.theme import Theme

_WIDTH, _HEIGHT = 36, 6
_LEAST = 3


class ShareBar(QWidget):
    """Decoration only: the number stands beside it, so it has no name of its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._color_name = "worth"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def set_share(self, share: float, color_name: str) -> None:
        """Show `share` of one, in the colour of a token."""
        self._share, self._color_name = share, color_name
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(_WIDTH), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._theme.tokens
        room = QRectF(self.rect())
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(room, _HEIGHT / 2, _HEIGHT / 2)
        if self._share > 0:
            filled = QRectF(room)
            filled.setWidth(max(_LEAST, room.width() * min(self._share, 1.0)))
            painter.setBrush(QColor(getattr(tokens, self._color_name)))
            painter.drawRoundedRect(filled, _HEIGHT / 2, _HEIGHT / 2)
