"""A library in a folder of its own, and an applicant with lists long enough to fill pages."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import smartpick_desktop
from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.storage.library import FILE_NAME, SqliteLibrary

NOBODY = 65534


@pytest.fixture(autouse=True)
def _child_processes_find_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(smartpick_desktop.__file__).parent.parent))


@pytest.fixture
def path(data_dir: Path) -> Path:
    """Where the library is to be; there is no folder yet."""
    return data_dir / FILE_NAME


@pytest.fixture
def library(path: Path) -> Iterator[SqliteLibrary]:
    """An open library without applicants, which waits for nobody."""
    library = SqliteLibrary(path, patience=0)
    yield library
    library.close()


@pytest.fixture
def applicant() -> Applicant:
    """An applicant with three scenarios of 100 programs each."""
    entries = tuple(
        ListEntry(program_id=f"{number:010}", specialty="internal_medicine", note="called")
        for number in range(100)
    )
    scenarios = tuple(Scenario(id=f"s{n}", name=f"Plan {n}", entries=entries) for n in range(3))
    return Applicant(id="p1", code="A-01", name="Ada", scenarios=scenarios, actual_id="s0")


@pytest.fixture
def filled(path: Path, applicant: Applicant) -> Path:
    """A closed library that holds the applicant."""
    library = SqliteLibrary(path)
    library.add(applicant)
    library.close()
    return path


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A folder whose permissions bind whoever runs the test, root too."""
    if sys.platform == "win32":
        pytest.skip("POSIX permissions")
    else:
        with TemporaryDirectory() as name:
            is_root = os.geteuid() == 0
            if is_root:
                os.chown(name, NOBODY, -1)
                os.seteuid(NOBODY)
            try:
                yield Path(name)
            finally:
                if is_root:
                    os.seteuid(0)
