"""A made-up specialty to hold the outlook against: its people and its programs.

Built unlike the model on purpose. Programs rank files instead of tossing coins, a third publish no
score, some filter in silence or take nobody who needs a visa, and doubt has heavy tails.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

TYPES = ("us_md", "us_do", "us_img", "non_us_img")
SHARES = (0.44, 0.19, 0.11, 0.26)
MEAN_SCORES = (251.0, 247.0, 240.0, 246.0)
NEEDS_VISA = (0.0, 0.0, 0.0, 0.7)
SIGNALS = 5
REGIONS = 9
PEOPLE, PROGRAMS, MEAN_POSITIONS = 1600, 160, 8.0
SCORE_SD, TYPICAL_MEAN, TYPICAL_SD = 12.0, 249.0, 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    """Columns of one length. `published` is NaN where a program publishes no typical score."""

    region: Ints
    positions: Ints
    prestige: Floats
    is_university: Flags
    typical: Floats
    published: Floats
    filter_below: Floats
    takes_visas: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Columns of one length. `unseen` is what programs see of a file and nobody publishes."""

    kind: Ints
    score: Floats
    unseen: Floats
    region: Ints
    needs_visa: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One market. `wish` is how much each person (row) wants each program (column)."""

    people: People
    programs: Programs
    wish: Floats


def make_programs(chance: np.random.Generator) -> Programs:
    """Programs; the sought-after ones are more often at universities and have higher scores."""
    prestige = chance.normal(size=PROGRAMS)
    typical = TYPICAL_MEAN + TYPICAL_SD * (0.8 * prestige + 0.6 * chance.normal(size=PROGRAMS))
    published = np.round(typical + chance.uniform(-3.0, 3.0, size=PROGRAMS))
    published[chance.random(PROGRAMS) < 0.35] = np.nan
    filters = np.where(chance.random(PROGRAMS) < 0.30, typical - 6.0, -np.inf)
    return Programs(
        region=chance.integers(REGIONS, size=PROGRAMS),
        positions=np.maximum(2, chance.poisson(MEAN_POSITIONS, size=PROGRAMS)),
        prestige=prestige,
        is_university=chance.random(PROGRAMS) < 1.0 / (1.0 + np.exp(-1.2 * prestige)),
        typical=typical,
        published=published,
        filter_below=filters,
        takes_visas=chance.random(PROGRAMS) >= 0.25,
    )


def make_people(chance: np.random.Generator) -> People:
    """People of four types; what is unseen has heavier tails than the model believes."""
    kind = chance.choice(len(TYPES), size=PEOPLE, p=SHARES)
    unseen = chance.standard_t(6, size=PEOPLE) * np.sqrt(4.0 / 6.0)
    score = np.array(MEAN_SCORES)[kind] + SCORE_SD * chance.normal(size=PEOPLE)
    return People(
        kind=kind,
        score=np.clip(np.round(score), 214.0, 290.0),
        unseen=unseen,
        region=chance.integers(REGIONS, size=PEOPLE),
        needs_visa=chance.random(PEOPLE) < np.array(NEEDS_VISA)[kind],
    )


def make_world(seed: int) -> World:
    """The market of that seed."""
    chance = np.random.default_rng(seed)
    programs, people = make_programs(chance), make_people(chance)
    near = people.region[:, None] == programs.region[None, :]
    taste = chance.normal(size=(PEOPLE, PROGRAMS))
    return World(
        people=people, programs=programs, wish=0.9 * programs.prestige + 0.8 * near + taste
    )
