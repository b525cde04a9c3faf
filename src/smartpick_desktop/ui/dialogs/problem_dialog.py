"""Something went wrong: a calm sentence, the details for those who want them, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop import PRODUCT_NAME
from smartpick_desktop.ui.icons import pixmap
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.buttons import PushButton
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_ICON = 24
_WIDTH = 520
_DETAILS_HEIGHT = 160


class ProblemDialog(QDialog):
    """Asks what to do; the first answer is the main one, and Esc gives none.

    The first paragraph of the details is read at once, the rest on demand.
    """

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        details: str,
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answer = ""
        more, _, rest = details.partition("\n\n")
        self.setWindowTitle(PRODUCT_NAME)
        self.setAccessibleDescription(f"{sentence} {more}".strip())
        self._picture = QLabel()
        self._sentence = TextLabel(sentence, TextRole.TITLE, wrap=True)
        self._more = TextLabel(more, TextRole.BODY, Tone.INK2, wrap=True)
        self._more.setVisible(bool(more))
        for label in (self._sentence, self._more):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPlainTextEdit(rest)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setMinimumHeight(theme.length(_DETAILS_HEIGHT))
        self._details.hide()
        self._toggle = LinkButton(self.tr("Show details"))
        self._copy = LinkButton(self.tr("Copy details"))
        for link in (self._toggle, self._copy):
            link.setAutoDefault(False)
        self._copy.hide()
        self._toggle.setVisible(bool(rest))

        self._lay_out(answers)
        self._render_picture()

        self._toggle.clicked.connect(self._on_toggle_clicked)
        self._copy.clicked.connect(self._on_copy_clicked)
        theme.changed.connect(self._render_picture)

    def answer(self) -> str:
        """The key of the answer given, or nothing."""
        return self._answer

    def _lay_out(self, answers: Sequence[tuple[str, str]]) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._sentence)
        words.addWidget(self._more)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self._toggle)
        links.addWidget(self._copy)
        links.addStretch(1)
        words.addLayout(links)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        main, *others = [self._button(key, text) for key, text in answers]
        for button in (*others, main):
            foot.addWidget(button)
        main.setDefault(True)
        main.setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(20)
        column.addLayout(head)
        column.addWidget(self._details, 1)
        column.addLayout(foot)
        self.setMinimumWidth(self._theme.length(_WIDTH))

    def _button(self, key: str, text: str) -> PushButton:
        button = PushButton(text)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._on_answer_clicked(key))
        return button

    def _render_picture(self) -> None:
        color, dpr = self._theme.tokens.needs, self.devicePixelRatioF()
        self._picture.setPixmap(pixmap("info", color, _ICON, dpr))

    def _on_answer_clicked(self, key: str) -> None:
        self._answer = key
        self.accept()

    def _on_toggle_clicked(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._copy.setVisible(shown)
        self._toggle.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        self.adjustSize()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
