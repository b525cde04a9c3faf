"""The self-test: what must work in every bundle, run inside it."""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n"
)
_STEPS = ("rules and figures", "directory", "library", "assess", "outlook", "imports", "window")


def run_self_test() -> int:
    """0 when every part of this installation works; each part is named as it is tried."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="smartpick-", ignore_cleanup_errors=True) as folder:
        return _run(Path(folder))


def _run(folder: Path) -> int:
    checks: tuple[Callable[[Path], None], ...] = (
        _check_rules, _check_directory, _check_library, _check_assess, _check_outlook,
        _check_imports, _check_window,
    )  # fmt: skip
    for name, check in zip(_STEPS, checks, strict=True):
        try:
            check(folder)
        except Exception as error:  # whatever fails is what is looked for
            sys.stdout.write(f"{name}: failed, {type(error).__name__}: {error}\n")
            return 1
        sys.stdout.write(f"{name}: ok\n")
    return 0


def _check_rules(_folder: Path) -> None:
    from smartpick_desktop.paths import resource
    from smartpick_desktop.storage.reference_data import load_reference

    reference = load_reference(resource()).reference
    _expect(len(reference.specialties) >= 26, "specialties are missing")


def _check_directory(_folder: Path) -> None:
    from smartpick_desktop.paths import resource
    from smartpick_desktop.storage.directory_data import load_directory

    _expect(len(load_directory(resource("data", "programs.csv"))) > 5000, "programs are missing")


def _check_library(folder: Path) -> None:
    from smartpick_desktop.storage.library import FILE_NAME, SqliteLibrary
    from smartpick_desktop.ui.applicant_desk import new_applicant

    library = SqliteLibrary(folder / FILE_NAME)
    applicant = new_applicant(library, lambda: os.urandom(8).hex(), date(2026, 1, 1))
    library.add(applicant)
    library.close()
    library = SqliteLibrary(folder / FILE_NAME)
    kept = library.load(applicant.id)
    library.close()
    _expect(kept == applicant, "what was saved did not come back")


def _check_assess(_folder: Path) -> None:
    from smartpick_desktop.core.applicant import ApplicantType
    from smartpick_desktop.core.assessment import assess
    from smartpick_desktop.core.exams import Step2Result
    from smartpick_desktop.core.scenario import Scenario, Target
    from smartpick_desktop.paths import resource
    from smartpick_desktop.storage.reference_data import load_reference

    scenario = Scenario(
        id="", name="", step2=Step2Result(score=244), targets=(Target(specialty="dermatology"),)
    )
    reference = load_reference(resource()).reference
    found = assess(ApplicantType.US_MD, scenario, reference, today=date(2026, 1, 1))
    _expect(found.verdicts[0].impact is not None, "there is no verdict")


def _check_outlook(_folder: Path) -> None:
    from smartpick_desktop.app.outlook_report import OutlookReport
    from smartpick_desktop.paths import resource
    from smartpick_desktop.storage.reference_data import load_reference

    report = OutlookReport(load_reference(resource()).reference)
    record = (
        '{"applicant_type": "us_md", "step2": {"score": 236}, "specialty": "dermatology", '
        '"count": 5}'
    )
    found = report.suggestion(record, date(2026, 1, 1))
    _expect(isinstance(found, str), "no list could be suggested")


def _check_imports(folder: Path) -> None:
    from smartpick_desktop.app.import_preview import preview
    from smartpick_desktop.core.import_file import ExchangeError
    from smartpick_desktop.core.list_table import ListTable
    from smartpick_desktop.exchange.list_export import write_list
    from smartpick_desktop.exchange.spreadsheets import read_sheets

    table = folder / "table.csv"
    table.write_text("ACGME ID,Positions\n0403821174,8\n", encoding="utf-8")
    _expect('"add": 1' in preview(table, {}), "a table could not be read")
    book = folder / "table.xlsx"
    titles, rows = ("ACGME number", "Specialty"), (("0403821174", "Anesthesiology"),)
    write_list(ListTable(titles=titles, rows=rows, specialties=("Anesthesiology",)), book)
    [sheet] = read_sheets(book)
    _expect(sheet.rows[1][0] == "0403821174", "a workbook did not come back")
    page = folder / "page.pdf"
    page.write_bytes(_PAGE)
    try:
        preview(page, {})
    except ExchangeError as error:  # it was read, and is no edition of the Match's results
        _expect("Program Results" in str(error), str(error))


def _check_window(folder: Path) -> None:
    from smartpick_desktop.app import WindowOptions, open_window

    picture = folder / "window.png"
    code = open_window(WindowOptions(screenshot=picture, demo=True))
    _expect(code == 0 and picture.stat().st_size > 0, "the window could not be drawn")


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)
