"""How long one keystroke in the search field takes, over the shipped directory and a larger one.

Run with `PYTHONPATH=src python benchmarks/bench_filter.py`.
"""

from dataclasses import fields, replace
from itertools import product
from statistics import quantiles
from time import perf_counter

import numpy as np

from smartpick_desktop.core.program_facts import FactKey
from smartpick_desktop.core.program_filter import ProgramFilter
from smartpick_desktop.core.program_finder import Finder
from smartpick_desktop.core.program_sort import ProgramOrder, ProgramSorter, SortKey
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory

QUERIES = (
    "university of michigan",
    "mayo clinic",
    "st louis",
    "childrens hosp philadelphia",
    "henry ford detroit mi",
    "univ med ctr",
    "0400121010",
    "san antonio tx",
    "mount sinai new york",
    "zzz nowhere",
    "clevland clinic",
    "jhons hopkins baltimroe",
)
ROUNDS = 5
LARGER = 50_000


def larger(directory: Directory, size: int) -> Directory:
    """Return `directory` over and over, each copy under numbers and cities of its own."""
    rows = [row % len(directory) for row in range(size)]
    copies = [row // len(directory) for row in range(size)]
    columns: dict[str, object] = {}
    for column in (field.name for field in fields(directory) if field.init):
        values = getattr(directory, column)
        if isinstance(values, np.ndarray):
            columns[column] = values[rows]
        elif isinstance(values, tuple):
            columns[column] = tuple(values[row] for row in rows)
    cities = [directory.cities[row] for row in rows]
    columns["acgme_numbers"] = tuple(f"{number:010}" for number in range(size))
    columns["cities"] = tuple(
        f"{city} {'abcdefghij'[copy]}" for city, copy in zip(cities, copies, strict=True)
    )
    return replace(directory, **columns)  # type: ignore[arg-type]


def keystrokes(directory: Directory) -> list[float]:
    """Return milliseconds of every keystroke: filter, then sort by state and city."""
    finder, sorter = Finder(directory), ProgramSorter(directory, {})
    sorter.sort(finder.rows(ProgramFilter(text="clevlend")), ProgramOrder())
    order = ProgramOrder(key=SortKey.STATE, then=(ProgramOrder(key=SortKey.CITY),))
    near = finder.cities.names[0]
    times = []
    for number, query in product(range(ROUNDS), QUERIES):
        around = near if number % 2 else ""  # half of them within a distance, some facts unknown
        unknown = frozenset({FactKey.VISA_J1}) if around else frozenset[FactKey]()
        for length in range(1, len(query) + 1):
            text = query[:length]
            start = perf_counter()
            wanted = ProgramFilter(text=text, near=around, miles=3000, unknown=unknown)
            sorter.sort(finder.find(wanted).rows, order)
            times.append((perf_counter() - start) * 1000)
    return times


def main() -> None:
    """Print a line for each size."""
    shipped = load_directory(resource("data", "programs.csv"))
    for directory in (shipped, larger(shipped, LARGER)):
        times = keystrokes(directory)
        cuts = quantiles(times, n=20)
        print(f"{len(directory):>6} programs: p50 {cuts[9]:.2f} ms, p95 {cuts[18]:.2f} ms a key")


if __name__ == "__main__":
    main()
