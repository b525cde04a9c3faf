"""How people in a made-up market choose where to apply, and the habits lists are held against."""

import numpy as np
from market_season import Lists
from market_world import SIGNALS, Floats, Ints, World

LENGTHS = np.array((20, 25, 40, 40))  # by type


def habit_lists(world: World, seed: int) -> Lists:
    """What people do by themselves: mostly favourites, some realism, some whim."""
    chance = np.random.default_rng(seed)
    people, programs = world.people, world.programs
    reach = np.maximum(0.0, programs.typical[None, :] - people.score[:, None]) / 13.0
    img = np.where(people.kind >= 2, 0.9, 0.0)[:, None] * programs.is_university
    eager = 0.6 * world.wish - 1.0 * reach - img + 1.0 * chance.normal(size=world.wish.shape)
    return top_lists(eager, world.wish, LENGTHS[people.kind])


def top_lists(order: Floats, wish: Floats, lengths: Ints, signals: int = SIGNALS) -> Lists:
    """The first of each person's order; signals go to the most wanted among them."""
    applied = np.zeros(order.shape, dtype=bool)
    signalled = np.zeros(order.shape, dtype=bool)
    best = np.argsort(-order, axis=1)
    for person, length in enumerate(lengths):
        chosen = best[person, :length]
        applied[person, chosen] = True
        signalled[person, chosen[np.argsort(-wish[person, chosen])[:signals]]] = True
    return Lists(applied=applied, signalled=signalled)


def bucket_list(chance: Floats, wish: Floats, length: int) -> Ints:
    """20/60/20: a fifth of reaches, three of targets, a fifth of likely ones; favourites in each.

    Buckets are thirds of the programs by the person's own chance, as list guides have it.
    """
    parts = np.array_split(np.argsort(chance), 3)
    sizes = (round(0.2 * length), length - 2 * round(0.2 * length), round(0.2 * length))
    chosen = [
        part[np.argsort(-wish[part])[:size]] for part, size in zip(parts, sizes, strict=True)
    ]
    return np.concatenate(chosen)
