"""Cases worked out apart from this program. OUTLOOK_CASES names a file of others to try."""

import importlib.util
import json
import os
from collections.abc import Callable
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pytest

from smartpick_desktop.core.outlook.budget import programs_for
from smartpick_desktop.core.outlook.chances import (
    NODES,
    WEIGHTS,
    Taus,
    at_nodes,
    centred,
    logit,
    match_chances,
    sigmoid,
)
from smartpick_desktop.core.outlook.groups import match_by_ranks, replay
from smartpick_desktop.core.outlook.interviews import count_distribution, mixed_distribution
from smartpick_desktop.core.outlook.portfolio import Candidates, best_list, value
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.season_data import load_fees

ROOT = Path(__file__).parents[3]
OWN = ROOT / "tests" / "data" / "outlook" / "reference_cases.json"
CASES = json.loads(Path(os.environ.get("OUTLOOK_CASES", OWN)).read_text(encoding="utf-8"))["cases"]
Case = dict[str, Any]


def arrays(given: Case) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], Taus]:
    taus = Taus(invite=given.get("tau_q", 0.0), take=given.get("tau_s", 0.0))
    return np.array(given["q"]), np.array(given["s"]), taus


def candidates(given: Case) -> Candidates:
    invite, take, taus = arrays(given)
    shifts = (0.0, *given["signal_log_odds"])
    levels = [
        match_chances(sigmoid(logit(invite) + shift), take, taus, given["r"]) for shift in shifts
    ]
    return Candidates(
        chances=np.array(levels), utility=np.array(given["utility"]),
        signals=tuple(given["signals"]),
    )  # fmt: skip


def poisson_binomial(case: Case) -> None:
    found, expected = count_distribution(np.array(case["input"]["p"])), case["expect"]
    assert found == pytest.approx(expected["pmf"], abs=case["abs_tol"])
    if tolerance := case.get("rel_tol_nonzero"):
        assert found == pytest.approx(expected["pmf"], rel=tolerance)
    assert found @ np.arange(len(found)) == pytest.approx(expected["mean"], abs=1e-9)


def centre(case: Case) -> None:
    given = case["input"]
    found = centred(np.array(given["p"]), given["tau"])
    assert found == pytest.approx(case["expect"]["a"], abs=case["abs_tol"])
    back = sigmoid(found[:, None] + given["tau"] * NODES) @ WEIGHTS
    assert back == pytest.approx(given["p"], abs=1e-12)


def list_value(case: Case) -> None:
    given, expected, close = case["input"], case["expect"], case["abs_tol"]
    invite, take, taus = arrays(given)
    chances = match_chances(invite, take, taus, given["r"])
    plain = Candidates(chances=chances[None], utility=np.ones(len(invite)))
    levels = np.zeros(len(invite), dtype=np.int64)
    pmf = mixed_distribution(at_nodes(invite, taus.invite).T, WEIGHTS)
    assert value(plain, levels) == pytest.approx(expected["p_match"], abs=close)
    assert pmf[:5] == pytest.approx(expected["pmf_first5"], abs=close)
    assert pmf[0] == pytest.approx(expected["p_none"], abs=close)
    assert pmf @ np.arange(len(pmf)) == pytest.approx(expected["e_interviews"], abs=close)


def portfolio(case: Case) -> None:
    given = candidates(case["input"])
    found = best_list(given, case["input"]["n"])
    assert (found >= 0).sum() <= case["input"]["n"]
    for level, limit in enumerate(case["input"]["signals"], start=1):
        assert (found == level).sum() <= limit
    expected = np.array(case["expect"]["level"])
    assert value(given, expected) == pytest.approx(case["expect"]["value"], abs=1e-5)
    assert value(given, found) >= 0.999 * case["expect"]["value"]


def nested_portfolio(case: Case) -> None:
    names = list(case["input"]["programs"])
    pairs = [case["input"]["programs"][name] for name in names]
    # One draw decides all: program i takes whoever draws under its chance.
    edges = sorted({0.0, *(chance for chance, _ in pairs), 1.0})
    weights = np.diff(edges)
    chances = np.array([[float(low < chance) for low in edges[:-1]] for chance, _ in pairs])
    given = Candidates(
        chances=chances[None], utility=np.array([worth for _, worth in pairs]), weights=weights
    )
    found = best_list(given, case["input"]["n"])
    chosen = [name for name, level in zip(names, found, strict=True) if level >= 0]
    assert sorted(chosen) == sorted(case["expect"]["optimum"])
    assert value(given, found) == pytest.approx(case["expect"]["value"], abs=case["abs_tol"])


def fee(case: Case) -> None:
    table = _fees_2026()
    for counts, dollars in zip(
        case["input"]["per_specialty_counts"], case["expect"]["usd"], strict=True
    ):
        assert table.cost({str(at): count for at, count in enumerate(counts)}) == dollars


def budget(case: Case) -> None:
    found = [programs_for(dollars, _fees_2026()) for dollars in case["input"]["usd"]]
    assert found == case["expect"]["n"]


