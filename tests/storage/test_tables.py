"""Resource files that cannot be used are named with the line or field, and what was expected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.storage.tables import LARGEST_MB, convert, read_csv, read_text, read_toml


class Colour(StrEnum):
    GREEN = "green"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str
    size: int = 0

    def __post_init__(self) -> None:
        if self.size > 9:
            raise ValueError(f"{self.size} is above 9")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    parts: tuple[Part, ...]
    sizes: Mapping[str, int]
    colours: frozenset[Colour] = frozenset()
    since: date | None = None
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    name: str
    size: int | None
    source_ids: tuple[str, ...] = ()
    fixed: str = ""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data.toml"


def whole(**fields: object) -> dict[str, object]:
    return {"parts": [{"name": "a"}], "sizes": {"a": 1}} | fields


def fault(file: Path, value: object, kind: type = Whole, at: str = "") -> tuple[str, str]:
    with pytest.raises(ResourceError) as raised:
        convert(file, at, value, kind)
    assert raised.value.file == "data.toml"
    return raised.value.where, raised.value.message


def test_text_is_read_with_and_without_a_byte_order_mark(file: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig"):
        file.write_text("größer", encoding=encoding)
        assert read_text(file) == "größer"


@pytest.mark.parametrize(("data", "line"), [(b"\xff\xd8\xff\xe0", 1), (b"a\nb\n\xe9\n", 3)])
def test_what_is_no_text_is_named_by_its_line(file: Path, data: bytes, line: int) -> None:
    file.write_bytes(data)
    with pytest.raises(ResourceError, match=rf"^data\.toml, line {line}: expected UTF-8 text$"):
        read_text(file)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    for name in ("gone.toml", "folder.toml"):
        with pytest.raises(ResourceError, match=rf"^{name}: could not be read: "):
            read_toml(tmp_path / name)


def test_a_far_too_large_file_is_not_even_read(file: Path) -> None:
    with file.open("wb") as out:
        out.truncate(LARGEST_MB * 1_000_000 + 1)
    with pytest.raises(ResourceError, match=r"^data\.toml: expected a file of 4 MB at the most$"):
        read_text(file)


def test_a_file_just_as_large_as_allowed_is_read(file: Path) -> None:
    file.write_bytes(b" " * LARGEST_MB * 1_000_000)
    assert read_toml(file) == {}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a = 1\nb = = 2\n", "line 2, column 5"),
        ("a = 1\na = 2\n", "line 2, column 6"),
        ("[meta\n", "line 1, column 6"),
        ("a = 1\n\nb\n", "line 3, column 2"),
        ('a = "open', "end of document"),
        ("a = 2026-13-01", "line 1, column 9"),
    ],
)
def test_broken_toml_is_named_by_its_line(file: Path, text: str, where: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError) as raised:
        read_toml(file)
    assert raised.value.where == where
    assert raised.value.message


def test_toml_nested_too_deeply_is_refused(file: Path) -> None:
    file.write_text("a = " + "[" * 100_000, encoding="utf-8")
    with pytest.raises(ResourceError, match="nested too deeply"):
        read_toml(file)


def test_a_value_that_fits_is_converted(file: Path) -> None:
    value = whole(colours=["green"], since=date(2026, 1, 1), share=2)
    assert convert(file, "", value, Whole) == Whole(
        parts=(Part(name="a"),), sizes={"a": 1}, colours=frozenset({Colour.GREEN}),
        since=date(2026, 1, 1), share=2.0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "where", "expected"),
    [
        (None, "", "Expected `object`, got `null`"),
        ({}, "", "missing required field `parts`"),
        (whole(parts=[{}]), "parts[0]", "missing required field `name`"),
        (whole(parts=[{"name": "a"}, {"name": 3}]), "parts[1].name", "Expected `str`, got `int`"),
        (whole(parts={}), "parts", "Expected `array`"),
        (whole(parts=[{"name": "a", "size": "9"}]), "parts[0].size", "Expected `int`, got `str`"),
        (whole(parts=[{"name": "a", "size": True}]), "parts[0].size", "Expected `int`"),
        (whole(parts=[{"name": "a", "size": 10}]), "parts[0]", "10 is above 9"),
        (whole(sizes={"a": 1, "b": "x"}), "sizes.b", "Expected `int`, got `str`"),
        (whole(colours=["green", "red"]), "colours[1]", "expected one of green, blue, got 'red'"),
        (whole(colours=[1]), "colours[0]", "got `int`"),
        (whole(since="soon"), "since", "Invalid"),
        (whole(share="x"), "share", "Expected `float"),
        (whole(shares=1), "shares", "unknown field; known here: parts, sizes, colours, since"),
        (whole(parts=[{"name": "a", "sise": 1}]), "parts[0].sise", "known here: name, size"),
    ],
)
def test_a_value_that_does_not_fit_is_named_by_its_field(
    file: Path, value: object, where: str, expected: str
) -> None:
    found = fault(file, value)
    assert found[0] == where
    assert expected in found[1]


def test_a_part_of_a_file_is_named_from_its_top(file: Path) -> None:
    assert fault(file, {"name": 1}, Part, "meta")[0] == "meta.name"
    assert fault(file, {"nam": "a"}, Part, "meta")[0] == "meta.nam"
    assert fault(file, {}, Part, "meta")[0] == "meta"


def rows(tmp_path: Path, text: str) -> list[Row]:
    path = tmp_path / "rows.csv"
    path.write_text(text, encoding="utf-8")
    return read_csv(path, Row)


def test_rows_are_read_with_empty_cells_as_none(tmp_path: Path) -> None:
    assert rows(tmp_path, 'name,size,source_ids\n"a, b",3,X;Y\nc,,X\n') == [
        Row(name="a, b", size=3, source_ids=("X", "Y")),
        Row(name="c", size=None, source_ids=("X",)),
    ]


def test_fixed_fields_are_the_same_in_every_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("name,size\na,1\nb,2\n", encoding="utf-8")
    assert [row.fixed for row in read_csv(path, Row, fixed="x")] == ["x", "x"]


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        ("name,size\na,1\nb,x\n", "line 3, size", "Expected `int | null`"),
        ("name,size\n,1\n", "line 2, name", "Expected `str`, got `null`"),
        ("name,size\na\n", "line 2", "expected 2 cells"),
        ("name,size\na,1,2\n", "line 2", "expected 2 cells"),
        ("name,sise\na,1\n", "line 2", "missing required field `size`"),
        ('name,size\n"a"b,1\n', "line 2", "expected after"),
    ],
)
def test_a_row_that_does_not_fit_is_named_by_line_and_field(
    tmp_path: Path, text: str, where: str, expected: str
) -> None:
    with pytest.raises(ResourceError) as raised:
        rows(tmp_path, text)
    assert raised.value.where == where
    assert expected in raised.value.message
