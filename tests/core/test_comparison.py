"""The article against the figures, and the sheets that show rules and figures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from smartpick_desktop.core.assessment.verdict import Assessment, State
from smartpick_desktop.core.comparison import ComparedCell, compare_readings
from smartpick_desktop.core.fees import FeeTier, SeasonFees
from smartpick_desktop.core.figure_sheets import (
    files_sheet,
    pass_mark_sheet,
    sources_sheet,
)
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.reading_sheets import comparison_sheet, matrix_sheet, tiers_sheet
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.rule_book import matrix_lines, rule_book
from smartpick_desktop.core.rules import RULE_IDS
from smartpick_desktop.core.season_sheets import fees_sheet
from smartpick_desktop.core.sheets import Cell

FINE, WORTH, NEEDS = State

Judge = Callable[..., Assessment]


def compared(reference: Reference, specialty: str, reach: str) -> ComparedCell:
    comparison = compare_readings(reference)
    column = [each.text for each in comparison.ranges].index(reach)
    return next(s for s in comparison.specialties if s.name == specialty).cells[column]


def test_the_ranges_have_an_edge_wherever_matrix_or_rates_have_one(reference: Reference) -> None:
    ranges = [each.text for each in compare_readings(reference).ranges]
    assert ranges == ["215–219", "220–224", "225–229", "230–239", "240–249", "250+"]


@pytest.mark.parametrize(
    ("specialty", "reach", "article", "figures"),
    [
        ("Anesthesiology", "230–239", FINE, (WORTH,)),
        ("Dermatology", "230–239", NEEDS, (NEEDS,)),
        ("Family medicine", "220–224", FINE, (FINE,)),
        ("Radiation oncology", "230–239", NEEDS, (FINE,)),
        ("Thoracic surgery", "250+", FINE, (NEEDS, FINE)),
    ],
)
def test_both_states_of_a_range(
    reference: Reference,
    specialty: str,
    reach: str,
    article: State,
    figures: tuple[State, ...],
) -> None:
    cell = compared(reference, specialty, reach)
    assert (cell.article, cell.figures) == (article, figures)
    assert cell.agrees == (figures == (article,))


def test_a_cell_says_what_an_applicant_with_that_score_is_told(
    reference: Reference, judge: Judge
) -> None:
    for key in ("anesthesiology", "dermatology", "internal_medicine", "pathology"):
        name = reference.specialty_name(key)
        for score in (215, 224, 225, 239, 240, 249, 250):
            [verdict] = judge(None, score, key).verdicts
            reach = next(
                r for r in compare_readings(reference).ranges if r.lowest <= score <= r.highest
            )
            cell = compared(reference, name, reach.text)
            assert cell.article is verdict.state
            assert verdict.figures is not None
            assert verdict.figures.state in cell.figures


def test_stricter_and_calmer_are_told_apart() -> None:
    def cell(article: State, *figures: State) -> ComparedCell:
        return ComparedCell(article=article, figures=figures, basis="")

    assert cell(FINE, WORTH).figures_are_stricter
    assert cell(FINE, WORTH, FINE).figures_are_stricter
    assert not cell(WORTH, FINE).figures_are_stricter
    assert not cell(WORTH, NEEDS, FINE).figures_are_stricter
    assert not cell(WORTH, WORTH).figures_are_stricter


def test_the_summary_counts_every_cell_once(reference: Reference) -> None:
    comparison = compare_readings(reference)
    assert comparison.summary == (
        "The two agree in 75 of 144 cells. The figures are calmer in 6 and stricter in 63."
    )
    assert sum(len(s.cells) for s in comparison.specialties) == 144


def test_a_specialty_without_figures_is_not_compared(reference: Reference) -> None:
    names = {specialty.name for specialty in compare_readings(reference).specialties}
    assert "Urology" not in names
    assert "Dermatology" in names


def test_the_sheets_agree_with_their_columns(reference: Reference) -> None:
    for sheet in (
        matrix_sheet(reference.impact),
        tiers_sheet(reference),
        comparison_sheet(compare_readings(reference)),
        files_sheet(reference),
        sources_sheet(reference),
    ):
        assert sheet.rows
        for row in sheet.rows:
            assert len(row.cells) == len(sheet.columns)


def test_a_matrix_cell_has_the_id_by_which_verdicts_name_it(
    reference: Reference, judge: Judge
) -> None:
    ids = {cell.id for line in matrix_lines(reference.impact) for cell in line.cells}
    named = {
        rule.id
        for score in (210, 216, 230, 244, 255)
        for verdict in judge(None, score, "family_medicine", "neurology", "dermatology").verdicts
        for rule in verdict.rules
        if rule.id.startswith("B")
    }
    assert named == ids


def test_the_book_has_every_rule_once_and_pass_marks_have_their_own_source(
    reference: Reference,
) -> None:
    rules = [rule for group in rule_book(reference) for rule in group.rules]
    assert [rule.id for rule in rules] == list(RULE_IDS)
    on_marks = {rule.id for rule in rules if "Pass marks: " in rule.origin}
    assert on_marks == {"M6", "R1"}


def test_every_source_of_a_file_is_among_the_sources(reference: Reference) -> None:
    shown = {row.cells[0].text for row in sources_sheet(reference).rows}
    for meta in reference.files.values():
        assert set(meta.source_ids) <= shown


def test_a_pass_mark_names_all_its_sources(reference: Reference) -> None:
    newest = pass_mark_sheet(reference).rows[0]
    assert newest.detail.startswith("218 is needed in exams taken on 1 Jul 2025 or later.")
    for source_id in reference.pass_marks[-1].source_ids:
        assert source_id in newest.detail


def test_a_source_says_what_uses_it(reference: Reference) -> None:
    row = next(r for r in sources_sheet(reference).rows if r.cells[0].text == "RA-2026-01-06")
    assert "Used by: Step 2 CK score bands" in row.detail


def test_a_flat_fee_is_told_from_one_for_each(reference: Reference) -> None:
    fees = SeasonFees(
        season=2024,
        tiers=(
            FeeTier(first=1, last=10, dollars=99, flat=True),
            FeeTier(first=11, last=11, dollars=5),
            FeeTier(first=12, last=None, dollars=27),
        ),
    )
    [row] = fees_sheet([fees], reference.sources).rows
    assert row.cells[1].text == "1–10: $99 in all; 11: $5 each; 12 and up: $27 each"


def test_a_row_is_found_by_its_words_and_by_what_lies_behind_it(reference: Reference) -> None:
    rows = tiers_sheet(reference).rows
    anesthesiology = next(row for row in rows if row.cells[0].text == "Anesthesiology")
    assert anesthesiology.says(fold("Moderately ANESTHESIOLOGY"))
    assert anesthesiology.says(fold("1,219 matched"))
    assert not anesthesiology.says(fold("dermatology"))
    assert anesthesiology.says("")


def test_numbers_sort_before_words_and_by_value() -> None:
    cells = [Cell(text="b"), Cell(text="12", sort=12), Cell(text="A"), Cell(text="9", sort=9)]
    ordered = sorted(cells, key=lambda cell: cell.sort_key)
    assert [cell.text for cell in ordered] == ["9", "12", "A", "b"]


def test_the_year_of_an_edited_file_shows(reference: Reference) -> None:
    meta = replace(reference.files["impact"], year=2031, edited=date(2031, 3, 9))
    changed = replace(reference, files={**reference.files, "impact": meta})
    row = next(r for r in files_sheet(changed).rows if r.cells[0].text == "Impact rules")
    assert row.cells[1].text == "2031"
    assert "9 Mar 2031" in row.detail
