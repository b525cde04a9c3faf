"""Programs as points on a map of the states: pan, zoom, click or lasso to select."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from smartpick_desktop.core.map_projection import HEIGHT, WIDTH, inside, place_programs
from smartpick_desktop.core.program_list import Bucket
from smartpick_desktop.core.programs import Directory, RowArray
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.focus_ring import paint_ring
from smartpick_desktop.ui.widgets.glyph import Glyph, paint_glyph

_MARGIN = 12
_POINT, _MARK, _RING = 5.0, 13.0, 17.0
_REACH = 9.0  # pixels within which a click means a point
_CLICK = 4.0  # pixels under which a drag was a click
_CLOSEST, _FARTHEST = 40.0, 1.0
_ZOOM, _PAN = 1.25, 60
_ZOOM_KEYS = {Qt.Key.Key_Plus: _ZOOM, Qt.Key.Key_Equal: _ZOOM, Qt.Key.Key_Minus: 1 / _ZOOM}
_PAN_KEYS = {
    Qt.Key.Key_Left: (_PAN, 0),
    Qt.Key.Key_Right: (-_PAN, 0),
    Qt.Key.Key_Up: (0, _PAN),
    Qt.Key.Key_Down: (0, -_PAN),
}
Outlines = Mapping[str, Sequence[NDArray[np.float64]]]


class ProgramMap(QWidget):
    """Shows the rows it is given; the table beside it says the same in text."""

    selection_edited = Signal(object)  # tuple of program ids
    program_activated = Signal(str)  # program id

    def __init__(self, theme: Theme, outlines: Outlines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._directory: Directory | None = None
        self._places = np.empty((0, 2))
        self._rows: RowArray = np.empty(0, dtype=np.int32)
        self._points = QPolygonF()
        self._listed: dict[int, Bucket | None] = {}
        self._selected: frozenset[int] = frozenset()
        self._zoom, self._shift = 1.0, QPointF()
        self._pressed: QPointF | None = None
        self._lasso: list[QPointF] = []
        self.lassoes = False
        self._land = QPainterPath()
        for rings in outlines.values():
            for ring in rings:
                self._land.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring.tolist()]))
                self._land.closeSubpath()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 220)
        self._say()
        theme.changed.connect(self.update)

    def set_directory(self, directory: Directory) -> None:
        """Place the programs of `directory`."""
        self._directory = directory
        self._places = place_programs(directory.states, directory.longitudes, directory.latitudes)
        self.show_rows(np.empty(0, dtype=np.int32))

    def show_rows(self, rows: RowArray) -> None:
        """Show these rows of the directory."""
        known = ~np.isnan(self._places[rows]).any(axis=1)
        self._rows = rows[known]
        self._points = QPolygonF([QPointF(x, y) for x, y in self._places[self._rows].tolist()])
        self._say()
        self.update()

    def set_listed(self, listed: Mapping[str, Bucket | None]) -> None:
        """Mark the programs of the list by their bucket, with shape as well as colour."""
        if self._directory is not None:
            found = ((self._directory.index_of(key), bucket) for key, bucket in listed.items())
            self._listed = {row: bucket for row, bucket in found if row is not None}
            self.update()

    def select(self, program_ids: Sequence[str]) -> None:
        """Show these programs as selected, silently."""
        if self._directory is not None:
            self._selected = frozenset(self._directory.rows_of(program_ids).tolist())
            self.update()

    def show_all(self) -> None:
        """Zoom out to the whole map."""
        self._zoom, self._shift = 1.0, QPointF()
        self.update()

    def zoom(self, by: float, around: QPointF | None = None) -> None:
        """Zoom by a factor around a point of the widget, its middle at first."""
        middle = around or QPointF(self.width() / 2, self.height() / 2)
        new = min(max(self._zoom * by, _FARTHEST), _CLOSEST)
        factor = new / self._zoom
        base = self._base()
        corner = QPointF(base.dx(), base.dy())
        self._shift = middle - corner - (middle - corner - self._shift) * factor
        self._zoom = new
        self.update()

    def pan(self, x: float, y: float) -> None:
        """Move the map by so many pixels."""
        self._shift += QPointF(x, y)
        self.update()

    def transform(self) -> QTransform:
        """From the plane to the widget."""
        base = self._base()
        scale = base.m11() * self._zoom
        at = QPointF(base.dx(), base.dy()) + self._shift
        return QTransform(scale, 0, 0, scale, at.x(), at.y())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.setTransform(self.transform())
        painter.setPen(_cosmetic(tokens.line2, 1.0))
        painter.setBrush(QColor(tokens.inset))
        painter.drawPath(self._land)
        # Hundreds of round dots are quick to draw without smoothing, and look the same.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=self._zoom > 2)
        painter.setPen(_cosmetic(tokens.ink3, _POINT))
        painter.drawPoints(self._points)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_marks(painter)
        if self._lasso:
            painter.setPen(QPen(QColor(tokens.accent), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(self._lasso))
        if not len(self._rows):
            painter.setPen(QColor(tokens.ink2))
            words = self.tr("No program fits these filters")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), 6, tokens.accent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ZOOM_KEYS:
            self.zoom(_ZOOM_KEYS[key])
        elif key in _PAN_KEYS:
            self.pan(*_PAN_KEYS[key])
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key == Qt.Key.Key_Escape and self._selected:
            self._choose(frozenset())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(_ZOOM ** (event.angleDelta().y() / 120), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._lasso = [event.position()] if shift or self.lassoes else []

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if self._lasso:
            self._lasso.append(event.position())
            self.update()
        else:
            step = event.position() - self._pressed
            self._pressed = event.position()
            self.pan(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lasso, self._lasso, self._pressed = self._lasso, [], None
        if len(lasso) > 2 and _length(lasso) > _CLICK:
            polygon = np.array([[point.x(), point.y()] for point in lasso])
            held = self._rows[inside(self._on_screen(), polygon)]
            self._choose(frozenset(held.tolist()))
        elif (row := self._row_at(event.position())) is not None:
            more = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._choose(self._selected ^ {row} if more else frozenset({row}))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row is not None and self._directory is not None:
            self.program_activated.emit(self._directory.program_ids[row])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if row is None else self._card(row), self)
            return True
        return super().event(event)

    def _base(self) -> QTransform:
        """The whole map in the widget, before it is zoomed or moved."""
        room_x, room_y = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        scale = max(0.05, min(room_x / WIDTH, room_y / HEIGHT))
        left = (self.width() - scale * WIDTH) / 2
        top = (self.height() - scale * HEIGHT) / 2
        return QTransform(scale, 0, 0, scale, left, top)

    def _on_screen(self) -> NDArray[np.float64]:
        now = self.transform()
        found: NDArray[np.float64] = self._places[self._rows] * now.m11() + [now.dx(), now.dy()]
        return found

    def _row_at(self, place: QPointF) -> int | None:
        if not len(self._rows):
            return None
        off = np.hypot(*(self._on_screen() - [place.x(), place.y()]).T)
        nearest = int(off.argmin())
        return int(self._rows[nearest]) if off[nearest] <= _REACH else None

    def _paint_marks(self, painter: QPainter) -> None:
        tokens, now = self._theme.tokens, self.transform()
        for row in self._rows.tolist():
            if row not in self._listed and row not in self._selected:
                continue
            at = now.map(QPointF(*self._places[row].tolist()))
            if row in self._selected:
                painter.setPen(QPen(QColor(tokens.accent), 2))
                painter.setBrush(QColor(tokens.accent_tint))
                painter.drawEllipse(at, _RING / 2, _RING / 2)
            if row in self._listed:
                bucket = self._listed[row]
                square = QRectF(at.x() - _MARK / 2, at.y() - _MARK / 2, _MARK, _MARK)
                kind = Glyph(bucket.value) if bucket else Glyph.UNRATED
                paint_glyph(painter, square, kind, tokens)

    def _choose(self, rows: frozenset[int]) -> None:
        self._selected = rows
        if self._directory is not None:
            ids = tuple(self._directory.program_ids[row] for row in sorted(rows))
            self.selection_edited.emit(ids)
        self.update()

    def _card(self, row: int) -> str:
        if self._directory is None:
            return ""
        directory = self._directory
        lines = [directory.names[row], f"{directory.cities[row]}, {directory.states[row]}"]
        lines.append(directory.specialties[row].replace("_", " ").capitalize())
        if row in self._listed:
            bucket = self._listed[row]
            standing = bucket.value if bucket else self.tr("not rated")
            lines.append(self.tr("On my list: {}").format(standing))
        return "\n".join(lines)

    def _say(self) -> None:
        self.setAccessibleName(
            self.tr("Map of {} programs; the table lists the same").format(len(self._rows))
        )


def _cosmetic(color: str, width: float) -> QPen:
    """A pen as wide on the screen however the map is zoomed."""
    pen = QPen(QColor(color), width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _length(points: Sequence[QPointF]) -> float:
    first = points[0]
    return max((point - first).manhattanLength() for point in points)
