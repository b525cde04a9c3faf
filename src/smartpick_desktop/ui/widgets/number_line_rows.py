"""One row of the number line: its box, its figures and what the score says there."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPen

from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.number_line import LineRow
from smartpick_desktop.ui.widgets.number_line_frame import SIDE_PAD, Frame
from smartpick_desktop.ui.widgets.number_line_marks import (
    Block,
    Drawing,
    Mark,
    Shape,
    Sign,
    Words,
)
from smartpick_desktop.ui.widgets.number_line_style import GLYPHS, At, LineStyle, filled, rounded


@dataclass(frozen=True, slots=True)
class RowFigures:
    """What a row draws whatever the score is."""

    q1: int | None
    median: int | None
    q3: int | None
    not_matched: int | None
    note: str
    in_focus: bool


def figures_of(row: LineRow) -> RowFigures:
    """The part of `row` that an edit of the score leaves alone."""
    return RowFigures(
        row.q1, row.median, row.q3, row.not_matched_median, row.figures_note, row.in_focus
    )


def row_box(row: RowFigures, y: int, frame: Frame, style: LineStyle) -> Drawing:
    """The line of the row and the box from its lower to its upper quartile."""
    marks: list[Mark] = [Block(QRectF(0, 0, frame.right - frame.left, 1), style.hairline)]
    if row.in_focus:
        marks.insert(0, _ground(frame, style))
    if row.q1 is not None and row.q3 is not None:
        left, right = (frame.span(score - frame.low) for score in (row.q1, row.q3))
        half = _half_height(frame, style)
        marks.append(_box(QRectF(left, -half, right - left, 2 * half), row, style))
        if row.median is not None:
            x = frame.span(row.median - frame.low)
            width = max(style.length(2), 2)
            bar = QRectF(x - width / 2, -half, width, 2 * half + 1)
            marks.append(Block(bar, style.median))
    return Drawing(frame.low, y, tuple(marks))


def row_figures(row: RowFigures, y: int, frame: Frame, style: LineStyle) -> Drawing:
    """The diamond and every figure of the row, on plates, none over another."""
    marks: list[Mark] = []
    words = _words_under_box(row, frame, style)
    if row.not_matched is not None:
        x = frame.span(row.not_matched - frame.low)
        marks.append(style.diamond(x, 0.5))
        if _stands_beside(row, frame, style):
            edge = min(x, frame.span((row.q1 or row.not_matched) - frame.low))
            words.append(_figure(row, row.not_matched, edge - style.length(9), 0, At.RIGHT, style))
    if row.note:
        left = frame.titles - frame.left + style.length(8)
        note = style.micro.elided(row.note, frame.right - frame.left - left - style.length(8))
        words.append(style.micro.words(note, left, 0, style.ink3))
    ground = style.plate_focus if row.in_focus else style.plate
    for text in words:
        marks += [style.plate_under(text, color=ground), text]
    return Drawing(frame.low, y, tuple(marks))


def row_verdict(
    state: State | None, verdict: str, distance: str, y: int, frame: Frame, style: LineStyle
) -> Drawing:
    """The state by sign and words, and how far away the score is, right of the row."""
    side, x = style.length(16), style.length(34)
    room = frame.width - frame.right - x - SIDE_PAD
    up, down = row_lines(style)
    marks: list[Mark] = []
    if state is not None:
        sign = QRectF(x - side - style.length(5), up - side / 2, side, side)
        marks.append(Sign(GLYPHS[state], sign, style.tokens))
    if verdict:
        text = style.verdict.elided(verdict, room)
        marks.append(style.verdict.words(text, x, up, style.state_ink(state)))
    if distance:
        marks.append(style.micro.words(style.micro.elided(distance, room), x, down, style.ink3))
    return Drawing(frame.high, y, tuple(marks))


def row_lines(style: LineStyle) -> tuple[int, int]:
    """How far over and under the line of a row its two lines of text stand."""
    return -style.length(8), style.length(9)


def _half_height(frame: Frame, style: LineStyle) -> int:
    return round(min(style.length(8), frame.pitch * 0.17))


def _ground(frame: Frame, style: LineStyle) -> Shape:
    """The tint behind the row in focus, from edge to edge."""
    half = min(frame.pitch // 2, style.length(26))
    rect = QRectF(-frame.left, 1 - half, frame.width, 2 * half)
    return filled(rounded(rect, style.length(8)), style.ground_focus)


def _box(rect: QRectF, row: RowFigures, style: LineStyle) -> Shape:
    fill, edge = (style.box_focus, style.accent) if row.in_focus else (style.box, style.edge)
    path = rounded(rect.adjusted(0.5, 0.5, 0.5, 0.5), style.length(4))
    return Shape(path, QBrush(fill), QPen(edge, 1))


def _words_under_box(row: RowFigures, frame: Frame, style: LineStyle) -> list[Words]:
    """Figures under their marks; where those are close, the outer figures give way."""
    scores = [score for score in (row.q1, row.median, row.q3) if score is not None]
    if row.not_matched is not None and not _stands_beside(row, frame, style):
        scores.append(row.not_matched)
    scores.sort()
    middle = scores.index(row.median) if row.median is not None else 0
    centres = _spread([frame.span(s - frame.low) for s in scores], middle, _step(style))
    under = _half_height(frame, style) + min(style.length(10), round(frame.pitch * 0.24))
    return [
        _figure(row, score, centre, under, At.MIDDLE, style)
        for score, centre in zip(scores, centres, strict=True)
    ]


def _stands_beside(row: RowFigures, frame: Frame, style: LineStyle) -> bool:
    """Whether the figure of the diamond goes left of it, for want of room under it."""
    if row.not_matched is None or row.q1 is None:
        return False
    gap = frame.span(row.q1 - row.not_matched)
    return -style.length(10) <= gap < _step(style)


def _spread(centres: list[int], middle: int, step: float) -> list[float]:
    """`centres` moved away from the one at `middle` until they are `step` apart."""
    moved = [float(centre) for centre in centres]
    for at in range(middle - 1, -1, -1):
        moved[at] = min(moved[at], moved[at + 1] - step)
    for at in range(middle + 1, len(moved)):
        moved[at] = max(moved[at], moved[at - 1] + step)
    return moved


def _step(style: LineStyle) -> float:
    return style.figure_strong.width("000") + style.length(6)


def _figure(row: RowFigures, score: int, x: float, y: float, at: At, style: LineStyle) -> Words:
    face, ink = (style.figure_strong, style.ink) if row.in_focus else (style.figure, style.ink2)
    return face.words(str(score), x, y, ink, at)
