"""The Match itself: deferred acceptance by applicants' proposals, and a check of it."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


def deferred_acceptance(wish: Floats, ranked: Flags, score: Floats, capacity: Ints) -> Ints:
    """Match by applicants' proposals: the program of each person, or -1 (Gale-Shapley 1962)."""
    order = np.argsort(-np.where(ranked, wish, -np.inf), axis=1, kind="stable")
    counts = ranked.sum(axis=1)
    next_choice = np.zeros(len(wish), dtype=int)
    match = np.full(len(wish), -1)
    while True:
        free = np.flatnonzero((match < 0) & (next_choice < counts))
        if not len(free):
            return match
        match[free] = order[free, next_choice[free]]
        next_choice[free] += 1
        for program in np.unique(match[free]):
            held = np.flatnonzero(match == program)
            if len(held) > capacity[program]:
                by_score = np.argsort(-score[held, program], kind="stable")
                match[held[by_score[capacity[program] :]]] = -1


def blocking_pairs(wish: Floats, ranked: Flags, score: Floats, capacity: Ints, match: Ints) -> int:
    """How many pairs would both rather have each other; none in a stable match."""
    people = np.arange(len(wish))
    now = np.where(match >= 0, wish[people, np.maximum(match, 0)], -np.inf)
    wants = ranked & (wish > now[:, None])
    worst = np.full(len(capacity), -np.inf)
    for program in range(len(capacity)):
        held = np.flatnonzero(match == program)
        if len(held) > capacity[program]:
            raise AssertionError("a program took more than it has positions")
        if len(held) == capacity[program]:
            worst[program] = score[held, program].min()
    return int((wants & (score > worst[None, :])).sum())
