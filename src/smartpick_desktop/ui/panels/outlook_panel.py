"""The outlook of the list: range, interviews, what more programs add, and another score."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.outlook.results import CurvePoint, Outlook
from smartpick_desktop.core.outlook.rules import Settings
from smartpick_desktop.core.outlook.words import (
    OF_PEOPLE,
    RANKING,
    TOGETHER,
    interviews_words,
    next_words,
    range_words,
    what_if_words,
)
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.latest_job import LatestJob
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.divider import Divider
from smartpick_desktop.ui.widgets.flow_layout import FlowLayout
from smartpick_desktop.ui.widgets.interview_bars import InterviewBars
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.number_field import NumberField
from smartpick_desktop.ui.widgets.outlook_curve import OutlookCurve
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

WhatIf = Callable[[int], Outlook | None]
Anew = Callable[[int], Callable[[], int | None]]


class OutlookPanel(QWidget):
    """Shows what was worked out; what is asked of it is passed on."""

    suggest_requested = Signal()
    signals_requested = Signal()
    explain_requested = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._settings: Settings | None = None
        self._what_if: WhatIf | None = None
        self._anew: Anew | None = None
        self._job = LatestJob(self)
        self._outlook: Outlook | None = None
        self._none = TextLabel("", TextRole.BODY, wrap=True)
        self._range = TextLabel("", TextRole.FIGURE)
        self._people = TextLabel(OF_PEOPLE, TextRole.CAPTION, wrap=True)
        self._expect = TextLabel("", TextRole.CAPTION, wrap=True)
        self._bars = InterviewBars(theme)
        self._curve = OutlookCurve(theme)
        self._next = TextLabel("", TextRole.CAPTION, wrap=True)
        self._score = NumberField(
            name=self.tr("Another Step 2 CK score"),
            lowest=1,
            highest=300,
            none=self.tr("as it is"),
        )
        self._becomes = TextLabel("", TextRole.CAPTION, wrap=True)
        self._chosen = TextLabel("", TextRole.CAPTION, wrap=True)
        self._suggest = primary_button(self.tr("Suggest a list…"), theme)
        self._signals = secondary_button(self.tr("Place signals…"), theme)
        self._notes = TextLabel("", TextRole.CAPTION, wrap=True)
        self._how = LinkButton(self.tr("How is this worked out?"))
        self._figures = QWidget()

        self._lay_out()

        self._curve.point_read.connect(self._on_point_read)
        self._score.number_edited.connect(lambda _: self._render_what_if())
        self._job.done.connect(self._on_chosen_anew)
        self._suggest.clicked.connect(self.suggest_requested)
        self._signals.clicked.connect(self.signals_requested)
        self._how.clicked.connect(self.explain_requested)
        document.scenario_changed.connect(lambda _: self._render_none())
        self._render()

    def set_rules(self, settings: Settings, what_if: WhatIf, anew: Anew) -> None:
        """Say chances by `settings`; ask `what_if` for other scores, `anew` for their lists."""
        self._settings, self._what_if, self._anew = settings, what_if, anew
        self._render()

    def set_outlook(self, outlook: Outlook | None) -> None:
        """Show the outlook of the open scenario; None while there is none."""
        self._outlook = outlook
        self._render()

    def _lay_out(self) -> None:
        figures = QVBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(6)
        another = QHBoxLayout()
        another.addWidget(TextLabel(self.tr("With another score"), TextRole.HEADING), 1)
        another.addWidget(self._score)
        for widget in (
            Divider(Qt.Orientation.Horizontal),
            *(TextLabel(self.tr("Interviews"), TextRole.HEADING), self._expect, self._bars),
            Divider(Qt.Orientation.Horizontal),
            TextLabel(self.tr("What more programs add"), TextRole.HEADING),
            *(self._curve, self._next, Divider(Qt.Orientation.Horizontal)),
        ):
            figures.addWidget(widget)
        figures.addLayout(another)
        figures.addWidget(self._becomes)
        figures.addWidget(self._chosen)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._suggest)
        flow.addWidget(self._signals)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(TextLabel(self.tr("Outlook of this list"), TextRole.TITLE))
        column.addWidget(self._none)
        column.addWidget(self._range)
        column.addWidget(self._people)
        column.addWidget(buttons)
        column.addWidget(self._figures)
        column.addWidget(self._notes)
        column.addWidget(self._how, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _render(self) -> None:
        outlook, settings = self._outlook, self._settings
        self._render_none()
        shown = outlook is not None and settings is not None
        for part in (self._range, self._people, self._figures):
            part.setVisible(shown)
        self._notes.setVisible(shown)
        if outlook is None or settings is None:
            return
        self._range.setText(range_words(outlook.low, outlook.high, settings))
        self._expect.setText(interviews_words(outlook))
        self._bars.show_distribution(outlook.interviews, outlook.fewest, outlook.most)
        self._curve.show_points(outlook.curve, len(outlook.programs))
        self._on_point_read(None)
        self._notes.setText("\n\n".join((*outlook.notes, TOGETHER, RANKING)))
        self._render_what_if()

    def _render_none(self) -> None:
        scenario = self._document.scenario
        scored = scenario.step2_score is not None
        self._suggest.setEnabled(scored and bool(scenario.targets))
        self._signals.setEnabled(scored and bool(scenario.entries))
        text = ""
        if not scored:
            text = self.tr("Enter a Step 2 CK score, taken or planned, to see an outlook.")
        elif not scenario.targets and not scenario.entries:
            text = self.tr("Choose a specialty to apply to first.")
        elif not scenario.entries:
            text = self.tr("Put programs on the list, or have one suggested.")
        self._none.setText(text)
        self._none.setVisible(bool(text))

    def _render_what_if(self) -> None:
        outlook, settings = self._outlook, self._settings
        score, now = self._score.number(), self._document.scenario.step2_score
        text = self.tr("Type or step to a score to see what would change.")
        self._chosen.setText("")
        if score is not None and now is not None and outlook and settings and self._what_if:
            after = self._what_if(score)
            if after is not None:
                text = what_if_words(outlook, after, (now, score), settings)
                if self._anew is not None:
                    self._job.ask(self._anew(score))
        elif score is None and now is not None:
            self._score.setToolTip(self.tr("The score is {} now.").format(now))
        self._becomes.setText(text)

    def _on_chosen_anew(self, found: object) -> None:
        score = self._score.number()
        if score is None or not isinstance(found, int):
            return
        text = self.tr("A list chosen for {} would have {} other programs.").format(score, found)
        if found < 2:
            one = self.tr("A list chosen for {} would have one other program.")
            none = self.tr("A list chosen for {} would have the same programs.")
            text = (one if found else none).format(score)
        self._chosen.setText(text)

    def _on_point_read(self, point: CurvePoint | None) -> None:
        outlook, settings = self._outlook, self._settings
        if point is None or settings is None:
            self._next.setText(next_words(outlook) if outlook else "")
            return
        said = range_words(point.low, point.high, settings)
        one = self.tr("1 program") if point.count == 1 else None
        programs = one or self.tr("{} programs").format(point.count)
        cost = self.tr(", ${:,}").format(point.dollars) if point.dollars else ""
        self._next.setText(f"{programs}{cost}: {said}")
        self._curve.setAccessibleDescription(self._next.text())
