"""A quiet link that shows the choice in force and opens a menu of the others."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.link_button import LinkButton


class ChoiceLink(LinkButton):
    """Exactly one choice is in force; the link says which in a word."""

    choice_edited = Signal(str)  # key of the choice; sent for the user's choices only

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        choices: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", theme, "chevron-down", icon_after=True, parent=parent)
        self._name = name
        self._menu = QMenu(self)
        self._actions = self._make_actions(choices)

        self.clicked.connect(self._open_menu)

    def set_choice(self, key: str, word: str) -> None:
        """Show `key` as the choice in force, and `word` on the link."""
        self._actions[key].setChecked(True)
        self.setText(word)
        self.setAccessibleName(f"{self._name} {word}")

    def _make_actions(self, choices: Mapping[str, str]) -> dict[str, QAction]:
        group = QActionGroup(self)
        actions = {}
        for key, text in choices.items():
            action = group.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: self.choice_edited.emit(key))
            self._menu.addAction(action)
            actions[key] = action
        return actions

    def _open_menu(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
