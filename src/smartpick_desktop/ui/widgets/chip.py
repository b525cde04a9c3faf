"""A pill for one thing out of several: a target specialty, a filter in force."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import has_ring, note_focus, paint_ring

_HEIGHT = 26
_PADDING = 11
_TILE_RADIUS = 6
_SIGN = 12
_SIGN_GAP = 6


class Chip(QAbstractButton):
    """Sends `clicked` and waits to be told whether it is selected; Delete and x remove."""

    remove_requested = Signal()

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        removable: bool = False,
        opens_menu: bool = False,
        tile: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = "x" if removable else "chevron-down" if opens_menu else ""
        self._removable = removable
        self._tile = tile
        self._over_sign = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(text)
        self.setMouseTracking(removable)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

        theme.changed.connect(self.updateGeometry)

    def selected(self) -> bool:
        """Whether it is shown as the one selected."""
        return self.isChecked()

    def set_selected(self, selected: bool) -> None:
        """Show it selected or not, silently."""
        self.setChecked(selected)

    def sizeHint(self) -> QSize:  # noqa: N802
        text = QFontMetricsF(self._theme.font(Size.CAPTION, Weight.SEMIBOLD))
        sign = _SIGN_GAP + self._sign_side() if self._sign else 0
        width = 2 * _PADDING + text.horizontalAdvance(self.text()) + sign
        return QSize(round(width + 0.5), self._theme.length(_HEIGHT))

    def nextCheckState(self) -> None:  # noqa: N802
        """Stay as it is: who listens to `clicked` decides."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._removable and self._sign_rect().contains(event.position()):
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isDown() or not self._removable:
            super().mouseReleaseEvent(event)
        elif self._sign_rect().contains(event.position()):
            self.remove_requested.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._removable and self._sign_rect().contains(event.position())
        if over != self._over_sign:
            self._over_sign = over
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_text(painter)

    def _font(self) -> QFont:
        weight = Weight.SEMIBOLD if self.isChecked() else Weight.MEDIUM
        return self._theme.font(Size.CAPTION, weight)

    def _sign_side(self) -> int:
        return self._theme.length(_SIGN)

    def _sign_rect(self) -> QRectF:
        width = _PADDING + self._sign_side() + _SIGN_GAP / 2
        return QRectF(self.width() - width, 0, width, self.height())

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        box = QRectF(self.rect())
        radius = _TILE_RADIUS if self._tile else box.height() / 2
        ground, edge = tokens.surface, tokens.line2
        if self.isChecked():
            ground, edge = tokens.accent_tint, tokens.box_focus
        elif self.underMouse():
            ground, edge = tokens.inset, tokens.edge
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, radius - 0.5, radius - 0.5)
        if has_ring(self):
            paint_ring(painter, box, radius, tokens.accent)

    def _paint_text(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        ink = tokens.accent_ink if self.isChecked() else tokens.ink2
        if not self.isEnabled():
            ink = tokens.edge
        sign = _SIGN_GAP + self._sign_side() if self._sign else 0
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        room = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING - sign, 0)
        text = QFontMetricsF(self._font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        side = Qt.AlignmentFlag.AlignLeft if sign else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(room.adjusted(-1, 0, 1, 0), Qt.AlignmentFlag.AlignVCenter | side, text)
        if sign:
            color = tokens.accent_ink if self._over_sign or self.isChecked() else tokens.ink3
            size = self._sign_side()
            drawn = pixmap(self._sign, color, size, self.devicePixelRatioF())
            x = self.width() - _PADDING - size + 2
            painter.drawPixmap(x, (self.height() - size) // 2, drawn)
