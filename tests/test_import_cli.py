"""`smartpick-desktop import FILE --dry-run`: the preview as JSON, or a line why there is none."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.pdf_writer import write_pdf
from tests.exchange.test_nrmp_pdf import CONTINUED, COVER, PAGE

from smartpick_desktop.cli import run


def preview(capfdbinary: pytest.CaptureFixture[bytes], path: Path) -> dict[str, Any]:
    assert run(["import", str(path), "--dry-run"]) == 0
    found: dict[str, Any] = json.loads(capfdbinary.readouterr().out)
    return found


def test_a_table_row_by_row(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], data_dir: Path
) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("ACGME,J-1\n0403821174,yes\n1,no\n", encoding="utf-8")
    found = preview(capfdbinary, path)
    assert (found["file"], found["kind"]) == ("facts.csv", "table")
    assert found["counts"] == {"add": 1, "change": 0, "same": 0, "confirm": 0, "skip": 1}
    first, second = found["rows"]
    assert (first["row"], first["acgme"], first["action"]) == (2, "0403821174", "add")
    assert first["changes"][0]["what"] == "J-1 visa"
    assert (second["acgme"], second["action"]) == (None, "skip")
    assert second["reason"] == "“1” is no ACGME number: ten digits are expected"
    assert not list(data_dir.glob("*.db"))


def test_an_edition_of_the_match_s_results(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], data_dir: Path
) -> None:
    path = write_pdf(tmp_path / "results.pdf", [COVER, PAGE, CONTINUED])
    found = preview(capfdbinary, path)
    assert (found["kind"], found["counts"]["add"]) == ("nrmp_results", 4)


def test_a_file_that_cannot_be_used_gives_one_line_and_code_2(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], data_dir: Path
) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\x89PNG")
    assert run(["import", str(path), "--dry-run"]) == 2
    out, err = capfd.readouterr()
    assert (out, err) == ("", "photo.csv is a picture (PNG), not a table.\n")


def test_nothing_is_taken_in_without_a_window() -> None:
    with pytest.raises(SystemExit):
        run(["import", "facts.csv"])


def test_it_needs_no_qt(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("ACGME\n0403821174\n", encoding="utf-8")
    program = (
        "import sys; from smartpick_desktop.cli import run; "
        f"run(['import', {str(path)!r}, '--dry-run']); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    source = Path(__file__).parents[1] / "src"
    environment = os.environ | {"PYTHONPATH": str(source)}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
