"""What the import dialog looks like: the file, the rows, and what will come of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
)

from smartpick_desktop.core.import_plan import Action
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.ui.models.import_model import ImportColumn, ImportModel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone
from smartpick_desktop.ui.widgets.tick_table import TickTable

_SIZE = (1000, 640)
_WIDTHS: Mapping[int, int] = {
    ImportColumn.TAKEN: 66,
    ImportColumn.ROW: 54,
    ImportColumn.FILE: 220,
    ImportColumn.PROGRAM: 260,
    ImportColumn.ACTION: 110,
}


class ImportView(QObject):
    """The widgets of the dialog and the states they can be in."""

    def __init__(self, theme: Theme, directory: Directory, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = {
            "": self.tr("All"),
            Action.ADD: self.tr("Added"),
            Action.CHANGE: self.tr("Changed"),
            Action.CONFIRM: self.tr("To confirm"),
            Action.SAME: self.tr("As it is"),
            Action.SKIP: self.tr("Left out"),
        }
        self.model = ImportModel(directory, self)
        self.table = TickTable(theme, self.model, _WIDTHS, name=self.tr("Rows of the file"))
        self.choose = secondary_button(self.tr("Choose a file…"), theme, "folder")
        self.columns = secondary_button(self.tr("Columns…"), theme, "columns")
        self.pick = secondary_button(self.tr("Choose the program…"), theme)
        self.stop = secondary_button(self.tr("Stop"), theme)
        self.take = primary_button(self.tr("Import"), theme)
        self.cancel = secondary_button(self.tr("Cancel"), theme)
        self.sheets = QComboBox()
        self.to_list = QCheckBox(self.tr("Put these programs on my list"))
        self.kinds = SegmentedControl(
            theme,
            [Choice(key=str(key), text=words) for key, words in self._words.items()],
            name=self.tr("Rows shown"),
            small=True,
        )
        self._file = TextLabel("", TextRole.STRONG)
        self._about = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)
        self._bar = QProgressBar()
        self._note = NoteBox(theme)

    def fill(self, dialog: QDialog) -> None:
        """Lay out `dialog`, before any file was chosen."""
        for button in (self.choose, self.columns, self.pick, self.stop, self.cancel):
            button.setAutoDefault(False)
        self.take.setDefault(True)
        self.sheets.setAccessibleName(self.tr("Sheet"))
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Read so far"))
        self.kinds.set_choice("")
        head, tools, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._file)
        head.addStretch(1)
        for widget in (self.sheets, self.columns, self.choose):
            head.addWidget(widget)
        tools.addWidget(self.kinds)
        tools.addStretch(1)
        tools.addWidget(self.pick)
        foot.addWidget(self.to_list)
        foot.addStretch(1)
        for button in (self.stop, self.cancel, self.take):
            foot.addWidget(button)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addWidget(self._bar)
        column.addWidget(self._note)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        dialog.resize(self._theme.length(_SIZE[0]), self._theme.length(_SIZE[1]))
        self.show_start()

    def show_start(self) -> None:
        """No file was chosen yet."""
        self._file.setText(self.tr("No file chosen"))
        self._about.setText(
            self.tr(
                "A table (CSV or XLSX) that names programs, or the NRMP's Program Results as PDF. "
                "Nothing is changed before you say so, and the directory never is."
            )
        )
        self._show(reading=False, rows=False, table=False)

    def show_reading(self, name: str) -> None:
        """A file is being read."""
        self._file.setText(name)
        self._about.setText(self.tr("Reading…"))
        self._bar.setRange(0, 0)
        self.say("")
        self._show(reading=True, rows=False, table=False)

    def show_progress(self, done: int, of: int) -> None:
        """So much of it was read."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._about.setText(self.tr("Page {} of {}").format(done, of))

    def show_failure(self, sentence: str) -> None:
        """The file cannot be used; the sentence says why."""
        self._about.setText("")
        self.model.set_session(None)
        self._show(reading=False, rows=False, table=False)
        self.say(sentence)

    def show_table(self, sheets: Sequence[str], *, to_list: bool) -> None:
        """The rows of a table."""
        if [self.sheets.itemText(at) for at in range(self.sheets.count())] != [*sheets]:
            self.sheets.clear()
            self.sheets.addItems(list(sheets))
        self.to_list.setChecked(to_list)
        self.say("")
        self._show(reading=False, rows=True, table=True)
        self.sheets.setVisible(len(sheets) > 1)

    def show_tracks(self) -> None:
        """The tracks of an edition of the Match's results."""
        self.say("")
        self._show(reading=False, rows=True, table=False)

    def show_counts(self, counts: Mapping[Action, int], ticked: int, *, of_table: bool) -> None:
        """How many rows there are of each kind, and how many are taken in."""
        numbers = {"": sum(counts.values())} | {str(kind): counts.get(kind, 0) for kind in Action}
        self.kinds.set_choices(
            [
                Choice(key=str(key), text=words, count=f"{numbers[str(key)]:,}")
                for key, words in self._words.items()
            ]
        )
        words = self.tr("{} rows") if of_table else self.tr("{} tracks")
        self._about.setText(words.format(f"{sum(counts.values()):,}"))
        self.take.setText(self.tr("Import {}").format(f"{ticked:,}"))
        self.take.setEnabled(ticked > 0)

    def show_taken(self) -> None:
        """It was taken in, and there is something to read first."""
        self.take.setEnabled(False)
        self.cancel.setText(self.tr("Close"))

    def say(self, text: str) -> None:
        """Show a note, or none."""
        self._note.set_text(text)

    def _show(self, *, reading: bool, rows: bool, table: bool) -> None:
        self._bar.setVisible(reading)
        self.stop.setVisible(reading)
        for widget in (self.kinds, self.table, self.pick):
            widget.setEnabled(rows)
        self.take.setEnabled(rows)
        for part in (self.columns, self.sheets, self.to_list):
            part.setVisible(table)
        self.choose.setVisible(not reading)
        if not rows:
            self.take.setText(self.tr("Import"))
