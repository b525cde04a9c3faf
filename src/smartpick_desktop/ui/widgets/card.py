"""A rounded surface that groups what belongs together."""

from enum import StrEnum

from PySide6.QtWidgets import QFrame, QWidget


class CardLook(StrEnum):
    """Where a card lies: on the canvas, in another card, or over the window."""

    PLAIN = "plain"
    INSET = "inset"
    POPOVER = "popover"


class Card(QFrame):
    """A surface with a hairline edge; the style sheet knows its looks."""

    def __init__(self, look: CardLook = CardLook.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look.value)
