"""Which ERAS season the list is for, and what stands in where its tables are not known."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.list_summary import specialties_in_order
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.season_status import season_status, seasons_to_choose
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class SeasonChoice(QWidget):
    """A chip with the season, its menu, and a sentence where another season stands in."""

    tables_requested = Signal()  # the user wants to see or edit the season tables

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._fees: Sequence[SeasonFees] = ()
        self._quotas: Sequence[SignalQuota] = ()
        self._chip = Chip("", theme, opens_menu=True, tile=True)
        self._chip.setCheckable(False)
        self._menu = QMenu(self)
        self._status = TextLabel("", TextRole.CAPTION, Tone.NEEDS, wrap=True)

        row = QHBoxLayout()
        row.addWidget(TextLabel(self.tr("ERAS season"), TextRole.HEADING), 1)
        row.addWidget(self._chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._status)

        self._chip.clicked.connect(self._open_menu)
        document.list_changed.connect(self._render)
        self._render(document.scenario)

    def set_tables(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Offer the seasons of these tables."""
        self._fees, self._quotas = fees, quotas
        self._render(self._document.scenario)

    def menu(self) -> QMenu:
        """The menu of the seasons, as it is now."""
        self._fill()
        return self._menu

    def _render(self, scenario: Scenario) -> None:
        self._chip.setText(str(scenario.season))
        self._chip.updateGeometry()
        specialties = specialties_in_order(scenario)
        status = season_status(self._fees, self._quotas, scenario.season, specialties)
        told = bool(self._fees or self._quotas)
        self._status.setText(status.sentence if told else "")
        self._status.setVisible(bool(self._status.text()))
        spoken = self.tr("ERAS season {}").format(scenario.season)
        self._chip.setAccessibleName(f"{spoken}. {self._status.text()}".strip())

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        now = self._document.scenario.season
        for season in seasons_to_choose(self._fees, self._quotas, now):
            known = season_status(self._fees, self._quotas, season).is_known
            text = self.tr("Season {}") if known else self.tr("Season {}, not known here")
            action = QAction(text.format(season), group)
            action.setCheckable(True)
            action.setChecked(season == now)
            action.triggered.connect(lambda _=False, season=season: self._choose(season))
            self._menu.addAction(action)
        self._menu.addSeparator()
        tables = self._menu.addAction(self.tr("Fees and signals by season…"))
        tables.triggered.connect(self.tables_requested)

    def _open_menu(self) -> None:
        self.menu().popup(self._chip.mapToGlobal(self._chip.rect().bottomLeft()))

    def _choose(self, season: int) -> None:
        after = replace(self._document.scenario, season=season)
        self._document.edit_scenario(self.tr("Change season to {}").format(season), after)
