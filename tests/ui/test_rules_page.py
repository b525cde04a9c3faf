from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Show

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from smartpick_desktop.core.figure_sheets import sources_sheet
from smartpick_desktop.core.reading_sheets import tiers_sheet
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.rules import RULE_IDS
from smartpick_desktop.core.verdict_card import FIGURES_ID
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.outlook_data import load_outlook_rules
from smartpick_desktop.storage.season_data import load_fees, load_quotas
from smartpick_desktop.ui.models.section_delegate import COUNT_ROLE
from smartpick_desktop.ui.models.sheet_table_model import SheetTableModel
from smartpick_desktop.ui.pages.rules_page import (
    BANDS,
    CHECKS,
    COMPARISON,
    FIGURES,
    OUTLOOK,
    RULES,
    SOURCES,
    TIERS,
    RulesPage,
)
from smartpick_desktop.ui.panels.rule_row import RuleRow
from smartpick_desktop.ui.theme import Theme
from smartpick_desktop.ui.widgets.note_box import NoteBox
from smartpick_desktop.ui.widgets.search_field import SearchField
from smartpick_desktop.ui.widgets.section_list import SectionList
from smartpick_desktop.ui.widgets.sheet_table import SheetTable
from smartpick_desktop.ui.widgets.text_label import TextLabel

SECTIONS = (RULES, BANDS, TIERS, CHECKS, OUTLOOK, FIGURES, COMPARISON, SOURCES)
DOWNS = {key: number for number, key in enumerate(SECTIONS)}

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(theme: Theme, reference: Reference, show: Show) -> Iterator[RulesPage]:
    page = RulesPage(theme)
    page.set_reference(reference)
    page.set_outlook(
        load_outlook_rules(
            resource("rules", "outlook.toml"), resource("data", "outlook_groups.csv")
        ),
        reference,
    )
    page.set_seasons(
        load_fees(resource("data", "eras_fees.csv")),
        load_quotas(resource("data", "program_signals.csv")),
    )
    page.set_directory("ACGME, List of Programs by Specialty, June 2025", 5656)
    window = show(page)
    window.resize(1208, 800)
    yield page
    window.close()


def the(kind: type[W], within: QWidget) -> W:
    [found] = within.findChildren(kind)
    return found


def texts(within: QWidget) -> str:
    return "\n".join(x.text() for x in within.findChildren(TextLabel) if x.isVisible())


def table(page: RulesPage, name: str) -> SheetTable:
    return next(t for t in page.findChildren(SheetTable) if t.accessibleName() == name)


def rows(of: SheetTable) -> list[list[str]]:
    model = of.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def go_to(qtbot: QtBot, page: RulesPage, key: str) -> None:
    """Walk to a section as the keyboard does."""
    sections = the(SectionList, page)
    qtbot.keyClick(sections, Qt.Key.Key_Home)
    for _ in range(DOWNS[key]):
        qtbot.keyClick(sections, Qt.Key.Key_Down)
    assert page.section() == key


def search(qtbot: QtBot, page: RulesPage, text: str) -> dict[str, str]:
    """Type a search; return what the list of sections then says was found where."""
    field = the(SearchField, page)
    field.clear()
    qtbot.keyClicks(field, text)
    model = the(SectionList, page).model()
    return {key: str(model.index(at, 0).data(COUNT_ROLE)) for at, key in enumerate(SECTIONS)}


def shown_rules(page: RulesPage) -> list[str]:
    return [row.rule.id for row in page.findChildren(RuleRow) if row.isVisible()]


def highlighted(page: RulesPage) -> list[str]:
    return [row.rule.id for row in page.findChildren(RuleRow) if row.is_highlighted()]


def test_every_rule_is_there_with_title_text_source_year_and_confidence(
    page: RulesPage, reference: Reference
) -> None:
    by_id = {row.rule.id: row for row in page.findChildren(RuleRow)}
    assert sorted(by_id) == sorted(RULE_IDS)
    for rule in reference.impact.rules:
        said = texts(by_id[rule.id])
        for expected in (rule.id, rule.title, rule.text, "residencyadvisor.com · 2026"):
            assert expected in said
        assert "confidence low" in said


def test_the_matrix_says_levels_and_states(page: RulesPage) -> None:
    assert rows(table(page, "Impact matrix")) == [
        ["250 and up", "0 · Fine as is", "0 · Fine as is", "1 · Fine as is"],
        ["240–249", "1 · Fine as is", "1 · Fine as is", "3 · Worth a plan"],
        ["225–239", "2 · Fine as is", "2 · Fine as is", "4 · Needs a plan first"],
        ["215–224", "2 · Fine as is", "3 · Worth a plan", "4 · Needs a plan first"],
        [
            "under 215",
            "4 · Needs a plan first",
            "4 · Needs a plan first",
            "4 · Needs a plan first",
        ],
    ]


def test_edited_rules_take_the_place_of_those_shown(page: RulesPage, reference: Reference) -> None:
    top, *others = reference.impact.matrix
    impact = replace(reference.impact, matrix=(replace(top, less=5), *others))
    page.set_reference(replace(reference, impact=impact))
    assert rows(table(page, "Impact matrix"))[0][1] == "5 · Needs a plan first"
    assert sorted(shown_rules(page)) == sorted(RULE_IDS)


