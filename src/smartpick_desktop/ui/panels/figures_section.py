"""The figures: files, pass marks by date, noise, and what changes with the season."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.figure_sheets import (
    files_sheet,
    noise_words,
    pass_mark_sheet,
    people_of,
)
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.season_sheets import fees_sheet, signals_sheet
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.scroll_column import ScrollColumn
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole
from smartpick_desktop.ui.widgets.titled_sheet import TitledSheet


class FiguresSection(ScrollColumn):
    """Shows every file of figures with year, confidence and n; the row in focus in full."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name="", parent=parent)
        self.setAccessibleName(self.tr("Figures"))
        self._theme = theme
        self._reference: Reference | None = None
        self._sheets: list[TitledSheet] = []
        self._noise = TextLabel("", TextRole.CAPTION, wrap=True)
        self._directory = TextLabel("", TextRole.CAPTION, wrap=True)
        self._directory.hide()

        self.column.setContentsMargins(18, 6, 14, 8)
        self.column.setSpacing(0)
        self.column.addWidget(TextLabel(self.tr("Figures"), TextRole.TITLE))
        self.column.addSpacing(4)
        self.column.addWidget(self._noise)
        self._files = self._add_table(self.tr("Files"))
        self._marks = self._add_table(self.tr("Step 2 CK pass marks"))
        self._fees = self._add_table(self.tr("ERAS fees by season"))
        self._signals = self._add_table(self.tr("Program signals by season"))
        self.column.addSpacing(16)
        self.column.addWidget(self._directory)
        self.column.addStretch(1)

    def set_reference(self, reference: Reference) -> None:
        """Show the files, pass marks and noise of `reference`."""
        self._reference = reference
        self._noise.setText(f"{noise_words(reference)} {people_of(reference)}")
        self._files.set_sheet(files_sheet(reference))
        self._marks.set_sheet(pass_mark_sheet(reference))

    def set_seasons(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Show fees and signals by season; the reference comes first, for their sources."""
        sources = self._reference.sources if self._reference else {}
        self._fees.set_sheet(fees_sheet(fees, sources))
        self._signals.set_sheet(signals_sheet(quotas, sources))

    def set_directory(self, attribution: str, programs: int) -> None:
        """Say what the directory of programs is."""
        text = self.tr("Directory: {} programs. {}.").format(f"{programs:,}", attribution)
        self._directory.setText(text)
        self._directory.show()

    def set_search(self, text: str) -> int:
        """Show the rows that say `text`; return how many do."""
        return sum(sheet.set_search(text) for sheet in self._sheets)

    def _add_table(self, title: str) -> TitledSheet:
        sheet = TitledSheet(self._theme, title)
        self.column.addWidget(sheet)
        self._sheets.append(sheet)
        return sheet
