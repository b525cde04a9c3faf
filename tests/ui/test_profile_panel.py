"""The profile: who applies, what went before, what speaks for and against."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OPENS_POPUPS, Open, Show

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from smartpick_desktop.core.applicant import ApplicantType, Standing
from smartpick_desktop.core.profile_words import CONCERN_NAMES, STRENGTH_NAMES
from smartpick_desktop.core.scenario import Concern, Strength
from smartpick_desktop.storage.library import SqliteLibrary
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.profile_cell import ProfileCell
from smartpick_desktop.ui.panels.profile_panel import ProfilePanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.popover import Popover
from smartpick_desktop.ui.widgets.segmented import SegmentedControl

LEFT = Qt.MouseButton.LeftButton
Assess = Callable[[Document], Assessor]


@pytest.fixture
def document(opened: Open) -> Document:
    return opened()


@pytest.fixture
def panel(theme: Theme, document: Document, show: Show) -> ProfilePanel:
    panel = ProfilePanel(theme, document)
    show(panel)
    return panel


def segment(panel: QWidget, control: str, text: str) -> QAbstractButton:
    [found] = [c for c in panel.findChildren(SegmentedControl) if c.accessibleName() == control]
    [part] = [b for b in found.findChildren(QAbstractButton) if b.text() == text]
    return part


def box(panel: QWidget, text: str) -> QCheckBox:
    [found] = [b for b in panel.findChildren(QCheckBox) if b.text() == text]
    return found


def spin(panel: QWidget, name: str) -> QSpinBox:
    [found] = [s for s in panel.findChildren(QSpinBox) if s.accessibleName() == name]
    return found


def line(panel: QWidget, name: str) -> QLineEdit:
    [found] = [e for e in panel.findChildren(QLineEdit) if e.accessibleName() == name]
    return found


def enter(qtbot: QtBot, field: QSpinBox | QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("US DO", ApplicantType.US_DO),
        ("US IMG", ApplicantType.US_IMG),
        ("Non-US IMG", ApplicantType.NON_US_IMG),
    ],
)
def test_the_type_is_chosen_by_a_click(
    qtbot: QtBot, panel: ProfilePanel, document: Document, text: str, kind: ApplicantType
) -> None:
    qtbot.mouseClick(segment(panel, "Applicant type", text), LEFT)
    assert document.applicant.applicant_type is kind


def test_the_standing_is_chosen_by_a_click(
    qtbot: QtBot, panel: ProfilePanel, document: Document
) -> None:
    qtbot.mouseClick(segment(panel, "Standing", "Graduate"), LEFT)
    assert document.applicant.standing is Standing.GRADUATE


@pytest.mark.parametrize(("text", "needs"), [("Needed", True), ("Not needed", False)])
def test_the_visa_is_yes_or_no(
    qtbot: QtBot, panel: ProfilePanel, document: Document, text: str, needs: bool
) -> None:
    qtbot.mouseClick(segment(panel, "Visa", text), LEFT)
    assert document.applicant.needs_visa is needs


def test_the_visa_may_go_back_to_not_said(
    qtbot: QtBot, panel: ProfilePanel, document: Document
) -> None:
    qtbot.mouseClick(segment(panel, "Visa", "Needed"), LEFT)
    qtbot.mouseClick(segment(panel, "Visa", "Not said"), LEFT)
    assert document.applicant.needs_visa is None


def test_the_year_is_typed(qtbot: QtBot, panel: ProfilePanel, document: Document) -> None:
    enter(qtbot, spin(panel, "Year of graduation"), "2027")
    assert document.applicant.graduation_year == 2027


def test_a_year_typed_is_one_step(qtbot: QtBot, panel: ProfilePanel, document: Document) -> None:
    enter(qtbot, spin(panel, "Year of graduation"), "2027")
    assert document.undo_stack.count() == 1


def test_without_a_year_the_field_says_so(panel: ProfilePanel) -> None:
    assert spin(panel, "Year of graduation").text() == "not said"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Failed attempts, Step 1", "failed_step1"),
        ("Failed attempts, Step 2 CK", "failed_step2"),
    ],
)
def test_failed_attempts_are_counted(
    qtbot: QtBot, panel: ProfilePanel, document: Document, name: str, field: str
) -> None:
    enter(qtbot, spin(panel, name), "2")
    assert getattr(document.scenario, field) == 2


@pytest.mark.parametrize(
    ("name", "field"),
    [("COMLEX Level 1", "comlex_level1"), ("COMLEX Level 2-CE", "comlex_level2")],
)
def test_comlex_is_kept_as_it_is_typed(
    qtbot: QtBot, panel: ProfilePanel, document: Document, name: str, field: str
) -> None:
    enter(qtbot, line(panel, name), "550, first try")
    assert getattr(document.scenario, field) == "550, first try"


@pytest.mark.parametrize("strength", list(Strength))
def test_each_strength_has_a_box(
    panel: ProfilePanel, document: Document, strength: Strength
) -> None:
    box(panel, STRENGTH_NAMES[strength]).click()
    assert document.scenario.strengths == {strength}


@pytest.mark.parametrize("concern", list(Concern))
def test_each_concern_has_a_box(panel: ProfilePanel, document: Document, concern: Concern) -> None:
    box(panel, CONCERN_NAMES[concern]).click()
    assert document.scenario.concerns == {concern}


def test_a_box_unchecked_takes_it_away(opened: Open, theme: Theme, qtbot: QtBot) -> None:
    document = opened(strengths=frozenset({Strength.LETTERS, Strength.MSPE}))
    panel = ProfilePanel(theme, document)
    qtbot.addWidget(panel)
    box(panel, STRENGTH_NAMES[Strength.LETTERS]).click()
    assert document.scenario.strengths == {Strength.MSPE}


def test_checking_and_unchecking_leaves_no_step(panel: ProfilePanel, document: Document) -> None:
    box(panel, STRENGTH_NAMES[Strength.LETTERS]).click()
    box(panel, STRENGTH_NAMES[Strength.LETTERS]).click()
    assert document.undo_stack.count() == 0


def test_each_change_is_in_the_file_at_once(panel: ProfilePanel, library: SqliteLibrary) -> None:
    box(panel, STRENGTH_NAMES[Strength.LETTERS]).click()
    assert library.load("p1").scenarios[0].strengths == {Strength.LETTERS}


def test_the_step_has_a_name(panel: ProfilePanel, document: Document) -> None:
    box(panel, STRENGTH_NAMES[Strength.LETTERS]).click()
    assert document.undo_stack.undoText() == "Change profile"


def test_it_shows_what_is_there(opened: Open, theme: Theme, qtbot: QtBot) -> None:
    document = opened(
        kind=ApplicantType.US_DO,
        failed_step2=1,
        comlex_level1="550",
        concerns=frozenset({Concern.LEAVE}),
    )
    panel = ProfilePanel(theme, document)
    qtbot.addWidget(panel)
    assert segment(panel, "Applicant type", "US DO").isChecked()
    assert spin(panel, "Failed attempts, Step 2 CK").value() == 1
    assert line(panel, "COMLEX Level 1").text() == "550"
    assert box(panel, CONCERN_NAMES[Concern.LEAVE]).isChecked()


def test_showing_it_is_no_edit(panel: ProfilePanel, document: Document) -> None:
    assert document.undo_stack.count() == 0


class TestTheCell:
    @pytest.fixture
    def cell_of(
        self, theme: Theme, assess: Assess, show: Show
    ) -> Callable[[Document], ProfileCell]:
        def cell(document: Document) -> ProfileCell:
            made = ProfileCell(theme, document, assess(document))
            show(made).resize(300, 120)
            return made

        return cell

    def words(self, cell: ProfileCell) -> list[str]:
        return [label.text() for label in cell.findChildren(QLabel) if label.text()]

    @pytest.mark.parametrize(
        ("fields", "lines"),
        [
            ({}, ("US MD senior", "no strengths noted")),
            (
                {"failed_step2": 1, "strengths": frozenset({Strength.LETTERS})},
                ("US MD senior", "1 failed attempt · 1 strength"),
            ),
        ],
    )
    def test_says_it_in_two_lines(
        self,
        opened: Open,
        cell_of: Callable[[Document], ProfileCell],
        fields: dict[str, Any],
        lines: tuple[str, str],
    ) -> None:
        words = self.words(cell_of(opened(**fields)))
        assert [line for line in lines if line not in words] == []

    @OPENS_POPUPS
    def test_opens_the_profile_and_follows_it(
        self, qtbot: QtBot, document: Document, cell_of: Callable[[Document], ProfileCell]
    ) -> None:
        cell = cell_of(document)
        cell.open_profile()
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, Popover)
        box(popup, STRENGTH_NAMES[Strength.MSPE]).click()
        popup.close()
        assert "1 strength" in self.words(cell)

    @OPENS_POPUPS
    def test_keeps_what_was_typed_when_the_profile_closes(
        self, qtbot: QtBot, document: Document, cell_of: Callable[[Document], ProfileCell]
    ) -> None:
        cell_of(document).open_profile()
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, Popover)
        year = spin(popup, "Year of graduation")
        year.setFocus()
        year.selectAll()
        qtbot.keyClicks(year, "2027")
        popup.close()
        assert document.applicant.graduation_year == 2027
