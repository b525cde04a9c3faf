"""A sentence that says, beside what it is about, why something was not done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class NoticeLine(QWidget):
    """Takes no room while there is nothing to say; what it says is read out, too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._text = TextLabel("", TextRole.BODY, Tone.NEEDS, wrap=True)

        row = QHBoxLayout(self)
        row.setContentsMargins(17, 8, 17, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._render_icon()
        self.hide()

        theme.changed.connect(self._render_icon)

    def say(self, sentence: str) -> None:
        """Show `sentence`, or nothing where it is empty."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def sentence(self) -> str:
        """Return what is said."""
        return self._text.text()

    def _render_icon(self) -> None:
        color = self._theme.tokens.needs_ink
        self._icon.setPixmap(pixmap("info", color, dpr=self.devicePixelRatioF()))
