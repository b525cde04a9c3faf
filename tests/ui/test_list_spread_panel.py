"""The spread of a list, the next prices, the choice of a season; and the column of it all."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.core.list_checks.conftest import DIRECTORY, FEES, QUOTAS, entry, general, outlook
from tests.ui.conftest import TODAY, Open

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from smartpick_desktop.core.exams import Step2Result
from smartpick_desktop.core.program_list import Bucket, SignalTier
from smartpick_desktop.core.scenario import Target
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.panels.list_column import CHECKS, LIST, SPREAD, ListColumn
from smartpick_desktop.ui.panels.list_spread_panel import ListSpreadPanel
from smartpick_desktop.ui.panels.season_choice import SeasonChoice
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.chip import Chip
from smartpick_desktop.ui.widgets.segmented import SegmentedControl
from smartpick_desktop.ui.widgets.text_label import TextLabel

NAMES = {
    "internal_medicine": "Internal medicine (community)",
    "emergency_medicine": "Emergency medicine",
}
ENTRIES = (
    *general(28, bucket=Bucket.REACH),
    entry("Pacific 0", bucket=Bucket.LIKELY, signal=SignalTier.GOLD),
    entry("Emergency 0", signal=SignalTier.SINGLE),
)


@pytest.fixture
def document(opened: Open) -> Iterator[Document]:
    made = opened(
        step2=Step2Result(score=250),
        targets=(Target(specialty="internal_medicine"),),
        entries=ENTRIES,
        season=2025,
    )
    yield made
    made.undo_stack.clear()


@pytest.fixture
def panel(qtbot: QtBot, document: Document, theme: Theme) -> ListSpreadPanel:
    made = ListSpreadPanel(document, NAMES, theme)
    qtbot.addWidget(made)
    made.set_tables(FEES, QUOTAS)
    made.set_directory(DIRECTORY)
    made.resize(280, 600)
    made.show()
    return made


def texts(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(TextLabel) if label.isVisible()]


def spoken(panel: QWidget) -> list[str]:
    """What the rows of a table read out; rows that were made anew show in the next round."""
    QApplication.processEvents()
    return [label.accessibleName() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_buckets_come_first_with_their_signals(panel: ListSpreadPanel) -> None:
    said = spoken(panel)

    assert "Reach: 28 programs, 0 gold, 0 signals" in said
    assert "Likely: 1 program, 1 gold, 0 signals" in said
    assert "Not rated: 1 program, 0 gold, 1 signals" in said


def test_regions_are_a_click_away(panel: ListSpreadPanel) -> None:
    [by] = panel.findChildren(SegmentedControl)
    by._move(1)

    assert "East North Central: 29 programs, 0 gold, 1 signals" in spoken(panel)
    assert "Pacific: 1 program, 1 gold, 0 signals" in spoken(panel)


def test_a_bucket_that_was_worked_out_is_counted(panel: ListSpreadPanel) -> None:
    panel.set_outlook(outlook({"Emergency 0": 0.5}, Bucket.TARGET))

    assert "Target: 1 program, 0 gold, 1 signals" in spoken(panel)


def test_what_is_not_placed_and_what_comes_next_is_said(panel: ListSpreadPanel) -> None:
    said = texts(panel)

    assert (
        "Not placed: 2 gold and 12 silver in Internal Medicine; 4 signals in Emergency Medicine."
        in said
    )
    assert "Internal medicine, 29" in said
    assert "then $30" in said
    assert "this price for 29 more, then $30" in said


def test_an_empty_list_has_nothing_to_spread(qtbot: QtBot, opened: Open, theme: Theme) -> None:
    made = ListSpreadPanel(opened(), NAMES, theme)
    qtbot.addWidget(made)
    made.set_tables(FEES, QUOTAS)
    made.set_directory(DIRECTORY)
    made.show()

    assert "No programs to spread yet." in texts(made)


def test_a_known_season_needs_no_words_and_an_unknown_one_says_what_stands_in(
    panel: ListSpreadPanel, document: Document
) -> None:
    [season] = panel.findChildren(SeasonChoice)
    [chip] = season.findChildren(Chip)
    assert chip.text() == "2025"
    assert not [text for text in texts(season) if "stand in" in text]

    [action] = [a for a in season.menu().actions() if a.text() == "Season 2027, not known here"]
    action.trigger()

    assert document.scenario.season == 2027
    assert chip.text() == "2027"
    sentence = "2027 fees and signals are not known here"
    assert any(text.startswith(sentence) for text in texts(season))
    assert sentence in chip.accessibleName()
    document.undo_stack.undo()
    assert (document.scenario.season, document.undo_stack.undoText()) == (2025, "")


def test_the_menu_offers_each_season_once_and_the_tables(
    qtbot: QtBot, panel: ListSpreadPanel
) -> None:
    [season] = panel.findChildren(SeasonChoice)
    actions = [action for action in season.menu().actions() if not action.isSeparator()]

    assert [action.text() for action in actions] == [
        "Season 2024",
        "Season 2025",
        "Season 2026",
        "Season 2027, not known here",
        "Fees and signals by season…",
    ]
    assert [action.isChecked() for action in actions] == [False, True, False, False, False]
    with qtbot.waitSignal(panel.tables_requested):
        actions[-1].trigger()


@pytest.fixture
def column(
    qtbot: QtBot, document: Document, theme: Theme, assess: Callable[[Document], Assessor]
) -> ListColumn:
    assessor = assess(document)
    made = ListColumn(QLabel("the list"), document, assessor, NAMES, theme, lambda: TODAY)
    qtbot.addWidget(made)
    made.set_tables(FEES, QUOTAS)
    made.set_directory(DIRECTORY)
    made.resize(300, 700)
    made.show()
    return made


def test_the_column_shows_the_list_and_counts_what_the_checks_found(column: ListColumn) -> None:
    [which] = [
        c
        for c in column.findChildren(SegmentedControl)
        if c.accessibleName() == "Look at the list"
    ]
    assert column.part() == LIST
    assert which._segments[CHECKS].accessibleName() == "Checks, 2"

    column.show_part(CHECKS)
    assert column.checks.isVisible()
    assert len(column.checks.findings()) == 2

    column.show_part(SPREAD)
    assert column.spread.isVisible()
    assert not column.checks.isVisible()


def test_the_count_follows_the_list_while_the_checks_are_out_of_sight(
    column: ListColumn, document: Document
) -> None:
    after = document.scenario.without_entries(
        frozenset(entry.program_id for entry in document.scenario.entries)
    )
    with_none = column.checks
    document.edit_scenario("Remove all", after)

    assert column.part() == LIST
    assert with_none.findings() == ()
