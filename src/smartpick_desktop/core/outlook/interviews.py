"""How many interviews a list brings: the whole distribution, not its mean alone."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def count_distribution(chances: Floats) -> Floats:
    """P(K = k) for k = 0..n, where program i invites with chance `chances[i]`, independently.

    Poisson-binomial by convolution, pmf' = pmf (1 - q) + shift(pmf) q: every step adds and
    multiplies numbers that are not negative, so each value is exact to about 1e-15 of itself,
    far tails too, which the quicker Fourier form is not.
    """
    pmf = np.zeros(len(chances) + 1)
    pmf[0] = 1.0
    for size, chance in enumerate(chances, start=1):
        pmf[1 : size + 1] = pmf[1 : size + 1] * (1.0 - chance) + pmf[:size] * chance
        pmf[0] *= 1.0 - chance
    return pmf


def mixed_distribution(chances: Floats, weights: Floats) -> Floats:
    """E_z[P(K = k | z)], `chances` being (nodes, programs) and `weights` those of the nodes."""
    nodes, size = chances.shape
    pmf = np.zeros((nodes, size + 1))
    pmf[:, 0] = 1.0
    for at in range(size):
        chance = chances[:, at, None]
        pmf[:, 1 : at + 2] = pmf[:, 1 : at + 2] * (1.0 - chance) + pmf[:, : at + 1] * chance
        pmf[:, 0] *= 1.0 - chance[:, 0]
    found: Floats = weights @ pmf
    return found


def count_range(pmf: Floats, low: float = 0.1, high: float = 0.9) -> tuple[int, int]:
    """The counts at which the distribution passes `low` and `high`."""
    total = np.cumsum(pmf)
    last = len(pmf) - 1
    return (
        min(int(np.searchsorted(total, low)), last),
        min(int(np.searchsorted(total, high)), last),
    )
