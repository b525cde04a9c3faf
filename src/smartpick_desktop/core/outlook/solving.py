"""Sets the average program of a specialty so that a whole group fares as was published.

The group applies to one list: `programs` programs, some signalled, a quarter where one would
like to be; its scores lie normally around their mean. Two numbers are solved, one after the
other, since offers do not hang on what comes after an interview:

    E_x sum_k n_k sigmoid(alpha + f(x) + g_k) = offers                     gives alpha
    1 - E_x E_z prod_k (1 - r q_k(x, z) s(x, z))^n_k = match                gives beta

x is the score, k the kind of program, z the hidden strength. A third, the factor on the score
terms, is the one under which the match rates by score band come nearest to those observed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.outlook.chances import WEIGHTS, Taus, at_nodes, sigmoid

Floats = NDArray[np.float64]

SCORES: Floats = np.arange(200.0, 282.0, 2.0)
WISHED = 0.25
"""The share of a list that is where one would like to be (A)."""

HIGHEST_TAKE = 3.5
"""The chance after an interview, as a logit, that no group has more of (A): 97 %."""

FACTORS = tuple(round(0.1 * step, 1) for step in range(2, 26))
_STEPS = 50
_FARTHEST = 12.0  # logits


@dataclass(frozen=True, slots=True, kw_only=True)
class Slopes:
    """The terms of `outlook.toml` that a group's list hangs on, in logits."""

    below: float
    above: float
    take: float
    wished: float
    signal: float
    gold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is known of a group: its list, its mean score, its invitations and its match rate.

    `usual_score` is the score of the average program, `score_sd` the points of one deviation.
    `signals` counts signals without gold, `golds` those with. `factor` multiplies score terms.
    """

    programs: int
    offers: float
    match: float
    mean_score: float
    usual_score: float
    score_sd: float
    signals: int
    golds: int
    factor: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """Chances at the average program, and the match rate and offers that they give back."""

    invite: float
    take: float
    match: float
    offers: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A score band: how many people, and what share of them matched."""

    lowest: int
    highest: int
    people: int
    share: float


def solve(group: Group, slopes: Slopes, taus: Taus, arrives: float) -> Solved:
    """The average program of the group.

    Where so few offers cannot lead to so high a match rate, `take` stays at its highest and there
    are as many offers as it needs.
    """
    alpha = _alpha(group, slopes)
    beta = _beta(group, slopes, taus, arrives, alpha)
    if beta > HIGHEST_TAKE:
        beta = HIGHEST_TAKE
        alpha = _bisect(lambda a: _match(group, slopes, taus, arrives, a, beta), group.match)
    found = sigmoid(np.array([alpha, beta]))
    return Solved(
        invite=float(found[0]),
        take=float(found[1]),
        match=_match(group, slopes, taus, arrives, alpha, beta),
        offers=_offers(group, slopes, alpha),
    )


def fit_factor(
    group: Group, bands: Sequence[Band], slopes: Slopes, taus: Taus, arrives: float
) -> tuple[float, tuple[float, ...]]:
    """The factor on the score terms that fits the bands best, and the rates that it gives.

    What is made least is the binomial deviance; the whole match rate is held at the bands' own.
    """
    people = sum(band.people for band in bands)
    whole = sum(band.people * band.share for band in bands) / people
    tried = [replace(group, factor=factor, match=whole) for factor in FACTORS]
    rates = [band_rates(each, bands, slopes, taus, arrives) for each in tried]
    best = min(range(len(tried)), key=lambda at: _deviance(bands, rates[at]))
    return FACTORS[best], rates[best]


def band_rates(
    group: Group, bands: Sequence[Band], slopes: Slopes, taus: Taus, arrives: float
) -> tuple[float, ...]:
    """The match rate of each band, for the group as it is solved."""
    alpha = _alpha(group, slopes)
    beta = _beta(group, slopes, taus, arrives, alpha)
    rates, weights = _match_by_score(group, slopes, taus, arrives, alpha, beta), _people(group)
    inside = [(band.lowest <= SCORES) & (band.highest >= SCORES) for band in bands]
    return tuple(float(weights[one] @ rates[one] / weights[one].sum()) for one in inside)


def _deviance(bands: Sequence[Band], rates: Sequence[float]) -> float:
    found = 0.0
    for band, rate in zip(bands, rates, strict=True):
        held = min(max(rate, 1e-6), 1.0 - 1e-6)
        found -= band.people * (
            band.share * float(np.log(held)) + (1.0 - band.share) * float(np.log(1.0 - held))
        )
    return found


def _people(group: Group) -> Floats:
    weights = np.exp(-0.5 * ((SCORES - group.mean_score) / group.score_sd) ** 2)
    found: Floats = weights / weights.sum()
    return found


def _kinds(group: Group, slopes: Slopes) -> tuple[Floats, Floats]:
    """How many programs there are of each kind, and what each kind adds, in logits."""
    golds = min(group.golds, group.programs)
    signals = min(group.signals, group.programs - golds)
    counts = np.array([group.programs - golds - signals, signals, golds], dtype=np.float64)
    adds = np.array([0.0, slopes.signal, slopes.signal + slopes.gold])
    share = np.array([1.0 - WISHED, WISHED])
    return (
        (counts[:, None] * share).ravel(),
        (adds[:, None] + np.array([0.0, slopes.wished])).ravel(),
    )


def _distance(group: Group) -> Floats:
    return np.clip((SCORES - group.usual_score) / group.score_sd, -3.0, 2.0)


def _invite(group: Group, slopes: Slopes, alpha: float) -> tuple[Floats, Floats]:
    """Chances of an invitation by score and kind, and how many programs are of each kind."""
    distance = _distance(group)
    score = group.factor * np.where(distance < 0, slopes.below, slopes.above) * distance
    counts, adds = _kinds(group, slopes)
    return sigmoid(alpha + score[:, None] + adds), counts


def _offers(group: Group, slopes: Slopes, alpha: float) -> float:
    invite, counts = _invite(group, slopes, alpha)
    return float(_people(group) @ (invite @ counts))


def _match(
    group: Group, slopes: Slopes, taus: Taus, arrives: float, alpha: float, beta: float
) -> float:
    return float(_people(group) @ _match_by_score(group, slopes, taus, arrives, alpha, beta))


def _alpha(group: Group, slopes: Slopes) -> float:
    return _bisect(lambda alpha: _offers(group, slopes, alpha), group.offers)


def _beta(group: Group, slopes: Slopes, taus: Taus, arrives: float, alpha: float) -> float:
    return _bisect(lambda beta: _match(group, slopes, taus, arrives, alpha, beta), group.match)


def _match_by_score(
    group: Group, slopes: Slopes, taus: Taus, arrives: float, alpha: float, beta: float
) -> Floats:
    invite, counts = _invite(group, slopes, alpha)
    invited = at_nodes(invite, taus.invite, steps=1)
    take = sigmoid(beta + group.factor * slopes.take * _distance(group))
    taken = at_nodes(take, taus.take, steps=1)[:, None, :]
    missed = np.log1p(-np.minimum(arrives * invited * taken, 1.0 - 1e-12))
    found: Floats = 1.0 - np.exp(np.einsum("skz,k->sz", missed, counts)) @ WEIGHTS
    return found


def _bisect(rising: Callable[[float], float], wanted: float) -> float:
    low, high = -_FARTHEST, _FARTHEST
    for _ in range(_STEPS):
        middle = 0.5 * (low + high)
        if rising(middle) < wanted:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)
