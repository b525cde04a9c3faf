"""The document: the open applicant, who hears of changes, and the undo stack."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.program_facts import FactBook, FactChange, change_between
from smartpick_desktop.core.repository import LibraryError
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.commands import ReplaceShown, Shown


class Save(Protocol):
    """Keeps an applicant, and with it what changed of the fact book, whole or not at all."""

    def __call__(self, applicant: Applicant, facts: FactChange | None = None, /) -> None: ...


class Document(QObject):
    """Holds one applicant, turns edits into undo steps, saves each, and tells who listens."""

    applicant_changed = Signal(object)  # Applicant
    scenario_changed = Signal(object)  # Scenario; another value of it, or another one
    list_changed = Signal(object)  # Scenario; its list, season or targets differ
    facts_changed = Signal(object)  # FactBook
    saved = Signal()
    save_failed = Signal(str)  # a sentence for the user; the edit is kept in memory

    def __init__(
        self,
        applicant: Applicant,
        save: Save,
        *,
        scenario_id: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._shown = Shown(applicant=applicant, scenario_id=_first(applicant, scenario_id))
        self._facts = FactBook()
        self._kept_facts = self._facts
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
    def facts(self) -> FactBook:
        """What is known of programs; empty until it is read from the library."""
        return self._facts

    @property
    def has_unsaved_edits(self) -> bool:
        """Whether the last edit could not be written."""
        return self._unsaved

    def open(self, applicant: Applicant, scenario_id: str | None = None) -> None:
        """Show another applicant; undo starts anew."""
        self.undo_stack.clear()
        self._tell(Shown(applicant=applicant, scenario_id=_first(applicant, scenario_id)))

    def take_facts(self, facts: FactBook) -> None:
        """Go by the fact book that was read from the library; that is no edit."""
        self._facts = self._kept_facts = facts
        self.facts_changed.emit(facts)

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
        self._push(text, self._shown, shown, field)

    def edit_facts(
        self, text: str, after: FactBook, *, scenario: Scenario | None = None, field: str = ""
    ) -> None:
        """Move on to another fact book, and with it to `scenario`, as one undo step."""
        applicant = self.applicant.with_scenario(scenario) if scenario else self.applicant
        before = replace(self._shown, facts=self._facts)
        shown = replace(self._shown, applicant=applicant, facts=after)
        if shown != before:
            self._push(text, before, shown, field)

    def end_run(self) -> None:
        """Let the next edit be an undo step of its own, even of the same field."""
        self._run += 1

    def save_again(self) -> bool:
        """Try once more to write what could not be written; whether it is kept now."""
        self._keep(self.applicant, self._facts)
        return not self._unsaved

    def _push(self, text: str, before: Shown, after: Shown, field: str) -> None:
        run = f"{field}/{self._shown.scenario_id}/{self._run}" if field else ""
        self.undo_stack.push(ReplaceShown(text, self._show, before=before, after=after, field=run))

    def _show(self, shown: Shown) -> None:
        facts = self._facts if shown.facts is None else shown.facts
        self._keep(shown.applicant, facts)
        changed, self._facts = facts is not self._facts, facts
        self._tell(replace(shown, facts=None))
        if changed:
            self.facts_changed.emit(facts)

    def _keep(self, applicant: Applicant, facts: FactBook) -> None:
        # Written before anything is drawn: a process killed after this line has lost nothing.
        try:
            if facts is self._kept_facts:
                self._save(applicant)
            else:
                self._save(applicant, change_between(self._kept_facts, facts))
        except LibraryError as error:
            self._unsaved = True
            self.save_failed.emit(str(error))
        else:
            self._unsaved = False
            self._kept_facts = facts
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
    return (
        *(scenario.id, scenario.entries, scenario.season, scenario.targets),
        *(scenario.dismissals, scenario.never, scenario.preferences),
        *(scenario.interview_goal, scenario.couples),
    )


def _first(applicant: Applicant, wanted: str | None) -> str:
    known = {scenario.id for scenario in applicant.scenarios}
    return wanted if wanted in known else applicant.actual_id
