"""The practice exams of a scenario, one row each."""

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.exams import PracticeExam
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.practice_row import PracticeRow
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole


class PracticePanel(QWidget):
    """Adds, changes and removes practice exams, each an edit of the document.

    An added row is a draft: nothing is kept of it until its score is entered.
    """

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        self._rows: list[PracticeRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._add = LinkButton(self.tr("Add a practice exam"), theme, "plus")
        self._draft_note = TextLabel(
            self.tr("The new exam is kept once its score is entered."), TextRole.CAPTION
        )
        note = TextLabel(
            self.tr("The forecast is the mean of the last three by date."), TextRole.CAPTION
        )

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(self.tr("Practice exams"), TextRole.TITLE))
        column.addLayout(self._grid)
        column.addWidget(self._draft_note)
        column.addWidget(self._add)
        column.addWidget(note)

        self._add.clicked.connect(self._on_add_clicked)
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
