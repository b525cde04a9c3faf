"""A large button that explains itself: an icon, what it does, and a line about it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import has_ring, note_focus, paint_ring

_PADDING = 16
_DISC = 40
_ICON = 20
_GAP = 14
_LINE_GAP = 2
_RADIUS = 12
_ANY_HEIGHT = 1 << 12
_USUAL_WIDTH = 420


class ChoiceCard(QAbstractButton):
    """Grows downwards where its words need more than a line."""

    def __init__(
        self, theme: Theme, icon_name: str, text: str, about: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._about = about
        self.setText(text)
        self.setAccessibleDescription(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_USUAL_WIDTH, self.heightForWidth(_USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(_USUAL_WIDTH // 2, 2 * _PADDING + _DISC)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        text, about = self._heights(self._room(width))
        return max(text + _LINE_GAP + about, _DISC) + 2 * _PADDING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_signs(painter)
        self._paint_words(painter)

    def _room(self, width: int) -> int:
        return width - 2 * _PADDING - _DISC - 2 * _GAP - _ICON

    def _heights(self, room: int) -> tuple[int, int]:
        space, wrap = QRect(0, 0, max(room, 1), _ANY_HEIGHT), Qt.TextFlag.TextWordWrap
        title = QFontMetrics(self._theme.font(Size.TITLE, Weight.SEMIBOLD))
        body = QFontMetrics(self._theme.font(Size.BODY))
        return (
            title.boundingRect(space, wrap, self.text()).height(),
            body.boundingRect(space, wrap, self._about).height(),
        )

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        box = QRectF(self.rect())
        active = self.underMouse() or self.isDown()
        painter.setPen(QPen(QColor(tokens.edge if active else tokens.line), 1))
        painter.setBrush(QColor(tokens.inset if self.isDown() else tokens.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if has_ring(self):
            paint_ring(painter, box, _RADIUS, tokens.accent)

    def _paint_signs(self, painter: QPainter) -> None:
        tokens, dpr = self._theme.tokens, self.devicePixelRatioF()
        middle = self.height() / 2
        disc = QRectF(_PADDING, middle - _DISC / 2, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_tint))
        painter.drawEllipse(disc)
        inset = (_DISC - _ICON) // 2
        image = pixmap(self._icon_name, tokens.accent_ink, _ICON, dpr)
        painter.drawPixmap(_PADDING + inset, round(disc.top()) + inset, image)
        chevron = pixmap("chevron-right", tokens.ink3, _ICON, dpr)
        x = self.width() - _PADDING - _ICON + 2
        painter.drawPixmap(x, round(middle - _ICON / 2), chevron)

    def _paint_words(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        room = self._room(self.width())
        text, about = self._heights(room)
        top = (self.height() - text - _LINE_GAP - about) // 2
        left = _PADDING + _DISC + _GAP
        wrap = Qt.TextFlag.TextWordWrap
        painter.setFont(self._theme.font(Size.TITLE, Weight.SEMIBOLD))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(QRect(left, top, room, text), wrap, self.text())
        painter.setFont(self._theme.font(Size.BODY))
        painter.setPen(QColor(tokens.ink2))
        painter.drawText(QRect(left, top + text + _LINE_GAP, room, about), wrap, self._about)