@pytest.mark.parametrize("rule_id", RULE_IDS)
def test_a_rule_that_is_asked_for_is_in_sight_and_marked(
    qtbot: QtBot, page: RulesPage, rule_id: str
) -> None:
    go_to(qtbot, page, SOURCES)
    page.open_rule(rule_id)
    row = next(row for row in page.findChildren(RuleRow) if row.rule.id == rule_id)
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect())
    assert page.section() == RULES
    assert highlighted(page) == [rule_id]


@pytest.mark.parametrize(
    ("rule_id", "cell"),
    [
        ("B240.ultra", "3 · Worth a plan"),
        ("B0.less", "4 · Needs a plan first"),
        ("B250.moderate", "0 · Fine as is"),
    ],
)
def test_a_cell_of_the_matrix_is_marked_along_with_its_rule(
    page: RulesPage, rule_id: str, cell: str
) -> None:
    page.open_rule(rule_id)
    matrix = table(page, "Impact matrix")
    assert [index.data() for index in matrix.selectedIndexes()] == [cell]
    inside = matrix.viewport()
    assert inside.visibleRegion().boundingRect() == inside.rect()
    assert highlighted(page) == ["B"]


def test_another_rule_takes_the_mark_from_the_cell(page: RulesPage) -> None:
    page.open_rule("B240.ultra")
    page.open_rule("M4")
    assert table(page, "Impact matrix").selectedIndexes() == []
    assert highlighted(page) == ["M4"]


def test_the_reason_by_figures_opens_the_article_against_the_figures(page: RulesPage) -> None:
    page.open_rule(FIGURES_ID)
    assert page.section() == COMPARISON
    assert table(page, "Article and figures").isVisible()


def test_sources_open_even_while_a_search_hides_them(qtbot: QtBot, page: RulesPage) -> None:
    search(qtbot, page, "no such thing")
    page.open_sources()
    assert page.section() == SOURCES
    assert the(SearchField, page).text() == ""
    assert table(page, "Sources").model().rowCount() > 20


def test_a_search_counts_in_every_section_and_hides_the_rest(
    qtbot: QtBot, page: RulesPage
) -> None:
    counts = search(qtbot, page, "clerkship")
    assert counts[RULES] == "1"
    assert counts[SOURCES] == "0"
    assert shown_rules(page) == ["M5"]
    assert not table(page, "Impact matrix").isVisible()


def test_a_search_takes_its_words_in_any_order(qtbot: QtBot, page: RulesPage) -> None:
    assert search(qtbot, page, "OUTCOMES charting 2024")[FIGURES] == "1"


def test_a_search_reaches_what_is_worked_out_late(qtbot: QtBot, page: RulesPage) -> None:
    assert search(qtbot, page, "derm")[COMPARISON] == "1"


def test_a_cleared_search_brings_everything_back(qtbot: QtBot, page: RulesPage) -> None:
    search(qtbot, page, "clerkship")
    qtbot.keyClick(the(SearchField, page), Qt.Key.Key_Escape)
    assert sorted(shown_rules(page)) == sorted(RULE_IDS)
    assert table(page, "Impact matrix").isVisible()
    model = the(SectionList, page).model()
    assert [model.index(at, 0).data(COUNT_ROLE) for at in range(len(SECTIONS))] == [""] * len(
        SECTIONS
    )


def test_all_four_band_schemes_are_named_with_source(qtbot: QtBot, page: RulesPage) -> None:
    go_to(qtbot, page, BANDS)
    said = texts(page)
    for expected in ("Article", "Scrutiny", "Specialty 2026", "My own", "RA-2026-01-06"):
        assert expected in said


def test_tiers_that_lie_far_apart_are_told(qtbot: QtBot, page: RulesPage) -> None:
    go_to(qtbot, page, TIERS)
    by_name = {row[0]: row[1:] for row in rows(table(page, "Tiers"))}
    assert by_name["Emergency medicine"][:3] == ["6", "3.1", "2.9 apart"]
    assert by_name["Radiation oncology"][2] == "from its group"
    assert by_name["Dermatology"][:3] == ["9", "8.9", ""]


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_what_has_no_figure_is_sorted_last_both_ways(page: RulesPage, order: Qt.SortOrder) -> None:
    tiers = table(page, "Tiers")
    tiers.sortByColumn(2, order)
    shown = [row[2] for row in rows(tiers)]
    figures = [float(text) for text in shown if text != "–"]
    assert shown[len(figures) :] == ["–"] * (len(shown) - len(figures))
    assert figures == sorted(figures, reverse=order is Qt.SortOrder.DescendingOrder)
    assert len(figures) > 20


