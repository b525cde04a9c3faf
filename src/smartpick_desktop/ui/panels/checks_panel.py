"""The list checks of the open scenario: what is open, what is quiet, what was set aside."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.dismissals import bring_back, dismiss
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.list_checks import Finding, ListInput, Place, check_list, unchecked
from smartpick_desktop.core.list_rules import CHECK_IDS
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.signals import Refusal, SignalQuota
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.aside_fold import AsideFold
from smartpick_desktop.ui.panels.check_wishes import CheckWishes
from smartpick_desktop.ui.panels.finding_list import FindingList
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.divider import Divider
from smartpick_desktop.ui.widgets.finding_row import FindingRow
from smartpick_desktop.ui.widgets.glyph import Glyph
from smartpick_desktop.ui.widgets.state_glyph import StateGlyph
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone


class ChecksPanel(QWidget):
    """Works the checks out while it is in sight; each dismissal is one undo step."""

    go_to = Signal(object)  # Finding; its `goes_to` is somewhere else in the window
    sources_requested = Signal()
    open_changed = Signal(int)  # how many findings are open

    def __init__(
        self,
        document: Document,
        assessor: Assessor,
        theme: Theme,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._assessor = assessor
        self._today = today
        self._directory: Directory | None = None
        self._outlook: Outlook | None = None
        self._fees: Sequence[SeasonFees] = ()
        self._quotas: Sequence[SignalQuota] = ()
        self._stale = True
        self._in_sight: QWidget = self
        self._count = TextLabel("", TextRole.CAPTION)
        self._quiet_glyph = StateGlyph(theme, Glyph.FINE)
        self._quiet = QWidget()
        self._open = FindingList(theme)
        self._waiting = TextLabel("", TextRole.CAPTION, wrap=True)
        self._aside = AsideFold(theme)
        self._wishes = CheckWishes(document)

        self._lay_out()

        for findings in (self._open, self._aside.list):
            findings.go_requested.connect(self._on_go_requested)
            findings.sources_requested.connect(self.sources_requested)
            findings.dismiss_requested.connect(self._on_dismiss_requested)
            findings.bring_back_requested.connect(self._on_bring_back_requested)
        assessor.view_changed.connect(self._on_changed)
        document.facts_changed.connect(self._on_changed)

    def set_directory(self, directory: Directory) -> None:
        """Name and place programs by `directory`."""
        self._directory = directory
        self._on_changed()

    def set_tables(self, fees: Sequence[SeasonFees], quotas: Sequence[SignalQuota]) -> None:
        """Go by these fees and signal quotas."""
        self._fees, self._quotas = fees, quotas
        self._on_changed()

    def set_outlook(self, outlook: Outlook | None) -> None:
        """Go by the outlook of the open scenario; None while there is none."""
        self._outlook = outlook
        self._on_changed()

    def findings(self) -> tuple[Finding, ...]:
        """What is open, in order."""
        return self._open.findings()

    def follow(self, widget: QWidget) -> None:
        """Keep the findings up to date while `widget` is in sight, even if this panel is not."""
        self._in_sight = widget
        widget.installEventFilter(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._render_if_stale()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._in_sight and event.type() == QEvent.Type.Show:
            self._render_if_stale()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        quiet = QHBoxLayout(self._quiet)
        quiet.setContentsMargins(0, 0, 0, 0)
        quiet.setSpacing(10)
        quiet.addWidget(self._quiet_glyph, 0, Qt.AlignmentFlag.AlignTop)
        quiet.addWidget(TextLabel(self.tr("All checks are quiet."), TextRole.BODY, Tone.INK2), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._count)
        column.addWidget(self._quiet)
        column.addWidget(self._open)
        column.addWidget(self._waiting)
        column.addWidget(self._aside)
        column.addWidget(Divider(Qt.Orientation.Horizontal))
        column.addWidget(self._wishes)
        column.addStretch(1)

    def _on_changed(self, _: object = None) -> None:
        self._stale = True
        if self._in_sight.isVisible():
            self._render()

    def _render_if_stale(self) -> None:
        if self._stale:
            self._render()

    def _render(self) -> None:
        self._stale = False
        view = self._assessor.view
        self._wishes.show_view(view)
        if self._directory is None:
            return
        given = ListInput(
            applicant=view.applicant,
            scenario=view.scenario,
            assessment=view.assessment,
            reference=view.reference,
            directory=self._directory,
            facts=self._document.facts,
            fees=self._fees,
            quotas=self._quotas,
            today=self._today(),
            outlook=self._outlook,
        )
        self._show(check_list(given), unchecked(given))

    def _show(self, found: tuple[Finding, ...], waiting: tuple[str, ...]) -> None:
        still_open = [finding for finding in found if not finding.is_dismissed]
        aside = [finding for finding in found if finding.is_dismissed]
        speaking = len({finding.check for finding in still_open})
        count = self.tr("{} of {} checks have something to say")
        self._count.setText(count.format(speaking, len(CHECK_IDS)))
        self._count.setVisible(bool(still_open))
        had_focus = self._open.focusWidget() is not None and self._open.focusWidget().hasFocus()
        self._quiet.setVisible(not still_open)
        self._open.show_findings(still_open)
        self._open.setVisible(bool(still_open))
        self._aside.show_findings(aside)
        if had_focus and not still_open and aside:
            self._aside.focus_fold()
        self._waiting.setText(
            self.tr("Not looked at yet, for want of an outlook or facts: {}.").format(
                "; ".join(waiting)
            )
        )
        self._waiting.setVisible(bool(waiting))
        self.open_changed.emit(len(still_open))

    def _on_go_requested(self, row: FindingRow) -> None:
        goal = row.finding().goes_to
        if goal.place is not Place.FIELD or not self._wishes.focus(goal.key):
            self.go_to.emit(row.finding())

    def _on_dismiss_requested(self, row: FindingRow, reason: str) -> None:
        edit = dismiss(self._document.scenario, row.finding(), reason)
        if isinstance(edit, Refusal):
            row.refuse(edit.message)
        else:
            self._document.edit_scenario(edit.text, edit.after)

    def _on_bring_back_requested(self, row: FindingRow) -> None:
        edit = bring_back(self._document.scenario, row.finding())
        self._document.edit_scenario(edit.text, edit.after)
