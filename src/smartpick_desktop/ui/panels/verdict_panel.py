"""The verdict card: state, sentence, reasons, what would change it, and where to go next."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from smartpick_desktop.core.scenario import Group, Reading
from smartpick_desktop.core.verdict_card import VerdictCard, verdict_card
from smartpick_desktop.ui.assessor import Assessor, View
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.reason_list import ReasonList
from smartpick_desktop.ui.state_glyphs import glyph_of
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.state_glyph import StateGlyph
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class VerdictPanel(Card):
    """Says what the score means for the specialty in focus, and lets the reading be chosen."""

    rule_requested = Signal(str)  # rule ID
    list_requested = Signal()

    def __init__(
        self, theme: Theme, document: Document, assessor: Assessor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._document = document
        self._assessor = assessor
        self._menu = QMenu(self)
        self._for = TextLabel(self.tr("Verdict for"), TextRole.HEADING)
        self._specialty = LinkButton("", theme, "chevron-down", icon_after=True)
        self._specialty.setAccessibleName(self.tr("Specialty of the verdict"))
        self._glyph = StateGlyph(theme, size=24)
        self._headline = TextLabel("", TextRole.VERDICT, wrap=True)
        self._sentence = TextLabel("", TextRole.BODY, Tone.INK2, wrap=True)
        self._impact = TextLabel("", TextRole.CAPTION, wrap=True)
        self._stricter = TextLabel("", TextRole.CAPTION, Tone.NEEDS, wrap=True)
        self._reasons = ReasonList(theme)
        self._group = self._make_group(theme)
        self._reading = self._make_reading(theme)
        self._list = primary_button(self.tr("Open the list"), theme, "list")
        self._rules = LinkButton(self.tr("Show rules"))

        self._lay_out()

        self._specialty.clicked.connect(self._open_menu)
        self._reasons.rule_requested.connect(self.rule_requested)
        self._group.choice_edited.connect(self._on_group_edited)
        self._reading.choice_edited.connect(self._on_reading_edited)
        self._list.clicked.connect(self.list_requested)
        self._rules.clicked.connect(lambda: self.rule_requested.emit(""))
        assessor.view_changed.connect(self._render)
        self._render(assessor.view)

    def card(self) -> VerdictCard:
        """What is shown now."""
        return self._card

    def _make_group(self, theme: Theme) -> SegmentedControl:
        choices = [
            Choice(key=Group.LESS, text=self.tr("Less")),
            Choice(key=Group.MODERATE, text=self.tr("Moderate")),
            Choice(key=Group.ULTRA, text=self.tr("Ultra")),
        ]
        return SegmentedControl(
            theme, choices, name=self.tr("How competitive the specialty is"), small=True
        )

    def _make_reading(self, theme: Theme) -> SegmentedControl:
        choices = [
            Choice(
                key=Reading.ARTICLE,
                text=self.tr("Article"),
                tooltip=self.tr("The headline follows one article's bands and tiers"),
            ),
            Choice(
                key=Reading.FIGURES,
                text=self.tr("Figures"),
                tooltip=self.tr("The headline follows published match figures"),
            ),
            Choice(
                key=Reading.STRICTER,
                text=self.tr("Stricter"),
                tooltip=self.tr("The headline follows the stricter of the two"),
            ),
        ]
        return SegmentedControl(theme, choices, name=self.tr("Headline follows"), small=True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(5)
        head.addWidget(self._for)
        head.addWidget(self._specialty)
        head.addStretch(1)
        title = QHBoxLayout()
        title.setSpacing(9)
        title.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(self._headline, 1)
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self._list)
        foot.addWidget(self._rules)
        foot.addStretch(1)
        follows = QHBoxLayout()
        follows.setSpacing(8)
        follows.addWidget(TextLabel(self.tr("Reading"), TextRole.CAPTION))
        follows.addStretch(1)
        follows.addWidget(self._reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 16, 14)
        column.setSpacing(7)
        column.addLayout(head)
        column.addLayout(title)
        for widget in (self._sentence, self._impact, self._stricter, self._group):
            column.addWidget(widget)
        column.addWidget(self._reasons, 1)
        column.addLayout(follows)
        column.addLayout(foot)

    def _render(self, view: View) -> None:
        card = verdict_card(view.scenario, view.assessment, view.reference, view.focus)
        self._card = card
        name = view.reference.short_name(card.specialty) if card.specialty else ""
        self._for.setText(self.tr("Verdict for") if name else self.tr("Verdict without a target"))
        self._specialty.setText(name)
        self._specialty.setVisible(bool(name))
        self._glyph.set_glyph(glyph_of(card.state), card.headline)
        self._headline.setText(card.headline)
        self._sentence.setText(card.sentence)
        self._show(self._impact, card.impact_text)
        self._show(self._stricter, card.stricter_note)
        self._group.setVisible(card.needs_group)
        if card.needs_group:
            self._show_group(view.verdict.group if view.verdict else None)
        self._reasons.show_card(card)
        self._reading.set_choice(view.scenario.reading)

    def _show_group(self, group: Group | None) -> None:
        if group is None:
            self._group.clear_choice()
        else:
            self._group.set_choice(group)

    def _show(self, label: TextLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _open_menu(self) -> None:
        view = self._assessor.view
        self._menu.clear()
        for target in view.scenario.targets:
            action = QAction(view.reference.short_name(target.specialty), self._menu)
            action.setCheckable(True)
            action.setChecked(target.specialty == view.focus)
            action.triggered.connect(
                lambda _=False, key=target.specialty: self._assessor.set_focus(key)
            )
            self._menu.addAction(action)
        self._menu.popup(self._specialty.mapToGlobal(self._specialty.rect().bottomLeft()))

    def _on_reading_edited(self, key: str) -> None:
        after = replace(self._document.scenario, reading=Reading(key))
        self._document.edit_scenario(self.tr("Change reading"), after, field="reading")

    def _on_group_edited(self, key: str) -> None:
        view = self._assessor.view
        target = next(t for t in view.scenario.targets if t.specialty == view.focus)
        after = view.scenario.with_target(replace(target, group=Group(key)))
        self._document.edit_scenario(self.tr("Set the group"), after)
