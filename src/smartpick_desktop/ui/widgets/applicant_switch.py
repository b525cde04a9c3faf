"""The applicant switcher: who is open, as a card that opens a menu."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import has_ring, note_focus, paint_ring

_HEIGHT = 52
_DISC = 32
_ICON = 16
_RADIUS = 9
_TEXT_LEFT = 53


class ApplicantSwitch(QAbstractButton):
    """Shows code (or name) and kind of the applicant; a click asks for the menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._caption = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_applicant(self, title: str, caption: str) -> None:
        """Show who is open."""
        if (title, caption) == (self._title, self._caption):
            return
        self._title, self._caption = title, caption
        self.setAccessibleName(self.tr("Applicant {}, {}").format(title, caption))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(180, self._theme.length(_HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tokens.edge if self.underMouse() else tokens.line2), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        disc = QRectF(11, (self.height() - _DISC) / 2, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_tint))
        painter.drawEllipse(disc)
        self._paint_icon(painter, "user", tokens.accent_ink, disc.center().x())
        self._paint_icon(painter, "chevron-down", tokens.ink3, self.width() - 19)
        self._paint_text(painter)
        if has_ring(self):
            paint_ring(painter, box, _RADIUS, tokens.accent)

    def _paint_icon(self, painter: QPainter, name: str, color: str, middle: float) -> None:
        image = pixmap(name, color, _ICON, self.devicePixelRatioF())
        top = (self.height() - _ICON) / 2
        painter.drawPixmap(QRectF(middle - _ICON / 2, top, _ICON, _ICON).toRect(), image)

    def _paint_text(self, painter: QPainter) -> None:
        theme, tokens = self._theme, self._theme.tokens
        width = self.width() - _TEXT_LEFT - 32
        title, caption = theme.font(Size.TITLE, Weight.SEMIBOLD), theme.font(Size.MICRO)
        heights = QFontMetrics(title).height(), QFontMetrics(caption).height()
        top = (self.height() - sum(heights)) // 2
        for text, font, color, height in (
            (self._title, title, tokens.ink, heights[0]),
            (self._caption, caption, tokens.ink3, heights[1]),
        ):
            painter.setFont(font)
            painter.setPen(QColor(color))
            fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(
                QRect(_TEXT_LEFT, top, width, height), Qt.AlignmentFlag.AlignVCenter, fitting
            )
            top += height
