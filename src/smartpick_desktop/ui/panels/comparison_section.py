"""The article held against the figures, cell by cell."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartpick_desktop.core.assessment.verdict import STATE_WORDS, State
from smartpick_desktop.core.comparison import compare_readings
from smartpick_desktop.core.reading_sheets import comparison_sheet
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.ui.panels.sheet_section import SheetSection
from smartpick_desktop.ui.state_glyphs import glyph_of
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.flow_layout import FlowLayout
from smartpick_desktop.ui.widgets.state_glyph import StateGlyph
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_LEGEND_PLACE = 4
"""Where in the section's column the legend goes: over the table."""


class ComparisonSection(SheetSection):
    """Works the cells out when they are first looked at, or searched."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", by_cell=True, parent=parent)
        self._reference: Reference | None = None
        self.set_title(self.tr("Article and figures"))
        self.column.insertWidget(_LEGEND_PLACE, self._legend(theme))

    def set_reference(self, reference: Reference) -> None:
        """Compare the readings of `reference` from now on."""
        self._reference = reference
        if self.isVisible():
            self._work_out()

    def set_search(self, text: str) -> int:
        if text:
            self._work_out()
        return super().set_search(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._work_out()

    def _work_out(self) -> None:
        if self._reference is None:
            return
        comparison = compare_readings(self._reference)
        self._reference = None
        intro = self.tr(
            "First sign: the article’s bands. Second: the figures, for US MD seniors with nothing "
            "else on file. {}"
        ).format(comparison.summary)
        self.set_sheet(comparison_sheet(comparison), intro)

    def _legend(self, theme: Theme) -> QWidget:
        legend = QWidget()
        flow = FlowLayout(legend, gap=16, line_gap=4)
        flow.setContentsMargins(0, 0, 0, 8)
        for state in State:
            flow.addWidget(_legend_part(theme, state))
        flow.addWidget(TextLabel(self.tr("Tinted: they differ"), TextRole.CAPTION, Tone.INK2))
        return legend


def _legend_part(theme: Theme, state: State) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(StateGlyph(theme, glyph_of(state), size=14))
    row.addWidget(TextLabel(STATE_WORDS[state], TextRole.CAPTION, Tone.INK2))
    return part
