"""The appearance in force: tokens, fonts, palette and style sheet."""

from dataclasses import asdict
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from smartpick_desktop.paths import resource
from smartpick_desktop.ui.fonts import (
    Size,
    Weight,
    load_bundled_fonts,
    make_font,
    points,
    system_scale,
)
from smartpick_desktop.ui.palette import make_palette
from smartpick_desktop.ui.tokens import DARK, LIGHT, Tokens

COMPACT_BELOW = 1440
"""Window width in pixels under which the compact set of sizes applies."""


class Mode(StrEnum):
    """Whose choice the appearance is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Mode.SYSTEM: Qt.ColorScheme.Unknown,
    Mode.LIGHT: Qt.ColorScheme.Light,
    Mode.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Holds the appearance, follows the system's in system mode, and tells who paints."""

    changed = Signal()

    def __init__(
        self,
        mode: str = Mode.SYSTEM,
        *,
        text_scale: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)

        self._mode = Mode(mode)
        self._text_scale = text_scale
        self._system_scale = system_scale()
        self._app: QApplication | None = None
        self._fonts: dict[tuple[float, int], QFont] = {}
        load_bundled_fonts()
        self._tokens = self._tokens_in_force()

        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def mode(self) -> Mode:
        """Whose choice the appearance is."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether the dark tokens are in force."""
        return self._tokens is DARK

    @property
    def scale(self) -> float:
        """Text size against 100 %: the system's setting times ours."""
        return self._system_scale * self._text_scale

    def set_mode(self, mode: str) -> None:
        """Go over to light, dark or the system's appearance."""
        self._mode = Mode(mode)
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[self._mode])  # for native frames
        self._on_color_scheme_changed()

    def set_text_scale(self, text_scale: float) -> None:
        """Set all text `text_scale` times as large as the system's setting asks for."""
        self._text_scale = text_scale
        self._fonts.clear()
        self._restyle()

    def font(self, px: float, weight: int = Weight.REGULAR) -> QFont:
        """The font that is `px` pixels high at 100 %."""
        key = (px, int(weight))
        if key not in self._fonts:
            self._fonts[key] = make_font(px, weight, self.scale)
        return self._fonts[key]

    def length(self, px: float) -> int:
        """`px` pixels at 100 %, grown along with the text."""
        return round(px * self.scale)

    def style_sheet(self) -> str:
        """The one style sheet, in the colours and text sizes in force."""
        sheet = Template(resource("styles", "app.qss").read_text(encoding="utf-8"))
        sizes = {f"size_{size.name.lower()}": f"{points(size, self.scale)}pt" for size in Size}
        icons = resource("icons").as_posix()
        shade = "dark" if self.is_dark else "light"
        return sheet.substitute(asdict(self._tokens), **sizes, icons=icons, shade=shade)

    def apply(self, app: QApplication) -> None:
        """Dress `app` now, and again whenever the appearance changes."""
        self._app = app
        app.setStyle("Fusion")
        self._dress(app)

    def _restyle(self) -> None:
        self._tokens = self._tokens_in_force()
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        app.setFont(self.font(Size.BODY))
        app.setPalette(make_palette(self._tokens))
        app.setStyleSheet(self.style_sheet())

    def _tokens_in_force(self) -> Tokens:
        if self._mode is Mode.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._mode is Mode.DARK
        return DARK if dark else LIGHT

    def _on_color_scheme_changed(self) -> None:
        if self._tokens_in_force() is not self._tokens:
            self._restyle()
