"""What was confirmed as saved survives the death of the process, whenever it comes."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import apsw

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.storage.library import SqliteLibrary

WRITER = Path(__file__).with_name("writer.py")
KILLS = 20


def test_confirmed_edits_survive_kills(filled: Path, applicant: Applicant) -> None:
    chance = random.Random(20260105)  # noqa: S311  picks moments, guards nothing
    done = 0
    for _ in range(KILLS):
        confirmed = max(done, killed_after(chance.randrange(1, 40), filled, begin=done + 1))
        done, applicant = what_is_there(filled, applicant, done, confirmed)


def killed_after(lines: int, path: Path, *, begin: int) -> int:
    """Let a writer save `lines` edits, kill it at work; return the last edit it confirmed."""
    command = [sys.executable, str(WRITER), str(path), str(begin)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:  # noqa: S603
        assert writer.stdout is not None
        confirmed = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        confirmed += writer.stdout.readlines()
    return int([line for line in confirmed if line.endswith("\n")][-1])


def what_is_there(
    path: Path, applicant: Applicant, done: int, confirmed: int
) -> tuple[int, Applicant]:
    """The state after the confirmed edits, or with the one that nobody was told of."""
    for number in range(done + 1, confirmed + 1):
        applicant = edited(applicant, number)
    library = SqliteLibrary(path)
    found = library.load("p1")
    library.close()
    db = apsw.Connection(str(path))
    assert db.pragma("integrity_check") == "ok"
    db.close()
    if found == applicant:
        return confirmed, applicant
    assert found == edited(applicant, confirmed + 1)
    return confirmed + 1, found


def edited(applicant: Applicant, number: int) -> Applicant:
    return applicant.with_scenario(replace(applicant.scenarios[number % 3], notes=str(number)))
