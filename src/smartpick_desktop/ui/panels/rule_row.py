"""One rule of the rule book."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from smartpick_desktop.core.rule_book import BookRule
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_PADDING = 8
_MEASURE = 720
_RADIUS = 8
_BAR = 3
_ID_WIDTH = 28
_TEXT_FIRST = 1000  # the column after it gets what the text has no use for


class RuleRow(QWidget):
    """ID, title, text and origin; a highlight marks the rule that was asked for."""

    def __init__(self, theme: Theme, rule: BookRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        self._theme = theme
        self._is_highlighted = False
        self._id = TextLabel(rule.id, TextRole.STRONG, Tone.ACCENT)
        title = TextLabel(rule.title, TextRole.STRONG, wrap=True)
        text = TextLabel(rule.text, TextRole.BODY, Tone.INK2, wrap=True)
        origin = TextLabel(rule.origin, TextRole.MICRO, wrap=True)
        self._texts = (title, text, origin)
        for label in (self._id, *self._texts):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(f"{rule.id}, {rule.title}")
        self.setAccessibleDescription(rule.text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

        grid = QGridLayout(self)
        grid.setContentsMargins(_PADDING, 8, _PADDING, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, _TEXT_FIRST)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._id, 0, 0, Qt.AlignmentFlag.AlignTop)
        for line, label in enumerate(self._texts):
            grid.addWidget(label, line, 1)
        self._measure()

        theme.changed.connect(self._measure)

    def is_highlighted(self) -> bool:
        """Whether this is the rule that was asked for."""
        return self._is_highlighted

    def set_highlighted(self, highlighted: bool) -> None:
        """Mark the rule, or take the mark away."""
        self._is_highlighted = highlighted
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_highlighted:
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_tint))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(QRectF(0, 10, _BAR, self.height() - 20), _BAR / 2, _BAR / 2)

    def _measure(self) -> None:
        self._id.setMinimumWidth(self._theme.length(_ID_WIDTH))
        for label in self._texts:
            label.setMaximumWidth(self._theme.length(_MEASURE))
        self.update()
