"""Which programs to apply to and where to signal: a list near the best one, and how near.

The value of a list is the expected utility of the best program on it that takes the applicant,

    V(S) = E_z sum_{i in S, best first} u_i p_i(z) prod_{j better} (1 - p_j(z)),

which is monotone and submodular whatever z does to the p, so that adding the best program again
and again leaves at most a share 1/e. Exchanges and moves of signals after that found the optimum
in all but a few of the small instances that were tried out in full.
"""

import itertools
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.outlook.chances import WEIGHTS

Floats = NDArray[np.float64]
Levels = NDArray[np.int64]

OFF, PLAIN = -1, 0
_LEAST_GAIN = 1e-12
_SWEEPS = 4
_MANY = 120  # programs from which on one sweep has to do
_REFILLS = 4
_FIRST_STEPS = 8  # tried where there are few programs
_OUTSIDERS = 60  # programs outside the list that exchanges are tried with


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Programs to choose from. `chances[l, i, k]` is p of program i at signal level l, node k.

    Level 0 is without a signal. `signals[l - 1]` says how many of level l there are.
    """

    chances: Floats
    utility: Floats
    signals: tuple[int, ...] = ()
    weights: Floats = field(default_factory=lambda: WEIGHTS)


def value(given: Candidates, levels: Levels) -> float:
    """V of a list: `levels[i]` is the signal level of program i, -1 if it is not on the list."""
    order = np.argsort(-given.utility, kind="stable")
    chosen = order[levels[order] >= 0]
    p = given.chances[levels[chosen], chosen]
    missed = np.cumprod(1.0 - p, axis=0)
    above = np.vstack((np.ones(p.shape[1]), missed[:-1])) if len(p) else missed
    return float((given.utility[chosen, None] * p * above).sum(axis=0) @ given.weights)


def best_list(
    given: Candidates,
    count: int,
    *,
    keep: NDArray[np.bool_] | None = None,
    never: NDArray[np.bool_] | None = None,
    start: Levels | None = None,
    sweeps: int = _SWEEPS,
) -> Levels:
    """Levels of a list of at most `count` programs that is near the best one.

    `keep` stays on the list, `never` off it. `start` begins from a list instead of from nothing.
    """
    if not len(given.utility):
        return np.zeros(0, dtype=np.int64)
    search = _Search(given, count, keep, never, start)
    search.fill()
    levels = search.levels()
    rows = np.sort(search.worth_trying())
    near = Candidates(
        chances=given.chances[:, rows], utility=given.utility[rows],
        signals=given.signals, weights=given.weights,
    )  # fmt: skip
    tried = _Search(near, count, _part(keep, rows), _part(never, rows), levels[rows])
    for _ in range(sweeps if len(given.utility) <= _MANY else 1):
        if not (tried.exchange() | tried.move_signals() | tried.swap_tiers()):
            break
    levels[rows] = tried.levels()
    return levels


def upper_bound(given: Candidates, count: int, never: NDArray[np.bool_] | None = None) -> float:
    """A value that no list of `count` programs can pass.

    Each z chooses a list of its own, for which one-by-one choice is exact (Chade and Smith
    2006), and every program counts as if it had the best signal there is.
    """
    if not len(given.utility):
        return 0.0
    order = np.argsort(-given.utility, kind="stable")
    p = given.chances.max(axis=0)[order].copy()
    if never is not None:
        p[never[order]] = 0.0
    utility = given.utility[order]
    chosen = np.zeros_like(p)
    nodes = np.arange(p.shape[1])
    for _ in range(min(count, len(order))):
        gains = _slopes(chosen, utility) * np.where(chosen > 0.0, 0.0, p)
        best = gains.argmax(axis=0)
        chosen[best, nodes] = p[best, nodes]
    missed = np.cumprod(1.0 - chosen, axis=0)
    above = np.vstack((np.ones(p.shape[1]), missed[:-1]))
    return float((utility[:, None] * chosen * above).sum(axis=0) @ given.weights)


def _slopes(p: Floats, utility: Floats) -> Floats:
    """dV/dp of every program at every node, programs sorted by utility, the best first.

    V is linear in each p: A (u - R), A being the chance that nobody better takes the applicant
    and R what the rest below is worth; R is had from prefix sums without dividing by A.
    """
    missed = np.cumprod(1.0 - p, axis=0)
    above = np.empty_like(missed)
    above[0] = 1.0
    above[1:] = missed[:-1]
    worth = np.cumsum(utility[:, None] * p * above, axis=0)
    below = worth[-1] - worth
    found: Floats = above * utility[:, None] - below / (1.0 - p)
    return found


class _Search:
    """A list being built, in the order of utility."""

    def __init__(
        self,
        given: Candidates,
        count: int,
        keep: NDArray[np.bool_] | None,
        never: NDArray[np.bool_] | None,
        start: Levels | None,
    ) -> None:
        size = len(given.utility)
        self._order = np.argsort(-given.utility, kind="stable")
        # r < 1 keeps p below one; a sure program would make the sums below it vanish
        self._p = np.minimum(given.chances[:, self._order], 1.0 - 1e-12)
        self._utility = given.utility[self._order]
        self._weights = given.weights
        self._keep = _sorted_mask(keep, self._order, size)
        self._never = _sorted_mask(never, self._order, size)
        self._left = np.array((10**9, *given.signals))
        self._count = count
        self._thorough = 1 if size > _MANY - 1 else min(_FIRST_STEPS, max(size, 1))
        self._level = np.full(size, OFF)
        self._now = np.zeros(self._p.shape[1:])
        begin = np.full(size, OFF) if start is None else start[self._order]
        for at in np.flatnonzero((begin >= 0) | self._keep):
            self._set(int(at), max(int(begin[at]), PLAIN))

    def worth_trying(self) -> Levels:
        """The programs on the list, and those outside that come nearest to it."""
        listed = self._level >= 0
        slopes = _slopes(self._now, self._utility) * self._weights
        gains = np.einsum("nk,lnk->ln", slopes, self._p).max(axis=0)
        gains[listed] = np.inf
        gains[self._never & ~listed] = -np.inf
        size = int(listed.sum()) + _OUTSIDERS
        found: Levels = self._order[np.argsort(-gains)[:size]]
        return found

    def levels(self) -> Levels:
        """The levels in the order of the candidates."""
        found = np.empty_like(self._level)
        found[self._order] = self._level
        return found

    def fill(self) -> None:
        """Add the program, or place the signal, that gains most, until nothing is left."""
        while True:
            gains = self._gains()
            level, at = np.unravel_index(int(gains.argmax()), gains.shape)
            if gains[level, at] <= _LEAST_GAIN:
                return
            self._set(int(at), int(level))

    def exchange(self) -> bool:
        """Replace each program by a better one, its signal free again; whether any was."""
        changed = False
        for at in np.flatnonzero((self._level >= 0) & ~self._keep):
            if self._try(int(at), OFF):
                changed = True
        return changed

    def move_signals(self) -> bool:
        """Take each signal away and place it where it gains most; whether any moved."""
        changed = False
        for at in np.flatnonzero(self._level > PLAIN):
            if self._level[at] > PLAIN and self._try(int(at), PLAIN):
                changed = True
        return changed

    def swap_tiers(self) -> bool:
        """Let two programs trade signals of different tiers where that is worth more."""
        changed = False
        for high, low in itertools.permutations(np.flatnonzero(self._level > PLAIN).tolist(), 2):
            if self._level[high] <= self._level[low]:
                continue
            before, worth = self._state(), self._worth()
            tiers = int(self._level[low]), int(self._level[high])
            self._set(high, PLAIN)
            self._set(low, tiers[1])
            self._set(high, tiers[0])
            if self._worth() > worth + _LEAST_GAIN:
                changed = True
            else:
                self._restore(before)
        return changed

    def _try(self, at: int, level: int) -> bool:
        """Put a program to a lower level, fill again, and keep that if it is worth more.

        Not only the best first step is tried: with signals to share out, the second best may
        leave more to the rest.
        """
        before, worth = self._state(), self._worth()
        self._set(at, level)
        lowered = self._state()
        for nth in range(self._thorough):
            if not self._refill(at if level == OFF else None, nth):
                break
            if self._worth() > worth + _LEAST_GAIN:
                return True
            self._restore(lowered)
        self._restore(before)
        return False

    def _refill(self, blocked: int | None, nth: int) -> bool:
        """Fill what was freed, beginning with the step that gains `nth` most; whether it gains."""
        for step in range(_REFILLS):
            gains = self._gains()
            if blocked is not None and step == 0:
                gains[:, blocked] = 0.0  # itself again would be no exchange
            flat = gains.ravel()
            best = int(np.argsort(-flat)[nth]) if step == 0 and nth else int(flat.argmax())
            if flat[best] <= _LEAST_GAIN:
                return step > 0
            level, at = divmod(best, gains.shape[1])
            self._set(at, level)
        return True

    def _state(self) -> tuple[Levels, Floats, Levels]:
        return self._level.copy(), self._now.copy(), self._left.copy()

    def _restore(self, state: tuple[Levels, Floats, Levels]) -> None:
        level, now, left = state
        self._level, self._now, self._left = level.copy(), now.copy(), left.copy()

    def _gains(self) -> Floats:
        """What each program would add at each level; nothing where that is not allowed."""
        slopes = _slopes(self._now, self._utility) * self._weights
        gains = np.einsum("nk,lnk->ln", slopes, self._p)
        gains -= np.einsum("nk,nk->n", slopes, self._now)
        listed = self._level >= 0
        gains[:, self._never & ~listed] = 0.0
        if int(listed.sum()) >= self._count:
            gains[:, ~listed] = 0.0
        gains[self._left <= 0] = 0.0
        rising = np.arange(len(gains))[:, None] > self._level[None, :]
        return np.where(rising, gains, 0.0)

    def _worth(self) -> float:
        missed = np.cumprod(1.0 - self._now, axis=0)
        above = np.vstack((np.ones(missed.shape[1]), missed[:-1]))
        return float((self._utility[:, None] * self._now * above).sum(axis=0) @ self._weights)

    def _set(self, at: int, level: int) -> None:
        held = int(self._level[at])
        if held > PLAIN:
            self._left[held] += 1
        if level > PLAIN:
            self._left[level] -= 1
        self._level[at] = level
        self._now[at] = 0.0 if level == OFF else self._p[level, at]


def _part(mask: NDArray[np.bool_] | None, rows: Levels) -> NDArray[np.bool_] | None:
    return None if mask is None else mask[rows]


def _sorted_mask(mask: NDArray[np.bool_] | None, order: Levels, size: int) -> NDArray[np.bool_]:
    return np.zeros(size, dtype=np.bool_) if mask is None else mask[order]
