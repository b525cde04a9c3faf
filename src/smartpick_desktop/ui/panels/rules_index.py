"""The left of the rules page: search, sections, and whose rules are in force."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import secondary_button
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.section_list import SectionList
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_WIDTH = 236
_SIDE = 16


class RulesIndex(Card):
    """Chooses what is in sight, and carries the wishes about edited rules."""

    search_edited = Signal(str)
    section_edited = Signal(str)
    export_requested = Signal()
    load_requested = Signal()
    reset_requested = Signal()

    def __init__(
        self, theme: Theme, sections: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self.search = SearchField(
            theme, self.tr("Find in rules"), name=self.tr("Find in rules and sources")
        )
        self.sections = SectionList(theme, sections, name=self.tr("Sections"))
        self._edited = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)
        self._export = secondary_button(self.tr("Save a copy…"), theme, "download")
        self._load = secondary_button(self.tr("Use an edited copy…"), theme, "upload")
        self._reset = LinkButton(self.tr("Back to the built-in rules"), theme, "undo")

        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 14, _SIDE, 16)
        column.setSpacing(0)
        column.addWidget(TextLabel(self.tr("Rules and sources"), TextRole.TITLE))
        column.addSpacing(12)
        column.addWidget(self.search)
        column.addSpacing(12)
        column.addWidget(self.sections)
        column.addStretch(1)
        column.addWidget(TextLabel(self.tr("In force"), TextRole.HEADING))
        column.addSpacing(4)
        column.addWidget(self._edited)
        column.addSpacing(12)
        column.addWidget(self._export)
        column.addSpacing(8)
        column.addWidget(self._load)
        column.addSpacing(12)
        column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_edited((), has_problems=False)

        self.search.text_edited.connect(self.search_edited)
        self.sections.section_edited.connect(self.section_edited)
        self._export.clicked.connect(self.export_requested)
        self._load.clicked.connect(self.load_requested)
        self._reset.clicked.connect(self.reset_requested)
        theme.changed.connect(self._measure)

    def set_edited(self, files: tuple[str, ...], *, has_problems: bool) -> None:
        """Say which files are the user's own; there is a way back if any is."""
        if files:
            text = self.tr("Edited: {}. The rest is built in.").format(", ".join(files))
        else:
            text = self.tr("The built-in rules.")
        self._edited.setText(text)
        self._reset.setVisible(bool(files) or has_problems)
        self._measure()

    def _measure(self) -> None:
        self.ensurePolished()
        self.setFixedWidth(max(_WIDTH, self.minimumSizeHint().width()))
