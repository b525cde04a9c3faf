"""A line for a reason that must not be empty, with what takes it and what leaves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import secondary_button
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class ReasonField(QWidget):
    """Enter and the button give the reason, Esc leaves; who listens may refuse it."""

    reason_given = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, *, name: str, action: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = QLineEdit()
        self._line.setAccessibleName(name)
        self._line.setPlaceholderText(self.tr("Why it can stay as it is"))
        self._problem = TextLabel("", TextRole.CAPTION, Tone.NEEDS, wrap=True)
        self._give = secondary_button(action, theme)
        self._leave = LinkButton(self.tr("Leave it open"))

        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._give)
        foot.addWidget(self._leave)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._line)
        column.addWidget(self._problem)
        column.addLayout(foot)
        self.refuse("")

        self._line.returnPressed.connect(self._on_given)
        self._line.textEdited.connect(lambda: self.refuse(""))
        self._give.clicked.connect(self._on_given)
        self._leave.clicked.connect(self.left)

    def begin(self) -> None:
        """Start with an empty line that has the focus."""
        self._line.clear()
        self.refuse("")
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why the reason was not taken; empty takes that back."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if bool(sentence) != bool(self._line.property("problem")):
            self._line.setProperty("problem", bool(sentence))
            self._line.style().polish(self._line)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
            self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """What takes the focus here, as it stands."""
        return self._line, self._give, self._leave

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_given(self) -> None:
        self.reason_given.emit(self._line.text())
