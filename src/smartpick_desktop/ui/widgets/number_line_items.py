"""The parts of the number line above and through its rows: bands, score and anchor."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QPainterPath, QPen

from smartpick_desktop.core.number_line import Anchor, LineBand
from smartpick_desktop.ui.widgets.number_line_frame import Frame
from smartpick_desktop.ui.widgets.number_line_marks import Block, Drawing, Mark, Shape, Words
from smartpick_desktop.ui.widgets.number_line_style import (
    At,
    Face,
    LineStyle,
    dashed,
    filled,
    polygon,
    rounded,
)

_BAND_GAP = 2


def band_strip(bands: tuple[LineBand, ...], frame: Frame, style: LineStyle) -> Drawing:
    """A block a band, darker to the right."""
    height = frame.strip_bottom - frame.strip_top
    marks = [
        filled(
            rounded(QRectF(left, 0, right - left - _BAND_GAP, height), style.length(4)),
            style.band(index, len(bands)),
        )
        for index, (left, right) in enumerate(_stretches(bands, frame))
        if right - left > _BAND_GAP
    ]
    return Drawing(frame.low, frame.strip_top, tuple(marks))


def band_words(bands: tuple[LineBand, ...], frame: Frame, style: LineStyle) -> Drawing:
    """The label and range of every band, as far as it has room for them."""
    middle = (frame.strip_bottom - frame.strip_top) / 2
    marks: list[Words] = []
    for band, (left, right) in zip(bands, _stretches(bands, frame), strict=True):
        room = right - left - 2 * _BAND_GAP
        label = _first_fitting((band.label, band.short_label), style.micro_strong, room)
        detail = _first_fitting((band.range_text,), style.micro, room)
        apart = style.length(15) / 2 if label and detail else 0.0
        x = (left + right - _BAND_GAP) / 2
        marks += [
            face.words(text, x, y, style.ink, At.MIDDLE)
            for face, text, y in (
                (style.micro_strong, label, middle - apart),
                (style.micro, detail, middle + apart),
            )
            if text
        ]
    return Drawing(frame.low, frame.strip_top, tuple(marks))


def noise_band(score: int | None, noise: int, frame: Frame, style: LineStyle) -> Drawing | None:
    """The stretch in which another sitting could have ended, from the strip to the axis."""
    if score is None:
        return None
    reach = frame.span(noise)
    rect = QRectF(-reach, 0, 2 * reach, frame.axis - frame.strip_top)
    return Drawing(score, frame.strip_top, (Block(rect, style.noise),))


def score_line(score: int | None, planned: bool, frame: Frame, style: LineStyle) -> Drawing | None:
    """The line of the score from the strip to the axis, solid once the score is real."""
    if score is None:
        return None
    height = frame.axis - frame.strip_bottom
    half, tall = style.length(5), style.length(6)
    head = filled(polygon((-half, tall), (0, 0), (half, tall)), style.accent)
    width = max(style.length(2), 2)
    line: Mark
    if planned:
        line = dashed(0, tall, height, _dashes(style, style.length(6), style.length(3), width))
    else:
        line = Block(QRectF(-width / 2, tall - 1, width, height - tall + 1), style.accent)
    return Drawing(score, frame.strip_bottom, (line, head))


def score_flag(
    score: int | None,
    noise: int,
    planned: bool,
    frame: Frame,
    style: LineStyle,
) -> Drawing | None:
    """The flag that names the score, its tip on the strip; a planned one is only outlined."""
    if score is None:
        return None
    tr = QCoreApplication.translate
    name = tr("NumberLine", "CK {score}").format(score=score)
    detail = tr("NumberLine", "± {noise}").format(noise=noise)
    if planned:
        detail = tr("NumberLine", "planned, ± {noise}").format(noise=noise)
    pad, gap, height = style.length(10), style.length(5), style.length(24)
    name_width = style.flag.width(name)
    width = round(2 * pad + name_width + gap + style.figure.width(detail))
    left = min(max(-width // 2, -frame.x(score)), frame.width - frame.x(score) - width)
    color = style.accent_ink if planned else style.on_accent
    middle = height / 2
    text = left + pad
    return Drawing(
        score,
        frame.flag,
        (
            _flag(QRectF(left, 0, width, height), planned=planned, style=style),
            style.flag.words(name, text, middle, color),
            style.figure.words(detail, text + name_width + gap, middle, color),
        ),
    )


def anchor_line(anchor: Anchor | None, frame: Frame, style: LineStyle) -> Drawing | None:
    """The broken line from which most programs are not concerned."""
    if anchor is None:
        return None
    pen = QPen(style.ink2, max(style.length(2), 2) * 0.75)
    pen.setDashPattern([4, 2.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    height = frame.axis - frame.strip_bottom
    return Drawing(anchor.score, frame.strip_bottom, (dashed(0.5, 0, height, pen),))


def hint(text: str, frame: Frame, style: LineStyle) -> Drawing | None:
    """What stands in the place of the flag while there is no score."""
    if not text:
        return None
    middle = (frame.right - frame.left) / 2
    words = style.micro_medium.words(text, middle, style.length(12), style.ink3, At.MIDDLE)
    return Drawing(frame.low, frame.flag, (words,))


def _stretches(bands: tuple[LineBand, ...], frame: Frame) -> list[tuple[int, int]]:
    starts = [min(max(band.lowest, frame.low), frame.high) for band in bands]
    edges = [frame.span(score - frame.low) for score in (*starts, frame.high)]
    if edges and len(edges) > 1:
        edges[-1] += _BAND_GAP  # no band follows the last
    return list(pairwise(edges))


def _first_fitting(texts: tuple[str, ...], face: Face, room: float) -> str:
    return next((text for text in texts if face.width(text) <= room), "")


def _dashes(style: LineStyle, dash: float, gap: float, width: float) -> QPen:
    pen = QPen(style.accent, width)
    pen.setDashPattern([dash / width, gap / width])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _flag(rect: QRectF, *, planned: bool, style: LineStyle) -> Shape:
    half, drop = style.length(6), style.length(5)
    inset = 0.5 if planned else 0.0
    body = rounded(rect.adjusted(inset, inset, -inset, -inset), style.length(6))
    bottom = rect.height() - inset
    tip = polygon((-half, bottom - 1), (half, bottom - 1), (0, bottom + drop))
    path: QPainterPath = body.united(tip)
    if not planned:
        return filled(path, style.accent)
    pen = QPen(style.accent, 1.5)
    pen.setDashPattern([3, 2])
    return Shape(path, QBrush(style.surface), pen)
