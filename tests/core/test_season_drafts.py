"""The season tables as they are typed: read when sound, else every cell that is wrong is named."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpick_desktop.core.cell_problems import OWN_SOURCE, CellProblem, Cells
from smartpick_desktop.core.fee_drafts import (
    BASIS,
    DOLLARS,
    FIRST,
    LAST,
    SEASON,
    fee_rows,
    read_fees,
)
from smartpick_desktop.core.fees import FeeTier
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.signal_drafts import (
    GOLD,
    SILVER,
    SINGLE,
    SPECIALTIES,
    read_quotas,
    signal_rows,
)
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.season_data import load_fees, load_quotas

FEES = load_fees(resource("data", "eras_fees.csv"))
QUOTAS = load_quotas(resource("data", "program_signals.csv"))
NEXT = (("2027", "1", "30", "$12", "each"), ("2027", "31", "", "1,030", "each"))


@pytest.fixture(scope="module")
def names(reference: Reference) -> dict[str, str]:
    return {key: reference.short_name(key) for key in reference.specialties}


def fee_problems(*rows: Cells) -> list[tuple[int, int]]:
    fees, problems = read_fees(rows, FEES)
    assert bool(fees) is not bool(problems)
    return [(each.row, each.column) for each in problems]


def test_the_shipped_fees_read_back_as_they_are() -> None:
    assert read_fees(fee_rows(FEES), FEES) == (FEES, ())


def test_a_new_season_is_ones_own_and_the_others_keep_their_source() -> None:
    fees, problems = read_fees((*NEXT, *fee_rows(FEES)), FEES)

    assert problems == ()
    assert fees[:-1] == FEES
    assert fees[-1].tiers == (
        FeeTier(first=1, last=30, dollars=12),
        FeeTier(first=31, last=None, dollars=1030),
    )
    assert fees[-1].source_ids == OWN_SOURCE


def test_a_changed_season_is_not_the_sources_any_more() -> None:
    rows = [(*row[:DOLLARS], "13", *row[DOLLARS + 1 :]) for row in fee_rows(FEES[-1:])]

    fees, _ = read_fees(rows, FEES)

    assert fees[0].season == FEES[-1].season
    assert fees[0].source_ids == OWN_SOURCE
    assert fees[0].confidence == "entered here"


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        (SEASON, "", "expected a whole number up to 2100, found nothing"),
        (SEASON, "next", "expected a whole number up to 2100, found “next”"),
        (SEASON, "1999", "expected 2000 to 2100, found 1999"),
        (SEASON, "20277", "expected a whole number up to 2100, found “20277”"),
        (FIRST, "0", "expected 1 to 9999, found 0"),
        (FIRST, "-1", "expected a whole number up to 9999, found “-1”"),
        (LAST, "many", "expected a whole number up to 9999, found “many”"),
        (DOLLARS, "11.50", "expected a whole number up to 99999, found “11.50”"),
        (DOLLARS, "\u0661", "expected a whole number up to 99999, found “\u0661”"),
        (BASIS, "once", "expected “each” or “in all”, found “once”"),
    ],
)
def test_a_fee_cell_that_cannot_be_meant_is_named(column: int, value: str, message: str) -> None:
    first = list(NEXT[0])
    first[column] = value

    fees, problems = read_fees((tuple(first), NEXT[1]), FEES)

    assert fees == ()
    assert problems[0] == CellProblem(row=0, column=column, message=message)


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ((("2027", "2", "", "11", "each"),), (0, FIRST)),
        ((NEXT[0], ("2027", "32", "", "30", "each")), (1, FIRST)),
        ((NEXT[0], ("2027", "30", "", "30", "each")), (1, FIRST)),
        ((NEXT[0],), (0, LAST)),
        ((NEXT[0], ("2027", "31", "40", "30", "each")), (1, LAST)),
        ((("2027", "1", "", "11", "each"), ("2027", "31", "", "30", "each")), (1, FIRST)),
        ((("2027", "5", "4", "11", "each"),), (0, LAST)),
        ((("", "", "", "", ""),), (0, SEASON)),
        ((), (0, SEASON)),
    ],
)
def test_tiers_follow_on_each_other_and_the_last_is_open(
    rows: tuple[Cells, ...], at: tuple[int, int]
) -> None:
    assert fee_problems(*rows) == [at]


def test_rows_in_any_order_and_blank_ones_are_fine() -> None:
    blank = ("", " ", "", "", "")

    assert fee_problems(NEXT[1], blank, NEXT[0]) == []


def test_every_wrong_cell_is_named_at_once() -> None:
    assert fee_problems(("x", "y", "z", "w", "v"), NEXT[0]) == [
        (0, SEASON),
        (0, FIRST),
        (0, DOLLARS),
        (0, BASIS),
    ]


@given(st.lists(st.tuples(*[st.text(max_size=6)] * 5), max_size=4))
def test_whatever_is_typed_gives_fees_or_problems(rows: list[Cells]) -> None:
    fees, problems = read_fees(rows, FEES)

    assert bool(fees) is not bool(problems)
    assert all(0 <= each.row < max(len(rows), 1) for each in problems)


def test_the_shipped_quotas_read_back_as_they_are(names: dict[str, str]) -> None:
    quotas, problems = read_quotas(signal_rows(QUOTAS, names), names, QUOTAS)

    assert problems == ()
    assert len(quotas) == len(QUOTAS)
    assert all(quota in QUOTAS for quota in quotas)


def one(names: dict[str, str], *cells: str) -> SignalQuota:
    [quota], problems = read_quotas([cells], names, QUOTAS)
    assert problems == ()
    return quota


def test_a_quota_takes_names_keys_and_several_specialties(names: dict[str, str]) -> None:
    quota = one(names, "2027", "diagnostic RADIOLOGY; interventional_radiology", "6", "6", "")

    assert quota.specialties == {"diagnostic_radiology", "interventional_radiology"}
    assert quota.limits == {SignalTier.GOLD: 6, SignalTier.SILVER: 6}
    assert quota.label == "Diagnostic radiology and Interventional radiology"
    assert quota.source_ids == OWN_SOURCE
    assert one(names, "2027", "Internal medicine", "", "", "7").specialties == {
        "internal_medicine"
    }


def test_a_known_quota_keeps_its_name_when_its_numbers_change(names: dict[str, str]) -> None:
    [known] = [q for q in QUOTAS if q.season == 2025 and "emergency_medicine" in q.specialties]

    quota = one(names, "2025", "Emergency medicine", "", "", "4")

    assert quota == replace(
        known,
        limits={SignalTier.SINGLE: 4},
        confidence="entered here",
        source_ids=OWN_SOURCE,
        note="",
    )


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        (("2027", "Neurology", "3", "", ""), SILVER, "found nothing"),
        (("2027", "Neurology", "", "3", ""), GOLD, "found nothing"),
        (("2027", "Neurology", "3", "3", "3"), SINGLE, "not both"),
        (("2027", "Neurology", "", "", ""), GOLD, "found nothing"),
        (("2027", "Neurology", "", "", "100"), SINGLE, "a whole number up to 99"),
        (("2027", "Neurologie", "", "", "3"), SPECIALTIES, "did you mean neurology"),
        (("2027", " ; ", "", "", "3"), SPECIALTIES, "found nothing"),
        (("27", "Neurology", "", "", "3"), 0, "expected 2000 to 2100, found 27"),
    ],
)
def test_a_quota_cell_that_cannot_be_meant_is_named(
    names: dict[str, str], cells: Cells, column: int, message: str
) -> None:
    quotas, [problem] = read_quotas([cells], names, QUOTAS)

    assert quotas == ()
    assert (problem.row, problem.column) == (0, column)
    assert message in problem.message


def test_a_specialty_has_one_row_a_season(names: dict[str, str]) -> None:
    rows = [
        ("2027", "Neurology", "", "", "3"),
        ("2028", "Neurology", "", "", "3"),
        ("2027", "Pathology; Neurology", "", "", "3"),
    ]

    _, [problem] = read_quotas(rows, names, QUOTAS)

    assert (problem.row, problem.column) == (2, SPECIALTIES)
    assert problem.message == "Neurology has a row in 2027 already"


def test_a_table_without_a_quota_is_refused(names: dict[str, str]) -> None:
    assert read_quotas([("", "", "", "", "")], names, QUOTAS)[1]
