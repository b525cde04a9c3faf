"""The table of programs, bound to the list of the open scenario."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smartpick_desktop.core import list_edits
from smartpick_desktop.core.distance import Miles
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.fees import SeasonFees, season_cost
from smartpick_desktop.core.list_edits import ListEdit
from smartpick_desktop.core.outlook.results import ProgramChance
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.program_sort import ProgramOrder
from smartpick_desktop.core.programs import Directory, Program, RowArray
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import Refusal, SignalQuota, quota_for
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.models.program_columns import Column
from smartpick_desktop.ui.models.program_table_model import ProgramTableModel
from smartpick_desktop.ui.notes import Notes
from smartpick_desktop.ui.panels.program_menu import ProgramMenu
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.no_rows import NoRows
from smartpick_desktop.ui.widgets.notice_line import NoticeLine
from smartpick_desktop.ui.widgets.program_table import ProgramTable
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_COLUMNS = "program_columns"
_SELECT_ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_CURRENT_ROW = _SELECT_ROWS | QItemSelectionModel.SelectionFlag.Clear


class ProgramTablePanel(QWidget):
    """Puts programs on the list and takes them off, and says why a signal is refused."""

    program_focused = Signal(object)  # Program | None
    sort_edited = Signal(object)  # ProgramOrder
    clear_requested = Signal()
    open_requested = Signal(object)  # Program: all that is kept of it
    compare_requested = Signal(object)  # list of program ids
    selection_changed = Signal(object)  # tuple of program ids

    def __init__(
        self,
        document: Document,
        names: Mapping[str, str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._names = names
        self._fees: Sequence[SeasonFees] = ()
        self._quotas: Sequence[SignalQuota] = ()
        self._directory: Directory | None = None
        self._model = ProgramTableModel(names, self)
        self._table = ProgramTable(self._model, theme)
        self._menu = ProgramMenu(self._table, self._tiers)
        self._no_rows = NoRows()
        self._notice = NoticeLine(theme)

        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._no_rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._near = TextLabel("", TextRole.CAPTION, Tone.INK2)
        self._near.setContentsMargins(17, 0, 17, 4)
        self._near.hide()
        column.addWidget(self._near)
        column.addWidget(self._stack, 1)
        column.addWidget(self._notice)

        self._table.toggle_requested.connect(self._on_toggle_requested)
        self._table.signal_requested.connect(self._on_signal_requested)
        self._table.facts_requested.connect(self._on_open_requested)
        self._table.compare_requested.connect(
            lambda: self.compare_requested.emit(self.selected_programs())
        )
        self._table.selectionModel().selectionChanged.connect(
            lambda *_: self.selection_changed.emit(tuple(self.selected_programs()))
        )
        self._table.sort_edited.connect(self.sort_edited)
        self._table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self._no_rows.clear_requested.connect(self.clear_requested)
        document.list_changed.connect(self._render)
        self._render(document.scenario)

    def set_directory(self, directory: Directory) -> None:
        """Show programs of `directory` from now on."""
        self._directory = directory
        self._model.set_directory(directory)

    def set_tables(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Go by these fees and signal quotas."""
        self._fees, self._quotas = fees, quotas
        self._render(self._document.scenario)

    def set_facts(self, facts: FactColumns, today: date) -> None:
        """Show what is known of programs."""
        self._model.set_facts(facts, today)

    def set_miles(self, miles: Miles | None) -> None:
        """Show how far programs are from the chosen city, or nothing."""
        self._model.set_miles(miles)
        self._table.set_near(near=miles is not None)

    def set_ratings(self, ratings: Mapping[str, ProgramChance]) -> None:
        """Show the buckets worked out for programs, by id."""
        self._model.set_ratings(ratings)

    def remember_columns(self, notes: Notes) -> None:
        """Show the columns that were chosen once, and keep what is chosen from now on."""
        self._table.set_choice(self._table.choice.read(notes.read(_COLUMNS) or ""))
        self._table.columns_edited.connect(lambda choice: notes.write(_COLUMNS, choice.text()))

    def show_rows(self, rows: RowArray, *, none_listed: bool, near: Sequence[str] = ()) -> None:
        """Show `rows`; what was selected stays so as far as it is still there.

        `near` holds words that stand in for mistyped ones; that is said.
        """
        selected = self._model.directory_rows(self._table.selected_rows())
        current = self._model.directory_rows(self._current_row())
        self._model.set_rows(rows)
        self._select(self._model.rows_of(selected), self._model.rows_of(current))
        self._no_rows.show_reason(none_listed=none_listed)
        self._near.setText(
            self.tr("Nothing is spelled like that; shown are: {}").format(", ".join(near))
        )
        self._near.setVisible(bool(near))
        self._stack.setCurrentWidget(self._table if len(rows) else self._no_rows)

    def show_order(self, order: ProgramOrder) -> None:
        """Point out by which column the rows are sorted."""
        self._table.show_order(order)

    def set_one_specialty(self, *, one: bool) -> None:
        """Say whether all rows are of one specialty."""
        self._table.set_one_specialty(one=one)

    def selected_programs(self) -> list[str]:
        """The programs that are selected, by id."""
        return [program.program_id for program in self._programs(self._table.selected_rows())]

    def select_programs(self, program_ids: Sequence[str]) -> None:
        """Select programs, as far as they are among the rows."""
        if self._directory is not None:
            found = self._model.rows_of(self._directory.rows_of(program_ids).tolist())
            self._select(found, found[:1] or self._current_row())

    def say(self, sentence: str) -> None:
        """Say why something was not done."""
        self._notice.say(sentence)

    def exported_columns(self) -> tuple[str, ...]:
        """The columns on the screen, as an export names them."""
        shown = self._table.shown_columns()
        return tuple(name for column in shown if (name := column.export_name))

    def focus_program(self, program_id: str) -> None:
        """Bring a program into focus, if it is among the rows."""
        row = self._directory.index_of(program_id) if self._directory else None
        if row is not None and (shown := self._model.rows_of([row])):
            self._select(shown, shown)

    def focus_table(self) -> None:
        """Give the keyboard to the table."""
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _render(self, scenario: Scenario) -> None:
        cost = season_cost(self._fees, scenario.season, scenario.entries)
        self._model.set_list(scenario, cost)
        self._notice.say("")

    def _select(self, rows: Sequence[int], current: Sequence[int]) -> None:
        """Select `rows`; the row in focus is `current`, or the first there is."""
        if not self._model.rowCount():
            self.program_focused.emit(None)
            return
        selection = self._table.selectionModel()
        row = next(iter((*current, *rows)), 0)
        selection.setCurrentIndex(self._model.index(row, Column.NAME), _CURRENT_ROW)
        chosen = QItemSelection()
        for other in rows:
            index = self._model.index(other, 0)
            chosen.select(index, index)
        selection.select(chosen, _SELECT_ROWS)

    def _current_row(self) -> list[int]:
        row = self._table.currentIndex().row()
        return [row] if row >= 0 else []

    def _programs(self, rows: Iterable[int]) -> list[Program]:
        if self._directory is None:
            return []
        return [self._directory.row(row) for row in self._model.directory_rows(rows)]

    def _tiers(self) -> tuple[SignalTier, ...]:
        """Return which signals the program in focus can have."""
        for program in self._programs(self._current_row()):
            season = self._document.scenario.season
            if quota := quota_for(self._quotas, program.specialty, season):
                return tuple(quota.limits)
        return ()

    def _on_open_requested(self) -> None:
        for program in self._programs(self._current_row()):
            self.open_requested.emit(program)

    def _on_toggle_requested(self, rows: list[int]) -> None:
        if programs := self._programs(rows):
            self._edit(list_edits.toggle(self._document.scenario, programs))

    def _on_signal_requested(self, tier: SignalTier) -> None:
        for program in self._programs(self._current_row()):
            scenario = self._document.scenario
            self._edit(list_edits.signal(scenario, program, tier, self._quotas, self._names))

    def _edit(self, outcome: ListEdit | Refusal) -> None:
        if isinstance(outcome, Refusal):
            self._notice.say(outcome.message)
        else:
            self._notice.say("")
            self._document.edit_scenario(outcome.text, outcome.after)

    def _on_current_row_changed(self, current: QModelIndex) -> None:
        self._notice.say("")
        programs = self._programs([current.row()]) if current.isValid() else []
        self.program_focused.emit(programs[0] if programs else None)
