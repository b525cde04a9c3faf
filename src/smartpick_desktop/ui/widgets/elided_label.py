"""A one-line text that gives way where room is short."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class ElidedLabel(TextLabel):
    """Ends in an ellipsis when it is cut, and then has the whole text as its tooltip."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        tone: Tone = Tone.OF_ROLE,
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = ""
        super().__init__("", role, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        return self._whole

    def setText(self, text: str) -> None:  # noqa: N802
        # Not the label's own text: that lays out the whole window anew, though the size is the
        # same. Figures are of one width, so while a number is typed nothing moves.
        if text == self._whole:
            return
        before = self._width()
        if self.accessibleName() == self._whole:
            self.setAccessibleName(text)
        self._whole = text
        self._set_tooltip()
        gives_way = self.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
        if not gives_way and self._width() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._width(), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance("…"), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tooltip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment() | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            self._elided(),
            self.foregroundRole(),
        )

    def _height(self) -> int:
        return self.fontMetrics().height()

    def _width(self) -> int:
        # rounded up: half a pixel short would cut the last letters
        return ceil(QFontMetricsF(self.font()).horizontalAdvance(self._whole))

    def _elided(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _set_tooltip(self) -> None:
        self.setToolTip(self.text() if self._elided() != self.text() else "")
