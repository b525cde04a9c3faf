"""The user's own rules files: out, in, and back to the built-in ones."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smartpick_desktop.paths import resource
from smartpick_desktop.storage.edited_rules import adopt, edited_files, export_rules, reset
from smartpick_desktop.storage.reference_data import RULE_FILES, load_reference
from smartpick_desktop.storage.resource_error import ResourceError

RESOURCES = resource()
MOMENT = datetime(2026, 11, 24, 9, 30, 5, tzinfo=UTC)


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    return tmp_path / "edited"


@pytest.fixture
def strict_file(tmp_path: Path) -> Path:
    """A copy of the impact rules under which a high score in the calmest group reads 5."""
    text = (RESOURCES / "rules" / "impact.toml").read_text(encoding="utf-8")
    file = tmp_path / "impact.toml"
    file.write_text(text.replace("less = 0", "less = 5", 1), encoding="utf-8")
    return file


def test_a_copy_of_every_rules_file_is_what_is_shipped(tmp_path: Path) -> None:
    copies = export_rules(RESOURCES, tmp_path / "mine")

    assert [copy.name for copy in copies] == list(RULE_FILES)
    for copy in copies:
        assert copy.read_bytes() == (RESOURCES / "rules" / copy.name).read_bytes()


def test_a_copy_is_of_the_rules_in_force(tmp_path: Path, edited: Path, strict_file: Path) -> None:
    adopt(strict_file, edited, RESOURCES)

    export_rules(RESOURCES, tmp_path / "mine", edited=edited)

    assert (tmp_path / "mine" / "impact.toml").read_bytes() == strict_file.read_bytes()
    shipped = (RESOURCES / "rules" / "bands.toml").read_bytes()
    assert (tmp_path / "mine" / "bands.toml").read_bytes() == shipped


def test_a_file_that_is_there_stays_and_nothing_else_is_copied(tmp_path: Path) -> None:
    (tmp_path / "exams.toml").write_text("mine", encoding="utf-8")

    with pytest.raises(ResourceError, match=r"exams\.toml: there is a file of that name already"):
        export_rules(RESOURCES, tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == ["exams.toml"]
    assert (tmp_path / "exams.toml").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(ResourceError, match="could not be copied"):
        export_rules(RESOURCES, tmp_path / "file" / "inside")


def test_a_sound_file_is_in_force_from_then_on(edited: Path, strict_file: Path) -> None:
    adopt(strict_file, edited, RESOURCES)

    loaded = load_reference(RESOURCES, edited)
    assert loaded.passed_over == ()
    assert loaded.reference.impact.matrix[0].less == 5
    assert edited_files(edited) == ("impact.toml",)
    assert [file.name for file in edited.iterdir()] == ["impact.toml"]


def test_a_file_that_cannot_be_used_leaves_the_one_before_in_force(
    edited: Path, strict_file: Path
) -> None:
    adopt(strict_file, edited, RESOURCES)
    before = (edited / "impact.toml").read_bytes()
    strict_file.write_text("less = nine", encoding="utf-8")

    with pytest.raises(ResourceError, match=r"impact\.toml, line 1"):
        adopt(strict_file, edited, RESOURCES)

    assert (edited / "impact.toml").read_bytes() == before


def test_a_file_of_another_name_is_refused_with_the_names_that_fit(
    tmp_path: Path, edited: Path
) -> None:
    file = tmp_path / "impact (1).toml"
    file.write_bytes((RESOURCES / "rules" / "impact.toml").read_bytes())

    with pytest.raises(ResourceError, match=r"expected a file named one of bands\.toml"):
        adopt(file, edited, RESOURCES)

    assert not edited.exists()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, edited: Path) -> None:
    with pytest.raises(ResourceError, match="could not be read"):
        adopt(tmp_path / "bands.toml", edited, RESOURCES)


def test_the_file_in_force_can_be_taken_in_again(edited: Path, strict_file: Path) -> None:
    content = strict_file.read_bytes()
    adopt(strict_file, edited, RESOURCES)

    adopt(edited / "impact.toml", edited, RESOURCES)

    assert (edited / "impact.toml").read_bytes() == content


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_an_edited_file_is_the_users_alone(edited: Path, strict_file: Path) -> None:
    adopt(strict_file, edited, RESOURCES)

    assert (edited / "impact.toml").stat().st_mode & 0o077 == 0


def test_a_disk_that_refuses_is_said_in_a_sentence(tmp_path: Path, strict_file: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(ResourceError, match=r"impact\.toml: could not be copied: "):
        adopt(strict_file, tmp_path / "file" / "edited", RESOURCES)


def test_the_way_back_keeps_the_edited_copy(edited: Path, strict_file: Path) -> None:
    adopt(strict_file, edited, RESOURCES)

    aside = reset(edited, MOMENT)

    assert aside == edited / "old-20261124T093005Z"
    assert (aside / "impact.toml").read_bytes() == strict_file.read_bytes()
    assert edited_files(edited) == ()
    assert load_reference(RESOURCES, edited).reference.impact.matrix[0].less == 0


def test_two_ways_back_within_a_second_keep_both_copies(edited: Path, strict_file: Path) -> None:
    adopt(strict_file, edited, RESOURCES)
    first = reset(edited, MOMENT)
    adopt(strict_file, edited, RESOURCES)

    second = reset(edited, MOMENT)

    assert first is not None
    assert second is not None
    assert first != second
    assert (first / "impact.toml").exists()
    assert (second / "impact.toml").exists()


def test_there_is_no_way_back_from_the_built_in_rules(edited: Path) -> None:
    assert reset(edited, MOMENT) is None
    assert not edited.exists()
