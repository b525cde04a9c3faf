"""Keeps a button's icon in the colours in force."""

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QAbstractButton

from smartpick_desktop.ui.icons import ICON_SIZE, icon
from smartpick_desktop.ui.theme import Theme


class IconBinding(QObject):
    """Lives with its button and draws the icon anew when the appearance changes."""

    def __init__(
        self,
        button: QAbstractButton,
        theme: Theme,
        name: str,
        color_name: str,
        *,
        gap: int = 0,
    ) -> None:
        super().__init__(button)
        self._button = button
        self._theme = theme
        self._name = name
        self._color_name = color_name
        self._gap = gap
        self._render()

        theme.changed.connect(self._render)

    def set_icon(self, name: str, color_name: str) -> None:
        """Show another icon, or the same in another token's colour."""
        if (name, color_name) != (self._name, self._color_name):
            self._name, self._color_name = name, color_name
            self._render()

    def _render(self) -> None:
        tokens = self._theme.tokens
        color = getattr(tokens, self._color_name)
        side = self._theme.length(ICON_SIZE)
        drawn = icon(self._name, color, side, disabled=tokens.edge, gap=self._gap)
        self._button.setIconSize(QSize(side + abs(self._gap), side))
        self._button.setIcon(drawn)
