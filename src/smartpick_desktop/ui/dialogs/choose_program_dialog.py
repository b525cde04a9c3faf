"""Choosing a program of the directory: candidates first, and a search over all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.core.program_filter import ProgramFilter
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_SIZE = (560, 440)
_MOST = 200
_ID = Qt.ItemDataRole.UserRole


class ChooseProgramDialog(QDialog):
    """Accepted with `program_id`; Enter takes the row in focus."""

    def __init__(
        self,
        theme: Theme,
        directory: Directory,
        finder: Finder,
        title: str,
        candidates: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._directory = directory
        self._finder = finder
        self._candidates = tuple(candidates)
        self.program_id = ""
        self.setWindowTitle(self.tr("Which program is it?"))
        self.search = SearchField(theme, self.tr("Name, city or ACGME number"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Programs to choose from"))
        self._take = primary_button(self.tr("Choose"), theme)
        self._cancel = secondary_button(self.tr("Cancel"), theme)

        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(TextLabel(title, TextRole.STRONG, wrap=True))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._said = TextLabel("", TextRole.CAPTION, Tone.INK2)
        column.addWidget(self._said)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._take)
        column.addLayout(foot)
        self.resize(theme.length(_SIZE[0]), theme.length(_SIZE[1]))

        self.search.text_edited.connect(self._on_text_edited)
        self.search.results_requested.connect(self.list.setFocus)
        self.list.itemActivated.connect(lambda _: self._on_take())
        self._take.clicked.connect(self._on_take)
        self._cancel.clicked.connect(self.reject)
        self._on_text_edited("")

    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            rows = self._finder.rows(ProgramFilter(text=text)).tolist()
        else:
            found = (self._directory.index_of(key) for key in self._candidates)
            rows = [row for row in found if row is not None]
        self.list.clear()
        for row in rows[:_MOST]:
            item = QListWidgetItem(self._words(row))
            item.setData(_ID, self._directory.program_ids[row])
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._take.setEnabled(bool(rows))
        more = len(rows) - _MOST
        self._said.setText(
            self.tr("{} more; type more of the name").format(more) if more > 0 else ""
        )

    def _words(self, row: int) -> str:
        directory = self._directory
        where = f"{directory.cities[row]}, {directory.states[row]}"
        specialty = directory.specialties[row].replace("_", " ")
        return f"{directory.names[row]} · {where} · {specialty} · {directory.acgme_numbers[row]}"

    def _on_take(self) -> None:
        if self.list.currentRow() >= 0:
            self.program_id = str(self.list.currentItem().data(_ID))
            self.accept()
