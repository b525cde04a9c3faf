"""The rules page, and the user's edited rule files that it exports, takes in and puts away."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from smartpick_desktop.app.folder import edited_rules_folder
from smartpick_desktop.app.questions import ask
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.edited_rules import adopt, edited_files, export_rules, reset
from smartpick_desktop.storage.reference_data import LoadedReference, load_reference
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.pages.rules_page import RulesPage
from smartpick_desktop.ui.theme import Theme


class RuleFiles(QObject):
    """Keeps the rules page and the rules in force together."""

    reference_changed = Signal(Reference)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        folder: Path,
        loaded: LoadedReference,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._edited = edited_rules_folder(folder)
        self.page = RulesPage(theme)
        self.page.set_compact(compact=window.is_compact)
        self._show(loaded)
        window.add_page("rules", self.page)

        window.compact_changed.connect(self._on_compact_changed)
        self.page.export_requested.connect(self._export)
        self.page.load_requested.connect(self._take_in)
        self.page.reset_requested.connect(self._put_away)

    def open_rule(self, rule_id: str) -> None:
        """Show a rule on the page; an empty ID shows them all, some words their part."""
        self._window.show_page("rules")
        if rule_id == "sources":
            self.page.open_sources()
        elif rule_id == "checks":
            self.page.open_checks()
        elif rule_id == "outlook":
            self.page.open_outlook()
        elif rule_id:
            self.page.open_rule(rule_id)

    def _show(self, loaded: LoadedReference) -> None:
        self.page.set_reference(loaded.reference)
        problems = tuple(str(problem) for problem in loaded.passed_over)
        self.page.set_edited(edited_files(self._edited), problems)

    def _export(self) -> None:
        title = self.tr("Save a copy of the rules")
        target = QFileDialog.getExistingDirectory(self._window, title)
        if target:
            self._try(lambda: export_rules(resource(), Path(target), edited=self._edited))

    def _take_in(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Use an edited copy"), "", self.tr("Rules files (*.toml)")
        )
        if file and self._try(lambda: adopt(Path(file), self._edited, resource())):
            self._reload()

    def _put_away(self) -> None:
        if self._try(lambda: reset(self._edited, datetime.now(tz=UTC))):
            self._reload()

    def _reload(self) -> None:
        loaded = load_reference(resource(), self._edited)
        self._show(loaded)
        self.reference_changed.emit(loaded.reference)

    def _try(self, do: Callable[[], object]) -> bool:
        """Do it; a file that cannot be used is explained and nothing changes."""
        try:
            do()
        except ResourceError as error:
            details = self.tr("Nothing was changed.")
            ask(self._window, self._theme, str(error), details, [("", self.tr("Go back"))])
            return False
        return True

    def _on_compact_changed(self, compact: bool) -> None:
        self.page.set_compact(compact=compact)
