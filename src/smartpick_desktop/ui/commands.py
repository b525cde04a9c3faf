"""The undo step: one whole applicant in the place of another."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.program_facts import FactBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a document shows: an applicant, and which of the scenarios is open.

    `facts` is there in a step that changed the fact book; None leaves the book alone, so that
    to undo another step never takes back what was learned since.
    """

    applicant: Applicant
    scenario_id: str
    facts: FactBook | None = None


class ReplaceShown(QUndoCommand):
    """Swap what is shown for another; a run of edits to one field is a single step."""

    def __init__(
        self, text: str, show: Callable[[Shown], None], *, before: Shown, after: Shown, field: str
    ) -> None:
        super().__init__(text)
        self._show = show
        self.before = before
        self.after = after
        self.field = field

    def id(self) -> int:
        return 1 if self.field else -1

    def redo(self) -> None:
        self._show(self.after)

    def undo(self) -> None:
        self._show(self.before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ReplaceShown) or other.field != self.field:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True
