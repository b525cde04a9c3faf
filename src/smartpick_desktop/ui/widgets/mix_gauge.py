"""How a list divides into reach, target and likely programs."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.glyph import Glyph, paint_glyph

_BAR_HEIGHT = 24
_RAIL = 4
_GAP = 3
_RADIUS = 6
_LABEL_TOP = 6
_LABEL_GAP = 12
_SIGN = 9
_SIGN_GAP = 5
_LEAST_WIDTH = 30
_PARTS = (Glyph.REACH, Glyph.TARGET, Glyph.LIKELY, Glyph.UNRATED)


class _Part(NamedTuple):
    kind: Glyph
    number: int
    word: str


class MixGauge(QWidget):
    """Parts as wide as their share, each with its number, sign and word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[_Part] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_counts()

        theme.changed.connect(self.updateGeometry)

    def set_counts(
        self, reach: int = 0, target: int = 0, likely: int = 0, unrated: int = 0
    ) -> None:
        """Show how many programs are of each kind."""
        words = (self.tr("Reach"), self.tr("Target"), self.tr("Likely"), self.tr("Not rated"))
        every = zip(_PARTS, (reach, target, likely, unrated), words, strict=True)
        self._parts = [_Part(*part) for part in every if part[1]]
        spoken = [f"{part.number} {part.word.lower()}" for part in self._parts]
        self.setAccessibleName(", ".join(spoken) or self.tr("No programs listed"))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(320), self._bar_height() + self._label_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.length(180), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._parts:
            self._paint_empty(painter)
        bars = self._bars()
        for part, bar in zip(self._parts, bars, strict=True):
            self._paint_bar(painter, part, bar)
        for part, left in zip(self._parts, self._label_lefts(bars), strict=True):
            self._paint_label(painter, part, left)

    def _bar_height(self) -> int:
        return self._theme.length(_BAR_HEIGHT) + _RAIL

    def _sign(self) -> int:
        return self._theme.length(_SIGN)

    def _label_height(self) -> int:
        metrics = QFontMetricsF(self._theme.font(Size.CAPTION))
        return round(_LABEL_TOP + metrics.height())

    def _bars(self) -> list[QRectF]:
        room = self.width() - _GAP * max(len(self._parts) - 1, 0)
        total = sum(part.number for part in self._parts)
        least = min(_LEAST_WIDTH, room / max(len(self._parts), 1))
        spare = room - least * len(self._parts)
        bars, left = [], 0.0
        for part in self._parts:
            width = least + spare * part.number / total
            bars.append(QRectF(left, 0, width, self._bar_height()))
            left += width + _GAP
        return bars

    def _label_width(self, part: _Part) -> float:
        metrics = QFontMetricsF(self._theme.font(Size.CAPTION, Weight.MEDIUM))
        return self._sign() + _SIGN_GAP + metrics.horizontalAdvance(part.word)

    def _label_lefts(self, bars: list[QRectF]) -> list[float]:
        lefts, free = [], 0.0
        for part, bar in zip(self._parts, bars, strict=True):
            lefts.append(max(bar.left(), free))
            free = lefts[-1] + self._label_width(part) + _LABEL_GAP
        limit = float(self.width())
        for index in reversed(range(len(lefts))):
            lefts[index] = min(lefts[index], limit - self._label_width(self._parts[index]))
            limit = lefts[index] - _LABEL_GAP
        return lefts

    def _paint_empty(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        box = QRectF(0, 0, self.width(), self._bar_height())
        painter.setPen(QPen(QColor(tokens.line2), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(QColor(tokens.ink3))
        painter.setFont(self._theme.font(Size.CAPTION))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("No programs listed"))

    def _paint_bar(self, painter: QPainter, part: _Part, bar: QRectF) -> None:
        tokens = self._theme.tokens
        rated = part.kind is not Glyph.UNRATED
        mark = QColor(getattr(tokens, part.kind) if rated else tokens.edge)
        tint = QColor(getattr(tokens, f"{part.kind}_tint") if rated else tokens.inset)
        ink = QColor(getattr(tokens, f"{part.kind}_ink") if rated else tokens.ink2)
        tinted = bar.adjusted(0, 0, 0, -_RAIL - 1)
        top = QPainterPath()
        top.addRoundedRect(tinted.adjusted(0, 0, 0, _RADIUS), _RADIUS, _RADIUS)
        clip = QPainterPath()
        clip.addRect(tinted)
        painter.fillPath(top & clip, tint)
        if not rated:
            painter.fillPath(top & clip, QBrush(QColor(tokens.line2), Qt.BrushStyle.BDiagPattern))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        foot = QRectF(bar.left(), bar.bottom() - _RAIL, bar.width(), _RAIL)
        painter.drawRoundedRect(foot, _RAIL / 2, _RAIL / 2)
        painter.setPen(ink)
        painter.setFont(self._theme.font(Size.TITLE, Weight.SEMIBOLD))
        painter.drawText(tinted, Qt.AlignmentFlag.AlignCenter, str(part.number))

    def _paint_label(self, painter: QPainter, part: _Part, left: float) -> None:
        tokens = self._theme.tokens
        top = self._bar_height() + _LABEL_TOP
        line = QRectF(left, top, self._label_width(part) + 2, self.height() - top)
        sign = QRectF(left, line.center().y() - self._sign() / 2, self._sign(), self._sign())
        paint_glyph(painter, sign, part.kind, tokens)
        painter.setPen(QColor(tokens.ink2))
        painter.setFont(self._theme.font(Size.CAPTION, Weight.MEDIUM))
        painter.drawText(
            line.adjusted(self._sign() + _SIGN_GAP, 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter,
            part.word,
        )
