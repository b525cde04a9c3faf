"""What stands in the place of a table without rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class NoRows(QWidget):
    """Says why nothing is shown, and offers to ask for less."""

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = TextLabel("", TextRole.BODY, Tone.INK2)
        self._clear = LinkButton(self.tr("Clear"))

        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._reason, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_reason(none_listed=False)

        self._clear.clicked.connect(self.clear_requested)

    def show_reason(self, *, none_listed: bool) -> None:
        """Say that the list is empty, or that no program fits."""
        empty = self.tr("No program is on the list yet. Space puts the row in focus on it.")
        none_fits = self.tr("No program fits these filters")
        self._reason.setText(empty if none_listed else none_fits)
        self._clear.setText(self.tr("Show all programs") if none_listed else self.tr("Clear"))
