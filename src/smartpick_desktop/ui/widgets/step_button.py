"""The small chevrons that move a number by one."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from smartpick_desktop.ui.theme import Theme

_REACH = 4.0
_RISE = 2.0


class StepButton(QAbstractButton):
    """A chevron that repeats while held; the keyboard has the arrow keys instead."""

    def __init__(self, theme: Theme, *, upward: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rise = _RISE if upward else -_RISE
        self.setAutoRepeat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        color = tokens.line2
        if self.isEnabled():
            color = tokens.accent if self.underMouse() else tokens.edge
        centre = QPointF(self.width() / 2, self.height() / 2)
        chevron = QPolygonF(
            [
                centre + QPointF(-_REACH, self._rise),
                centre + QPointF(0, -self._rise),
                centre + QPointF(_REACH, self._rise),
            ]
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(color), 1.4, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(chevron)
