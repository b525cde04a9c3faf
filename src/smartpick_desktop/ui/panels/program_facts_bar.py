"""What is known of the program in focus, each fact with where it is from and of when."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.program_line import Told
from smartpick_desktop.core.programs import Program
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card, CardLook
from smartpick_desktop.ui.widgets.divider import Divider
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.focus_ring import has_ring, note_focus, paint_ring
from smartpick_desktop.ui.widgets.text_label import TextRole, Tone

_HEIGHT = 72
_USUAL_MATCH = "NRMP Main Match"
_RADIUS = 8
_HEAD_SHARE = 11
_FACT_SHARES = (7, 7, 6, 8, 6)


class ProgramFactsBar(Card):
    """One line of facts; Enter in the table leads here, so that they can be read out."""

    def __init__(
        self, names: Mapping[str, str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(CardLook.INSET, parent)
        self._names = names
        self._theme = theme
        self._name = ElidedLabel("", TextRole.STRONG)
        self._place = ElidedLabel("", TextRole.CAPTION)
        self._facts = tuple(_Fact() for _ in _FACT_SHARES)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        head = QVBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._name)
        head.addWidget(self._place)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(14)
        row.addLayout(head, _HEAD_SHARE)
        for fact, share in zip(self._facts, _FACT_SHARES, strict=True):
            row.addWidget(fact.divider)
            row.addWidget(fact, share)
        self._measure()
        self.show_program(None)

        theme.changed.connect(self._measure)

    def show_program(self, program: Program | None, told: Sequence[Told] = ()) -> None:
        """Show a program with what is told of it."""
        for fact in self._facts:
            fact.set_shown(shown=program is not None)
        if program is None:
            self._name.setText(self.tr("No program in focus"))
            self._place.setText(self.tr("Choose one to see what is known of it."))
        else:
            self._show(program, told)
        spoken = [self._name.text(), self._place.text()]
        spoken += [fact.spoken() for fact in self._facts if program is not None]
        self.setAccessibleName(". ".join(spoken))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if has_ring(self):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, self.rect().toRectF(), _RADIUS, self._theme.tokens.accent)

    def _measure(self) -> None:
        self.setMinimumHeight(self._theme.length(_HEIGHT))

    def _show(self, program: Program, told: Sequence[Told]) -> None:
        self._name.setText(program.name)
        specialty = eras_name(self._names, program.specialty)
        parts = [_place(program), program.acgme_number, specialty]
        if program.is_military:
            parts.append(self.tr("military"))
        if program.match_system != _USUAL_MATCH:
            parts.append(program.match_system)
        if program.note:
            parts.append(program.note)
        self._place.setText("  ·  ".join(part for part in parts if part))
        self._place.setToolTip(self._place.text())
        for fact, one in zip(self._facts, told, strict=False):
            fact.show_fact(one)


class _Fact(QWidget):
    """A caption, a value and where the value is from."""

    def __init__(self) -> None:
        super().__init__()
        self.divider = Divider()
        self._caption = ElidedLabel("", TextRole.CAPTION)
        self._value = ElidedLabel("", TextRole.STRONG)
        self._source = ElidedLabel("", TextRole.MICRO)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self._caption, self._value, self._source):
            column.addWidget(label)

    def show_fact(self, told: Told) -> None:
        """Show one fact; an empty value is not known, a stale one is set in italics."""
        self._caption.setText(told.caption)
        self._value.setText(told.value or self.tr("unknown"))
        self._value.set_tone(Tone.OF_ROLE if told.value else Tone.INK3)
        font = self._value.font()
        font.setItalic(told.is_stale or not told.value)
        self._value.setFont(font)
        self._source.setText(told.source)

    def set_shown(self, *, shown: bool) -> None:
        """Show the fact or leave its place empty."""
        self.setVisible(shown)
        self.divider.setVisible(shown)

    def spoken(self) -> str:
        """Return the fact as read out."""
        return f"{self._caption.text()}: {self._value.text()}, {self._source.text()}"


def _place(program: Program) -> str:
    return ", ".join(part for part in (program.city, program.state) if part)
