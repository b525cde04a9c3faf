"""Where everything on the number line stands, in pixels: worked out from sizes alone."""

from dataclasses import dataclass

from PySide6.QtCore import QSize

from smartpick_desktop.core.number_line import LineRow, NumberLine
from smartpick_desktop.ui.widgets.number_line_style import LineStyle

_FLAG = 30  # with its pointer and the gap under it
_AXIS = 36
_TAIL = 38  # from the centre of the last row to the axis: figures, then the pass mark
_SHORTEST_TAIL = 10
_LARGEST_PITCH = 90
_SHARE_ABOVE = 0.4  # of what is left over
_TITLES = (110, 194)  # the narrowest and the widest left gutter
_TITLE_GAP = 14
_VERDICT_GAP = 34
_VERDICTS = (164, 222)  # wide enough for most words: it must not breathe while a score is typed
_NARROWEST_LANE = 240
_NARROW = 760  # under this width, titles reach into the lane: over its line and under it
_REACH = 30

SIDE_PAD = 6
"""Left and right of everything, for the rings of the titles and the ground of the focus row."""


@dataclass(frozen=True, slots=True)
class _Heights:
    """The heights that give way when room is short."""

    strip: float
    notes: float
    pitch: float

    def total(self, rows: int) -> float:
        return _FLAG + self.strip + self.notes + rows * self.pitch + _tail(self.pitch) + _AXIS


_TIGHT = _Heights(strip=30, notes=32, pitch=33)
_ROOMY = _Heights(strip=48, notes=54, pitch=62)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The score axis from `left` to `right`, the lanes from top to bottom, and room for titles."""

    low: int
    high: int
    width: int
    height: int
    left: int
    right: int
    flag: int
    strip_top: int
    strip_bottom: int
    notes: tuple[int, int]
    pitch: int
    rows: tuple[int, ...]
    titles: int
    axis: int

    @property
    def pixels_per_point(self) -> float:
        """How wide one point of score is."""
        return (self.right - self.left) / (self.high - self.low)

    def span(self, points: float) -> int:
        """The width of so many points, in whole pixels."""
        return round(points * self.pixels_per_point)

    def x(self, score: float) -> int:
        """Pixels from the left edge of the chart to `score`."""
        return self.left + self.span(score - self.low)

    def x_range(self) -> tuple[float, float]:
        """The scores at the left and at the right edge of the chart."""
        before = self.left / self.pixels_per_point
        after = (self.width - self.right) / self.pixels_per_point
        return self.low - before, self.high + after


def make_frame(line: NumberLine, size: QSize, style: LineStyle) -> Frame:
    """Share `size` out among the parts of `line`; at least its smallest size is used."""
    size = size.expandedTo(smallest_size(line, style))
    unit = style.length(100) / 100
    titles = _title_gutter(line.rows, style)
    left = titles if size.width() >= _NARROW * unit else titles - round(_REACH * unit)
    heights, slack = _fit(size.height() / unit, len(line.rows))
    top = slack * _SHARE_ABOVE
    strip_top = top + _FLAG
    strip_bottom = strip_top + heights.strip
    rows_top = strip_bottom + heights.notes
    centres = [rows_top + heights.pitch * (row + 0.5) for row in range(len(line.rows))]
    rows_bottom = rows_top + heights.pitch * len(line.rows)
    notes = strip_bottom + heights.notes / 2
    return Frame(
        low=line.low,
        high=line.high,
        width=size.width(),
        height=size.height(),
        left=left,
        right=size.width() - _verdict_gutter(line.rows, style),
        flag=round(top * unit),
        strip_top=round(strip_top * unit),
        strip_bottom=round(strip_bottom * unit),
        notes=(round((notes - 7) * unit), round((notes + 8) * unit)),
        pitch=round(heights.pitch * unit),
        rows=tuple(round(centre * unit) for centre in centres),
        titles=titles,
        axis=round((rows_bottom + _tail(heights.pitch)) * unit),
    )


def smallest_size(line: NumberLine, style: LineStyle) -> QSize:
    """The size under which the chart has to scroll."""
    gutters = _title_gutter(line.rows, style) + _verdict_gutter(line.rows, style)
    height = style.length(round(_TIGHT.total(len(line.rows))))
    return QSize(gutters + style.length(_NARROWEST_LANE), height)


def _tail(pitch: float) -> float:
    return max(_SHORTEST_TAIL, _TAIL - pitch / 2)


def _fit(height: float, rows: int) -> tuple[_Heights, float]:
    """The heights that fill `height`, and what is left over once the rows are far enough apart."""
    tight, roomy = _TIGHT.total(rows), _ROOMY.total(rows)
    share = min(max((height - tight) / (roomy - tight), 0.0), 1.0)
    spare = max(height - roomy, 0.0) / max(rows, 1)
    grown = min(spare, _LARGEST_PITCH - _ROOMY.pitch)
    fitted = _Heights(
        strip=_between(_TIGHT.strip, _ROOMY.strip, share),
        notes=_between(_TIGHT.notes, _ROOMY.notes, share),
        pitch=_between(_TIGHT.pitch, _ROOMY.pitch, share) + grown,
    )
    return fitted, max(height - fitted.total(rows), 0.0)


def _between(tight: float, roomy: float, share: float) -> float:
    return tight + (roomy - tight) * share


def _title_gutter(rows: tuple[LineRow, ...], style: LineStyle) -> int:
    widest = max(
        (max(style.title_strong.width(r.title), style.micro.width(r.caption)) for r in rows),
        default=0.0,
    )
    return _gutter(widest + style.length(_TITLE_GAP) + SIDE_PAD, _TITLES, style)


def _verdict_gutter(rows: tuple[LineRow, ...], style: LineStyle) -> int:
    widest = max(
        (
            max(style.verdict.width(r.verdict_words), style.micro.width(r.distance_words))
            for r in rows
        ),
        default=0.0,
    )
    return _gutter(widest + style.length(_VERDICT_GAP) + SIDE_PAD, _VERDICTS, style)


def _gutter(wanted: float, limits: tuple[int, int], style: LineStyle) -> int:
    return round(min(max(wanted, style.length(limits[0])), style.length(limits[1])))
