"""Small signs that say a state by shape before they say it by colour."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from smartpick_desktop.ui.tokens import Tokens


class Glyph(StrEnum):
    """What a sign stands for."""

    FINE = "fine"
    WORTH = "worth"
    NEEDS = "needs"
    UNKNOWN = "unknown"
    REACH = "reach"
    TARGET = "target"
    LIKELY = "likely"
    UNRATED = "unrated"
    GOLD = "gold"
    SILVER = "silver"
    DISC = "disc"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    HEXAGON = "hexagon"


SCENARIO_MARKERS = (Glyph.DISC, Glyph.SQUARE, Glyph.DIAMOND, Glyph.TRIANGLE, Glyph.HEXAGON)
"""Markers of scenarios in order of their place; the first is the actual one."""


def paint_glyph(
    painter: QPainter, rect: QRectF, kind: Glyph, tokens: Tokens, *, color: str = ""
) -> None:
    """Draw `kind` in the middle of `rect`, in its own token or in `color`."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _PAINTERS[kind](painter, square, QColor(color or _own_color(kind, tokens)), tokens)
    painter.restore()


def glyph_pixmap(kind: Glyph, tokens: Tokens, side: int, dpr: float) -> QPixmap:
    """`kind` as a picture, `side` logical pixels square on a `dpr` screen."""
    drawn = QPixmap(round(side * dpr), round(side * dpr))
    drawn.setDevicePixelRatio(dpr)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_glyph(painter, QRectF(0, 0, side, side), kind, tokens)
    painter.end()
    return drawn


def _own_color(kind: Glyph, tokens: Tokens) -> str:
    match kind:
        case Glyph.UNKNOWN | Glyph.UNRATED:
            return tokens.ink3
        case Glyph.DISC:
            return tokens.accent
        case Glyph.SQUARE | Glyph.DIAMOND | Glyph.TRIANGLE | Glyph.HEXAGON:
            return tokens.ink2
        case _:
            return str(getattr(tokens, kind.value))


def _pen(color: QColor | str, width: float) -> QPen:
    return QPen(
        QColor(color),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _fill(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)


def _inside(box: QRectF, share: float) -> QRectF:
    margin = box.width() * (1 - share) / 2
    return box.adjusted(margin, margin, -margin, -margin)


def _points(box: QRectF, *shares: tuple[float, float]) -> QPolygonF:
    side = box.width()
    return QPolygonF([QPointF(box.left() + x * side, box.top() + y * side) for x, y in shares])


def _fine(painter: QPainter, box: QRectF, color: QColor, tokens: Tokens) -> None:
    _fill(painter, color)
    painter.drawEllipse(_inside(box, 0.94))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(tokens.surface, box.width() * 0.11))
    painter.drawPolyline(_points(box, (0.31, 0.52), (0.44, 0.65), (0.69, 0.38)))


def _worth(painter: QPainter, box: QRectF, color: QColor, tokens: Tokens) -> None:
    width = max(1.25, box.width() * 0.095)
    disc = _inside(box, 0.94).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    half = QPainterPath(QPointF(disc.center().x(), disc.top()))
    half.arcTo(disc, 90, 180)
    half.closeSubpath()
    painter.fillPath(half, color)
    painter.setPen(_pen(color, width))
    painter.drawEllipse(disc)


def _needs(painter: QPainter, box: QRectF, color: QColor, tokens: Tokens) -> None:
    _fill(painter, color)
    radius = box.width() * 0.22
    painter.drawRoundedRect(_inside(box, 0.92), radius, radius)
    painter.setPen(_pen(tokens.surface, box.width() * 0.085))
    for y, right in ((0.35, 0.72), (0.51, 0.72), (0.67, 0.52)):
        painter.drawPolyline(_points(box, (0.28, y), (right, y)))


def _hollow(painter: QPainter, box: QRectF, color: QColor, tokens: Tokens) -> None:
    width = max(1.25, box.width() * 0.09)
    painter.setPen(_pen(color, width))
    painter.drawEllipse(_inside(box, 0.94).adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _triangle_up(painter: QPainter, box: QRectF, color: QColor, tokens: Tokens) -> None:
    _fill(painter, color)
    painter.setPen(_pen(color, box.width() * 0.08))
    painter.drawPolygon(_points(box, (0.5, 0.14), (0.92, 0.86), (0.08, 0.86)))


def _disc(painter: QPainter, box: QRectF, color: QColor, tokens: Tokens) -> None:
    _fill(painter, color)
    painter.drawEllipse(_inside(box, 0.9))


def _block(painter: QPainter, box: QRectF, color: QColor, tokens: Tokens) -> None:
    _fill(painter, color)
    radius = box.width() * 0.16
    painter.drawRoundedRect(_inside(box, 0.84), radius, radius)


def _ring(painter: QPainter, box: QRectF, color: QColor, tokens: Tokens) -> None:
    painter.setPen(_pen(color, box.width() * 0.13))
    painter.drawEllipse(_inside(box, 0.78))


def _marker(*shares: tuple[float, float]) -> "_Paint":
    def paint(painter: QPainter, box: QRectF, color: QColor, tokens: Tokens) -> None:
        painter.setPen(_pen(color, max(1.5, box.width() * 0.15)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_points(box, *shares))

    return paint


_Paint = Callable[[QPainter, QRectF, QColor, Tokens], None]
_PAINTERS: dict[Glyph, _Paint] = {
    Glyph.FINE: _fine,
    Glyph.WORTH: _worth,
    Glyph.NEEDS: _needs,
    Glyph.UNKNOWN: _hollow,
    Glyph.REACH: _triangle_up,
    Glyph.TARGET: _disc,
    Glyph.LIKELY: _block,
    Glyph.UNRATED: _ring,
    Glyph.GOLD: _block,
    Glyph.SILVER: _block,
    Glyph.DISC: _disc,
    Glyph.SQUARE: _marker((0.17, 0.17), (0.83, 0.17), (0.83, 0.83), (0.17, 0.83)),
    Glyph.DIAMOND: _marker((0.5, 0.1), (0.9, 0.5), (0.5, 0.9), (0.1, 0.5)),
    Glyph.TRIANGLE: _marker((0.5, 0.14), (0.9, 0.84), (0.1, 0.84)),
    Glyph.HEXAGON: _marker(
        (0.3, 0.14), (0.7, 0.14), (0.9, 0.5), (0.7, 0.86), (0.3, 0.86), (0.1, 0.5)
    ),
}
