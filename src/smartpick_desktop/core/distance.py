"""Great-circle distances between the cities of a directory, in miles."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.programs import Directory

EARTH_MILES = 3958.8
"""Mean radius of the Earth (IUGG, 6,371.0 km)."""

Miles = NDArray[np.float64]


def miles_from(latitude: float, longitude: float, directory: Directory) -> Miles:
    """How far every program is from a point, by the haversine formula; NaN without a place."""
    lat1, lon1 = np.radians(latitude), np.radians(longitude)
    lat2, lon2 = np.radians(directory.latitudes), np.radians(directory.longitudes)
    half = np.sin((lat2 - lat1) / 2) ** 2
    half = half + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    found: Miles = 2 * EARTH_MILES * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return found


class Cities:
    """Every city of a directory by what people call it: "Cleveland, OH"."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._miles: dict[str, Miles] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The cities, each once, in the order of the alphabet."""
        return tuple(sorted(self._first.keys()))

    @cached_property
    def _first(self) -> dict[str, int]:
        directory = self._directory
        found: dict[str, int] = {}
        for row, (city, state) in enumerate(zip(directory.cities, directory.states, strict=True)):
            if city and not np.isnan(directory.latitudes[row]):
                found.setdefault(f"{city}, {state}", row)
        return found

    @cached_property
    def _by_fold(self) -> dict[str, str]:
        return {fold(name): name for name in self._first}

    def find(self, text: str) -> str:
        """The city that `text` means, as it is called here; "" if there is none."""
        wanted = fold(text)
        if wanted in self._by_fold:
            return self._by_fold[wanted]
        begins = [name for name in self.names if fold(name).startswith(f"{wanted} ")]
        return begins[0] if wanted and len(begins) == 1 else ""

    def miles(self, city: str) -> Miles | None:
        """How far every program is from that city; None where there is no such city."""
        if city not in self._miles:
            row = self._first.get(city)
            if row is None:
                return None
            latitude = float(self._directory.latitudes[row])
            longitude = float(self._directory.longitudes[row])
            self._miles[city] = miles_from(latitude, longitude, self._directory)
        return self._miles[city]
