"""What the box and the diamond of the number line stand for."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.number_line_marks import Block, Mark, Shape
from smartpick_desktop.ui.widgets.number_line_style import LineStyle, rounded
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole


class LegendEntry(QWidget):
    """A sample of a mark with its meaning after it."""

    def __init__(self, sample: QWidget, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(sample)
        row.addWidget(TextLabel(text, TextRole.MICRO))


class BoxSample(QWidget):
    """A small box with its median."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(22), self._theme.length(11))

    def paintEvent(self, event: QPaintEvent) -> None:
        style = LineStyle(self._theme)
        box = rounded(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), style.length(3))
        middle = self.width() // 2 - 1
        _paint(
            self,
            Shape(box, QBrush(style.box), QPen(style.edge, 1)),
            Block(QRectF(middle, 0, 2, self.height()), style.median),
        )


class DiamondSample(QWidget):
    """A small hollow diamond."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(14), self._theme.length(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = QRectF(self.rect()).center()
        _paint(self, LineStyle(self._theme).diamond(middle.x(), middle.y()))


def _paint(widget: QWidget, *marks: Mark) -> None:
    painter = QPainter(widget)
    for mark in marks:
        mark.paint(painter)
