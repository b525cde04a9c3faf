"""A chance to match that no list of a size and no placing of its signals can pass."""

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.outlook.portfolio import Candidates

Floats = NDArray[np.float64]

_NEARLY_SURE = 1.0 - 1e-12


def match_bound(given: Candidates, count: int, never: NDArray[np.bool_] | None = None) -> float:
    """An upper bound of P(match) over lists of `count` programs with the signals there are.

    At one node of the hidden strength, P(match) = 1 - exp(-sum of w), w = -log(1 - p): the sum of
    the programs' own weights and of what their signals add. The first is no more than the
    `count` largest weights, the second no more than the largest gains of each kind of signal,
    as many as there are of it. Each node has a list of its own, which no single list can beat.
    """
    weights = -np.log1p(-np.minimum(given.chances, _NEARLY_SURE))
    if never is not None:
        weights = weights[:, ~never]
    if not weights.shape[1]:
        return 0.0
    most = _largest(weights[0], count)
    for level, number in enumerate(given.signals, start=1):
        most = most + _largest(np.maximum(weights[level] - weights[0], 0.0), number)
    return float((1.0 - np.exp(-most)) @ given.weights)


def _largest(values: Floats, count: int) -> Floats:
    """The sum of the `count` largest values at each node."""
    if count <= 0:
        return np.zeros(values.shape[1])
    found: Floats = np.sort(values, axis=0)[-count:].sum(axis=0)
    return found
