"""Works out buckets and the outlook anew when the file, the list or the facts change."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from PySide6.QtCore import QObject, QTimer, Signal

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.fees import SeasonFees, fees_for
from smartpick_desktop.core.outlook.curve import with_curve
from smartpick_desktop.core.outlook.linear import OutlookInput
from smartpick_desktop.core.outlook.listing import outlook, what_if, with_score
from smartpick_desktop.core.outlook.rating import rate_programs, rows_to_rate
from smartpick_desktop.core.outlook.rules import OutlookRules
from smartpick_desktop.core.outlook.suggesting import suggest, would_change
from smartpick_desktop.core.outlook.task import Wish
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.document import Document

if TYPE_CHECKING:
    from smartpick_desktop.core.outlook.results import Outlook, ProgramChance


_SETTLED = 150  # milliseconds without an edit: a score still being typed is not rated


class Ratings(QObject):
    """Follows a document; edits in quick succession are answered once."""

    changed = Signal(object)  # Mapping[str, ProgramChance]
    outlook_changed = Signal(object)  # Outlook | None

    def __init__(
        self,
        document: Document,
        directory: Directory,
        facts: Callable[[], FactColumns],
        rules: OutlookRules,
        usual_score: Callable[[str], float | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._directory = directory
        self._facts = facts
        self.rules = rules
        self._usual_score = usual_score
        self._fees: Sequence[SeasonFees] = ()
        self.ratings: dict[str, ProgramChance] = {}
        self.outlook: Outlook | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SETTLED)
        self._wait.timeout.connect(self.work_out)

        document.scenario_changed.connect(lambda _: self._wait.start())
        document.applicant_changed.connect(lambda _: self._wait.start())
        document.facts_changed.connect(lambda _: self._wait.start())

    def set_fees(self, fees: Sequence[SeasonFees]) -> None:
        """Price lists by these tables."""
        self._fees = fees
        self._wait.start()

    def given(self) -> OutlookInput:
        """What chances are worked out from now."""
        return OutlookInput(
            applicant=self._document.applicant,
            scenario=self._document.scenario,
            directory=self._directory,
            facts=self._facts(),
            rules=self.rules,
            usual_score=self._usual_score,
        )

    def of(self, program_id: str) -> "ProgramChance | None":
        """The chance of one program, with its reason; None without a score or a program."""
        given, row = self.given(), self._directory.index_of(program_id)
        if row is None:
            return None
        return rate_programs(given, np.array([row], dtype=np.int32)).get(program_id)

    def what_if(self, score: int) -> "Outlook | None":
        """The outlook of the same list with another Step 2 CK score."""
        return what_if(self.given(), score)

    def chosen_anew(self, score: int, quotas: Sequence[SignalQuota]) -> Callable[[], int | None]:
        """What works out, beside the window, how many programs a list for that score has instead.

        It is for the first specialty of the list, as many programs of it, signals as they are.
        """
        given = with_score(self.given(), score)
        keys = [eras_specialty(entry.specialty) for entry in given.scenario.entries]
        wish = Wish(specialty=keys[0], count=keys.count(keys[0]), signals=False) if keys else None

        def work() -> int | None:
            found = suggest(given, wish, quotas) if wish else None
            return None if found is None else would_change(found)

        return work

    def work_out(self) -> None:
        """Work the buckets and the outlook out and tell who listens."""
        given = self.given()
        ratings = rate_programs(given, rows_to_rate(given), reasons=False)
        if ratings != self.ratings:
            self.ratings = ratings
            self.changed.emit(ratings)
        found = outlook(given)
        if found is not None:
            found = with_curve(given, found, fees_for(self._fees, given.scenario.season))
        if found != self.outlook:
            self.outlook = found
            self.outlook_changed.emit(found)
