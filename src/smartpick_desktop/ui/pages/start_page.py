"""The page of a first start: who plans here, a demo, and a score to try."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.ui.fonts import Size, Weight
from smartpick_desktop.ui.panels.try_out_panel import LineFor, TryOutPanel
from smartpick_desktop.ui.theme import COMPACT_BELOW, Theme
from smartpick_desktop.ui.widgets.buttons import primary_button
from smartpick_desktop.ui.widgets.choice_card import ChoiceCard
from smartpick_desktop.ui.widgets.icon_line import IconLine
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.scroll_column import ScrollColumn
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_HEADLINE = 30
_WORDS_WIDTH, _COMPACT_WORDS_WIDTH = 452, 408
_WORDS_SHARE = 0.36  # of the width, at the most, where large text asks for more
_GAP, _COMPACT_GAP = 56, 32
_MARGINS, _COMPACT_MARGINS = (72, 24, 40, 24), (40, 16, 24, 16)


class StartPage(QWidget):
    """Asks who plans here. `line_for` gives the number line of a score that is tried."""

    own_requested = Signal()
    advisor_requested = Signal()
    demo_requested = Signal()
    restore_requested = Signal(str)  # id of the applicant that was removed

    def __init__(self, theme: Theme, line_for: LineFor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._headline = TextLabel(
            self.tr("See where a score stands,\nand what to do next."), TextRole.BODY, wrap=True
        )
        self._about = TextLabel(
            self.tr(
                "A planner for residency applicants and the people who advise them. It works "
                "without a network, and the file stays with you."
            ),
            TextRole.BODY,
            Tone.INK2,
            wrap=True,
        )
        self._own = ChoiceCard(
            theme,
            "user",
            self.tr("My own planning"),
            self.tr("One applicant. The data stay on this computer."),
        )
        self._advisor = ChoiceCard(
            theme,
            "users",
            self.tr("I advise others"),
            self.tr("Many applicants. Codes, not names."),
        )
        self._demo = primary_button(self.tr("Open the demo applicant"), theme, "play")
        self._note = NoteBox(theme)
        self._removed_id = ""
        self._back = LinkButton(self.tr("Bring back"))
        self._back.hide()
        self._words = self._make_words()
        self._try_out = TryOutPanel(theme, line_for)

        self._lay_out()
        self._measure()

        self._own.clicked.connect(self.own_requested)
        self._advisor.clicked.connect(self.advisor_requested)
        self._demo.clicked.connect(self.demo_requested)
        self._back.clicked.connect(lambda: self.restore_requested.emit(self._removed_id))
        theme.changed.connect(self._measure)

    def load_chart(self) -> None:
        """Make the chart: to be called once the window is painted, as often as one likes."""
        self._try_out.load_chart()

    def say(self, text: str) -> None:
        """Say what went wrong, over the choices, until the next message."""
        self._note.set_text(text)
        self._back.hide()

    def offer_back(self, applicant_id: str, code: str) -> None:
        """Say that an applicant was removed, and offer to bring it back."""
        self.say(self.tr("{} removed").format(code))
        self._removed_id = applicant_id
        self._back.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _make_words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._headline)
        column.addSpacing(12)
        column.addWidget(self._about)
        column.addSpacing(28)
        column.addWidget(self._note)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(self._own)
        column.addSpacing(10)
        column.addWidget(self._advisor)
        column.addSpacing(16)
        column.addWidget(self._demo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(28)
        promises = QVBoxLayout()
        promises.setSpacing(8)
        for promise in self._promises():
            promises.addWidget(promise)
        column.addLayout(promises)
        return words

    def _promises(self) -> list[IconLine]:
        promises = (
            ("shield", self.tr("No account, no network, no telemetry")),
            ("save", self.tr("One file on this computer")),
            ("book", self.tr("Every figure names its source, year and doubt")),
        )
        return [IconLine(self._theme, icon, text) for icon, text in promises]

    def _lay_out(self) -> None:
        scroll = ScrollColumn(name=self.tr("Start"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._try_out, 1000)
        self._row.addStretch(1)
        scroll.column.addLayout(self._row)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def _measure(self) -> None:
        compact = self.width() < COMPACT_BELOW
        self._row.setContentsMargins(*(_COMPACT_MARGINS if compact else _MARGINS))
        self._row.setSpacing(_COMPACT_GAP if compact else _GAP)
        least = _COMPACT_WORDS_WIDTH if compact else _WORDS_WIDTH
        width = max(least, min(self._theme.length(least), round(self.width() * _WORDS_SHARE)))
        self._words.setFixedWidth(width)
        self._about.setFont(self._theme.font(Size.TITLE))
        self._headline.setFont(self._headline_font(width))

    def _headline_font(self, room: int) -> QFont:
        """The headline's font, smaller where its lines would break."""
        font = self._theme.font(_HEADLINE, Weight.SEMIBOLD)
        metrics = QFontMetricsF(font)
        widest = max(metrics.horizontalAdvance(line) for line in self._headline.text().split("\n"))
        if widest < room:
            return font
        return self._theme.font(_HEADLINE * (room - 2) / widest, Weight.SEMIBOLD)
