"""A quiet inset for a sentence or two: a detail, or a note."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.ui.fonts import Size
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.card import Card, CardLook
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_PADDING = 12
_ICON = 16


class NoteBox(Card):
    """Shows selectable text beside an icon, with room for so many lines; empty text hides it."""

    def __init__(
        self,
        theme: Theme,
        icon_name: str = "info",
        *,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(CardLook.INSET, parent)
        self._theme = theme
        self._icon_name = icon_name
        self._lines = lines
        self._label = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)

        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING + _ICON + 8, _PADDING - 2, _PADDING, _PADDING - 2)
        column.addWidget(self._label)

        self.hide()
        self._measure()
        theme.changed.connect(self._measure)

    def text(self) -> str:
        """What is shown."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show `text`; without any there is no box."""
        self._label.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        image = pixmap(self._icon_name, self._theme.tokens.ink3, _ICON, self.devicePixelRatioF())
        line = self._label.fontMetrics().height()
        place = QRectF(_PADDING, self._label.y() + (line - _ICON) / 2, _ICON, _ICON)
        QPainter(self).drawPixmap(place.toRect(), image)

    def _measure(self) -> None:
        line = QFontMetrics(self._theme.font(Size.CAPTION)).lineSpacing()
        self._label.setMinimumHeight(self._lines * line)
        self.update()
