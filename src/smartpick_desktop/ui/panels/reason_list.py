"""The reasons of a verdict, and what would change it, as one document with links."""

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from smartpick_desktop.core.verdict_card import (
    FIGURES_ID,
    CardChange,
    Reason,
    Sign,
    VerdictCard,
)
from smartpick_desktop.ui.fonts import Size, points
from smartpick_desktop.ui.state_glyphs import glyph_of
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.glyph import Glyph, glyph_pixmap

_SIGNS = {Sign.PLUS: "+", Sign.MINUS: "−", Sign.NEUTRAL: "·"}
_LOOK = """
td {{ color: {ink}; padding-bottom: 5px; }}
.head {{ color: {ink3}; font-size: {caption}pt; font-weight: 500; }}
.note {{ color: {ink3}; font-size: {caption}pt; }}
.sign {{ color: {ink2}; }}
a {{ color: {accent_ink}; text-decoration: none; }}
"""
_HEAD = '<tr><td colspan="2" class="head">{}</td></tr>'
_REASON = '<tr><td width="18" class="sign">{}</td><td>{} <a href="{}">{}</a></td></tr>'
_CHANGE = '<tr><td width="22"><img src="{}"></td><td>{}</td></tr>'
_NOTE = '<tr><td colspan="2" class="note">{}</td></tr>'
_GLYPH = 14


class ReasonList(QTextBrowser):
    """Shows a card's reasons with their rules, then its changes and its note.

    One document rather than a row of labels each: it is laid out and painted once an edit.
    """

    rule_requested = Signal(str)  # rule ID, or "figures"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card: VerdictCard | None = None
        self.setAccessibleName(self.tr("Reasons"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)

        self.anchorClicked.connect(self._on_anchor_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_card(self, card: VerdictCard) -> None:
        """Show the reasons and changes of `card`; where it says the same, nothing moves."""
        shown = self._card
        self._card = card
        if shown is None or _parts(shown) != _parts(card):
            self._fill(card)

    def _fill(self, card: VerdictCard) -> None:
        rows = []
        if card.reasons:
            rows.append(_HEAD.format(escape(self.tr("Why"))))
            rows += [self._reason(reason) for reason in card.reasons]
        if card.changes:
            rows.append(_HEAD.format(escape(self.tr("What would change this"))))
            rows += [self._change(change) for change in card.changes]
        if card.note:
            rows.append(_NOTE.format(escape(card.note)))
        self.document().setDefaultStyleSheet(self._look())
        self.setHtml(f'<table cellspacing="0" cellpadding="0">{"".join(rows)}</table>')

    def _look(self) -> str:
        tokens = self._theme.tokens
        return _LOOK.format(
            ink=tokens.ink,
            ink2=tokens.ink2,
            ink3=tokens.ink3,
            accent_ink=tokens.accent_ink,
            caption=points(Size.CAPTION, self._theme.scale),
        )

    def _reason(self, reason: Reason) -> str:
        link = self.tr("source") if reason.rule_id == FIGURES_ID else reason.rule_id
        return _REASON.format(
            _SIGNS[reason.sign], escape(reason.text), escape(reason.rule_id), escape(link)
        )

    def _change(self, change: CardChange) -> str:
        return _CHANGE.format(self._image(glyph_of(change.state)), escape(change.text))

    def _image(self, kind: Glyph) -> str:
        name = f"glyph:{kind}"
        drawn = glyph_pixmap(
            kind, self._theme.tokens, self._theme.length(_GLYPH), self.devicePixelRatioF()
        )
        self.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), drawn)
        return name

    def _on_anchor_clicked(self, target: QUrl) -> None:
        self.rule_requested.emit(target.toString())

    def _on_theme_changed(self) -> None:
        if self._card is not None:
            self._fill(self._card)


def _parts(card: VerdictCard) -> tuple[object, ...]:
    return (card.reasons, card.changes, card.note)
