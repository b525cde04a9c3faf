"""Which bands a scenario is shown in: one of the schemes, or edges of the user's own."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QWidget

from smartpick_desktop.core.bands import CUSTOM, edges_from_text
from smartpick_desktop.ui.assessor import Assessor, View
from smartpick_desktop.ui.document import Document

PREFIX = "bands_"
_EXAMPLE = "215, 225, 240, 250"


class BandChoice(QObject):
    """Keeps the actions of the schemes and the scenario together."""

    def __init__(
        self,
        window: QWidget,
        document: Document,
        assessor: Assessor,
        actions: Mapping[str, QAction],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._actions = {
            key.removeprefix(PREFIX): action
            for key, action in actions.items()
            if key.startswith(PREFIX)
        }

        assessor.view_changed.connect(self._render)
        self._render(assessor.view)

    def choose(self, scheme: str) -> None:
        """Show the open scenario in the bands of `scheme`; own bands are asked for."""
        scenario = self._document.scenario
        edges = scenario.custom_edges
        if scheme == CUSTOM:
            wanted = self._ask(edges)
            if wanted is None:
                self._check(scenario.band_scheme)
                return
            edges = wanted
        after = replace(scenario, band_scheme=scheme, custom_edges=edges)
        self._document.edit_scenario(self.tr("Change bands"), after)
        self._check(scheme)

    def _ask(self, edges: tuple[int, ...]) -> tuple[int, ...] | None:
        """The edges that the user gives, or None; what cannot be used is asked for again."""
        text = ", ".join(map(str, edges)) or _EXAMPLE
        question = self.tr("First score of each band above the lowest, from low to high:")
        label = question
        while True:
            title = self.tr("Bands of my own")
            text, given = QInputDialog.getText(self._window, title, label, text=text)
            if not given:
                return None
            found = edges_from_text(text)
            if not isinstance(found, str):
                return found
            label = f"{found}\n\n{question}"

    def _render(self, view: View) -> None:
        self._check(view.scenario.band_scheme)

    def _check(self, scheme: str) -> None:
        for key, action in self._actions.items():
            action.setChecked(key == scheme)
