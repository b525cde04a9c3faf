"""Where the applicant would like to be: states, regions, and around a city."""

from collections import Counter
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartpick_desktop.core.distance import Cities
from smartpick_desktop.core.program_filter import ProgramFilter
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Preferences, Scenario
from smartpick_desktop.core.states import STATE_NAMES
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.distance_chip import DistanceChip
from smartpick_desktop.ui.panels.facet_chip import FacetChip
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole


class PlaceWishes(QWidget):
    """Three chips over the scenario's preferences; each edit is an undo step."""

    def __init__(
        self, theme: Theme, document: Document, directory: Directory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._states = FacetChip(theme, self.tr("States"), lambda key: STATE_NAMES.get(key, key))
        self._divisions = FacetChip(theme, self.tr("Regions"))
        self.distance = DistanceChip(theme)
        states, divisions = Counter(directory.states), Counter(directory.divisions)
        del states[""], divisions[""]
        self._states.set_counts(lambda: states)
        self._divisions.set_counts(lambda: divisions)
        self.distance.set_cities(Cities(directory).names)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel(self.tr("I would like to be in"), TextRole.HEADING))
        for chip in (self._states, self._divisions, self.distance):
            row.addWidget(chip)
        row.addStretch(1)

        self._states.choice_edited.connect(lambda chosen: self._edit(states=chosen))
        self._divisions.choice_edited.connect(lambda chosen: self._edit(divisions=chosen))
        self.distance.filter_edited.connect(self._on_distance_edited)
        document.scenario_changed.connect(self._render)
        self._render(document.scenario)

    def _render(self, scenario: Scenario) -> None:
        wish = scenario.preferences
        self._states.set_chosen(wish.states)
        self._divisions.set_chosen(wish.divisions)
        near = ProgramFilter(near=wish.city)
        self.distance.set_filter(replace(near, miles=wish.miles) if wish.miles else near)

    def _on_distance_edited(self, wanted: ProgramFilter) -> None:
        self._edit(city=wanted.near, miles=wanted.miles if wanted.near else None)

    def _edit(self, **fields: object) -> None:
        scenario = self._document.scenario
        wish: Preferences = replace(scenario.preferences, **fields)  # type: ignore[arg-type]
        if wish != scenario.preferences:
            after = replace(scenario, preferences=wish)
            self._document.edit_scenario(self.tr("Change where I would like to be"), after)
