"""How the cells of a sheet are drawn: signs, then words; what is set apart on a tint."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from smartpick_desktop.core.sheets import Cell
from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.models.sheet_table_model import CELL_ROLE
from smartpick_desktop.ui.state_glyphs import glyph_of
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import paint_ring
from smartpick_desktop.ui.widgets.glyph import paint_glyph

PADDING = 8
ROW_HEIGHT = 32
GLYPH = 14
GLYPH_GAP = 8
_RADIUS = 6

_Index = QModelIndex | QPersistentModelIndex


def column_room(rect: QRect, alignment: Qt.AlignmentFlag) -> QRect:
    """What a cell leaves for its content: numbers stay farther from the next column's words."""
    is_number = bool(alignment & Qt.AlignmentFlag.AlignRight)
    return rect.adjusted(PADDING, 0, -2 * PADDING if is_number else -PADDING, -1)


class SheetDelegate(QStyledItemDelegate):
    """Draws cells; the first column names the row and is heavier."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        cell: Cell = index.data(CELL_ROLE)
        words = QFontMetrics(self._font(index)).horizontalAdvance(cell.text)
        signs = len(cell.states) * (GLYPH + GLYPH_GAP)
        return QSize(words + signs + 3 * PADDING, self._theme.length(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: Cell = index.data(CELL_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state)
        if cell.is_marked:
            self._paint_mark(painter, rect, cell, index)
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        room = column_room(rect, alignment)
        room.setLeft(self._paint_signs(painter, room, cell))
        self._paint_text(painter, room, cell, index)
        if state & QStyle.StateFlag.State_HasFocus:
            ring = QRectF(rect).adjusted(1, 1, -1, -2)
            paint_ring(painter, ring, _RADIUS, self._theme.tokens.accent)
        painter.restore()

    def _font(self, index: _Index) -> QFont:
        return self._theme.font(Size.BODY, Weight.REGULAR if index.column() else Weight.MEDIUM)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_tint))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, QColor(tokens.line))

    def _paint_mark(self, painter: QPainter, rect: QRect, cell: Cell, index: _Index) -> None:
        width = self.sizeHint(QStyleOptionViewItem(), index).width() - (
            PADDING if cell.text else 2 * PADDING
        )
        plate = QRectF(rect.left(), rect.top() + 4, min(width, rect.width()), rect.height() - 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.worth_tint))
        painter.drawRoundedRect(plate, _RADIUS, _RADIUS)

    def _paint_signs(self, painter: QPainter, room: QRect, cell: Cell) -> int:
        x = room.left()
        for state in cell.states:
            place = QRectF(x, room.center().y() - GLYPH / 2 + 0.5, GLYPH, GLYPH)
            paint_glyph(painter, place, glyph_of(state), self._theme.tokens)
            x += GLYPH + GLYPH_GAP
        return x

    def _paint_text(self, painter: QPainter, room: QRect, cell: Cell, index: _Index) -> None:
        tokens = self._theme.tokens
        ink = tokens.worth_ink if cell.is_marked else tokens.ink
        painter.setFont(self._font(index))
        painter.setPen(QColor(tokens.ink3 if cell.is_quiet else ink))
        text = QFontMetrics(painter.font()).elidedText(
            cell.text, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), text)
