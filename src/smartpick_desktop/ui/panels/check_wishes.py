"""What the list checks go by that the user sets: an interview goal, and matching as a couple."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from smartpick_desktop.core.interview_goal import interview_goal
from smartpick_desktop.ui.assessor import View
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.widgets.number_field import NumberField
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole

_HIGHEST = 60


class CheckWishes(QWidget):
    """Two fields over the scenario; an empty goal goes by the published figures."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._goal = NumberField(
            name=self.tr("Interview goal"),
            lowest=1,
            highest=_HIGHEST,
            none=self.tr("by figures"),
        )
        self._told = TextLabel("", TextRole.CAPTION, wrap=True)
        self._couples = QCheckBox(self.tr("Matching as a couple"))

        row = QHBoxLayout()
        row.addWidget(TextLabel(self.tr("Interview goal")), 1)
        row.addWidget(self._goal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(TextLabel(self.tr("What they go by"), TextRole.HEADING))
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self._couples)

        self._goal.number_edited.connect(self._on_goal_edited)
        self._couples.toggled.connect(self._on_couples_toggled)

    def show_view(self, view: View) -> None:
        """Show the goal and the wish of the scenario of `view`."""
        scenario = view.scenario
        self._goal.set_number(scenario.interview_goal)
        with QSignalBlocker(self._couples):
            self._couples.setChecked(scenario.couples)
        goal = interview_goal(
            scenario,
            view.applicant.applicant_type,
            view.reference.ranks,
            people_needed=view.reference.list_rules.thresholds.people_needed,
        )
        figure = goal.figure if goal else None
        if goal is None:
            self._told.setText(self.tr("Add a specialty to see what the figures give."))
        elif figure is None:
            self._told.setText(self.tr("Your own number, for the whole list."))
        else:
            text = self.tr("{} by {}; one ranks where one interviewed.")
            self._told.setText(text.format(goal.number, figure.who))

    def focus(self, key: str) -> bool:
        """Put the focus on the field of that key; whether there is one."""
        field = {"interview_goal": self._goal, "couples": self._couples}.get(key)
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return field is not None

    def _on_goal_edited(self, number: int | None) -> None:
        after = replace(self._document.scenario, interview_goal=number)
        text = self.tr("Change the interview goal")
        self._document.edit_scenario(text, after, field="interview_goal")

    def _on_couples_toggled(self, couples: bool) -> None:
        after = replace(self._document.scenario, couples=couples)
        self._document.edit_scenario(self.tr("Change matching as a couple"), after)
