"""Files of the user's own: taking in, writing out, and tracks to be linked by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from smartpick_desktop.core.import_file import ExchangeError
from smartpick_desktop.core.import_plan import ImportContext
from smartpick_desktop.core.list_table import ListTable, list_table
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_match import ProgramMatcher
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.dialogs.import_dialog import ImportDialog
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.import_job import ReadFile
from smartpick_desktop.ui.notes import Notes
from smartpick_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTools:
    """How files are read and written, and where small notes are kept."""

    read: ReadFile
    write: Callable[[ListTable, Path], None]
    as_text: Callable[[ListTable], str]
    as_html: Callable[[ListTable], str]
    notes: Notes


class FileExchange(QObject):
    """Does what the file actions ask, over one directory."""

    told = Signal(str)  # a sentence for the user

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        document: Document,
        directory: Directory,
        finder: Finder,
        names: Mapping[str, str],
        tools: FileTools,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._document = document
        self._directory = directory
        self._finder = finder
        self._names = names
        self._tools = tools
        self._quotas: Sequence[SignalQuota] = ()
        self._matcher: ProgramMatcher | None = None
        self._shown: Callable[[], Sequence[str]] = tuple

    def set_quotas(self, quotas: Sequence[SignalQuota]) -> None:
        """Hold signals of imports to these quotas."""
        self._quotas = quotas

    def set_shown(self, shown: Callable[[], Sequence[str]]) -> None:
        """Ask `shown` for the columns on the screen, as an export names them."""
        self._shown = shown

    def import_file(self, path: Path | None = None) -> None:
        """Open the preview, of `path` if one is given."""
        if self._matcher is None:
            self._matcher = ProgramMatcher(self._directory, self._names)
        given = ImportContext(
            directory=self._directory,
            matcher=self._matcher,
            facts=self._document.facts,
            scenario=self._document.scenario,
            quotas=self._quotas,
            names=self._names,
        )
        dialog = ImportDialog(
            self._theme, self._document, given, self._finder, self._tools.read,
            self._tools.notes, self._window,
        )  # fmt: skip
        if path is not None:
            dialog.begin(path)
        if dialog.exec():
            self.told.emit(self.tr("{}; undo takes it back").format(self._last_step()))
        dialog.deleteLater()

    def export_list(self) -> None:
        """Write the list where the user says, as CSV or as a workbook."""
        scenario = self._document.scenario
        if not scenario.entries:
            self.told.emit(self.tr("There is no program on the list yet"))
            return
        code = self._document.applicant.code
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export my list"),
            f"{code} {scenario.name}.xlsx".replace("/", "-"),
            self.tr("Excel workbook (*.xlsx);;CSV (*.csv)"),
        )
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the list to `path`; what went wrong is told."""
        try:
            self._tools.write(self._table(), path)
        except ExchangeError as error:
            self.told.emit(str(error))
        else:
            self.told.emit(self.tr("{} written").format(path.name))

    def copy_list(self) -> None:
        """Put the list on the clipboard, as a table for mails and sheets alike."""
        table = self._table()
        data = QMimeData()
        data.setText(self._tools.as_text(table))
        data.setHtml(self._tools.as_html(table))
        QApplication.clipboard().setMimeData(data)
        self.told.emit(self.tr("{} programs copied").format(len(table.rows)))

    def unlinked_tracks(self) -> None:
        """Show the tracks that belong to no program yet."""
        from smartpick_desktop.ui.dialogs.unlinked_tracks_dialog import UnlinkedTracksDialog

        dialog = UnlinkedTracksDialog(
            self._theme, self._document, self._directory, self._finder, self._window
        )
        dialog.exec()
        dialog.deleteLater()

    def _table(self) -> ListTable:
        document = self._document
        return list_table(
            document.scenario, self._directory, document.facts, self._names, self._shown()
        )

    def _last_step(self) -> str:
        return self._document.undo_stack.undoText()
