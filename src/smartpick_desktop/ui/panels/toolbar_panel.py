"""The toolbar: views, whether all is saved, undo and redo, and the way to a program."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.icon_button import IconButton
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.text_label import TextRole, Tone

if TYPE_CHECKING:  # the toolbar is painted before there is any document
    from smartpick_desktop.ui.document import Document

_HEIGHT = 54
_SEARCH_WIDTH = 196
_SEARCH_COMPACT = 160


class ToolbarPanel(QWidget):
    """Knows the names of the views; the window shows them."""

    view_requested = Signal(str)
    search_requested = Signal(str)

    def __init__(self, theme: Theme, views: list[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._views = SegmentedControl(theme, views, name=self.tr("Views"))
        self._saved = ElidedLabel(self.tr("Saved as you type"), TextRole.CAPTION)
        self._saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._again = LinkButton(self.tr("Try again"))
        self._again.hide()
        self._offer = LinkButton("")
        self._offer.hide()
        self._offered: Callable[[], None] | None = None
        self._undo = IconButton(theme, "undo", self.tr("Undo"), shortcut="Ctrl+Z")
        self._redo = IconButton(theme, "redo", self.tr("Redo"), shortcut="Ctrl+Shift+Z")
        self._search = SearchField(
            theme, self.tr("Find a program"), name=self.tr("Find a program")
        )

        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._views)
        self._row.addWidget(self._saved, 1)
        self._row.addWidget(self._again)
        self._row.addWidget(self._offer)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._redo)
        self._row.addWidget(self._search)
        self.setFixedHeight(theme.length(_HEIGHT))
        self.set_compact(compact=False)
        self._undo.setEnabled(False)
        self._redo.setEnabled(False)

        self._views.choice_edited.connect(self.view_requested)
        self._search.returnPressed.connect(lambda: self.search_requested.emit(self._search.text()))
        self._again.clicked.connect(self._on_again_clicked)
        self._offer.clicked.connect(self._on_offer_clicked)
        theme.changed.connect(lambda: self.setFixedHeight(theme.length(_HEIGHT)))

    def bind(self, document: "Document") -> None:
        """Follow a document's undo stack and its saving."""
        self._document = document
        stack = document.undo_stack
        self._undo.clicked.connect(stack.undo)
        self._redo.clicked.connect(stack.redo)
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        stack.undoTextChanged.connect(self._on_undo_text_changed)
        stack.redoTextChanged.connect(self._on_redo_text_changed)
        document.saved.connect(self._on_saved)
        document.save_failed.connect(self._on_save_failed)

    def set_view(self, key: str) -> None:
        """Show which view is open."""
        self._views.set_choice(key)

    def set_compact(self, *, compact: bool) -> None:
        """Take the sizes for a narrow window, or the wide ones."""
        margin = 16 if compact else 20
        self._row.setContentsMargins(margin, 0, margin, 0)
        self._search.setFixedWidth(_SEARCH_COMPACT if compact else _SEARCH_WIDTH)

    def focus_search(self) -> None:
        """Put the caret into the search field, all selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def say(self, text: str) -> None:
        """Show a short message where the saved state stands, unless an edit is not saved."""
        if self._document is not None and self._document.has_unsaved_edits:
            return
        self._offer.hide()
        self._saved.set_tone(Tone.OF_ROLE)
        self._saved.setText(text)

    def offer(self, text: str, action: str, do: Callable[[], None]) -> None:
        """Say `text` and offer one way back, until the next message."""
        self.say(text)
        self._offered = do
        self._offer.setText(action)
        self._offer.show()

    def saved_text(self) -> str:
        """What stands there now."""
        return self._saved.text()

    def _on_undo_text_changed(self, text: str) -> None:
        self._undo.set_name(self.tr("Undo: {}").format(text) if text else self.tr("Undo"))

    def _on_redo_text_changed(self, text: str) -> None:
        self._redo.set_name(self.tr("Redo: {}").format(text) if text else self.tr("Redo"))

    def _on_saved(self) -> None:
        self._again.hide()
        self.say(self.tr("Saved {}").format(QTime.currentTime().toString("HH:mm")))

    def _on_save_failed(self, sentence: str) -> None:
        self._saved.setText(self.tr("Not saved. {}").format(sentence))
        self._saved.set_tone(Tone.NEEDS)
        self._again.show()

    def _on_offer_clicked(self) -> None:
        self._offer.hide()
        if self._offered is not None:
            self._offered()

    def _on_again_clicked(self) -> None:
        if self._document is not None:
            self._document.save_again()
