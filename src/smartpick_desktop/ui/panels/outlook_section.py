"""How chances are worked out: the story, the limits, and every number behind them."""

from PySide6.QtWidgets import QWidget

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.outlook.explained import (
    LIMITS,
    STORY,
    coefficients_sheet,
    groups_sheet,
)
from smartpick_desktop.core.outlook.rules import OutlookRules
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.scroll_column import ScrollColumn
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone
from smartpick_desktop.ui.widgets.titled_sheet import TitledSheet

_WIDEST = 720


class OutlookSection(ScrollColumn):
    """Paragraphs to read and two tables; a search keeps what says the words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name="", parent=parent)
        self.setAccessibleName(self.tr("How chances are worked out"))
        self._theme = theme
        self._texts: list[TextLabel] = []
        self._sheets: list[TitledSheet] = []
        self.column.setContentsMargins(18, 6, 14, 8)
        self.column.setSpacing(0)
        self.column.addWidget(TextLabel(self.tr("How chances are worked out"), TextRole.TITLE))
        for text in STORY:
            self._add_text(text)
        self._add_head(self.tr("What it cannot do"))
        for text in LIMITS:
            self._add_text(text)
        self._terms = self._add_table(self.tr("Every term, with its doubt and source"))
        self._groups = self._add_table(self.tr("Every group, and how it fared"))
        self.column.addStretch(1)

    def set_rules(self, rules: OutlookRules, reference: Reference) -> None:
        """Show the terms and groups of `rules`."""
        self._terms.set_sheet(coefficients_sheet(rules))
        self._groups.set_sheet(groups_sheet(rules, reference))

    def set_search(self, text: str) -> int:
        """Show what says `text`; return how many paragraphs and rows do."""
        words = fold(text).split()
        found = 0
        for label in self._texts:
            says = all(word in fold(label.text()) for word in words)
            label.setVisible(says)
            found += says
        return found + sum(sheet.set_search(text) for sheet in self._sheets)

    def _add_text(self, text: str) -> None:
        label = TextLabel(text, TextRole.BODY, Tone.INK2, wrap=True)
        label.setMaximumWidth(self._theme.length(_WIDEST))
        self.column.addSpacing(8)
        self.column.addWidget(label)
        self._texts.append(label)

    def _add_head(self, text: str) -> None:
        self.column.addSpacing(16)
        self.column.addWidget(TextLabel(text, TextRole.STRONG, Tone.INK))

    def _add_table(self, title: str) -> TitledSheet:
        sheet = TitledSheet(self._theme, title, detail_lines=2)
        self.column.addWidget(sheet)
        self._sheets.append(sheet)
        return sheet
