"""Programs and signals by bucket or region: a row each, with a bar and the numbers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from smartpick_desktop.core.list_spread import SpreadRow
from smartpick_desktop.core.program_list import Bucket, SignalTier
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.glyph import Glyph
from smartpick_desktop.ui.widgets.share_bar import ShareBar
from smartpick_desktop.ui.widgets.state_glyph import StateGlyph
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_GLYPHS = {Bucket.REACH: Glyph.REACH, Bucket.TARGET: Glyph.TARGET, Bucket.LIKELY: Glyph.LIKELY}
_GLYPH = 10
_BAR, _COUNT, _FIRST_TIER = 2, 3, 4


class SpreadTable(QWidget):
    """Buckets carry their sign; a tier that is placed nowhere has no column."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = {
            SignalTier.GOLD: self.tr("Gold"),
            SignalTier.SILVER: self.tr("Silver"),
            SignalTier.SINGLE: self.tr("Signals"),
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: Sequence[SpreadRow], tiers: Sequence[SignalTier]) -> None:
        """Show `rows` with a column for each of `tiers`."""
        self._clear()
        self._add_head(tiers)
        total = sum(row.programs for row in rows)
        has_buckets = any(row.bucket for row in rows)
        for at, row in enumerate(rows, start=1):
            self._add_row(at, row, tiers, row.programs / total, has_buckets=has_buckets)

    def _clear(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _add_head(self, tiers: Sequence[SignalTier]) -> None:
        right = Qt.AlignmentFlag.AlignRight
        programs = TextLabel(self.tr("Programs"), TextRole.MICRO)
        self._grid.addWidget(programs, 0, _BAR, 1, 2, right)
        for at, tier in enumerate(tiers):
            head = TextLabel(self._words[tier], TextRole.MICRO)
            self._grid.addWidget(head, 0, _FIRST_TIER + at, right)

    def _add_row(
        self,
        at: int,
        row: SpreadRow,
        tiers: Sequence[SignalTier],
        share: float,
        *,
        has_buckets: bool,
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight
        if has_buckets:
            glyph = _GLYPHS[row.bucket] if row.bucket else Glyph.UNRATED
            self._grid.addWidget(StateGlyph(self._theme, glyph, size=_GLYPH), at, 0)
        name = ElidedLabel(row.name, TextRole.CAPTION, Tone.INK)
        name.setAccessibleName(self._spoken(row, tiers))
        bar = ShareBar(self._theme)
        bar.set_share(share, row.bucket.value if row.bucket else "worth")
        self._grid.addWidget(name, at, 1)
        self._grid.addWidget(bar, at, _BAR)
        count = TextLabel(str(row.programs), TextRole.CAPTION, Tone.INK)
        self._grid.addWidget(count, at, _COUNT, right)
        for column, tier in enumerate(tiers):
            number = row.signals.get(tier, 0)
            label = TextLabel(str(number) if number else "–", TextRole.CAPTION)
            label.set_tone(Tone.INK if number else Tone.INK3)
            self._grid.addWidget(label, at, _FIRST_TIER + column, right)

    def _spoken(self, row: SpreadRow, tiers: Sequence[SignalTier]) -> str:
        many = self.tr("{}: {} programs").format(row.name, row.programs)
        parts = [self.tr("{}: 1 program").format(row.name) if row.programs == 1 else many]
        parts += [f"{row.signals.get(tier, 0)} {self._words[tier].lower()}" for tier in tiers]
        return ", ".join(parts)
