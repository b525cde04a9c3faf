"""Findings that were set aside, folded away behind their number."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.core.list_checks.finding import Finding
from smartpick_desktop.ui.panels.finding_list import FindingList
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.link_button import LinkButton


class AsideFold(QWidget):
    """Folded at first; without any finding there is nothing to unfold."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = True
        self._fold = LinkButton("")
        self.list = FindingList(theme)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list)

        self._fold.clicked.connect(self._on_fold_clicked)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Hold these findings."""
        self.list.show_findings(findings)
        self._render()

    def focus_fold(self) -> None:
        """Put the focus where the findings unfold."""
        self._fold.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _render(self) -> None:
        number = len(self.list.findings())
        fold = self.tr("Show {} set aside") if self._folded else self.tr("Hide {} set aside")
        self._fold.setText(fold.format(number))
        self.list.setVisible(not self._folded)
        self.setVisible(bool(number))

    def _on_fold_clicked(self) -> None:
        self._folded = not self._folded
        self._render()
