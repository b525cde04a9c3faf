"""What is written between the band strip and the rows: the anchor's plate and the ghosts."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen

from smartpick_desktop.core.number_line import Anchor, Ghost
from smartpick_desktop.ui.widgets.number_line_frame import SIDE_PAD, Frame
from smartpick_desktop.ui.widgets.number_line_marks import Drawing, Mark, Words
from smartpick_desktop.ui.widgets.number_line_style import At, LineStyle, dashed


@dataclass(frozen=True, slots=True)
class Notes:
    """What is to be written; the anchor's plate keeps away from a score under it."""

    anchor: Anchor | None
    ghosts: tuple[Ghost, ...]
    score_is_below: bool


def lane_notes(notes: Notes, frame: Frame, style: LineStyle) -> Drawing:
    """The plate of the anchor and every ghost, none over another as far as there is room."""
    taken: list[QRectF] = []
    marks: list[Mark] = []
    if notes.anchor is not None:
        texts = _anchor_words(notes.anchor, notes, frame, style)
        plate = style.plate_under(*texts)
        taken.append(plate.bounds())
        marks += [plate, *texts]
    for ghost in notes.ghosts:
        placed = _ghost(ghost, taken, frame, style)
        taken += [mark.bounds() for mark in placed[1:]]
        marks += placed
    return Drawing(frame.low, frame.strip_bottom, tuple(marks))


def _anchor_words(
    anchor: Anchor, notes: Notes, frame: Frame, style: LineStyle
) -> tuple[Words, Words]:
    """Both lines of the plate on the first side where they meet no ghost."""
    x, gap = frame.span(anchor.score - frame.low), style.length(8)
    before = _lines(anchor, x - gap, At.RIGHT, frame, style)
    after = _lines(anchor, x + gap, At.LEFT, frame, style)
    across = _lines(anchor, SIDE_PAD - frame.left, At.LEFT, frame, style)
    sides = [after, before] if notes.score_is_below else [before, after]
    fitting = [lines for lines in sides if _fits(lines, frame)]
    markers = [frame.span(ghost.score - frame.low) for ghost in notes.ghosts]
    clear = (lines for lines in (*fitting, across) if not _meets(lines, markers, style))
    return next(clear, (*fitting, across)[0])


def _lines(
    anchor: Anchor, x: float, at: At, frame: Frame, style: LineStyle
) -> tuple[Words, Words]:
    first, second = (y - frame.strip_bottom for y in frame.notes)
    return (
        style.micro_strong.words(anchor.label, x, first, style.ink, at),
        style.micro.words(anchor.caption, x, second, style.ink3, at),
    )


def _extent(lines: tuple[Words, Words]) -> QRectF:
    return lines[0].bounds().united(lines[1].bounds())


def _fits(lines: tuple[Words, Words], frame: Frame) -> bool:
    extent = _extent(lines)
    return extent.left() >= -frame.left and extent.right() <= frame.width - frame.left


def _meets(lines: tuple[Words, Words], markers: list[int], style: LineStyle) -> bool:
    extent, reach = _extent(lines), style.length(10)
    return any(extent.left() - reach < x < extent.right() + reach for x in markers)


def _ghost(ghost: Ghost, taken: list[QRectF], frame: Frame, style: LineStyle) -> list[Mark]:
    """The leader, marker and label of `ghost` where they meet nothing in `taken`."""
    x = frame.span(ghost.score - frame.low)
    choices = [
        _ghost_at(ghost, x, y - frame.strip_bottom, at, style)
        for y in _ghost_heights(frame)
        for at in (At.LEFT, At.RIGHT)
    ]
    return next(
        (
            marks
            for marks in choices
            if not any(mark.bounds().intersects(rect) for mark in marks[1:] for rect in taken)
        ),
        choices[0],
    )


def _ghost_heights(frame: Frame) -> tuple[int, int]:
    first, second = frame.notes
    return first + 2, second + 4


def _ghost_at(ghost: Ghost, x: float, y: float, at: At, style: LineStyle) -> list[Mark]:
    gap = style.length(11) * (1 if at is At.LEFT else -1)
    words = style.micro_medium.words(ghost.label, x + gap, y, style.ink2, at)
    pen = QPen(style.ink2, 1)
    pen.setDashPattern([2, 2])
    leader = dashed(x + 0.5, 1, y - style.length(6), pen)
    return [leader, style.plate_under(words), style.marker(ghost.kind, x, y), words]
