"""My list: how many programs, which signals are left, what it costs, and the programs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core import list_edits
from smartpick_desktop.core.buckets import bucket_counts
from smartpick_desktop.core.fees import SeasonFees, season_cost
from smartpick_desktop.core.list_summary import parts, specialties_in_order
from smartpick_desktop.core.outlook.results import ProgramChance
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.models.my_list_model import MyListModel
from smartpick_desktop.ui.models.my_list_rows import list_row, list_rows
from smartpick_desktop.ui.panels.list_cost import ListCost
from smartpick_desktop.ui.panels.my_list_menu import MyListMenu
from smartpick_desktop.ui.panels.signal_meters import SignalMeters
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.divider import Divider
from smartpick_desktop.ui.widgets.fitting_scroll import FittingScroll
from smartpick_desktop.ui.widgets.mix_gauge import MixGauge
from smartpick_desktop.ui.widgets.my_list_view import MyListView
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_LIST_AT_LEAST = 160


class MyListPanel(Card):
    """Shows the list of the open scenario and takes programs off it."""

    program_focused = Signal(str)  # program id
    open_requested = Signal(str)  # program id: what the list keeps of it

    def __init__(
        self,
        document: Document,
        names: Mapping[str, str],
        theme: Theme,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._document = document
        self._names = names
        self._theme = theme
        self._fees: Sequence[SeasonFees] = ()
        self._quotas: Sequence[SignalQuota] = ()
        self._directory: Directory | None = None
        self._ratings: Mapping[str, ProgramChance] = {}
        self._specialty = ""
        self._count = TextLabel("", TextRole.CAPTION)
        self._mix = MixGauge(theme)
        self._meters: list[SignalMeters] = []
        self._cost = ListCost(names)
        self._model = MyListModel(self)
        self._list = MyListView(self._model, theme)
        self.menu = MyListMenu(self._list, document, today)
        none_yet = self.tr("No programs yet. The box before a name, or Space, puts one here.")
        self._empty = TextLabel(none_yet, TextRole.CAPTION, wrap=True)

        self._lay_out()

        self._list.remove_requested.connect(self._on_remove_requested)
        self._list.program_focused.connect(self.program_focused)
        self._list.open_requested.connect(self.open_requested)
        self._list.step_requested.connect(self._on_step_requested)
        self._model.moved.connect(self._on_moved)
        document.list_changed.connect(self._render)
        self._render(document.scenario)

    def set_directory(self, directory: Directory) -> None:
        """Name programs by `directory` from now on."""
        self._directory = directory
        self._render(self._document.scenario)

    def set_tables(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Go by these fees and signal quotas."""
        self._fees, self._quotas = fees, quotas
        self._render(self._document.scenario)

    def set_ratings(self, ratings: Mapping[str, ProgramChance]) -> None:
        """Show the buckets worked out for programs, by id."""
        self._ratings = ratings
        self._render_mix(self._document.scenario)
        self._render_list(self._document.scenario)

    def selected_programs(self) -> list[str]:
        """The programs that are selected, by id."""
        return self._list.selected_programs()

    def focus_program(self, program_id: str) -> None:
        """Bring a program of the list into focus."""
        row = self._model.row_of(program_id)
        if row is not None:
            self._list.setCurrentIndex(self._model.index(row))
            self._list.scrollTo(self._list.currentIndex())
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_specialty(self, specialty: str) -> None:
        """Tell the next price in `specialty`; empty: in the first of the list."""
        self._specialty = specialty
        self._render_cost(self._document.scenario)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(TextLabel(self.tr("My list"), TextRole.TITLE))
        head.addStretch(1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self._signals = QVBoxLayout(body := QWidget())
        self._signals.setContentsMargins(0, 0, 0, 0)
        self._signals.setSpacing(9)
        self._scroll = FittingScroll(body, name=self.tr("Signals"))
        self._rule = Divider(Qt.Orientation.Horizontal)
        self._list.setMinimumHeight(_LIST_AT_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 10)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._mix)
        column.addWidget(Divider(Qt.Orientation.Horizontal))
        column.addWidget(self._scroll)
        column.addWidget(self._rule)
        column.addWidget(self._cost)
        column.addWidget(Divider(Qt.Orientation.Horizontal))
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)

    def _render(self, scenario: Scenario) -> None:
        number = len(scenario.entries)
        one, many = self.tr("1 program"), self.tr("{} programs").format(number)
        self._count.setText(one if number == 1 else many)
        self._render_mix(scenario)
        self._render_signals(scenario)
        self._render_cost(scenario)
        self._render_list(scenario)

    def _render_mix(self, scenario: Scenario) -> None:
        self._mix.set_counts(*bucket_counts(scenario.entries, self._ratings))
        self._mix.setVisible(bool(scenario.entries))

    def _render_signals(self, scenario: Scenario) -> None:
        found = parts(scenario, self._quotas)
        while len(self._meters) < len(found):
            self._meters.append(SignalMeters(self._names, self._theme))
            self._signals.addWidget(self._meters[-1])
        self._scroll.setVisible(bool(found))
        self._rule.setVisible(bool(found))
        for number, meters in enumerate(self._meters):
            meters.setVisible(number < len(found))
        for meters, part in zip(self._meters, found, strict=False):
            meters.show_part(part, scenario.season)

    def _render_cost(self, scenario: Scenario) -> None:
        cost = season_cost(self._fees, scenario.season, scenario.entries)
        first = next(iter(specialties_in_order(scenario)), "")
        self._cost.show_cost(cost, self._specialty or first)

    def _render_list(self, scenario: Scenario) -> None:
        before, at = self._list.focused_program(), self._list.currentIndex().row()
        if self._directory is not None:
            rows = list_rows(scenario, self._directory, self._names, self._ratings)
            self._model.set_rows(rows)
        row = self._model.row_of(before)
        if before and row != self._list.currentIndex().row():
            self._list.setCurrentIndex(self._model.index(at if row is None else row))
        self._empty.setVisible(not scenario.entries)

    def _on_remove_requested(self, program_id: str) -> None:
        chosen = self._list.selected_programs()
        if program_id not in chosen:
            chosen = [program_id]
        scenario, directory = self._document.scenario, self._directory
        if directory is not None:
            found = ((key, scenario.entry(key)) for key in chosen)
            names = {key: list_row(entry, directory).text for key, entry in found if entry}
            self._edit(list_edits.remove(scenario, names))

    def _on_step_requested(self, program_id: str, by: int) -> None:
        self._edit(list_edits.step(self._document.scenario, program_id, by))

    def _on_moved(self, program_ids: Sequence[str], before: str) -> None:
        self._edit(list_edits.move(self._document.scenario, program_ids, before or None))

    def _edit(self, edit: list_edits.ListEdit) -> None:
        self._document.edit_scenario(edit.text, edit.after)
