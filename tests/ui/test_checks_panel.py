"""The list checks on screen: what is open, where a button goes, setting aside and back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.core.list_checks.conftest import DIRECTORY, FEES, IM, QUOTAS, entry, general, outlook
from tests.ui.conftest import TODAY, Open, Show

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QWidget

from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.list_checks import Place
from smartpick_desktop.core.program_facts import Fact, FactKey
from smartpick_desktop.core.program_list import Bucket, ListEntry
from smartpick_desktop.core.scenario import Dismissal, Target
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.checks_panel import ChecksPanel
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.finding_row import FindingRow
from smartpick_desktop.ui.widgets.link_button import LinkButton
from smartpick_desktop.ui.widgets.number_field import NumberField
from smartpick_desktop.ui.widgets.text_label import TextLabel

GONE = ListEntry(program_id="acgme-9999999999", specialty=IM)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class Stand:
    """A panel in a window that has the focus, over a document."""

    def __init__(self, panel: ChecksPanel, document: Document) -> None:
        self.panel = panel
        self.document = document

    def rows(self) -> list[FindingRow]:
        """The rows in sight, from above; a new one shows in the next round."""
        QApplication.processEvents()
        rows = [row for row in self.panel.findChildren(FindingRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.mapTo(self.panel, row.rect().topLeft()).y())

    def checks(self) -> list[str]:
        return [row.finding().check for row in self.rows()]

    def row(self, check: str) -> FindingRow:
        return next(row for row in self.rows() if row.finding().check == check)

    def says(self) -> str:
        labels = self.panel.findChildren(TextLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def click(self, text: str, within: QWidget | None = None) -> None:
        buttons = (within or self.panel).findChildren(QPushButton)
        [button] = [b for b in buttons if b.isVisible() and b.text() == text]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def write_reason(self, check: str, reason: str) -> None:
        self.click("Set aside", self.row(check))
        QTest.keyClicks(focused(), reason)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        QApplication.processEvents()


@pytest.fixture
def stand_of(
    theme: Theme, show: Show, opened: Open, assess: Callable[[Document], Assessor]
) -> Callable[..., Stand]:
    def stand(**fields: object) -> Stand:
        calm = {"step2": Step2Result(score=250), "targets": (Target(specialty=IM),)}
        document = opened(**(calm | fields))
        panel = ChecksPanel(document, assess(document), theme, lambda: TODAY)
        panel.set_tables(FEES, QUOTAS)
        panel.set_directory(DIRECTORY)
        window = show(panel)
        window.resize(300, 760)
        QApplication.processEvents()
        return Stand(panel, document)

    return stand


StandOf = Callable[..., Stand]


@pytest.fixture
def stand(stand_of: StandOf) -> Stand:
    """One program that is gone, signals unplaced, a couple."""
    return stand_of(entries=(GONE,), couples=True)


def test_each_finding_has_urgency_title_and_reason_the_most_urgent_on_top(stand: Stand) -> None:
    assert stand.checks() == ["not_listed", "unspent_signals", "couples"]
    said = stand.says()
    for words in ("Settle first", "Not in the directory", "9999999999", "For information"):
        assert words in said
    assert "3 of 14 checks have something to say" in said
    first = stand.rows()[0].accessibleName()
    assert first.startswith("Settle first: Not in the directory. 9999999999")


def test_a_list_without_findings_says_that_all_is_quiet(stand_of: StandOf) -> None:
    quiet = stand_of()

    assert quiet.rows() == []
    assert "All checks are quiet." in quiet.says()
    assert "something to say" not in quiet.says()


def test_what_could_not_be_looked_at_is_said(stand_of: StandOf) -> None:
    stand = stand_of(entries=general(3))
    assert "Not looked at yet" in stand.says()

    stand.panel.set_outlook(outlook({f"General {n}": 9.0 for n in range(3)}, Bucket.TARGET))

    assert "Not looked at yet" not in stand.says()


def test_the_button_goes_where_something_can_be_done(qtbot: QtBot, stand: Stand) -> None:
    with qtbot.waitSignal(stand.panel.go_to) as went:
        stand.click("Show it", stand.row("not_listed"))

    assert went.args is not None
    goal = went.args[0].goes_to
    assert (goal.place, goal.key) == (Place.PROGRAM, GONE.program_id)


def test_what_the_panel_holds_itself_gets_the_focus(qtbot: QtBot, stand: Stand) -> None:
    with qtbot.assertNotEmitted(stand.panel.go_to):
        stand.click("Change it", stand.row("couples"))

    assert isinstance(focused(), QCheckBox)


def test_why_shows_what_settles_it_and_what_it_rests_on(qtbot: QtBot, stand: Stand) -> None:
    row = stand.row("not_listed")
    stand.click("Why", row)
    assert "Settled by: The program's own page" in stand.says()
    assert "Source: ACGME." in stand.says()

    with qtbot.waitSignal(stand.panel.sources_requested):
        stand.click("All checks and sources", row)
    stand.click("Less", row)
    assert "Settled by" not in stand.says()


def test_setting_aside_with_a_reason_is_one_undo_step(stand: Stand) -> None:
    stand.write_reason("not_listed", "it opens in July")

    assert stand.document.scenario.dismissals == (
        Dismissal(check="not_listed", subject=GONE.program_id, reason="it opens in July"),
    )
    assert stand.checks() == ["unspent_signals", "couples"]
    stack = stand.document.undo_stack
    assert (stack.count(), stack.undoText()) == (1, "Set aside “Not in the directory”")
    stack.undo()
    assert stand.checks() == ["not_listed", "unspent_signals", "couples"]
    assert not stand.document.scenario.dismissals


def test_an_empty_reason_is_not_taken_and_that_is_said(stand: Stand) -> None:
    stand.write_reason("not_listed", "   ")

    assert stand.document.undo_stack.count() == 0
    assert "A few words are needed" in stand.says()
    assert isinstance(focused(), QLineEdit)

    QTest.keyClicks(focused(), "now")
    assert "A few words are needed" not in stand.says()


def test_escape_leaves_it_open_with_the_focus_where_it_was(stand: Stand) -> None:
    stand.click("Set aside", stand.row("not_listed"))
    QTest.keyClick(focused(), Qt.Key.Key_Escape)

    link = focused()
    assert isinstance(link, LinkButton)
    assert link.accessibleName() == "Set aside: Not in the directory"
    assert not [field for field in stand.panel.findChildren(QLineEdit) if field.hasFocus()]


def test_what_was_set_aside_is_folded_away_and_comes_back(stand: Stand) -> None:
    stand.write_reason("couples", "we talked about it")
    assert "we talked about it" not in stand.says()

    stand.click("Show 1 set aside")
    assert "Your reason: we talked about it" in stand.says()
    stand.click("Bring back", stand.row("couples"))

    assert not stand.document.scenario.dismissals
    assert stand.document.undo_stack.undoText() == "Bring back “Matching as a couple”"
    assert stand.checks() == ["not_listed", "unspent_signals", "couples"]


def test_the_focus_moves_on_when_its_finding_is_set_aside(stand: Stand) -> None:
    stand.write_reason("not_listed", "it opens in July")

    assert stand.row("unspent_signals").isAncestorOf(focused())


def test_the_focus_goes_to_the_fold_when_nothing_is_open_any_more(stand_of: StandOf) -> None:
    stand = stand_of(couples=True)
    stand.write_reason("couples", "we talked about it")

    link = focused()
    assert isinstance(link, LinkButton)
    assert link.text() == "Show 1 set aside"


def test_a_reason_being_typed_outlives_an_edit_elsewhere(stand: Stand) -> None:
    stand.click("Set aside", stand.row("not_listed"))
    QTest.keyClicks(focused(), "it ope")

    after = replace(stand.document.scenario, entries=(entry("General 0"), GONE))
    stand.document.edit_scenario("Add General 0", after)

    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "it ope"


def test_a_fact_that_settles_a_finding_makes_it_quiet(stand_of: StandOf) -> None:
    stand = stand_of(entries=general(1))
    needs = replace(stand.document.applicant, needs_visa=True)
    stand.document.edit_applicant("Needs a visa", needs)
    assert "visa_unknown" in stand.checks()

    yes = Fact(value=True, source="its page", day=TODAY)
    book = stand.document.facts.with_fact(general(1)[0].program_id, FactKey.VISA_J1, yes)
    stand.document.edit_facts("Visa of General 0", book)

    assert "visa_unknown" not in stand.checks()


def test_nothing_is_worked_out_out_of_sight(stand: Stand) -> None:
    stand.panel.hide()
    stand.document.edit_scenario("No couple", replace(stand.document.scenario, couples=False))
    assert "couples" in [finding.check for finding in stand.panel.findings()]

    stand.panel.show()
    assert "couples" not in [finding.check for finding in stand.panel.findings()]


def test_the_interview_goal_is_ones_own_or_by_figures(stand: Stand) -> None:
    def goal() -> int | None:
        return stand.document.scenario.interview_goal

    field = stand.panel.findChild(NumberField)
    assert isinstance(field, NumberField)
    assert field.number() is None
    assert "10 by the mean of matched applicants of all types" in stand.says()

    field.setValue(12)
    assert goal() == 12
    assert "Your own number" in stand.says()
    stand.document.undo_stack.undo()
    assert goal() is None
    assert field.number() is None


def test_matching_as_a_couple_is_one_undo_step(stand_of: StandOf) -> None:
    stand = stand_of()
    box = stand.panel.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)

    box.click()

    assert stand.document.scenario.couples
    assert stand.checks() == ["couples"]
    stand.document.undo_stack.undo()
    assert not box.isChecked()
    assert stand.checks() == []


def test_every_button_says_which_finding_it_belongs_to(stand: Stand) -> None:
    for row in stand.rows():
        for button in row.findChildren(LinkButton):
            if button.isVisible():
                assert button.accessibleName() == f"{button.text()}: {row.finding().title}"


def test_tab_walks_the_rows_as_they_stand_whenever_they_came(stand_of: StandOf) -> None:
    stand = stand_of(couples=True)
    after = replace(stand.document.scenario, entries=(GONE,))
    stand.document.edit_scenario("Add", after)
    assert stand.checks() == ["not_listed", "unspent_signals", "couples"]

    names = []
    [first] = [b for b in stand.rows()[0].findChildren(QPushButton) if b.text() == "Show it"]
    first.setFocus()
    for _ in range(9):
        names.append(focused().accessibleName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)

    assert names == [
        f"{action}: {title}"
        for go, title in (
            ("Show it", "Not in the directory"),
            ("Place signals", "Signals not placed"),
            ("Change it", "Matching as a couple"),
        )
        for action in (go, "Set aside", "Why")
    ]
    assert isinstance(focused(), NumberField)
