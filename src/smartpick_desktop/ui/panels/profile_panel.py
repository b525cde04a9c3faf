"""The profile for editing: type, year, visa, attempts, strengths, concerns, COMLEX."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from smartpick_desktop.core.applicant import Applicant, ApplicantType, Standing
from smartpick_desktop.core.profile_words import CONCERN_NAMES, STRENGTH_NAMES, TYPE_NAMES
from smartpick_desktop.core.scenario import Concern, Scenario, Strength
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.number_field import TEXT_LEFT
from smartpick_desktop.ui.widgets.segmented import Choice, SegmentedControl
from smartpick_desktop.ui.widgets.text_label import TextLabel, TextRole
from smartpick_desktop.ui.widgets.undo_passthrough import UndoPassthrough

E = TypeVar("E", bound=StrEnum)
_FIRST_YEAR = 1980
_LAST_YEAR = 2040
_MOST_ATTEMPTS = 9


class ProfilePanel(QWidget):
    """Edits the profile of the open applicant and scenario; each change is an edit at once."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        applicant, scenario = document.applicant, document.scenario

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(TextLabel(self.tr("Profile"), TextRole.TITLE))
        column.addLayout(self._who(applicant))
        column.addLayout(self._attempts(scenario))
        lists = QHBoxLayout()
        lists.setSpacing(24)
        lists.addLayout(self._strengths(scenario))
        lists.addLayout(self._concerns(scenario))
        column.addLayout(lists)

    def _who(self, applicant: Applicant) -> QGridLayout:
        types = [Choice(key=kind, text=TYPE_NAMES[kind]) for kind in ApplicantType]
        kind = SegmentedControl(self._theme, types, name=self.tr("Applicant type"), small=True)
        kind.set_choice(applicant.applicant_type)
        standings = [
            Choice(key=Standing.SENIOR, text=self.tr("Senior")),
            Choice(key=Standing.GRADUATE, text=self.tr("Graduate")),
        ]
        standing = SegmentedControl(self._theme, standings, name=self.tr("Standing"), small=True)
        standing.set_choice(applicant.standing)
        visas = [
            Choice(key="", text=self.tr("Not said")),
            Choice(key="no", text=self.tr("Not needed")),
            Choice(key="yes", text=self.tr("Needed")),
        ]
        visa = SegmentedControl(self._theme, visas, name=self.tr("Visa"), small=True)
        visa.set_choice({None: "", False: "no", True: "yes"}[applicant.needs_visa])
        year = self._number(
            applicant.graduation_year or _FIRST_YEAR - 1, _FIRST_YEAR - 1, _LAST_YEAR
        )
        year.setSpecialValueText(self.tr("not said"))
        year.setAccessibleName(self.tr("Year of graduation"))

        kind.choice_edited.connect(
            lambda key: self._edit_applicant(
                replace(self._document.applicant, applicant_type=ApplicantType(key))
            )
        )
        standing.choice_edited.connect(
            lambda key: self._edit_applicant(
                replace(self._document.applicant, standing=Standing(key))
            )
        )
        visa.choice_edited.connect(
            lambda key: self._edit_applicant(
                replace(
                    self._document.applicant, needs_visa={"": None, "no": False, "yes": True}[key]
                )
            )
        )
        year.valueChanged.connect(
            lambda value: self._edit_applicant(
                replace(
                    self._document.applicant,
                    graduation_year=value if value >= _FIRST_YEAR else None,
                )
            )
        )
        return self._rows(
            (self.tr("Applicant type"), kind),
            (self.tr("Standing"), standing),
            (self.tr("Graduation"), year),
            (self.tr("Visa"), visa),
        )

    def _attempts(self, scenario: Scenario) -> QGridLayout:
        step1 = self._number(scenario.failed_step1, 0, _MOST_ATTEMPTS)
        step1.setAccessibleName(self.tr("Failed attempts, Step 1"))
        step2 = self._number(scenario.failed_step2, 0, _MOST_ATTEMPTS)
        step2.setAccessibleName(self.tr("Failed attempts, Step 2 CK"))
        level1 = self._text(scenario.comlex_level1, self.tr("COMLEX Level 1"))
        level2 = self._text(scenario.comlex_level2, self.tr("COMLEX Level 2-CE"))

        step1.valueChanged.connect(
            lambda value: self._edit(replace(self._document.scenario, failed_step1=value))
        )
        step2.valueChanged.connect(
            lambda value: self._edit(replace(self._document.scenario, failed_step2=value))
        )
        level1.textEdited.connect(
            lambda text: self._edit(replace(self._document.scenario, comlex_level1=text))
        )
        level2.textEdited.connect(
            lambda text: self._edit(replace(self._document.scenario, comlex_level2=text))
        )
        grid = self._rows(
            (self.tr("Failed attempts, Step 1"), step1), (self.tr("COMLEX Level 1"), level1)
        )
        for row, (label, field) in enumerate(
            (
                (self.tr("Step 2 CK"), step2),
                (self.tr("Level 2-CE"), level2),
            )
        ):
            grid.addWidget(TextLabel(label, TextRole.CAPTION), row, 2)
            grid.addWidget(field, row, 3)
        return grid

    def _strengths(self, scenario: Scenario) -> QVBoxLayout:
        return self._boxes(
            self.tr("Strengths"), STRENGTH_NAMES, scenario.strengths, self._strength
        )

    def _concerns(self, scenario: Scenario) -> QVBoxLayout:
        return self._boxes(self.tr("Concerns"), CONCERN_NAMES, scenario.concerns, self._concern)

    def _strength(self, strength: Strength, *, on: bool) -> None:
        scenario = self._document.scenario
        kept = scenario.strengths | {strength} if on else scenario.strengths - {strength}
        self._edit(replace(scenario, strengths=kept))

    def _concern(self, concern: Concern, *, on: bool) -> None:
        scenario = self._document.scenario
        kept = scenario.concerns | {concern} if on else scenario.concerns - {concern}
        self._edit(replace(scenario, concerns=kept))

    def _boxes(
        self,
        heading: str,
        names: Mapping[E, str],
        chosen: frozenset[E],
        change: Callable[..., None],
    ) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(TextLabel(heading, TextRole.HEADING))
        for key, name in names.items():
            box = QCheckBox(name)
            box.setChecked(key in chosen)
            box.toggled.connect(lambda on, key=key: change(key, on=on))
            column.addWidget(box)
        column.addStretch(1)
        return column

    def _rows(self, *rows: tuple[str, QWidget]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (label, field) in enumerate(rows):
            grid.addWidget(TextLabel(label, TextRole.CAPTION), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(4, 1)
        return grid

    def _number(self, value: int, lowest: int, highest: int) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(lowest, highest)
        spin.setValue(value)
        spin.setKeyboardTracking(False)
        spin.lineEdit().setTextMargins(TEXT_LEFT, 0, 0, 0)
        spin.installEventFilter(UndoPassthrough(spin))
        return spin

    def _text(self, value: str, name: str) -> QLineEdit:
        field = QLineEdit(value)
        field.setAccessibleName(name)
        field.setMaxLength(40)
        field.setPlaceholderText(self.tr("recorded only"))
        field.setToolTip(self.tr("Recorded, never converted into a USMLE score."))
        field.installEventFilter(UndoPassthrough(field))
        return field

    def _edit(self, after: Scenario) -> None:
        self._document.edit_scenario(self.tr("Change profile"), after, field="profile")

    def _edit_applicant(self, after: Applicant) -> None:
        self._document.edit_applicant(self.tr("Change profile"), after, field="profile")
