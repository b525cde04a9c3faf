"""The key sheet: what can be done from the keyboard, in groups."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import secondary_button
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.key_cap import KeyCap
from smartpick_desktop.ui.widgets.scroll_column import ScrollColumn
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

Shortcut = tuple[str, str, str]
"""Group, name, and key text as the system writes it; several keys with commas between."""

_WIDTH, _HEIGHT = 720, 560
_COLUMNS = 2


class ShortcutsDialog(QDialog):
    """Shows keys in two columns of groups; Esc closes."""

    def __init__(
        self, theme: Theme, shortcuts: Sequence[Shortcut], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Keyboard"))
        self._close = secondary_button(self.tr("Close"), theme)
        self._close.setDefault(True)
        self._close.setFocus()
        card = Card()
        scroll = ScrollColumn(name=self.tr("Keys"))

        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(TextLabel(self.tr("Keyboard"), TextRole.VERDICT))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 6, 4, 6)
        inside.addWidget(scroll)
        column.addWidget(card, 1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        scroll.column.setContentsMargins(20, 12, 16, 12)
        scroll.column.addLayout(self._sheet(shortcuts))
        scroll.column.addStretch(1)
        self.resize(theme.length(_WIDTH), theme.length(_HEIGHT))

        self._close.clicked.connect(self.accept)

    def _sheet(self, shortcuts: Sequence[Shortcut]) -> QHBoxLayout:
        """Groups side by side; the next one goes where there are fewer rows so far."""
        sheet = QHBoxLayout()
        sheet.setSpacing(40)
        columns = [QVBoxLayout() for _ in range(_COLUMNS)]
        rows = [0] * _COLUMNS
        for column in columns:
            column.setSpacing(0)
            sheet.addLayout(column, 1)
        for group in dict.fromkeys(group for group, _, _ in shortcuts):
            keys = [(name, key) for of, name, key in shortcuts if of == group]
            at = rows.index(min(rows))
            columns[at].addLayout(self._group(group, keys))
            columns[at].addSpacing(20)
            rows[at] += len(keys) + 2
        for column in columns:
            column.addStretch(1)
        return sheet

    def _group(self, heading: str, keys: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(TextLabel(heading, TextRole.HEADING), 0, 0, 1, 2)
        for line, (name, key) in enumerate(keys, start=1):
            grid.addWidget(TextLabel(name, TextRole.BODY, wrap=True), line, 0)
            caps = QHBoxLayout()
            caps.setSpacing(4)
            caps.addStretch(1)
            for each in key.split(", "):
                caps.addWidget(KeyCap(self._theme, each))
            grid.addLayout(caps, line, 1)
        return grid
