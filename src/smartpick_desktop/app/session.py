"""A session: the library and rules in use, the pages over them, and what the actions do."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from smartpick_desktop.app.library_notes import library_notes
from smartpick_desktop.core.repository import LibraryError
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.storage.reference_data import LoadedReference
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.ui.actions import key_sheet
from smartpick_desktop.ui.applicant_desk import (
    ApplicantDesk,
    Surroundings,
    last_applicant,
    new_applicant,
)
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.workbench import SeasonTables, Workbench

if TYPE_CHECKING:
    from smartpick_desktop.app.rule_files import RuleFiles
    from smartpick_desktop.app.season_files import SeasonFiles
    from smartpick_desktop.core.applicant import Applicant
    from smartpick_desktop.core.outlook.rules import OutlookRules
    from smartpick_desktop.core.program_finder import Finder
    from smartpick_desktop.core.programs import Directory
    from smartpick_desktop.ui.file_exchange import FileExchange
    from smartpick_desktop.ui.pages.start_page import StartPage

FILE_ACTIONS = ("import_file", "export_list", "copy_list", "unlinked_tracks")
_FORGOTTEN_AFTER = timedelta(days=30)
"""How long a removed applicant can be brought back from the file; the README says so."""

_WITHOUT_APPLICANT = (
    *("new_applicant", "demo", "shortcuts", "show_folder"),
    *("theme_system", "theme_light", "theme_dark"),
)


class Session(QObject):
    """Joins what was loaded with the window; it is made once the window is painted."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        folder: Path,
        library: SqliteLibrary,
        loaded: LoadedReference,
        *,
        today: Callable[[], date],
        new_id: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._folder = folder
        self._library = library
        self._loaded = loaded
        self._directory: Directory | None = None
        self._finder: Finder | None = None
        self._start_page: StartPage | None = None
        self._desk: ApplicantDesk | None = None
        self._bench: Workbench | None = None
        self._rule_files: RuleFiles | None = None
        self._season_files: SeasonFiles | None = None
        self._files: FileExchange | None = None
        self._around = Surroundings(
            library=library,
            reference=loaded.reference,
            today=today,
            new_id=new_id,
            demo_applicant=self._demo_applicant,
        )

    @property
    def desk(self) -> ApplicantDesk | None:
        """The desk, once an applicant was opened."""
        return self._desk

    @property
    def bench(self) -> Workbench | None:
        """The workbench, once an applicant was opened."""
        return self._bench

    def begin(self, *, demo: bool) -> None:
        """Open the applicant that was open last, or offer a first one."""
        try:
            applicant = last_applicant(self._library)
        except LibraryError as error:
            self._show_start(str(error))
            return
        if demo and applicant is None:
            applicant = self._demo_applicant()
            self._library.add(applicant)
        if applicant is None:
            self._show_start()
        else:
            self._open_bench(applicant)

    def load_chart(self) -> None:
        """Bring in the chart library, after the first paint."""
        if self._bench is not None:
            self._bench.chart.load_chart()
            self._bench.focus_score()
        elif self._start_page is not None:
            self._start_page.load_chart()

    def later_steps(self) -> tuple[Callable[[], None], ...]:
        """What is brought in while the user may be typing already: short steps, in order."""
        return (
            *(self._load_tables, self._load_finder, self._load_programs, self._load_map),
            self._forget_removed,
        )

    def _load_tables(self) -> None:
        if self._bench is not None:
            self._bench.set_tables(self._season_tables())
            if note := self._seasons().note:
                self._window.toolbar.say(note)
            self._programs()
            self._take_facts()

    def _take_facts(self) -> None:
        if self._desk is not None:
            with suppress(LibraryError):  # an empty book; the next edit says what is wrong
                self._desk.document.take_facts(self._library.fact_book())

    def _load_finder(self) -> None:
        if self._bench is not None:
            from smartpick_desktop.core.program_finder import Finder

            self._finder = Finder(self._programs())

    def _load_programs(self) -> None:
        if self._bench is not None and self._finder is not None:
            self._bench.add_programs(
                self._programs(), self._finder, self._season_tables(), self._outlook_rules()
            )

    def _load_map(self) -> None:
        if self._bench is not None:
            from smartpick_desktop.storage.map_data import load_outlines

            try:
                self._bench.add_map(load_outlines(resource("map", "outlines.json")))
            except ResourceError as error:
                self._window.toolbar.say(str(error))

    def _outlook_rules(self) -> "OutlookRules | None":
        """What chances rest on; none, and a sentence, where the file cannot be used."""
        from smartpick_desktop.storage.outlook_data import (
            FILE_NAME,
            GROUPS_NAME,
            load_outlook_rules,
        )

        try:
            return load_outlook_rules(resource("rules", FILE_NAME), resource("data", GROUPS_NAME))
        except ResourceError as error:
            self._window.toolbar.say(str(error))
            return None

    def _forget_removed(self) -> None:
        """Erase for good who was removed long ago; that it cannot be done now harms nobody."""
        with suppress(LibraryError):
            self._library.purge(datetime.now(UTC) - _FORGOTTEN_AFTER)

    def _open_rule(self, rule_id: str) -> None:
        """Show a rule; the page is made when it is first asked for."""
        if self._rule_files is None:
            self._make_rules_page("rules")
        if self._rule_files is not None:
            self._rule_files.open_rule(rule_id)

    def _make_rules_page(self, key: str) -> None:
        from smartpick_desktop.app.rule_files import RuleFiles

        if key != "rules" or self._desk is None:
            return
        files = RuleFiles(self._window, self._theme, self._folder, self._loaded, self)
        tables, directory = self._season_tables(), self._programs()
        files.page.set_seasons(tables.fees, tables.quotas)
        files.page.set_directory(directory.attribution, len(directory))
        if (rules := self._outlook_rules()) is not None:
            files.page.set_outlook(rules, self._loaded.reference)
        files.reference_changed.connect(self._desk.assessor.set_reference)
        self._rule_files = files

    def show_page(self, key: str | None) -> None:
        """Show a page, if one was asked for."""
        if key and self._bench is not None:
            self._window.show_page(key)

    def do(self, action_id: str) -> None:
        """Do what an action asks."""
        if action_id == "about":
            from smartpick_desktop.ui.dialogs.about_dialog import AboutDialog

            about = AboutDialog(self._theme, parent=self._window)
            about.sources_requested.connect(lambda: self._open_rule("sources"))
            about.exec()
        elif action_id == "shortcuts":
            from smartpick_desktop.ui.dialogs.shortcuts_dialog import ShortcutsDialog

            ShortcutsDialog(self._theme, key_sheet(), parent=self._window).exec()
        elif action_id == "season_tables":
            self._edit_seasons()
        elif action_id in FILE_ACTIONS:
            self._do_with_files(action_id)
        elif self._bench is not None:
            self._bench.do(action_id)
        elif action_id == "new_applicant":
            self._begin_new()
        elif action_id == "demo":
            self._begin_demo()

    def import_file(self, path: Path) -> None:
        """Open the preview of a file that was dropped on the window."""
        if files := self._file_exchange():
            files.import_file(path)

    def _do_with_files(self, action_id: str) -> None:
        if files := self._file_exchange():
            getattr(files, action_id)()

    def _file_exchange(self) -> "FileExchange | None":
        """What reads and writes the user's files; made when it is first asked for."""
        if self._desk is None or self._bench is None or self._finder is None:
            return None
        if self._files is None:
            from smartpick_desktop.app.file_tools import file_exchange

            names = self._bench.specialty_names
            self._files = file_exchange(
                self._window, self._theme, self._desk.document,
                (self._programs(), self._finder, names), self._library,
            )  # fmt: skip
            self._files.told.connect(self._window.toolbar.say)
            self._files.set_shown(self._bench.shown_columns)
        self._files.set_quotas(self._season_tables().quotas)
        return self._files

    def may_close(self) -> bool:
        """Whether the window may go: every edit is kept, or the user lets the last one go."""
        if self._desk is None or not self._desk.document.has_unsaved_edits:
            return True
        if self._desk.document.save_again():
            return True
        from smartpick_desktop.app.crash import ask_to_lose_edits

        return ask_to_lose_edits(self._window, self._theme)

    def close(self) -> None:
        """Let go of the library file; nothing is told any more."""
        if self._desk is not None:
            self._desk.document.undo_stack.blockSignals(True)  # noqa: FBT003  it sends while it is destroyed
        self._library.close()

    def _open_bench(self, applicant: "Applicant") -> None:
        self._window.set_ready(ready=True)
        self._desk = ApplicantDesk(applicant, self._around, self)
        self._bench = Workbench(
            self._window, self._theme, self._desk, self._around.today,
            library_notes(self._library), self,
        )  # fmt: skip
        self._window.file_dropped.connect(self.import_file)
        self._desk.emptied.connect(self._show_start)
        self._desk.removed.connect(self._offer_back)
        self._desk.opened.connect(self._on_opened)
        self._bench.rule_requested.connect(self._open_rule)
        self._window.page_wanted.connect(self._make_rules_page)
        self._window.show_page("workspace")

    def _begin_with(self, make: "Callable[[], Applicant]") -> None:
        """Keep an applicant from the start page and open it."""
        try:
            applicant = make()
            self._library.add(applicant)
        except LibraryError as error:
            if self._start_page is not None:
                self._start_page.say(str(error))
            return
        self._open_bench(applicant)
        self.load_chart()
        for step in self.later_steps():
            QTimer.singleShot(0, self, step)

    def _begin_new(self) -> None:
        if self._desk is not None:
            self._desk.add_new()
            return
        self._begin_with(
            lambda: new_applicant(self._library, self._around.new_id, self._around.today())
        )

    def _begin_demo(self) -> None:
        if self._desk is not None:
            self._desk.add_demo()
            return
        self._begin_with(self._demo_applicant)

    def _on_opened(self) -> None:
        self._window.set_ready(ready=True)
        self._window.show_page("workspace")
        if self._bench is not None:
            self._bench.refresh_undo()
            self._bench.focus_score()

    def _show_start(self, problem: str = "") -> None:
        if self._start_page is None:
            self._start_page = self._make_start()
        self._start_page.say(problem)
        self._window.set_ready(ready=False)
        for action_id in _WITHOUT_APPLICANT:
            self._window.actions_by_id[action_id].setEnabled(True)
        self._window.show_start(self._start_page)
        if self._bench is not None:
            self._start_page.load_chart()

    def _offer_back(self, applicant_id: str, code: str) -> None:
        """Offer the last applicant back where the toolbar, which offers the others, is hidden."""
        if self._start_page is not None and not self._window.page():
            self._start_page.offer_back(applicant_id, code)

    def _restore(self, applicant_id: str) -> None:
        if self._desk is not None:
            self._desk.restore(applicant_id)

    def _make_start(self) -> "StartPage":
        from smartpick_desktop.core.try_out import line_for
        from smartpick_desktop.ui.pages.start_page import StartPage

        today, reference = self._around.today, self._loaded.reference
        page = StartPage(
            self._theme, lambda score: line_for(score, reference, today()), parent=self._window
        )
        page.own_requested.connect(self._begin_new)
        page.advisor_requested.connect(self._begin_new)
        page.demo_requested.connect(self._begin_demo)
        page.restore_requested.connect(self._restore)
        return page

    def _demo_applicant(self) -> "Applicant":
        from smartpick_desktop.core.demo import demo_applicant

        return demo_applicant(self._around.new_id, self._programs())

    def _programs(self) -> "Directory":
        if self._directory is None:
            from smartpick_desktop.storage.directory_data import load_directory

            self._directory = load_directory(resource("data", "programs.csv"))
        return self._directory

    def _seasons(self) -> "SeasonFiles":
        if self._season_files is None:
            from smartpick_desktop.app.season_files import SeasonFiles

            self._season_files = SeasonFiles(self._window, self._theme, self._folder, self)
            self._season_files.tables_changed.connect(self._on_tables_changed)
        return self._season_files

    def _season_tables(self) -> SeasonTables:
        tables = self._seasons().tables
        return SeasonTables(fees=tables.fees, quotas=tables.quotas)

    def _edit_seasons(self) -> None:
        reference = self._loaded.reference
        self._seasons().open({key: reference.short_name(key) for key in reference.specialties})

    def _on_tables_changed(self) -> None:
        tables = self._season_tables()
        if self._bench is not None:
            self._bench.set_tables(tables)
        if self._rule_files is not None:
            self._rule_files.page.set_seasons(tables.fees, tables.quotas)
