"""The card of the number line: heading, legend, chart or table, and where its figures are from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.core.number_line import NumberLine
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.flow_layout import FlowLayout
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.number_line_chart import NumberLineChart
from smartpick_desktop.ui.widgets.number_line_frame import SIDE_PAD
from smartpick_desktop.ui.widgets.number_line_legend import BoxSample, DiamondSample, LegendEntry
from smartpick_desktop.ui.widgets.number_line_skeleton import NumberLineSkeleton
from smartpick_desktop.ui.widgets.number_line_table import NumberLineTable
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

CHART = "chart"
TABLE = "table"
_SIDE = 18
_HEADING_DROP = 6  # puts the heading level with the toggle


class ChartPanel(Card):
    """Shows a number line as a chart or a table; the chart comes with `load_chart`."""

    target_focused = Signal(str)  # specialty the user clicked
    sources_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)

        self._theme = theme
        self._line: NumberLine | None = None
        self._chart: NumberLineChart | None = None
        self._heading = ElidedLabel("", TextRole.TITLE)
        self._toggle = SegmentedControl(
            theme,
            (Choice(key=CHART, text=self.tr("Chart")), Choice(key=TABLE, text=self.tr("Table"))),
            name=self.tr("Show the number line as"),
            small=True,
        )
        self._legend = (
            LegendEntry(BoxSample(theme), self.tr("middle half of matched")),
            LegendEntry(DiamondSample(theme), self.tr("median of not matched")),
        )
        self._scroll = _scroll_area(NumberLineSkeleton(theme))
        self._table = NumberLineTable(theme)
        self._stack = QStackedWidget()
        self._footnote = TextLabel("", TextRole.MICRO, wrap=True)
        self._sources = LinkButton(self.tr("Sources"))

        self._lay_out()

        self._toggle.choice_edited.connect(self._show_view)
        self._sources.clicked.connect(self.sources_requested)

    def load_chart(self) -> None:
        """Make the chart in the place of its outline: to be called once the window is painted."""
        if self._chart is not None:
            return
        self._chart = NumberLineChart(self._theme)
        self._chart.row_clicked.connect(self.target_focused)
        _put_into(self._scroll, self._chart)
        self._fill()

    def show_line(self, line: NumberLine) -> None:
        """Show `line` in the view in force."""
        self._line = line
        self._heading.setText(line.title)
        self._footnote.setText(line.footnote)
        self._fill()

    def view(self) -> str:
        """The view in force, `CHART` or `TABLE`."""
        return self._toggle.choice()

    def set_view(self, view: str) -> None:
        """Go over to the chart or the table, silently."""
        self._toggle.set_choice(view)
        self._show_view(view)

    def toggle_view(self) -> None:
        """Go over to the other view; the focus goes along."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._stack.isAncestorOf(focused)
        self.set_view(CHART if self.view() == TABLE else TABLE)
        entered = self._table if self.view() == TABLE else self._chart
        if inside and entered is not None:
            entered.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        names = FlowLayout(gap=16, line_gap=6)
        names.setContentsMargins(0, _HEADING_DROP, 0, 0)
        for part in (self._heading, *self._legend):
            names.addWidget(part)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 0, _SIDE, 0)
        head.addLayout(names, 1)
        head.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE, 0, _SIDE, 0)
        foot.setSpacing(16)
        foot.addWidget(self._footnote, 1)
        foot.addWidget(self._sources, 0, Qt.AlignmentFlag.AlignBottom)
        inner = _SIDE - SIDE_PAD
        self._stack.setContentsMargins(inner, 0, inner, 0)
        self._table.setContentsMargins(SIDE_PAD, 0, SIDE_PAD, 0)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._table)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _fill(self) -> None:
        if self._line is None:
            return
        if self.view() == TABLE:
            self._table.show_line(self._line)
        elif self._chart is not None:
            self._chart.show_line(self._line)

    def _show_view(self, view: str) -> None:
        for entry in self._legend:
            entry.setVisible(view == CHART)
        self._stack.setCurrentWidget(self._table if view == TABLE else self._scroll)
        self._fill()


def _scroll_area(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setCornerWidget(QWidget())  # or Fusion draws one
    _put_into(area, body)
    return area


def _put_into(area: QScrollArea, body: QWidget) -> None:
    body.setObjectName("scroll_body")  # for the style sheet: no ground of its own
    area.setWidget(body)
