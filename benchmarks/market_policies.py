"""What one person's list comes to under another way of choosing, everybody else unchanged."""

from dataclasses import dataclass

import numpy as np
from market_lists import LENGTHS, bucket_list
from market_model import Model
from market_season import Doubt, Lists, play
from market_world import SIGNALS, Flags, Floats, Ints, World

from smartpick_desktop.core.outlook.chances import WEIGHTS
from smartpick_desktop.core.outlook.portfolio import Candidates, best_list

POLICIES = ("best list", "best list, signals to favourites", "20/60/20", "favourites", "random")
PREFERENCE = 0.5  # the worth of the most wanted program over the least wanted, as in the app


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One person's list: programs and which of them are signalled, and the chance foretold."""

    programs: Ints
    signalled: Ints
    said: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Those who were followed: matched or not, and what was foretold, by policy."""

    kind: Ints
    matched: dict[str, Flags]
    said: dict[str, Floats]


def follow(world: World, lists: Lists, doubt: Doubt, model: Model, people: Ints) -> Result:
    """Play the season once for each policy, with those `people` following it."""
    chance = np.random.default_rng(int(people[0]) + 1)
    matched: dict[str, Flags] = {}
    said: dict[str, Floats] = {}
    chosen = {person: choices(world, model, int(person), chance) for person in people}
    for policy in POLICIES:
        applied, signalled = lists.applied.copy(), lists.signalled.copy()
        for person in people:
            one = chosen[person][policy]
            applied[person], signalled[person] = False, False
            applied[person, one.programs] = True
            signalled[person, one.signalled] = True
        outcome = play(world, Lists(applied=applied, signalled=signalled), doubt)
        matched[policy] = outcome.match[people] >= 0
        said[policy] = np.array([chosen[person][policy].said for person in people])
    return Result(kind=world.people.kind[people], matched=matched, said=said)


def choices(
    world: World, model: Model, person: int, chance: np.random.Generator
) -> dict[str, Chosen]:
    """The list of every policy for one person, all as long and with as many signals."""
    wish, count = world.wish[person], int(LENGTHS[world.people.kind[person]])
    rows = np.array([person])
    levels = []
    for signal in (0.0, 1.0):
        invite, take = model.logits(world, rows, np.full((1, len(wish)), signal))
        q, s = model.at_nodes(invite, take)
        levels.append(model.rules.settings.arrives * q[0] * s[0])
    joint = np.stack(levels)
    preference = np.argsort(np.argsort(wish)) / (len(wish) - 1)
    given = Candidates(
        chances=joint, utility=1.0 + PREFERENCE * preference, signals=(SIGNALS,), weights=WEIGHTS
    )
    best = best_list(given, count)
    on_list = np.flatnonzero(best >= 0)
    alone = joint[0] @ WEIGHTS
    programs = {
        "best list": on_list,
        "best list, signals to favourites": on_list,
        "20/60/20": bucket_list(alone, wish, count),
        "favourites": np.argsort(-wish)[:count],
        "random": chance.choice(len(wish), size=count, replace=False),
    }
    found = {}
    for policy, chosen in programs.items():
        signalled = chosen[np.argsort(-wish[chosen])[:SIGNALS]]
        if policy == "best list":
            signalled = np.flatnonzero(best > 0)
        p = joint[np.isin(chosen, signalled).astype(int), chosen]
        said = float(WEIGHTS @ (1.0 - np.prod(1.0 - p, axis=0)))
        found[policy] = Chosen(programs=chosen, signalled=signalled, said=said)
    return found
