"""Filtering: which programs a few typed words and a few choices leave."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.program_filter import Facet, ProgramFilter
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.states import STATE_NAMES
from smartpick_desktop.storage.directory_data import load_directory

SHIPPED = load_directory(Path(__file__).parents[2] / "resources" / "data" / "programs.csv")
FINDER = Finder(SHIPPED)
WORDS = sorted({word for name in SHIPPED.names for word in fold(name).split()})


def typed(text: str, specialty: str = "anesthesiology") -> set[str]:
    wanted = ProgramFilter(text=text, specialties=frozenset({specialty}))
    return {f"{SHIPPED.names[row]}, {SHIPPED.cities[row]}" for row in FINDER.rows(wanted)}


def count(**wanted: frozenset[str] | bool | str) -> int:
    return len(FINDER.rows(ProgramFilter(**wanted)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("specialty", "programs"),
    [("anesthesiology", 182), ("internal_medicine", 686), ("dermatology", 145)],
)
def test_a_specialty_leaves_its_programs(specialty: str, programs: int) -> None:
    assert count(specialties=frozenset({specialty})) == programs


def test_academic_internal_medicine_has_the_programs_of_internal_medicine() -> None:
    assert count(specialties=frozenset({"internal_medicine_academic"})) == 686


def test_nothing_asked_leaves_everything() -> None:
    assert count() == len(SHIPPED)
    assert count(text=" . ") == len(SHIPPED)


def test_every_word_has_to_appear_in_name_city_or_state() -> None:
    found = typed("clinic cleveland ohio")

    assert "Cleveland Clinic Foundation, Cleveland" in found
    assert "Mayo Clinic College of Medicine and Science (Phoenix), Phoenix" not in found


@pytest.mark.parametrize("text", ["clinic cleveland", "CLEVELAND clinic", "Clevel clin"])
def test_order_and_case_do_not_matter_and_a_part_of_a_word_will_do(text: str) -> None:
    assert typed(text) == typed("cleveland clinic")


@pytest.mark.parametrize("text", ["0400121010", "04001210"])
def test_a_program_is_found_by_its_number(text: str) -> None:
    assert "University of Alabama Medical Center, Birmingham" in typed(text)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("st louis", "saint louis"),
        ("univ med ctr", "university medical center"),
        ("mt sinai", "mount sinai"),
        ("childrens hosp", "children's hospital"),
        ("st. john", "St John"),
    ],
)
def test_a_usual_abbreviation_finds_what_the_full_word_finds(short: str, long: str) -> None:
    in_full = set(FINDER.rows(ProgramFilter(text=long)).tolist())

    assert in_full
    assert in_full <= set(FINDER.rows(ProgramFilter(text=short)).tolist())


def test_accents_do_not_matter() -> None:
    assert count(text="hôpital") == count(text="hopital")
    assert count(text="clevelánd") == count(text="cleveland") > 0


@pytest.mark.parametrize("code", ["OH", "MI", "PR", "DC"])
def test_a_state_is_found_by_code_and_by_name(code: str) -> None:
    in_state = set(FINDER.rows(ProgramFilter(states=frozenset({code}))).tolist())

    assert in_state <= set(FINDER.rows(ProgramFilter(text=code)).tolist())
    assert in_state <= set(FINDER.rows(ProgramFilter(text=STATE_NAMES[code])).tolist())


def test_two_letters_match_only_where_a_word_starts() -> None:
    for row in FINDER.rows(ProgramFilter(text="oh")):
        state = SHIPPED.states[row]
        words = fold(f"{SHIPPED.names[row]} {SHIPPED.cities[row]} {STATE_NAMES[state]}").split()
        assert any(word.startswith("oh") for word in [*words, state.casefold()])


def test_choices_in_one_column_add_up_and_columns_narrow() -> None:
    ohio = count(states=frozenset({"OH"}))
    both = count(states=frozenset({"OH", "MI"}))

    assert both == ohio + count(states=frozenset({"MI"}))
    assert count(states=frozenset({"OH"}), divisions=frozenset({"Pacific"})) == 0


@pytest.mark.parametrize("facet", list(Facet))
def test_a_choice_in_a_column_is_what_is_chosen_there(facet: Facet) -> None:
    chosen = frozenset({"one", "two"})

    assert ProgramFilter().with_choice(facet, chosen).chosen(facet) == chosen
    assert ProgramFilter().with_choice(facet, chosen).with_choice(facet, frozenset()) == (
        ProgramFilter()
    )


def test_military_is_yes_no_or_either() -> None:
    assert count(military=True) == 107
    assert count(military=True) + count(military=False) == len(SHIPPED)


def test_listed_only_shows_the_list_and_passes_over_closed_programs() -> None:
    listed = frozenset({SHIPPED.program_ids[7], "acgme-0000000000"})

    assert FINDER.rows(ProgramFilter(listed_only=True), listed).tolist() == [7]
    assert FINDER.rows(ProgramFilter(listed_only=True)).tolist() == []


def test_counts_go_by_the_rest_of_the_filter() -> None:
    wanted = ProgramFilter(
        specialties=frozenset({"anesthesiology"}), states=frozenset({"OH"}), text="clinic"
    )
    counts = FINDER.counts(Facet.STATE, wanted)

    assert counts["OH"] == len(FINDER.rows(wanted))
    assert counts["MN"] >= 1  # Mayo: the state chosen does not count for the states on offer
    assert "AK" not in counts


def test_the_counts_of_the_specialties_are_the_directory() -> None:
    assert sum(FINDER.counts(Facet.SPECIALTY, ProgramFilter()).values()) == len(SHIPPED)


def test_clearing_keeps_the_specialty_and_the_list() -> None:
    wanted = ProgramFilter(
        specialties=frozenset({"dermatology"}), listed_only=True, text="x", military=False
    )

    assert wanted.narrows
    assert wanted.cleared() == ProgramFilter(
        specialties=frozenset({"dermatology"}), listed_only=True
    )
    assert not wanted.cleared().narrows


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.data())
def test_the_order_of_the_words_never_matters(words: list[str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(words))

    found = FINDER.rows(ProgramFilter(text=" ".join(words)))
    assert FINDER.rows(ProgramFilter(text=" ".join(shuffled))).tolist() == found.tolist()


@given(st.integers(0, len(SHIPPED) - 1), st.data())
def test_a_program_is_found_by_any_words_of_its_own(row: int, data: st.DataObject) -> None:
    words = fold(f"{SHIPPED.names[row]} {SHIPPED.cities[row]} {SHIPPED.states[row]}").split()
    text = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=4)))

    assert row in FINDER.rows(ProgramFilter(text=text))


@given(st.text(max_size=20), st.text(max_size=8))
def test_a_further_word_never_adds_programs(text: str, more: str) -> None:
    before = set(FINDER.rows(ProgramFilter(text=text)).tolist())

    assert set(FINDER.rows(ProgramFilter(text=f"{text} {more}")).tolist()) <= before


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
