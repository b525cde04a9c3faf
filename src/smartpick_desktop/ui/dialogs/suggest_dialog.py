"""A list suggested as changes: what comes in, what goes out, which signals move, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QWidget

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.fees import SeasonFees, counts_by_specialty, fees_for
from smartpick_desktop.core.outlook.budget import programs_for
from smartpick_desktop.core.outlook.linear import OutlookInput
from smartpick_desktop.core.outlook.results import ChangeKind, Suggestion
from smartpick_desktop.core.outlook.suggesting import accept, specialty_in, suggest
from smartpick_desktop.core.outlook.task import Wish
from smartpick_desktop.core.outlook.words import nearness_words, range_words
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.dialogs.suggest_view import SuggestView
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.latest_job import LatestJob
from smartpick_desktop.ui.theme import Theme

USUAL = 40
"""Programs asked for where the list has fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestRoom:
    """What a suggestion is worked out from, and what its specialties are called."""

    given: Callable[[], OutlookInput]
    fees: Sequence[SeasonFees]
    quotas: Sequence[SignalQuota]
    names: Mapping[str, str]


class SuggestDialog(QDialog):
    """Works a list out beside the window after each edit; nothing changes before it is taken."""

    told = Signal(str)  # a sentence for the window, once changes were taken over

    def __init__(
        self,
        theme: Theme,
        document: Document,
        room: SuggestRoom,
        specialties: Sequence[str],
        *,
        programs: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._room = room
        self._programs = programs
        self._found: Suggestion | None = None
        self._finished = False
        self._cost = ""
        self._job = LatestJob(self)
        directory = room.given().directory
        self.view = SuggestView(theme, document, directory, self)
        self.view.fill(self, [(key, room.names.get(key, key)) for key in specialties], programs)
        self.view.count.set_number(self._first_count(specialties[0]))

        view = self.view
        view.specialty.currentIndexChanged.connect(lambda _: self._on_specialty_changed())
        view.count.number_edited.connect(lambda _: self._ask())
        view.budget.number_edited.connect(self._on_budget_edited)
        view.signals.toggled.connect(lambda _: self._ask())
        view.kinds.choice_edited.connect(self._on_kind_edited)
        view.search.text_edited.connect(view.model.search)
        view.model.ticked_changed.connect(self._render_foot)
        view.model.modelReset.connect(self._on_reset)
        view.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        view.other.clicked.connect(self._on_other_clicked)
        view.take.clicked.connect(self._on_take)
        view.cancel.clicked.connect(self.reject)
        document.scenario_changed.connect(self._ask)
        self._job.done.connect(self._on_found)
        self._ask()

    def done(self, result: int) -> None:
        self._finish()
        super().done(result)

    def _finish(self) -> None:
        """Ask for nothing any more: a dialog that is closed lives until the event loop is back."""
        if not self._finished:
            self._finished = True
            self._document.scenario_changed.disconnect(self._ask)
        self._job.stop()

    @property
    def suggestion(self) -> Suggestion | None:
        """What is shown; None while it is being worked out."""
        return None if self._job.is_busy else self._found

    def _first_count(self, specialty: str) -> int:
        entries = self._document.scenario.entries
        listed = sum(eras_specialty(entry.specialty) == specialty for entry in entries)
        return listed if not self._programs else max(listed, USUAL)

    def _ask(self, _: object = None) -> None:
        count = self.view.count.number() or 1
        wish = Wish(
            specialty=self.view.chosen_specialty(),
            count=count,
            signals=self.view.signals.isChecked() or not self._programs,
            programs=self._programs,
        )
        given, quotas = self._room.given(), self._room.quotas
        self.view.show_busy()
        self._job.ask(lambda: suggest(given, wish, quotas))

    def _on_specialty_changed(self) -> None:
        self.view.count.set_number(self._first_count(self.view.chosen_specialty()))
        self._ask()

    def _on_budget_edited(self, dollars: int | None) -> None:
        fees = fees_for(self._room.fees, self._document.scenario.season)
        if dollars is not None and fees is not None:
            self.view.count.set_number(max(1, programs_for(dollars, fees)))
            self._ask()

    def _on_found(self, found: object) -> None:
        self._found = found if isinstance(found, Suggestion) else None
        self._cost = self._cost_words(self._found) if self._found else ""
        self.view.model.set_suggestion(self._found)
        self.view.show_rows()
        self._render_foot()

    def _render_foot(self) -> None:
        found, view = self._found, self.view
        if found is None:
            view.say_nothing(self.tr("A Step 2 CK score is needed, and programs to choose from."))
            return
        ticked = view.model.ticked()
        view.show_counts(len(found.changes), len(found.left_out), len(ticked))
        view.take.setEnabled(bool(ticked) and not self._job.is_busy)
        settings = self._room.given().rules.settings
        before = range_words(found.before.low, found.before.high, settings) if found.before else ""
        after = range_words(found.after.low, found.after.high, settings) if found.after else ""
        if not found.changes:
            said = self.tr("Nothing to change: another list would gain next to nothing.")
        elif before == after:
            said = self.tr("Now {}; with all of it the same.").format(before)
        elif before:
            said = self.tr("Now {}; with all of it {}.").format(before, after)
        else:
            said = self.tr("With all of it {}.").format(after)
        view.say(said, f"{self._cost} {nearness_words(found)}".strip())

    def _cost_words(self, found: Suggestion) -> str:
        fees, scenario = (
            fees_for(self._room.fees, self._document.scenario.season),
            self._document.scenario,
        )
        if fees is None:
            return ""
        given = self._room.given()
        after, _ = accept(scenario, found.changes, specialty_in(given), self._room.quotas)
        was = fees.cost(counts_by_specialty(scenario.entries))
        now = fees.cost(counts_by_specialty(after.entries))
        if was == now:
            return self.tr("It costs ${:,}, as now.").format(now)
        return self.tr("It costs ${:,} instead of ${:,}.").format(now, was)

    def _on_kind_edited(self, key: str) -> None:
        self.view.model.show_left_out(left_out=key == SuggestView.LEFT_OUT)

    def _on_reset(self) -> None:
        self._on_row_changed(self.view.model.index(0, 0))

    def _on_row_changed(self, index: QModelIndex) -> None:
        at, model = index.row(), self.view.model
        self.view.detail.set_text(model.why(at))
        change, program = model.change(at), model.program(at)
        never = program in self._document.scenario.never
        if change is not None and change.kind is ChangeKind.ADD:
            self.view.offer(self.tr("Never suggest this one"))
        elif change is not None and change.kind is ChangeKind.DROP:
            self.view.offer(self.tr("It must stay"))
        elif never:
            self.view.offer(self.tr("It may be suggested"))
        else:
            self.view.offer("")

    def _on_other_clicked(self) -> None:
        at, scenario = self.view.table.currentIndex().row(), self._document.scenario
        change, program = self.view.model.change(at), self.view.model.program(at)
        entry = scenario.entry(program)
        if change is not None and change.kind is ChangeKind.DROP and entry is not None:
            after = scenario.with_entry(replace(entry, must_keep=True))
            self._document.edit_scenario(self.tr("Must stay on the list"), after)
        elif program:
            after = replace(scenario, never=scenario.never ^ {program})
            self._document.edit_scenario(self.tr("Change what is never suggested"), after)

    def _on_take(self) -> None:
        ticked = self.view.model.ticked()
        if self._found is None or not ticked or self._job.is_busy:
            return
        given = self._room.given()
        after, refused = accept(
            self._document.scenario, ticked, specialty_in(given), self._room.quotas
        )
        what = (
            self.tr("Take over a suggested list") if self._programs else self.tr("Place signals")
        )
        self._finish()
        self._document.edit_scenario(what, after)
        self.told.emit(" ".join(refused))
        self.accept()
