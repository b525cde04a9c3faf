"""All that is kept of one program: what the list says of it, and the facts."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.fill_history import FillHistory
from smartpick_desktop.core.outlook.results import ProgramChance
from smartpick_desktop.core.programs import Program
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.entry_editor import EntryEditor
from smartpick_desktop.ui.panels.facts_editor import FactsEditor
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import primary_button
from smartpick_desktop.ui.widgets.divider import Divider
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_SIZE = (1040, 560)
_LIST_WIDTH = 330


class ProgramDialog(QDialog):
    """Everything is saved as it is entered; Close only closes."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        names: Mapping[str, str],
        today: date,
        quotas: Sequence[SignalQuota],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = names
        self.entry = EntryEditor(theme, document, names, today)
        self.entry.set_quotas(quotas)
        self.facts = FactsEditor(theme, document, today)
        self._name = TextLabel("", TextRole.ANSWER, wrap=True)
        self._about = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)
        close = primary_button(self.tr("Close"), theme)
        close.setAutoDefault(False)  # Enter belongs to the fields

        self.entry.setFixedWidth(theme.length(_LIST_WIDTH))
        sides = QHBoxLayout()
        sides.setSpacing(20)
        sides.addWidget(self.entry)
        sides.addWidget(Divider())
        sides.addWidget(self.facts, 1)
        foot = QHBoxLayout()
        foot.addWidget(TextLabel(self.tr("Saved as you type"), TextRole.CAPTION))
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addLayout(sides, 1)
        column.addLayout(foot)
        self.resize(theme.length(_SIZE[0]), theme.length(_SIZE[1]))

        close.clicked.connect(self.accept)

    def show_program(
        self,
        program: Program,
        source_date: str,
        history: FillHistory | None,
        chance: ProgramChance | None,
    ) -> None:
        """Show a program; the directory's own facts stand above and are not to be changed."""
        self.setWindowTitle(program.name)
        self._name.setText(program.name)
        parts = (
            eras_name(self._names, program.specialty), f"{program.city}, {program.state}",
            program.match_system, f"ACGME {program.acgme_number}", f"directory of {source_date}",
        )  # fmt: skip
        self._about.setText("  ·  ".join(part for part in parts if part))
        self.entry.show_program(program, chance)
        self.facts.show_program(program, history)

    def done(self, result: int) -> None:
        self.entry.flush()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.entry.flush()
        super().closeEvent(event)
