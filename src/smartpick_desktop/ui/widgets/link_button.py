"""A quiet action that reads as text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import ICON_GAP, PushButton
from smartpick_desktop.ui.widgets.icon_binding import IconBinding


class LinkButton(PushButton):
    """Text in the accent, flush with the text around it; an icon stands before or after it."""

    def __init__(
        self,
        text: str,
        theme: Theme | None = None,
        icon_name: str = "",
        *,
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "link", parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if theme is not None and icon_name:
            gap = -ICON_GAP if icon_after else ICON_GAP
            IconBinding(self, theme, icon_name, "accent_ink", gap=gap)
