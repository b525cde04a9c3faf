"""Places on a map of the states: Albers equal-area, Alaska, Hawaii and Puerto Rico as insets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WIDTH, HEIGHT = 960.0, 600.0
"""The plane that everything is placed on; y grows downwards."""

_SPREAD = 1.1  # plane units between programs of one city
_GOLDEN = 2.399963  # the angle under which a spiral fills a disc evenly


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A conic projection with two parallels, and where and how large it lies on the plane."""

    parallels: tuple[float, float]
    centre: tuple[float, float]  # longitude, latitude
    scale: float
    at: tuple[float, float]

    def place(self, longitude: Floats, latitude: Floats) -> tuple[Floats, Floats]:
        """X and y on the plane (Snyder, Map Projections, 1987, p. 100)."""
        first, second = np.radians(self.parallels)
        n = (np.sin(first) + np.sin(second)) / 2
        c = np.cos(first) ** 2 + 2 * n * np.sin(first)
        rho0 = np.sqrt(c - 2 * n * np.sin(np.radians(self.centre[1]))) / n
        rho = np.sqrt(c - 2 * n * np.sin(np.radians(latitude))) / n
        turn = np.mod(longitude - self.centre[0] + 180.0, 360.0) - 180.0
        theta = n * np.radians(turn)
        x = self.at[0] + self.scale * rho * np.sin(theta)
        y = self.at[1] - self.scale * (rho0 - rho * np.cos(theta))
        return x, y


LOWER_48 = Zone(parallels=(29.5, 45.5), centre=(-96.0, 38.5), scale=1180.0, at=(485.0, 290.0))
INSETS: Mapping[str, Zone] = {
    "AK": Zone(parallels=(55.0, 65.0), centre=(-154.0, 60.0), scale=390.0, at=(138.0, 520.0)),
    "HI": Zone(parallels=(8.0, 18.0), centre=(-157.0, 20.5), scale=1180.0, at=(318.0, 555.0)),
    "PR": Zone(parallels=(8.0, 18.0), centre=(-66.4, 18.2), scale=1900.0, at=(860.0, 565.0)),
}


def zone_of(state: str) -> Zone:
    """The zone that a state is drawn in."""
    return INSETS.get(state, LOWER_48)


def place_programs(states: Sequence[str], longitudes: Floats, latitudes: Floats) -> Floats:
    """(programs, 2) on the plane; those of one city spread around it, NaN without a place."""
    found = np.empty((len(states), 2))
    codes = np.array(states)
    for state in set(states):
        here = codes == state
        x, y = zone_of(state).place(longitudes[here], latitudes[here])
        found[here] = np.column_stack((x, y))
    return _spread(found)


def _spread(places: Floats) -> Floats:
    """Put programs of the same place on a spiral around it, in the order of their rows."""
    _, which = np.unique(np.round(places, 3), axis=0, return_inverse=True)
    which = which.ravel()
    order = np.argsort(which, kind="stable")
    starts = np.r_[0, np.flatnonzero(np.diff(which[order])) + 1]
    nth = np.empty(len(places))
    nth[order] = np.arange(len(places)) - np.repeat(starts, np.diff(np.r_[starts, len(places)]))
    reach, angle = _SPREAD * np.sqrt(nth), _GOLDEN * nth
    moved: Floats = places + np.column_stack((reach * np.cos(angle), reach * np.sin(angle)))
    return moved


def inside(points: Floats, polygon: Floats) -> NDArray[np.bool_]:
    """Which points lie in a closed line, counted by the edges to their right."""
    x, y = points[:, 0], points[:, 1]
    found = np.zeros(len(points), dtype=np.bool_)
    for (ax, ay), (bx, by) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        crosses = (ay > y) != (by > y)
        if ay != by:
            found ^= crosses & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return found
