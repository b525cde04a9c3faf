"""What the list keeps of a program: bucket, signal, tie, status with its days, note."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.core import list_edits
from smartpick_desktop.core.import_columns import STATUS_WORDS
from smartpick_desktop.core.outlook.results import ProgramChance
from smartpick_desktop.core.program_list import Bucket, EntryStatus, ListEntry, SignalTier, Tie
from smartpick_desktop.core.programs import Program
from smartpick_desktop.core.signals import Refusal, SignalQuota, quota_for
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.models.program_words import bucket_word, signal_word, tie_word
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.date_field import DateField
from smartpick_desktop.ui.widgets.notice_line import NoticeLine
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_NOTE_HEIGHT = 74


class EntryEditor(QWidget):
    """Every edit is an undo step; a program that is not on the list goes on it for one."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        names: Mapping[str, str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._names = names
        self._today = today
        self._quotas: Sequence[SignalQuota] = ()
        self._program: Program | None = None
        self._chance: ProgramChance | None = None
        self.bucket, self.signal, self.tie, self.status = (QComboBox() for _ in range(4))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("why, for the file"))
        self.day = DateField(theme, name=self.tr("Date of the status"), unknown="no date")
        self.keep = QCheckBox(self.tr("Must stay on the list"))
        self.never = QCheckBox(self.tr("Never suggest it"))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.length(_NOTE_HEIGHT))
        self._why = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)
        self._notice = NoticeLine(theme)

        self._lay_out()
        self._connect()

    def set_quotas(self, quotas: Sequence[SignalQuota]) -> None:
        """Hold signals to these quotas."""
        self._quotas = quotas

    def show_program(self, program: Program, chance: ProgramChance | None) -> None:
        """Show what is kept of a program; `chance` gives the bucket worked out for it."""
        self._program, self._chance = program, chance
        self._fill_boxes(program)
        self._render()

    def flush(self) -> None:
        """Take in what is still being typed."""
        self._on_note()
        self._on_reason()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        status = QHBoxLayout()
        status.addWidget(self.status, 1)
        status.addWidget(self.day)
        fields = {
            self.tr("Standing"): self.bucket,
            self.tr("Reason"): self.reason,
            self.tr("Signal"): self.signal,
            self.tr("Tie"): self.tie,
            self.tr("Status"): self.status,
            self.tr("Note"): self.note,
        }
        for at, (title, field) in enumerate(fields.items()):
            grid.addWidget(TextLabel(title, TextRole.BODY, Tone.INK2), at, 0)
            field.setAccessibleName(title)
            if field is self.status:
                grid.addLayout(status, at, 1)
            else:
                grid.addWidget(field, at, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(self.tr("On my list"), TextRole.TITLE))
        column.addLayout(grid)
        column.addWidget(self._why)
        column.addWidget(self._notice)
        column.addWidget(self.keep)
        column.addWidget(self.never)
        column.addStretch(1)

    def _connect(self) -> None:
        # Qt hands a word of an enumeration back as a plain one
        self.bucket.activated.connect(self._on_bucket)
        self.tie.activated.connect(
            lambda _: self._change(self.tr("Tie"), tie=Tie(self.tie.currentData()))
        )
        self.signal.activated.connect(self._on_signal)
        self.status.activated.connect(lambda _: self._on_status(self._today))
        self.day.date_edited.connect(self._on_day)
        self.reason.editingFinished.connect(self._on_reason)
        self.keep.clicked.connect(
            lambda on: self._change(self.tr("Must stay on the list"), must_keep=on)
        )
        self.never.clicked.connect(self._on_never)
        self._document.list_changed.connect(lambda _: self._render())

    def _fill_boxes(self, program: Program) -> None:
        computed = bucket_word(self._chance.bucket if self._chance else None)
        for box in (self.bucket, self.signal, self.tie, self.status):
            box.clear()
        self.bucket.addItem(self.tr("As worked out: {}").format(computed), None)
        for bucket in Bucket:
            self.bucket.addItem(self.tr("{}, my own").format(bucket_word(bucket)), bucket)
        quota = quota_for(self._quotas, program.specialty, self._document.scenario.season)
        for tier in (SignalTier.NONE, *(quota.limits if quota else ())):
            self.signal.addItem(signal_word(tier), tier)
        for tie in Tie:
            self.tie.addItem(tie_word(tie), tie)
        for status in EntryStatus:
            self.status.addItem(STATUS_WORDS[status], status)

    def _render(self) -> None:
        if self._program is None:
            return
        scenario, program = self._document.scenario, self._program
        held = scenario.entry(program.program_id)
        entry = held or ListEntry(program_id=program.program_id, specialty=program.specialty)
        for box, value in (
            (self.bucket, entry.bucket), (self.signal, entry.signal),
            (self.tie, entry.tie), (self.status, entry.status),
        ):  # fmt: skip
            box.setCurrentIndex(max(0, box.findData(value)))
        self.day.set_date(entry.day_of(entry.status))
        self.reason.setText(entry.bucket_reason)
        self.reason.setEnabled(entry.bucket is not None)
        if not self.note.hasFocus():
            self.note.setPlainText(entry.note)
        self.keep.setChecked(entry.must_keep)
        self.never.setChecked(program.program_id in scenario.never)
        self._why.setText(self._chance.reason if self._chance else "")
        self._why.setVisible(bool(self._why.text()))

    def _change(self, what: str, **fields: object) -> None:
        if self._program is not None:
            scenario = self._document.scenario
            edit = list_edits.change(scenario, self._program, what, **fields)  # type: ignore[arg-type]
            self._notice.say("")
            self._document.edit_scenario(edit.text, edit.after)

    def _on_bucket(self) -> None:
        word = self.bucket.currentData()
        self._change(self.tr("Standing"), bucket=Bucket(word) if word else None)

    def _on_signal(self) -> None:
        if self._program is None:
            return
        tier = SignalTier(self.signal.currentData())
        outcome = list_edits.signal(
            self._document.scenario, self._program, tier, self._quotas, self._names
        )
        if isinstance(outcome, Refusal):
            self._notice.say(outcome.message)
            self._render()
        else:
            self._notice.say("")
            self._document.edit_scenario(outcome.text, outcome.after)

    def _on_status(self, day: date | None) -> None:
        if self._program is None:
            return
        status = EntryStatus(self.status.currentData())
        entry = self._document.scenario.entry(self._program.program_id)
        if entry is not None and status is entry.status:
            return
        known = entry.day_of(status) if entry else None
        self._set_status(status, known or day)

    def _on_day(self, day: date | None) -> None:
        self._set_status(EntryStatus(self.status.currentData()), day)

    def _set_status(self, status: EntryStatus, day: date | None) -> None:
        if self._program is None:
            return
        edit = list_edits.set_status(self._document.scenario, self._program, status, day)
        self._document.edit_scenario(edit.text, edit.after)
        entry = self._document.scenario.entry(self._program.program_id)
        odd = list_edits.day_question(entry, status, day) if entry and day else ""
        self._notice.say(odd)

    def _on_reason(self) -> None:
        text = self.reason.text().strip()
        entry = self._entry()
        if entry is not None and text != entry.bucket_reason:
            self._change(self.tr("Reason"), bucket_reason=text)

    def _on_note(self) -> None:
        text = self.note.toPlainText().strip()
        entry = self._entry()
        if text != (entry.note if entry else ""):
            self._change(self.tr("Note"), note=text)

    def _on_never(self, on: bool) -> None:
        if self._program is not None:
            edit = list_edits.keep_out(self._document.scenario, self._program, out=on)
            self._document.edit_scenario(edit.text, edit.after)

    def _entry(self) -> ListEntry | None:
        program = self._program
        return self._document.scenario.entry(program.program_id) if program else None
