"""Reading the directory, the fees and the signals: the shipped files, and files gone wrong."""

from collections import Counter
from pathlib import Path

import pytest

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.states import STATE_NAMES
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import HEADER, load_directory
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.storage.season_data import load_fees, load_quotas
from smartpick_desktop.storage.tables import read_toml

PROGRAMS = resource("data", "programs.csv")
GOOD = "0400121010,Alabama,anesthesiology,Birmingham,AL,South,33.5,-86.8,residency,NRMP,0,"
FEE_HEADER = "season,programs_from,programs_to,dollars,basis,confidence,source_ids,notes"
SIGNAL_HEADER = "season,specialties,label,gold,silver,total,confidence,source_ids,notes"


@pytest.fixture(scope="module")
def shipped() -> Directory:
    return load_directory(PROGRAMS)


def written(folder: Path, *lines: str, header: str = ",".join(HEADER)) -> Path:
    path = folder / "programs.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    path.with_suffix(".toml").write_text('source_date = "2025-06"\n', encoding="utf-8")
    return path


def test_the_shipped_directory_is_whole(shipped: Directory) -> None:
    counts = Counter(shipped.specialties)

    assert len(shipped) == read_toml(PROGRAMS.with_suffix(".toml"))["rows"] == 5656
    assert len(counts) == 32
    assert (counts["anesthesiology"], counts["internal_medicine"]) == (182, 686)
    assert counts["dermatology"] == 145


def test_the_shipped_directory_knows_every_place(shipped: Directory) -> None:
    assert len(set(shipped.program_ids)) == len(shipped)
    assert set(shipped.states) <= set(STATE_NAMES)
    assert all(shipped.names)
    assert all(shipped.cities)
    assert all(shipped.divisions)
    assert ((shipped.latitudes > 17) & (shipped.latitudes < 72)).all()
    assert ((shipped.longitudes > -180) & (shipped.longitudes < -65)).all()


def test_a_program_of_the_shipped_directory(shipped: Directory) -> None:
    row = shipped.index_of("acgme-0400121010")

    assert row is not None
    program = shipped.row(row)
    assert program.name == "University of Alabama Medical Center"
    assert (program.city, program.state) == ("Birmingham", "AL")
    assert program.division == "East South Central"
    assert program.match_system == "NRMP Main Match"
    assert (program.latitude, program.longitude) == (33.5175, -86.80944)
    assert not program.is_military


def test_the_directory_says_where_it_comes_from_and_of_when(shipped: Directory) -> None:
    assert shipped.source_date == "2025-06"
    assert "ACGME" in shipped.attribution


@pytest.mark.parametrize("name", ["programs", "eras_fees", "program_signals"])
def test_a_sidecar_describes_every_file(name: str) -> None:
    about = read_toml(resource("data", f"{name}.toml"))

    assert {"title", "version", "year", "confidence", "source_ids", "editor"} <= about.keys()


def test_the_sidecar_names_every_column() -> None:
    assert tuple(read_toml(PROGRAMS.with_suffix(".toml"))["columns"]) == HEADER


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("400121010" + GOOD[10:], "line 3, acgme_number: expected 10 digits, found '400121010'"),
        (GOOD.replace("0400121010,Alabama", "0400121011,"), "line 3, name: expected a name"),
        (GOOD.replace("anesthesiology", "an esthesiology"), "line 3, specialty: expected a sp"),
        (GOOD.replace(",AL,", ",XX,"), "line 3, state: expected the code of a state, found 'XX'"),
        (GOOD.replace("33.5", "north"), "line 3, latitude: expected degrees between -90 and 90"),
        (GOOD.replace("33.5", "90.1"), "line 3, latitude: expected degrees between -90 and 90"),
        (GOOD.replace("33.5", "nan"), "line 3, latitude: expected degrees between -90 and 90"),
        (GOOD.replace(",0,", ",no,"), "line 3, military: expected 0 or 1, found 'no'"),
        (GOOD + ",more", "line 3: expected 12 cells, found 13"),
        ("", "line 3: expected 12 cells, found 0"),
        (GOOD, "line 3, acgme_number: expected a number of its own, found that of line 2"),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        load_directory(written(tmp_path, GOOD, line))

    assert f"programs.csv, {message}" in str(caught.value)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="line 1: expected the columns acgme_number"):
        load_directory(written(tmp_path, GOOD, header="a,b"))


def test_an_empty_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="line 2: expected a program"):
        load_directory(written(tmp_path))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text("", encoding="utf-8")

    with pytest.raises(ResourceError, match=r"programs\.csv, line 1: expected the columns"):
        load_directory(path)


def test_a_quote_left_open_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="line 2: unexpected end of data"):
        load_directory(written(tmp_path, '"0400121010,Alabama'))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"programs\.toml: could not be read"):
        load_directory(tmp_path / "programs.csv")


def test_the_shipped_seasons_are_2024_to_2026() -> None:
    quotas = load_quotas(resource("data", "program_signals.csv"))

    assert [fees.season for fees in load_fees(resource("data", "eras_fees.csv"))] == [
        2024,
        2025,
        2026,
    ]
    assert {quota.season for quota in quotas} == {2024, 2025, 2026}
    assert all(quota.confidence and quota.source_ids for quota in quotas)
    emergency = next(
        q for q in quotas if "emergency_medicine" in q.specialties and q.season == 2025
    )
    assert emergency.limits == {SignalTier.SINGLE: 5}
    assert "home and away rotations" in emergency.note


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("2026,1,30,eleven,each,high,A,",), "line 2, dollars: "),
        (("2026,1,,11,per head,high,A,",), "line 2, basis: "),
        (("2026,1,30,11,each,high,A,",), "season 2026: the last fee tier of 2026 has an end"),
        (("2026,2,,11,each,high,A,",), "season 2026: fee tiers of 2026 leave a gap before 2"),
    ],
)
def test_faulty_fees_are_named(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        load_fees(written(tmp_path, *lines, header=FEE_HEADER))

    assert f"programs.csv, {message}" in str(caught.value)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("2026,x,X,3,,3,high,A,",), "2026, X: expected both gold and silver, or neither"),
        (("2026,x,X,3,4,8,high,A,",), "2026, X: expected a total of 7, found 8"),
        (("2026,x,X,,,-1,high,A,",), "2026, X: X grants fewer than no signals"),
        (("2026,x,X,,,many,high,A,",), "line 2, total: "),
        (
            ("2026,x;y,X,,,5,high,A,", "2026,y,Y,,,5,high,A,"),
            "2026, y: expected one line per season and specialty",
        ),
    ],
)
def test_faulty_signals_are_named(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        load_quotas(written(tmp_path, *lines, header=SIGNAL_HEADER))

    assert f"programs.csv, {message}" in str(caught.value)
