"""The workspace: the numbers, where they stand, what that means, and the list."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.ui.panels.chart_panel import ChartPanel
from smartpick_desktop.ui.panels.list_strip import ListStrip
from smartpick_desktop.ui.panels.score_strip import ScoreStrip
from smartpick_desktop.ui.panels.verdict_panel import VerdictPanel
from smartpick_desktop.ui.theme import Theme

_VERDICT_WIDTH = 326
_VERDICT_COMPACT = 292
_STRIP_HEIGHT = 116
_LIST_HEIGHT = 108


class WorkspacePage(QWidget):
    """Lays out the four panels; the chart takes what the others leave."""

    def __init__(
        self,
        theme: Theme,
        strip: ScoreStrip,
        chart: ChartPanel,
        verdict: VerdictPanel,
        list_strip: ListStrip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.strip = strip
        self.chart = chart
        self.verdict = verdict
        self.list_strip = list_strip

        self._middle = QHBoxLayout()
        self._middle.addWidget(chart, 1)
        self._middle.addWidget(verdict)
        self._column = QVBoxLayout(self)
        self._column.addWidget(strip)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(list_strip)
        self.set_compact(compact=False)

        theme.changed.connect(self._fit)

    def set_compact(self, *, compact: bool) -> None:
        """Take the sizes for a narrow window, or the wide ones."""
        self._compact = compact
        gap = 12 if compact else 14
        margin = 16 if compact else 20
        self._column.setContentsMargins(margin, 0, margin, margin - 2)
        self._column.setSpacing(gap)
        self._middle.setSpacing(gap)
        self.strip.set_compact(compact)
        self._fit()

    def _fit(self) -> None:
        width = _VERDICT_COMPACT if self._compact else _VERDICT_WIDTH
        self.verdict.setFixedWidth(self._theme.length(width))
        self.strip.setMinimumHeight(self._theme.length(_STRIP_HEIGHT))
        self.list_strip.setMinimumHeight(self._theme.length(_LIST_HEIGHT))
