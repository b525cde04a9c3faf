"""The Step 2 CK cell: a score taken, a score planned, or a fail without a number."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.norms import about_percentile
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.assessor import Assessor, View
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.score_cell import ScoreCell
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.choice_link import ChoiceLink
from smartpick_desktop.ui.widgets.date_field import DateField
from smartpick_desktop.ui.widgets.score_field import ScoreField


class Step2Kind(StrEnum):
    """How a Step 2 CK result stands."""

    TAKEN = "taken"
    PLANNED = "planned"
    FAILED = "failed"


class Step2Cell(ScoreCell):
    """Binds Step 2 CK to the document, both ways."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        assessor: Assessor,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Step 2 CK", parent=parent)
        self._document = document
        self._today = today
        self._kind = Step2Kind.TAKEN
        self._scenario_id = ""
        self.field = ScoreField(theme, name=self.tr("Step 2 CK score"), placeholder="CK")
        self._words = {
            Step2Kind.TAKEN: self.tr("taken"),
            Step2Kind.PLANNED: self.tr("planned"),
            Step2Kind.FAILED: self.tr("fail"),
        }
        self._choice = ChoiceLink(
            theme,
            name=self.tr("Step 2 CK is"),
            choices={
                Step2Kind.TAKEN: self.tr("Taken, or still to come"),
                Step2Kind.PLANNED: self.tr("Planned: try a score out"),
                Step2Kind.FAILED: self.tr("Failed, no number"),
            },
        )
        self._date = DateField(
            theme, name=self.tr("Step 2 CK date"), unknown=self.tr("Exam date?")
        )

        self.head.addWidget(self._choice)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.foot.insertWidget(0, self._date)

        self._choice.choice_edited.connect(self._on_kind_edited)
        self.field.score_edited.connect(self._on_score_edited)
        self.field.problem_changed.connect(self._render_problem)
        self._date.date_edited.connect(self._on_date_edited)
        self._date.problem_changed.connect(self._render_problem)
        assessor.view_changed.connect(self._render)
        self._render(assessor.view)

    def _render(self, view: View) -> None:
        step2 = view.scenario.step2
        if view.scenario.id != self._scenario_id:
            self._scenario_id = view.scenario.id
            self.field.restore()
            self._date.restore()
            self._kind = Step2Kind.TAKEN
        if step2 is not None:
            self._kind = _kind_of(step2)
        elif self._kind is Step2Kind.FAILED:
            self._kind = Step2Kind.TAKEN  # the fail was undone
        self._choice.set_choice(self._kind, self._words[self._kind])
        failed = self._kind is Step2Kind.FAILED
        self.field.setEnabled(not failed)
        self.field.set_placeholder(self.tr("Fail") if failed else "CK")
        self.field.set_score(step2.score if step2 else None)
        self._date.set_date(step2.taken_on if step2 else None)
        self._date.setVisible(step2 is not None and self._kind is not Step2Kind.PLANNED)
        self.set_line(self._line_of(view))

    def _render_problem(self) -> None:
        of_score = self.field.problem()
        self.set_problem(of_score or self._date.problem(), of_foot=not of_score)

    def _line_of(self, view: View) -> str:
        found = view.assessment.step2
        if found is None:
            return self.tr("No score yet")
        if found.passed is False and found.pass_mark is not None:
            return self.tr("under {}").format(found.pass_mark)
        return "" if found.percentile is None else about_percentile(found.percentile)

    def _on_score_edited(self, score: int | None) -> None:
        scenario = self._document.scenario
        planned = self._kind is Step2Kind.PLANNED
        taken_on = scenario.step2.taken_on if scenario.step2 and not planned else None
        step2 = None
        if score is not None:
            step2 = Step2Result(score=score, planned=planned, taken_on=taken_on)
        self._edit(scenario, step2, "step2")

    def _on_kind_edited(self, key: str) -> None:
        scenario = self._document.scenario
        self._kind = kind = Step2Kind(key)
        old = scenario.step2
        score, taken_on = (old.score, old.taken_on) if old else (None, None)
        step2 = None
        match kind:
            case Step2Kind.FAILED:
                step2 = Step2Result(failed=True, taken_on=taken_on)
            case Step2Kind.PLANNED if score is not None:
                step2 = Step2Result(score=score, planned=True)
            case Step2Kind.TAKEN if score is not None:
                step2 = Step2Result(score=score, taken_on=taken_on)
            case _:
                pass
        self.field.restore()
        self._date.restore()
        self._edit(scenario, step2, "step2.kind")
        self.field.setEnabled(kind is not Step2Kind.FAILED)
        self._choice.set_choice(kind, self._words[kind])

    def _on_date_edited(self, taken_on: date | None) -> None:
        scenario = self._document.scenario
        if scenario.step2 is None or scenario.step2.planned:
            return
        if taken_on is not None and taken_on > self._today():
            reason = self.tr("That day is still to come; mark the score as planned.")
            self._date.refuse(reason, scenario.step2.taken_on)
            return
        self._edit(scenario, replace(scenario.step2, taken_on=taken_on), "step2.date")

    def _edit(self, scenario: Scenario, step2: Step2Result | None, field: str) -> None:
        after = replace(scenario, step2=step2)
        self._document.edit_scenario(self.tr("Change Step 2 CK"), after, field=field)


def _kind_of(step2: Step2Result) -> Step2Kind:
    if step2.failed:
        return Step2Kind.FAILED
    return Step2Kind.PLANNED if step2.planned else Step2Kind.TAKEN
