"""Looking through the directory beside a list: rows, totals, and which specialties to show."""

from dataclasses import replace

import pytest

from smartpick_desktop.core.program_browser import ProgramBrowser, specialties_to_show
from smartpick_desktop.core.program_filter import Facet, ProgramFilter
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.program_sort import ProgramOrder, SortKey
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory

DIRECTORY = load_directory(resource("data", "programs.csv"))
BROWSER = ProgramBrowser(
    DIRECTORY, Finder(DIRECTORY), {"physical_medicine_rehabilitation": "PM&R"}
)
EMPTY = Scenario(id="s", name="Actual")
IN_OHIO = ProgramFilter(specialties=frozenset({"anesthesiology"}), states=frozenset({"OH"}))


def test_rows_come_in_the_order_asked_for() -> None:
    rows = BROWSER.rows(IN_OHIO, ProgramOrder(key=SortKey.CITY, descending=True), EMPTY)
    cities = [DIRECTORY.cities[row] for row in rows]

    assert cities == sorted(cities, reverse=True)
    assert len(cities) > 5


def test_only_what_is_listed_can_be_shown() -> None:
    entry = ListEntry(program_id=DIRECTORY.program_ids[3], specialty="anesthesiology")
    scenario = replace(EMPTY, entries=(entry,))
    listed = ProgramFilter(listed_only=True)

    assert BROWSER.rows(listed, ProgramOrder(), scenario).tolist() == [3]
    assert BROWSER.rows(listed, ProgramOrder(), EMPTY).tolist() == []
    assert BROWSER.counts(Facet.SPECIALTY, listed, scenario) == {"anesthesiology": 1}


@pytest.mark.parametrize(
    ("text", "within"),
    [("cleveland clinic", {"dermatology"}), ("kettering", set[str]())],
)
def test_a_search_goes_beyond_the_specialty_only_where_it_must(
    text: str, within: set[str]
) -> None:
    found = BROWSER.search(text, frozenset({"dermatology"}), EMPTY)

    assert found == ProgramFilter(text=text, specialties=frozenset(within))
    assert len(BROWSER.rows(found, ProgramOrder(), EMPTY))


def test_specialties_sort_by_the_names_that_are_shown() -> None:
    wanted = ProgramFilter(
        specialties=frozenset({"pediatrics", "physical_medicine_rehabilitation", "psychiatry"})
    )
    rows = BROWSER.rows(wanted, ProgramOrder(key=SortKey.SPECIALTY), EMPTY)

    order = list(dict.fromkeys(DIRECTORY.specialties[row] for row in rows))
    assert order == ["pediatrics", "physical_medicine_rehabilitation", "psychiatry"]


@pytest.mark.parametrize(
    ("specialties", "total"),
    [
        (frozenset[str](), 5656),
        (frozenset({"anesthesiology"}), 182),
        (frozenset({"internal_medicine_academic", "dermatology"}), 831),
        (frozenset({"unheard_of"}), 0),
    ],
)
def test_the_total_is_that_of_the_specialties(specialties: frozenset[str], total: int) -> None:
    assert BROWSER.total(ProgramFilter(specialties=specialties, text="nowhere")) == total


@pytest.mark.parametrize(
    ("shown", "former", "targets", "expected"),
    [
        ((), (), ("a", "b"), ("a",)),
        (("a",), ("a", "b"), ("b", "a"), ("a",)),
        (("a",), ("a", "b"), ("b", "c"), ("b",)),
        (("a",), ("a",), (), ()),
        (("x",), ("a",), ("b",), ("x",)),
    ],
)
def test_what_is_shown_follows_the_targets_unless_chosen_beyond_them(
    shown: tuple[str, ...],
    former: tuple[str, ...],
    targets: tuple[str, ...],
    expected: tuple[str, ...],
) -> None:
    assert specialties_to_show(frozenset(shown), former, targets) == frozenset(expected)
