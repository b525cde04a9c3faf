"""The assessor: what the rules say of the open scenario, worked out once for every panel."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QObject, Signal

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.assessment.verdict import Assessment, TargetVerdict
from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.core.number_line_build import number_line
from smartpick_desktop.core.number_line_rows import LineInput
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One scenario with everything said of it; `focus` is the specialty in focus, if any."""

    applicant: Applicant
    scenario: Scenario
    reference: Reference
    assessment: Assessment
    focus: str | None
    line: NumberLine = field(repr=False)

    @property
    def verdict(self) -> TargetVerdict | None:
        """The verdict on the specialty in focus."""
        return next((v for v in self.assessment.verdicts if v.specialty == self.focus), None)


class Assessor(QObject):
    """Follows a document and tells what its open scenario amounts to."""

    view_changed = Signal(object)  # View

    def __init__(
        self,
        document: Document,
        reference: Reference,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._reference = reference
        self._today = today
        self._focus: dict[str, str] = {}  # scenario id -> specialty
        self._known: dict[str, tuple[Scenario, Applicant, Assessment]] = {}
        self._view = self._look()
        document.scenario_changed.connect(self._on_changed)
        document.applicant_changed.connect(self._on_changed)

    @property
    def view(self) -> View:
        """What is said of the open scenario."""
        return self._view

    def today(self) -> date:
        """The day by which scores are judged."""
        return self._today()

    def set_reference(self, reference: Reference) -> None:
        """Judge by other rules and figures from now on."""
        self._reference = reference
        self._known.clear()
        self._on_changed()

    def set_focus(self, specialty: str) -> None:
        """Put a target of the open scenario in focus."""
        self._focus[self._document.scenario.id] = specialty
        self._on_changed()

    def assessment(self, scenario: Scenario) -> Assessment:
        """What is said of any scenario of the open applicant; remembered while it stays as is."""
        applicant = self._document.applicant
        known = self._known.get(scenario.id)
        if known and known[0] is scenario and _same_person(known[1], applicant):
            return known[2]
        found = assess(applicant.applicant_type, scenario, self._reference, today=self._today())
        self._known[scenario.id] = (scenario, applicant, found)
        return found

    def focus_of(self, scenario: Scenario) -> str | None:
        """The specialty in focus of a scenario: the chosen one, else its first target."""
        targets = [target.specialty for target in scenario.targets]
        chosen = self._focus.get(scenario.id)
        return chosen if chosen in targets else (targets[0] if targets else None)

    def _on_changed(self, _: object = None) -> None:
        # The document tells of the applicant and of the scenario: one look serves both.
        if self._is_current():
            return
        self._view = self._look()
        self.view_changed.emit(self._view)

    def _is_current(self) -> bool:
        view, scenario = self._view, self._document.scenario
        return (
            view.applicant is self._document.applicant
            and view.scenario is scenario
            and view.reference is self._reference
            and view.focus == self.focus_of(scenario)
        )

    def _look(self) -> View:
        applicant, scenario = self._document.applicant, self._document.scenario
        assessment, focus = self.assessment(scenario), self.focus_of(scenario)
        given = LineInput(
            applicant=applicant,
            scenario=scenario,
            assessment=assessment,
            reference=self._reference,
            focus=focus,
            today=self._today(),
        )
        return View(
            applicant=applicant,
            scenario=scenario,
            reference=self._reference,
            assessment=assessment,
            focus=focus,
            line=number_line(given),
        )


def _same_person(one: Applicant, other: Applicant) -> bool:
    return one.applicant_type == other.applicant_type
