"""The forecast cell: what the practice exams foretold, against the score."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from smartpick_desktop.core.assessment.verdict import ForecastReading
from smartpick_desktop.core.exams import PracticeExam
from smartpick_desktop.ui.assessor import Assessor, View
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.practice_panel import PracticePanel
from smartpick_desktop.ui.panels.score_cell import ScoreCell
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.popover import Popover
from smartpick_desktop.ui.widgets.score_field import ScoreField


class ForecastCell(ScoreCell):
    """One practice score is typed here; several are kept in the panel behind the link."""

    def __init__(
        self, theme: Theme, document: Document, assessor: Assessor, parent: QWidget | None = None
    ) -> None:
        super().__init__("Forecast", parent=parent)
        self._theme = theme
        self._document = document
        self._today = assessor.today
        self._scenario_id = ""
        self._popover: Popover | None = None
        self.field = ScoreField(theme, name=self.tr("Forecast score"), placeholder="–")
        self._button = LinkButton(self.tr("exams"), theme, "chevron-down", icon_after=True)
        self._button.setAccessibleName(self.tr("Practice exams"))

        self.head.addWidget(self._button)
        self.body.addWidget(self.field)
        self.body.addStretch(1)

        self._button.clicked.connect(self._open_exams)
        self.field.score_edited.connect(self._on_score_edited)
        self.field.problem_changed.connect(self.set_problem)
        assessor.view_changed.connect(self._render)
        self._render(assessor.view)

    def _render(self, view: View) -> None:
        if view.scenario.id != self._scenario_id:
            self._scenario_id = view.scenario.id
            self.field.restore()
            self.set_problem("")
        exams, found = view.scenario.practice, view.assessment.forecast
        self.field.set_score(round(found.mean) if found else None)
        self.field.setEnabled(len(exams) <= 1)
        words = {0: self.tr("exams"), 1: self.tr("1 exam")}
        self._button.setText(words.get(len(exams), self.tr("{} exams").format(len(exams))))
        self.set_line(_gap_words(found) if found else self.tr("Mean of practice exams"))

    def _open_exams(self) -> None:
        self._popover = Popover(PracticePanel(self._theme, self._document, self._today), self)
        self._popover.closed.connect(self._popover.deleteLater)
        self._popover.open_below(self._button)

    def _on_score_edited(self, score: int | None) -> None:
        scenario = self._document.scenario
        if len(scenario.practice) > 1:
            return
        exams: tuple[PracticeExam, ...] = ()
        if score is not None:
            kept = scenario.practice[0] if scenario.practice else PracticeExam(score=score)
            exams = (replace(kept, score=score),)
        after = replace(scenario, practice=exams)
        self._document.edit_scenario(self.tr("Change forecast"), after, field="practice")


def _gap_words(found: ForecastReading) -> str:
    """The gap in words; negative is under the forecast."""
    if found.gap is None:
        return (
            f"{found.low} to {found.high}" if found.low != found.high else "No score to hold it to"
        )
    size = f"{abs(found.gap):g}"
    side = "above" if found.gap > 0 else "under"
    noise = "inside noise" if found.within_noise else "beyond noise"
    return f"{size} {side}, {noise}" if found.gap else f"As forecast, {noise}"
