"""What the dialog of a suggested list looks like."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
)

from smartpick_desktop.core.programs import Directory
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.models.suggestion_model import SuggestionColumn, SuggestionModel
from smartpick_desktop.ui.panels.place_wishes import PlaceWishes
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.number_field import NumberField
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone
from smartpick_desktop.ui.widgets.tick_table import TickTable

_SIZE = (1120, 690)
_MOST = 300
_DEAREST = 20_000
_WIDTHS: Mapping[int, int] = {
    SuggestionColumn.TAKEN: 48,
    SuggestionColumn.WHAT: 82,
    SuggestionColumn.PROGRAM: 270,
    SuggestionColumn.PLACE: 130,
    SuggestionColumn.SIGNAL: 108,
}


class SuggestView(QObject):
    """The widgets of the dialog and the states they can be in."""

    CHANGES, LEFT_OUT = "changes", "left_out"

    def __init__(
        self, theme: Theme, document: Document, directory: Directory, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = SuggestionModel(directory, self)
        self.table = TickTable(theme, self.model, _WIDTHS, name=self.tr("Changes to the list"))
        self.specialty = QComboBox()
        self.count = NumberField(name=self.tr("Programs"), lowest=1, highest=_MOST)
        self.budget = NumberField(
            name=self.tr("At most, in dollars"),
            lowest=1,
            highest=_DEAREST,
            none=self.tr("any sum"),
        )
        self.signals = QCheckBox(self.tr("Place signals anew"))
        self.wishes = PlaceWishes(theme, document, directory)
        self.kinds = SegmentedControl(
            theme, self._kinds("", ""), name=self.tr("Rows shown"), small=True
        )
        self.search = SearchField(theme, self.tr("Why is a program in or out?"))
        self.detail = NoteBox(theme, lines=2)
        self.other = secondary_button("", theme)
        self.take = primary_button(self.tr("Take over"), theme)
        self.cancel = secondary_button(self.tr("Cancel"), theme)
        self._said = TextLabel("", TextRole.STRONG, wrap=True)
        self._more = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)

    def fill(
        self, dialog: QDialog, specialties: Sequence[tuple[str, str]], programs: bool
    ) -> None:
        """Lay out `dialog`; without `programs` only signals move."""
        title = self.tr("Suggest a list") if programs else self.tr("Where signals do most")
        dialog.setWindowTitle(title)
        for key, name in specialties:
            self.specialty.addItem(name, key)
        self.specialty.setAccessibleName(self.tr("Specialty"))
        self.signals.setChecked(True)
        for button in (self.other, self.cancel):
            button.setAutoDefault(False)
        self.take.setDefault(True)
        self.budget.setSingleStep(50)
        self.budget.set_number(None)
        ask, tools, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        asked = [TextLabel(self.tr("Programs")), self.count, TextLabel(self.tr("or for at most"))]
        if programs:
            asked += [self.budget, self.signals]
        else:
            asked = []
        for widget in (self.specialty, *asked):
            ask.addWidget(widget)
        ask.addStretch(1)
        tools.addWidget(self.kinds)
        self.search.setMinimumWidth(self._theme.length(260))
        tools.addWidget(self.search)
        tools.addStretch(1)
        tools.addWidget(self.other)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._said)
        words.addWidget(self._more)
        foot.addLayout(words, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(ask)
        column.addWidget(self.wishes)
        self.wishes.setVisible(programs)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addLayout(foot)
        dialog.resize(self._theme.length(_SIZE[0]), self._theme.length(_SIZE[1]))

    def chosen_specialty(self) -> str:
        """The key of the specialty asked for."""
        return str(self.specialty.currentData())

    def show_busy(self) -> None:
        """It is being worked out; what was found before stays until then."""
        self.take.setEnabled(False)
        self._more.setText(self.tr("Working it out…"))

    def show_rows(self) -> None:
        """Put the first row in focus."""
        if self.model.rowCount():
            self.table.selectRow(0)

    def show_counts(self, changes: int, left_out: int, ticked: int) -> None:
        """How many rows there are of each kind, and how many are taken over."""
        self.kinds.set_choices(self._kinds(f"{changes:,}", f"{left_out:,}"))
        one = self.tr("Take over 1 change")
        self.take.setText(one if ticked == 1 else self.tr("Take over {} changes").format(ticked))
        self.take.setEnabled(ticked > 0)

    def say(self, words: str, more: str) -> None:
        """Say what all of it would come to."""
        self._said.setText(words)
        self._more.setText(more)

    def say_nothing(self, words: str) -> None:
        """Nothing can be suggested."""
        self.kinds.set_choices(self._kinds("0", "0"))
        self.take.setEnabled(False)
        self.say(words, "")

    def offer(self, words: str) -> None:
        """Offer something else for the row in focus, or nothing."""
        self.other.setText(words)
        self.other.setVisible(bool(words))

    def _kinds(self, changes: str, left_out: str) -> list[Choice]:
        return [
            Choice(key=self.CHANGES, text=self.tr("Changes"), count=changes),
            Choice(key=self.LEFT_OUT, text=self.tr("Left out"), count=left_out),
        ]
