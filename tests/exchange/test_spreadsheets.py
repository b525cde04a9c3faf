"""Tables that people bring: read whatever wrote them, and refused in a sentence where bad."""

import csv
import io
import resource
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from smartpick_desktop.core.import_file import ExchangeError
from smartpick_desktop.exchange.spreadsheets import MOST_COLUMNS, read_sheets

ROWS = (("Program", "City", "State"), ("Clínica Güell", "Ponce", "PR"), ("Harbor", "Orla", "OR"))


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def as_csv(separator: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(ROWS)
    return out.getvalue()


def sentence(path: Path) -> str:
    with pytest.raises(ExchangeError) as caught:
        read_sheets(path)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    [sheet] = read_sheets(written(tmp_path / "list.csv", as_csv().encode(encoding)))
    assert sheet.rows == ROWS


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_told_apart(tmp_path: Path, separator: str) -> None:
    [sheet] = read_sheets(written(tmp_path / "list.csv", as_csv(separator).encode()))
    assert sheet.rows == ROWS


def test_a_quoted_cell_may_hold_separators_and_lines(tmp_path: Path) -> None:
    content = b'Program,Note\r\n"Harbor, Orla","two\nlines"\r\n'
    [sheet] = read_sheets(written(tmp_path / "list.csv", content))
    assert sheet.rows[1] == ("Harbor, Orla", "two\nlines")


def test_short_rows_are_filled_up_and_empty_ones_at_the_end_dropped(tmp_path: Path) -> None:
    [sheet] = read_sheets(written(tmp_path / "list.csv", b"Program,City\nHarbor\n,\n\n"))
    assert sheet.rows == (("Program", "City"), ("Harbor", ""))


def workbook(path: Path, rows: list[list[object]], name: str = "Sheet1") -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet(name)
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    book.close()
    return path


def test_numbers_of_a_workbook_are_read_as_they_look(tmp_path: Path) -> None:
    [sheet] = read_sheets(
        workbook(tmp_path / "list.xlsx", [["ACGME ID", "Share"], [400121010, 0.5]])
    )
    assert sheet.rows == (("ACGME ID", "Share"), ("400121010", "0.5"))


def test_a_formula_gives_what_it_last_came_to(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "list.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Program", "Positions"])
    sheet.write_string(1, 0, "Harbor")
    sheet.write_formula(1, 1, "=6+6", None, 12)
    book.close()
    [found] = read_sheets(tmp_path / "list.xlsx")
    assert found.rows[1] == ("Harbor", "12")


def test_the_content_tells_what_a_file_is_and_not_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [["Program"], ["Harbor"]])
    [sheet] = read_sheets(path.rename(tmp_path / "list.csv"))
    assert sheet.rows == (("Program",), ("Harbor",))


class TestABadFile:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "list.csv is empty."),
            (b"\n\n  \n", "list.csv holds no rows."),
            (b"\xff\xd8\xff\xe0JFIF", "list.csv is a picture (JPEG), not a table."),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "list.csv is locked with a password, or an Excel file"),
            (b"Program,City\nHar\0bor,Orla\n", "list.csv, line 2: it holds bytes that no text"),
            (b'Program,City\n"Harbor,Orla\n', "list.csv: a text in quotes is never closed."),
            (b"PK\x03\x04nothing", "list.csv is damaged, or only a part of a workbook."),
        ],
    )
    def test_says_what_is_wrong(self, tmp_path: Path, content: bytes, words: str) -> None:
        assert sentence(written(tmp_path / "list.csv", content)).startswith(words)

    def test_200_megabytes_are_refused_unread(self, tmp_path: Path) -> None:
        path = tmp_path / "list.csv"
        with path.open("wb") as file:
            file.truncate(200_000_000)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert sentence(path).startswith("list.csv is 200 MB; 20 MB is the most")
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000

    def test_a_million_columns(self, tmp_path: Path) -> None:
        path = written(tmp_path / "list.csv", b"," * 1_000_000)
        assert sentence(path) == (
            f"list.csv, row 1: 1,000,001 columns; {MOST_COLUMNS} are the most."
        )

    def test_a_cell_without_end(self, tmp_path: Path) -> None:
        path = written(tmp_path / "list.csv", b"Program\n" + b"x" * 500_000)
        assert "too long" in sentence(path)

    def test_a_folder_and_a_missing_file(self, tmp_path: Path) -> None:
        assert sentence(tmp_path).endswith(".")
        assert sentence(tmp_path / "gone.csv").startswith("gone.csv cannot be read: ")

    def test_another_archive(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as archive:
            archive.writestr("readme.txt", "hello")
        assert (
            sentence(tmp_path / "list.xlsx") == "list.xlsx is an archive, but no Excel workbook."
        )

    def test_a_workbook_that_unfolds_without_end(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "list.xlsx", [["Program"], ["Harbor"]])
        with (
            zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book,
            book.open("xl/media/image1.bin", "w", force_zip64=True) as part,
        ):
            for _ in range(40):
                part.write(bytes(5_000_000))
        assert path.stat().st_size < 2_000_000
        assert sentence(path).startswith("list.xlsx unfolds to more than 150 MB")

    @pytest.mark.parametrize(
        ("cell", "words"),
        [("XFD1", "column 16,384 is used"), ("A1048576", "more than 50,000 rows")],
    )
    def test_a_cell_far_out(self, tmp_path: Path, cell: str, words: str) -> None:
        path = workbook(tmp_path / "whole.xlsx", [["Program"], ["Harbor"]])
        with zipfile.ZipFile(path) as book:
            parts = {part: book.read(part) for part in book.namelist()}
        far = f'<row r="9"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
        sheet = "xl/worksheets/sheet1.xml"
        parts[sheet] = parts[sheet].replace(b"</sheetData>", far)
        with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as book:
            for name, content in parts.items():
                book.writestr(name, content)
        assert words in sentence(tmp_path / "list.xlsx")

    def test_a_workbook_cut_off(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "list.xlsx", [["Program"], ["Harbor"]])
        path.write_bytes(path.read_bytes()[:2000])
        assert sentence(path) == "list.xlsx is damaged, or only a part of a workbook."
