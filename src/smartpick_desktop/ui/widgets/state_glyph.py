"""One sign on its own."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.glyph import Glyph, paint_glyph


class StateGlyph(QWidget):
    """One sign, `size` pixels square at 100 %; its name is read out in its place."""

    def __init__(
        self,
        theme: Theme,
        kind: Glyph = Glyph.UNKNOWN,
        *,
        size: int = 16,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._color_name = ""
        self._size = size
        self.setAccessibleName(name)
        self._fit()

        theme.changed.connect(self._fit)

    def glyph(self) -> Glyph:
        """The sign shown."""
        return self._kind

    def set_glyph(self, kind: Glyph, name: str = "", *, color_name: str = "") -> None:
        """Show `kind`, read out as `name`, in its own colour or in that of a token."""
        self._kind = kind
        self._color_name = color_name
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        color = getattr(tokens, self._color_name) if self._color_name else ""
        paint_glyph(QPainter(self), QRectF(self.rect()), self._kind, tokens, color=color)

    def _fit(self) -> None:
        side = self._theme.length(self._size)
        self.setFixedSize(side, side)
        self.update()
