"""The programs page: what can be applied to, and what is on the list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.outlook.results import ProgramChance
from smartpick_desktop.core.program_browser import ProgramBrowser, specialties_to_show
from smartpick_desktop.core.program_facts import FactBook
from smartpick_desktop.core.program_filter import Facet, ProgramFilter
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_line import program_line
from smartpick_desktop.core.program_sort import ProgramOrder
from smartpick_desktop.core.programs import Directory, Program, RowArray
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.notes import Notes
from smartpick_desktop.ui.panels.list_column import LIST, ListColumn
from smartpick_desktop.ui.panels.my_list_panel import MyListPanel
from smartpick_desktop.ui.panels.program_facts_bar import ProgramFactsBar
from smartpick_desktop.ui.panels.program_filter_bar import BOTH, MAP, TABLE, ProgramFilterBar
from smartpick_desktop.ui.panels.program_table_panel import ProgramTablePanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.program_map import Outlines, ProgramMap

_VIEW = "programs_view"
_LIST_WIDTH = 312
_LIST_COMPACT = 288


class ProgramsPage(QWidget):
    """Lays out filters, table, facts and list, and shows the rows that the filter leaves."""

    def __init__(
        self,
        document: Document,
        names: Mapping[str, str],
        theme: Theme,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._document = document
        self._names = names
        self._theme = theme
        self._browser: ProgramBrowser | None = None
        self._targets: tuple[str, ...] = ()
        self._filter = ProgramFilter()
        self._order = ProgramOrder()
        self._ratings: Mapping[str, ProgramChance] = {}
        self._quotas: Sequence[SignalQuota] = ()
        self._rate: Callable[[str], ProgramChance | None] | None = None
        self.column: ListColumn | None = None
        self.map: ProgramMap | None = None
        self._map_panel: QWidget | None = None
        self._views: Notes | None = None
        self._shown: RowArray = np.empty(0, dtype=np.int32)
        self._focused: Program | None = None
        self.filter_bar = ProgramFilterBar(names, theme)
        self.table = ProgramTablePanel(document, names, theme)
        self.facts = ProgramFactsBar(names, theme)
        self.my_list = MyListPanel(document, names, theme, today)

        self._lay_out()

        self.filter_bar.set_counts(self._counts)
        self.filter_bar.filter_edited.connect(self._on_filter_edited)
        self.filter_bar.results_requested.connect(self.table.focus_table)
        self.table.clear_requested.connect(self.filter_bar.clear_all)
        self.table.sort_edited.connect(self._on_sort_edited)
        self.table.program_focused.connect(self._on_program_focused)
        self.my_list.program_focused.connect(self._on_listed_focused)
        self.my_list.open_requested.connect(self.open_program)
        self.table.open_requested.connect(lambda program: self.open_program(program.program_id))
        self.table.compare_requested.connect(self.compare)
        document.list_changed.connect(self._render)
        document.facts_changed.connect(self._on_facts_changed)
        theme.changed.connect(self._fit)
        self._render(document.scenario)

    def set_directory(self, directory: Directory, finder: Finder) -> None:
        """Show the programs of `directory` from now on."""
        self._browser = ProgramBrowser(directory, finder, self._names)
        self._browser.set_facts(self._document.facts)
        self.filter_bar.distance.set_cities(self._browser.cities.names)
        self.table.set_directory(directory)
        self.table.set_facts(self._browser.facts, self._today())
        self.my_list.set_directory(directory)
        if self.column is not None:
            self.column.set_directory(directory)
        self._show_filter()
        self._show_rows()

    def set_tables(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Go by these fees and signal quotas."""
        self._quotas = quotas
        self.table.set_tables(fees, quotas)
        self.my_list.set_tables(fees, quotas)
        if self.column is not None:
            self.column.set_tables(fees, quotas)

    def add_checks(self, assessor: Assessor, today: Callable[[], date]) -> ListColumn:
        """Put the checks and the spread of the list beside it, in one column."""
        self._row.removeWidget(self.my_list)
        column = ListColumn(
            *(self.my_list, self._document, assessor, self._names, self._theme, today)
        )
        self._row.addWidget(column)
        self.column = column
        self._fit()
        return column

    def add_map(self, outlines: Outlines, notes: Notes) -> None:
        """Put the map beside the table, shown as it was last."""
        from smartpick_desktop.ui.panels.map_panel import MapPanel

        panel = MapPanel(self._theme, outlines)
        self.map, self._map_panel = panel.map, panel
        self._both.addWidget(panel)
        self._views = notes
        if self._browser is not None:
            panel.map.set_directory(self._browser.directory)
        panel.map.selection_edited.connect(self.table.select_programs)
        panel.map.program_activated.connect(self.open_program)
        self.table.selection_changed.connect(panel.map.select)
        self.filter_bar.view_requested.connect(self.show_view)
        self.show_view(notes.read(_VIEW) or TABLE)

    def show_view(self, view: str) -> None:
        """Show the table, the map, or both."""
        view = view if view in (TABLE, MAP, BOTH) else TABLE
        self.table.setVisible(view != MAP)
        if self._map_panel is not None:
            self._map_panel.setVisible(view != TABLE)
        self.filter_bar.set_view(view)
        if self._views is not None:
            self._views.write(_VIEW, view)
        self._show_map()

    def _show_map(self) -> None:
        if self.map is not None and self.map.isVisibleTo(self):
            entries = self._document.scenario.entries
            chances = ((entry, self._ratings.get(entry.program_id)) for entry in entries)
            self.map.set_listed(
                {e.program_id: e.bucket or (c.bucket if c else None) for e, c in chances}
            )
            self.map.show_rows(self._shown)

    def show_program(self, program_id: str) -> None:
        """Bring a program of the list into focus, whatever the filter was."""
        entry = self._document.scenario.entry(program_id)
        if entry is not None:
            self._show_only(
                ProgramFilter(specialties=frozenset({entry.specialty}), listed_only=True)
            )
            self._on_listed_focused(program_id)
            self.table.focus_table()
            if self.column is not None and self._is_gone(program_id):
                self.column.show_part(LIST)  # the table cannot show it
                self.my_list.focus_program(program_id)

    def show_specialty(self, specialty: str) -> None:
        """Show every program of a specialty."""
        self._show_only(ProgramFilter(specialties=frozenset({specialty} - {""})))
        self.table.focus_table()

    def set_ratings(self, ratings: Mapping[str, ProgramChance]) -> None:
        """Show and sort by the buckets worked out for programs, by id."""
        self._ratings = ratings
        self.table.set_ratings(ratings)
        self.my_list.set_ratings(ratings)
        if self._browser is not None:
            self._browser.set_buckets({key: one.bucket for key, one in ratings.items()})
            self._show_map()

    def open_program(self, program_id: str) -> None:
        """Show all that is kept of a program, to be edited."""
        row = self._browser.directory.index_of(program_id) if self._browser else None
        if self._browser is None or row is None:
            return
        from smartpick_desktop.ui.dialogs.program_dialog import ProgramDialog

        directory = self._browser.directory
        dialog = ProgramDialog(
            self._theme, self._document, self._names, self._today(), self._quotas, self
        )
        dialog.show_program(
            directory.row(row),
            directory.source_date,
            self._browser.facts.histories.get(program_id),
            self._chance(program_id),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def compare(self, program_ids: Sequence[str]) -> None:
        """Show programs side by side; more than four are refused in a sentence."""
        if self._browser is None:
            return
        from smartpick_desktop.core.program_comparison import MOST, TOO_MANY, compare

        if len(program_ids) > MOST:
            self.table.say(TOO_MANY)
            return
        from smartpick_desktop.ui.dialogs.compare_dialog import CompareDialog

        chances = ((key, self._chance(key)) for key in program_ids)
        comparison = compare(
            program_ids, self._document.scenario, self._browser.directory,
            self._document.facts, self._browser.facts.histories,
            {key: chance for key, chance in chances if chance}, self._names, self._today(),
        )  # fmt: skip
        dialog = CompareDialog(self._theme, comparison, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def selected_programs(self) -> list[str]:
        """The programs that are selected, in the table or in my list."""
        if self.my_list.isAncestorOf(QApplication.focusWidget() or self):
            return self.my_list.selected_programs()
        return self.table.selected_programs()

    def set_rater(self, rate: Callable[[str], ProgramChance | None]) -> None:
        """Ask `rate` for a program's chance with its reason."""
        self._rate = rate

    def _chance(self, program_id: str) -> ProgramChance | None:
        return self._rate(program_id) if self._rate else self._ratings.get(program_id)

    def set_compact(self, *, compact: bool) -> None:
        """Take the sizes for a narrow window, or the wide ones."""
        self._compact = compact
        margin = 16 if compact else 20
        self._row.setContentsMargins(margin, 0, margin, margin - 2)
        self._row.setSpacing(12 if compact else 14)
        self.filter_bar.set_compact(compact=compact)
        self._fit()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.filter_bar.focus_search()

    def search(self, text: str) -> None:
        """Look for `text` in the specialty shown, or in all of them if it is not there."""
        if self._browser is not None:
            shown, scenario = self._filter.specialties, self._document.scenario
            self._filter = self._browser.search(text, shown, scenario)
            self._show_filter()
            self._show_rows()
            self.table.focus_table()

    def _lay_out(self) -> None:
        left = Card()
        above, below = QVBoxLayout(), QVBoxLayout()
        above.setContentsMargins(17, 0, 17, 6)
        above.addWidget(self.filter_bar)
        below.setContentsMargins(12, 10, 12, 0)
        below.addWidget(self.facts)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(1, 14, 1, 12)
        inside.setSpacing(0)
        inside.addLayout(above)
        self._both = QSplitter(Qt.Orientation.Vertical)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.table)
        inside.addWidget(self._both, 1)
        inside.addLayout(below)
        self._row = QHBoxLayout(self)
        self._row.addWidget(left, 1)
        self._row.addWidget(self.my_list)
        self.set_compact(compact=False)

    def _fit(self) -> None:
        width = _LIST_COMPACT if self._compact else _LIST_WIDTH
        for widget in (self.my_list, self.column or self.my_list):
            widget.setFixedWidth(self._theme.length(width))

    def _render(self, scenario: Scenario) -> None:
        targets = tuple(dict.fromkeys(eras_specialty(t.specialty) for t in scenario.targets))
        if targets != self._targets:
            shown = specialties_to_show(self._filter.specialties, self._targets, targets)
            self._filter = replace(self._filter, specialties=shown)
            self._targets = targets
            self._show_filter()
            self._show_rows()
        elif self._filter.listed_only:
            self._show_rows()
        self._show_facts()

    def _is_gone(self, program_id: str) -> bool:
        directory = self._browser.directory if self._browser else None
        return directory is not None and directory.index_of(program_id) is None

    def _show_only(self, wanted: ProgramFilter) -> None:
        self._filter = wanted
        self._show_filter()
        self._show_rows()

    def _show_filter(self) -> None:
        totals = self._browser.totals if self._browser else {}
        self.filter_bar.set_filter(self._filter)
        self.filter_bar.show_specialties(self._targets, totals)
        self.my_list.set_specialty(next(iter(self._filter.specialties), ""))

    def _show_rows(self) -> None:
        if self._browser is None:
            return
        scenario = self._document.scenario
        self.table.set_one_specialty(one=len(self._filter.specialties) == 1)
        found = self._browser.find(self._filter, self._order, scenario)
        none_listed = self._filter.listed_only and not scenario.entries
        self.table.set_miles(self._browser.cities.miles(self._filter.near))
        self.table.show_rows(found.rows, none_listed=none_listed, near=found.near)
        self._shown = found.rows
        self._show_map()
        self.filter_bar.show_count(len(found.rows), self._browser.total(self._filter))

    def _counts(self, facet: Facet) -> Mapping[str, int]:
        if self._browser is None:
            return {}
        return self._browser.counts(facet, self._filter, self._document.scenario)

    def _on_filter_edited(self, wanted: ProgramFilter) -> None:
        self._filter = wanted
        self.my_list.set_specialty(next(iter(wanted.specialties), ""))
        self._show_rows()

    def _on_sort_edited(self, order: ProgramOrder) -> None:
        self._order = order
        self.table.show_order(order)
        self._show_rows()

    def _on_program_focused(self, program: Program | None) -> None:
        self._focused = program
        self._show_facts()

    def _show_facts(self) -> None:
        """Show what is known of the program in focus now."""
        if self._focused is None or self._browser is None:
            self.facts.show_program(None)
            return
        document, key = self._document, self._focused.program_id
        told = program_line(
            key, self._browser.facts, document.scenario.entry(key),
            needs_visa=bool(document.applicant.needs_visa), today=self._today(),
        )  # fmt: skip
        self.facts.show_program(self._focused, told)

    def _on_facts_changed(self, facts: FactBook) -> None:
        if self._browser is not None:
            self._browser.set_facts(facts)
            self.table.set_facts(self._browser.facts, self._today())
            self._show_rows()
            self._show_facts()

    def _on_listed_focused(self, program_id: str) -> None:
        self.table.focus_program(program_id)
        directory = self._browser.directory if self._browser else None
        row = directory.index_of(program_id) if directory else None
        if directory is not None and row is not None:
            self._on_program_focused(directory.row(row))
