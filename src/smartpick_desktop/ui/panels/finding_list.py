"""Findings one below another; a row stays the same widget while its finding does."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.core.list_checks.finding import Finding
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.finding_row import FindingRow

_Key = tuple[str, str]


class FindingList(QWidget):
    """Shows findings in the order given and passes on what is asked of each."""

    go_requested = Signal(object)  # FindingRow
    sources_requested = Signal()
    dismiss_requested = Signal(object, str)  # FindingRow, the reason
    bring_back_requested = Signal(object)  # FindingRow

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[_Key, FindingRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def findings(self) -> tuple[Finding, ...]:
        """What is shown, in order."""
        return tuple(row.finding() for row in self._rows.values())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; where one with the focus goes, the focus moves on to the next."""
        before, rows = self._rows, {_key(finding): finding for finding in findings}
        for key in before.keys() - rows.keys():
            self._column.removeWidget(before[key])
            before[key].hide()
            before[key].deleteLater()
        self._rows = {key: before.get(key) or self._made(each) for key, each in rows.items()}
        for at, (key, row) in enumerate(self._rows.items()):
            row.show_finding(rows[key])
            if self._column.indexOf(row) != at:
                self._column.removeWidget(row)
                self._column.insertWidget(at, row)
        if list(before) != list(rows):
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab walk the rows as they stand: a new one is made last wherever it stands."""
        every = [self, *(part for row in self._rows.values() for part in row.tab_stops())]
        for first, second in pairwise(every):
            QWidget.setTabOrder(first, second)

    def _made(self, finding: Finding) -> FindingRow:
        row = FindingRow(self._theme, finding)
        row.go_requested.connect(lambda: self.go_requested.emit(row))
        row.sources_requested.connect(self.sources_requested)
        row.dismiss_requested.connect(lambda reason: self.dismiss_requested.emit(row, reason))
        row.bring_back_requested.connect(lambda: self.bring_back_requested.emit(row))
        return row


def _key(finding: Finding) -> _Key:
    return finding.check, finding.subject
