"""Taking in a file of the user's own: what it would do, row by row, before anything is done."""

import json
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from smartpick_desktop.core.import_file import Loaded, LoadedTracks
from smartpick_desktop.core.import_plan import Action, ImportContext
from smartpick_desktop.core.import_session import TableImport, TrackImport, counts
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.ui.dialogs.choose_program_dialog import ChooseProgramDialog
from smartpick_desktop.ui.dialogs.columns_dialog import ColumnsDialog
from smartpick_desktop.ui.dialogs.import_view import ImportView
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.import_job import ImportJob, ReadFile
from smartpick_desktop.ui.notes import Notes
from smartpick_desktop.ui.theme import Theme

_REMEMBERED = "import_columns"
_MOST_REMEMBERED = 40


class ImportDialog(QDialog):
    """Reads, previews, and takes in as one undo step; until then nothing is changed."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        given: ImportContext,
        finder: Finder,
        read: ReadFile,
        notes: Notes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        self._given = given
        self._finder = finder
        self._notes = notes
        self._job = ImportJob(read, self)
        self._path = Path()
        self._session: TableImport | TrackImport | None = None
        self.setWindowTitle(self.tr("Import programs and facts"))
        self.view = ImportView(theme, given.directory, self)
        self.view.fill(self)

        self.view.choose.clicked.connect(self._on_choose_clicked)
        self.view.stop.clicked.connect(self._on_stop_clicked)
        self.view.columns.clicked.connect(self._on_columns_clicked)
        self.view.sheets.activated.connect(self._on_sheet_chosen)
        self.view.to_list.clicked.connect(self._on_to_list_clicked)
        self.view.kinds.choice_edited.connect(self._on_kind_chosen)
        self.view.table.activated.connect(self._on_activated)
        self.view.pick.clicked.connect(lambda: self._on_activated(self.view.table.currentIndex()))
        self.view.take.clicked.connect(self._on_take_clicked)
        self.view.cancel.clicked.connect(self.reject)
        self.view.model.dataChanged.connect(lambda *_: self._show_counts())
        self._job.progressed.connect(self.view.show_progress)
        self._job.loaded.connect(self._on_loaded)
        self._job.failed.connect(self._on_failed)

    def begin(self, path: Path) -> None:
        """Read a file."""
        self._path = path
        self._session = None
        self.view.show_reading(path.name)
        self._job.begin(path)

    def done(self, result: int) -> None:
        """Close; what is being read is stopped and leaves nothing behind."""
        self._job.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._job.stop()
        super().closeEvent(event)

    def _on_loaded(self, loaded: Loaded) -> None:
        if isinstance(loaded, LoadedTracks):
            self._session = TrackImport(loaded, self._given)
        else:
            self._session = TableImport(loaded, self._given, self._path.name, self._kept())
        self._show()

    def _on_failed(self, sentence: str) -> None:
        self._session = None
        self.view.show_failure(sentence)

    def _show(self) -> None:
        table = self._session if isinstance(self._session, TableImport) else None
        self.view.model.set_session(self._session)
        if table is not None:
            self.view.show_table(table.sheets, to_list=table.to_list)
        else:
            self.view.show_tracks()
        self._show_counts()

    def _show_counts(self) -> None:
        if self._session is None:
            return
        rows = self._session.rows
        ticked = sum(self._session.is_ticked(row.number) for row in rows)
        table = self._session if isinstance(self._session, TableImport) else None
        self.view.show_counts(counts(rows), ticked, of_table=table is not None)
        if table is not None and not table.columns.names_programs:
            self.view.say(
                self.tr(
                    "No column of this table names a program. Say which one does under Columns."
                )
            )

    def _on_choose_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a file"),
            str(self._path.parent) if self._path.name else "",
            self.tr("Tables and PDF (*.csv *.tsv *.txt *.xlsx *.pdf);;All files (*)"),
        )
        if name:
            self.begin(Path(name))

    def _on_stop_clicked(self) -> None:
        self._job.stop()
        self.view.show_failure(self.tr("Stopped. Nothing was changed."))

    def _on_columns_clicked(self) -> None:
        session = self._session
        if not isinstance(session, TableImport):
            return
        dialog = ColumnsDialog(
            self._theme, session.header, session.columns.meanings, session.samples(), self
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            session.use_columns(dialog.meanings())
            self._remember(session)
            self._show()

    def _on_sheet_chosen(self, at: int) -> None:
        if isinstance(self._session, TableImport):
            self._session.use_sheet(at)
            self._show()
            self.view.sheets.setCurrentIndex(at)

    def _on_to_list_clicked(self, on: bool) -> None:
        if isinstance(self._session, TableImport):
            self._session.put_on_list(on=on)
            self.view.model.refresh()
            self._show_counts()

    def _on_kind_chosen(self, key: str) -> None:
        self.view.model.show_kind(Action(key) if key else None)

    def _on_activated(self, index: QModelIndex) -> None:
        if not index.isValid() or self._session is None:
            return
        row = self.view.model.row(index.row())
        dialog = ChooseProgramDialog(
            self._theme, self._given.directory, self._finder, row.title, row.candidates, self
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._session.choose(row.number, dialog.program_id)
            self.view.model.refresh()
            self._show_counts()

    def _on_take_clicked(self) -> None:
        if self._session is None:
            return
        rows = sum(self._session.is_ticked(row.number) for row in self._session.rows)
        result = self._session.result()
        words = (
            self.tr("Import 1 row from {1}") if rows == 1 else self.tr("Import {0} rows from {1}")
        )
        text = words.format(f"{rows:,}", self._path.name)
        self._document.edit_facts(text, result.facts, scenario=result.scenario)
        if isinstance(self._session, TableImport):
            self._remember(self._session)
        if result.notes:
            self.view.say("\n".join(result.notes))
            self.view.show_taken()
        else:
            self.accept()

    def _kept(self) -> dict[str, list[str]]:
        try:
            kept = json.loads(self._notes.read(_REMEMBERED) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _remember(self, session: TableImport) -> None:
        kept = self._kept()
        kept.pop(session.fingerprint, None)
        kept[session.fingerprint] = list(session.columns.meanings)
        last = dict(list(kept.items())[-_MOST_REMEMBERED:])
        self._notes.write(_REMEMBERED, json.dumps(last))
