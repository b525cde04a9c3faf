"""What can be done with one target: order, backup, survey figure, removal."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from smartpick_desktop.core.exams import HIGHEST_SCORE, LOWEST_SCORE
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario, Target
from smartpick_desktop.ui.document import Document

_USUAL_SCORE = 230


class TargetMenu(QMenu):
    """Edits one target of the open scenario, each choice one undo step."""

    def __init__(
        self, document: Document, reference: Reference, key: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._key = key
        self._name = reference.short_name(key)
        scenario = document.scenario
        at = [target.specialty for target in scenario.targets].index(key)

        self._offer(self.tr("Move to the front"), lambda: self._move(0), can=at > 0)
        self._offer(self.tr("Move one place back"), lambda: self._move(at + 1),
                    can=at + 1 < len(scenario.targets))  # fmt: skip
        backup = self._offer(self.tr("Backup specialty"), self._toggle_backup)
        backup.setCheckable(True)
        backup.setChecked(scenario.backup == key)
        self.addSeparator()
        self._offer(self.tr("Survey figure for the anchor…"), self._ask_anchor)
        has_anchor = scenario.targets[at].survey_anchor is not None
        self._offer(self.tr("Back to the stand-in"), lambda: self._anchor(None), can=has_anchor)
        self.addSeparator()
        self._offer(self.tr("Remove"), self._remove)

    def _offer(self, text: str, do: Callable[[], None], *, can: bool = True) -> QAction:
        action = QAction(text, self)
        action.setEnabled(can)
        action.triggered.connect(lambda _=False: do())
        self.addAction(action)
        return action

    def _target(self) -> Target:
        return next(t for t in self._document.scenario.targets if t.specialty == self._key)

    def _move(self, to: int) -> None:
        scenario = self._document.scenario
        rest = [target for target in scenario.targets if target.specialty != self._key]
        rest.insert(to, self._target())
        self._edit(self.tr("Move {}"), replace(scenario, targets=tuple(rest)))

    def _toggle_backup(self) -> None:
        scenario = self._document.scenario
        backup = None if scenario.backup == self._key else self._key
        self._edit(self.tr("Mark {} as backup"), replace(scenario, backup=backup))

    def _ask_anchor(self) -> None:
        score, taken = QInputDialog.getInt(
            self.parentWidget(),
            self.tr("Survey figure"),
            self.tr("Step 2 CK score from which programs in {} are not concerned:").format(
                self._name
            ),
            self._target().survey_anchor or _USUAL_SCORE,
            LOWEST_SCORE,
            HIGHEST_SCORE,
        )
        if taken:
            self._anchor(score)

    def _anchor(self, score: int | None) -> None:
        after = self._document.scenario.with_target(replace(self._target(), survey_anchor=score))
        self._edit(self.tr("Change the anchor of {}"), after)

    def _remove(self) -> None:
        after = self._document.scenario.without_target(self._key)
        self._edit(self.tr("Remove {}"), after)

    def _edit(self, text: str, after: Scenario) -> None:
        self._document.edit_scenario(text.format(self._name), after)
