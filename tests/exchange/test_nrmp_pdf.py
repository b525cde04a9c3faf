"""The Match's program results as a PDF: every track with its years, and a sentence for a bad file.

The layout is the NRMP's; every name and number in it is made up.
"""

import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.exchange.pdf_writer import write_pdf

from smartpick_desktop.core.import_file import CancelledError, ExchangeError
from smartpick_desktop.core.program_facts import FillYear
from smartpick_desktop.exchange.nrmp_pdf import NrmpResults, read_nrmp_pdf

COVER = ["Program Results", "April 2031", "Main Residency Match®", "2029 - 2031 Appointment Years"]
HEAD = "Program Results: Main Residency Match® 2029-2031 Appointment Years"
FOOT = "Reproduction prohibited without the written permission of the NRMP Page 2 of 3"
COLUMNS = ["Code Quota Filled", " 2031", "Quota Filled Quota Filled", " 2030 2029"]
PAGE = [
    HEAD,
    "OHIO",
    "Lakeside Med Ctr-OH",
    "Marble Falls Program ",
    *COLUMNS,
    "Internal Medicine 9001140C0 12 12 11 10 -- --",
    "Public Health & Prev Med/2yr-MPH",
    "Available",
    "9001380R0 3 0 -- -- -- --",
    FOOT,
]
CONTINUED = [
    HEAD,
    "OHIO",
    "Lakeside Med Ctr-OH (Continued)",
    "Marble Falls Program ",
    *COLUMNS,
    "Pediatrics/3 Year 9001320C12 4 4 4 4 4 3",
    "OREGON",
    "Harbor Family Med Res",
    "Saint Orla Program ",
    *COLUMNS,
    "Family Medicine 9002120C0 -- -- 6 6 6 6",
    FOOT,
]


@pytest.fixture
def results(tmp_path: Path) -> NrmpResults:
    return read_nrmp_pdf(write_pdf(tmp_path / "results.pdf", [COVER, PAGE, CONTINUED]))


def years(*rows: tuple[int, int, int]) -> tuple[FillYear, ...]:
    return tuple(FillYear(year=year, quota=quota, filled=filled) for year, quota, filled in rows)


def test_reads_every_track_with_the_years_of_the_edition(results: NrmpResults) -> None:
    assert [track.code for track in results.tracks] == [
        "9001140C0", "9001380R0", "9001320C12", "9002120C0",
    ]  # fmt: skip
    assert results.years == (2031, 2030, 2029)
    assert (results.title, results.day) == ("NRMP Program Results 2029-2031", date(2031, 4, 1))


def test_dashes_are_a_year_without_the_track(results: NrmpResults) -> None:
    held = {track.code: track.years for track in results.tracks}
    assert held["9001140C0"] == years((2031, 12, 12), (2030, 11, 10))
    assert held["9002120C0"] == years((2030, 6, 6), (2029, 6, 6))


def test_a_wrapped_name_is_one(results: NrmpResults) -> None:
    assert results.tracks[1].name == "Public Health & Prev Med/2yr-MPH Available"


def test_a_continued_block_is_the_same_institution(results: NrmpResults) -> None:
    places = {(t.institution, t.city, t.state) for t in results.tracks}
    assert places == {
        ("Lakeside Med Ctr-OH", "Marble Falls", "OH"),
        ("Harbor Family Med Res", "Saint Orla", "OR"),
    }


def test_a_digit_in_a_name_is_no_number(results: NrmpResults) -> None:
    assert results.tracks[2].name == "Pediatrics/3 Year"
    assert results.tracks[2].years[0] == FillYear(year=2031, quota=4, filled=4)


def test_tells_how_far_it_is(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = write_pdf(tmp_path / "results.pdf", [COVER, PAGE, CONTINUED])
    read_nrmp_pdf(path, lambda done, pages: seen.append((done, pages)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_stops_between_two_pages_when_asked_to(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "results.pdf", [COVER, PAGE, CONTINUED])
    done: list[int] = []
    with pytest.raises(CancelledError):
        read_nrmp_pdf(path, lambda page, _: done.append(page), lambda: bool(done))
    assert done == [1]


def sentence(path: Path) -> str:
    with pytest.raises(ExchangeError) as caught:
        read_nrmp_pdf(path)
    return str(caught.value)


class TestABadFile:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "results.pdf is empty."),
            (b"\xff\xd8\xff\xe0JFIF", "results.pdf is not a PDF, whatever its name says."),
            (b"%PDF-1.7\nnothing", "results.pdf is damaged, or only a part of a PDF."),
        ],
    )
    def test_says_what_it_is(self, tmp_path: Path, content: bytes, words: str) -> None:
        path = tmp_path / "results.pdf"
        path.write_bytes(content)
        assert sentence(path).startswith(words)

    def test_a_file_cut_off_gives_a_sentence(self, tmp_path: Path) -> None:
        path = write_pdf(tmp_path / "results.pdf", [COVER, PAGE, CONTINUED])
        path.write_bytes(path.read_bytes()[:900])
        assert sentence(path).startswith("results.pdf is")

    def test_another_document_is_told_from_it(self, tmp_path: Path) -> None:
        path = write_pdf(tmp_path / "letter.pdf", [["Dear program director"]] * 8)
        assert sentence(path).startswith("letter.pdf is a PDF, but not the NRMP's Program Results")

    def test_the_title_alone_is_not_enough(self, tmp_path: Path) -> None:
        assert "no table of programs" in sentence(write_pdf(tmp_path / "r.pdf", [COVER]))

    def test_a_missing_file_and_a_folder(self, tmp_path: Path) -> None:
        assert sentence(tmp_path / "gone.pdf").startswith("gone.pdf cannot be read: ")
        assert sentence(tmp_path).endswith(".")


EDITION = Path(os.environ.get("SMARTPICK_NRMP_PDF", "absent.pdf"))


@pytest.mark.skipif(not EDITION.exists(), reason="SMARTPICK_NRMP_PDF names no copy of an edition")
def test_the_edition_of_2021_to_2025_adds_up() -> None:
    results = read_nrmp_pdf(EDITION)
    quota: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    for track in results.tracks:
        for year in track.years:
            assert (year.filled or 0) <= (year.quota or 0)
            quota[year.year] += year.quota or 0
            filled[year.year] += year.filled or 0
    assert len(results.tracks) >= 7514
    assert (quota[2024], filled[2024], quota[2025]) == (41503, 38941, 43218)
