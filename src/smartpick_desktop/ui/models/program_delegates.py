"""How cells of the program table are drawn: box, mark and word, text by its weight."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from smartpick_desktop.core.fill_history import FillHistory
from smartpick_desktop.core.program_list import Bucket, SignalTier
from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.models.fill_line import paint_fill_line
from smartpick_desktop.ui.models.program_columns import CELL_ROLE, COLUMNS, Cell, Column
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.tokens import Tokens
from smartpick_desktop.ui.widgets.glyph import Glyph, paint_glyph

_Index = QModelIndex | QPersistentModelIndex

PADDING = 8
_BOX = 18
_BOX_RADIUS = 5.5
_CHECK = 12
_MARK = 12
_MARK_GAP = 6
_FOCUS_BAR = 3
_NUMBER = 30  # room for the number of positions, right of its line
_LINE_TOP = 10


class ProgramDelegate(QStyledItemDelegate):
    """Draws every column; a row that is on the list has its name in a heavier weight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(self._theme.length(60), self._theme.length(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: Cell = index.data(CELL_ROLE)
        column = COLUMNS[index.column()]
        self._paint_ground(painter, option, index)
        room = option.rect.adjusted(PADDING, 0, -PADDING, -1)
        match column:
            case Column.LISTED:
                self._paint_box(painter, room, checked=cell.is_listed)
            case Column.SIGNAL if cell.signal is not None:
                self._paint_signal(painter, room, cell, cell.signal)
            case Column.BUCKET if cell.bucket is not None:
                self._paint_bucket(painter, room, cell, cell.bucket)
            case Column.POSITIONS if cell.history is not None:
                self._paint_positions(painter, room, cell, cell.history)
            case _:
                self._paint_text(painter, room, column, cell)

    def _paint_bucket(self, painter: QPainter, room: QRect, cell: Cell, bucket: Bucket) -> None:
        square = QRectF(room.left(), room.center().y() - _MARK / 2 + 0.5, _MARK, _MARK)
        paint_glyph(painter, square, Glyph(bucket.value), self._theme.tokens)
        inner = room.adjusted(_MARK + _MARK_GAP, 0, 0, 0)
        self._paint_text(painter, inner, Column.BUCKET, cell)

    def _paint_positions(
        self, painter: QPainter, room: QRect, cell: Cell, history: FillHistory
    ) -> None:
        number = self._theme.length(_NUMBER)
        line = QRectF(room.adjusted(0, _LINE_TOP, -number, -_LINE_TOP))
        paint_fill_line(painter, line, history, self._theme.tokens)
        self._paint_text(painter, room, Column.POSITIONS, cell)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        tokens = self._theme.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_tint))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
        if index.column() == Column.LISTED and _is_focus_row(option, index):
            bar = QRect(rect.left(), rect.top(), _FOCUS_BAR, rect.height() - 1)
            painter.fillRect(bar, QColor(tokens.accent))

    def _paint_box(self, painter: QPainter, room: QRect, *, checked: bool) -> None:
        tokens = self._theme.tokens
        side = self._theme.length(_BOX)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(room).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if checked else tokens.edge), 1.2))
        painter.setBrush(QColor(tokens.accent if checked else tokens.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _BOX_RADIUS, _BOX_RADIUS)
        if checked:
            drawn = pixmap("check", tokens.on_accent, _CHECK, painter.device().devicePixelRatio())
            corner = box.center() - QPointF(_CHECK / 2, _CHECK / 2)
            painter.drawPixmap(corner, drawn)
        painter.restore()

    def _paint_signal(self, painter: QPainter, room: QRect, cell: Cell, tier: SignalTier) -> None:
        if tier is not SignalTier.NONE:
            square = QRectF(room.left(), room.center().y() - _MARK / 2 + 0.5, _MARK, _MARK)
            paint_signal_mark(painter, square, tier, self._theme.tokens)
            room = room.adjusted(_MARK + _MARK_GAP, 0, 0, 0)
        self._paint_text(painter, room, Column.SIGNAL, cell)

    def _paint_text(self, painter: QPainter, room: QRect, column: Column, cell: Cell) -> None:
        font, color = self._look(column, cell)
        painter.setFont(font)
        painter.setPen(QColor(color))
        text = painter.fontMetrics().elidedText(
            cell.text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, column.alignment, text)

    def _look(self, column: Column, cell: Cell) -> tuple[QFont, str]:
        tokens = self._theme.tokens
        if cell.is_unknown:
            font = QFont(self._theme.font(Size.BODY))
            font.setItalic(True)
            return font, tokens.ink3
        if column is Column.NAME:
            weight = Weight.SEMIBOLD if cell.is_listed else Weight.REGULAR
            return self._theme.font(Size.BODY, weight), tokens.ink
        if cell.is_stale:
            font = QFont(self._theme.font(Size.BODY))
            font.setItalic(True)
            return font, tokens.ink2
        if column is Column.NEXT_FEE and cell.is_listed:
            return self._theme.font(Size.CAPTION), tokens.ink3
        if column is Column.SIGNAL and cell.signal is SignalTier.NONE:
            return self._theme.font(Size.BODY), tokens.ink3
        return self._theme.font(Size.BODY), tokens.ink2


def paint_signal_mark(painter: QPainter, square: QRectF, tier: SignalTier, tokens: Tokens) -> None:
    """Draw the mark of a placed signal; the word beside it says the same."""
    kind = Glyph.SILVER if tier is SignalTier.SILVER else Glyph.GOLD
    color = tokens.accent if tier is SignalTier.SINGLE else ""
    paint_glyph(painter, square, kind, tokens, color=color)


def _is_focus_row(option: QStyleOptionViewItem, index: _Index) -> bool:
    view = option.widget
    if not isinstance(view, QAbstractItemView) or not view.hasFocus():
        return False
    return view.currentIndex().row() == index.row()
