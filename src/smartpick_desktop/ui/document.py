"""The document: the open applicant, who hears of changes, and the undo stack."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.repository import LibraryError
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.commands import ReplaceShown, Shown


class Document(QObject):
    """Holds one applicant, turns edits into undo steps, saves each, and tells who listens."""

    applicant_changed = Signal(object)  # Applicant
    scenario_changed = Signal(object)  # Scenario; another value of it, or another one
    list_changed = Signal(object)  # Scenario; its list, season or targets differ
    saved = Signal()
    save_failed = Signal(str)  # a sentence for the user; the edit is kept in memory

    def __init__(
        self,
        applicant: Applicant,
        save: Callable[[Applicant], None],
        *,
        scenario_id: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._shown = Shown(applicant=applicant, scenario_id=_first(applicant, scenario_id))
        self._unsaved = False
        self._run = 0
        self.undo_stack = QUndoStack(self)

    @property
    def applicant(self) -> Applicant:
        """The open applicant."""
        return self._shown.applicant

    @property
    def scenario(self) -> Scenario:
        """The open scenario."""
        return self.applicant.scenario(self._shown.scenario_id)

    @property
    def has_unsaved_edits(self) -> bool:
        """Whether the last edit could not be written."""
        return self._unsaved

    def open(self, applicant: Applicant, scenario_id: str | None = None) -> None:
        """Show another applicant; undo starts anew."""
        self.undo_stack.clear()
        self._tell(Shown(applicant=applicant, scenario_id=_first(applicant, scenario_id)))

    def switch_to(self, scenario_id: str) -> None:
        """Show another scenario of the same applicant; that is no edit."""
        if scenario_id != self._shown.scenario_id:
            self.end_run()
            self._tell(replace(self._shown, scenario_id=scenario_id))

    def edit_scenario(self, text: str, after: Scenario, *, field: str = "") -> None:
        """Move on to `after` as an undo step named `text`; nothing happens if it is no change."""
        self.edit_applicant(text, self.applicant.with_scenario(after), field=field)

    def edit_applicant(
        self, text: str, after: Applicant, *, field: str = "", show: str | None = None
    ) -> None:
        """Move on to `after`, showing the scenario `show`, as an undo step named `text`."""
        shown = Shown(applicant=after, scenario_id=show or self._shown.scenario_id)
        if after == self.applicant:
            return
        run = f"{field}/{self._shown.scenario_id}/{self._run}" if field else ""
        self.undo_stack.push(
            ReplaceShown(text, self._show, before=self._shown, after=shown, field=run)
        )

    def end_run(self) -> None:
        """Let the next edit be an undo step of its own, even of the same field."""
        self._run += 1

    def save_again(self) -> bool:
        """Try once more to write what could not be written; whether it is kept now."""
        self._keep(self.applicant)
        return not self._unsaved

    def _show(self, shown: Shown) -> None:
        self._keep(shown.applicant)
        self._tell(shown)

    def _keep(self, applicant: Applicant) -> None:
        # Written before anything is drawn: a process killed after this line has lost nothing.
        try:
            self._save(applicant)
        except LibraryError as error:
            self._unsaved = True
            self.save_failed.emit(str(error))
        else:
            self._unsaved = False
            self.saved.emit()

    def _tell(self, shown: Shown) -> None:
        before, self._shown = self._shown, shown
        if shown.applicant != before.applicant:
            self.applicant_changed.emit(shown.applicant)
        scenario, former = self.scenario, _scenario_of(before)
        if scenario == former:
            return
        self.scenario_changed.emit(scenario)
        if _list_of(scenario) != _list_of(former):
            self.list_changed.emit(scenario)


def _scenario_of(shown: Shown) -> Scenario:
    return shown.applicant.scenario(shown.scenario_id)


def _list_of(scenario: Scenario) -> tuple[object, ...]:
    """What the program list goes by; a run of edits to a score leaves it the same."""
    return (scenario.id, scenario.entries, scenario.season, scenario.targets)


def _first(applicant: Applicant, wanted: str | None) -> str:
    known = {scenario.id for scenario in applicant.scenarios}
    return wanted if wanted in known else applicant.actual_id
