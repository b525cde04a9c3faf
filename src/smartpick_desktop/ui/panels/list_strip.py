"""The list strip: the program list at a glance, one key away from the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import is_

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.buckets import bucket_counts
from smartpick_desktop.core.fees import SeasonFees, season_cost
from smartpick_desktop.core.list_words import list_words
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.outlook.rules import Settings
from smartpick_desktop.core.outlook.words import range_words
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.signals import SignalQuota, SignalUse, usage
from smartpick_desktop.ui.assessor import Assessor, View
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import secondary_button
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.choice_link import ChoiceLink
from smartpick_desktop.ui.widgets.divider import Divider
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.meter import SignalMeter
from smartpick_desktop.ui.widgets.mix_gauge import MixGauge
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_ROOM_FOR_ALL = 900
_OUTLOOK_PARTS = 2
SEASONS = (2024, 2025, 2026, 2027, 2028)


class ListStrip(Card):
    """Shows count, specialties, signals and cost of the open scenario's list."""

    list_requested = Signal()

    def __init__(
        self, theme: Theme, document: Document, assessor: Assessor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._fees: Sequence[SeasonFees] = ()
        self._quotas: Sequence[SignalQuota] = ()
        self._theme = theme
        self._document = document
        self._assessor = assessor
        self._shown: tuple[object, ...] = ()
        self._count = TextLabel("", TextRole.FIGURE)
        self._mix = ElidedLabel("", TextRole.CAPTION)
        self._signals = TextLabel(self.tr("Signals"), TextRole.HEADING)
        self._signal_note = ElidedLabel("", TextRole.CAPTION)
        self._gold = SignalMeter(self.tr("Gold"), "gold", theme)
        self._silver = SignalMeter(self.tr("Silver"), "silver", theme)
        self._single = SignalMeter(self.tr("Signals"), "accent", theme)
        self._gold.align_with(self.tr("Gold"), self.tr("Silver"))
        self._silver.align_with(self.tr("Gold"), self.tr("Silver"))
        self._season = ChoiceLink(
            theme,
            name=self.tr("ERAS season"),
            choices={str(year): self.tr("ERAS season {}").format(year) for year in SEASONS},
        )
        self._cost = TextLabel("", TextRole.FIGURE)
        self._next = TextLabel("", TextRole.CAPTION, wrap=True)
        self._gauge = MixGauge(theme)
        self._interviews = TextLabel("–", TextRole.FIGURE)
        self._likely = ElidedLabel("", TextRole.CAPTION)
        self._range = TextLabel("–", TextRole.FIGURE)
        self._range_note = ElidedLabel("", TextRole.CAPTION)
        self._parts: list[tuple[QWidget, QWidget]] = []
        self._settings: Settings | None = None
        self._outlook: Outlook | None = None
        self._open = secondary_button(self.tr("Open list"), theme, "arrow-right")

        self._lay_out()

        self._season.choice_edited.connect(self._on_season_edited)
        self._open.clicked.connect(self.list_requested)
        assessor.view_changed.connect(self._render)
        self._render(assessor.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out interviews and range where there is no room; the programs page has them."""
        super().resizeEvent(event)
        fits = self.width() >= self._theme.length(_ROOM_FOR_ALL)
        for part, divider in self._parts[-_OUTLOOK_PARTS:]:
            part.setVisible(fits)
            divider.setVisible(fits)

    def set_tables(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Count by these fee and signal tables."""
        self._fees, self._quotas = fees, quotas
        self._shown = ()
        self._render(self._assessor.view)

    def set_rules(self, settings: Settings) -> None:
        """Say chances by these settings."""
        self._settings = settings
        self.set_outlook(self._outlook)

    def set_outlook(self, outlook: Outlook | None) -> None:
        """Show interviews, range and buckets of the list; None while there is no outlook."""
        self._outlook = outlook
        entries = self._document.scenario.entries
        self._gauge.set_counts(*bucket_counts(entries, outlook.programs if outlook else {}))
        self._gauge.setVisible(outlook is not None and bool(entries))
        self._mix.setVisible(not self._gauge.isVisibleTo(self))
        known = outlook is not None and self._settings is not None
        if outlook is None or self._settings is None or not known:
            self._interviews.setText("–")
            self._range.setText("–")
            scored = self._document.scenario.step2_score is not None
            self._likely.setText(self.tr("no list yet") if scored else self.tr("no score yet"))
            self._range_note.setText("")
            return
        few, many = outlook.fewest, outlook.most
        self._interviews.setText(f"{few}–{many}" if few < many else str(few))
        self._likely.setText(self.tr("about {}").format(round(outlook.expected)))
        self._range.setText(range_words(outlook.low, outlook.high, self._settings))
        self._range_note.setText(self.tr("not a promise"))

    def _cost_head(self) -> QWidget:
        whole = QWidget()
        head = QHBoxLayout(whole)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(TextLabel(self.tr("ERAS cost"), TextRole.HEADING))
        head.addStretch(1)
        head.addWidget(self._season)
        return whole

    def _lay_out(self) -> None:
        columns = (
            (
                3,
                (
                    TextLabel(self.tr("My list"), TextRole.HEADING),
                    self._count,
                    self._gauge,
                    self._mix,
                ),
            ),
            (
                3,
                (self._signals, self._gold, self._silver, self._single, self._signal_note),
            ),
            (2, (self._cost_head(), self._cost, self._next)),
            (
                1,
                (
                    TextLabel(self.tr("Interviews"), TextRole.HEADING),
                    self._interviews,
                    self._likely,
                ),
            ),
            (
                1,
                (
                    TextLabel(self.tr("Match range"), TextRole.HEADING),
                    self._range,
                    self._range_note,
                ),
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(18)
        for stretch, widgets in columns:
            part, divider = QWidget(), Divider()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(3)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            row.addWidget(part, stretch)
            row.addWidget(divider)
            self._parts.append((part, divider))
        row.addWidget(self._open)

    def _render(self, view: View) -> None:
        shown = (view.scenario.entries, view.scenario.season, view.focus, view.reference)
        if self._shown and all(map(is_, shown, self._shown)):
            return  # a keystroke in a score changes nothing here
        self._shown = shown
        words = list_words(view.scenario, view.reference)
        self._count.setText(words.count)
        self._mix.setText(words.mix)
        self._render_cost(view)
        self._render_signals(view)

    def _render_cost(self, view: View) -> None:
        season = view.scenario.season
        self._season.set_choice(str(min(max(season, SEASONS[0]), SEASONS[-1])), str(season))
        cost = season_cost(self._fees, view.scenario.season, view.scenario.entries)
        if cost is None:
            self._cost.setText("–")
            self._next.setText("")
            return
        self._cost.setText(f"${cost.dollars:,}")
        price = cost.fees.next_program_cost(cost.counts, view.focus or "")
        words = self.tr("next program ${}, {} fees").format(price, cost.used_season)
        known = self.tr("; {} not known yet").format(cost.season) if cost.is_estimate else ""
        self._next.setText(words + known)

    def _render_signals(self, view: View) -> None:
        meters = {
            SignalTier.GOLD: self._gold,
            SignalTier.SILVER: self._silver,
            SignalTier.SINGLE: self._single,
        }
        uses: tuple[SignalUse, ...] = ()
        if view.focus:
            entries, season = view.scenario.entries, view.scenario.season
            uses = usage(entries, [view.focus], self._quotas, season)
        limits: Mapping[SignalTier, int] = uses[0].quota.limits if uses else {}
        for tier, meter in meters.items():
            meter.setVisible(tier in limits)
            if tier in limits:
                meter.set_count(uses[0].placed.get(tier, 0), limits[tier])
        name = view.reference.short_name(view.focus) if view.focus else ""
        self._signals.setText(self.tr("Signals, {}").format(name) if name else self.tr("Signals"))
        self._signal_note.setText(self._note(view, uses[0] if uses else None))
        self._signal_note.setVisible(bool(self._signal_note.text()))

    def _note(self, view: View, use: SignalUse | None) -> str:
        if not view.focus:
            return self.tr("Add a specialty to see its signals")
        if use is None:
            return self.tr("No quota known for this specialty")
        if not use.is_estimate:
            return ""
        wanted, used = view.scenario.season, use.quota.season
        return self.tr("{} is not known here; quota of {}").format(wanted, used)

    def _on_season_edited(self, key: str) -> None:
        after = replace(self._document.scenario, season=int(key))
        self._document.edit_scenario(self.tr("Change season"), after)
