"""How many signals of a kind are placed, out of how many."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartpick_desktop.ui.fonts import Size
from smartpick_desktop.ui.theme import Theme

_HEIGHT = 22
_CELL_WIDTH, _CELL_HEIGHT, _CELL_GAP = 8.0, 11.0, 2.5
_AFTER_NAME = 12
_BEFORE_COUNT = 12


class SignalMeter(QWidget):
    """A row of name, cells and count; cells grow narrow where the quota is large."""

    def __init__(
        self, name: str, color_name: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._color_name = color_name
        self._theme = theme
        self._placed = 0
        self._quota = 0
        self._name_width = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0, 0)

        theme.changed.connect(self.updateGeometry)

    def set_count(self, placed: int, quota: int) -> None:
        """Show `placed` out of `quota`."""
        self._placed, self._quota = placed, quota
        self.setAccessibleName(f"{self._name}: {self._count_text()}")
        self.update()

    def align_with(self, *names: str) -> None:
        """Start the cells where rows of these names would start theirs."""
        metrics = QFontMetricsF(self._theme.font(Size.BODY))
        self._name_width = max(metrics.horizontalAdvance(name) for name in names)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        cells = max(self._quota, 5) * (_CELL_WIDTH + _CELL_GAP)
        text = self._theme.length(40) + self._theme.length(60)
        return QSize(round(cells + text + _AFTER_NAME + _BEFORE_COUNT), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(150), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        row = QRectF(self.rect())
        middle = Qt.AlignmentFlag.AlignVCenter

        painter.setFont(self._theme.font(Size.BODY))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignLeft, self._name)
        name = painter.fontMetrics().horizontalAdvance(self._name)

        over = self._placed > self._quota
        painter.setPen(QColor(tokens.needs_ink if over else tokens.ink3))
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, self._count_text())
        count = painter.fontMetrics().horizontalAdvance(self._count_text())

        left = max(name, self._name_width) + _AFTER_NAME
        self._paint_cells(painter, left, row.width() - count - _BEFORE_COUNT)

    def _paint_cells(self, painter: QPainter, left: float, right: float) -> None:
        cells = max(self._quota, self._placed)
        if not cells:
            return
        pitch = min(_CELL_WIDTH + _CELL_GAP, (right - left + _CELL_GAP) / cells)
        gap = min(_CELL_GAP, pitch / 3)
        cell = QRectF(left, (self.height() - _CELL_HEIGHT) / 2, pitch - gap, _CELL_HEIGHT)
        color = QColor(getattr(self._theme.tokens, self._color_name))
        radius = min(2.5, cell.width() / 2)
        for number in range(cells):
            if number < self._placed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color)
                painter.drawRoundedRect(cell, radius, radius)
            else:
                painter.setPen(QPen(QColor(self._theme.tokens.edge), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            cell.translate(pitch, 0)

    def _height(self) -> int:
        return self._theme.length(_HEIGHT)

    def _count_text(self) -> str:
        if not self._quota and not self._placed:
            return self.tr("none to place")
        return self.tr("{} of {}").format(self._placed, self._quota)
