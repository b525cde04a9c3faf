"""The directory as columns: rows, ids, and the order they are sorted in."""

from pathlib import Path

import numpy as np
import pytest

from smartpick_desktop.core.program_list import ListEntry, SignalTier
from smartpick_desktop.core.program_sort import ProgramOrder, ProgramSorter, SortInput, SortKey
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.storage.directory_data import load_directory

PLACES = (
    ("0400000003", "beta Hospital", "Zanesville", "OH"),
    ("0400000001", "Álamo Clinic", "Austin", "TX"),
    ("0400000002", "Beta Hospital", "Akron", "OH"),
    ("0400000004", "Gamma Hospital", "", "PA"),
)


def directory(places: tuple[tuple[str, str, str, str], ...] = PLACES) -> Directory:
    numbers, names, cities, states = zip(*places, strict=True)
    same = ("",) * len(places)
    return Directory(
        source_date="2025-06",
        attribution="made up",
        acgme_numbers=numbers,
        names=names,
        specialties=("anesthesiology",) * len(places),
        cities=cities,
        states=states,
        divisions=same,
        latitudes=np.zeros(len(places)),
        longitudes=np.zeros(len(places)),
        entry_levels=same,
        match_systems=same,
        military=np.zeros(len(places), dtype=np.bool_),
        notes=same,
    )


def order(
    key: SortKey, *, descending: bool = False, entries: tuple[ListEntry, ...] = ()
) -> list[int]:
    rows = np.arange(len(PLACES), dtype=np.int32)
    sorter = ProgramSorter(directory(), {})
    ordered = sorter.sort(
        rows, ProgramOrder(key=key, descending=descending), SortInput(entries=entries)
    )
    return [int(row) for row in ordered]


def test_a_row_holds_what_its_columns_hold() -> None:
    program = directory().row(1)

    assert program.program_id == "acgme-0400000001"
    assert (program.name, program.city, program.state) == ("Álamo Clinic", "Austin", "TX")


def test_a_program_is_found_by_its_id_or_not_at_all() -> None:
    places = directory()

    assert places.index_of("acgme-0400000002") == 2
    assert places.index_of("acgme-0400000009") is None


def test_rows_of_a_list_leave_out_programs_that_closed() -> None:
    listed = ("acgme-0400000004", "acgme-9999999999", "acgme-0400000003")

    assert directory().rows_of(listed).tolist() == [0, 3]


def test_two_programs_with_one_number_are_refused() -> None:
    with pytest.raises(ValueError, match="share an ACGME number"):
        directory((PLACES[0], PLACES[0]))


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        Directory(
            source_date="",
            attribution="",
            acgme_numbers=("0400000001",),
            names=(),
            specialties=("",),
            cities=("",),
            states=("",),
            divisions=("",),
            latitudes=np.zeros(1),
            longitudes=np.zeros(1),
            entry_levels=("",),
            match_systems=("",),
            military=np.zeros(1, dtype=np.bool_),
            notes=("",),
        )


def test_coordinates_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        directory().latitudes[0] = 1.0


def test_names_sort_without_case_and_accents_and_then_by_city() -> None:
    assert order(SortKey.NAME) == [1, 2, 0, 3]


def test_the_other_way_round_ties_keep_their_order() -> None:
    assert order(SortKey.NAME, descending=True) == [3, 2, 0, 1]


@pytest.mark.parametrize("descending", [False, True])
def test_an_unknown_city_comes_last_both_ways(*, descending: bool) -> None:
    assert order(SortKey.CITY, descending=descending)[-1] == 3


def test_signals_sort_gold_silver_none_and_then_what_is_not_listed() -> None:
    entries = tuple(
        ListEntry(program_id=f"acgme-{PLACES[row][0]}", specialty="anesthesiology", signal=signal)
        for row, signal in ((1, SignalTier.NONE), (0, SignalTier.SILVER), (3, SignalTier.GOLD))
    )

    assert order(SortKey.SIGNAL, entries=entries) == [3, 0, 1, 2]
    assert order(SortKey.LISTED, entries=entries) == [1, 0, 3, 2]


@pytest.mark.parametrize("key", list(SortKey))
def test_every_sort_keeps_every_row_of_the_real_directory(
    key: SortKey, shipped: Directory
) -> None:
    rows = np.arange(len(shipped), dtype=np.int32)

    ordered = ProgramSorter(shipped, {}).sort(rows, ProgramOrder(key=key))
    assert sorted(ordered.tolist()) == rows.tolist()


@pytest.fixture(scope="module")
def shipped() -> Directory:
    return load_directory(Path(__file__).parents[2] / "resources" / "data" / "programs.csv")
