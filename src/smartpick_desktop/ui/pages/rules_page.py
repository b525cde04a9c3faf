"""The page of rules and sources: everything a verdict rests on, to read and to search."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.figure_sheets import sources_sheet
from smartpick_desktop.core.list_check_sheet import list_checks_sheet
from smartpick_desktop.core.outlook.rules import OutlookRules
from smartpick_desktop.core.reading_sheets import tiers_sheet
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.core.verdict_card import FIGURES_ID
from smartpick_desktop.ui.panels.bands_section import BandsSection
from smartpick_desktop.ui.panels.comparison_section import ComparisonSection
from smartpick_desktop.ui.panels.figures_section import FiguresSection
from smartpick_desktop.ui.panels.outlook_section import OutlookSection
from smartpick_desktop.ui.panels.rules_index import RulesIndex
from smartpick_desktop.ui.panels.rules_section import RulesSection
from smartpick_desktop.ui.panels.sheet_section import SheetSection
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.note_box import NoteBox

RULES, BANDS, TIERS, CHECKS, OUTLOOK = "rules", "bands", "tiers", "checks", "outlook"
FIGURES, COMPARISON, SOURCES = "figures", "comparison", "sources"

_Section = RulesSection | BandsSection | SheetSection | FiguresSection | OutlookSection


class RulesPage(QWidget):
    """Shows a reference. What is done with rules files is asked for, never done here."""

    export_requested = Signal()
    load_requested = Signal()
    reset_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._index = RulesIndex(theme, self._titles())
        self._notes = NoteBox(theme)
        self._rules = RulesSection(theme)
        self._bands = BandsSection(theme)
        self._tiers = SheetSection(theme, self.tr("Tiers"))
        self._checks = SheetSection(theme, self.tr("List checks"))
        self._outlook = OutlookSection(theme)
        self._outlook_rules: OutlookRules | None = None
        self._figures = FiguresSection(theme)
        self._comparison = ComparisonSection(theme)
        self._sources = SheetSection(theme, self.tr("Sources"))
        self._sections: dict[str, _Section] = {
            RULES: self._rules,
            BANDS: self._bands,
            TIERS: self._tiers,
            CHECKS: self._checks,
            OUTLOOK: self._outlook,
            FIGURES: self._figures,
            COMPARISON: self._comparison,
            SOURCES: self._sources,
        }
        self._stack = QStackedWidget()
        for section in self._sections.values():
            self._stack.addWidget(section)

        self._row = QHBoxLayout(self)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 8, 4, 8)
        inside.addWidget(self._stack)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._notes)
        right.addWidget(card, 1)
        self._row.addWidget(self._index)
        self._row.addLayout(right, 1)
        self.set_compact(compact=False)
        self._index.sections.set_section(RULES)

        self._index.search_edited.connect(self._on_search_edited)
        self._index.section_edited.connect(self._show_section)
        self._index.export_requested.connect(self.export_requested)
        self._index.load_requested.connect(self.load_requested)
        self._index.reset_requested.connect(self.reset_requested)

    def set_reference(self, reference: Reference) -> None:
        """Show the rules and figures of `reference`."""
        for section in (self._rules, self._bands, self._figures, self._comparison):
            section.set_reference(reference)
        self._tiers.set_sheet(
            tiers_sheet(reference),
            self.tr(
                "Tier 1 to 9 as one article gives it, beside an index of 1 to 9 from outcomes of "
                "US MD seniors. Tinted: the two lie 2 or more apart."
            ),
        )
        self._checks.set_sheet(
            list_checks_sheet(reference),
            self.tr(
                "What a program list is looked at for. Each can be set aside with a reason, which "
                "stays with the list."
            ),
        )
        intro = self.tr("Read directly or in a transcription, as each line says. {} sources.")
        self._sources.set_sheet(sources_sheet(reference), intro.format(len(reference.sources)))
        if self._outlook_rules is not None:
            self._outlook.set_rules(self._outlook_rules, reference)
        self._on_search_edited(self._index.search.text())

    def set_outlook(self, rules: OutlookRules, reference: Reference) -> None:
        """Show how chances are worked out, by these rules."""
        self._outlook_rules = rules
        self._outlook.set_rules(rules, reference)

    def set_seasons(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Show fees and signals by season, after the reference."""
        self._figures.set_seasons(fees, quotas)

    def set_directory(self, attribution: str, programs: int) -> None:
        """Say what the directory of programs is."""
        self._figures.set_directory(attribution, programs)

    def set_edited(self, files: tuple[str, ...], problems: tuple[str, ...]) -> None:
        """Say which rules files are the user's own, and which were passed over and why."""
        self._index.set_edited(files, has_problems=bool(problems))
        passed_over = self.tr("Passed over, the built-in file is in force: {}")
        self._notes.set_text("\n".join(passed_over.format(problem) for problem in problems))

    def set_compact(self, *, compact: bool) -> None:
        """Take the narrow margins, or the wide."""
        margin = 16 if compact else 20
        self._row.setContentsMargins(margin, 0, margin, margin - 2)
        self._row.setSpacing(12 if compact else 14)

    def open_rule(self, rule_id: str) -> None:
        """Show a rule and point it out; a matrix cell opens `B` and is marked itself.

        The ID of the figures' reason opens the article against the figures.
        """
        self._forget_search()
        if rule_id == FIGURES_ID:
            self._go_to(COMPARISON)
        else:
            self._go_to(RULES)
            self._rules.open_rule(rule_id)

    def open_outlook(self) -> None:
        """Show how chances are worked out."""
        self._forget_search()
        self._go_to(OUTLOOK)

    def open_checks(self) -> None:
        """Show the list checks."""
        self._forget_search()
        self._go_to(CHECKS)

    def open_sources(self) -> None:
        """Show the sources."""
        self._forget_search()
        self._go_to(SOURCES)

    def section(self) -> str:
        """The key of the section in sight."""
        return self._index.sections.section()

    def _titles(self) -> dict[str, str]:
        return {
            RULES: self.tr("Rules"),
            BANDS: self.tr("Bands"),
            TIERS: self.tr("Tiers"),
            CHECKS: self.tr("List checks"),
            OUTLOOK: self.tr("Chances"),
            FIGURES: self.tr("Figures"),
            COMPARISON: self.tr("Article and figures"),
            SOURCES: self.tr("Sources"),
        }

    def _go_to(self, key: str) -> None:
        self._index.sections.set_section(key)
        self._show_section(key)

    def _show_section(self, key: str) -> None:
        self._stack.setCurrentWidget(self._sections[key])

    def _forget_search(self) -> None:
        self._index.search.set_text("")
        self._on_search_edited("")

    def _on_search_edited(self, text: str) -> None:
        counts = {key: each.set_search(text) for key, each in self._sections.items()}
        self._index.sections.set_counts(counts if text.strip() else {})
