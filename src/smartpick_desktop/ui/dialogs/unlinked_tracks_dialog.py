"""Tracks of the Match that belong to no program yet, to be linked by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.core.house_names import house_words
from smartpick_desktop.core.program_facts import Track
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_match import likeness
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.track_plan import link_by_hand
from smartpick_desktop.ui.dialogs.choose_program_dialog import ChooseProgramDialog
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_SIZE = (680, 520)
_CODE = Qt.ItemDataRole.UserRole
_CANDIDATES = 8


class UnlinkedTracksDialog(QDialog):
    """Each link is an undo step of its own."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        directory: Directory,
        finder: Finder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        self._directory = directory
        self._finder = finder
        self.setWindowTitle(self.tr("Tracks not linked"))
        self.search = SearchField(theme, self.tr("Institution, city or track"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tracks not linked"))
        self._count = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)
        self.link = primary_button(self.tr("Link to a program…"), theme)
        close = secondary_button(self.tr("Close"), theme)

        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for widget in (self._count, self.search):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.link)
        column.addLayout(foot)
        self.resize(theme.length(_SIZE[0]), theme.length(_SIZE[1]))

        self.search.text_edited.connect(lambda _: self._fill())
        self.search.results_requested.connect(self.list.setFocus)
        self.list.itemActivated.connect(lambda _: self._on_link())
        self.link.clicked.connect(self._on_link)
        close.clicked.connect(self.reject)
        self._fill()

    def link_to(self, code: str, program_id: str) -> None:
        """Link a track to a program, as an undo step."""
        facts = link_by_hand(self._document.facts, [code], program_id)
        self._document.edit_facts(self.tr("Link {}").format(code), facts)
        self._fill()

    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        tracks = [track for track in self._document.facts.tracks.values() if not track.program_id]
        shown = [track for track in tracks if all(w in _said(track).casefold() for w in words)]
        row = max(0, self.list.currentRow())
        self.list.clear()
        for track in shown:
            item = QListWidgetItem(_said(track))
            item.setData(_CODE, track.code)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(shown) - 1))
        self.link.setEnabled(bool(shown))
        self._count.setText(
            self.tr(
                "{} tracks belong to no program of the directory as far as can be told: "
                "transitional years, combined specialties, closed programs, and names that differ "
                "too much."
            ).format(f"{len(tracks):,}")
            if tracks
            else self.tr("Every track is linked, or none was imported yet.")
        )

    def _on_link(self) -> None:
        if self.list.currentRow() < 0:
            return
        code = str(self.list.currentItem().data(_CODE))
        track = self._document.facts.tracks[code]
        dialog = ChooseProgramDialog(
            self._theme, self._directory, self._finder, _said(track), self._near(track), self
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.link_to(track.code, dialog.program_id)

    def _near(self, track: Track) -> list[str]:
        """Programs of its specialty and state, those of a like name first."""
        directory, words = self._directory, house_words(track.institution)
        rows = [
            row
            for row, number in enumerate(directory.acgme_numbers)
            if directory.states[row] == track.state and number[:3] == track.code[4:7]
        ]
        rows.sort(key=lambda row: -likeness(words, directory.names[row]))
        return [directory.program_ids[row] for row in rows[:_CANDIDATES]]


def _said(track: Track) -> str:
    where = f"{track.city}, {track.state}"
    return f"{track.institution} · {where} · {track.name} · {track.code}"
