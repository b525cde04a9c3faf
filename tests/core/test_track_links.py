"""Tracks find the program they belong to, and stay alone where that is not near-certain."""

import os
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from smartpick_desktop.core.program_facts import Track
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.track_links import link_tracks
from smartpick_desktop.exchange.nrmp_pdf import read_nrmp_pdf
from smartpick_desktop.storage.directory_data import load_directory

Row = tuple[str, str, str, str]
PROGRAMS: tuple[Row, ...] = (
    ("1403800001", "Lakeside Medical Center", "Marble Falls", "OH"),
    ("1203800002", "Lakeside Medical Center (Ossian)", "Ossian", "OH"),
    ("1203800003", "Lakeside Medical Center", "Marble Falls", "OH"),
    ("3203800004", "Granite University/St. Orla's Hospital", "Marble Falls", "OH"),
    ("1204000005", "Harbor Community Health", "Saint Orla", "OR"),
    ("1204000006", "Harbor Valley Health", "Saint Orla", "OR"),
)


def directory(rows: tuple[Row, ...] = PROGRAMS) -> Directory:
    numbers, names, cities, states = zip(*rows, strict=True)
    blank = ("",) * len(rows)
    return Directory(
        source_date="June 2025", attribution="", acgme_numbers=numbers, names=names,
        specialties=blank, cities=cities, states=states, divisions=blank,
        latitudes=np.zeros(len(rows)), longitudes=np.zeros(len(rows)), entry_levels=blank,
        match_systems=blank, military=np.zeros(len(rows), dtype=np.bool_), notes=blank,
    )  # fmt: skip


def track(code: str, name: str, institution: str, city: str, state: str = "OH") -> Track:
    return Track(code=code, name=name, institution=institution, city=city, state=state, years=())


def linked(*tracks: Track) -> list[str]:
    return [t.program_id.removeprefix("acgme-") for t in link_tracks(tracks, directory())]


def test_an_abbreviated_name_finds_its_program() -> None:
    assert linked(
        track("9001140C0", "Internal Medicine", "Lakeside Med Ctr-OH", "Marble Falls")
    ) == ["1403800001"]


def test_preliminary_and_primary_tracks_belong_to_the_specialty_s_program() -> None:
    tracks = [
        track(f"9001140{kind}0", "Medicine", "Lakeside Med Ctr-OH", "Marble Falls")
        for kind in "CPM"
    ]
    assert linked(*tracks) == ["1403800001"] * 3


def test_a_track_with_a_place_of_its_own_goes_there() -> None:
    main = track("9001120C0", "Family Medicine", "Lakeside Med Ctr-OH", "Marble Falls")
    rural = track("9001120C1", "Family Medicine/Ossian", "Lakeside Med Ctr-OH", "Marble Falls")
    assert linked(main, rural) == ["1203800003", "1203800002"]


def test_the_state_and_the_specialty_must_be_the_same() -> None:
    assert linked(
        track("9001320C0", "Pediatrics", "Lakeside Med Ctr-OH", "Marble Falls"),
        track("9001140C0", "Internal Medicine", "Lakeside Med Ctr", "Marble Falls", "OR"),
    ) == ["", ""]


def test_it_does_not_guess_between_two_that_are_as_near() -> None:
    [found] = linked(track("9002120C0", "Family Medicine", "Harbor Health", "Saint Orla", "OR"))
    assert found == ""


def test_a_transitional_year_has_no_program_in_the_directory() -> None:
    assert linked(track("9001999P0", "Transitional", "Lakeside Med Ctr-OH", "Marble Falls")) == [
        ""
    ]


EDITION = Path(os.environ.get("SMARTPICK_NRMP_PDF", "absent.pdf"))


@pytest.mark.skipif(not EDITION.exists(), reason="SMARTPICK_NRMP_PDF names no copy of an edition")
def test_most_programs_of_the_main_match_are_linked() -> None:
    shipped = load_directory(Path(__file__).parents[2] / "resources" / "data" / "programs.csv")
    tracks = [t for t in link_tracks(read_nrmp_pdf(EDITION).tracks, shipped) if t.program_id]
    rows = {shipped.index_of(t.program_id) for t in tracks}
    main = [r for r in rows if r is not None and shipped.match_systems[r] == "NRMP Main Match"]
    assert sum(not shipped.military[row] for row in main) >= 4500
    of_institution = Counter(
        t.program_id for t in {(t.program_id, t.code[:4]): t for t in tracks}.values()
    )
    assert sum(count > 1 for count in of_institution.values()) < 20
