"""The header of a sheet: quiet words, and an arrow at the column sorted by."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.models.sheet_delegate import PADDING, column_room
from smartpick_desktop.ui.theme import Theme

HEIGHT = 32
_ARROW = 12
_ARROW_GAP = 4


class SheetHeader(QHeaderView):
    """Draws the titles as text on the side of their column."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)

        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self._theme.length(HEIGHT))

    def title_width(self, title: str, *, arrow: bool = True) -> int:
        """How wide a column must be for `title`, and for the arrow where it can be sorted."""
        font = self._theme.font(Size.MICRO, Weight.MEDIUM)
        room = _ARROW + _ARROW_GAP if arrow and self.sectionsClickable() else 0
        return QFontMetrics(font).horizontalAdvance(title) + room + (3 if arrow else 2) * PADDING

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        tokens, across = self._theme.tokens, Qt.Orientation.Horizontal
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        side = Qt.ItemDataRole.TextAlignmentRole
        alignment = self.model().headerData(logicalIndex, across, side)
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
        painter.setFont(self._theme.font(Size.MICRO, Weight.MEDIUM))
        painter.setPen(QColor(tokens.ink2 if is_sorted else tokens.ink3))
        room = column_room(rect, alignment)
        title = str(self.model().headerData(logicalIndex, across))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, alignment, shown)
        if is_sorted:
            width = metrics.horizontalAdvance(shown)
            on_right = bool(alignment & Qt.AlignmentFlag.AlignRight)
            self._paint_arrow(painter, room, width, on_right=on_right)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, room: QRect, width: int, *, on_right: bool) -> None:
        up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        dpr = self.devicePixelRatioF()
        arrow = pixmap("arrow-up" if up else "arrow-down", self._theme.tokens.ink2, _ARROW, dpr)
        x = min(room.left() + width + _ARROW_GAP, room.right() - _ARROW + 1)
        if on_right:
            x = max(room.right() - width - _ARROW_GAP - _ARROW, room.left() - PADDING)
        painter.drawPixmap(QPointF(x, room.center().y() - _ARROW / 2 + 1), arrow)
