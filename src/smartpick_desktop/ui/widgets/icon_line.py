"""A line of text after an icon, flush with what stands over it."""

from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartpick_desktop.ui.fonts import Size
from smartpick_desktop.ui.icons import ICON_SIZE, pixmap
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_GAP = 10


class IconLine(QWidget):
    """A caption that may wrap; the icon stays at its first line, in the caption's ink."""

    def __init__(
        self, theme: Theme, icon_name: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name

        row = QHBoxLayout(self)
        row.setContentsMargins(ICON_SIZE + _GAP, 0, 0, 0)
        row.addWidget(TextLabel(text, TextRole.CAPTION, wrap=True))

        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        image = pixmap(
            self._icon_name, self._theme.tokens.ink3, ICON_SIZE, self.devicePixelRatioF()
        )
        line = QFontMetrics(self._theme.font(Size.CAPTION)).height()
        QPainter(self).drawPixmap(0, (line - ICON_SIZE) // 2, image)
