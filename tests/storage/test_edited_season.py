"""Season tables of the user's own: kept, passed over when broken, and never lost."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.edited_season import (
    FEES_FILE,
    SIGNALS_FILE,
    load_season,
    save_season,
)
from smartpick_desktop.storage.resource_error import ResourceError

RESOURCES = resource()
SHIPPED = load_season(RESOURCES)
MOMENT = datetime(2026, 11, 27, 9, 30, 5, tzinfo=UTC)
OWN_FEES = (*SHIPPED.fees, replace(SHIPPED.fees[-1], season=2027, note="as told, “$11”; new"))
OWN_QUOTAS = tuple(
    replace(quota, limits={SignalTier.SINGLE: 9}, note="one, two\nthree")
    if SignalTier.SINGLE in quota.limits
    else quota
    for quota in SHIPPED.quotas
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "rules"


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_without_copies_the_shipped_tables_are_in_force(folder: Path) -> None:
    for edited in (None, folder):
        loaded = load_season(RESOURCES, edited)
        assert (loaded.edited, loaded.passed_over) == ((), ())
        assert loaded == SHIPPED


def test_what_was_saved_is_in_force_and_only_what_differs_is_kept(folder: Path) -> None:
    save_season(folder, RESOURCES, OWN_FEES, SHIPPED.quotas, MOMENT)

    loaded = load_season(RESOURCES, folder)
    assert loaded.fees == OWN_FEES
    assert loaded.quotas == SHIPPED.quotas
    assert loaded.edited == (FEES_FILE,)
    assert names_in(folder) == [FEES_FILE]


def test_quotas_read_back_as_they_were_entered(folder: Path) -> None:
    plain = tuple(replace(quota, note=quota.note.replace("\n", " ")) for quota in OWN_QUOTAS)

    save_season(folder, RESOURCES, SHIPPED.fees, plain, MOMENT)

    assert load_season(RESOURCES, folder).quotas == plain


def test_a_table_that_would_not_read_back_is_not_kept(folder: Path) -> None:
    with pytest.raises(ResourceError, match=SIGNALS_FILE):
        save_season(folder, RESOURCES, SHIPPED.fees, OWN_QUOTAS, MOMENT)

    assert load_season(RESOURCES, folder) == SHIPPED
    assert names_in(folder) == []


def test_the_shipped_table_again_moves_the_copy_aside(folder: Path) -> None:
    save_season(folder, RESOURCES, OWN_FEES, SHIPPED.quotas, MOMENT)
    kept = (folder / FEES_FILE).read_bytes()

    save_season(folder, RESOURCES, SHIPPED.fees, SHIPPED.quotas, MOMENT)

    assert load_season(RESOURCES, folder) == SHIPPED
    [aside] = names_in(folder)
    assert aside == "eras_fees.old-20261127T093005Z.csv"
    assert (folder / aside).read_bytes() == kept


def test_two_copies_of_one_second_are_both_there(folder: Path) -> None:
    for _ in range(2):
        save_season(folder, RESOURCES, OWN_FEES, SHIPPED.quotas, MOMENT)
        save_season(folder, RESOURCES, SHIPPED.fees, SHIPPED.quotas, MOMENT)

    assert len(names_in(folder)) == 2


def test_an_edit_takes_the_place_of_the_one_before(folder: Path) -> None:
    later = replace(OWN_FEES[-1], season=2028)
    save_season(folder, RESOURCES, OWN_FEES, SHIPPED.quotas, MOMENT)
    save_season(folder, RESOURCES, (*OWN_FEES, later), SHIPPED.quotas, MOMENT)

    assert load_season(RESOURCES, folder).fees == (*OWN_FEES, later)
    assert names_in(folder) == [FEES_FILE]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"", "expected one row or more"),
        (b"\xff\xd8\xff\xe0", "expected UTF-8 text"),
        (b"season,programs_from\n2027\n", "line 2"),
        (b"x" * 4_100_000, "4 MB"),
    ],
)
@pytest.mark.parametrize("name", [FEES_FILE, SIGNALS_FILE])
def test_a_broken_copy_is_passed_over_and_named(
    folder: Path, name: str, content: bytes, where: str
) -> None:
    folder.mkdir()
    (folder / name).write_bytes(content)

    loaded = load_season(RESOURCES, folder)

    assert (loaded.fees, loaded.quotas, loaded.edited) == (SHIPPED.fees, SHIPPED.quotas, ())
    [error] = loaded.passed_over
    assert error.file == name
    assert where in str(error)


def test_a_copy_with_a_gap_in_its_fees_is_named_by_its_season(folder: Path) -> None:
    save_season(folder, RESOURCES, OWN_FEES, SHIPPED.quotas, MOMENT)
    text = (folder / FEES_FILE).read_text(encoding="utf-8")
    (folder / FEES_FILE).write_text(text.replace("2027,31,", "2027,33,"), encoding="utf-8")

    [error] = load_season(RESOURCES, folder).passed_over

    assert str(error).startswith("eras_fees.csv, season 2027: ")


@pytest.mark.parametrize("fees", [OWN_FEES, SHIPPED.fees])
def test_a_broken_copy_is_moved_aside_and_not_written_over(
    folder: Path, fees: tuple[object, ...]
) -> None:
    folder.mkdir()
    (folder / FEES_FILE).write_text("what I typed by hand", encoding="utf-8")

    save_season(
        folder, RESOURCES, OWN_FEES if fees == OWN_FEES else SHIPPED.fees, SHIPPED.quotas, MOMENT
    )

    aside = folder / "eras_fees.old-20261127T093005Z.csv"
    assert aside.read_text(encoding="utf-8") == "what I typed by hand"
    assert load_season(RESOURCES, folder).passed_over == ()


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(ResourceError, match=r"eras_fees\.csv: could not be"):
        save_season(tmp_path / "file" / "in", RESOURCES, OWN_FEES, SHIPPED.quotas, MOMENT)


@pytest.mark.skipif(os.name != "posix", reason="other systems keep rights elsewhere")
def test_a_copy_is_for_the_user_alone(folder: Path) -> None:
    save_season(folder, RESOURCES, OWN_FEES, SHIPPED.quotas, MOMENT)

    assert (folder / FEES_FILE).stat().st_mode & 0o077 == 0


def test_a_missing_shipped_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"^eras_fees\.csv: could not be read"):
        load_season(tmp_path)
