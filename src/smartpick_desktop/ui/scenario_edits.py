"""The edits of an applicant's scenarios as a whole: new, duplicate, rename, delete, actual."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.document import Document


class ScenarioEdits(QObject):
    """Makes each an undo step of the document; `new_id` gives ids never used before."""

    told = Signal(str)  # a short message for the user
    emptied = Signal()  # a new scenario is open, and waits for its score

    def __init__(
        self, document: Document, new_id: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._new_id = new_id
        self._forecast: Callable[[], float | None] = lambda: None

    def set_forecast(self, forecast: Callable[[], float | None]) -> None:
        """Ask `forecast` for what practice exams of the open scenario foretell."""
        self._forecast = forecast

    def new(self) -> None:
        """Add an empty scenario with the targets and profile of the open one, and show it."""
        now = self._document.scenario
        fresh = replace(
            now, id=self._new_id(), name=self._free_name("Scenario"), step2=None, entries=()
        )
        self._add(self.tr("New scenario"), fresh)
        self.emptied.emit()

    def duplicate(self) -> None:
        """Add a copy of the open scenario, and show it."""
        now = self._document.scenario
        copy = replace(now, id=self._new_id(), name=self._free_name(f"{now.name} copy"))
        self._add(self.tr("Duplicate '{}'").format(now.name), copy)

    def from_forecast(self) -> None:
        """Add a copy of the open scenario whose Step 2 CK is what practice exams foretell."""
        now, found = self._document.scenario, self._forecast()
        if found is None:
            self.told.emit(self.tr("Enter practice exams first; the forecast is their mean"))
            return
        step2 = Step2Result(score=round(found), planned=True)
        name = self._free_name(self.tr("Forecast {}").format(round(found)))
        copy = replace(now, id=self._new_id(), name=name, step2=step2)
        self._add(self.tr("New scenario from the forecast"), copy)

    def rename(self, scenario_id: str, name: str) -> None:
        """Call a scenario `name`."""
        applicant = self._document.applicant
        renamed = replace(applicant.scenario(scenario_id), name=name)
        self._document.edit_applicant(
            self.tr("Rename to '{}'").format(name), applicant.with_scenario(renamed)
        )

    def delete(self) -> None:
        """Delete the open scenario; the last one stays. Undo brings it back."""
        applicant, now = self._document.applicant, self._document.scenario
        if len(applicant.scenarios) == 1:
            self.told.emit(self.tr("The last scenario stays"))
            return
        at = applicant.scenarios.index(now)
        after = applicant.without_scenario(now.id)
        shown = after.scenarios[max(0, at - 1)].id
        text = self.tr("Delete '{}'").format(now.name)
        self._document.edit_applicant(text, after, show=shown)
        self.told.emit(self.tr("'{}' deleted; undo brings it back").format(now.name))

    def mark_actual(self) -> None:
        """Mark the open scenario as what really happened."""
        applicant, now = self._document.applicant, self._document.scenario
        text = self.tr("Mark '{}' as actual").format(now.name)
        self._document.edit_applicant(text, applicant.with_actual(now.id))

    def step(self, by: int) -> None:
        """Show the scenario `by` places further on, round and round."""
        scenarios = self._document.applicant.scenarios
        at = scenarios.index(self._document.scenario)
        self._document.switch_to(scenarios[(at + by) % len(scenarios)].id)

    def _add(self, text: str, scenario: Scenario) -> None:
        applicant = self._document.applicant
        after = applicant.with_added(scenario, after=self._document.scenario.id)
        self._document.edit_applicant(text, after, show=scenario.id)

    def _free_name(self, wanted: str) -> str:
        taken = {scenario.name for scenario in self._document.applicant.scenarios}
        numbers = (f"{wanted} {number}" for number in range(2, len(taken) + 3))
        return next(name for name in (wanted, *numbers) if name not in taken)