def test_figures_name_year_confidence_and_n(qtbot: QtBot, page: RulesPage) -> None:
    go_to(qtbot, page, FIGURES)
    files = {row[0]: row[1:] for row in rows(table(page, "Files"))}
    assert files["USMLE percentile norms"] == ["2026", "n 67,824 (Step 2 CK)", "medium-high"]
    marks = rows(table(page, "Step 2 CK pass marks"))
    assert [(mark[0], mark[1]) for mark in marks] == [
        ("218", "1 Jul 2025"),
        ("214", "1 Jul 2022"),
        ("209", "1 Jul 2014"),
        ("203", "1 Jul 2013"),
    ]
    fees = rows(table(page, "ERAS fees by season"))
    assert fees[0][:2] == ["2026", "1–30: $11 each; 31 and up: $30 each"]
    assert "± 6 points" in texts(page)
    assert "5,656 programs" in texts(page)


def test_arrow_keys_read_a_source_in_full(qtbot: QtBot, page: RulesPage) -> None:
    page.open_sources()
    sources = table(page, "Sources")
    sources.setFocus()
    qtbot.keyClick(sources, Qt.Key.Key_Down)
    qtbot.keyClick(sources, Qt.Key.Key_Down)
    name = sources.currentIndex().siblingAtColumn(0).data()
    note = next(n for n in page.findChildren(NoteBox) if n.isVisible())
    assert note.text().startswith(f"{name}: ")


def test_a_compared_cell_says_what_both_rest_on(qtbot: QtBot, page: RulesPage) -> None:
    go_to(qtbot, page, COMPARISON)
    compared = table(page, "Article and figures")
    compared.setFocus()
    compared.select_cell(0, 4)
    note = next(n for n in page.findChildren(NoteBox) if n.isVisible())
    assert note.text() == (
        "Anesthesiology, 230–239. Article: fine as is. Figures: worth a plan. 81 % of 874 US MD "
        "seniors who ranked anesthesiology with 230–239 matched, 2020–24."
    )
    assert "agree in" in texts(page)


def test_a_cell_can_be_copied(qtbot: QtBot, page: RulesPage) -> None:
    page.open_rule("B240.ultra")
    qtbot.keyClick(table(page, "Impact matrix"), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "3 · Worth a plan"


def test_it_says_which_files_are_edited_and_which_were_passed_over(page: RulesPage) -> None:
    reset = next(b for b in page.findChildren(QPushButton) if b.text().startswith("Back to"))
    assert "The built-in rules." in texts(page)
    assert not reset.isVisible()

    page.set_edited(("impact.toml",), ("bands.toml, schemes: expected each key once",))
    assert "Edited: impact.toml." in texts(page)
    assert "bands.toml, schemes: expected each key once" in texts(page)
    assert reset.isVisible()

    page.set_edited((), ())
    assert "bands.toml" not in texts(page)
    assert not reset.isVisible()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Save a copy…", "export_requested"),
        ("Use an edited copy…", "load_requested"),
        ("Back to the built-in rules", "reset_requested"),
    ],
)
def test_wishes_about_rules_files_are_sent_on(
    qtbot: QtBot, page: RulesPage, text: str, signal: str
) -> None:
    page.set_edited(("impact.toml",), ())
    names = ("export_requested", "load_requested", "reset_requested")
    spies = {name: QSignalSpy(getattr(page, name)) for name in names}
    button = next(b for b in page.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert {name: spy.count() for name, spy in spies.items()} == {
        name: int(name == signal) for name in names
    }


def test_a_section_that_is_set_sends_nothing(qtbot: QtBot, page: RulesPage) -> None:
    sections = the(SectionList, page)
    with qtbot.assertNotEmitted(sections.section_edited):
        sections.set_section(SOURCES)
    assert sections.section() == SOURCES


def test_whatever_takes_the_focus_has_a_name(page: RulesPage) -> None:
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.focusProxy()
    ]
    assert not nameless


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_label_is_cut_at_the_smallest_size(
    qtbot: QtBot, page: RulesPage, theme: Theme, scale: float
) -> None:
    theme.set_text_scale(scale)
    page.set_compact(compact=True)
    page.window().resize(1280 - theme.length(216), 720)
    page.set_edited(("impact.toml", "bands.toml"), ())
    for key in SECTIONS:
        go_to(qtbot, page, key)
        QApplication.sendPostedEvents()
        cut = [
            label.text()
            for label in page.findChildren(TextLabel)
            if label.isVisible() and label.height() < label.heightForWidth(label.width())
        ]
        assert not cut


def test_the_model_keeps_qts_contract(qtmodeltester: ModelTester, reference: Reference) -> None:
    model = SheetTableModel()
    model.set_sheet(tiers_sheet(reference))
    qtmodeltester.check(model)


def test_the_same_sheet_again_leaves_the_selection_alone(
    page: RulesPage, reference: Reference
) -> None:
    sources = table(page, "Sources")
    sources.select_cell(3, 0)
    sources.set_sheet(sources_sheet(reference))
    assert sources.currentIndex().row() == 3


def test_every_list_check_is_there_with_what_it_rests_on(
    page: RulesPage, reference: Reference
) -> None:
    page.open_checks()
    assert page.section() == CHECKS
    shown = rows(table(page, "List checks"))
    assert [row[0] for row in shown] == [text.title for text in reference.list_rules.checks]
    assert shown[0][1] == "Settle first"
    assert "residencyadvisor.com" in shown[0][3]
