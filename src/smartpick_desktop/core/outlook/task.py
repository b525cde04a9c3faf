"""What a search for a list is given: programs, their chances at each signal, and what is fixed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.distance import Cities
from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.outlook.chances import WEIGHTS, at_nodes, sigmoid
from smartpick_desktop.core.outlook.curve import pool
from smartpick_desktop.core.outlook.linear import Linear, OutlookInput, linear, wished
from smartpick_desktop.core.outlook.listing import invite_logits, list_chances, offered
from smartpick_desktop.core.outlook.portfolio import OFF, PLAIN, Candidates, best_list, value
from smartpick_desktop.core.outlook.rules import NEEDED
from smartpick_desktop.core.program_list import EntryStatus, ListEntry, SignalTier, Tie
from smartpick_desktop.core.programs import RowArray
from smartpick_desktop.core.signals import SignalQuota, quota_for, usage

Floats = NDArray[np.float64]
Levels = NDArray[np.int64]
Mask = NDArray[np.bool_]

_WISHED = 0.5  # what a wished place adds to the worth of a program, the match itself being 1 (A)
_LISTED = 0.01  # what is on the list stays unless another is clearly better (A)
_SIGNALS = np.array(
    [place for place, key in enumerate(NEEDED) if key.startswith("signal_") or key == "gold_more"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for: so many programs of a specialty.

    `signals` says whether signals may be placed anew, `programs` whether programs may change.
    """

    specialty: str
    count: int
    signals: bool = True
    programs: bool = True


