"""A line of text that ends in a small link."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class LinkedLine(QLabel):
    """Wraps; the link is reached by Tab and by mouse. `linkActivated` carries its target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._shown = ("", "", "")

    def show_line(self, text: str, link: str, target: str) -> None:
        """Show `text`, and behind it `link`, which leads to `target`."""
        if (text, link, target) == self._shown:
            return
        self._shown = (text, link, target)
        anchor = f'<a style="text-decoration:none" href="{escape(target)}">{escape(link)}</a>'
        self.setText(f"{escape(text)} {anchor}")
        self.setAccessibleName(f"{text} {link}")
