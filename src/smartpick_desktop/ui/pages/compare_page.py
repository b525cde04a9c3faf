"""The compare page: two to four scenarios side by side, and how their lists differ."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.core.list_diff import ListChange, list_diff
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.side_by_side import FEWEST, MOST, Side, SideBySide
from smartpick_desktop.core.side_by_side_sheets import changes_sheet, lines_sheet
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.score_run_panel import ScoreRunPanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import secondary_button
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.widgets.flow_layout import FlowLayout
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.sheet_table import SheetTable
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

LISTS, SCORES = "lists", "scores"
SidesOf = Callable[[Sequence[str]], Sequence[Side]]
Compare = Callable[[Sequence[Side]], SideBySide]


class ComparePage(QWidget):
    """Works out what is in sight: the chosen scenarios, the actual one first."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        sides_of: SidesOf,
        compare: Compare,
        directory: Directory,
        names: Mapping[str, str],
        run: ScoreRunPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        self._sides_of = sides_of
        self._compare = compare
        self._directory = directory
        self._names = names
        self.run = run
        self._chosen: list[str] = []
        self._applicant = ""
        self._sides: Sequence[Side] = ()
        self._compared: SideBySide | None = None
        self._stale = True
        self._title = TextLabel("", TextRole.TITLE)
        self._note = TextLabel("", TextRole.CAPTION, wrap=True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.only = QCheckBox(self.tr("Only what differs"))
        self.copy_button = secondary_button(self.tr("Copy as table"), theme, "copy")
        self.lines = SheetTable(theme, name=self.tr("Scenarios side by side"), sortable=False)
        self._against = TextLabel("", TextRole.TITLE)
        self.which = SegmentedControl(theme, [], name=self.tr("Which list"), small=True)
        self.changes = SheetTable(theme, name=self.tr("How the lists differ"))
        self._detail = NoteBox(theme, lines=2)
        self.parts = SegmentedControl(
            theme,
            [
                Choice(key=LISTS, text=self.tr("Lists")),
                Choice(key=SCORES, text=self.tr("Other scores")),
            ],
            name=self.tr("What is compared below"),
            small=True,
        )
        self._below = QStackedWidget()
        self._few = TextLabel("", TextRole.BODY, Tone.INK2, wrap=True)

        self._lay_out()

        self.only.toggled.connect(lambda _: self._render_lines())
        self.copy_button.clicked.connect(self.copy)
        self.which.choice_edited.connect(lambda _: self._render_changes())
        self.parts.choice_edited.connect(self.show_part)
        self.changes.detail_changed.connect(self._detail.set_text)
        QShortcut(QKeySequence.StandardKey.Copy, self.lines, self.copy)
        document.scenario_changed.connect(lambda _: self.refresh())
        document.applicant_changed.connect(lambda _: self.refresh())
        document.facts_changed.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Compare again, now or when the page comes into sight."""
        self._stale = True
        if self.isVisible():
            self._render()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._render()

    def set_compact(self, *, compact: bool) -> None:
        """Take the narrow margins, or the wide."""
        margin = 16 if compact else 20
        self._column.setContentsMargins(margin, 0, margin, margin - 2)

    def copy(self) -> None:
        """Put what is shown on the clipboard, as a table."""
        if self._compared is not None:
            text = self._compared.text(only_differing=self.only.isChecked())
            QApplication.clipboard().setText(text)

    def chosen(self) -> tuple[str, ...]:
        """The scenarios compared, by id, the one that others are held against first."""
        return tuple(self._chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._chips, 1)
        head.addWidget(self.only)
        head.addWidget(self.copy_button)
        top = Card()
        above = QVBoxLayout(top)
        above.setContentsMargins(18, 14, 18, 12)
        above.setSpacing(8)
        above.addLayout(head)
        above.addWidget(self._note)
        above.addWidget(self._few)
        above.addWidget(self.lines, 1)
        second = QHBoxLayout()
        second.addWidget(self.parts)
        second.addSpacing(6)
        second.addWidget(self._against)
        second.addStretch(1)
        second.addWidget(self.which)
        lists = QWidget()
        listed = QVBoxLayout(lists)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(8)
        listed.addWidget(self.changes, 1)
        listed.addWidget(self._detail)
        self._below.addWidget(lists)
        self._below.addWidget(self.run)
        self._lower = Card()
        below = QVBoxLayout(self._lower)
        below.setContentsMargins(18, 14, 18, 12)
        below.setSpacing(8)
        below.addLayout(second)
        below.addWidget(self._below, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addWidget(top, 3)
        self._column.addWidget(self._lower, 2)
        self.set_compact(compact=False)

    def _render(self) -> None:
        self._stale = False
        self._choose()
        self._render_chips()
        enough = len(self._chosen) >= FEWEST
        self._sides = self._sides_of(self._chosen) if enough else ()
        self._compared = self._compare(self._sides) if enough else None
        for part in (self.lines, self._note):
            part.setVisible(enough)
        self.show_part(self.parts.choice() if enough else SCORES)
        self._few.setVisible(not enough)
        self._few.setText(
            self.tr("Two scenarios are needed. Duplicate this one with Ctrl+D, and change it.")
            if len(self._document.applicant.scenarios) < FEWEST
            else self.tr("Choose two scenarios or more.")
        )
        self._title.setText(self.tr("{} scenarios").format(len(self._chosen)))
        self._render_lines()
        self._render_which()

    def show_part(self, key: str) -> None:
        """Show how the lists differ, or what other scores would say."""
        self.parts.set_choice(key)
        scores = key == SCORES
        self._below.setCurrentIndex(int(scores))
        self.which.setVisible(not scores)
        self._against.setVisible(not scores)
        if scores and self.isVisible():
            self._look_at_scores()

    def _look_at_scores(self) -> None:
        scenarios = self._document.applicant.scenarios
        marks = {s.name: s.step2_score for s in scenarios if s.step2_score is not None}
        targets = [target.specialty for target in self._document.scenario.targets]
        self.run.look_again(targets, marks)

    def _choose(self) -> None:
        """Keep the choice as far as it is there; the actual scenario and the next at first."""
        applicant = self._document.applicant
        every = [scenario.id for scenario in applicant.scenarios]
        first = [applicant.actual_id, *(key for key in every if key != applicant.actual_id)]
        if applicant.id != self._applicant:
            self._applicant, self._chosen = applicant.id, first[:MOST]
        self._chosen = [key for key in first if key in self._chosen]
        if len(self._chosen) < FEWEST:
            self._chosen = first[: max(FEWEST, len(self._chosen))]

    def _render_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for scenario in self._document.applicant.scenarios:
            chip = Chip(scenario.name, self._theme)
            chip.set_selected(scenario.id in self._chosen)
            chip.clicked.connect(lambda _=False, key=scenario.id: self._toggle(key))
            self._flow.addWidget(chip)
            chip.show()

    def _toggle(self, key: str) -> None:
        if key in self._chosen:
            if len(self._chosen) > FEWEST:
                self._chosen.remove(key)
        elif len(self._chosen) < MOST:
            self._chosen.append(key)
        else:
            self._chosen[-1] = key
        self._render()

    def _render_lines(self) -> None:
        if self._compared is not None:
            self.lines.set_sheet(lines_sheet(self._compared, only_differing=self.only.isChecked()))
            cohort = self._compared.cohort
            whose = self.tr("Percentiles: {}.").format(cohort) if cohort else ""
            self._note.setText(" ".join(filter(None, (self._compared.note, whose))))
            self._note.setVisible(bool(self._note.text()))

    def _render_which(self) -> None:
        before = self.which.choice()
        others = [side.scenario for side in self._sides[1:]]
        choices = [
            Choice(key=one.id, text=one.name, count=str(len(self._diff(number))))
            for number, one in enumerate(others, start=1)
        ]
        self.which.set_choices(choices)
        keys = [choice.key for choice in choices]
        if keys:
            self.which.set_choice(before if before in keys else keys[0])
        self._render_changes()

    def _render_changes(self) -> None:
        keys = [side.scenario.id for side in self._sides]
        if len(keys) < FEWEST:
            return
        found = self._diff(keys.index(self.which.choice()))
        name = self._sides[0].scenario.name
        self._against.setText(self.tr("Programs that differ from {}").format(name))
        self.changes.set_sheet(changes_sheet(found, self._directory, self._names))
        hint = self.tr("Choose a row to read why.")
        self._detail.set_text(hint if found else self.tr("The lists and standings are the same."))

    def _diff(self, at: int) -> tuple[ListChange, ...]:
        first, other = self._sides[0], self._sides[at]
        return list_diff(first.scenario, other.scenario, first.outlook, other.outlook)
