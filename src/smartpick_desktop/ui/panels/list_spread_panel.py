"""How the list spreads over buckets and regions, what is unplaced, and what comes next costs."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.fees import NextPrice, SeasonFees, season_cost
from smartpick_desktop.core.list_checks.about_signals import unspent_words
from smartpick_desktop.core.list_spread import SpecialtyPrice, list_spread, next_prices
from smartpick_desktop.core.list_summary import specialties_in_order
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.signals import SignalQuota, usage
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.season_choice import SeasonChoice
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.divider import Divider
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.spread_table import SpreadTable
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

BUCKETS, REGIONS = "buckets", "regions"


class ListSpreadPanel(QWidget):
    """Numbers only: nothing here is an edit but the choice of the season."""

    tables_requested = Signal()

    def __init__(
        self,
        document: Document,
        names: Mapping[str, str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._names = names
        self._directory: Directory | None = None
        self._outlook: Outlook | None = None
        self._fees: Sequence[SeasonFees] = ()
        self._quotas: Sequence[SignalQuota] = ()
        self._by = SegmentedControl(
            theme,
            [
                Choice(key=BUCKETS, text=self.tr("Buckets")),
                Choice(key=REGIONS, text=self.tr("Regions")),
            ],
            name=self.tr("Spread over"),
            small=True,
        )
        self._table = SpreadTable(theme)
        self._empty = TextLabel(self.tr("No programs to spread yet."), TextRole.CAPTION)
        self._unspent = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)
        self._season = SeasonChoice(document, theme)
        self._prices = QGridLayout()

        self._lay_out()

        self._by.choice_edited.connect(self._render)
        self._season.tables_requested.connect(self.tables_requested)
        document.list_changed.connect(self._render)
        self._render()

    def set_directory(self, directory: Directory) -> None:
        """Place programs by `directory`."""
        self._directory = directory
        self._render()

    def set_tables(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Go by these fees and signal quotas."""
        self._fees, self._quotas = fees, quotas
        self._season.set_tables(fees, quotas)
        self._render()

    def set_outlook(self, outlook: Outlook | None) -> None:
        """Take buckets from the outlook of the open scenario; None while there is none."""
        self._outlook = outlook
        self._render()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(TextLabel(self.tr("Spread"), TextRole.HEADING), 1)
        head.addWidget(self._by)
        self._prices.setHorizontalSpacing(8)
        self._prices.setVerticalSpacing(2)
        self._prices.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._table)
        column.addWidget(self._empty)
        column.addWidget(self._unspent)
        column.addWidget(Divider(Qt.Orientation.Horizontal))
        column.addWidget(self._season)
        column.addLayout(self._prices)
        column.addStretch(1)

    def _render(self, _: object = None) -> None:
        scenario = self._document.scenario
        self._render_spread(scenario)
        self._render_unspent(scenario)
        self._render_prices(scenario)

    def _render_spread(self, scenario: Scenario) -> None:
        shown = bool(scenario.entries) and self._directory is not None
        self._table.setVisible(shown)
        self._by.setVisible(shown)
        self._empty.setVisible(not scenario.entries)
        if shown and self._directory is not None:
            spread = list_spread(
                *(scenario.entries, self._directory, self._outlook),
                *(self._quotas, scenario.season),
            )
            rows = spread.regions if self._by.choice() == REGIONS else spread.buckets
            self._table.show_rows(rows, spread.tiers)

    def _render_unspent(self, scenario: Scenario) -> None:
        listed = dict.fromkeys(entry.specialty for entry in scenario.entries)
        uses = usage(scenario.entries, listed, self._quotas, scenario.season)
        left = "; ".join(unspent_words(use) for use in uses if use.unspent)
        self._unspent.setText(self.tr("Not placed: {}.").format(left))
        self._unspent.setVisible(bool(left))

    def _render_prices(self, scenario: Scenario) -> None:
        while item := self._prices.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        cost = season_cost(self._fees, scenario.season, scenario.entries)
        if cost is None:
            return
        head = TextLabel(self.tr("The next program costs"), TextRole.MICRO)
        self._prices.addWidget(head, 0, 0, 1, 2)
        for at, price in enumerate(next_prices(cost, specialties_in_order(scenario)), start=1):
            self._add_price(at, price)

    def _add_price(self, at: int, price: SpecialtyPrice) -> None:
        name = eras_name(self._names, price.specialty)
        label = ElidedLabel(f"{name}, {price.programs}", TextRole.CAPTION, Tone.INK)
        dollars = TextLabel(f"${price.next.dollars}", TextRole.CAPTION, Tone.INK)
        after = self._after_words(price.next)
        label.setAccessibleName(f"{label.text()}: {dollars.text()}. {after}")
        self._prices.addWidget(label, 2 * at - 1, 0)
        self._prices.addWidget(dollars, 2 * at - 1, 1, Qt.AlignmentFlag.AlignRight)
        self._prices.addWidget(TextLabel(after, TextRole.MICRO), 2 * at, 0, 1, 2)

    def _after_words(self, price: NextPrice) -> str:
        if price.left is None or price.then is None:
            return self.tr("this price for each more")
        if price.left == 1:
            return self.tr("then ${}").format(price.then)
        return self.tr("this price for {} more, then ${}").format(price.left, price.then)
