"""Writes a program list as CSV, as a workbook, and as text and HTML for the clipboard."""

import csv
import html
import io
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

from smartpick_desktop.core.import_file import ExchangeError
from smartpick_desktop.core.list_table import Cell, ListTable
from smartpick_desktop.exchange.guards import guarded

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_SHEET_NAME = 31  # letters, by the rules of the format
_WIDEST = 48


def write_list(table: ListTable, path: Path) -> None:
    """Write `table` as the kind of file that the name asks for; whole or not at all."""
    if path.suffix.casefold() == ".xlsx":
        content = workbook(table)
    else:
        content = csv_text(table).encode("utf-8-sig")
    _replace(path, content)


def csv_text(table: ListTable) -> str:
    """The table with commas; what looks like a formula is guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.titles)
    writer.writerows([guarded(cell_text(cell)) for cell in row] for row in table.rows)
    return out.getvalue()


def tab_text(table: ListTable) -> str:
    """The table with tabs, a line a row: what a sheet takes from the clipboard."""
    lines = (table.titles, *([guarded(cell_text(cell)) for cell in row] for row in table.rows))
    return "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)


def html_table(table: ListTable) -> str:
    """The table as HTML: what a mail takes from the clipboard."""
    head = "".join(f"<th>{html.escape(title)}</th>" for title in table.titles)
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell_text(cell))}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    return f"<table border='1' cellspacing='0' cellpadding='4'><tr>{head}</tr>{rows}</table>"


def workbook(table: ListTable) -> bytes:
    """A workbook with a sheet for each specialty, real numbers and days, and no formula."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in _by_specialty(table):
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, table.titles, bold)
        for at, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(at, column, cell, day)
                elif isinstance(cell, float | int):
                    sheet.write_number(at, column, cell)
                elif cell:
                    sheet.write_string(at, column, cell)
        for column, width in enumerate(_widths(table)):
            sheet.set_column(column, column, width)
    book.close()
    return out.getvalue()


def cell_text(cell: Cell) -> str:
    """A cell as text; whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:g}" if isinstance(cell, float | int) else cell


def _by_specialty(table: ListTable) -> Iterator[tuple[str, list[tuple[Cell, ...]]]]:
    used: set[str] = set()
    for specialty in dict.fromkeys(table.specialties) or ("My list",):
        rows = zip(table.rows, table.specialties, strict=True)
        name = _NOT_IN_NAMES.sub(" ", specialty)[:_SHEET_NAME].strip() or "Programs"
        while name.casefold() in used:
            name = f"{name[: _SHEET_NAME - 2]} 2"
        used.add(name.casefold())
        yield name, [row for row, of in rows if of == specialty]


def _widths(table: ListTable) -> list[int]:
    columns = zip(
        *([table.titles] + [tuple(map(cell_text, row)) for row in table.rows]), strict=True
    )
    return [min(_WIDEST, 2 + max(len(cell) for cell in column)) for column in columns]


def _one_line(text: str) -> str:
    return " ".join(text.replace("\t", " ").splitlines()) if text else text


def _replace(path: Path, content: bytes) -> None:
    """Write beside `path` and move it there, so that a fault leaves what was there."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as made:
            made.write(content)
            made.flush()
            os.fsync(made.fileno())
        try:
            Path(made.name).replace(path)
        except OSError:
            Path(made.name).unlink(missing_ok=True)
            raise
    except PermissionError:
        raise ExchangeError(
            f"{path.name} cannot be written: it is open in another program, or the folder may "
            "not be written to."
        ) from None
    except OSError as error:
        reason = error.strerror or "the disk refused it"
        raise ExchangeError(f"{path.name} cannot be written: {reason}.") from None
