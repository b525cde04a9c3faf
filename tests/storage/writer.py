"""Saves edits without end and prints the number of each that is safe, until it is killed."""

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from smartpick_desktop.storage.library import SqliteLibrary

if __name__ == "__main__":
    library = SqliteLibrary(Path(sys.argv[1]))
    applicant = library.load("p1")
    for number in count(int(sys.argv[2])):
        scenario = applicant.scenarios[number % 3]
        applicant = applicant.with_scenario(replace(scenario, notes=str(number)))
        library.save(applicant)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
