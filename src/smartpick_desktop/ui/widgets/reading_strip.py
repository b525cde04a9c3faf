"""A drawing that is read position by position, with the arrow keys or the mouse."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import has_ring, note_focus, paint_ring

_RADIUS = 6
_FAR = 10**6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
}


class ReadingStrip(QWidget):
    """Its makers say what positions there are, where reading begins, and tell what was read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._read: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def positions(self) -> range:
        """The positions that can be read, from left to right; empty: there is nothing to read."""
        raise NotImplementedError

    def start(self) -> int:
        """The position from which the first key steps."""
        raise NotImplementedError

    def area(self) -> QRectF:
        """Where the first position is at the left edge and the last at the right."""
        raise NotImplementedError

    def tell(self, at: int | None) -> None:
        """Tell what is read now; None when nothing is any more."""
        raise NotImplementedError

    def place(self, at: float) -> float:
        """The pixel of a position."""
        area, positions = self.area(), self.positions()
        first, last = (positions[0], positions[-1]) if positions else (0, 0)
        return area.left() + area.width() * (at - first) / max(last - first, 1)

    def read(self, at: int | None) -> None:
        """Read a position, held within those there are, or none."""
        positions = self.positions()
        if at is not None:
            at = min(max(at, positions[0]), positions[-1]) if positions else None
        if at != self._read:
            self._read = at
            self.tell(at)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.positions():
            super().keyPressEvent(event)
        else:
            self.read((self.start() if self._read is None else self._read) + step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area, positions = self.area(), self.positions()
        if positions:
            share = (event.position().x() - area.left()) / max(area.width(), 1.0)
            self.read(round(positions[0] + share * (positions[-1] - positions[0])))

    def leaveEvent(self, event: QEvent) -> None:
        self.read(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        note_focus(self, event)
        self.read(None)

    def paint_focus(self, painter: QPainter) -> None:
        """Draw the ring where the keyboard is here."""
        if has_ring(self):
            ring = self.rect().toRectF().adjusted(1, 1, -1, -1)
            paint_ring(painter, ring, _RADIUS, self._theme.tokens.accent)
