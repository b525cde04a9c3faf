"""A score to try: a field, and the number line that answers it. Nothing is kept."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.flow_layout import FlowLayout
from smartpick_desktop.ui.widgets.number_line_chart import NumberLineChart
from smartpick_desktop.ui.widgets.number_line_legend import BoxSample, DiamondSample, LegendEntry
from smartpick_desktop.ui.widgets.number_line_skeleton import NumberLineSkeleton
from smartpick_desktop.ui.widgets.score_field import ScoreField
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

LineFor = Callable[[int | None], NumberLine]

_SIDE = 22
_LEAST_CHART_HEIGHT = 240
_WIDEST, _HIGHEST = 900, 620


class TryOutPanel(Card):
    """Asks `line_for` what to draw for the score typed; the score goes when it is left."""

    def __init__(self, theme: Theme, line_for: LineFor, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._line_for = line_for
        self._chart: NumberLineChart | None = None
        self._about = self.tr("Type a Step 2 CK score. Nothing is kept.")
        self._hint = TextLabel(self._about, TextRole.BODY, Tone.INK2, wrap=True)
        self.score = ScoreField(
            theme, name=self.tr("Step 2 CK score to try"), placeholder=self.tr("CK")
        )
        self._slot = QScrollArea()
        self._slot.setFrameShape(QFrame.Shape.NoFrame)
        self._slot.setWidgetResizable(True)
        self._slot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._slot.setCornerWidget(QWidget())  # or Fusion draws one
        self._footnote = TextLabel("", TextRole.MICRO, wrap=True)

        self._lay_out()
        self._put_in(NumberLineSkeleton(theme))
        self._show(None)
        self._measure()

        self.score.score_edited.connect(self._show)
        self.score.problem_changed.connect(self._on_problem_changed)
        theme.changed.connect(self._measure)

    def load_chart(self) -> None:
        """Make the chart in the place of its outline: once the window is painted."""
        if self._chart is None:
            self._chart = NumberLineChart(self._theme)
            self._put_in(self._chart)
            self._show(self.score.score())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.score.set_score(None)
        self.score.restore()
        self._show(None)

    def _lay_out(self) -> None:
        legend = FlowLayout(gap=16, line_gap=4)
        legend.addWidget(LegendEntry(BoxSample(self._theme), self.tr("middle half of matched")))
        legend.addWidget(LegendEntry(DiamondSample(self._theme), self.tr("median of not matched")))
        words = QVBoxLayout()
        words.setSpacing(4)
        title = TextLabel(self.tr("Try it before you set anything up"), TextRole.TITLE, wrap=True)
        words.addWidget(title)
        words.addWidget(self._hint)
        words.addSpacing(8)
        words.addLayout(legend)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.score, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 18, _SIDE, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._slot, 1)
        column.addWidget(self._footnote)

    def _put_in(self, body: QWidget) -> None:
        body.setObjectName("scroll_body")  # for the style sheet: no ground of its own
        self._slot.setWidget(body)

    def _show(self, score: int | None) -> None:
        line = self._line_for(score)
        if score is None:
            line = replace(line, anchor=None)  # it says something of a score
        self._footnote.setText(line.footnote)
        if self._chart is not None:
            self._chart.show_line(line)

    def _on_problem_changed(self, problem: str) -> None:
        self._hint.set_tone(Tone.NEEDS if problem else Tone.INK2)
        self._hint.setText(problem or self._about)

    def _measure(self) -> None:
        self._slot.setMinimumHeight(self._theme.length(_LEAST_CHART_HEIGHT))
        self.setMaximumSize(self._theme.length(_WIDEST), self._theme.length(_HIGHEST))
