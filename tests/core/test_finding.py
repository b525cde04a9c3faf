"""Finding programs by slips of the pen, by distance, by what is not known, and by several keys."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpick_desktop.core.distance import Cities, miles_from
from smartpick_desktop.core.program_browser import ProgramBrowser
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey, FillYear, Track
from smartpick_desktop.core.program_filter import ProgramFilter
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_list import Bucket, ListEntry
from smartpick_desktop.core.program_sort import ProgramOrder, SortKey
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.storage.directory_data import load_directory

EMPTY = Scenario(id="a", name="Actual")


@pytest.fixture(scope="module")
def shipped() -> Directory:
    return load_directory(Path(__file__).parents[2] / "resources" / "data" / "programs.csv")


@pytest.fixture(scope="module")
def browser(shipped: Directory) -> ProgramBrowser:
    return ProgramBrowser(shipped, Finder(shipped), {})


def names(directory: Directory, rows: "np.ndarray[tuple[int], np.dtype[np.int32]]") -> set[str]:
    return {directory.names[row] for row in rows}


class TestASlip:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("clevland clinic", "Cleveland Clinic Foundation"),
            ("clinic clevelnad", "Cleveland Clinic Foundation"),
            ("metrohelth", "The MetroHealth System/Case Western Reserve University"),
            ("jhons hopkins", "Johns Hopkins University"),
            ("vanderbuilt", "Vanderbilt University Medical Center"),
        ],
    )
    def test_still_finds_the_program(self, shipped: Directory, typed: str, meant: str) -> None:
        found = Finder(shipped).find(ProgramFilter(text=typed))
        assert meant in names(shipped, found.rows)
        assert found.near

    def test_is_found_while_the_word_is_still_being_typed(self, shipped: Directory) -> None:
        found = Finder(shipped).find(ProgramFilter(text="clevlan"))
        assert "Cleveland Clinic Foundation" in names(shipped, found.rows)

    def test_what_is_there_as_typed_is_never_stretched(self, shipped: Directory) -> None:
        found = Finder(shipped).find(ProgramFilter(text="cleveland clinic"))
        assert found.near == ()

    def test_words_that_are_there_but_not_together_find_nothing(self, shipped: Directory) -> None:
        found = Finder(shipped).find(ProgramFilter(text="mayo honolulu"))
        assert (found.rows.tolist(), found.near) == ([], ())

    @pytest.mark.parametrize("text", ["zzzzqq", "xyz", "q9"])
    def test_nonsense_finds_nothing(self, shipped: Directory, text: str) -> None:
        assert len(Finder(shipped).find(ProgramFilter(text=text)).rows) == 0


class TestDistance:
    def test_is_the_great_circle_s(self, shipped: Directory) -> None:
        cities = Cities(shipped)
        miles = cities.miles("Cleveland, OH")
        assert miles is not None
        row = shipped.cities.index("Chicago")
        assert miles[row] == pytest.approx(308, abs=6)  # by air, as atlases give it
        assert miles[shipped.cities.index("Cleveland")] == 0

    def test_narrows_the_rows(self, shipped: Directory) -> None:
        finder = Finder(shipped)
        near = finder.rows(ProgramFilter(near="Cleveland, OH", miles=100))
        miles = finder.cities.miles("Cleveland, OH")
        assert miles is not None
        assert near.tolist() == np.flatnonzero(miles <= 100).tolist()
        assert 0 < len(near) < 400

    @pytest.mark.parametrize(
        ("text", "city"),
        [
            ("cleveland, oh", "Cleveland, OH"),
            ("Honolulu", "Honolulu, HI"),
            ("Portland", ""),
            ("", ""),
        ],
    )
    def test_a_city_is_known_by_what_people_call_it(
        self, shipped: Directory, text: str, city: str
    ) -> None:
        assert Cities(shipped).find(text) == city

    @given(latitude=st.floats(-89, 89), longitude=st.floats(-179, 179))
    def test_is_never_negative_nor_more_than_half_way_round(
        self, shipped: Directory, latitude: float, longitude: float
    ) -> None:
        miles = miles_from(latitude, longitude, shipped)
        assert np.nanmin(miles) >= 0
        assert np.nanmax(miles) <= 12_450


class TestFacts:
    BOOK = (
        FactBook()
        .with_fact("acgme-0403821174", FactKey.VISA_J1, Fact(value=False))
        .with_fact("acgme-0403822120", FactKey.VISA_J1, Fact(value=True))
        .with_fact("acgme-0403821174", FactKey.TYPICAL_STEP2, Fact(value=None))
    )

    def test_what_is_unknown_can_be_asked_for(self, shipped: Directory) -> None:
        finder = Finder(shipped)
        finder.set_facts(self.BOOK)
        rows = finder.rows(ProgramFilter(unknown=frozenset({FactKey.VISA_J1})))
        assert len(rows) == len(shipped) - 2
        both = frozenset({FactKey.VISA_J1, FactKey.TYPICAL_STEP2})
        assert len(finder.rows(ProgramFilter(unknown=both))) == len(shipped)

    def test_positions_come_from_the_tracks_unless_the_user_knows_better(
        self, shipped: Directory
    ) -> None:
        years = (FillYear(year=2025, quota=8, filled=7), FillYear(year=2024, quota=6, filled=6))
        track = Track(
            code="1", name="", institution="", city="", state="", years=years,
            program_id="acgme-0403821174",
        )  # fmt: skip
        finder = Finder(shipped)
        finder.set_facts(FactBook().with_tracks([track]))
        row = shipped.index_of("acgme-0403821174")
        assert finder.facts.numbers(FactKey.POSITIONS)[row] == 8
        assert finder.facts.numbers(FactKey.FILLED)[row] == 7
        own = finder.facts.facts.with_fact("acgme-0403821174", FactKey.POSITIONS, Fact(value=9.0))
        finder.set_facts(own)
        assert finder.facts.numbers(FactKey.POSITIONS)[row] == 9


class TestOrder:
    def test_what_is_not_known_comes_last_both_ways(
        self, shipped: Directory, browser: ProgramBrowser
    ) -> None:
        browser.set_facts(TestFacts.BOOK)
        wanted = ProgramFilter(specialties=frozenset({"anesthesiology"}))
        for descending in (False, True):
            order = ProgramOrder(key=SortKey.VISA_J1, descending=descending)
            rows = browser.rows(wanted, order, EMPTY)
            first = [shipped.program_ids[row] for row in rows[:2]]
            expected = ["acgme-0403821174", "acgme-0403822120"]
            assert first == (expected[::-1] if descending else expected)

    def test_several_keys_sort_one_after_the_other(
        self, shipped: Directory, browser: ProgramBrowser
    ) -> None:
        order = ProgramOrder(
            key=SortKey.STATE, descending=True, then=(ProgramOrder(key=SortKey.CITY),)
        )
        rows = browser.rows(ProgramFilter(specialties=frozenset({"dermatology"})), order, EMPTY)
        pairs = [(shipped.states[row], shipped.cities[row]) for row in rows]
        states = [state for state, _ in pairs]
        assert states == sorted(states, reverse=True)
        ohio = [city for state, city in pairs if state == "OH"]
        assert ohio == sorted(ohio)

    def test_shift_adds_a_key_and_turns_it_round(self) -> None:
        order = ProgramOrder(key=SortKey.STATE).clicked(SortKey.CITY, more=True)
        assert [key.key for key in order.keys] == [SortKey.STATE, SortKey.CITY]
        order = order.clicked(SortKey.STATE, more=True)
        assert [(key.key, key.descending) for key in order.keys] == [
            (SortKey.STATE, True),
            (SortKey.CITY, False),
        ]
        assert order.clicked(SortKey.NAME, more=False) == ProgramOrder(key=SortKey.NAME)

    def test_a_bucket_of_the_user_s_own_goes_before_the_one_worked_out(
        self, shipped: Directory, browser: ProgramBrowser
    ) -> None:
        one, two = "acgme-0403821174", "acgme-0403822120"
        browser.set_buckets({one: Bucket.LIKELY, two: Bucket.TARGET})
        wanted = ProgramFilter(specialties=frozenset({"anesthesiology"}))
        order = ProgramOrder(key=SortKey.BUCKET)
        rows = browser.rows(wanted, order, EMPTY)
        assert [shipped.program_ids[row] for row in rows[:2]] == [two, one]
        own = ListEntry(program_id=one, specialty="anesthesiology", bucket=Bucket.REACH)
        rows = browser.rows(wanted, order, Scenario(id="a", name="A", entries=(own,)))
        assert [shipped.program_ids[row] for row in rows[:2]] == [one, two]
