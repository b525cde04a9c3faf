"""The right of the programs page: my list, its outlook, checks and spread, one at a time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.checks_panel import ChecksPanel
from smartpick_desktop.ui.panels.list_spread_panel import ListSpreadPanel
from smartpick_desktop.ui.panels.outlook_panel import OutlookPanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card
from smartpick_desktop.ui.widgets.scroll_column import ScrollColumn
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl

LIST, OUTLOOK, CHECKS, SPREAD = "list", "outlook", "checks", "spread"


class ListColumn(QWidget):
    """Takes the list as it is and adds the others; the checks count what is open."""

    go_to = Signal(object)  # Finding
    sources_requested = Signal()
    tables_requested = Signal()

    def __init__(
        self,
        my_list: QWidget,
        document: Document,
        assessor: Assessor,
        names: Mapping[str, str],
        theme: Theme,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.outlook = OutlookPanel(document, theme)
        self.checks = ChecksPanel(document, assessor, theme, today)
        self.spread = ListSpreadPanel(document, names, theme)
        self._which = SegmentedControl(
            theme, self._choices(""), name=self.tr("Look at the list"), small=True
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(my_list)
        self._stack.addWidget(self._scrolled(self.outlook, self.tr("Outlook of this list")))
        self._stack.addWidget(self._scrolled(self.checks, self.tr("List checks")))
        self._stack.addWidget(self._scrolled(self.spread, self.tr("Spread of the list")))

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._which, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._stack, 1)

        self._which.choice_edited.connect(self.show_part)
        self.checks.open_changed.connect(self._on_open_changed)
        self.checks.go_to.connect(self.go_to)
        self.checks.sources_requested.connect(self.sources_requested)
        self.spread.tables_requested.connect(self.tables_requested)
        self.checks.follow(self)

    def part(self) -> str:
        """Which of the three is shown."""
        return self._which.choice()

    def show_part(self, key: str) -> None:
        """Show the list, its outlook, its checks or its spread."""
        self._which.set_choice(key)
        self._stack.setCurrentIndex((LIST, OUTLOOK, CHECKS, SPREAD).index(key))

    def set_directory(self, directory: Directory) -> None:
        """Name and place programs by `directory`."""
        self.checks.set_directory(directory)
        self.spread.set_directory(directory)

    def set_tables(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Go by these fees and signal quotas."""
        self.checks.set_tables(fees, quotas)
        self.spread.set_tables(fees, quotas)

    def set_outlook(self, outlook: Outlook | None) -> None:
        """Go by the outlook of the open scenario; None while there is none."""
        self.outlook.set_outlook(outlook)
        self.checks.set_outlook(outlook)
        self.spread.set_outlook(outlook)

    def _choices(self, open_ones: str) -> list[Choice]:
        return [
            Choice(key=LIST, text=self.tr("My list")),
            Choice(key=OUTLOOK, text=self.tr("Outlook")),
            Choice(key=CHECKS, text=self.tr("Checks"), count=open_ones),
            Choice(key=SPREAD, text=self.tr("Spread")),
        ]

    def _scrolled(self, panel: QWidget, name: str) -> Card:
        card = Card()
        scroll = ScrollColumn(name=name)
        scroll.column.setContentsMargins(0, 0, 10, 0)
        scroll.column.addWidget(panel)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 14, 8, 10)
        inside.addWidget(scroll)
        return card

    def _on_open_changed(self, number: int) -> None:
        self._which.set_choices(self._choices(str(number)))
