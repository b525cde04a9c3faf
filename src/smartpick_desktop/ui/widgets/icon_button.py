"""A button that shows an icon and says its name in words."""

from PySide6.QtGui import QFocusEvent, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import note_focus
from smartpick_desktop.ui.widgets.icon_binding import IconBinding

_SIDE = 32


class IconButton(QToolButton):
    """Has its name for screen readers, and the name with the key as its tooltip."""

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        name: str,
        *,
        shortcut: str | QKeySequence.StandardKey = "",
        color_name: str = "ink2",
        side: int = _SIDE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shortcut = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self._binding = IconBinding(self, theme, icon_name, color_name)
        self._theme = theme
        self._side = side
        self.set_name(name)
        self._fit()

        theme.changed.connect(self._fit)

    def set_name(self, name: str) -> None:
        """Say what the button does now, as with "Undo change of score"."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._shortcut})" if self._shortcut else name)

    def set_icon(self, icon_name: str, color_name: str = "ink2") -> None:
        """Show another icon."""
        self._binding.set_icon(icon_name, color_name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        note_focus(self, event)

    def _fit(self) -> None:
        side = self._theme.length(self._side)
        self.setFixedSize(side, side)
