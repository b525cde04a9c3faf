"""Looks a workbook through before it is read: a small file can unfold into gigabytes.

Every part is unpacked once, counted and thrown away. Where a sheet's outermost cells lie is read
from its XML, since a reader makes room for all that lies between them.
"""

import io
import zipfile
import zlib
from xml.parsers import expat

from smartpick_desktop.core.import_file import ExchangeError

MOST_PARTS = 2_000
MOST_UNPACKED = 150_000_000
_CHUNK = 1 << 16
_SHEETS = "xl/worksheets/"


def check_workbook(name: str, content: bytes, *, rows: int, columns: int) -> None:
    """Raise ExchangeError unless the workbook is whole and within bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            parts = book.infolist()
            if not any(part.filename.startswith("xl/") for part in parts):
                raise ExchangeError(f"{name} is an archive, but no Excel workbook.")
            if any(part.flag_bits & 1 for part in parts):
                raise ExchangeError(f"{name} is locked with a password.")
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise _too_large(name)
            unpacked = 0
            for part in parts:
                is_sheet = part.filename.startswith(_SHEETS) and part.filename.endswith(".xml")
                scan = _SheetScan(name, rows, columns) if is_sheet else None
                unpacked += _unpack(book, part, scan)
                if unpacked > MOST_UNPACKED:
                    raise _too_large(name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise ExchangeError(f"{name} is damaged, or only a part of a workbook.") from None


def _unpack(book: zipfile.ZipFile, part: zipfile.ZipInfo, scan: "_SheetScan | None") -> int:
    size = 0
    with book.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if scan is not None:
                scan.feed(chunk)
    return size


def _too_large(name: str) -> ExchangeError:
    most = MOST_UNPACKED // 1_000_000
    return ExchangeError(f"{name} unfolds to more than {most} MB, the most that is read.")


class _SheetScan:
    """Follows the cells of one sheet and stops at the first one out of bounds."""

    def __init__(self, name: str, rows: int, columns: int) -> None:
        self._name = name
        self._rows, self._columns = rows, columns
        self._row = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._on_element

    def feed(self, chunk: bytes) -> None:
        try:
            self._parser.Parse(chunk, False)  # noqa: FBT003  expat's own signature
        except expat.ExpatError:
            raise ExchangeError(f"{self._name} is damaged: a sheet of it is cut off.") from None

    def _on_element(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "row":
            given = attributes.get("r", "")
            self._row = int(given) if given.isdecimal() else self._row + 1
            self._check_row(self._row)
        elif kind == "c" and "r" in attributes:
            column, row = _place(attributes["r"])
            self._check_row(max(row, self._row))
            if column > self._columns:
                raise ExchangeError(
                    f"{self._name}, row {self._row}: column {column:,} is used; "
                    f"{self._columns} are the most."
                )

    def _check_row(self, row: int) -> None:
        if row > self._rows:
            raise ExchangeError(
                f"{self._name} has more than {self._rows:,} rows, the most that is read."
            )


def _place(reference: str) -> tuple[int, int]:
    """Column and row of a cell, both from 1: AB7 is 28, 7."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    digits = reference[len(letters) :]
    return column, int(digits[:9] or 0)
