"""The practice exams of a scenario, one row each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from smartpick_desktop.core.exams import PracticeExam
from smartpick_desktop.core.practice_lines import PracticeLines, merged, read_practice
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.practice_row import PracticeRow
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import secondary_button
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_LINES_HEIGHT = 92
_READ_HEIGHT = 46  # three lines


class PracticePanel(QWidget):
    """Adds, changes and removes practice exams, each an edit of the document.

    An added row is a draft: nothing is kept of it until its score is entered.
    """

    def __init__(
        self,
        theme: Theme,
        document: Document,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._document = document
        self._rows: list[PracticeRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._add = LinkButton(self.tr("Add a practice exam"), theme, "plus")
        self._draft_note = TextLabel(
            self.tr("The new exam is kept once its score is entered."), TextRole.CAPTION
        )
        self._paste = LinkButton(self.tr("Paste several"), theme)
        self._lines = QPlainTextEdit()
        self._lines.setPlaceholderText("NBME 10 5/1 237\nUWSA 1 5/20 244")
        self._lines.setAccessibleName(self.tr("Practice exams, one a line: name, day, score"))
        self._lines.setTabChangesFocus(True)
        self._lines.setFixedHeight(theme.length(_LINES_HEIGHT))
        self._read = TextLabel("", TextRole.CAPTION, wrap=True)
        self._read.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._read.setMinimumHeight(theme.length(_READ_HEIGHT))  # a popover grows no more for it
        self._take = secondary_button(self.tr("Take over"), theme)
        self._pasting = QWidget()
        pasting = QVBoxLayout(self._pasting)
        pasting.setContentsMargins(0, 0, 0, 0)
        pasting.setSpacing(6)
        for widget in (self._lines, self._read):
            pasting.addWidget(widget)
        pasting.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self._pasting.hide()
        note = TextLabel(
            self.tr("The forecast is the mean of the last three by date."), TextRole.CAPTION
        )

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(self.tr("Practice exams"), TextRole.TITLE))
        column.addLayout(self._grid)
        column.addWidget(self._draft_note)
        links = QHBoxLayout()
        links.addWidget(self._add)
        links.addWidget(self._paste)
        links.addStretch(1)
        column.addLayout(links)
        column.addWidget(self._pasting)
        column.addWidget(note)

        self._add.clicked.connect(self._on_add_clicked)
        self._paste.clicked.connect(self._on_paste_clicked)
        self._lines.textChanged.connect(self._on_lines_changed)
        self._take.clicked.connect(self._on_take_clicked)
        self._fill()

    def _fill(self) -> None:
        draft = self._draft()
        for row in self._rows:
            row.discard()
        self._rows = []
        for exam in self._document.scenario.practice:
            self._add_row(exam)
        if draft is not None:
            again = self._add_row(None)
            again.name.setText(draft.name.text())
            again.day.set_date(draft.day.date())
        self._show_note()

    def _add_row(self, exam: PracticeExam | None) -> PracticeRow:
        at = len(self._rows)
        row = PracticeRow(self._theme, at + 1, exam, self)
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, at, column)
        row.exam_edited.connect(lambda changed: self._on_exam_edited(at, changed))
        row.remove_requested.connect(lambda: self._on_remove_requested(at))
        self._rows.append(row)
        return row

    def _draft(self) -> PracticeRow | None:
        return next((row for row in self._rows if row.is_draft), None)

    def _show_note(self) -> None:
        self._draft_note.setVisible(self._draft() is not None)

    def _on_add_clicked(self) -> None:
        draft = self._draft() or self._add_row(None)
        self._show_note()
        draft.begin()

    def _on_paste_clicked(self) -> None:
        self._pasting.setVisible(not self._pasting.isVisible())
        self._on_lines_changed()
        self._lines.setFocus()

    def _on_lines_changed(self) -> None:
        """Say what was understood while it is typed; nothing is kept before it is taken."""
        found = self._understood()
        one, many = self.tr("1 exam understood."), self.tr("{} exams understood.")
        count = len(found.exams)
        said = [one if count == 1 else many.format(count)] if count else []
        self._read.setText(" ".join((*said, *found.problems)))
        self._take.setEnabled(count > 0)

    def _on_take_clicked(self) -> None:
        found = self._understood()
        self._edit(merged(self._document.scenario.practice, found.exams), "")
        self._lines.setPlainText("\n".join(found.not_read))  # it is not lost
        self._pasting.setVisible(bool(found.not_read))
        self._fill()

    def _understood(self) -> PracticeLines:
        return read_practice(self._lines.toPlainText(), self._today())

    def _on_exam_edited(self, at: int, exam: PracticeExam) -> None:
        exams = self._document.scenario.practice
        new = at == len(exams)
        self._edit((*exams[:at], exam, *exams[at + 1 :]), "" if new else f"practice.{at}")
        self._show_note()

    def _on_remove_requested(self, at: int) -> None:
        if self._rows[at].is_draft:
            self._rows.pop(at).discard()
            self._show_note()
            self._add.setFocus()
            return
        exams = self._document.scenario.practice
        self._edit((*exams[:at], *exams[at + 1 :]), "")
        self._fill()

    def _edit(self, exams: tuple[PracticeExam, ...], field: str) -> None:
        after = replace(self._document.scenario, practice=exams)
        self._document.edit_scenario(self.tr("Change practice exams"), after, field=field)
