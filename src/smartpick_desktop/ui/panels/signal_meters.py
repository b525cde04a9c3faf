"""The signals of one part of the list, under the name of its specialty."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.list_summary import ListPart
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.signals import SignalUse
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.meter import SignalMeter
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_COLORS = {SignalTier.GOLD: "gold", SignalTier.SILVER: "silver", SignalTier.SINGLE: "accent"}


class SignalMeters(QWidget):
    """Shows how many programs and how many signals of each tier are placed."""

    def __init__(
        self, names: Mapping[str, str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        words = {
            SignalTier.GOLD: self.tr("Gold"),
            SignalTier.SILVER: self.tr("Silver"),
            SignalTier.SINGLE: self.tr("Signals"),
        }
        self._title = ElidedLabel("", TextRole.HEADING)
        self._meters = {
            tier: SignalMeter(word, _COLORS[tier], theme) for tier, word in words.items()
        }
        self._note = TextLabel("", TextRole.MICRO)

        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        for meter in self._meters.values():
            meter.align_with(self.tr("Gold"), self.tr("Silver"))
            column.addWidget(meter)

    def show_part(self, part: ListPart, season: int) -> None:
        """Show one part of the list for `season`."""
        names = self.tr(" and ").join(eras_name(self._names, key) for key in part.specialties)
        self._title.setText(f"{names}, {part.programs}")
        limits = part.signals.quota.limits if part.signals else {}
        for tier, meter in self._meters.items():
            meter.setVisible(tier in limits)
            if part.signals and tier in limits:
                meter.set_count(part.signals.placed[tier], limits[tier])
        self._note.setText(self._about(part.signals, season))

    def _about(self, signals: SignalUse | None, season: int) -> str:
        if signals is None:
            return self.tr("no quota known for {}").format(season)
        return self.tr("{} quota").format(signals.quota.season)
