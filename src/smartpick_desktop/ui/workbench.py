"""The workbench: builds rail and pages over the desk, and does what the actions ask."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from smartpick_desktop.core import list_edits
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.profile_words import who
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.applicant_desk import ApplicantDesk
from smartpick_desktop.ui.band_choice import PREFIX, BandChoice
from smartpick_desktop.ui.main_window import PAGES, MainWindow
from smartpick_desktop.ui.notes import Notes
from smartpick_desktop.ui.pages.workspace_page import WorkspacePage
from smartpick_desktop.ui.panels.applicant_name_panel import ApplicantNamePanel
from smartpick_desktop.ui.panels.chart_panel import ChartPanel
from smartpick_desktop.ui.panels.list_strip import ListStrip
from smartpick_desktop.ui.panels.rail_panel import RailPanel
from smartpick_desktop.ui.panels.score_strip import ScoreStrip
from smartpick_desktop.ui.panels.verdict_panel import VerdictPanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.popover import Popover
from smartpick_desktop.ui.widgets.score_field import ScoreField

if TYPE_CHECKING:
    from smartpick_desktop.core.list_checks import Finding
    from smartpick_desktop.core.outlook.rules import OutlookRules
    from smartpick_desktop.core.program_finder import Finder
    from smartpick_desktop.core.programs import Directory
    from smartpick_desktop.ui.outlook_bench import OutlookBench
    from smartpick_desktop.ui.pages.programs_page import ProgramsPage
    from smartpick_desktop.ui.widgets.program_map import Outlines


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonTables:
    """Fees and signal quotas of the seasons."""

    fees: Sequence[SeasonFees]
    quotas: Sequence[SignalQuota]


class Workbench(QObject):
    """One applicant at a time, on pages that all follow the same document."""

    rule_requested = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        desk: ApplicantDesk,
        today: Callable[[], date],
        notes: Notes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._desk = desk
        self._today = today
        self._notes = notes
        document, assessor = desk.document, desk.assessor
        self.rail = RailPanel(theme, document, assessor, desk.edits)
        self.strip = ScoreStrip(theme, document, assessor, today)
        self.chart = ChartPanel(theme)
        self.verdict = VerdictPanel(theme, document, assessor)
        self.list_strip = ListStrip(theme, document, assessor)
        self.workspace = WorkspacePage(
            theme, self.strip, self.chart, self.verdict, self.list_strip
        )
        self._popover: Popover | None = None
        self._programs: ProgramsPage | None = None
        self.outlook: OutlookBench | None = None

        window.set_rail(self.rail)
        window.add_page("workspace", self.workspace)
        window.toolbar.bind(document)
        self.workspace.set_compact(compact=window.is_compact)

        self._bands = BandChoice(window, document, assessor, window.actions_by_id, self)
        desk.edits.set_forecast(self._forecast)
        self._connect()
        self.chart.show_line(assessor.view.line)
        self.refresh_undo()

    def set_tables(self, tables: SeasonTables) -> None:
        """Count costs and signals by these tables."""
        self.list_strip.set_tables(tables.fees, tables.quotas)
        if self.outlook is not None:
            self.outlook.set_tables(tables.fees, tables.quotas)
        if self._programs is not None:
            self._programs.set_tables(tables.fees, tables.quotas)

    def add_programs(
        self,
        directory: "Directory",
        finder: "Finder",
        tables: SeasonTables,
        rules: "OutlookRules | None" = None,
    ) -> None:
        """Put in the page of programs."""
        from smartpick_desktop.ui.pages.programs_page import ProgramsPage

        page = ProgramsPage(self._desk.document, self.specialty_names, self._theme, self._today)
        page.table.remember_columns(self._notes)
        column = page.add_checks(self._desk.assessor, self._today)
        column.go_to.connect(self._go_to)
        column.sources_requested.connect(lambda: self.rule_requested.emit("checks"))
        column.outlook.explain_requested.connect(lambda: self.rule_requested.emit("outlook"))
        column.tables_requested.connect(self._window.actions_by_id["season_tables"].trigger)
        page.set_tables(tables.fees, tables.quotas)
        page.set_directory(directory, finder)
        if rules is not None:
            from smartpick_desktop.ui.outlook_bench import OutlookBench

            self.outlook = OutlookBench(
                self._window, self._theme, self._desk, rules, (directory, finder),
                self.specialty_names, self,
            )  # fmt: skip
            self.outlook.set_tables(tables.fees, tables.quotas)
            self.outlook.join(page, self.list_strip)
        self._window.page_wanted.connect(self._make_page)
        page.set_compact(compact=self._window.is_compact)
        self._window.compact_changed.connect(lambda compact: page.set_compact(compact=compact))
        self._window.add_page("programs", page)
        self._programs = page
        self._make_page(self._window.wanted_page)

    def _make_page(self, key: str) -> None:
        """Make a page when it is first asked for."""
        if self.outlook is not None:
            self.outlook.make_page(key)
        elif key == "compare" and self._programs is not None:
            self._say_without_outlook()

    def _with_outlook(self, do: "Callable[[OutlookBench], None]") -> None:
        """Do something with the outlook, or say that there is none."""
        if self.outlook is not None:
            do(self.outlook)
        elif self._programs is not None:
            self._say_without_outlook()

    def _say_without_outlook(self) -> None:
        self._window.toolbar.say(self.tr("The rules of the outlook could not be read."))

    def _forecast(self) -> float | None:
        found = self._desk.assessor.view.assessment.forecast
        return found.mean if found else None

    @property
    def specialty_names(self) -> dict[str, str]:
        """The short name of every specialty, by key."""
        reference = self._desk.assessor.view.reference
        return {key: reference.short_name(key) for key in reference.specialties}

    def shown_columns(self) -> tuple[str, ...]:
        """The columns of programs on the screen, as an export names them."""
        return self._programs.table.exported_columns() if self._programs else ()

    def do(self, action_id: str) -> None:
        """Do what an action asks; pages of their own are shown. KeyError for an unknown one."""
        if action_id in PAGES:
            self._window.show_page(action_id)
        elif action_id.startswith(PREFIX):
            self._bands.choose(action_id.removeprefix(PREFIX))
        else:
            self.handlers()[action_id]()

    def focus_score(self) -> None:
        """Put the caret where the work begins."""
        self.strip.step2.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What each action of the workbench does, by its id."""
        stack, edits = self._desk.document.undo_stack, self._desk.edits
        return {
            "undo": stack.undo,
            "redo": stack.redo,
            "save": self._say_saved,
            "focus_step1": lambda: self._focus_field(self.strip.step1.field),
            "focus_step2": lambda: self._focus_field(self.strip.step2.field),
            "add_target": lambda: self._on_workspace(self.strip.targets.open_picker),
            "profile": lambda: self._on_workspace(self.strip.profile.open_profile),
            "toggle_table": lambda: self._on_workspace(self.chart.toggle_view),
            "next_pane": lambda: self._step_pane(1),
            "previous_pane": lambda: self._step_pane(-1),
            "switch_applicant": self.rail.open_applicants,
            "rename_applicant": self._open_name,
            "remove_applicant": self._desk.remove,
            "new_applicant": self._desk.add_new,
            "demo": self._desk.add_demo,
            "new_scenario": edits.new,
            "duplicate": edits.duplicate,
            "from_forecast": edits.from_forecast,
            "rename": self.rail.rename_current,
            "mark_actual": edits.mark_actual,
            "merge_list": self._merge,
            "delete": edits.delete,
            "next_scenario": lambda: edits.step(1),
            "previous_scenario": lambda: edits.step(-1),
            "find_program": self._window.toolbar.focus_search,
            "filter_programs": self._filter_programs,
            "switch_view": self._switch_view,
            "program_details": self._open_details,
            "compare_programs": self._compare_programs,
            "suggest_list": lambda: self._with_outlook(lambda outlook: outlook.suggest()),
            "place_signals": lambda: self._with_outlook(lambda outlook: outlook.place_signals()),
            "show_outlook": self._show_outlook,
            "outlook_help": lambda: self.rule_requested.emit("outlook"),
            "rules_help": lambda: self.rule_requested.emit(""),
        }

    def add_map(self, outlines: "Outlines") -> None:
        """Put the map beside the table of programs."""
        if self._programs is not None:
            self._programs.add_map(outlines, self._notes)

    def _show_outlook(self) -> None:
        if self._programs is not None and self._programs.column is not None:
            self._window.show_page("programs")
            self._programs.column.show_part("outlook")

    def _switch_view(self) -> None:
        if self._programs is not None and self._programs.map is not None:
            self._window.show_page("programs")
            self._programs.filter_bar.next_view()

    def _open_details(self) -> None:
        if self._programs is not None:
            self._window.show_page("programs")
            for program_id in self._programs.selected_programs()[:1]:
                self._programs.open_program(program_id)

    def _compare_programs(self) -> None:
        if self._programs is not None:
            self._window.show_page("programs")
            self._programs.compare(self._programs.selected_programs())

    def _connect(self) -> None:
        desk, window = self._desk, self._window
        desk.assessor.view_changed.connect(lambda view: self.chart.show_line(view.line))
        desk.failed.connect(window.toolbar.say)
        desk.edits.told.connect(window.toolbar.say)
        desk.edits.emptied.connect(self._on_emptied)
        desk.opened.connect(lambda: window.toolbar.say(self.tr("Saved as you type")))
        desk.removed.connect(self._on_removed)
        self._follow(desk.document.undo_stack)
        self.rail.applicants_requested.connect(self._open_applicants)
        self.chart.target_focused.connect(desk.assessor.set_focus)
        self.chart.sources_requested.connect(lambda: self.rule_requested.emit("sources"))
        self.verdict.rule_requested.connect(self.rule_requested)
        self.verdict.list_requested.connect(lambda: window.show_page("programs"))
        self.list_strip.list_requested.connect(lambda: window.show_page("programs"))
        window.toolbar.search_requested.connect(self._search_programs)
        window.compact_changed.connect(lambda compact: self.workspace.set_compact(compact=compact))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._desk.document.end_run()

    def refresh_undo(self) -> None:
        """Let the undo and redo actions work as far as there is something to take back."""
        stack, actions = self._desk.document.undo_stack, self._window.actions_by_id
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())

    def _follow(self, stack: QUndoStack) -> None:
        # What changed comes with the signal: the stack also sends while it is being destroyed.
        actions = self._window.actions_by_id
        stack.canUndoChanged.connect(actions["undo"].setEnabled)
        stack.canRedoChanged.connect(actions["redo"].setEnabled)
        stack.undoTextChanged.connect(self._on_undo_text_changed)
        stack.redoTextChanged.connect(self._on_redo_text_changed)

    def _on_undo_text_changed(self, text: str) -> None:
        self._window.actions_by_id["undo"].setText(self.tr("Undo {}").format(text).strip())

    def _on_redo_text_changed(self, text: str) -> None:
        self._window.actions_by_id["redo"].setText(self.tr("Redo {}").format(text).strip())

    def _say_saved(self) -> None:
        if self._desk.document.has_unsaved_edits:
            self._desk.document.save_again()
        else:
            self._window.toolbar.say(self.tr("Every edit is already saved"))

    def _filter_programs(self) -> None:
        self._window.show_page("programs")
        if self._programs is not None:
            self._programs.focus_search()

    def _search_programs(self, text: str) -> None:
        self._window.show_page("programs")
        if self._programs is not None:
            self._programs.search(text)

    def _go_to(self, finding: "Finding") -> None:
        """Go where something can be done about what a list check found."""
        goal = finding.goes_to
        if self._programs is not None and goal.place == "program":
            self._programs.show_program(goal.key)
        elif self._programs is not None and goal.place == "specialty":
            self._programs.show_specialty(goal.key)
        elif goal.key in ("targets", "step2"):
            self.handlers()["add_target" if goal.key == "targets" else "focus_step2"]()

    def _focus_field(self, field: ScoreField) -> None:
        self._window.show_page("workspace")
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()  # where the focus was in it already, it does not do so itself

    def _on_emptied(self) -> None:
        if self.strip.isVisible():  # on another page the focus stays with the work there
            self._focus_field(self.strip.step2.field)

    def _on_workspace(self, do: Callable[[], None]) -> None:
        self._window.show_page("workspace")
        do()

    def _step_pane(self, by: int) -> None:
        """Move the focus to the next part of the window that is in sight."""
        parts = [part for part in self._page_panes() if part.isVisible()]
        panes = [*(parts or [self._window.page_in_sight()]), self.rail, self._window.toolbar]
        focused = QApplication.focusWidget()
        at = next((i for i, p in enumerate(panes) if focused and p.isAncestorOf(focused)), -1)
        for step in range(1, len(panes) + 1):
            if first := _first_focus(panes[(at + by * step) % len(panes)]):
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _page_panes(self) -> tuple[QWidget, ...]:
        page = self._programs
        others = (page.filter_bar, page.table, page.column or page.my_list) if page else ()
        return (self.strip, self.chart, self.verdict, self.list_strip, *others)

    def _merge(self) -> None:
        self.open_merge()

    def open_merge(self) -> QMenu:
        """Offer the other scenarios; the programs of the chosen one come in as one undo step."""
        menu = QMenu(self._window)
        document = self._desk.document
        for scenario in document.applicant.scenarios:
            if scenario.id != document.scenario.id:
                edit = list_edits.merge(document.scenario, scenario)
                action = menu.addAction(edit.text)
                action.setEnabled(edit.after != document.scenario)
                action.triggered.connect(
                    lambda _=False, e=edit: document.edit_scenario(e.text, e.after)
                )
        if menu.isEmpty():
            menu.addAction(self.tr("There is no other scenario")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.rail.mapToGlobal(QPoint(24, 120)))
        return menu

    def _open_applicants(self, where: QPoint) -> None:
        menu = QMenu(self._window)
        now = self._desk.document.applicant.id
        for summary in self._desk.applicants():
            title = summary.name or summary.code
            action = QAction(title, menu)
            action.setCheckable(True)
            action.setChecked(summary.id == now)
            action.setToolTip(summary.damage)
            action.triggered.connect(lambda _=False, key=summary.id: self._desk.open(key))
            menu.addAction(action)
        menu.addSeparator()
        for action_id in ("new_applicant", "rename_applicant", "remove_applicant"):
            menu.addAction(self._window.actions_by_id[action_id])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _open_name(self) -> None:
        applicant = self._desk.document.applicant
        panel = ApplicantNamePanel(applicant.code, applicant.name, who(applicant))
        panel.name_edited.connect(self._desk.rename)
        self._popover = Popover(panel, self.rail)
        self._popover.closed.connect(self._popover.deleteLater)
        self._popover.open_below(self.rail.switch)

    def _on_removed(self, applicant_id: str, code: str) -> None:
        self._window.toolbar.offer(
            self.tr("{} removed").format(code),
            self.tr("Bring back"),
            lambda: self._desk.restore(applicant_id),
        )


def _first_focus(pane: QWidget) -> QWidget | None:
    """The first widget of `pane` that takes the focus by Tab."""
    for widget in pane.findChildren(QWidget):
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and widget.isVisible() and widget.isEnabled():
            return widget
    return None
