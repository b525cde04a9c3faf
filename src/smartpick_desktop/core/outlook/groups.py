"""A whole group of applicants with like lists: what of it can be read in published tables."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.outlook.chances import NODES, WEIGHTS, Taus, at_nodes, sigmoid
from smartpick_desktop.core.outlook.interviews import count_distribution

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """Match rate of a group, and mean invitations of those who matched and did not.

    `rate_by_count[k]` is the match rate of those with exactly k invitations.
    """

    match: float
    offers_if_matched: float
    offers_if_unmatched: float
    rate_by_count: Floats
    by_count: Floats

    def rate_between(self, fewest: int, most: int) -> float:
        """The match rate of those with `fewest` to `most` invitations."""
        people = self.by_count[fewest : most + 1]
        return float(self.rate_by_count[fewest : most + 1] @ people / people.sum())


def replay(programs: int, invite: float, take: float, taus: Taus) -> Replay:
    """The group whose every member applies to `programs` alike programs.

    P(match) = 1 - E_z (1 - q(z) s(z))^n, invitations given z being binomial.
    """
    invited = at_nodes(np.array([invite]), taus.invite)[0]
    taken = at_nodes(np.array([take]), taus.take)[0]
    counts = np.arange(programs + 1)
    given = np.array([count_distribution(np.full(programs, chance)) for chance in invited])
    matched = given * (1.0 - (1.0 - taken[:, None]) ** counts)
    people, match = WEIGHTS @ given, WEIGHTS @ matched
    rest = people - match
    return Replay(
        match=float(match.sum()),
        offers_if_matched=float(match @ counts / match.sum()),
        offers_if_unmatched=float(rest @ counts / rest.sum()),
        rate_by_count=np.divide(match, people, out=np.zeros_like(match), where=people > 0.0),
        by_count=people,
    )


def match_by_ranks(ranks: int, take_logit: float, tau: float) -> float:
    """P(match) of someone whom `ranks` programs rank: 1 - E_z (1 - sigmoid(b + tau z))^k."""
    missed = (1.0 - sigmoid(take_logit + tau * NODES)) ** ranks
    return float(1.0 - WEIGHTS @ missed)
