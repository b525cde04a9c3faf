"""One season in a made-up market: applications, invitations in waves, interviews, the Match."""

from dataclasses import dataclass

import numpy as np
from market_acceptance import blocking_pairs, deferred_acceptance
from market_world import Flags, Floats, Ints, World

WAVES = 4
MOST_INTERVIEWS = 18
SLOTS_A_POSITION = (11.0, 15.0)
UNIVERSITY_BAR = np.array((0.0, 0.2, 2.2, 2.8))  # by type, beside the score
COMMUNITY_BAR = np.array((0.0, 0.0, 0.8, 1.35))
WEIGHT_SCORE, WEIGHT_UNSEEN, WEIGHT_NEAR, WEIGHT_SIGNAL = 0.75, 1.0, 0.45, 0.65
WEIGHT_FILE, WEIGHT_DAY, WEIGHT_TALK = 0.45, 0.8, 0.8
NOT_RANKED = 0.08  # of those interviewed, the last in a program's eyes


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What each person (row) sends to each program (column)."""

    applied: Flags
    signalled: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What chance decides in a season, drawn once so that lists can be compared under it."""

    reading: Floats
    talk: Floats
    day: Floats
    slots: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Who was invited where, and the program that each person matched to, or -1."""

    invited: Flags
    match: Ints
    blocking_pairs: int


def draw_doubt(world: World, seed: int) -> Doubt:
    """The luck of a season; readings have heavy tails, a day is good or bad everywhere."""
    chance = np.random.default_rng(seed)
    size = world.wish.shape
    positions = world.programs.positions
    return Doubt(
        reading=0.25 * chance.standard_t(4, size=size),
        talk=WEIGHT_TALK * chance.standard_t(5, size=size),
        day=WEIGHT_DAY * chance.normal(size=size[0]),
        slots=np.round(positions * chance.uniform(*SLOTS_A_POSITION, len(positions))).astype(int),
    )


def play(world: World, lists: Lists, doubt: Doubt) -> Outcome:
    """Run the season that `lists` and `doubt` make."""
    file = read_files(world, lists, doubt)
    invited = invite(world, lists, file, doubt.slots)
    talk = WEIGHT_FILE * file + doubt.day[:, None] + doubt.talk
    ranked = rank(invited, talk)
    positions = world.programs.positions
    match = deferred_acceptance(world.wish, ranked, talk, positions)
    return Outcome(
        invited=invited,
        match=match,
        blocking_pairs=blocking_pairs(world.wish, ranked, talk, positions, match),
    )


def read_files(world: World, lists: Lists, doubt: Doubt) -> Floats:
    """How each program sees each file; -inf where it takes none such."""
    people, programs = world.people, world.programs
    bar = np.where(
        programs.is_university, UNIVERSITY_BAR[people.kind][:, None],
        COMMUNITY_BAR[people.kind][:, None],
    )  # fmt: skip
    near = people.region[:, None] == programs.region[None, :]
    seen = (
        WEIGHT_SCORE * (people.score[:, None] - 250.0) / 13.0
        + WEIGHT_UNSEEN * people.unseen[:, None]
        + WEIGHT_NEAR * near
        + WEIGHT_SIGNAL * lists.signalled
        - bar
        + doubt.reading
    )
    shut = people.score[:, None] < programs.filter_below[None, :]
    shut |= people.needs_visa[:, None] & ~programs.takes_visas[None, :]
    return np.where(shut, -np.inf, seen)


def invite(world: World, lists: Lists, file: Floats, slots: Ints) -> Flags:
    """Invite by rank, wave by wave; a person keeps the most wanted, up to the most there are."""
    open_files = np.where(lists.applied, file, -np.inf)
    invited = np.zeros_like(lists.applied)
    asked = np.zeros_like(lists.applied)
    for wave in range(1, WAVES + 1):
        quota = np.ceil(slots * wave / WAVES).astype(int)
        for program in range(len(slots)):
            room = quota[program] - int(invited[:, program].sum())
            left = np.where(asked[:, program], -np.inf, open_files[:, program])
            best = np.argsort(-left)[: max(0, room)]
            best = best[np.isfinite(left[best])]
            asked[best, program] = True
            invited[best, program] = True
        keep_most_wanted(invited, world.wish)
    return invited


def keep_most_wanted(invited: Flags, wish: Floats) -> None:
    """Let go of invitations over the cap, in place."""
    for person in np.flatnonzero(invited.sum(axis=1) > MOST_INTERVIEWS):
        held = np.flatnonzero(invited[person])
        invited[person, held[np.argsort(-wish[person, held])[MOST_INTERVIEWS:]]] = False


def rank(invited: Flags, talk: Floats) -> Flags:
    """Whom each program ranks: all it met but the last few."""
    ranked = invited.copy()
    for program in range(invited.shape[1]):
        met = np.flatnonzero(invited[:, program])
        drop = int(NOT_RANKED * len(met))
        if drop:
            ranked[met[np.argsort(talk[met, program])[:drop]], program] = False
    return ranked
