"""The desk: which applicant of the library lies open, and the ways to another."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.eras import season_on
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.repository import (
    ApplicantSummary,
    Library,
    LibraryError,
    UnreadableApplicantError,
    next_code,
)
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.scenario_edits import ScenarioEdits

_LAST_APPLICANT = "last_applicant"
_LAST_SCENARIO = "last_scenario"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the desk needs of the world: clock, ids, rules, library, and the demo applicant."""

    library: Library
    reference: Reference
    today: Callable[[], date]
    new_id: Callable[[], str]
    demo_applicant: Callable[[], Applicant]


class ApplicantDesk(QObject):
    """Opens, makes, renames and removes applicants; every fault becomes a sentence."""

    opened = Signal()
    emptied = Signal()  # the last applicant was removed
    removed = Signal(str, str)  # id and code of an applicant that can still be restored
    failed = Signal(str)  # a sentence for the user

    def __init__(
        self, applicant: Applicant, around: Surroundings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._library = around.library
        self._place = ("", "")
        scenario_id = self._noted(_LAST_SCENARIO)
        self.document = Document(
            applicant, around.library.save, scenario_id=scenario_id, parent=self
        )
        self.assessor = Assessor(self.document, around.reference, around.today, self)
        self.edits = ScenarioEdits(self.document, around.new_id, self)

        self.document.scenario_changed.connect(self._note_place)
        self._note_place()

    def applicants(self) -> tuple[ApplicantSummary, ...]:
        """Every applicant of the library; none, and a sentence, where it cannot be read."""
        try:
            return self._library.applicants()
        except LibraryError as error:
            self.failed.emit(str(error))
            return ()

    def open(self, applicant_id: str) -> None:
        """Open an applicant of the library."""
        if self._may_leave():
            with self._telling():
                self._show(self._library.load(applicant_id))

    def add(self, applicant: Applicant) -> None:
        """Keep a new applicant and open it."""
        if self._may_leave():
            with self._telling():
                self._library.add(applicant)
                self._show(applicant)

    def add_new(self) -> None:
        """Keep an applicant under the next code, and open it."""
        with self._telling():
            self.add(new_applicant(self._library, self._around.new_id, self._around.today()))

    def add_demo(self) -> None:
        """Keep a made-up applicant to look around with, and open it."""
        self.add(self._around.demo_applicant())

    def remove(self) -> None:
        """Take the open applicant out of the library; `restore` brings it back."""
        gone = self.document.applicant
        if self._may_leave():
            with self._telling():
                self._library.remove(gone.id)
                rest = _first_readable(self._library, self._library.applicants())
                if rest is None:
                    self.emptied.emit()
                else:
                    self._show(rest)
                self.removed.emit(gone.id, gone.code)

    def restore(self, applicant_id: str) -> None:
        """Bring a removed applicant back and open it."""
        if self._may_leave():
            with self._telling():
                self._library.restore(applicant_id)
                self._show(self._library.load(applicant_id))

    def rename(self, code: str, name: str) -> None:
        """Give the open applicant another code and name; that can be undone."""
        after = replace(self.document.applicant, code=code, name=name)
        self.document.edit_applicant(self.tr("Change code and name"), after, field="name")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except LibraryError as error:
            self.failed.emit(str(error))

    def _may_leave(self) -> bool:
        """Whether every edit of the open applicant is kept; the document says why if not."""
        return not self.document.has_unsaved_edits or self.document.save_again()

    def _show(self, applicant: Applicant) -> None:
        self.document.open(applicant)
        self._note_place()
        self.opened.emit()

    def _note_place(self, _: object = None) -> None:
        place = (self.document.applicant.id, self.document.scenario.id)
        if place == self._place:
            return
        self._place = place
        # Where the user was is a comfort, not their work: a fault here stays silent.
        try:
            self._library.set_state(_LAST_APPLICANT, place[0])
            self._library.set_state(_LAST_SCENARIO, place[1])
        except LibraryError:
            return

    def _noted(self, key: str) -> str | None:
        try:
            return self._library.state(key)
        except LibraryError:
            return None


def last_applicant(library: Library) -> Applicant | None:
    """The applicant that was open last, else the first that can be read, else None."""
    last = library.state(_LAST_APPLICANT)
    in_turn = sorted(library.applicants(), key=lambda summary: summary.id != last)
    return _first_readable(library, in_turn)


def new_applicant(library: Library, new_id: Callable[[], str], today: date) -> Applicant:
    """An applicant with one empty scenario of the season at hand, under the next free code."""
    scenario = Scenario(id=new_id(), name="Actual", season=season_on(today))
    return Applicant(
        id=new_id(),
        code=next_code(library.codes()),
        scenarios=(scenario,),
        actual_id=scenario.id,
    )


def _first_readable(library: Library, in_turn: Iterable[ApplicantSummary]) -> Applicant | None:
    for summary in in_turn:
        with suppress(UnreadableApplicantError):
            return library.load(summary.id)
    return None
