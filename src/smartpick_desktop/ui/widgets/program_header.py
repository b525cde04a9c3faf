"""The header of the program table: quiet words, and an arrow at the column sorted by."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from smartpick_desktop.core.program_sort import ProgramOrder
from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.models.program_columns import Column
from smartpick_desktop.ui.models.program_delegates import PADDING
from smartpick_desktop.ui.theme import Theme

_HEIGHT = 34
_ARROW = 12
_ARROW_GAP = 4


class ProgramHeader(QHeaderView):
    """Draws the titles as text, with an arrow at each column sorted by, numbered if several."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.order = ProgramOrder()
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)

        theme.changed.connect(self.update)

    def show_order(self, order: ProgramOrder) -> None:
        """Point out by which columns the rows are sorted."""
        self.order = order
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self._theme.length(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        tokens, column = self._theme.tokens, Column(logicalIndex)
        place = self._place(column)
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
        painter.setFont(self._theme.font(Size.MICRO, Weight.MEDIUM))
        painter.setPen(QColor(tokens.ink3 if place is None else tokens.ink2))
        room = rect.adjusted(PADDING, 0, -PADDING, -1)
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        if place is not None and column.alignment & Qt.AlignmentFlag.AlignRight:
            room.adjust(0, 0, -_ARROW - _ARROW_GAP, 0)  # the arrow stands right of the title
        painter.drawText(room, column.alignment, title)
        if place is not None:
            self._paint_arrow(painter, room, column, title, place)
        painter.restore()

    def _place(self, column: Column) -> int | None:
        """The place of a column among those sorted by, from 0, or None."""
        keys = [order.key for order in self.order.keys]
        return keys.index(column.sort_key) if column.sort_key in keys else None

    def _paint_arrow(
        self, painter: QPainter, room: QRect, column: Column, title: str, place: int
    ) -> None:
        keys = self.order.keys
        dpr = self.devicePixelRatioF()
        name = "arrow-down" if keys[place].descending else "arrow-up"
        arrow = pixmap(name, self._theme.tokens.ink2, _ARROW, dpr)
        width = QFontMetrics(painter.font()).horizontalAdvance(title)
        if column.alignment & Qt.AlignmentFlag.AlignRight:
            x = room.right() + _ARROW_GAP
        else:
            after = width + _ARROW_GAP if title else 0
            x = min(room.left() + after, room.right() - _ARROW + 1)
        painter.drawPixmap(QPointF(x, room.center().y() - _ARROW / 2 + 1), arrow)
        if len(keys) > 1:
            beside = QRect(x + _ARROW - 1, room.top(), _ARROW, room.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, str(place + 1))
