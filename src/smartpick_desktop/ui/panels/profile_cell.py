"""The profile cell: applicant type, attempts, strengths and concerns in two lines."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpick_desktop.core.profile_words import profile_lines
from smartpick_desktop.ui.assessor import Assessor, View
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.profile_panel import ProfilePanel
from smartpick_desktop.ui.panels.score_cell import ScoreCell
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.elided_label import ElidedLabel
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.popover import Popover
from smartpick_desktop.ui.widgets.text_label import TextRole, Tone


class ProfileCell(ScoreCell):
    """Shows the profile; the link opens it for editing."""

    def __init__(
        self, theme: Theme, document: Document, assessor: Assessor, parent: QWidget | None = None
    ) -> None:
        super().__init__("Profile", parent=parent)
        self._theme = theme
        self._document = document
        self._popover: Popover | None = None
        self._who = ElidedLabel("", TextRole.BODY, Tone.INK2)
        self._what = ElidedLabel("", TextRole.BODY, Tone.INK2)
        self._edit = LinkButton(self.tr("Edit profile"), theme)

        lines = QVBoxLayout()
        lines.setSpacing(3)
        for widget in (self._who, self._what, self._edit):
            lines.addWidget(widget)
        self.body.addLayout(lines, 1)

        self._edit.clicked.connect(self.open_profile)
        assessor.view_changed.connect(self._render)
        self._render(assessor.view)

    def open_profile(self) -> None:
        """Open the profile for editing."""
        self._popover = Popover(ProfilePanel(self._theme, self._document), self)
        self._popover.closed.connect(self._popover.deleteLater)
        self._popover.open_below(self._edit)

    def _render(self, view: View) -> None:
        who, what = profile_lines(view.applicant, view.scenario)
        self._who.setText(who)
        self._what.setText(what)
