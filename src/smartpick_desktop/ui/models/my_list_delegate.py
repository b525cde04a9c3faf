"""How a line of the program list is drawn: mark, name, state, and a cross that removes it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.models.my_list_model import LIST_ROW_ROLE, ListRow
from smartpick_desktop.ui.models.program_delegates import paint_signal_mark
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.glyph import Glyph, paint_glyph

_Index = QModelIndex | QPersistentModelIndex

_HEIGHT = 28
_MARK = 11
_NUMBER = 18
_TEXT_LEFT = 42
_CROSS = 12
_CROSS_ROOM = 24
_RADIUS = 6
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class MyListDelegate(QStyledItemDelegate):
    """Draws headings and programs; a click on the cross asks for the program's removal."""

    remove_requested = Signal(str)  # program id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(0, self._theme.length(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ListRow = index.data(LIST_ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.program_id:
            self._paint_program(painter, option, row)
        else:
            painter.setFont(self._theme.font(Size.CAPTION, Weight.MEDIUM))
            painter.setPen(QColor(self._theme.tokens.ink3))
            painter.drawText(option.rect, _MIDDLE, row.text)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent):
            row: ListRow = index.data(LIST_ROW_ROLE)
            if row.program_id and _cross_room(option.rect).contains(event.position().toPoint()):
                self.remove_requested.emit(row.program_id)
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_program(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ListRow
    ) -> None:
        tokens, rect = self._theme.tokens, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_tint))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setFont(self._theme.font(Size.MICRO))
        painter.setPen(QColor(tokens.ink3))
        number = QRect(rect.left(), rect.top(), _NUMBER, rect.height())
        painter.drawText(number, _MIDDLE | Qt.AlignmentFlag.AlignRight, str(row.number))
        top = rect.center().y() - _MARK / 2 + 1
        kind = Glyph(row.bucket.value) if row.bucket else Glyph.UNRATED
        left = rect.left() + _NUMBER + 6
        paint_glyph(painter, QRectF(left, top, _MARK, _MARK), kind, tokens)
        right = _cross_room(rect).left()
        if row.signal is not SignalTier.NONE:
            square = QRectF(right - _MARK - 2, top, _MARK, _MARK)
            paint_signal_mark(painter, square, row.signal, tokens)
        right -= _MARK + 8  # room for the signal, so that the states stand in a line
        self._paint_words(painter, rect.adjusted(_TEXT_LEFT, 0, right - rect.right() - 1, 0), row)
        self._paint_cross(painter, option)

    def _paint_words(self, painter: QPainter, room: QRect, row: ListRow) -> None:
        tokens = self._theme.tokens
        place_font = self._theme.font(Size.CAPTION)
        place_width = QFontMetrics(place_font).horizontalAdvance(row.place)
        font = QFont(self._theme.font(Size.BODY))
        font.setItalic(not row.is_known)
        left = room.width() - place_width - 8
        name = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, left)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink if row.is_known else tokens.ink3))
        painter.drawText(room, _MIDDLE, name)
        painter.setFont(place_font)
        painter.setPen(QColor(tokens.ink3))
        painter.drawText(room, _MIDDLE | Qt.AlignmentFlag.AlignRight, row.place)

    def _paint_cross(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        over = option.state & QStyle.StateFlag.State_MouseOver
        color = self._theme.tokens.ink2 if over else self._theme.tokens.edge
        middle = QRectF(_cross_room(option.rect)).center()
        cross = pixmap("x", color, _CROSS, painter.device().devicePixelRatio())
        painter.drawPixmap(middle - QPointF(_CROSS / 2, _CROSS / 2), cross)


def _cross_room(rect: QRect) -> QRect:
    return QRect(rect.right() - _CROSS_ROOM + 1, rect.top(), _CROSS_ROOM, rect.height())
