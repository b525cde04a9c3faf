"""The ring around a control that the keyboard has reached; clicks draw none."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_STILL_THERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_WIDTH = 2.0


def note_focus(widget: QWidget, event: QFocusEvent) -> None:
    """Keep the property `key_focus`, which the style sheet and `has_ring` go by."""
    if event.reason() in _STILL_THERE:
        return
    ringed = event.gotFocus() and event.reason() in _BY_KEYBOARD
    if ringed != has_ring(widget):
        widget.setProperty("key_focus", ringed)
        widget.style().polish(widget)
        widget.update()


def has_ring(widget: QWidget) -> bool:
    """Whether the keyboard has reached `widget`."""
    return bool(widget.property("key_focus"))


def paint_ring(painter: QPainter, rect: QRectF, radius: float, color: str) -> None:
    """Draw the ring just inside `rect`."""
    painter.setPen(QPen(QColor(color), _WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(_WIDTH / 2, _WIDTH / 2, -_WIDTH / 2, -_WIDTH / 2)
    painter.drawRoundedRect(inner, radius - _WIDTH / 2, radius - _WIDTH / 2)
