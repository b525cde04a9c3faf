"""The nine facts of a program, to be entered, dated and renewed."""

from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.fill_history import FillHistory
from smartpick_desktop.core.program_facts import Fact, FactKey
from smartpick_desktop.core.programs import Program
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.fact_row import FactRow
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_VALUE_WIDTH, _SOURCE_WIDTH, _DAY_WIDTH = 132, 150, 96


class FactsEditor(QWidget):
    """Every edit is an undo step of the document; unknown is neither yes nor no."""

    def __init__(
        self, theme: Theme, document: Document, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._program: Program | None = None
        self.rows = {key: FactRow(theme, key, today, self) for key in FactKey}
        self._history = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for at, row in enumerate(self.rows.values()):
            row.value.setFixedWidth(theme.length(_VALUE_WIDTH))
            row.source.setMinimumWidth(theme.length(_SOURCE_WIDTH))
            row.day.setFixedWidth(theme.length(_DAY_WIDTH))
            for place, widget in enumerate(row.widgets):
                grid.addWidget(widget, at, place)
            row.fact_edited.connect(lambda fact, key=row.key: self._on_edited(key, fact))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(self.tr("Facts"), TextRole.TITLE))
        column.addLayout(grid)
        column.addWidget(self._history)

        document.facts_changed.connect(lambda _: self._render())

    def show_program(self, program: Program, history: FillHistory | None) -> None:
        """Show what is known of a program."""
        self._program = program
        said = ""
        if history is not None:
            years = ", ".join(f"{y.year}: {y.filled} of {y.quota}" for y in history.years)
            said = self.tr("Filled of quota: {} ({})").format(years, history.source)
        self._history.setText(said)
        self._history.setVisible(bool(said))
        self._render()

    def _render(self) -> None:
        if self._program is not None:
            held = self._document.facts.of(self._program.program_id)
            for key, row in self.rows.items():
                row.show_fact(held.get(key))

    def _on_edited(self, key: FactKey, fact: Fact | None) -> None:
        if self._program is None:
            return
        facts = self._document.facts.with_fact(self._program.program_id, key, fact)
        text = self.tr("{}: {}").format(self.rows[key].title.text(), self._program.name)
        self._document.edit_facts(text, facts, field=f"fact.{self._program.program_id}.{key}")
