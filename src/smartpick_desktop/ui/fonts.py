"""The type scale, the font stack of each system, and the bundled face."""

import sys
from enum import IntEnum

from PySide6.QtGui import QFont, QFontDatabase

from smartpick_desktop.paths import resource

_FAMILIES = {
    "win32": ["Segoe UI Variable Text", "Segoe UI"],
    "darwin": [".AppleSystemUIFont"],
}
_FAMILIES_ELSEWHERE = ["Inter", "Noto Sans", "DejaVu Sans"]
_USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
_USUAL_POINTS_ELSEWHERE = 11.0
_LARGEST_SCALE = 2.0


class Size(IntEnum):
    """Text sizes, in pixels at 100 %."""

    MICRO = 11
    CAPTION = 12
    BODY = 13
    TITLE = 15
    ANSWER = 17
    FIGURE = 20
    VERDICT = 22
    SCORE = 26


class Weight(IntEnum):
    """The three weights in use."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600


def load_bundled_fonts() -> None:
    """Register the bundled face where the system has no interface font of its own to name."""
    if sys.platform in _FAMILIES:
        return
    for weight in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.ttf")))


def system_scale() -> float:
    """How much larger than usual the user set the system's font, between 1 and 2."""
    usual = _USUAL_POINTS.get(sys.platform, _USUAL_POINTS_ELSEWHERE)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return min(max(font.pointSizeF() / usual, 1.0), _LARGEST_SCALE)


def points(px: float, scale: float) -> float:
    """`px` at 100 % as a point size, so that the screen's own text scaling applies too."""
    per_inch = 72.0 if sys.platform == "darwin" else 96.0
    return round(px * scale * 72.0 / per_inch, 2)


def make_font(px: float, weight: int, scale: float) -> QFont:
    """A font of the stack, with tabular figures and without hinting."""
    font = QFont()
    font.setFamilies(_FAMILIES.get(sys.platform, _FAMILIES_ELSEWHERE))
    font.setPointSizeF(points(px, scale))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
