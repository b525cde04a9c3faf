"""Reads TOML and CSV resource files into typed values, naming file, line and field on error."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from smartpick_desktop.storage.resource_error import ResourceError

T = TypeVar("T")
LARGEST_MB = 4


def read_text(path: Path) -> str:
    """The text of a UTF-8 file; ResourceError if it is missing, far too large, or no text."""
    try:
        if path.stat().st_size > LARGEST_MB * 1_000_000:
            raise ResourceError(path.name, "", f"expected a file of {LARGEST_MB} MB at the most")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ResourceError(path.name, f"line {line}", "expected UTF-8 text") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ResourceError(path.name, "", f"could not be read: {reason}") from error


def read_toml(path: Path) -> dict[str, Any]:
    """The table that a TOML file holds."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        message, _, where = str(error).rpartition(" (at ")
        raise ResourceError(path.name, where.rstrip(")"), message or str(error)) from error
    except RecursionError as error:
        raise ResourceError(path.name, "", "nested too deeply") from error


def convert(path: Path, field: str, value: object, kind: type[T]) -> T:
    """`value` as a `kind`; ResourceError names the field and what was expected."""
    for where, message in _faults(field, value, kind):
        raise ResourceError(path.name, where, message)
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise ResourceError(path.name, *_place(field, str(error))) from error


def read_csv(path: Path, kind: type[T], **fixed: object) -> list[T]:
    """The rows of a CSV file as `kind`s. An empty cell is None; `fixed` fills further fields."""
    reader = csv.DictReader(read_text(path).splitlines(), strict=True)
    rows: list[T] = []
    try:
        for row in reader:
            where = f"line {reader.line_num}"
            if None in row or None in row.values():
                raise ResourceError(
                    path.name, where, f"expected {len(reader.fieldnames or [])} cells"
                )
            rows.append(_convert_row(path, where, row, kind, fixed))
    except csv.Error as error:
        where = f"line {reader.reader.line_num}"  # its own count stands at the last good line
        raise ResourceError(path.name, where, str(error)) from error
    return rows


def _convert_row(
    path: Path, where: str, row: Mapping[str, str], kind: type[T], fixed: Mapping[str, object]
) -> T:
    cells: dict[str, object] = {key: value or None for key, value in row.items()}
    if "source_ids" in cells:
        cells["source_ids"] = str(cells["source_ids"] or "").split(";")
    try:
        return msgspec.convert(cells | dict(fixed), kind, strict=False)
    except msgspec.ValidationError as error:
        field, message = _place("", str(error))
        raise ResourceError(path.name, f"{where}, {field}" if field else where, message) from error


def _faults(at: str, value: object, kind: Any) -> Iterator[tuple[str, str]]:
    """Fields that `kind` does not know and values that do not fit, each with its place.

    What is missing, and what a class itself refuses, is left to msgspec.
    """
    of, inner = get_origin(kind), get_args(kind)
    if isinstance(value, dict) and (is_dataclass(kind) or of is Mapping):
        known = {f.name: f.type for f in fields(kind)} if is_dataclass(kind) else None
        for name, part in value.items():
            place = f"{at}.{name}" if at else name
            if known is None or name in known:
                yield from _faults(place, part, known[name] if known else inner[1])
            else:
                yield place, f"unknown field; known here: {', '.join(known)}"
    elif isinstance(value, list) and of in (tuple, frozenset):
        for number, part in enumerate(value):
            yield from _faults(f"{at}[{number}]", part, inner[0])
    elif isinstance(kind, type) and issubclass(kind, StrEnum) and isinstance(value, str):
        words = [member.value for member in kind]
        if value not in words:
            yield at, f"expected one of {', '.join(words)}, got {value!r}"
    else:
        yield from _misfit(at, value, kind)


def _misfit(at: str, value: object, kind: Any) -> Iterator[tuple[str, str]]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        yield at, str(error)


def _place(field: str, message: str) -> tuple[str, str]:
    """A msgspec message taken apart into the field and what was expected there."""
    text, marker, path = message.rpartition(" - at `$")
    if not marker:
        return field, message
    inner = path.rstrip("`").removeprefix(".")
    joined = inner if not field else field + (inner if inner.startswith("[") else f".{inner}")
    return joined.strip("."), text
