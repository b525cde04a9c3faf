"""What stands in the place of the number line until its chart is loaded."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from smartpick_desktop.ui.theme import Theme

_STRIP = (0.24, 0.07, 0.56, 0.11)  # left, top, width and height, as shares of the whole
_BOXES = ((0.54, 0.16), (0.59, 0.13), (0.56, 0.15), (0.63, 0.10))


class NumberLineSkeleton(QWidget):
    """The outline of a number line, quiet and without a figure."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.inset))
        for left, top, width, height in _blocks():
            rect = QRectF(
                left * self.width(),
                top * self.height(),
                width * self.width(),
                height * self.height(),
            )
            painter.drawRoundedRect(rect, 4, 4)


def _blocks() -> list[tuple[float, float, float, float]]:
    blocks = [_STRIP]
    for row, (left, width) in enumerate(_BOXES):
        top = 0.36 + row * 0.14
        blocks += [(0.01, top, 0.14, 0.035), (left, top, width, 0.035), (0.84, top, 0.15, 0.035)]
    return blocks
