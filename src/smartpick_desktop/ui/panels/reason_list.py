"""The reasons of a verdict, and what would change it: rows that are made once and refilled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.verdict_card import (
    FIGURES_ID,
    CardChange,
    Reason,
    Sign,
    VerdictCard,
)
from smartpick_desktop.ui.state_glyphs import glyph_of
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.linked_line import LinkedLine
from smartpick_desktop.ui.widgets.state_glyph import StateGlyph
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_SIGNS = {Sign.PLUS: "+", Sign.MINUS: "−", Sign.NEUTRAL: "·"}
_SIGN_WIDTH = 12


class ReasonList(QWidget):
    """Shows a card's reasons with their rules, then its changes and its note."""

    rule_requested = Signal(str)  # rule ID, or "figures"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reasons: list[_ReasonRow] = []
        self._changes: list[_ChangeRow] = []
        self._why = TextLabel(self.tr("Why"), TextRole.HEADING)
        self._what = TextLabel(self.tr("What would change this"), TextRole.HEADING)
        self._note = TextLabel("", TextRole.CAPTION, wrap=True)

        self._reason_rows = QVBoxLayout()
        self._reason_rows.setSpacing(5)
        self._change_rows = QVBoxLayout()
        self._change_rows.setSpacing(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._why)
        column.addLayout(self._reason_rows)
        column.addSpacing(4)
        column.addWidget(self._what)
        column.addLayout(self._change_rows)
        column.addWidget(self._note)

    def show_card(self, card: VerdictCard) -> None:
        """Show the reasons and changes of `card`."""
        while len(self._reasons) < len(card.reasons):
            row = _ReasonRow(self)
            row.line.linkActivated.connect(self.rule_requested)
            self._reasons.append(row)
            self._reason_rows.addWidget(row)
        while len(self._changes) < len(card.changes):
            change_row = _ChangeRow(self._theme, self)
            self._changes.append(change_row)
            self._change_rows.addWidget(change_row)
        for at, row in enumerate(self._reasons):
            row.show_reason(card.reasons[at] if at < len(card.reasons) else None)
        for at, change_row in enumerate(self._changes):
            change_row.show_change(card.changes[at] if at < len(card.changes) else None)
        self._why.setVisible(bool(card.reasons))
        self._what.setVisible(bool(card.changes))
        self._note.setText(card.note)
        self._note.setVisible(bool(card.note))


class _ReasonRow(QWidget):
    """A sign, and a line that ends in a link to its rule."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = TextLabel("", TextRole.BODY, Tone.INK2)
        self._sign.setFixedWidth(_SIGN_WIDTH)
        self.line = LinkedLine()

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.line, 1)

    def show_reason(self, reason: Reason | None) -> None:
        self.setVisible(reason is not None)
        if reason is None:
            return
        self._sign.setText(_SIGNS[reason.sign])
        is_figures = reason.rule_id == FIGURES_ID
        link = self.tr("source") if is_figures else reason.rule_id
        self.line.show_line(reason.text, link, reason.rule_id)


class _ChangeRow(QWidget):
    """The state that a change would leave, and the change."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._glyph = StateGlyph(theme, size=14)
        self._text = TextLabel("", TextRole.BODY, wrap=True)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def show_change(self, change: CardChange | None) -> None:
        self.setVisible(change is not None)
        if change is not None:
            self._glyph.set_glyph(glyph_of(change.state))
            self._text.setText(change.text)
