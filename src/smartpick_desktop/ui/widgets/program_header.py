"""The header of the program table: quiet words, and an arrow at the column sorted by."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.models.program_columns import Column
from smartpick_desktop.ui.models.program_delegates import PADDING
from smartpick_desktop.ui.theme import Theme

_HEIGHT = 34
_ARROW = 12
_ARROW_GAP = 4


class ProgramHeader(QHeaderView):
    """Draws the titles as text. Who listens to `sectionClicked` sorts and moves the arrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)
        self.setSortIndicator(Column.NAME, Qt.SortOrder.AscendingOrder)

        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self._theme.length(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        tokens, column = self._theme.tokens, Column(logicalIndex)
        is_sorted = self.sortIndicatorSection() == logicalIndex
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
        painter.setFont(self._theme.font(Size.MICRO, Weight.MEDIUM))
        painter.setPen(QColor(tokens.ink2 if is_sorted else tokens.ink3))
        room = rect.adjusted(PADDING, 0, -PADDING, -1)
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.drawText(room, column.alignment, title)
        if is_sorted:
            self._paint_arrow(painter, room, title)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, room: QRect, title: str) -> None:
        up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        dpr = self.devicePixelRatioF()
        arrow = pixmap("arrow-up" if up else "arrow-down", self._theme.tokens.ink2, _ARROW, dpr)
        after = QFontMetrics(painter.font()).horizontalAdvance(title) + _ARROW_GAP if title else 0
        x = min(room.left() + after, room.right() - _ARROW + 1)
        painter.drawPixmap(QPointF(x, room.center().y() - _ARROW / 2 + 1), arrow)
