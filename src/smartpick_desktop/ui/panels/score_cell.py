"""A cell of the score strip: a heading with room for a link, the control, and a quiet line."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_HEAD_HEIGHT = 20


class ScoreCell(QWidget):
    """Holds one control of the strip. A problem takes the place of the quiet line."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = ""
        self._heading = TextLabel(heading, TextRole.HEADING)
        self._line = ElidedLabel("", TextRole.CAPTION)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self._heading)
        self.head.addStretch(1)
        self.head.addStrut(_HEAD_HEIGHT)  # as high with a link in it as without
        self.body = QHBoxLayout()
        self.body.setSpacing(8)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(0)
        self.foot.addWidget(self._line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self.head)
        column.addLayout(self.body)
        column.addLayout(self.foot)
        column.addStretch(1)

    def set_line(self, text: str) -> None:
        """Show `text` under the control, unless a problem stands there."""
        self._quiet = text
        if self._line.property("tone") != Tone.NEEDS.value:
            self._line.setText(text)

    def set_problem(self, text: str) -> None:
        """Show what is wrong with the control's text; empty brings the quiet line back."""
        self._line.set_tone(Tone.NEEDS if text else Tone.OF_ROLE)
        self._line.setText(text or self._quiet)
        self._line.setToolTip(text)
