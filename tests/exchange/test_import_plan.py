"""What an import would do is told row by row; what the user knows better stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from smartpick_desktop.core.import_columns import guess_columns
from smartpick_desktop.core.import_plan import (
    Action,
    ImportContext,
    PlanRow,
    carry_out,
    plan_chosen,
    plan_rows,
)
from smartpick_desktop.core.import_rows import RowReading, read_rows
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.scenario import Scenario, Target

Context = Callable[..., ImportContext]
DAY = date(2026, 10, 1)
LAKESIDE, GRANITE = "acgme-0403800001", "acgme-1403800002"


def readings(*rows: tuple[str, ...]) -> dict[int, RowReading]:
    plan = guess_columns(rows)
    return {
        reading.number: reading for reading in read_rows(rows, plan, source="sheet.csv", day=DAY)
    }


def planned(given: ImportContext, *rows: tuple[str, ...]) -> tuple[PlanRow, ...]:
    return plan_rows(readings(*rows).values(), given)


def taken(given: ImportContext, *rows: tuple[str, ...]) -> tuple[FactBook, Scenario]:
    held = readings(*rows)
    plan = plan_rows(held.values(), given)
    done = carry_out(
        held, (row for row in plan if row.action in (Action.ADD, Action.CHANGE)), given
    )
    return done.facts, done.scenario


def test_a_header_under_titles_is_found() -> None:
    rows = [("My programs", "", ""), ("", "", ""), ("ACGME ID", "Program Name", "J-1 visa")]
    plan = guess_columns(rows)
    assert (plan.header, plan.meanings) == (2, ("acgme", "name", "fact.visa_j1"))


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Minimum Step 2", "fact.minimum_step2"),
        ("Avg Step 2 CK", "fact.typical_step2"),
        ("Percent IMG", "fact.percent_img"),
        ("% DO", "fact.percent_do"),
        ("Visa Sponsorship", "visa"),
        ("Quota", "fact.positions"),
        ("Program #", "acgme"),
        ("Location", "place"),
        ("Minimum Step 2 score", "fact.minimum_step2"),
        ("USMLE Step 2 CK score, min.", "fact.minimum_step2"),
        ("Step 2 CK mean score", "fact.typical_step2"),
        ("Minimum Step 1 score", ""),
        ("COMLEX Level 2 minimum", ""),
        ("J-1 Visas accepted", "fact.visa_j1"),
    ],
)
def test_headers_of_other_houses_are_understood(header: str, meaning: str) -> None:
    assert guess_columns([(header,)]).meanings == (meaning,)


def test_a_leading_zero_that_a_sheet_took_is_restored(context: Context) -> None:
    [row] = planned(context(), ("ACGME ID", "Positions"), ("403800001", "12"))
    assert (row.program_id, row.action) == (LAKESIDE, Action.ADD)
    assert row.reason == "ACGME number 0403800001, its leading zero restored"


def test_a_number_that_the_directory_lacks_is_skipped_and_says_so(context: Context) -> None:
    [row] = planned(context(), ("ACGME ID", "Positions"), ("1409999999", "12"))
    assert (row.action, row.reason) == (
        Action.SKIP,
        "ACGME number 1409999999 is not in the directory",
    )


def test_name_city_and_state_are_enough_where_the_specialty_is_known(context: Context) -> None:
    header = ("Program", "City", "State", "Specialty", "Positions")
    [row] = planned(
        context(), header, ("Lakeside Med Ctr", "Marble Falls", "Ohio", "Internal Medicine", "12")
    )
    assert (row.program_id, row.action) == (LAKESIDE, Action.ADD)


def test_what_could_be_two_programs_is_asked(context: Context) -> None:
    header = ("Program", "City", "State", "Specialty")
    [row] = planned(context(), header, ("Harbor Hospital", "Saint Orla", "OR", "Pediatrics"))
    assert row.action is Action.CONFIRM
    assert {"acgme-3204000003", "acgme-3204000004"} <= set(row.candidates)


def test_without_a_specialty_a_row_is_of_the_only_one_applied_to(context: Context) -> None:
    given = context()
    rows = (
        ("Program", "City", "State", "Positions"),
        ("Lakeside Med Ctr", "Marble Falls", "OH", "9"),
    )
    [asked] = planned(given, *rows)
    assert asked.action is Action.CONFIRM
    one = replace(given.scenario, targets=(Target(specialty="internal_medicine_academic"),))
    [found] = planned(replace(given, scenario=one), *rows)
    assert (found.action, found.program_id) == (Action.ADD, LAKESIDE)
    assert found.reason.endswith("; taken as Internal medicine, the specialty applied to")
    two = replace(one, targets=(*one.targets, Target(specialty="pediatrics")))
    [again] = planned(replace(given, scenario=two), *rows)
    assert again.action is Action.CONFIRM


def test_a_row_of_another_specialty_is_still_found(context: Context) -> None:
    given = context()
    one = replace(given.scenario, targets=(Target(specialty="internal_medicine"),))
    rows = (
        ("Program", "City", "State"),
        ("Harbor Children's Hospital", "Saint Orla", "OR"),
    )
    [row] = planned(replace(given, scenario=one), *rows)
    assert row.action is Action.CONFIRM
    assert row.candidates[0] == "acgme-3204000003"


def test_a_choice_of_the_user_is_taken(context: Context) -> None:
    given = context()
    held = readings(("Program", "State", "Positions"), ("Harbor Hospital", "OR", "8"))
    row = plan_chosen(held[2], "acgme-3204000004", given)
    assert row.action is Action.ADD
    facts = carry_out(held, [row], given).facts
    assert facts.number("acgme-3204000004", FactKey.POSITIONS) == 8


def test_the_same_program_twice_is_taken_once(context: Context) -> None:
    rows = planned(context(), ("ACGME", "Positions"), ("0403800001", "12"), ("0403800001", "14"))
    assert [row.action for row in rows] == [Action.ADD, Action.SKIP]
    assert rows[1].reason == "The same program as row 2"


class TestFacts:
    HEADER = ("ACGME", "J-1", "Positions")

    def test_keep_their_source_and_day(self, context: Context) -> None:
        facts, _ = taken(context(), self.HEADER, ("0403800001", "Yes", "12"))
        assert facts.of(LAKESIDE) == {
            FactKey.VISA_J1: Fact(value=True, source="sheet.csv", day=DAY),
            FactKey.POSITIONS: Fact(value=12.0, source="sheet.csv", day=DAY),
        }

    def test_an_empty_cell_says_nothing_and_a_dash_says_unknown(self, context: Context) -> None:
        facts, _ = taken(context(), self.HEADER, ("0403800001", "", "--"))
        assert facts.of(LAKESIDE) == {
            FactKey.POSITIONS: Fact(value=None, source="sheet.csv", day=DAY)
        }

    def test_a_cell_that_cannot_be_read_is_told_and_the_row_stays(self, context: Context) -> None:
        [row] = planned(context(), self.HEADER, ("0403800001", "perhaps", "12"))
        assert row.problems == ("Visa j1: “perhaps” is neither yes nor no",)
        assert [change.what for change in row.changes] == ["Positions"]

    @pytest.mark.parametrize(
        ("held", "kept"),
        [
            (Fact(value=8.0, source="site", day=date(2026, 10, 2)), True),
            (Fact(value=8.0, source="site", day=date(2026, 9, 30)), False),
            (Fact(value=8.0, source="site"), False),
            (Fact(value=None, source="site", day=date(2026, 10, 2)), False),
        ],
    )
    def test_a_newer_one_of_the_user_s_outlasts_the_file_s(
        self, context: Context, held: Fact, kept: bool
    ) -> None:
        own = FactBook(facts={LAKESIDE: {FactKey.POSITIONS: held}})
        facts, _ = taken(context(facts=own), self.HEADER, ("0403800001", "", "12"))
        assert facts.number(LAKESIDE, FactKey.POSITIONS) == (8 if kept else 12)

    def test_an_unknown_never_takes_the_place_of_something_known(self, context: Context) -> None:
        own = FactBook(facts={LAKESIDE: {FactKey.POSITIONS: Fact(value=8.0)}})
        facts, _ = taken(context(facts=own), self.HEADER, ("0403800001", "", "unknown"))
        assert facts == own

    def test_both_values_are_shown_before_one_is_taken(self, context: Context) -> None:
        own = FactBook(
            facts={
                LAKESIDE: {FactKey.POSITIONS: Fact(value=8.0, source="site", day=date(2025, 1, 5))}
            }
        )
        [row] = planned(context(facts=own), self.HEADER, ("0403800001", "", "12"))
        assert row.action is Action.CHANGE
        assert (row.changes[0].before, row.changes[0].after) == (
            "8 (site, 2025-01-05)",
            "12 (sheet.csv, 2026-10-01)",
        )

    def test_parts_of_one_in_a_column_of_percentages_are_percent(self, context: Context) -> None:
        facts, _ = taken(
            context(), ("ACGME", "% IMG"), ("0403800001", "0.125"), ("1403800002", "0")
        )
        assert facts.number(LAKESIDE, FactKey.PERCENT_IMG) == 12.5
        assert facts.number(GRANITE, FactKey.PERCENT_IMG) == 0

    @pytest.mark.parametrize(
        ("cell", "j1", "h1b"),
        [
            ("J-1", True, None), ("J-1 only", True, False), ("J1, H-1B", True, True),
            ("None", False, False), ("H-1B", None, True),
        ],
    )  # fmt: skip
    def test_a_cell_on_visas_speaks_of_both(
        self, context: Context, cell: str, j1: bool | None, h1b: bool | None
    ) -> None:
        facts, _ = taken(context(), ("ACGME", "Visa"), ("0403800001", cell))
        assert facts.value(LAKESIDE, FactKey.VISA_J1) is j1
        assert facts.value(LAKESIDE, FactKey.VISA_H1B) is h1b


class TestTheList:
    def test_programs_go_on_it_where_the_user_says_so(self, context: Context) -> None:
        _, scenario = taken(context(to_list=True), ("ACGME",), ("0403800001",), ("1403800002",))
        assert [entry.program_id for entry in scenario.entries] == [LAKESIDE, GRANITE]

    def test_a_sheet_of_facts_puts_nothing_on_it(self, context: Context) -> None:
        _, scenario = taken(context(), ("ACGME", "Positions"), ("0403800001", "12"))
        assert scenario.entries == ()

    def test_signals_past_their_quota_are_left_out_and_told(self, context: Context) -> None:
        held = readings(("ACGME", "Signal"), ("0403800001", "gold"), ("1403800002", "gold"))
        given = context()
        done = carry_out(held, plan_rows(held.values(), given), given)
        assert [entry.signal for entry in done.scenario.entries] == [
            SignalTier.GOLD,
            SignalTier.NONE,
        ]
        assert done.notes == ("Row 3: All 1 gold are placed. Free one first.",)

    def test_the_order_of_the_file_becomes_the_order_of_preference(self, context: Context) -> None:
        _, scenario = taken(context(), ("ACGME", "Rank"), ("0403800001", "2"), ("1403800002", "1"))
        assert [entry.program_id for entry in scenario.entries] == [GRANITE, LAKESIDE]

    def test_the_directory_is_never_written_over(self, context: Context) -> None:
        given = context(to_list=True)
        before = (given.directory.names, given.directory.cities)
        taken(given, ("ACGME", "Program", "City"), ("0403800001", "Another name", "Elsewhere"))
        assert (given.directory.names, given.directory.cities) == before
