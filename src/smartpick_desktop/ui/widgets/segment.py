"""One part of a segmented control."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.icons import ICON_SIZE, pixmap
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import has_ring, note_focus, paint_ring

_RADIUS = 7
_ICON_GAP = 6
_COUNT_GAP = 7


class Segment(QAbstractButton):
    """An icon, a text and a number; raised while its choice is in force."""

    def __init__(self, theme: Theme, *, small: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = 24 if small else 30
        self._padding = 14 if small else 16
        self._icon = ""
        self._count = ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

        theme.changed.connect(self.updateGeometry)

    def show_choice(self, text: str, icon: str, count: str) -> None:
        """Show what the choice is."""
        self.setText(text)
        self._icon = icon
        self._count = count
        self.setAccessibleName(f"{text}, {count}" if count else text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        width = 2 * self._padding + self._content_width()
        return QSize(round(width + 0.5), self._theme.length(self._height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()  # the arrows are the control's

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
        self._paint_content(painter)

    def _font(self) -> QFont:
        return self._theme.font(Size.BODY, Weight.SEMIBOLD if self.isChecked() else Weight.MEDIUM)

    def _content_width(self) -> float:
        metrics = QFontMetricsF(self._theme.font(Size.BODY, Weight.SEMIBOLD))
        width = metrics.horizontalAdvance(self.text())
        if self._icon:
            width += self._theme.length(ICON_SIZE) + _ICON_GAP
        if self._count:
            width += _COUNT_GAP + metrics.horizontalAdvance(self._count)
        return width

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        box = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.line2), 1))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        elif self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.line2))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if has_ring(self):
            paint_ring(painter, box, _RADIUS, tokens.accent)

    def _paint_content(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        ink = tokens.ink if self.isChecked() else tokens.ink2
        if not self.isEnabled():
            ink = tokens.edge
        metrics = QFontMetricsF(self._font())
        count_width = _COUNT_GAP + metrics.horizontalAdvance(self._count) if self._count else 0
        side = self._theme.length(ICON_SIZE)
        icon_width = side + _ICON_GAP if self._icon else 0
        text_width = metrics.horizontalAdvance(self.text())
        x = (self.width() - icon_width - text_width - count_width) / 2
        if self._icon:
            icon_ink = tokens.accent if self.isChecked() else ink
            drawn = pixmap(self._icon, icon_ink, side, self.devicePixelRatioF())
            painter.drawPixmap(round(x), (self.height() - side) // 2, drawn)
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        line = QRectF(x + icon_width, 0, self.width(), self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, flags, self.text())
        if self._count:
            painter.drawText(line.translated(text_width + _COUNT_GAP, 0), flags, self._count)
