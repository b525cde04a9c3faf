"""What each further program of a list adds, and what the next ten would cost and add."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.outlook.chances import WEIGHTS
from smartpick_desktop.core.outlook.linear import OutlookInput, linear
from smartpick_desktop.core.outlook.listing import (
    Held,
    drawn_matches,
    list_chances,
    listed_rows,
    specialties_of,
)
from smartpick_desktop.core.outlook.results import CurvePoint, NextPrograms, Outlook
from smartpick_desktop.core.programs import RowArray

Floats = NDArray[np.float64]

NEXT = 10


def with_curve(given: OutlookInput, found: Outlook, fees: SeasonFees | None) -> Outlook:
    """`found` with its curve and the next programs.

    The list comes first, each time the program that raises the chance most; then the ten that
    would raise it most among the other programs of its specialties.
    """
    listed = listed_rows(given)
    more = _next_rows(given, listed)
    rows = np.concatenate((listed, more)).astype(np.int32)
    chances = list_chances(given, linear(given, rows))
    order = np.concatenate(
        (
            _greedy(chances.joint[: len(listed)]),
            np.arange(len(listed), len(rows)),
        )
    )
    drawn = drawn_matches(given, chances, order)
    low, high = np.quantile(drawn, (0.1, 0.9), axis=0)
    exact = (1.0 - np.cumprod(1.0 - chances.joint[order], axis=0)) @ WEIGHTS
    shown = Held.of(given, linear(given, listed)).back
    keys = [eras_specialty(given.directory.specialties[rows[at]]) for at in order]
    dollars = _dollars(keys, fees)
    points = [CurvePoint(count=0, dollars=0, low=0.0, middle=0.0, high=0.0)]
    points += [
        CurvePoint(
            count=at + 1, dollars=dollars[at],
            low=shown(float(low[at])), middle=shown(float(exact[at])), high=shown(float(high[at])),
        )
        for at in range(len(order))
    ]  # fmt: skip
    here, last = points[len(listed)], points[-1]
    ahead = NextPrograms(
        count=last.count - here.count,
        dollars=last.dollars - here.dollars,
        adds=max(0.0, last.middle - here.middle),
    )
    return replace(found, curve=tuple(points), next_programs=ahead if ahead.count else None)


def pool(given: OutlookInput, specialty: str) -> RowArray:
    """The programs of a specialty that may be proposed.

    None that is on the never-list or belongs to the armed forces, which take their own.
    """
    directory, never = given.directory, given.scenario.never
    rows = [
        row
        for row, key in enumerate(directory.specialties)
        if eras_specialty(key) == specialty and directory.program_ids[row] not in never
    ]
    found = np.array(rows, dtype=np.int32)
    return found[~directory.military[found]] if len(found) else found


def _next_rows(given: OutlookInput, listed: RowArray) -> RowArray:
    """The ten programs outside the list that would add most, the best first."""
    pools = [pool(given, specialty) for specialty in specialties_of(given)]
    others = np.setdiff1d(np.concatenate(pools), listed) if pools else listed[:0]
    if not len(others):
        return others.astype(np.int32)
    now = list_chances(given, linear(given, listed)).joint
    terms = linear(given, others.astype(np.int32))
    joint = list_chances(given, terms, steps=1).joint
    missed = np.prod(1.0 - now, axis=0)
    chosen = _greedy(joint, missed, NEXT)
    return terms.rows[chosen]


def _greedy(
    joint: Floats, missed: Floats | None = None, count: int | None = None
) -> NDArray[np.intp]:
    """Programs in the order in which each adds most to P(match), after what `missed` leaves."""
    left = WEIGHTS * (np.ones(joint.shape[1]) if missed is None else missed)
    free = np.ones(len(joint), dtype=np.bool_)
    order: list[int] = []
    for _ in range(min(len(joint), len(joint) if count is None else count)):
        gains = np.where(free, joint @ left, -1.0)
        best = int(gains.argmax())
        order.append(best)
        free[best] = False
        left = left * (1.0 - joint[best])
    return np.array(order, dtype=np.intp)


def _dollars(specialties: list[str], fees: SeasonFees | None) -> list[int]:
    """What the first k + 1 programs cost, each specialty counted from one."""
    if fees is None:
        return [0] * len(specialties)
    counts: dict[str, int] = {}
    found = []
    for key in specialties:
        counts[key] = counts.get(key, 0) + 1
        found.append(fees.cost(counts))
    return found
