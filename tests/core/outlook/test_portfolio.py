"""The search against every list there is, on small instances, and what must hold of any value."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartpick_desktop.core.outlook.bounds import match_bound
from smartpick_desktop.core.outlook.chances import (
    WEIGHTS,
    Taus,
    at_nodes,
    logit,
    match_chances,
    sigmoid,
)
from smartpick_desktop.core.outlook.interviews import (
    count_distribution,
    count_range,
    mixed_distribution,
)
from smartpick_desktop.core.outlook.portfolio import Candidates, best_list, upper_bound, value


def instance(seed: int, size: int, signals: tuple[int, ...]) -> Candidates:
    chance = np.random.default_rng(seed)
    invite, take = chance.uniform(0.02, 0.6, size), chance.uniform(0.1, 0.7, size)
    taus = Taus(invite=float(chance.choice([0.0, 0.75])), take=float(chance.choice([0.4, 1.5])))
    shifts = (0.0, 1.0, 1.6)[: len(signals) + 1]
    levels = [match_chances(sigmoid(logit(invite) + up), take, taus, 0.92) for up in shifts]
    return Candidates(
        chances=np.array(levels), utility=chance.uniform(0.5, 1.0, size), signals=signals
    )


def best_of_all(many: Candidates, count: int) -> float:
    size = len(many.utility)
    best = 0.0
    for chosen in combinations(range(size), count):
        for levels in product(range(len(many.signals) + 1), repeat=count):
            if any(levels.count(at) > limit for at, limit in enumerate(many.signals, start=1)):
                continue
            every = np.full(size, -1)
            every[list(chosen)] = levels
            best = max(best, value(many, every))
    return best


@pytest.mark.parametrize(("signals", "of_25"), [((), 24), ((2,), 24), ((1, 2), 23)])
def test_comes_within_a_hundredth_of_the_best_of_all_lists(
    signals: tuple[int, ...], of_25: int
) -> None:
    exact = 0
    for seed in range(25):
        many = instance(seed, 8, signals)
        found, best = value(many, best_list(many, 4)), best_of_all(many, 4)
        assert found <= best + 1e-9
        assert found >= 0.99 * best
        exact += found >= best - 1e-9
        if not signals:
            assert upper_bound(many, 4) >= best - 1e-9
    assert exact >= of_25


def test_what_must_be_kept_stays_and_what_must_not_never_comes() -> None:
    many = instance(3, 30, (4,))
    keep, never = np.zeros(30, dtype=bool), np.zeros(30, dtype=bool)
    free = best_list(many, 8)
    keep[np.flatnonzero(free < 0)[:2]] = True
    never[np.flatnonzero(free >= 0)[:3]] = True
    found = best_list(many, 8, keep=keep, never=never)
    assert (found[keep] >= 0).all()
    assert (found[never] < 0).all()
    assert (found >= 0).sum() == 8


def test_nothing_to_choose_from_is_an_empty_list() -> None:
    empty = Candidates(chances=np.zeros((1, 0, len(WEIGHTS))), utility=np.zeros(0))
    assert best_list(empty, 5).tolist() == []
    assert value(empty, np.zeros(0, dtype=np.int64)) == 0.0
    assert upper_bound(empty, 5) == 0.0


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_more_programs_never_lower_a_value_and_add_ever_less(seed: int) -> None:
    many = instance(seed, 7, (2,))
    chance = np.random.default_rng(seed)
    small = np.where(chance.random(7) < 0.4, 0, -1)
    large = np.where((small >= 0) | (chance.random(7) < 0.4), 0, -1)
    outside = np.flatnonzero(large < 0)
    assert value(many, large) >= value(many, small) - 1e-12
    for at in outside[:1]:
        more_small, more_large = small.copy(), large.copy()
        more_small[at] = more_large[at] = 0
        to_small = value(many, more_small) - value(many, small)
        to_large = value(many, more_large) - value(many, large)
        assert to_large <= to_small + 1e-12
        signalled = more_large.copy()
        signalled[at] = 1
        assert value(many, signalled) >= value(many, more_large) - 1e-12


@settings(max_examples=40, deadline=None)
@given(
    chances=st.lists(st.floats(0.0, 1.0), min_size=1, max_size=30),
    tau=st.floats(0.0, 1.5),
)
def test_interviews_add_up(chances: list[float], tau: float) -> None:
    invite = np.clip(np.array(chances), 1e-6, 1.0 - 1e-6)
    pmf = mixed_distribution(at_nodes(invite, tau).T, WEIGHTS)
    assert pmf.sum() == pytest.approx(1.0, abs=1e-12)
    assert pmf @ np.arange(len(pmf)) == pytest.approx(invite.sum(), abs=1e-6)
    low, high = count_range(pmf)
    assert 0 <= low <= high <= len(chances)


def test_a_common_strength_makes_a_list_less_sure() -> None:
    invite, take = np.full(20, 0.2), np.full(20, 0.3)
    levels = np.zeros(20, dtype=np.int64)
    values = [
        value(
            Candidates(
                chances=match_chances(invite, take, Taus(invite=tau, take=0.0), 1.0)[None],
                utility=np.ones(20),
            ),
            levels,
        )
        for tau in (0.0, 0.75, 1.5)
    ]
    assert values == sorted(values, reverse=True)
    assert values[0] - values[2] > 0.05


def test_far_tails_are_exact() -> None:
    pmf = count_distribution(np.full(60, 0.01))
    assert pmf[60] == pytest.approx(1e-120, rel=1e-12)


@pytest.mark.parametrize("seed", range(30))
def test_no_list_of_a_small_instance_passes_the_bound_of_the_match(seed: int) -> None:
    chance = np.random.default_rng(seed)
    size, count = 6, 3
    plain = chance.uniform(0.02, 0.6, (size, 5))
    gold = np.minimum(plain * chance.uniform(1.0, 2.0, (size, 1)), 0.95)
    weights = chance.dirichlet(np.ones(5))
    worth = Candidates(
        chances=np.stack((plain, gold)), utility=np.ones(size), signals=(1,), weights=weights
    )
    bound = match_bound(worth, count)
    best = 0.0
    for levels in product((-1, 0, 1), repeat=size):
        held = np.array(levels)
        if (held >= 0).sum() <= count and (held == 1).sum() <= 1:
            best = max(best, value(worth, held))
    assert best <= bound + 1e-12
    assert bound - best < 0.2
    never = np.arange(size) < 3
    assert match_bound(worth, count, never) <= bound
