"""Fees and program signals by season, to add, change and take away; kept on Save."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartpick_desktop.core.cell_problems import CellProblem, Cells
from smartpick_desktop.core.fee_drafts import FEE_COLUMNS, LAST, fee_rows, read_fees
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.signal_drafts import (
    SIGNAL_COLUMNS,
    SPECIALTIES,
    read_quotas,
    signal_rows,
)
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.dialogs.season_table_editor import SeasonTableEditor
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button, secondary_button
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_SIZE = (760, 600)
FEES, SIGNALS = "fees", "signals"

Fees = Sequence[SeasonFees]
Quotas = Sequence[SignalQuota]
Save = Callable[[Fees, Quotas], str]
"""Keeps both tables; returns what went wrong in a sentence, or nothing."""


class SeasonTablesDialog(QDialog):
    """Edits drafts of both tables: Cancel leaves all as it was, Save keeps what is sound."""

    def __init__(
        self,
        theme: Theme,
        now: tuple[Fees, Quotas],
        built_in: tuple[Fees, Quotas],
        names: Mapping[str, str],
        save: Save,
        *,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = names
        self._save = save
        self._known_fees = (*built_in[0], *now[0])
        self._known_quotas = (*built_in[1], *now[1])
        self.setWindowTitle(self.tr("Fees and signals by season"))
        self.which = SegmentedControl(
            theme,
            [
                Choice(key=FEES, text=self.tr("Fees")),
                Choice(key=SIGNALS, text=self.tr("Signals")),
            ],
            name=self.tr("Table"),
        )
        self.fees = self._fee_editor()
        self.signals = self._signal_editor()
        self._stack = QStackedWidget()
        self._note = NoteBox(theme)
        self._problem = TextLabel("", TextRole.CAPTION, Tone.NEEDS, wrap=True)
        self._keep = primary_button(self.tr("Save"), theme)
        self._cancel = secondary_button(self.tr("Cancel"), theme)

        self._lay_out()
        self._note.set_text(note)
        self._say("")

        self.which.choice_edited.connect(self._show_table)
        self._keep.clicked.connect(self._on_save_clicked)
        self._cancel.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        for editor in (self.fees, self.signals):
            editor.problems_changed.connect(lambda: self._say(""))
        self.fees.begin(fee_rows(now[0]), fee_rows(built_in[0]))
        self.signals.begin(signal_rows(now[1], names), signal_rows(built_in[1], names))
        self._begun = self._drafts()

    def reject(self) -> None:
        """Close on Esc, but not over edits: only Cancel leaves those out."""
        if self._drafts() == self._begun:
            super().reject()
        else:
            self._say(self.tr("There are edits. Save keeps them, Cancel leaves them out."))
            self._cancel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _drafts(self) -> tuple[tuple[Cells, ...], tuple[Cells, ...]]:
        return self.fees.rows(), self.signals.rows()

    def _fee_editor(self) -> SeasonTableEditor:
        return SeasonTableEditor(
            self._theme,
            FEE_COLUMNS,
            name=self.tr("Fees by season"),
            about=self.tr(
                "A row for each stretch of programs of one specialty; every specialty counts from "
                "one. The last stretch of a season has no end. “each”: that price for every "
                "program; “in all”: once."
            ),
            wide=frozenset(range(len(FEE_COLUMNS))),
            blanks={LAST: self.tr("and up")},
            check=self._check_fees,
        )

    def _signal_editor(self) -> SeasonTableEditor:
        return SeasonTableEditor(
            self._theme,
            SIGNAL_COLUMNS,
            name=self.tr("Signals by season"),
            about=self.tr(
                "A row for each specialty, or for several that share their signals, with “;” "
                "between them. Gold and silver, or one kind."
            ),
            wide=frozenset({SPECIALTIES}),
            blanks={},
            check=self._check_quotas,
        )

    def _lay_out(self) -> None:
        self._stack.addWidget(self.fees)
        self._stack.addWidget(self.signals)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._problem, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._keep)
        for button in (self._keep, self._cancel):
            button.setAutoDefault(False)  # Enter belongs to the cell that is being edited
        head = QHBoxLayout()
        head.addWidget(TextLabel(self.tr("Fees and signals by season"), TextRole.VERDICT), 1)
        head.addWidget(self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self.resize(*(self._theme.length(side) for side in _SIZE))

    def _check_fees(self, rows: Sequence[Cells]) -> Sequence[CellProblem]:
        return read_fees(rows, self._known_fees)[1]

    def _check_quotas(self, rows: Sequence[Cells]) -> Sequence[CellProblem]:
        return read_quotas(rows, self._names, self._known_quotas)[1]

    def _show_table(self, key: str) -> None:
        self.which.set_choice(key)
        self._stack.setCurrentWidget(self.fees if key == FEES else self.signals)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)

    def _on_save_clicked(self) -> None:
        for key, editor in ((FEES, self.fees), (SIGNALS, self.signals)):
            if editor.problems():
                self._show_table(key)
                editor.show_problem()
                self._say(self.tr("Nothing was saved: one cell needs another value."))
                return
        fees, _ = read_fees(self.fees.rows(), self._known_fees)
        quotas, _ = read_quotas(self.signals.rows(), self._names, self._known_quotas)
        problem = self._save(fees, quotas)
        self._say(problem)
        if not problem:
            self.accept()
