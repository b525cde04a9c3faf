"""The score axis with its percentiles, and the pass mark on it."""

from PySide6.QtCore import QCoreApplication, QRectF

from smartpick_desktop.core.number_line import Tick
from smartpick_desktop.ui.widgets.number_line_frame import SIDE_PAD, Frame
from smartpick_desktop.ui.widgets.number_line_marks import Block, Drawing, Mark
from smartpick_desktop.ui.widgets.number_line_style import At, LineStyle

_NUMBER = 13  # under the axis, in pixels
_PERCENTILE = 28


def score_axis(ticks: tuple[Tick, ...], frame: Frame, style: LineStyle) -> Drawing:
    """A short line, the score and the percentile per tick; ticks are left out where tight."""
    tall, number, percentile = style.length(5), style.length(_NUMBER), style.length(_PERCENTILE)
    marks: list[Mark] = []
    for tick in ticks[:: _stride(ticks, frame, style)]:
        x = frame.span(tick.score - frame.low)
        marks += [
            Block(QRectF(x, 0, 1, tall), style.edge),
            style.tick.words(str(tick.score), x, number, style.ink2, At.MIDDLE),
            style.micro.words(tick.percentile_text, x, percentile, style.ink3, At.MIDDLE),
        ]
    return Drawing(frame.low, frame.axis, tuple(marks))


def axis_names(frame: Frame, style: LineStyle) -> Drawing:
    """What the two lines of the axis are, at the left edge."""
    tr = QCoreApplication.translate
    score, percentile = tr("NumberLine", "Score"), tr("NumberLine", "Percentile")
    edge = SIDE_PAD - frame.left
    return Drawing(
        frame.low,
        frame.axis,
        (
            style.micro.words(score, edge, style.length(_NUMBER), style.ink3),
            style.micro.words(percentile, edge, style.length(_PERCENTILE), style.ink3),
        ),
    )


def pass_tick(pass_mark: int | None, frame: Frame, style: LineStyle) -> Drawing | None:
    """The pass mark in force: a tick that stands on the axis, with its number."""
    if pass_mark is None or not frame.low <= pass_mark <= frame.high:
        return None
    text = QCoreApplication.translate("NumberLine", "Pass {mark}").format(mark=pass_mark)
    words = style.micro.words(text, style.length(5), -style.length(9), style.ink3)
    tick = Block(QRectF(0, -style.length(16), 1, style.length(16)), style.edge)
    return Drawing(pass_mark, frame.axis, (style.plate_under(words), tick, words))


def _stride(ticks: tuple[Tick, ...], frame: Frame, style: LineStyle) -> int:
    """1 where every tick has room for its texts, 2 where every second has, and so on."""
    if len(ticks) < 2:
        return 1
    widest = max(
        max(style.tick.width(str(tick.score)), style.micro.width(tick.percentile_text))
        for tick in ticks
    )
    step = frame.span(ticks[-1].score - ticks[0].score) / (len(ticks) - 1)
    return max(1, -int(-(widest + style.length(10)) // max(step, 1)))
