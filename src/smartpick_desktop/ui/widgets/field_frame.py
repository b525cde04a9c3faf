"""The frame of a field that paints itself."""

from enum import Enum
from typing import Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from smartpick_desktop.ui.tokens import Tokens

_RADIUS = 8


class FieldEdge(Enum):
    """What the edge of a field tells: the name of its token, and its width."""

    PROBLEM = ("needs", 2.0)
    FOCUS = ("accent", 2.0)
    DISABLED = ("line2", 1.0)
    AT_REST = ("edge", 1.0)

    @classmethod
    def of(cls, field: QWidget, *, problem: bool) -> Self:
        """The edge of `field` as it stands; a problem comes before the focus."""
        if problem:
            return cls.PROBLEM
        if field.hasFocus():
            return cls.FOCUS
        return cls.AT_REST if field.isEnabled() else cls.DISABLED


def paint_field(painter: QPainter, rect: QRectF, edge: FieldEdge, tokens: Tokens) -> None:
    """Draw ground and edge inside `rect`."""
    name, width = edge.value
    half, radius = width / 2, _RADIUS - width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(getattr(tokens, name)), width))
    painter.setBrush(QColor(tokens.inset if edge is FieldEdge.DISABLED else tokens.surface))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
