"""A light panel over the window, below what opened it."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainterPath,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from smartpick_desktop.ui.widgets.card import Card, CardLook

_GAP = 6
_PADDING = 16
CARD_RADIUS = 12  # as the style sheet rounds cards


class Popover(QWidget):
    """Holds one widget on a card; Esc or a click elsewhere closes it."""

    closed = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            Qt.WindowType.Popup
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._cuts_corners = QGuiApplication.platformName() == "xcb"
        self._anchor: QWidget | None = None
        card = Card(CardLook.POPOVER, self)

        inside = QVBoxLayout(card)
        inside.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        inside.addWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card)

    def open_below(self, anchor: QWidget) -> None:
        """Open under `anchor`, or over it where the screen ends, and take the focus."""
        self._anchor = anchor
        self.adjustSize()
        self.move(self._place(anchor))
        self.show()
        self.focusNextChild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # An X server without a compositor paints what is translucent black.
        if self._cuts_corners:
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), CARD_RADIUS, CARD_RADIUS)
            self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def closeEvent(self, event: QCloseEvent) -> None:
        # Text still being typed becomes an edit when its field loses the focus for good; that a
        # popup goes is no such loss to Qt.
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._anchor is not None:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _place(self, anchor: QWidget) -> QPoint:
        screen = anchor.screen().availableGeometry()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + _GAP))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(anchor.mapToGlobal(QPoint(0, -_GAP)).y() - self.height())
        right = screen.right() - self.width()
        corner.setX(max(min(corner.x(), right), screen.left()))
        corner.setY(max(corner.y(), screen.top()))
        return corner
