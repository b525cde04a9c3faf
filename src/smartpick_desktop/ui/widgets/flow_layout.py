"""A layout that sets its items in lines, as words are set."""
# ruff: noqa: N802 - the methods are Qt's

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_Line = list[tuple[QLayoutItem, QSize]]
_ANY_HEIGHT = 1 << 16


class FlowLayout(QLayout):
    """Fills a line from left to right and goes on in the next; hidden items take no room."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(len(shown) - 1, 0)
        height = max((size.height() for size in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.top()
        for line in self._lines(inner.width()):
            height = max(size.height() for _, size in line)
            if move:
                _place(line, QPoint(inner.left(), y), height, self._gap)
            y += height + self._line_gap
        below = self.contentsMargins().bottom()
        return max(y - self._line_gap, inner.top()) - rect.top() + below

    def _lines(self, room: int) -> list[_Line]:
        lines: list[_Line] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(room, 1), _ANY_HEIGHT))
            if not lines or used + self._gap + size.width() > room:
                lines.append([(item, size)])
                used = size.width()
            else:
                lines[-1].append((item, size))
                used += self._gap + size.width()
        return lines


def _place(line: _Line, corner: QPoint, height: int, gap: int) -> None:
    x = corner.x()
    for item, size in line:
        item.setGeometry(QRect(QPoint(x, corner.y() + (height - size.height()) // 2), size))
        x += size.width() + gap
