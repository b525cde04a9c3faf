"""How long an outlook takes: a list near the best one of 500 programs, another score, a curve.

Run with `PYTHONPATH=src python benchmarks/bench_outlook.py`; on one core, as the window has it.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

from collections.abc import Callable  # noqa: E402
from dataclasses import replace  # noqa: E402
from statistics import median  # noqa: E402
from time import perf_counter  # noqa: E402

import numpy as np  # noqa: E402

from smartpick_desktop.core.applicant import Applicant  # noqa: E402
from smartpick_desktop.core.exams import Step2Result  # noqa: E402
from smartpick_desktop.core.fact_columns import FactColumns  # noqa: E402
from smartpick_desktop.core.outlook.bounds import match_bound  # noqa: E402
from smartpick_desktop.core.outlook.chances import Taus, match_chances, sigmoid  # noqa: E402
from smartpick_desktop.core.outlook.curve import with_curve  # noqa: E402
from smartpick_desktop.core.outlook.linear import OutlookInput  # noqa: E402
from smartpick_desktop.core.outlook.listing import outlook, what_if  # noqa: E402
from smartpick_desktop.core.outlook.portfolio import Candidates, best_list, value  # noqa: E402
from smartpick_desktop.core.outlook.suggesting import suggest  # noqa: E402
from smartpick_desktop.core.outlook.task import Wish  # noqa: E402
from smartpick_desktop.core.program_facts import Fact, FactBook, FactKey  # noqa: E402
from smartpick_desktop.core.program_list import ListEntry  # noqa: E402
from smartpick_desktop.core.scenario import Scenario  # noqa: E402
from smartpick_desktop.paths import resource  # noqa: E402
from smartpick_desktop.storage.directory_data import load_directory  # noqa: E402
from smartpick_desktop.storage.outlook_data import load_outlook_rules  # noqa: E402
from smartpick_desktop.storage.reference_data import load_reference  # noqa: E402
from smartpick_desktop.storage.season_data import load_fees, load_quotas  # noqa: E402

PROGRAMS, LISTED, SIGNALS, RUNS = 500, 60, 15, 15
IM = "internal_medicine"


def main() -> None:
    """Print what each takes, the median of so many runs."""
    worth = candidates(np.random.default_rng(1))
    show("best list of 60 from 500 programs, 15 signals", lambda: best_list(worth, LISTED))
    show("upper bound of the chance to match", lambda: match_bound(worth, LISTED))
    only = replace(worth, utility=np.ones(PROGRAMS))
    reached = value(only, best_list(only, LISTED)) / match_bound(worth, LISTED)
    print(f"  a list for the match alone reaches {reached:.4f} of it")
    given = imagined()
    found = outlook(given)
    if found is None:
        raise SystemExit("no outlook")
    fees = load_fees(resource("data", "eras_fees.csv"))[-1]
    quotas = load_quotas(resource("data", "program_signals.csv"))
    wish = Wish(specialty=IM, count=LISTED)
    show("outlook of 60 programs, with its range", lambda: outlook(given))
    show("the same list with another score, with its range", lambda: what_if(given, 250))
    show("the curve and the next ten, of 686 programs", lambda: with_curve(given, found, fees))
    show("a suggestion out of 686 programs, with reasons", lambda: suggest(given, wish, quotas))


def candidates(chance: np.random.Generator) -> Candidates:
    """Programs with chances as for a surgical specialty, at three levels of signal."""
    logits = chance.normal(-2.6, 0.9, PROGRAMS)
    take = sigmoid(chance.normal(-1.0, 0.5, PROGRAMS))
    taus = Taus(invite=0.75, take=0.4)
    levels = [match_chances(sigmoid(logits + more), take, taus, 0.92) for more in (0.0, 1.6, 2.2)]
    utility = 1.0 + 0.5 * chance.random(PROGRAMS)
    return Candidates(chances=np.stack(levels), utility=utility, signals=(SIGNALS - 5, 5))


def imagined() -> OutlookInput:
    """A file with 60 programs of internal medicine, half of them with a usual score."""
    directory = load_directory(resource("data", "programs.csv"))
    ids = [directory.program_ids[r] for r, key in enumerate(directory.specialties) if key == IM]
    book = FactBook()
    for at, program_id in enumerate(ids[: 2 * LISTED : 2]):
        fact = Fact(value=float(235 + at % 25))
        book = book.with_fact(program_id, FactKey.TYPICAL_STEP2, fact)
    entries = tuple(ListEntry(program_id=key, specialty=IM) for key in ids[:LISTED])
    scenario = Scenario(
        id="a", name="", step2=Step2Result(score=236), entries=entries, season=2026
    )
    reference = load_reference(resource()).reference

    return OutlookInput(
        applicant=Applicant(id="p", code="A", scenarios=(scenario,), actual_id="a"),
        scenario=scenario, directory=directory, facts=FactColumns(directory, book),
        rules=load_outlook_rules(
            resource("rules", "outlook.toml"), resource("data", "outlook_groups.csv")
        ),
        usual_score=reference.usual_score,
    )  # fmt: skip


def show(what: str, work: Callable[[], object]) -> None:
    """Time some runs after one that warms up."""
    work()
    times = []
    for _ in range(RUNS):
        begin = perf_counter()
        work()
        times.append((perf_counter() - begin) * 1000)
    print(f"{what}: median {median(times):.1f} ms, longest {max(times):.1f} ms")


if __name__ == "__main__":
    main()
