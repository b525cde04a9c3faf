"""The verdict card in the window: what it says, and what can be asked of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import OPENS_POPUPS, Open, Show

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from smartpick_desktop.core.exams import Step1Result, Step2Result
from smartpick_desktop.core.scenario import Group, Reading, Target
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.reason_list import ReasonList
from smartpick_desktop.ui.panels.verdict_panel import VerdictPanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.glyph import Glyph
from smartpick_desktop.ui.widgets.segmented import SegmentedControl
from smartpick_desktop.ui.widgets.state_glyph import StateGlyph

Assess = Callable[[Document], Assessor]
LEFT = Qt.MouseButton.LeftButton


class Stand:
    """A verdict panel in a window, over a document and its assessor."""

    def __init__(self, document: Document, assessor: Assessor, panel: VerdictPanel) -> None:
        self.document = document
        self.assessor = assessor
        self.panel = panel

    def labels(self) -> list[str]:
        shown = [label for label in self.panel.findChildren(QLabel) if label.isVisible()]
        return [label.text() for label in shown if label.text()]

    def button(self, text: str) -> QAbstractButton:
        [found] = [b for b in self.panel.findChildren(QAbstractButton) if b.text() == text]
        return found

    def control(self, name: str) -> SegmentedControl:
        controls = self.panel.findChildren(SegmentedControl)
        [found] = [c for c in controls if c.accessibleName() == name]
        return found

    @property
    def group(self) -> SegmentedControl:
        return self.control("How competitive the specialty is")

    @property
    def reasons(self) -> ReasonList:
        [found] = self.panel.findChildren(ReasonList)
        return found

    def checked(self, control: SegmentedControl) -> list[str]:
        return [b.text() for b in control.findChildren(QAbstractButton) if b.isChecked()]


@pytest.fixture
def stand_of(theme: Theme, assess: Assess, show: Show) -> Callable[[Document], Stand]:
    def stand(document: Document) -> Stand:
        assessor = assess(document)
        panel = VerdictPanel(theme, document, assessor)
        window = show(panel)
        window.resize(326, 700)
        QApplication.processEvents()
        return Stand(document, assessor, panel)

    return stand


StandOf = Callable[[Document], Stand]


@pytest.fixture
def stand(document: Document, stand_of: StandOf) -> Stand:
    return stand_of(document)


@pytest.fixture
def urology(opened: Open, stand_of: StandOf) -> Stand:
    target = Target(specialty="urology")
    return stand_of(opened(step2=Step2Result(score=244), targets=(target,)))


@pytest.mark.parametrize(
    ("reading", "anesthesiology", "dermatology"),
    [
        ("Article", "Fine as is", "Worth a plan"),
        ("Figures", "Worth a plan", "Needs a plan first"),
        ("Stricter", "Worth a plan", "Needs a plan first"),
    ],
)
def test_the_headline_follows_the_reading(
    qtbot: QtBot, stand: Stand, reading: str, anesthesiology: str, dermatology: str
) -> None:
    qtbot.mouseClick(stand.button(reading), LEFT)
    assert anesthesiology in stand.labels()
    stand.assessor.set_focus("dermatology")
    assert dermatology in stand.labels()


def test_the_reading_is_an_edit_that_can_be_undone(qtbot: QtBot, stand: Stand) -> None:
    qtbot.mouseClick(stand.button("Figures"), LEFT)
    assert stand.document.undo_stack.undoText() == "Change reading"
    stand.document.undo_stack.undo()
    assert stand.checked(stand.control("Headline follows")) == ["Article"]
    assert "Fine as is" in stand.labels()


def test_the_reading_is_kept_with_the_scenario(qtbot: QtBot, stand: Stand) -> None:
    qtbot.mouseClick(stand.button("Figures"), LEFT)
    assert stand.document.scenario.reading is Reading.FIGURES


def test_the_other_reading_is_named_where_it_is_stricter(stand: Stand) -> None:
    assert "The figures are stricter here: worth a plan." in stand.labels()


def test_the_note_goes_once_the_stricter_one_leads(qtbot: QtBot, stand: Stand) -> None:
    qtbot.mouseClick(stand.button("Stricter"), LEFT)
    assert not [text for text in stand.labels() if "stricter here" in text]


def test_the_sign_has_the_headline_as_its_name(stand: Stand) -> None:
    [glyph] = [g for g in stand.panel.findChildren(StateGlyph) if g.accessibleName()]
    assert (glyph.glyph(), glyph.accessibleName()) == (Glyph.FINE, "Fine as is")


def test_the_level_is_said(stand: Stand) -> None:
    assert "Impact 1 of 5: usually fine." in stand.labels()


def test_reasons_carry_the_ids_of_their_rules(stand: Stand) -> None:
    text = stand.reasons.toPlainText()
    assert [rule for rule in ("B240.moderate", "T1", "D1", "source") if rule not in text] == []


def test_reasons_follow_the_score(stand: Stand) -> None:
    after = replace(stand.document.scenario, step2=Step2Result(score=224))
    stand.document.edit_scenario("Change Step 2 CK", after)
    text = stand.reasons.toPlainText()
    assert "B215.moderate" in text
    assert "B240" not in text


def link_place(reasons: ReasonList, target: str) -> QPoint:
    """Where on the list a link to `target` can be hit."""
    port = reasons.viewport().rect()
    places = (QPoint(x, y) for y in range(0, port.height(), 4) for x in range(0, port.width(), 4))
    return next(place for place in places if reasons.anchorAt(place) == target)


@pytest.mark.parametrize("rule", ["B240.moderate", "T1", "D1", "figures"])
def test_a_click_on_a_rule_asks_for_it(qtbot: QtBot, stand: Stand, rule: str) -> None:
    spy = QSignalSpy(stand.panel.rule_requested)
    place = link_place(stand.reasons, rule)
    qtbot.mouseClick(stand.reasons.viewport(), LEFT, pos=place)
    assert [spy.at(at) for at in range(spy.count())] == [[rule]]


def test_tab_and_enter_ask_for_a_rule(qtbot: QtBot, stand: Stand) -> None:
    spy = QSignalSpy(stand.panel.rule_requested)
    stand.reasons.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(stand.reasons, Qt.Key.Key_Tab)
    qtbot.keyClick(stand.reasons, Qt.Key.Key_Return)
    assert spy.at(0)[0] in ("B240.moderate", "T1")


def test_tab_leaves_the_reasons_after_the_last_link(qtbot: QtBot, stand: Stand) -> None:
    stand.reasons.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not stand.reasons


def test_the_foot_asks_for_all_rules(qtbot: QtBot, stand: Stand) -> None:
    with qtbot.waitSignal(stand.panel.rule_requested) as asked:
        qtbot.mouseClick(stand.button("Show rules"), LEFT)
    assert asked.args == [""]


def test_the_foot_asks_for_the_list(qtbot: QtBot, stand: Stand) -> None:
    with qtbot.waitSignal(stand.panel.list_requested):
        qtbot.mouseClick(stand.button("Open the list"), LEFT)


def test_changes_are_listed(stand: Stand) -> None:
    stand.assessor.set_focus("dermatology")
    text = stand.reasons.toPlainText()
    assert "What would change this" in text
    assert "Strong letters from known faculty and research in the specialty" in text
    assert "A passed Step 2 CK is not retaken." in text


def test_where_nothing_needs_to_change_no_heading_says_so(stand: Stand) -> None:
    assert "What would change this" not in stand.reasons.toPlainText()


@OPENS_POPUPS
def test_the_menu_puts_another_specialty_in_focus(qtbot: QtBot, stand: Stand) -> None:
    qtbot.mouseClick(stand.button("Anesthesiology"), LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = menu.actions()
    assert [(a.text(), a.isChecked()) for a in actions] == [
        ("Anesthesiology", True),
        ("Dermatology", False),
    ]
    actions[1].trigger()
    menu.close()
    assert stand.assessor.view.focus == "dermatology"


class TestWithoutATarget:
    @pytest.fixture
    def stand(self, opened: Open, stand_of: StandOf) -> Stand:
        return stand_of(opened(step1=Step1Result(score=250), step2=Step2Result(score=244)))

    def test_it_says_so(self, stand: Stand) -> None:
        assert "Verdict without a target" in stand.labels()

    def test_both_ends_are_shown(self, stand: Stand) -> None:
        text = stand.reasons.toPlainText()
        assert "Less competitive specialties: fine as is, impact 1 of 5." in text
        assert "Ultra-competitive specialties: worth a plan, impact 3 of 5." in text

    def test_there_is_no_specialty_to_choose(self, stand: Stand) -> None:
        links = [b for b in stand.panel.findChildren(QAbstractButton) if b.isVisible()]
        assert "Specialty of the verdict" not in [b.accessibleName() for b in links]


class TestWithoutAScore:
    @pytest.fixture
    def stand(self, opened: Open, stand_of: StandOf) -> Stand:
        return stand_of(opened(targets=(Target(specialty="dermatology"),)))

    def test_it_says_what_to_do(self, stand: Stand) -> None:
        assert "No score yet" in stand.labels()
        assert (
            "Enter a Step 2 CK score to see a verdict, or plan one to try it out."
            in stand.labels()
        )

    def test_there_are_no_reasons(self, stand: Stand) -> None:
        assert stand.reasons.toPlainText().strip() == ""


class TestAFail:
    def test_is_said_plainly(self, opened: Open, stand_of: StandOf) -> None:
        target = Target(specialty="pediatrics")
        stand = stand_of(opened(step2=Step2Result(failed=True), targets=(target,)))
        assert "Needs a plan first" in stand.labels()
        assert (
            "The exam was not passed. "
            "Talk about timing before anything else; the exam can be taken again."
            in stand.labels()
        )

    def test_of_a_dated_score_names_the_mark(self, opened: Open, stand_of: StandOf) -> None:
        step2 = Step2Result(score=216, taken_on=date(2025, 7, 1))
        stand = stand_of(opened(step2=step2, targets=(Target(specialty="pediatrics"),)))
        assert "216 is under the pass mark of 218" in stand.reasons.toPlainText()


class TestASeparateMatch:
    def test_asks_for_its_group(self, urology: Stand) -> None:
        assert urology.group.isVisible()

    def test_has_no_group_at_first(self, urology: Stand) -> None:
        assert urology.checked(urology.group) == []

    @pytest.mark.parametrize(
        ("text", "group", "headline"),
        [
            ("Less", Group.LESS, "Fine as is"),
            ("Moderate", Group.MODERATE, "Fine as is"),
            ("Ultra", Group.ULTRA, "Worth a plan"),
        ],
    )
    def test_takes_any_group_at_the_first_click(
        self, qtbot: QtBot, urology: Stand, text: str, group: Group, headline: str
    ) -> None:
        qtbot.mouseClick(urology.button(text), LEFT)
        assert urology.document.scenario.targets[0].group is group
        assert headline in urology.labels()

    def test_takes_a_group_from_the_keyboard(self, qtbot: QtBot, urology: Stand) -> None:
        urology.button("Less").setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(urology.button("Less"), Qt.Key.Key_Space)
        assert urology.document.scenario.targets[0].group is Group.LESS

    def test_is_reached_by_tab_before_it_has_a_group(self, urology: Stand) -> None:
        parts: list[QWidget] = urology.group.findChildren(QAbstractButton)
        stops = [p for p in parts if p.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(stops) == 1

    def test_can_be_undone_to_no_group(self, qtbot: QtBot, urology: Stand) -> None:
        qtbot.mouseClick(urology.button("Ultra"), LEFT)
        urology.document.undo_stack.undo()
        assert urology.checked(urology.group) == []
        assert "Not placed yet" in urology.labels()

    def test_can_be_set_again_after_an_undo(self, qtbot: QtBot, urology: Stand) -> None:
        qtbot.mouseClick(urology.button("Ultra"), LEFT)
        urology.document.undo_stack.undo()
        qtbot.mouseClick(urology.button("Ultra"), LEFT)
        assert urology.document.scenario.targets[0].group is Group.ULTRA

    def test_does_not_show_the_group_of_another(
        self, qtbot: QtBot, opened: Open, stand_of: StandOf
    ) -> None:
        targets = (Target(specialty="urology"), Target(specialty="ophthalmology"))
        stand = stand_of(opened(step2=Step2Result(score=244), targets=targets))
        qtbot.mouseClick(stand.button("Ultra"), LEFT)
        stand.assessor.set_focus("ophthalmology")
        assert stand.checked(stand.group) == []

    def test_a_specialty_that_is_placed_does_not_ask(self, stand: Stand) -> None:
        assert not stand.group.isVisible()
