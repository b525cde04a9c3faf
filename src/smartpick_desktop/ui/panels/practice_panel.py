"""The practice exams of a scenario, one row each."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QGridLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from smartpick_desktop.core.exams import HIGHEST_SCORE, LOWEST_SCORE, PracticeExam
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.date_field import DateField
from smartpick_desktop.ui.widgets.icon_button import IconButton
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.number_field import TEXT_LEFT
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_USUAL_SCORE = 240


class PracticePanel(QWidget):
    """Adds, changes and removes practice exams, each an edit of the document."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        add = LinkButton(self.tr("Add a practice exam"), theme, "plus")
        note = TextLabel(
            self.tr("The forecast is the mean of the last three by date."), TextRole.CAPTION
        )

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(self.tr("Practice exams"), TextRole.TITLE))
        column.addLayout(self._grid)
        column.addWidget(add)
        column.addWidget(note)

        add.clicked.connect(self._on_add_clicked)
        self._fill()

    def _fill(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for at, exam in enumerate(self._document.scenario.practice):
            self._add_row(at, exam)

    def _add_row(self, at: int, exam: PracticeExam) -> None:
        name = QLineEdit(exam.name)
        name.setPlaceholderText(self.tr("NBME 10"))
        name.setAccessibleName(self.tr("Name of practice exam {}").format(at + 1))
        day = DateField(self._theme, name=self.tr("Date of practice exam {}").format(at + 1))
        day.set_date(exam.taken_on)
        score = QSpinBox()
        score.setRange(LOWEST_SCORE, HIGHEST_SCORE)
        score.setValue(exam.score)
        score.setKeyboardTracking(False)
        score.lineEdit().setTextMargins(TEXT_LEFT, 0, 0, 0)
        score.setAccessibleName(self.tr("Score of practice exam {}").format(at + 1))
        remove = IconButton(self._theme, "x", self.tr("Remove practice exam {}").format(at + 1))
        for column, widget in enumerate((name, day, score, remove)):
            self._grid.addWidget(widget, at, column)

        name.editingFinished.connect(lambda: self._change(at, name=name.text().strip()))
        day.date_edited.connect(lambda taken_on: self._change(at, taken_on=taken_on))
        score.valueChanged.connect(lambda value: self._change(at, score=value))
        remove.clicked.connect(lambda: self._remove(at))

    def _change(
        self,
        at: int,
        *,
        name: str | None = None,
        score: int | None = None,
        taken_on: date | None = None,
    ) -> None:
        exams = list(self._document.scenario.practice)
        old = exams[at]
        exams[at] = replace(
            old,
            name=old.name if name is None else name,
            score=old.score if score is None else score,
            taken_on=taken_on if name is None and score is None else old.taken_on,
        )
        self._edit(tuple(exams), f"practice.{at}")

    def _remove(self, at: int) -> None:
        exams = self._document.scenario.practice
        self._edit((*exams[:at], *exams[at + 1 :]), "")
        self._fill()

    def _on_add_clicked(self) -> None:
        exams = self._document.scenario.practice
        score = exams[-1].score if exams else _USUAL_SCORE
        self._edit((*exams, PracticeExam(score=score)), "")
        self._fill()

    def _edit(self, exams: tuple[PracticeExam, ...], field: str) -> None:
        after = replace(self._document.scenario, practice=exams)
        self._document.edit_scenario(self.tr("Change practice exams"), after, field=field)
