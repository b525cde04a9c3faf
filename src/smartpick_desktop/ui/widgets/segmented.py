"""One choice out of a few, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.segment import Segment

_INSET = 4
_RADIUS = 9
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the choices: what it is called inside and outside, its icon and its number."""

    key: str
    text: str
    icon: str = ""
    count: str = ""
    tooltip: str = ""


class SegmentedControl(QWidget):
    """One choice is in force, or none was made yet; arrow keys move it along."""

    choice_edited = Signal(str)  # key of the choice; sent for the user's choices only

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[Choice],
        *,
        name: str,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)

        self._theme = theme
        self._small = small
        self._in_force: str | None = None
        self._segments: dict[str, Segment] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        self._row.setSpacing(2)
        self.set_choices(choices)

        self._group.buttonClicked.connect(self._on_segment_clicked)
        theme.changed.connect(self.update)

    def choice(self) -> str:
        """The key of the choice in force; empty where none was made."""
        return self._in_force or ""

    def set_choice(self, key: str) -> None:
        """Put the choice `key` in force, silently."""
        self._in_force = key
        self._segments[key].setChecked(True)
        self._keep_one_tab_stop()

    def clear_choice(self) -> None:
        """Show that no choice was made, silently."""
        self._in_force = None
        self._group.setExclusive(False)
        for segment in self._segments.values():
            segment.setChecked(False)
        self._group.setExclusive(True)
        self._keep_one_tab_stop()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`; the one in force stays so if it is still among them."""
        before = self._in_force
        if [choice.key for choice in choices] != list(self._segments):
            self._make_segments([choice.key for choice in choices])
        for choice in choices:
            segment = self._segments[choice.key]
            segment.show_choice(choice.text, choice.icon, choice.count)
            segment.setToolTip(choice.tooltip)
        if choices:
            self.set_choice(before if before in self._segments else choices[0].key)

    def set_choice_enabled(self, key: str, *, enabled: bool) -> None:
        """Allow or refuse one of the choices."""
        self._segments[key].setEnabled(enabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(self._theme.tokens.line))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)

    def _make_segments(self, keys: Sequence[str]) -> None:
        for segment in self._segments.values():
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.deleteLater()
        self._segments = {
            key: Segment(self._theme, small=self._small, parent=self) for key in keys
        }
        for segment in self._segments.values():
            self._group.addButton(segment)
            self._row.addWidget(segment)

    def _move(self, step: int) -> None:
        parts = [part for part in self._segments.values() if part.isEnabled()]
        here = next((i for i, part in enumerate(parts) if part.isChecked()), 0)
        there = here + step
        if 0 <= there < len(parts):
            parts[there].setFocus(Qt.FocusReason.ShortcutFocusReason)
            parts[there].click()

    def _keep_one_tab_stop(self) -> None:
        segments = list(self._segments.values())
        stop = next((part for part in segments if part.isChecked()), segments[0])
        for segment in segments:
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            )

    def _on_segment_clicked(self) -> None:
        self._keep_one_tab_stop()
        key = next(key for key, part in self._segments.items() if part.isChecked())
        if key != self._in_force:
            self._in_force = key
            self.choice_edited.emit(key)
