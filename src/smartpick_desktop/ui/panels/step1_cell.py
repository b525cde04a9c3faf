"""The Step 1 cell: a score of the numeric years, or pass or fail."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from smartpick_desktop.core.exams import ExamOutcome, Step1Result, step1_problem
from smartpick_desktop.core.norms import percentile_text
from smartpick_desktop.ui.assessor import Assessor, View
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.score_cell import ScoreCell
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.choice_link import ChoiceLink
from smartpick_desktop.ui.widgets.date_field import DateField
from smartpick_desktop.ui.widgets.score_field import ScoreField

_SCORE = "score"
_FIRST_STEP = 230


class Step1Cell(ScoreCell):
    """Binds Step 1 to the document, both ways."""

    def __init__(
        self, theme: Theme, document: Document, assessor: Assessor, parent: QWidget | None = None
    ) -> None:
        super().__init__("Step 1", parent=parent)
        self._document = document
        self._scenario_id = ""
        self.field = ScoreField(
            theme, name=self.tr("Step 1 score"), placeholder="–", first_step=_FIRST_STEP
        )
        self._words = {
            _SCORE: self.tr("score"),
            ExamOutcome.PASS: self.tr("pass"),
            ExamOutcome.FAIL: self.tr("fail"),
        }
        self._choice = ChoiceLink(
            theme,
            name=self.tr("Step 1 was reported as"),
            choices={
                _SCORE: self.tr("A score (before 26 Jan 2022)"),
                ExamOutcome.PASS: self.tr("Pass"),
                ExamOutcome.FAIL: self.tr("Fail"),
            },
        )
        self._date = DateField(theme, name=self.tr("Step 1 date"), unknown=self.tr("Exam date?"))

        self.head.addWidget(self._choice)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.foot.insertWidget(0, self._date)

        self.field.score_edited.connect(self._on_score_edited)
        self.field.problem_changed.connect(self._render_problem)
        self._choice.choice_edited.connect(self._on_kind_edited)
        self._date.date_edited.connect(self._on_date_edited)
        self._date.problem_changed.connect(self._render_problem)
        assessor.view_changed.connect(self._render)
        self._render(assessor.view)

    def _render(self, view: View) -> None:
        step1 = view.scenario.step1
        if view.scenario.id != self._scenario_id:
            self._scenario_id = view.scenario.id
            self.field.restore()
            self._date.restore()
        outcome = step1.outcome if step1 else None
        self._choice.set_choice(outcome or _SCORE, self._words[outcome or _SCORE])
        self.field.setEnabled(outcome is None)
        words = {ExamOutcome.PASS: self.tr("Pass"), ExamOutcome.FAIL: self.tr("Fail")}
        self.field.set_placeholder(words[outcome] if outcome else "–")
        self.field.set_score(step1.score if step1 else None)
        self._date.set_date(step1.taken_on if step1 else None)
        self._date.setVisible(step1 is not None)
        known = view.assessment.step1.percentile
        if known is not None:
            then = percentile_text(known)
            cohort = view.reference.step1_norms.short_cohort
            self.set_line(self.tr("{} then").format(then))
            self._line.setToolTip(
                self.tr("Norms of {}: another scale than Step 2 CK.").format(cohort)
            )
        else:
            self.set_line("" if step1 else self.tr("Leave empty if not taken"))

    def _render_problem(self) -> None:
        of_score = self.field.problem()
        self.set_problem(of_score or self._date.problem(), of_foot=not of_score)

    def _on_score_edited(self, score: int | None) -> None:
        scenario = self._document.scenario
        taken_on = scenario.step1.taken_on if scenario.step1 else None
        step1 = None if score is None else Step1Result(score=score, taken_on=taken_on)
        after = replace(scenario, step1=step1)
        self._document.edit_scenario(self.tr("Change Step 1"), after, field="step1")

    def _on_kind_edited(self, kind: str) -> None:
        scenario = self._document.scenario
        taken_on = scenario.step1.taken_on if scenario.step1 else None
        self.field.restore()
        self._date.restore()
        outcome = None if kind == _SCORE else ExamOutcome(kind)
        step1 = Step1Result(outcome=outcome, taken_on=taken_on) if outcome else None
        self._document.edit_scenario(
            self.tr("Change Step 1"), replace(scenario, step1=step1), field="step1.kind"
        )
        if kind == _SCORE:
            self.field.setFocus()

    def _on_date_edited(self, taken_on: date | None) -> None:
        scenario = self._document.scenario
        if scenario.step1 is None:
            return
        if message := step1_problem(scenario.step1.score, taken_on):
            self._date.refuse(message, scenario.step1.taken_on)
            return
        after = replace(scenario, step1=replace(scenario.step1, taken_on=taken_on))
        self._document.edit_scenario(self.tr("Change Step 1 date"), after, field="step1.date")
