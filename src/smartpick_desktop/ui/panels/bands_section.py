"""The band schemes, each with its bands and where it comes from."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.core.bands import BandScheme
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.provenance import source_name
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.band_ramp import BandRamp
from smartpick_desktop.ui.widgets.scroll_column import ScrollColumn
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class BandsSection(ScrollColumn):
    """Shows the schemes of the rules file, then those of a specialty and of one's own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name="", parent=parent)
        self.setAccessibleName(self.tr("Bands"))
        self._theme = theme
        self._schemes: list[tuple[QWidget, str]] = []

        self.column.setContentsMargins(18, 6, 14, 8)
        self.column.setSpacing(0)
        self.column.addWidget(TextLabel(self.tr("Bands"), TextRole.TITLE))
        self.column.addSpacing(4)
        intro = self.tr("A band puts a word beside a score. You choose the scheme in a scenario.")
        self.column.addWidget(TextLabel(intro, TextRole.CAPTION, wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    def set_reference(self, reference: Reference) -> None:
        """Show the schemes of `reference`."""
        for block, _ in self._schemes:
            self._list.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._schemes.clear()
        for scheme in reference.band_schemes.values():
            meta = reference.files["bands"]
            origin = source_name(scheme.source_id, reference.sources)
            note = self.tr("{} Source: {}, {} ({}). Confidence {}.").format(
                scheme.note, origin, meta.year, scheme.source_id, meta.confidence
            )
            self._add(scheme.title, note, _bands(scheme))
        self._add_specialty(reference)
        self._add(
            self.tr("My own"),
            self.tr("Edges that you set in a scenario. They change the words, not the impact."),
            [],
        )

    def set_search(self, text: str) -> int:
        """Show the schemes that say `text`; return how many do."""
        words = fold(text).split()
        found = 0
        for block, said in self._schemes:
            block.setVisible(all(word in said for word in words))
            found += not block.isHidden()
        return found

    def _add_specialty(self, reference: Reference) -> None:
        meta = reference.files["charting_outcomes_2026"]
        self._add(
            self.tr("Specialty {}").format(meta.year),
            self.tr(
                "Quartiles of those who matched in one specialty and applicant type, and the "
                "median of those who did not. Source: {}. Confidence {}."
            ).format(meta.title, meta.confidence),
            [
                (self.tr("Below"), self.tr("under the not-matched median")),
                (self.tr("Up to Q1"), self.tr("from that median")),
                (self.tr("Middle half"), self.tr("Q1 to Q3")),
                (self.tr("Above Q3"), self.tr("upper quarter")),
            ],
        )

    def _add(self, title: str, note: str, bands: list[tuple[str, str]]) -> None:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(title, TextRole.STRONG))
        if bands:
            column.addWidget(BandRamp(self._theme, bands))
        column.addWidget(TextLabel(note, TextRole.CAPTION, Tone.INK2, wrap=True))
        self._list.addWidget(block)
        said = " ".join((title, note, *(word for band in bands for word in band)))
        self._schemes.append((block, fold(said)))


def _bands(scheme: BandScheme) -> list[tuple[str, str]]:
    ranges = [(band.label, scheme.range_text(band)) for band in scheme.bands]
    return [(name, "" if fold(reach) == fold(name) else reach) for name, reach in ranges]