class Task:
    """One search. Programs of other specialties are in it, but stay as they are."""

    def __init__(self, given: OutlookInput, wish: Wish, quotas: Sequence[SignalQuota]) -> None:
        self.given = given
        self.wish = wish
        directory = given.directory
        self._entries = {entry.program_id: entry for entry in given.scenario.entries}
        mine = [e for e in given.scenario.entries if eras_specialty(e.specialty) == wish.specialty]
        listed = directory.rows_of(entry.program_id for entry in mine)
        rest = (e.program_id for e in given.scenario.entries if e not in mine)
        others = directory.rows_of(rest)
        own = np.union1d(pool(given, wish.specialty), listed).astype(np.int32)
        own = own[_order(given, own)]
        self.rows: RowArray = np.concatenate((own, others)).astype(np.int32)
        self.ids = [directory.program_ids[row] for row in self.rows]
        self.own: Mask = np.arange(len(self.rows)) < len(own)
        self.listed: Mask = np.array([key in self._entries for key in self.ids], dtype=np.bool_)
        self.count = wish.count + len(others)
        self.tiers, self.limits = self._signals(quotas)
        self.terms = self._terms()
        self.levels_now = self._levels_now()
        self.keep = self._keep()
        self.count = max(self.count, int(self.keep.sum()))  # what must stay is not counted out
        self.never: Mask = ~self.keep & (
            self.terms.shut | (False if wish.programs else ~self.listed)
        )

    @cached_property
    def candidates(self) -> Candidates:
        """The programs with what each is worth: the match, and more where one would like to be."""
        return Candidates(
            chances=self._joint(), utility=self._utility(), signals=self.limits, weights=WEIGHTS
        )

    def best(self) -> Levels:
        """The levels of a list near the best one; those of now where too little is gained."""
        given, gain_kept = self.candidates, self.given.rules.settings.gain_kept
        now, fits = self.levels_now, int((self.levels_now >= PLAIN).sum()) <= self.count
        found = best_list(given, self.count, keep=self.keep, never=self.never)
        if not fits:
            return found
        kept = best_list(given, self.count, keep=self.keep, never=self.never, start=now)
        if value(given, found) <= value(given, kept) + gain_kept:
            found = kept
        grows = int((found >= PLAIN).sum()) > int((now >= PLAIN).sum())
        if not grows and value(given, found) <= value(given, now) + gain_kept:
            return now
        return found

    def match_only(self) -> Candidates:
        """The same programs, each worth the match alone."""
        return replace(self.candidates, utility=np.ones(len(self.rows)))

    def gains(self, levels: Levels) -> Floats:
        """What each program adds to P(match): as part of that list, or if it came to it."""
        chances = self.candidates.chances
        now = chances[np.maximum(levels, PLAIN), np.arange(len(levels))]
        chosen = levels >= PLAIN
        missed = np.log1p(-np.minimum(now, 1.0 - 1e-12))
        every = missed[chosen].sum(axis=0)
        within = (np.exp(every - missed) - np.exp(every)) @ WEIGHTS
        beside = (np.exp(every) - np.exp(every + missed)) @ WEIGHTS
        found: Floats = np.where(chosen, within, beside)
        return found

    def match(self, levels: Levels) -> float:
        """P(match) of that list."""
        return value(self.match_only(), levels)

    def tier(self, level: int) -> SignalTier:
        """The signal that a level means."""
        return self.tiers[level - 1] if level > PLAIN else SignalTier.NONE

    def _signals(
        self, quotas: Sequence[SignalQuota]
    ) -> tuple[tuple[SignalTier, ...], tuple[int, ...]]:
        """The kinds of signals to place, the weaker first, and how many are free of each."""
        season, entries = self.given.scenario.season, self.given.scenario.entries
        quota = quota_for(quotas, self.wish.specialty, season)
        if quota is None or not self.wish.signals:
            return (), ()
        weaker = (SignalTier.SILVER, SignalTier.GOLD)
        tiers = weaker if quota.is_tiered else (SignalTier.SINGLE,)
        elsewhere = [e for e in entries if eras_specialty(e.specialty) != self.wish.specialty]
        [use] = usage(elsewhere, [self.wish.specialty], quotas, season)
        return tiers, tuple(use.left(tier) for tier in tiers)

    def _terms(self) -> Linear:
        terms = linear(self.given, self.rows)
        if self.tiers:
            terms.invite_terms[np.ix_(np.flatnonzero(self.own), _SIGNALS)] = 0.0
        return terms

    def _levels_now(self) -> Levels:
        found = np.full(len(self.rows), OFF)
        for at in np.flatnonzero(self.listed):
            signal = self._entries[self.ids[at]].signal
            found[at] = PLAIN
            if self.own[at] and signal in self.tiers:
                found[at] = self.tiers.index(signal) + 1
            elif self.own[at] and self.tiers and signal is not SignalTier.NONE:
                found[at] = 1
        return found

    def _keep(self) -> Mask:
        def stays(at: int) -> bool:
            entry = self._entries.get(self.ids[at])
            if entry is None:
                return False
            stuck = entry.must_keep or entry.status is not EntryStatus.CONSIDERING
            return stuck or not self.own[at] or not self.wish.programs

        return np.array([stays(at) for at in range(len(self.rows))], dtype=np.bool_)

    def _joint(self) -> Floats:
        """The joint chance p of every program at every level and node."""
        settings, number = self.given.rules.settings, self.given.rules.number
        plain = list_chances(self.given, self.terms, steps=1)
        levels = [plain.joint]
        sure = offered(self.given, self.terms)
        logits = invite_logits(self.given, self.terms)
        adds = np.array([number(f"signal_{kind.value}") for kind in self.terms.classes])
        taken = np.divide(
            plain.joint, plain.invited, out=np.zeros_like(plain.joint), where=plain.invited > 0.0
        )
        for tier in self.tiers:
            more = adds + (number("gold_more") if tier is SignalTier.GOLD else 0.0)
            signalled = np.where(self.own & ~sure, logits + more, logits)
            invited = at_nodes(sigmoid(signalled), settings.invite_tau, 1)
            levels.append(invited * taken)
        return np.stack(levels)

    def _utility(self) -> Floats:
        place = wished(self.given, self.rows) > 0.0
        tied = np.array([self._tied(self._entries.get(key)) for key in self.ids], dtype=np.bool_)
        found: Floats = 1.0 + _WISHED * (place | tied) + _LISTED * self.listed
        return found

    @staticmethod
    def _tied(entry: ListEntry | None) -> bool:
        return entry is not None and entry.tie is not Tie.NONE


def _order(given: OutlookInput, rows: RowArray) -> NDArray[np.intp]:
    """Which of programs that are alike in everything else comes first.

    The nearer to the city one would like to be in, then turn by turn through the census
    divisions, so that no region is filled up for the letter that it begins with. The number of
    positions says nothing: the largest programs are not the ones easiest to come by.
    """
    if not len(rows):
        return np.zeros(0, dtype=np.intp)
    city = given.scenario.preferences.city
    miles = Cities(given.directory).miles(city) if city else None
    far = np.zeros(len(rows)) if miles is None else miles[rows]
    seen: dict[str, int] = {}
    turns = np.zeros(len(rows))
    for at, row in enumerate(rows):
        division = given.directory.divisions[row]
        turns[at] = seen[division] = seen.get(division, -1) + 1
    found: NDArray[np.intp] = np.lexsort((turns, far))
    return found
