"""The season tables in force, and the dialog in which the user edits them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from smartpick_desktop.app.folder import edited_rules_folder
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.edited_season import LoadedSeason, load_season, save_season
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.ui.main_window import MainWindow
from smartpick_desktop.ui.theme import Theme


class SeasonFiles(QObject):
    """Reads the tables once, and tells of others when the user has saved them."""

    tables_changed = Signal(object)  # LoadedSeason

    def __init__(
        self, window: MainWindow, theme: Theme, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._edited = edited_rules_folder(folder)
        self._loaded = load_season(resource(), self._edited)

    @property
    def tables(self) -> LoadedSeason:
        """The tables in force."""
        return self._loaded

    @property
    def note(self) -> str:
        """What was wrong with a copy of the user's; empty where nothing was."""
        text = self.tr("Passed over, the built-in table is in force: {}")
        return "\n".join(text.format(error) for error in self._loaded.passed_over)

    def open(self, names: Mapping[str, str]) -> None:
        """Let the user edit both tables; `names` are those of the specialties."""
        from smartpick_desktop.ui.dialogs.season_tables_dialog import SeasonTablesDialog

        now, built_in = self._loaded, load_season(resource())
        SeasonTablesDialog(
            self._theme,
            (now.fees, now.quotas),
            (built_in.fees, built_in.quotas),
            names,
            self._save,
            note=self.note,
            parent=self._window,
        ).exec()

    def _save(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> str:
        try:
            save_season(self._edited, resource(), fees, quotas, datetime.now(tz=UTC))
        except ResourceError as error:
            return self.tr("Not saved. {}").format(error)
        self._loaded = load_season(resource(), self._edited)
        self.tables_changed.emit(self._loaded)
        return ""
