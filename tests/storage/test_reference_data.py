"""The rules and figures as shipped, and edited copies of the rules, sound and broken."""

import csv
import shutil
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from smartpick_desktop.core.reference import Reference
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.reference_data import (
    RULE_FILES,
    check_rules_file,
    load_reference,
)
from smartpick_desktop.storage.resource_error import ResourceError

RESOURCES = resource()
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256))

# An edit of a shipped file by replacement, then where it goes wrong, then what is expected.
BROKEN = [
    ("bands.toml", 'title = "Article"\n', "", "schemes[0]", "missing required field `title`"),
    ("bands.toml", "lowest = 215", "lowest = '215'", "schemes[0].bands[1].lowest", "got `str`"),
    ("bands.toml", "lowest = 215", "lowest = 226", "schemes[0]", "band edges must rise"),
    ("bands.toml", "lowest = 250", "lowest = 301", "schemes[0]", "end by 300"),
    ("bands.toml", "lowest = 1\n", "lowest = 2\n", "schemes[0]", "must start at 1"),
    ("bands.toml", 'key = "strong"', 'key = "solid"', "schemes[0]", "share a key"),
    ("bands.toml", 'key = "article"', 'key = "mine"', "schemes", "the key 'article'"),
    ("bands.toml", 'key = "scrutiny"', 'key = "article"', "schemes", "each key once"),
    ("bands.toml", "[[schemes]]", "[scheme]\n[[schemes]]", "scheme", "known here: schemes"),
    ("bands.toml", "[[schemes]]", "[[scheme]]", "line 48, column 10", "Cannot overwrite"),
    ("bands.toml", "short_label", "shrt_label", "schemes[0].bands[0].shrt_label", "unknown field"),
    ("bands.toml", "[meta]", "[mata]", "meta", "got `null`"),
    ("bands.toml", "edited = 2026-11-23", 'edited = "lately"', "meta.edited", "Invalid"),
    ("bands.toml", "year = 2026", "yaer = 2026", "meta.yaer", "unknown field"),
    ("tiers.toml", "neurology = 4", "neurology = 10", "", "tier 10 of neurology is outside 1-9"),
    ("tiers.toml", "neurology = 4", "neurology = 0", "", "tier 0 of neurology is outside 1-9"),
    ("tiers.toml", "neurology = 4", "neurology = '4'", "article_tiers.neurology", "got `str`"),
    ("tiers.toml", "neurology = 4", "neurologie = 4", "article_tiers.neurologie",
     "did you mean neurology?"),
    ("tiers.toml", 'dermatology = "ultra"', 'dermatolgy = "ultra"', "article_groups.dermatolgy",
     "did you mean dermatology?"),
    ("tiers.toml", '"moderate"', '"medium"', "article_groups.anesthesiology",
     "expected one of less, moderate, ultra, got 'medium'"),
    ("tiers.toml", "less_up_to = 3", "less_up_to = 7", "groups", "upside down"),
    ("tiers.toml", "intercept = -32.06", "", "index", "missing required field `intercept`"),
    ("tiers.toml", "intercept = -32.06", "intercept = nan", "index", "nan is no finite number"),
    ("tiers.toml", "per_median_point = 0", "slope = 0", "index.slope", "unknown field"),
    ("tiers.toml", "[groups]", "[group]", "group", "unknown field"),
    ("impact.toml", "lowest = 250\n", "", "matrix[0]", "missing required field `lowest`"),
    ("impact.toml", "lowest = 250", "lowest = 239", "", "must fall to 0"),
    ("impact.toml", "lowest = 0", "lowest = 2", "", "must fall to 0"),
    ("impact.toml", "less = 0", "less = 6", "matrix[0]", "impact 6 is outside 0-5"),
    ("impact.toml", "less = 0", "less = 0.5", "matrix[0].less", "Expected `int`, got `float`"),
    ("impact.toml", "fine_up_to = 2", "fine_up_to = 4", "states", "upside down"),
    ("impact.toml", "average = 225", "average = 241", "trend", "upside down"),
    ("impact.toml", "below = 215\nlevel = 5", "below = 215\nlevel = 9", "both_low", "outside 0-5"),
    ("impact.toml", "from_level = 3", "from_level = 0", "offsets.rows[0]", "outside 1-5"),
    ("impact.toml", '["research", "letters"]', '["papers"]', "offsets.one_of[0]",
     "expected one of letters, clinical_grades"),
    ("impact.toml", "add = 1", "add = -1", "img", "impact -1 is outside"),
    ("impact.toml", "level = 4\nless_level = 3", "level = 4\nless_level = 7", "attempts",
     "impact 7 is outside 0-5"),
    ("impact.toml", '"remediation"]', '"remedation"]', "drop_with_concerns.one_of[1]",
     "expected one of clerkship_comments"),
    ("impact.toml", "margin = 5", "margins = 5", "near_pass.margins", "unknown field"),
    ("impact.toml", "rate_worth_from = 75", "rate_worth_from = 91", "figures", "upside down"),
    ("impact.toml", "[low_score]", "[low_scores]", "low_scores", "unknown field"),
    ("impact.toml", "{margin}", "{margni}", "rules[11]", "unknown place {margni}"),
    ("impact.toml", "{margin}", "{margin.real}", "rules[11]", "unknown place {margin.real}"),
    ("impact.toml", "{margin}", "{margin", "rules[11]", "unexpected '{'"),
    ("impact.toml", 'id = "M4"', 'id = "M7"', "", "no text for M4"),
    ("exams.toml", "score = 218\n", "", "pass_marks[3]", "missing required field `score`"),
    ("exams.toml", "score = 218", "score = 318", "pass_marks[3]", "318 is above 300"),
    ("exams.toml", "since = 2025-07-01", "since = 2022-07-01", "pass_marks", "a day of its own"),
    ("exams.toml", "since = 2025-07-01", "sinse = 2025-07-01", "pass_marks[3].sinse", "unknown"),
    ("exams.toml", "since = 2025-07-01", "since = 2025", "pass_marks[3].since", "Expected `date`"),
    ("exams.toml", "since = 2025-07-01", "since = 2025-07-32", "line 32, column 13", "Expected"),
    ("exams.toml", "standard_error = 6", "standard_error = -6", "noise", "negative"),
    ("exams.toml", "[noise]", "[nois]", "nois", "unknown field"),
]  # fmt: skip


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(RESOURCES).reference


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A folder for edited rules files, empty."""
    folder = tmp_path / "rules"
    folder.mkdir()
    return folder


def passed_over(edited: Path) -> ResourceError:
    """Why the one edited file was passed over, for the built-in one."""
    loaded = load_reference(RESOURCES, edited)
    [error] = loaded.passed_over
    assert loaded.reference == load_reference(RESOURCES).reference
    return error


def changed(edited: Path, name: str, old: str, new: str) -> Path:
    """A copy of a shipped rules file with the first `old` replaced."""
    text = (RESOURCES / "rules" / name).read_text(encoding="utf-8")
    assert old in text
    file = edited / name
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


@pytest.mark.parametrize(("name", "old", "new", "where", "expected"), BROKEN)
def test_a_broken_edit_is_named_and_the_built_in_file_used(
    edited: Path, name: str, old: str, new: str, where: str, expected: str
) -> None:
    file = changed(edited, name, old, new)
    error = passed_over(edited)
    assert (error.file, error.where.startswith(where)) == (name, True), str(error)
    assert where or not error.where
    assert expected in error.message
    with pytest.raises(ResourceError):
        check_rules_file(file, RESOURCES)


@pytest.mark.parametrize("name", RULE_FILES)
@pytest.mark.parametrize(
    ("content", "where", "expected"),
    [
        (b"", "meta", "got `null`"),
        (b"# nothing but a comment\n", "meta", "got `null`"),
        (JPEG, "line 1", "expected UTF-8 text"),
        ("größer".encode("utf-16"), "line 1", "expected UTF-8 text"),
        (b"[meta]\ntitle = \n", "line 2, column 9", "Invalid value"),
        (b"a = " + b"[" * 50_000, "", "nested too deeply"),
        (b"# " + b"x" * 4_000_000, "", "expected a file of 4 MB at the most"),
        (b'meta = "text"\n', "meta", "Expected `object`, got `str`"),
        (b"\x00", "line 1, column 1", "Invalid"),
    ],
)
def test_what_is_no_rules_file_at_all_is_passed_over(
    edited: Path, name: str, content: bytes, where: str, expected: str
) -> None:
    (edited / name).write_bytes(content)
    error = passed_over(edited)
    assert (error.file, error.where) == (name, where)
    assert expected in error.message


@pytest.mark.parametrize("name", RULE_FILES)
def test_a_folder_in_the_place_of_a_file_is_passed_over(edited: Path, name: str) -> None:
    (edited / name).mkdir()
    error = passed_over(edited)
    assert str(error).startswith(f"{name}: could not be read")


@pytest.mark.parametrize("name", RULE_FILES)
def test_a_shipped_file_under_another_name_is_passed_over(edited: Path, name: str) -> None:
    other = RULE_FILES[RULE_FILES.index(name) - 1]
    shutil.copy(RESOURCES / "rules" / other, edited / name)
    assert "unknown field" in passed_over(edited).message


@pytest.mark.parametrize("name", RULE_FILES)
def test_a_missing_shipped_file_is_an_error(tmp_path: Path, name: str) -> None:
    shutil.copytree(RESOURCES / "rules", tmp_path / "rules")
    shutil.copytree(RESOURCES / "data", tmp_path / "data")
    (tmp_path / "rules" / name).unlink()
    with pytest.raises(ResourceError, match=rf"^{name}: could not be read"):
        load_reference(tmp_path)


def test_each_broken_file_is_named_and_the_sound_one_used(edited: Path) -> None:
    (edited / "bands.toml").write_bytes(JPEG)
    (edited / "exams.toml").write_bytes(b"")
    changed(edited, "impact.toml", "less = 0", "less = 2")
    loaded = load_reference(RESOURCES, edited)
    assert [error.file for error in loaded.passed_over] == ["bands.toml", "exams.toml"]
    assert loaded.reference.impact.matrix[0].less == 2


@pytest.mark.parametrize("name", RULE_FILES)
def test_an_untouched_copy_reads_as_shipped(edited: Path, reference: Reference, name: str) -> None:
    shutil.copy(RESOURCES / "rules" / name, edited / name)
    check_rules_file(edited / name, RESOURCES)
    loaded = load_reference(RESOURCES, edited)
    assert (loaded.reference, loaded.passed_over) == (reference, ())


def test_a_folder_without_edited_files_and_no_folder_are_alike(
    edited: Path, reference: Reference
) -> None:
    for folder in (edited, edited / "gone", None):
        loaded = load_reference(RESOURCES, folder)
        assert (loaded.reference, loaded.passed_over) == (reference, ())


def test_an_edit_with_windows_line_ends_is_read(edited: Path) -> None:
    text = (RESOURCES / "rules" / "exams.toml").read_text(encoding="utf-8")
    (edited / "exams.toml").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load_reference(RESOURCES, edited).passed_over == ()


@pytest.mark.parametrize("name", ["sources.csv", "bands.csv", "bands.toml.bak", "Bands.toml"])
def test_only_rules_files_can_be_checked(tmp_path: Path, name: str) -> None:
    with pytest.raises(ResourceError, match=r"expected a file named one of bands\.toml"):
        check_rules_file(tmp_path / name, RESOURCES)


def test_every_file_names_version_source_year_confidence_and_editor(reference: Reference) -> None:
    for meta in reference.files.values():
        assert meta.version
        assert meta.confidence
        assert meta.editor
        assert meta.source_ids
        assert 2020 < meta.year <= meta.edited.year


def test_every_source_that_is_named_anywhere_is_listed() -> None:
    listed = listed_sources()
    assert {(file.name, name) for file, name in named_sources() if name not in listed} == set()


def test_every_source_that_is_listed_is_named_somewhere() -> None:
    assert listed_sources() - {name for _, name in named_sources()} == set()


def test_a_source_has_a_title_and_a_kind_and_is_listed_once(reference: Reference) -> None:
    with (RESOURCES / "data" / "sources.csv").open(encoding="utf-8", newline="") as lines:
        assert len(list(csv.DictReader(lines))) == len(reference.sources)
    for source in reference.sources.values():
        assert source.title
        assert source.kind


def test_every_name_that_joins_two_files_is_known(reference: Reference) -> None:
    figures_keys = {specialty.figures_key for specialty in reference.specialties.values()}
    assert {figures.specialty for figures in reference.figures.scores} <= figures_keys
    assert {rate.specialty for rate in reference.figures.rates} <= figures_keys


def test_a_group_has_its_figures_once(reference: Reference) -> None:
    keys = [(f.specialty, f.applicant_type) for f in reference.figures.scores]
    assert len(set(keys)) == len(keys)


def test_quartiles_rise(reference: Reference) -> None:
    for figures in reference.figures.scores:
        known = [q for q in (figures.q1, figures.median, figures.q3) if q is not None]
        assert known == sorted(known)
        assert len(known) in ((0, 1) if figures.is_means else (0, 3))


def test_the_bands_of_the_rates_cover_the_scale_without_a_gap(reference: Reference) -> None:
    rates = reference.figures.rates
    for specialty in {rate.specialty for rate in rates}:
        bands = sorted((r.lowest, r.highest) for r in rates if r.specialty == specialty)
        assert (bands[0][0], bands[-1][1]) == (1, 300)
        for (_, highest), (lowest, _) in pairwise(bands):
            assert lowest == highest + 1


def test_a_rate_is_a_percentage_of_some_people(reference: Reference) -> None:
    for rate in reference.figures.rates:
        assert (rate.percent is None) == (rate.people == 0)
        assert rate.percent is None or 0 <= rate.percent <= 100


def test_the_table_of_impacts_and_the_articles_bands_have_the_same_edges(
    reference: Reference,
) -> None:
    bands = [band.lowest for band in reference.band_schemes["article"].bands]
    rows = [max(row.lowest, 1) for row in reference.impact.matrix]
    assert rows == bands[::-1]


def listed_sources() -> set[str]:
    with (RESOURCES / "data" / "sources.csv").open(encoding="utf-8", newline="") as lines:
        return {row["source_id"] for row in csv.DictReader(lines)}


def named_sources() -> Iterator[tuple[Path, str]]:
    """Every source id in any rules or data file, with the file."""
    for file in (*RESOURCES.glob("rules/*.toml"), *RESOURCES.glob("data/*.toml")):
        for name in in_toml(tomllib.loads(file.read_text(encoding="utf-8"))):
            yield file, name
    for file in set(RESOURCES.glob("data/*.csv")) - {RESOURCES / "data" / "sources.csv"}:
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                for name in filter(None, row.get("source_ids", "").split(";")):
                    yield file, name


def in_toml(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "source_ids":
                yield from inner
            elif key == "source_id":
                yield inner
            else:
                yield from in_toml(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from in_toml(inner)
