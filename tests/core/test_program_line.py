"""What is told of a program in a line: unknown is neither yes nor no, old facts say so."""

from datetime import date

import pytest
from tests.exchange.made_up import made_up_directory

from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey, FillYear, Track
from smartpick_desktop.core.program_line import Told, program_line
from smartpick_desktop.core.program_list import EntryStatus, ListEntry, Tie

LAKESIDE = "acgme-0403800001"
TODAY = date(2026, 9, 1)
FRESH, OLD = date(2026, 6, 1), date(2025, 1, 1)


def told(book: FactBook, entry: ListEntry | None = None, *, visa: bool = False) -> list[Told]:
    columns = FactColumns(made_up_directory(), book)
    return list(program_line(LAKESIDE, columns, entry, needs_visa=visa, today=TODAY))


def track(*filled: int) -> Track:
    years = tuple(FillYear(year=2021 + at, quota=8, filled=n) for at, n in enumerate(filled))
    return Track(
        code="1001140C0", name="Internal Medicine", institution="A", city="B", state="OH",
        years=years, program_id=LAKESIDE, source="NRMP",
    )  # fmt: skip


def test_nothing_known_says_what_to_do() -> None:
    found = told(FactBook(), visa=True)
    assert [one.value for one in found] == ["", "", "", "", "none"]
    assert found[0].source == "not imported"
    assert found[3].source == "ask"
    assert told(FactBook())[3].source == "not needed"


@pytest.mark.parametrize(
    ("filled", "value"), [((8, 8, 8, 8, 8), "all"), ((8, 6, 8, 8, 8), "2 left open")]
)
def test_positions_and_how_they_were_filled(filled: tuple[int, ...], value: str) -> None:
    one = track(*filled)
    found = told(FactBook(tracks={one.code: one}))
    assert (found[0].caption, found[0].value, found[0].source) == ("Positions, 2025", "8", "NRMP")
    assert (found[1].caption, found[1].value) == ("Filled, 2021–25", value)


def test_the_user_s_own_positions_go_before_those_of_the_match() -> None:
    one = track(8)
    book = FactBook(tracks={one.code: one})
    book = book.with_fact(LAKESIDE, FactKey.POSITIONS, Fact(value=10.0, source="site", day=FRESH))
    found = told(book)[0]
    assert (found.caption, found.value, found.source) == ("Positions", "10", "site, Jun 2026")


def test_a_floor_goes_before_a_usual_score() -> None:
    book = FactBook().with_fact(
        LAKESIDE, FactKey.TYPICAL_STEP2, Fact(value=244.0, source="site", day=FRESH)
    )
    assert told(book)[2].caption == "Step 2, usual"
    book = book.with_fact(
        LAKESIDE, FactKey.MINIMUM_STEP2, Fact(value=220.0, source="site", day=FRESH)
    )
    assert (told(book)[2].caption, told(book)[2].value) == ("Step 2 floor", "220")


def test_an_old_fact_says_so() -> None:
    book = FactBook().with_fact(
        LAKESIDE, FactKey.MINIMUM_STEP2, Fact(value=220.0, source="site", day=OLD)
    )
    found = told(book)[2]
    assert found.is_stale
    assert found.source == "site, Jan 2025: old"


def test_one_known_answer_on_visas_says_nothing_of_the_other() -> None:
    book = FactBook().with_fact(LAKESIDE, FactKey.VISA_J1, Fact(value=True, day=FRESH))
    book = book.with_fact(LAKESIDE, FactKey.VISA_H1B, Fact(value=None))
    assert told(book)[3].value == "J-1 yes"


def test_a_tie_and_where_the_application_stands() -> None:
    entry = ListEntry(
        program_id=LAKESIDE, specialty="internal_medicine", tie=Tie.HOME,
        status=EntryStatus.APPLIED,
    )  # fmt: skip
    found = told(FactBook(), entry)[4]
    assert (found.value, found.source) == ("home program", "Applied")
