"""The outlook's model fitted to a made-up market's aggregates, and what it foretells of people.

Fitted is what the app solves too: the average program of each type and how much a score moves.
Everything else comes from `outlook.toml`: what is common to programs, signals, place and type.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from market_season import Lists, Outcome
from market_world import TYPES, TYPICAL_MEAN, Floats, Ints, World

from smartpick_desktop.core.outlook.chances import WEIGHTS, at_nodes, logit, sigmoid
from smartpick_desktop.core.outlook.rules import OutlookRules, SpecialtyClass

BANDS = (0, 230, 240, 250, 260, 400)
STEPS = 14
DAMPING = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What was fitted: logits by type, and factors on the score terms of both chances."""

    invite: Floats
    take: Floats
    factor: float
    take_factor: float

    def vector(self) -> Floats:
        return np.concatenate((self.invite, self.take, (self.factor, self.take_factor)))

    @staticmethod
    def of(vector: Floats) -> "Fit":
        kinds = len(TYPES)
        return Fit(
            invite=vector[:kinds], take=vector[kinds : 2 * kinds],
            factor=float(vector[-2]), take_factor=float(vector[-1]),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Chances of anybody at any program of a world, in the way the app has them."""

    rules: OutlookRules
    fit: Fit
    tau: float | None = None  # None: the shares common to programs that the app has

    def logits(self, world: World, rows: Ints, signalled: Floats) -> tuple[Floats, Floats]:
        """Logits of invitation and of being taken, (people, programs); -inf without a visa."""
        number, people, programs = self.rules.number, world.people, world.programs
        typical = np.where(np.isnan(programs.published), TYPICAL_MEAN, programs.published)
        sd = self.rules.settings.score_sd
        distance = np.clip((people.score[rows, None] - typical) / sd, -3.0, 2.0)
        slope = np.where(distance < 0.0, number("score_below"), number("score_above"))
        near = people.region[rows, None] == programs.region
        sought = (typical - TYPICAL_MEAN) / 6.0
        side = np.where(programs.is_university, 1.0, -1.0)
        by_type = np.array([0.0, number("do_university"), *(number("img_university"),) * 2])
        kind = people.kind[rows]
        invite = (
            self.fit.invite[kind][:, None]
            + self.fit.factor * slope * distance
            + number("place_wished") * near
            + number("signal_core") * signalled
            + by_type[kind][:, None] * side
            + number("sought_after") * sought
        )
        take = (
            self.fit.take[kind][:, None]
            + self.fit.take_factor * number("score_take") * distance
            + number("sought_take") * sought
        )
        return invite, take

    def at_nodes(self, invite: Floats, take: Floats) -> tuple[Floats, Floats]:
        """Both chances at every node of the hidden strength."""
        settings = self.rules.settings
        taus = settings.invite_tau, settings.take_tau[SpecialtyClass.CORE]
        if self.tau is not None:
            taus = self.tau, self.tau
        return (
            at_nodes(sigmoid(invite), taus[0], steps=2),
            at_nodes(sigmoid(take), taus[1], steps=2),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """What the model says of each person: match, offers, offers together with no match."""

    match: Floats
    offers: Floats
    offers_unmatched: Floats


def foretell(model: Model, world: World, lists: Lists, rows: Ints) -> Foretold:
    """The chances of those people with the lists they have, in pieces that fit the memory."""
    parts = [
        _foretell(model, world, lists, piece)
        for piece in np.array_split(rows, len(rows) // 200 + 1)
    ]
    return Foretold(
        match=np.concatenate([part.match for part in parts]),
        offers=np.concatenate([part.offers for part in parts]),
        offers_unmatched=np.concatenate([part.offers_unmatched for part in parts]),
    )


def _foretell(model: Model, world: World, lists: Lists, rows: Ints) -> Foretold:
    invite, take = model.logits(world, rows, lists.signalled[rows].astype(float))
    most = int(lists.applied[rows].sum(axis=1).max())
    order = np.argsort(~lists.applied[rows], axis=1, kind="stable")[:, :most]
    on_list = np.take_along_axis(lists.applied[rows], order, axis=1)[..., None]
    q, s = model.at_nodes(
        np.take_along_axis(invite, order, axis=1), np.take_along_axis(take, order, axis=1)
    )
    q = q * on_list
    taken = model.rules.settings.arrives * s
    missed = 1.0 - q * taken
    none = np.prod(missed, axis=1)
    with_none = none * np.sum(q * (1.0 - taken) / missed, axis=1)
    return Foretold(
        match=(1.0 - none) @ WEIGHTS,
        offers=q.sum(axis=1) @ WEIGHTS,
        offers_unmatched=with_none @ WEIGHTS,
    )


def aggregates(world: World, foretold: Foretold | None, outcome: Outcome, rows: Ints) -> Floats:
    """Offers and match by type and by band, and offers of those without a match by type.

    Of what happened, or, with `foretold`, of what was foretold; offers are divided by ten.
    """
    kind, score = world.people.kind[rows], world.people.score[rows]
    if foretold is None:
        matched = (outcome.match[rows] >= 0).astype(float)
        offers = outcome.invited[rows].sum(axis=1).astype(float)
        unmatched = offers * (1.0 - matched)
    else:
        matched, offers, unmatched = foretold.match, foretold.offers, foretold.offers_unmatched
    groups = [kind == each for each in range(len(TYPES))]
    bands = [(score >= low) & (score < high) for low, high in pairwise(BANDS)]
    found = [matched[one].mean() for one in (*groups, *bands)]
    found += [offers[one].mean() / 10.0 for one in (*groups, *bands)]
    found += [unmatched[one].mean() / 10.0 for one in groups]
    weights = np.repeat(
        (3.0, 1.0, 1.0), (len(TYPES) + len(bands), len(TYPES) + len(bands), len(TYPES))
    )
    return np.array(found) * weights


Season = tuple[World, Lists, Outcome]


def fit(model: Model, seasons: list[Season], people: int = 400) -> Model:
    """The model with the fit whose aggregates come nearest to those of `seasons`; Gauss-Newton."""
    rows = [
        np.arange(len(world.people.kind))[:: len(world.people.kind) // people]
        for world, *_ in seasons
    ]
    every = [np.arange(len(world.people.kind)) for world, *_ in seasons]
    wanted = np.mean(
        [aggregates(w, None, o, r) for (w, _, o), r in zip(seasons, every, strict=True)], axis=0
    )

    def said(vector: Floats) -> Floats:
        now = replace(model, fit=Fit.of(vector))
        parts = [
            aggregates(w, foretell(now, w, lists, r), o, r)
            for (w, lists, o), r in zip(seasons, rows, strict=True)
        ]
        return np.mean(parts, axis=0)

    vector = model.fit.vector()
    for _ in range(STEPS):
        base = said(vector)
        jacobian = np.array(
            [(said(vector + 0.02 * one) - base) / 0.02 for one in np.eye(len(vector))]
        ).T
        left = jacobian.T @ jacobian + DAMPING * np.eye(len(vector))
        step = np.linalg.solve(left, jacobian.T @ (wanted - base))
        vector = vector + np.clip(step, -0.7, 0.7)
        if np.abs(step).max() < 1e-3:
            break
    return replace(model, fit=Fit.of(vector))


def start() -> Fit:
    """Where the fit begins."""
    return Fit(
        invite=np.array((-1.0, -1.2, -2.2, -2.5)), take=np.array((0.8, 0.5, -0.5, -0.8)),
        factor=1.0, take_factor=1.0,
    )  # fmt: skip


def hold_back(chances: Floats, share: float, base: Floats) -> Floats:
    """Chances as the app shows them: moved towards the rate of the group."""
    return sigmoid(share * logit(chances) + (1.0 - share) * logit(base))
