"""One finding of the list checks: urgency, what was found, where to go, and setting it aside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.list_checks.finding import Finding
from smartpick_desktop.core.list_rules import Urgency
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.flow_layout import FlowLayout
from smartpick_desktop.ui.widgets.glyph import Glyph
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.reason_field import ReasonField
from smartpick_desktop.ui.widgets.state_glyph import StateGlyph
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole, Tone

_LOOKS = {
    Urgency.NOTE: (Glyph.UNKNOWN, Tone.INK3),
    Urgency.LOOK: (Glyph.WORTH, Tone.WORTH),
    Urgency.FIRST: (Glyph.NEEDS, Tone.NEEDS),
}
_GLYPH = 16
_GAP = 10


class FindingRow(QWidget):
    """Shows a finding, open or set aside; the reason for that is asked for in place."""

    go_requested = Signal()
    sources_requested = Signal()
    dismiss_requested = Signal(str)  # the reason
    bring_back_requested = Signal()

    def __init__(self, theme: Theme, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self._glyph = StateGlyph(theme, size=_GLYPH)
        self._urgency = TextLabel("", TextRole.MICRO)
        self._title = TextLabel("", TextRole.STRONG, wrap=True)
        self._reason = TextLabel("", TextRole.CAPTION, Tone.INK2, wrap=True)
        self._because = TextLabel("", TextRole.CAPTION, Tone.INK, wrap=True)
        self._details = TextLabel("", TextRole.CAPTION, wrap=True)
        self._sources = LinkButton(self.tr("All checks and sources"))
        self._go = LinkButton("")
        self._set_aside = LinkButton(self.tr("Set aside"))
        self._bring_back = LinkButton(self.tr("Bring back"))
        self._more = LinkButton(self.tr("Why"))
        self._field = ReasonField(theme, name="", action=self.tr("Set aside"))

        self._lay_out()
        for widget in (self._details, self._sources, self._field):
            widget.hide()
        self.show_finding(finding)

        self._go.clicked.connect(self.go_requested)
        self._sources.clicked.connect(self.sources_requested)
        self._set_aside.clicked.connect(self._on_set_aside_clicked)
        self._bring_back.clicked.connect(self.bring_back_requested)
        self._more.clicked.connect(self._on_more_clicked)
        self._field.reason_given.connect(self.dismiss_requested)
        self._field.left.connect(self._on_left)

    def finding(self) -> Finding:
        """What is shown."""
        return self._finding

    def show_finding(self, finding: Finding) -> None:
        """Show another state of the same finding; what is being typed stays."""
        self._finding = finding
        glyph, tone = _LOOKS[finding.urgency]
        aside = finding.is_dismissed
        self._glyph.set_glyph(Glyph.UNKNOWN if aside else glyph, finding.urgency_words)
        self._urgency.setText(self.tr("Set aside") if aside else finding.urgency_words)
        self._urgency.set_tone(Tone.INK3 if aside else tone)
        self._title.setText(finding.title)
        self._reason.setText(finding.reason)
        self._because.setText(self.tr("Your reason: {}").format(finding.dismissed_because))
        self._details.setText(
            self.tr("Settled by: {}\nRests on: {}").format(finding.settled_by, finding.origin)
        )
        self._go.setText(finding.action)
        for widget, shown in (
            (self._because, aside),
            (self._bring_back, aside),
            (self._go, not aside),
            (self._set_aside, not aside),
        ):
            widget.setVisible(shown)
        self._name_all(finding)

    def refuse(self, sentence: str) -> None:
        """Say why the reason was not taken."""
        self._field.refuse(sentence)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """What takes the focus here, as it stands."""
        links = (self._go, self._bring_back, self._set_aside, self._more, self._sources)
        return (*links, *self._field.tab_stops())

    def _lay_out(self) -> None:
        links = FlowLayout(gap=12, line_gap=2)
        for link in (self._go, self._bring_back, self._set_aside, self._more):
            links.addWidget(link)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._urgency, self._title, self._reason, self._because):
            words.addWidget(label)
        words.addLayout(links)
        words.addWidget(self._details)
        words.addWidget(self._sources, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _name_all(self, finding: Finding) -> None:
        """Let every control say which finding it belongs to: they are many alike."""
        self.setAccessibleName(f"{self._urgency.text()}: {finding.title}. {finding.reason}")
        for button in (self._go, self._set_aside, self._bring_back, self._more, self._sources):
            button.setAccessibleName(f"{button.text()}: {finding.title}")

    def _on_set_aside_clicked(self) -> None:
        self._field.show()
        self._field.begin()

    def _on_left(self) -> None:
        self._field.hide()
        self._set_aside.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_more_clicked(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._sources.setVisible(shown)
        self._more.setText(self.tr("Less") if shown else self.tr("Why"))
        self._name_all(self._finding)
