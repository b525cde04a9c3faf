"""The large box in which a score is typed."""

from PySide6.QtCore import Property, QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.field_frame import FieldEdge, paint_field
from smartpick_desktop.ui.widgets.step_button import StepButton
from smartpick_desktop.ui.widgets.undo_passthrough import UndoPassthrough

LOWEST, HIGHEST = 1, 300
_DIGITS = 3
_HEIGHT = 42
_TEXT_LEFT = 12
_STEPS_WIDTH = 26
_STEP_KEYS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}
_COMMIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAVES_FIELD_OPEN = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ScoreField(QAbstractSpinBox):
    """Takes a score from 1 to 300 at its third digit; empty, it shows a placeholder."""

    score_edited = Signal(object)  # int | None; sent for the user's edits only
    problem_changed = Signal(str)  # a sentence, or "" once the text is right again

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        placeholder: str = "",
        first_step: int = 240,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)

        self._theme = theme
        self._score: int | None = None
        self._problem = ""
        self._first_step = first_step
        self._up = StepButton(theme, upward=True, parent=self)
        self._down = StepButton(theme, upward=False, parent=self)
        self.setAccessibleName(name)
        self.installEventFilter(UndoPassthrough(self))

        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place_text()
        self.lineEdit().setPlaceholderText(placeholder)
        self._fit()

        self.lineEdit().textEdited.connect(self._on_text_edited)
        self._up.clicked.connect(lambda: self._on_step_clicked(1))
        self._down.clicked.connect(lambda: self._on_step_clicked(-1))
        theme.changed.connect(self._fit)

    def score(self) -> int | None:
        """The last score taken, whatever is being typed."""
        return self._score

    value = Property(int, lambda self: self._score or 0)  # what screen readers ask for

    def problem(self) -> str:
        """What is wrong with the text, or nothing."""
        return self._problem

    def set_score(self, score: int | None) -> None:
        """Show `score`, silently; text being typed stays if the score is the same."""
        if score != self._score:
            self._score = score
            self.restore()

    def set_placeholder(self, text: str) -> None:
        """Show `text` while there is no score."""
        self.lineEdit().setPlaceholderText(text)

    def restore(self) -> None:
        """Drop text that was not taken and show the score again."""
        self._set_text("" if self._score is None else str(self._score))
        self._set_problem("")

    def stepBy(self, steps: int) -> None:  # noqa: N802
        """Move the score; an empty field begins at its first step."""
        text = self.text()
        typed = int(text) if text and LOWEST <= int(text) <= HIGHEST else self._score
        if typed is None:
            self._take(self._first_step)
        else:
            self._take(min(max(typed + steps, LOWEST), HIGHEST))
        self.restore()
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802
        none = QAbstractSpinBox.StepEnabledFlag.StepNone
        up = none if self._score == HIGHEST else QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        down = none if self._score == LOWEST else QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return up | down

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        digits = "".join(char for char in text if char in "0123456789")
        if len(digits) > _DIGITS or (text.strip() and not digits):
            return QValidator.State.Invalid, text, pos
        return QValidator.State.Acceptable, digits, min(pos, len(digits))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEP_KEYS:
            self.stepBy(_STEP_KEYS[key])
        elif key in _COMMIT_KEYS:
            self._commit()
            self.selectAll()
        elif key == Qt.Key.Key_Escape and self._is_unsettled():
            self.restore()
            self.selectAll()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and event.angleDelta().y():
            self.stepBy(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _LEAVES_FIELD_OPEN:
            QTimer.singleShot(0, self.selectAll)  # after the click that may have brought it

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _LEAVES_FIELD_OPEN:
            self._commit()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._place_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, half = self.width() - _STEPS_WIDTH - 2, self.height() // 2
        self._up.setGeometry(left, 2, _STEPS_WIDTH, half - 2)
        self._down.setGeometry(left, half, _STEPS_WIDTH, half - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        edge = FieldEdge.of(self, problem=bool(self._problem))
        paint_field(QPainter(self), QRectF(self.rect()), edge, tokens)

    def _place_text(self) -> None:
        self._up.setVisible(self.isEnabled())
        self._down.setVisible(self.isEnabled())
        right = _STEPS_WIDTH if self.isEnabled() else 0
        self.lineEdit().setTextMargins(_TEXT_LEFT, 0, right, 0)

    def _is_unsettled(self) -> bool:
        return self.text() != ("" if self._score is None else str(self._score))

    def _on_text_edited(self, text: str) -> None:
        if len(text) == _DIGITS:
            self._take_text(text)
        else:
            self._set_problem("")

    def _commit(self) -> None:
        if not self._is_unsettled():
            return
        if self.text():
            self._take_text(self.text())
        else:
            self._take(None)
        if not self._problem:
            self.restore()

    def _take_text(self, text: str) -> None:
        number = int(text)
        if number > HIGHEST:
            self._set_problem(
                self.tr("{} is above 300, the highest score there is").format(number)
            )
        elif number < LOWEST:
            self._set_problem(self.tr("0 is below 1, the lowest score there is"))
        else:
            self._take(number)

    def _take(self, score: int | None) -> None:
        self._set_problem("")
        if score != self._score:
            self._score = score
            self.score_edited.emit(score)

    def _set_text(self, text: str) -> None:
        if text != self.text():
            self.lineEdit().setText(text)

    def _set_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.setAccessibleDescription(problem)
            self.update()
            self.problem_changed.emit(problem)

    def _on_step_clicked(self, step: int) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stepBy(step)

    def _fit(self) -> None:
        font = self._theme.font(Size.SCORE, Weight.SEMIBOLD)
        digits = QFontMetricsF(font).horizontalAdvance("0" * _DIGITS)
        self.setFont(font)
        width = round(2 + _TEXT_LEFT + digits + 6 + _STEPS_WIDTH)
        self.setFixedSize(width, self._theme.length(_HEIGHT))
