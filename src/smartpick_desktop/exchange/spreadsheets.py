"""Reads CSV and XLSX files as tables of text, within bounds that no file can pass.

What a file is, is told by its content and not by its name.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from smartpick_desktop.core.import_file import ExchangeError
from smartpick_desktop.exchange.guards import unguarded
from smartpick_desktop.exchange.workbook_limits import check_workbook

MOST_BYTES = 20_000_000
MOST_ROWS, MOST_COLUMNS, MOST_CHARS = 50_000, 400, 20_000
_SAMPLE = 64_000
_SEPARATORS = (",", ";", "\t", "|")
_KINDS = (
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a text document (RTF)"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of text; every row has as many cells. Row 1 of the file is `rows[0]`."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def is_pdf(path: Path) -> bool:
    """Whether the file is a PDF by its content; False where it cannot be read."""
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError:
        return False


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The tables of a file that hold anything; ExchangeError says what is wrong with it."""
    content = _content(path)
    if content.startswith(_OLD_OFFICE):
        raise ExchangeError(
            f"{path.name} is locked with a password, or an Excel file of the old kind. "
            "Save it as an unlocked .xlsx and choose that."
        )
    for magic, what in _KINDS:
        if content.startswith(magic):
            raise ExchangeError(f"{path.name} is {what}, not a table.")
    is_workbook = content.startswith(b"PK")
    sheets = _workbook(path, content) if is_workbook else (_text_table(path, content),)
    held = tuple(sheet for sheet in sheets if sheet.rows)
    if not held:
        raise ExchangeError(f"{path.name} holds no rows.")
    return held


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ExchangeError(
                f"{path.name} is {size / 1e6:.0f} MB; {MOST_BYTES // 1_000_000} MB is the most "
                "that is read. Keep the columns and rows you need and save it anew."
            )
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise ExchangeError(f"{path.name} cannot be read: {reason}.") from None
    if not content:
        raise ExchangeError(f"{path.name} is empty.")
    return content


def _workbook(path: Path, content: bytes) -> tuple[Sheet, ...]:
    check_workbook(path.name, content, rows=MOST_ROWS, columns=MOST_COLUMNS)
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(_worksheet(path, name, book) for name in book.sheet_names)
    except (python_calamine.CalamineError, OSError) as error:
        if "assword" in str(error):
            raise ExchangeError(f"{path.name} is locked with a password.") from None
        raise ExchangeError(f"{path.name} is damaged, or is no Excel workbook.") from None


def _worksheet(path: Path, name: str, book: "object") -> Sheet:
    from python_calamine import CalamineWorkbook

    assert isinstance(book, CalamineWorkbook)  # noqa: S101  what _workbook opened
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return Sheet(name=name, rows=_even(path, ([_cell_text(cell) for cell in row] for row in rows)))


def _cell_text(value: object) -> str:
    """A cell as text: whole numbers without a point, days as 2026-11-30."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _text_table(path: Path, content: bytes) -> Sheet:
    text = _decoded(path, content)
    separator = _separator(text)
    try:
        rows = _even(path, _csv_rows(text, separator, strict=True))
    except csv.Error as error:
        if "end of data" in str(error):
            raise ExchangeError(f"{path.name}: a text in quotes is never closed.") from None
        try:
            rows = _even(path, _csv_rows(text, separator, strict=False))
        except csv.Error:
            raise ExchangeError(f"{path.name}: one cell is too long to be read.") from None
    return Sheet(name=path.stem, rows=rows)


def _csv_rows(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict):
        yield [unguarded(cell) for cell in row]


def _decoded(path: Path, content: bytes) -> str:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content:
        odd, even = content[1:200:2], content[0:200:2]
        if 10 * max(odd.count(0), even.count(0)) > 9 * len(even):
            encoding = "utf-16-le" if odd.count(0) > even.count(0) else "utf-16-be"
            return content.decode(encoding, errors="replace")
        at = content.index(b"\0")
        line = content.count(b"\n", 0, at) + 1
        raise ExchangeError(f"{path.name}, line {line}: it holds bytes that no text file has.")
    try:
        return content.decode()
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(content[:_SAMPLE], cp_isolation=["cp1252", "mac_roman", "cp1250"]).best()
        return content.decode(best.encoding if best else "cp1252", errors="replace")


def _separator(text: str) -> str:
    """The separator under which the first rows have most cells, alike in number."""
    lines = text[:_SAMPLE].splitlines()[:50]

    def fitness(separator: str) -> tuple[int, int]:
        rows = csv.reader(lines, delimiter=separator)
        try:
            widths = [len(row) for row in rows if row]
        except csv.Error:
            return 0, 0
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0), usual

    return max(_SEPARATORS, key=fitness)


def _even(path: Path, rows: Iterator[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows of one width, without empty ones at the end; ExchangeError past the limits."""
    held: list[Sequence[str]] = []
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise ExchangeError(f"{path.name} has more than {MOST_ROWS:,} rows, the most read.")
        if len(row) > MOST_COLUMNS:
            raise ExchangeError(
                f"{path.name}, row {number}: {len(row):,} columns; {MOST_COLUMNS} are the most."
            )
        if any(len(cell) > MOST_CHARS for cell in row):
            raise ExchangeError(f"{path.name}, row {number}: one cell is too long to be read.")
        held.append([cell.replace("\0", "").strip() for cell in row])
    while held and not any(held[-1]):
        held.pop()
    width = max(map(len, held), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in held)
