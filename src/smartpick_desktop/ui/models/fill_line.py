"""Positions of the last five years as small bars: those filled in full colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from smartpick_desktop.core.fill_history import YEARS_SHOWN, FillHistory
from smartpick_desktop.ui.tokens import Tokens

_GAP = 2.0
_WIDEST = 5.0


def paint_fill_line(painter: QPainter, rect: QRectF, history: FillHistory, tokens: Tokens) -> None:
    """Draw a bar for each year, as high as its positions are to the most there were."""
    most = max((year.quota or 0 for year in history.years), default=0)
    if most == 0 or rect.width() < YEARS_SHOWN:
        return
    width = min(_WIDEST, rect.width() / YEARS_SHOWN - _GAP)
    left = rect.right() - YEARS_SHOWN * (width + _GAP)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for place, year in enumerate(history.years, start=YEARS_SHOWN - len(history.years)):
        x = left + place * (width + _GAP)
        whole, filled = (rect.height() * (n or 0) / most for n in (year.quota, year.filled))
        painter.fillRect(QRectF(x, rect.bottom() - whole, width, whole), QColor(tokens.line2))
        painter.fillRect(QRectF(x, rect.bottom() - filled, width, filled), QColor(tokens.accent))
    painter.restore()
