"""A cell of the score strip: a heading with room for a link, the control, and a quiet line."""

from PySide6.QtGui import QResizeEvent
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
        self._problem = TextLabel("", TextRole.CAPTION, Tone.NEEDS, wrap=True)
        self._problem.hide()

        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self._heading)
        self.head.addStretch(1)
        self.head.addStrut(_HEAD_HEIGHT)  # as high with a link in it as without
        self.body = QHBoxLayout()
        self.body.setSpacing(8)
        self._foot_row = QWidget()
        self.foot = QHBoxLayout(self._foot_row)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.setSpacing(0)
        self.foot.addWidget(self._line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self.head)
        column.addLayout(self.body)
        column.addWidget(self._foot_row)
        column.addWidget(self._problem)
        column.addStretch(1)

    def set_line(self, text: str) -> None:
        """Show `text` under the control, unless a problem stands there."""
        self._quiet = text
        if not self._problem.text():
            self._line.setText(text)

    def set_problem(self, text: str, *, of_foot: bool = False) -> None:
        """Show all of what is wrong; empty brings the quiet line back.

        The row under the control makes room, so that nothing else moves, unless the problem is
        `of_foot`, of a date typed there.
        """
        foot_stays = not text or of_foot
        if not foot_stays:  # goes before the problem comes: both at once ask for too much room
            self._foot_row.hide()
        self._problem.setText(text)
        self._fit_problem()
        self._problem.setVisible(bool(text))
        self._foot_row.setVisible(foot_stays)
        self._line.setText("" if text else self._quiet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_problem()

    def _fit_problem(self) -> None:
        # its own guess is of a narrower text, and so a line too high
        self._problem.setFixedHeight(max(0, self._problem.heightForWidth(self.width())))
