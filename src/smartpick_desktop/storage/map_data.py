"""Reads the outlines of the states and places them on the plane of the map."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from smartpick_desktop.core.map_projection import zone_of
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.storage.tables import read_text


def load_outlines(path: Path) -> dict[str, list[NDArray[np.float64]]]:
    """The rings of every state, each (points, 2) on the plane."""
    try:
        held = json.loads(read_text(path))
        return {
            state: [_ring(state, numbers) for numbers in rings] for state, rings in held.items()
        }
    except (ValueError, AttributeError, TypeError) as error:
        raise ResourceError(path.name, "", "expected rings of numbers by state") from error


def _ring(state: str, numbers: list[int]) -> NDArray[np.float64]:
    degrees = np.array(numbers, dtype=np.float64).reshape(-1, 2) / 100.0
    x, y = zone_of(state).place(degrees[:, 0], degrees[:, 1])
    return np.column_stack((x, y))
