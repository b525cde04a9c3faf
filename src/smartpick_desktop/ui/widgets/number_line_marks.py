"""The few kinds of marks the number line is made of, and the item that shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from smartpick_desktop.ui.tokens import Tokens
from smartpick_desktop.ui.widgets.glyph import Glyph, paint_glyph

_P = ParamSpec("_P")


class Mark(Protocol):
    """Something drawn in pixels around the place of its drawing."""

    def bounds(self) -> QRectF:
        """The pixels it may touch."""
        ...

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text whose first letter stands at `x` on the `baseline`."""

    text: str
    x: float
    baseline: float
    width: float
    font: QFont
    color: QColor
    ascent: float
    descent: float

    def bounds(self) -> QRectF:
        return QRectF(self.x, self.baseline - self.ascent, self.width, self.ascent + self.descent)

    def paint(self, painter: QPainter) -> None:
        painter.setFont(self.font)
        painter.setPen(self.color)
        painter.drawText(QPointF(self.x, self.baseline), self.text)


@dataclass(frozen=True, slots=True)
class Block:
    """A filled rectangle with square corners and hard edges."""

    rect: QRectF
    color: QColor

    def bounds(self) -> QRectF:
        return self.rect

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003
        painter.fillRect(self.rect, self.color)


@dataclass(frozen=True, slots=True)
class Shape:
    """A path with soft edges, filled, outlined or both."""

    path: QPainterPath
    brush: QBrush
    pen: QPen

    def bounds(self) -> QRectF:
        reach = self.pen.widthF()
        return self.path.boundingRect().adjusted(-reach, -reach, reach, reach)

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.pen)
        painter.setBrush(self.brush)
        painter.drawPath(self.path)


@dataclass(frozen=True, slots=True)
class Sign:
    """A state by shape and colour."""

    kind: Glyph
    rect: QRectF
    tokens: Tokens

    def bounds(self) -> QRectF:
        return self.rect

    def paint(self, painter: QPainter) -> None:
        paint_glyph(painter, self.rect, self.kind, self.tokens)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks around a place: `x` on the score axis, in points, and `y` in pixels from the top."""

    x: float = 0.0
    y: float = 0.0
    marks: tuple[Mark, ...] = ()

    def bounds(self) -> QRectF:
        """The pixels that all marks together may touch."""
        rect = QRectF()
        for mark in self.marks:
            rect = rect.united(mark.bounds())
        return rect

    def words(self) -> list[Words]:
        """The texts among the marks."""
        return [mark for mark in self.marks if isinstance(mark, Words)]


class DrawingItem(QGraphicsItem):
    """Shows a drawing at its place in the data, in whole pixels at every scale."""

    def __init__(self, *, z: float, moves: bool = False) -> None:
        super().__init__()
        self._drawing = Drawing()
        self._bounds = QRectF()
        self._places: list[tuple[Mark, QRectF]] = []
        self._made_from: tuple[object, ...] = ()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        if not moves:
            # Most marks stand still under a score that is typed: they are copied, not drawn.
            self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(z)

    @property
    def drawing(self) -> Drawing:
        """What is shown."""
        return self._drawing

    def draw(
        self, make: Callable[_P, Drawing | None], *args: _P.args, **kwargs: _P.kwargs
    ) -> None:
        """Show what `make` returns, None for nothing; the same once more costs nothing."""
        made_from = (make, args, kwargs)
        if made_from == self._made_from:
            return
        self._made_from = made_from
        self._show(make(*args, **kwargs) or Drawing())

    def boundingRect(self) -> QRectF:  # noqa: N802
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        exposed = option.exposedRect
        _snap(painter)
        for mark, place in self._places:
            if place.intersects(exposed):
                mark.paint(painter)

    def _show(self, drawing: Drawing) -> None:
        self.setPos(drawing.x, drawing.y)
        self.setVisible(bool(drawing.marks))
        if drawing.marks != self._drawing.marks:
            self.prepareGeometryChange()
            self._places = [(mark, _with_room(mark.bounds())) for mark in drawing.marks]
            self._bounds = _with_room(drawing.bounds())
            self.update()
        self._drawing = drawing


def _with_room(rect: QRectF) -> QRectF:
    """`rect` with room to snap and for soft edges."""
    return rect.adjusted(-2, -2, 2, 2)


def _snap(painter: QPainter) -> None:
    """Move the origin to the nearest pixel of the screen, so that edges stay sharp."""
    place = painter.deviceTransform()
    painter.translate(
        (round(place.dx()) - place.dx()) / place.m11(),
        (round(place.dy()) - place.dy()) / place.m22(),
    )
