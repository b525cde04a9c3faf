"""One practice exam as a row of fields; without a score it is a draft that is not kept yet."""

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from smartpick_desktop.core.exams import HIGHEST_SCORE, LOWEST_SCORE, PracticeExam
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.date_field import DateField
from smartpick_desktop.ui.widgets.icon_button import IconButton
from smartpick_desktop.ui.widgets.number_field import NumberField

_USUAL_SCORE = 240  # where stepping begins, as in the score strip


class _ExamScore(NumberField):
    """Empty until a score is typed; a step from there begins at the usual one."""

    def stepBy(self, steps: int) -> None:  # noqa: N802
        if self.number() is None:
            self.setValue(_USUAL_SCORE)
        else:
            self.setValue(max(LOWEST_SCORE, self.value() + steps))


class PracticeRow(QObject):
    """Name, date and score of one exam. It is a draft until a score is entered."""

    exam_edited = Signal(object)  # PracticeExam
    remove_requested = Signal()

    def __init__(
        self, theme: Theme, number: int, exam: PracticeExam | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._exam = exam
        self.name = QLineEdit(exam.name if exam else "")
        self.name.setPlaceholderText(self.tr("NBME 10"))
        self.name.setAccessibleName(self.tr("Name of practice exam {}").format(number))
        self.day = DateField(theme, name=self.tr("Date of practice exam {}").format(number))
        self.day.set_date(exam.taken_on if exam else None)
        self.score = _ExamScore(
            name=self.tr("Score of practice exam {}").format(number),
            lowest=LOWEST_SCORE,
            highest=HIGHEST_SCORE,
            none="–",
        )
        self.score.set_number(exam.score if exam else None)
        self.remove = IconButton(theme, "x", self.tr("Remove practice exam {}").format(number))

        self.name.editingFinished.connect(self._on_edited)
        self.day.date_edited.connect(self._on_edited)
        self.score.number_edited.connect(self._on_score_edited)
        self.remove.clicked.connect(self.remove_requested)

    @property
    def is_draft(self) -> bool:
        """Whether there is no score yet, so that nothing of the row is kept."""
        return self._exam is None

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The fields from left to right."""
        return (self.name, self.day, self.score, self.remove)

    def begin(self) -> None:
        """Let the score be typed."""
        self.score.setFocus(Qt.FocusReason.TabFocusReason)
        self.score.selectAll()

    def discard(self) -> None:
        """Take the fields off the screen for good."""
        for widget in self.widgets:
            widget.hide()
            widget.deleteLater()
        self.deleteLater()

    def _on_score_edited(self, score: int | None) -> None:
        if score is not None:
            self._take(score)
        elif self._exam is not None:
            self.score.set_number(self._exam.score)  # an exam is taken away by its cross alone

    def _on_edited(self, _: date | None = None) -> None:
        if self._exam is not None:
            self._take(self._exam.score)

    def _take(self, score: int) -> None:
        exam = PracticeExam(score=score, name=self.name.text().strip(), taken_on=self.day.date())
        if exam != self._exam:
            self._exam = exam
            self.exam_edited.emit(exam)
