"""Text in one of the roles of the type scale, in one of the ink tones."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class TextRole(StrEnum):
    """What a text is for; the style sheet gives each its size, weight and usual tone."""

    MICRO = "micro"
    CAPTION = "caption"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    ANSWER = "answer"
    FIGURE = "figure"
    VERDICT = "verdict"


class Tone(StrEnum):
    """The colour of a text, where it differs from its role's own."""

    OF_ROLE = ""
    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    ACCENT = "accent"
    FINE = "fine"
    WORTH = "worth"
    NEEDS = "needs"


class TextLabel(QLabel):
    """A label that shows plain text only, however the text looks."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        tone: Tone = Tone.OF_ROLE,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setProperty("tone", tone.value)
        self.setWordWrap(wrap)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another tone."""
        if tone.value != self.property("tone"):
            self.setProperty("tone", tone.value)
            self.style().polish(self)
