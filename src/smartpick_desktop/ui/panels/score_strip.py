"""The score strip: the numbers, the targets and the profile, in one row over everything."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.forecast_cell import ForecastCell
from smartpick_desktop.ui.panels.profile_cell import ProfileCell
from smartpick_desktop.ui.panels.step1_cell import Step1Cell
from smartpick_desktop.ui.panels.step2_cell import Step2Cell
from smartpick_desktop.ui.panels.targets_cell import TargetsCell
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.divider import Divider

_STRETCH = {3: 5, 4: 2}  # the targets and the profile share what the fixed cells leave
_WIDTHS = (166, 166, 176)
_WIDTHS_COMPACT = (148, 148, 160)


class ScoreStrip(Card):
    """Lays the cells out; their widths hold still while a number is typed."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        assessor: Assessor,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self.step1 = Step1Cell(theme, document, assessor)
        self.step2 = Step2Cell(theme, document, assessor, today)
        self.forecast = ForecastCell(theme, document, assessor)
        self.targets = TargetsCell(theme, document, assessor)
        self.profile = ProfileCell(theme, document, assessor)

        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 12, 18, 10)
        self._row.setSpacing(16)
        cells = (self.step1, self.step2, self.forecast, self.targets, self.profile)
        for at, cell in enumerate(cells):
            if at:
                self._row.addWidget(Divider())
            self._row.addWidget(cell, _STRETCH.get(at, 0))

    def set_compact(self, compact: bool) -> None:
        """Take the narrow spacing, or the wide."""
        margin = 14 if compact else 18
        self._row.setContentsMargins(margin, 12, margin, 10)
        self._row.setSpacing(10 if compact else 16)
        widths = _WIDTHS_COMPACT if compact else _WIDTHS
        for cell, width in zip((self.step1, self.step2, self.forecast), widths, strict=True):
            cell.setFixedWidth(self._theme.length(width))
