"""Draws one scenario of the rail: marker, name, scores and the sign of its verdict."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.models.scenario_list_model import ROW_ROLE, ScenarioRow
from smartpick_desktop.ui.state_glyphs import glyph_of
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.glyph import SCENARIO_MARKERS, paint_glyph

_HEIGHT = 52
_GAP = 4
_TEXT_LEFT = 37
_MARKER = 12
_GLYPH = 15
_RADIUS = 8

_Index = QModelIndex | QPersistentModelIndex


class ScenarioDelegate(QStyledItemDelegate):
    """Paints rows as small cards; the open one stands out by surface, bar and weight."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(100, self._theme.length(_HEIGHT) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ScenarioRow = index.data(ROW_ROLE)
        rect = option.rect.adjusted(0, 0, 0, -_GAP)
        state = option.state
        is_open = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, rect, is_open=is_open, state=state)
        self._paint_signs(painter, rect, row, index.row(), is_open=is_open)
        self._paint_text(painter, rect, row, is_open=is_open)
        painter.restore()

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        rect = option.rect.adjusted(_TEXT_LEFT - 10, 6, -8, -_GAP - 6)
        editor.setGeometry(rect)

    def _paint_card(
        self, painter: QPainter, rect: QRect, *, is_open: bool, state: QStyle.StateFlag
    ) -> None:
        tokens = self._theme.tokens
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if is_open:
            painter.setPen(QPen(QColor(tokens.accent if has_focus else tokens.line2), 1))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            bar = QRectF(box.left() - 0.5, box.top() + 11, 3, box.height() - 22)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.line))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_signs(
        self, painter: QPainter, rect: QRect, row: ScenarioRow, at: int, *, is_open: bool
    ) -> None:
        tokens = self._theme.tokens
        middle = rect.center().y() + 0.5
        marker = SCENARIO_MARKERS[0 if row.is_actual else 1 + at % (len(SCENARIO_MARKERS) - 1)]
        place = QRectF(rect.left() + 13, middle - _MARKER / 2, _MARKER, _MARKER)
        color = tokens.accent if is_open else tokens.ink2
        paint_glyph(painter, place, marker, tokens, color=color)
        sign = QRectF(rect.right() - 12 - _GLYPH, middle - _GLYPH / 2, _GLYPH, _GLYPH)
        paint_glyph(painter, sign, glyph_of(row.state), tokens)

    def _paint_text(
        self, painter: QPainter, rect: QRect, row: ScenarioRow, *, is_open: bool
    ) -> None:
        tokens, theme = self._theme.tokens, self._theme
        width = rect.width() - _TEXT_LEFT - _GLYPH - 20
        lines = (
            (
                row.name,
                theme.font(Size.BODY, Weight.SEMIBOLD if is_open else Weight.MEDIUM),
                tokens.ink,
            ),
            (row.scores, theme.font(Size.MICRO), tokens.ink3),
        )
        heights = [QFontMetrics(font).height() for _, font, _ in lines]
        top = rect.top() + (rect.height() - sum(heights) - 1) // 2
        for (text, font, color), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(color))
            fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            place = QRect(rect.left() + _TEXT_LEFT, top, width, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitting)
            top += height + 1
