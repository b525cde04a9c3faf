"""Faces and colours of the number line under one appearance."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainterPath, QPen, QPolygonF

from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.number_line import GhostKind
from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.glyph import Glyph
from smartpick_desktop.ui.widgets.number_line_marks import Shape, Words

GLYPHS = {
    State.FINE_AS_IS: Glyph.FINE,
    State.WORTH_A_PLAN: Glyph.WORTH,
    State.NEEDS_A_PLAN_FIRST: Glyph.NEEDS,
}
_PLATE_ALPHA = 0.9
_NO_PEN = QPen(Qt.PenStyle.NoPen)


class At(Enum):
    """Which part of a text stands at its x."""

    LEFT = 0.0
    MIDDLE = 0.5
    RIGHT = 1.0


class Face:
    """A font with its measures, which are asked for at every edit."""

    def __init__(self, font: QFont, *, tabular: bool = False) -> None:
        self._font = QFont(font)
        if not tabular:  # hyphens would be as wide as figures
            self._font.unsetFeature(QFont.Tag("tnum"))
        self._metrics = QFontMetricsF(self._font)
        self._widths: dict[str, float] = {}
        self.cap_height = self._metrics.capHeight()
        self.height = self._metrics.ascent() + self._metrics.descent()

    def width(self, text: str) -> float:
        """How far `text` reaches, in pixels."""
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def elided(self, text: str, width: float) -> str:
        """`text`, ended by an ellipsis where it is wider than `width`."""
        if self.width(text) <= width:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def words(self, text: str, x: float, y: float, color: QColor, at: At = At.LEFT) -> Words:
        """`text` whose capitals are centred on `y`, on whole pixels."""
        width = self.width(text)
        return Words(
            text=text,
            x=round(x - width * at.value),
            baseline=round(y + self.cap_height / 2),
            width=width,
            font=self._font,
            color=color,
            ascent=self._metrics.ascent(),
            descent=self._metrics.descent(),
        )


class LineStyle:
    """Everything that the drawings of the number line take from the theme."""

    def __init__(self, theme: Theme) -> None:
        self.tokens = theme.tokens
        self.length = theme.length
        self.title = Face(theme.font(Size.BODY, Weight.MEDIUM))
        self.title_strong = Face(theme.font(Size.BODY, Weight.SEMIBOLD))
        self.verdict = Face(theme.font(Size.CAPTION, Weight.SEMIBOLD))
        self.micro = Face(theme.font(Size.MICRO))
        self.micro_medium = Face(theme.font(Size.MICRO, Weight.MEDIUM))
        self.micro_strong = Face(theme.font(Size.MICRO, Weight.SEMIBOLD))
        self.flag = Face(theme.font(Size.BODY, Weight.SEMIBOLD), tabular=True)
        self.tick = Face(theme.font(Size.CAPTION, Weight.SEMIBOLD), tabular=True)
        self.figure = Face(theme.font(Size.MICRO, Weight.MEDIUM), tabular=True)
        self.figure_strong = Face(theme.font(Size.MICRO, Weight.SEMIBOLD), tabular=True)
        self.ink = QColor(self.tokens.ink)
        self.ink2 = QColor(self.tokens.ink2)
        self.ink3 = QColor(self.tokens.ink3)
        self.hairline = QColor(self.tokens.line)
        self.ground_focus = QColor(self.tokens.inset)
        self.edge = QColor(self.tokens.edge)
        self.surface = QColor(self.tokens.surface)
        self.accent = QColor(self.tokens.accent)
        self.accent_ink = QColor(self.tokens.accent_ink)
        self.on_accent = QColor(self.tokens.on_accent)
        self.box = QColor(self.tokens.box)
        self.box_focus = QColor(self.tokens.box_focus)
        self.median = QColor(self.tokens.median)
        self.plate = QColor(self.tokens.surface)
        self.plate.setAlphaF(_PLATE_ALPHA)
        self.plate_focus = QColor(self.tokens.inset)
        self.plate_focus.setAlphaF(_PLATE_ALPHA)
        self.noise = QColor(self.tokens.accent)
        self.noise.setAlphaF(0.22 if theme.is_dark else 0.12)

    def band(self, index: int, count: int) -> QColor:
        """The shade of band `index` of `count`, along the ramp from low to high."""
        ramp = self.tokens.bands
        return QColor(ramp[round(index * (len(ramp) - 1) / max(count - 1, 1))])

    def state_ink(self, state: State | None) -> QColor:
        """The text colour of a state."""
        if state is None:
            return self.ink
        return QColor(str(getattr(self.tokens, f"{GLYPHS[state].value}_ink")))

    def plate_under(self, *texts: Words, color: QColor | None = None) -> Shape:
        """The ground under `texts`, which keeps lines from striking them."""
        rect = QRectF()
        for words in texts:
            rect = rect.united(words.bounds())
        pad = self.length(4)
        return filled(rounded(rect.adjusted(-pad, 0, pad, 0), pad), color or self.plate)

    def marker(self, kind: GhostKind, x: float, y: float) -> Shape:
        """The outline marker of a ghost."""
        if kind is GhostKind.FORECAST:
            return self.diamond(x, y)
        half = self.length(4)
        path = QPainterPath()
        path.addRect(QRectF(x - half, y - half, 2 * half, 2 * half))
        return Shape(path, QBrush(self.surface), self._marker_pen())

    def diamond(self, x: float, y: float) -> Shape:
        """A hollow diamond around `x`, `y`."""
        reach = self.length(11) / 2
        around = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
        return Shape(polygon(*around), QBrush(self.surface), self._marker_pen())

    def _marker_pen(self) -> QPen:
        pen = QPen(self.ink2, 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen


def filled(path: QPainterPath, color: QColor) -> Shape:
    """`path` filled with `color`, without an outline."""
    return Shape(path, QBrush(color), _NO_PEN)


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def polygon(*points: tuple[float, float]) -> QPainterPath:
    """A closed path through `points`."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def dashed(x: float, top: float, bottom: float, pen: QPen) -> Shape:
    """An upright broken line."""
    path = QPainterPath(QPointF(x, top))
    path.lineTo(x, bottom)
    return Shape(path, QBrush(Qt.BrushStyle.NoBrush), pen)
