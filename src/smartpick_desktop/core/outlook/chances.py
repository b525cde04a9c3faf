"""Chances that move together: one hidden strength of a file stands behind every answer.

    q_i(z) = sigmoid(a_i + tau_q z),  s_i(z) = sigmoid(b_i + tau_s z),  z ~ N(0, 1)

`a_i` and `b_i` are set so that the chances keep their means, E q_i(z) = q_i and E s_i(z) = s_i
("centring"): what programs have in common changes how answers fall together, and nothing else.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

NODES: Floats = np.linspace(-5.5, 5.5, 21)
"""Equally spaced: for steep sigmoids nearer to the truth than Gauss-Hermite nodes are."""

WEIGHTS: Floats = np.exp(-0.5 * NODES**2) / np.exp(-0.5 * NODES**2).sum()
_EDGE = 1e-12
_SHRINK = 0.3458  # logit-normal: E sigmoid(a + tau z) is near sigmoid(a / sqrt(1 + .3458 tau^2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Taus:
    """How much of a program's answer is common to all of them, in logits."""

    invite: float
    take: float


def sigmoid(x: Floats) -> Floats:
    """1 / (1 + e^-x), without overflow."""
    found: Floats = 0.5 * (1.0 + np.tanh(0.5 * x))
    return found


def logit(p: Floats) -> Floats:
    """ln(p / (1 - p)), held away from the ends."""
    held = np.clip(p, _EDGE, 1.0 - _EDGE)
    found: Floats = np.log(held / (1.0 - held))
    return found


def centred(mean: Floats, tau: float, steps: int = 3) -> Floats:
    """The a for which E sigmoid(a + tau z) = `mean`, by Newton steps on the logit of both sides.

    One step is enough while something is being dragged; three leave less than 1e-12.
    """
    wanted = logit(mean)
    if tau == 0.0:
        return wanted
    a: Floats = wanted * np.sqrt(1.0 + _SHRINK * tau * tau)
    for _ in range(steps):
        at_nodes = sigmoid(a[..., None] + tau * NODES)
        now = at_nodes @ WEIGHTS
        slope = (at_nodes * (1.0 - at_nodes)) @ WEIGHTS
        a = a - (logit(now) - wanted) * now * (1.0 - now) / slope
    return a


def at_nodes(mean: Floats, tau: float, steps: int = 3) -> Floats:
    """The chance at each node of z: (..., nodes)."""
    return sigmoid(centred(mean, tau, steps)[..., None] + tau * NODES)


def match_chances(
    invite: Floats, take: Floats, taus: Taus, arrives: float, steps: int = 3
) -> Floats:
    """p_i(z) = r q_i(z) s_i(z): that program i would take the applicant, at each node.

    `arrives` is r, the share of invitations that are not lost on the way to a rank list.
    """
    invited, taken = at_nodes(invite, taus.invite, steps), at_nodes(take, taus.take, steps)
    found: Floats = arrives * invited * taken
    return found
