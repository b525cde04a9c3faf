"""What leaves the program comes back without loss, and never as a formula."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.exchange.made_up import NAMES

from smartpick_desktop.core.import_columns import guess_columns
from smartpick_desktop.core.import_file import ExchangeError
from smartpick_desktop.core.import_plan import Action, ImportContext, carry_out, plan_rows
from smartpick_desktop.core.import_rows import read_rows
from smartpick_desktop.core.list_table import ListTable, list_table
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey
from smartpick_desktop.core.program_list import (
    Bucket,
    EntryStatus,
    ListEntry,
    SignalTier,
    StatusDate,
    Tie,
)
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.exchange.list_export import csv_text, html_table, tab_text, write_list
from smartpick_desktop.exchange.spreadsheets import Sheet, read_sheets

Context = Callable[..., ImportContext]
SEEN = date(2026, 9, 1)
ENTRIES = (
    ListEntry(
        program_id="acgme-3204000003", specialty="pediatrics", signal=SignalTier.SINGLE,
        tie=Tie.AWAY_ROTATION, status=EntryStatus.SCHEDULED, note='=HYPERLINK("x"), "y"\n+1',
        bucket=Bucket.REACH, bucket_reason="They told me", must_keep=True, suggested=True,
        dates=(
            StatusDate(status=EntryStatus.APPLIED, day=date(2026, 9, 24)),
            StatusDate(status=EntryStatus.SCHEDULED, day=date(2026, 11, 2)),
        ),
    ),
    ListEntry(
        program_id="acgme-0403800001", specialty="internal_medicine", signal=SignalTier.GOLD
    ),
    ListEntry(
        program_id="acgme-1403800002", specialty="internal_medicine", note="'=not one",
        tie=Tie.FAMILY,
    ),
)  # fmt: skip
FACTS = FactBook(
    facts={
        "acgme-0403800001": {
            FactKey.VISA_J1: Fact(value=None, source="FREIDA", day=SEEN),
            FactKey.VISA_H1B: Fact(value=False, source="FREIDA", day=SEEN),
            FactKey.PERCENT_IMG: Fact(value=12.5, source="FREIDA", day=SEEN),
            FactKey.POSITIONS: Fact(value=12.0, source="@site"),
            FactKey.PROGRAM_TYPE: Fact(value="community, university-affiliated", day=SEEN),
        },
        "acgme-3204000003": {FactKey.TYPICAL_STEP2: Fact(value=244.0, source="a mail", day=SEEN)},
    }
)


@pytest.fixture
def table(directory: Directory) -> ListTable:
    scenario = Scenario(id="a", name="Actual", season=2026, entries=ENTRIES)
    return list_table(scenario, directory, FACTS, NAMES, shown=("city", "name", "fact.positions"))


def taken_in(path: Path, given: ImportContext) -> tuple[FactBook, Scenario]:
    sheets = read_sheets(path)
    header = sheets[0].rows[0]
    assert all(sheet.rows[0] == header for sheet in sheets)
    rows = (header, *(row for sheet in sheets for row in sheet.rows[1:]))
    readings = {
        reading.number: reading
        for reading in read_rows(rows, guess_columns(rows), source="", day=None)
    }
    plan = plan_rows(readings.values(), given)
    assert {row.action for row in plan} == {Action.ADD}
    assert not any(row.problems for row in plan)
    done = carry_out(readings, plan, given)
    assert done.notes == ()
    return done.facts, done.scenario


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_what_was_exported_comes_back_without_loss(
    tmp_path: Path, table: ListTable, context: Context, name: str
) -> None:
    write_list(table, tmp_path / name)
    facts, scenario = taken_in(tmp_path / name, context())
    assert facts == FACTS
    assert scenario.entries == ENTRIES


def test_columns_come_as_they_are_shown_and_the_rest_after(table: ListTable) -> None:
    assert table.titles[:4] == ("City", "Program", "Positions", "ACGME number")
    assert table.rows[0][:2] == ("Saint Orla", "Harbor Children's Hospital")


def test_a_workbook_has_a_sheet_for_each_specialty(tmp_path: Path, table: ListTable) -> None:
    write_list(table, tmp_path / "list.xlsx")
    sheets: tuple[Sheet, ...] = read_sheets(tmp_path / "list.xlsx")
    assert [(sheet.name, len(sheet.rows)) for sheet in sheets] == [
        ("Pediatrics", 2),
        ("Internal medicine", 3),
    ]


def test_nothing_begins_like_a_formula(table: ListTable) -> None:
    cells = [cell for row in table.rows for cell in row if isinstance(cell, str)]
    assert any(cell.startswith("=") for cell in cells)
    text = csv_text(table)
    assert '"\'=HYPERLINK(""x"")' in text
    assert ",=" not in text
    assert "\t=" not in tab_text(table)


def test_the_clipboard_holds_one_line_a_row(table: ListTable) -> None:
    lines = tab_text(table).split("\n")
    assert len(lines) == 4
    assert {line.count("\t") for line in lines} == {len(table.titles) - 1}
    assert html_table(table).count("<tr>") == 4


def test_a_folder_that_may_not_be_written_to_gives_a_sentence_and_loses_nothing(
    tmp_path: Path, table: ListTable
) -> None:
    target = tmp_path / "list.csv"
    target.mkdir()
    with pytest.raises(ExchangeError, match=r"list\.csv cannot be written: "):
        write_list(table, target)
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]
