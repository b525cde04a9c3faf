"""A quiet line with an icon, for what always holds."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.text_label import TextRole

_ICON = 14


class Promise(QWidget):
    """An icon and a caption; the icon takes the caption's ink."""

    def __init__(
        self, theme: Theme, icon_name: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._text = ElidedLabel(text, TextRole.MICRO)

        row = QHBoxLayout(self)
        row.setContentsMargins(_ICON + 12, 0, 0, 0)
        row.addWidget(self._text, 1)

        theme.changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.tokens.ink3
        image = pixmap(self._icon_name, color, _ICON, self.devicePixelRatioF())
        place = QRectF(4, (self.height() - _ICON) / 2, _ICON, _ICON)
        QPainter(self).drawPixmap(place.toRect(), image)
