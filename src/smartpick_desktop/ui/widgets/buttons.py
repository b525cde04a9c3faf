"""Push buttons: the one main action of a place, and the others."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import has_ring, note_focus, paint_ring
from smartpick_desktop.ui.widgets.icon_binding import IconBinding

ICON_GAP = 3
"""Pixels between icon and text beyond those the style leaves."""
_RADIUS = 7


class PushButton(QPushButton):
    """A push button that shows a ring when the keyboard reaches it."""

    def __init__(self, text: str, kind: str = "secondary", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and not isinstance(self.window(), QDialog):  # a dialog has its own Enter
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("kind") == "primary" and has_ring(self):
            inner = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, inner, _RADIUS - 2, self.palette().buttonText().color().name())


def primary_button(
    text: str, theme: Theme, icon_name: str = "", parent: QWidget | None = None
) -> PushButton:
    """The filled button of a place's main action."""
    button = PushButton(text, "primary", parent)
    if icon_name:
        IconBinding(button, theme, icon_name, "on_accent", gap=ICON_GAP)
    return button


def secondary_button(
    text: str, theme: Theme, icon_name: str = "", parent: QWidget | None = None
) -> PushButton:
    """The outlined button of every other action."""
    button = PushButton(text, "secondary", parent)
    if icon_name:
        IconBinding(button, theme, icon_name, "ink", gap=ICON_GAP)
    return button
