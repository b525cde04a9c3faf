"""Works out the buckets of programs anew when the file, the list or the facts change."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from PySide6.QtCore import QObject, QTimer, Signal

from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.outlook.linear import OutlookInput
from smartpick_desktop.core.outlook.rating import rate_programs, rows_to_rate
from smartpick_desktop.core.outlook.rules import OutlookRules
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.ui.document import Document

if TYPE_CHECKING:
    from smartpick_desktop.core.outlook.results import ProgramChance


_SETTLED = 150  # milliseconds without an edit: a score still being typed is not rated


class Ratings(QObject):
    """Follows a document; edits in quick succession are answered once."""

    changed = Signal(object)  # Mapping[str, ProgramChance]

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
        self._rules = rules
        self._usual_score = usual_score
        self.ratings: dict[str, ProgramChance] = {}
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SETTLED)
        self._wait.timeout.connect(self.work_out)

        document.scenario_changed.connect(lambda _: self._wait.start())
        document.applicant_changed.connect(lambda _: self._wait.start())
        document.facts_changed.connect(lambda _: self._wait.start())

    def given(self) -> OutlookInput:
        """What chances are worked out from now."""
        return OutlookInput(
            applicant=self._document.applicant,
            scenario=self._document.scenario,
            directory=self._directory,
            facts=self._facts(),
            rules=self._rules,
            usual_score=self._usual_score,
        )

    def of(self, program_id: str) -> "ProgramChance | None":
        """The chance of one program, with its reason; None without a score or a program."""
        given, row = self.given(), self._directory.index_of(program_id)
        if row is None:
            return None
        return rate_programs(given, np.array([row], dtype=np.int32)).get(program_id)

    def work_out(self) -> None:
        """Work the buckets out and tell who listens."""
        given = self.given()
        ratings = rate_programs(given, rows_to_rate(given), reasons=False)
        if ratings != self.ratings:
            self.ratings = ratings
            self.changed.emit(ratings)