def rank_curve(case: Case) -> None:
    given = case["input"]
    found = [match_by_ranks(k, given["b"], given["sd"]) for k in given["k"]]
    assert found == pytest.approx(case["expect"]["m"], abs=case["abs_tol"])
    for k, published in case["expect"]["published"].items():
        low, high = published if isinstance(published, list) else (published, published)
        if not isinstance(low, str):
            now = match_by_ranks(int(k), given["b"], given["sd"])
            assert low - case["published_tol"] <= now <= high + case["published_tol"]


def conditional_rank_curve(case: Case) -> None:
    given = case["input"]
    taus = Taus(invite=given["sd"], take=given["sd"])
    found = replay(given["n"], given["q"], given["s"], taus)
    for span, expected in case["expect"]["model"].items():
        fewest, _, most = span.rstrip("+").partition("-")
        now = found.rate_between(int(fewest), int(most or given["n"]))
        assert now == pytest.approx(expected, abs=case["abs_tol"])
        assert now == pytest.approx(case["expect"]["published"][span], abs=case["published_tol"])


def replayed(case: Case) -> None:
    given, expected = case["input"], case["expect"]
    taus = Taus(invite=given["sd"], take=given["sd"])
    found = replay(given["n"], given["q"], given["s"], taus)
    names = ("match", "offers_if_matched", "offers_if_unmatched")
    for name, close in zip(names, case["published_tol"], strict=True):
        now = getattr(found, name)
        assert now == pytest.approx(expected[name], abs=case["abs_tol"])
        assert now == pytest.approx(case["published"][name], abs=close)


def properties(case: Case) -> None:
    if "input" not in case:
        return  # in words: tests/core/outlook/test_portfolio.py tries them at random
    chances, needed = case["input"]["p"], case["input"]["k0"]
    at_least = [
        float(count_distribution(np.array(chances[:size]))[needed:].sum())
        for size in range(len(chances) + 1)
    ]
    assert np.diff(at_least) == pytest.approx(
        case["expect"]["marginal_P_at_least_3"], abs=case["abs_tol"]
    )


def deferred_acceptance(case: Case) -> None:
    spec = importlib.util.spec_from_file_location(
        "market_acceptance", ROOT / "benchmarks" / "market_acceptance.py"
    )
    assert spec is not None
    assert spec.loader is not None
    market = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(market)
    given = {name: np.array(values) for name, values in case["input"].items()}
    ranked = given["interviewed"].astype(bool)
    sides = (given["applicant_utility"], ranked, given["program_score"], given["capacity"])
    match = market.deferred_acceptance(*sides)
    assert match.tolist() == case["expect"]["match"]
    assert market.blocking_pairs(*sides, match) == 0
    stable = sum(
        _is_matching(np.array(other), ranked, given["capacity"])
        and market.blocking_pairs(*sides, np.array(other)) == 0
        for other in product(range(-1, ranked.shape[1]), repeat=len(ranked))
    )
    assert stable == case["expect"]["n_stable"]


def performance(case: Case) -> None:
    """Run at the size asked for; how long it takes is measured by benchmarks/bench_outlook.py."""
    given = case["input"]
    chance = np.random.default_rng(7)
    size = given["candidates"]
    invite, take = chance.uniform(0.01, 0.4, size), chance.uniform(0.1, 0.6, size)
    taus = Taus(invite=0.75, take=0.4)
    levels = [match_chances(sigmoid(logit(invite) + up), take, taus, 0.92) for up in (0.0, 1.6)]
    many = Candidates(
        chances=np.array(levels), utility=1.0 + 0.5 * chance.random(size),
        signals=(given["signals"],),
    )  # fmt: skip
    begin = perf_counter()
    found = best_list(many, given["n"])
    spent = perf_counter() - begin
    assert (found >= 0).sum() == given["n"]
    assert (found == 1).sum() == given["signals"]
    assert spent < 5.0  # a hundred times the budget: a guard against what never ends


def _fees_2026() -> Any:
    fees = load_fees(resource("data", "eras_fees.csv"))
    return next(table for table in fees if table.season == 2026)


def _is_matching(match: Any, ranked: Any, capacity: Any) -> bool:
    held = all(program < 0 or ranked[person, program] for person, program in enumerate(match))
    return held and all((match == at).sum() <= capacity[at] for at in range(len(capacity)))


RUN: dict[str, Callable[[Case], None]] = {
    "poisson_binomial": poisson_binomial,
    "centre": centre,
    "list_value": list_value,
    "portfolio": portfolio,
    "nested_portfolio": nested_portfolio,
    "fee": fee,
    "budget": budget,
    "rank_curve": rank_curve,
    "conditional_rank_curve": conditional_rank_curve,
    "replay": replayed,
    "property": properties,
    "deferred_acceptance": deferred_acceptance,
    "performance": performance,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_the_case_holds(case: Case) -> None:
    RUN[case["kind"]](case)
