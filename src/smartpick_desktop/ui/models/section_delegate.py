"""Draws a name of a list of sections, with how much a search found there."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import paint_ring

COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
_HEIGHT = 34
_PADDING = 12
_RADIUS = 7

_Index = QModelIndex | QPersistentModelIndex


class SectionDelegate(QStyledItemDelegate):
    """The section in sight lies on a tint; one without a hit steps back."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(80, self._theme.length(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = self._theme.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_open = bool(state & QStyle.StateFlag.State_Selected)
        count = str(index.data(COUNT_ROLE) or "")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(rect).adjusted(0, 1, 0, -1)
        if is_open or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.accent_tint if is_open else tokens.inset))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, box, _RADIUS, tokens.accent)
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        weight = Weight.SEMIBOLD if is_open else Weight.MEDIUM
        painter.setFont(self._theme.font(Size.BODY, weight))
        quiet = tokens.ink3 if count == "0" else tokens.ink2
        painter.setPen(QColor(tokens.accent_ink if is_open else quiet))
        self._paint_words(painter, room, str(index.data()), count)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, name: str, count: str) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, count)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(count))
        text = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, text)
