"""The title of a row as a control: it reads out the row and puts it in focus."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from smartpick_desktop.core.number_line import LineRow
from smartpick_desktop.ui.widgets.focus_ring import has_ring, note_focus, paint_ring
from smartpick_desktop.ui.widgets.number_line_frame import SIDE_PAD
from smartpick_desktop.ui.widgets.number_line_rows import row_lines
from smartpick_desktop.ui.widgets.number_line_style import Face, LineStyle

_RADIUS = 6.0


class RowTitle(QAbstractButton):
    """Title and caption of a row, one choice out of the rows; a row without a key is only read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: LineRow | None = None
        self._style: LineStyle | None = None
        self.setAutoExclusive(True)

    def key(self) -> str:
        """The key of the row shown, empty for none."""
        return self._row.key if self._row else ""

    def show_row(self, row: LineRow, style: LineStyle) -> None:
        """Show the texts of `row`; this is no click, so nothing is sent."""
        before = (self._looks(), self._style)
        self._row, self._style = row, style
        self.setAccessibleDescription(_described(row))
        if (self._looks(), style) != before:
            self.setText(row.title)
            self.setAccessibleName(f"{row.title}, {row.caption}")
            self._set_choosable(choosable=bool(row.key))
            self.setChecked(row.in_focus)
            self._set_tooltip()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_tooltip()

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is None or self._style is None:
            return
        painter, style = QPainter(self), self._style
        painter.translate(0, self.height() // 2)
        hovered = self.isCheckable() and self.underMouse()
        color = style.accent_ink if hovered else style.ink
        over, under = row_lines(style)
        title, caption = self._fitted(self._row, style)
        self._face(style).words(title, SIDE_PAD, over, color).paint(painter)
        style.micro.words(caption, SIDE_PAD, under, style.ink3).paint(painter)
        if has_ring(self):
            painter.resetTransform()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, QRectF(self.rect()), _RADIUS, style.tokens.accent)

    def _looks(self) -> tuple[str, str, str, bool] | None:
        row = self._row
        return (row.key, row.title, row.caption, row.in_focus) if row else None

    def _face(self, style: LineStyle) -> Face:
        return style.title_strong if self._row and self._row.in_focus else style.title

    def _fitted(self, row: LineRow, style: LineStyle) -> tuple[str, str]:
        room = self.width() - 2 * SIDE_PAD
        return self._face(style).elided(row.title, room), style.micro.elided(row.caption, room)

    def _set_choosable(self, *, choosable: bool) -> None:
        self.setCheckable(choosable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choosable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not choosable)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, choosable)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if choosable else Qt.CursorShape.ArrowCursor
        )

    def _set_tooltip(self) -> None:
        if self._row is None or self._style is None:
            return
        texts = self._row.title, self._row.caption
        cut = self._fitted(self._row, self._style) != texts
        self.setToolTip("\n".join(texts) if cut else "")


def _described(row: LineRow) -> str:
    """What the row says beside its title, as a listener needs it."""
    tr = QCoreApplication.translate
    figures = (
        (tr("NumberLine", "lower quartile {score}"), row.q1),
        (tr("NumberLine", "median {score}"), row.median),
        (tr("NumberLine", "upper quartile {score}"), row.q3),
        (tr("NumberLine", "median of not matched {score}"), row.not_matched_median),
    )
    said = [row.verdict_words, row.distance_words, row.figures_note]
    said += [text.format(score=score) for text, score in figures if score is not None]
    return ", ".join(part for part in said if part)
