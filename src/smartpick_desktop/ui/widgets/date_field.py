"""A date that reads as text until it is edited."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from smartpick_desktop.ui.fonts import Size
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.date_text import format_date, parse_date
from smartpick_desktop.ui.widgets.undo_passthrough import UndoPassthrough

_EXAMPLE = datetime.date(2026, 7, 18)
_WIDEST = datetime.date(2028, 11, 28)
_ROOM = 9
_LINE_EDIT_MARGIN = 2  # what Qt keeps free on either side
_COMMIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAVES_FIELD_OPEN = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class DateField(QLineEdit):
    """Takes a date on Enter or when left; without one it asks for it."""

    date_edited = Signal(object)  # datetime.date | None; sent for the user's edits only
    problem_changed = Signal(str)  # a sentence, or "" once the text is right again

    def __init__(
        self, theme: Theme, *, name: str, unknown: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)

        self._theme = theme
        self._date: datetime.date | None = None
        self._problem = ""
        self._unknown = unknown or self.tr("date?")
        self.setAccessibleName(name)
        self.setPlaceholderText(self._unknown)
        self.installEventFilter(UndoPassthrough(self))

        self.setTextMargins(-_LINE_EDIT_MARGIN, 0, -_LINE_EDIT_MARGIN, 0)
        self._fit()

        self.textEdited.connect(lambda: self._set_problem(""))
        theme.changed.connect(self._fit)

    def date(self) -> datetime.date | None:
        """The last date taken, whatever is being typed."""
        return self._date

    def problem(self) -> str:
        """What is wrong with the text, or nothing."""
        return self._problem

    def set_date(self, date: datetime.date | None) -> None:
        """Show `date`, silently; text being typed stays if the date is the same."""
        if date != self._date:
            self._date = date
            self.restore()

    def refuse(self, reason: str, kept: datetime.date | None) -> None:
        """Keep the text of a date that was sent but cannot be taken; `kept` stays in its place."""
        self._date = kept
        self._set_problem(reason)

    def restore(self) -> None:
        """Drop text that was not taken and show the date again."""
        if self.text() != self._settled_text():
            self.setText(self._settled_text())
        self._set_problem("")
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _COMMIT_KEYS:
            self._commit()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._settled_text():
            self.restore()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setPlaceholderText(format_date(_EXAMPLE))
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _LEAVES_FIELD_OPEN:
            self._commit()
        self.setPlaceholderText(self._unknown)
        super().focusOutEvent(event)
        self._fit()

    def _settled_text(self) -> str:
        return format_date(self._date) if self._date else ""

    def _commit(self) -> None:
        text = self.text().strip()
        if text == self._settled_text():
            return
        date = parse_date(text)
        if text and date is None:
            self._set_problem(self.tr("“{}” is not a date. Write it as 18 Jul 2026").format(text))
            return
        changed = date != self._date
        self._date = date
        self.restore()
        if changed:
            self.date_edited.emit(date)

    def _set_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.setAccessibleDescription(problem)
            self.setProperty("problem", bool(problem))
            self.style().polish(self)
            self._fit()
            self.problem_changed.emit(problem)

    def _fit(self) -> None:
        metrics = QFontMetricsF(self._theme.font(Size.CAPTION))
        at_rest = self.text() or self._unknown
        text = format_date(_WIDEST) if self.hasFocus() or self._problem else at_rest
        self.setFixedWidth(round(metrics.horizontalAdvance(text) + _ROOM))
