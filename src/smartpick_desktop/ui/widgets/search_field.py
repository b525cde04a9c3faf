"""A field to search with, cleared by its cross or by Esc."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from smartpick_desktop.ui.icons import icon
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.undo_passthrough import UndoPassthrough

_ONWARD = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """Sends its text at every key; setting it sends nothing."""

    text_edited = Signal(str)  # sent for the user's edits only
    results_requested = Signal()  # Down or Enter: on to what was found

    def __init__(
        self, theme: Theme, placeholder: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)

        self._theme = theme
        self._glass = QAction(self)
        self._clear = QAction(self.tr("Clear"), self)
        self._clear.setVisible(False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.installEventFilter(UndoPassthrough(self))

        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._render_icons()

        self.textEdited.connect(self.text_edited)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._clear.triggered.connect(self._on_clear_triggered)
        theme.changed.connect(self._render_icons)

    def set_text(self, text: str) -> None:
        """Show `text`, silently."""
        if text != self.text():
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._on_clear_triggered()
        elif event.key() in _ONWARD:
            super().keyPressEvent(event)
            self.results_requested.emit()
        else:
            super().keyPressEvent(event)

    def _render_icons(self) -> None:
        self._glass.setIcon(icon("search", self._theme.tokens.ink3))
        self._clear.setIcon(icon("x", self._theme.tokens.ink3))

    def _on_clear_triggered(self) -> None:
        self.clear()
        self.text_edited.emit("")
