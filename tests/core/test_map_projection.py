"""Where programs lie on the map: states apart, cities in their order, insets in their corners."""

from pathlib import Path

import numpy as np
import pytest

from smartpick_desktop.core.map_projection import (
    HEIGHT,
    INSETS,
    LOWER_48,
    WIDTH,
    inside,
    place_programs,
)
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.map_data import load_outlines
from smartpick_desktop.storage.resource_error import ResourceError

RESOURCES = Path(__file__).parents[2] / "resources"


def test_the_centre_lies_at_its_place_and_north_is_up() -> None:
    x, y = LOWER_48.place(np.array([-96.0, -96.0]), np.array([38.5, 48.0]))
    assert (x[0], y[0]) == pytest.approx(LOWER_48.at)
    assert y[1] < y[0]


def test_areas_are_kept() -> None:
    """A degree square covers as much of the plane as of the sphere, wherever it lies."""
    for longitude, latitude in ((-120.0, 47.0), (-80.0, 26.0), (-96.0, 38.0)):
        x, y = LOWER_48.place(
            longitude + np.array([0.0, 0.1, 0.1, 0.0]), latitude + np.array([0.0, 0.0, 0.1, 0.1])
        )
        area = abs(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2
        sphere = np.radians(0.1) * (
            np.sin(np.radians(latitude + 0.1)) - np.sin(np.radians(latitude))
        )
        assert area / LOWER_48.scale**2 == pytest.approx(sphere, rel=1e-3)


def test_every_program_lies_on_the_plane_and_in_its_state() -> None:
    directory = load_directory(RESOURCES / "data" / "programs.csv")
    places = place_programs(directory.states, directory.longitudes, directory.latitudes)
    assert not np.isnan(places).any()
    assert (places >= 0).all()
    assert (places[:, 0] <= WIDTH).all()
    assert (places[:, 1] <= HEIGHT).all()
    outlines = load_outlines(RESOURCES / "map" / "outlines.json")
    within = np.zeros(len(directory), dtype=bool)
    for state in set(directory.states):
        here = np.array(directory.states) == state
        for ring in outlines[state]:
            within[here] |= inside(places[here], ring)
    assert within.mean() > 0.8  # the rest were spread over a border, or lie at a thinned coast


def test_programs_of_one_city_do_not_hide_each_other() -> None:
    same = np.full(40, -81.7), np.full(40, 41.5)
    places = place_programs(["OH"] * 40, *same)
    gaps = np.hypot(*(places[:, None] - places[None, :]).transpose(2, 0, 1))
    assert gaps[~np.eye(40, dtype=bool)].min() > 0.5
    assert gaps.max() < 20


def test_insets_stand_apart_from_the_states() -> None:
    for zone in INSETS.values():
        x, y = zone.place(np.array([zone.centre[0]]), np.array([zone.centre[1]]))
        assert (float(x[0]), float(y[0])) == pytest.approx(zone.at)


def test_a_lasso_holds_what_it_goes_around() -> None:
    square = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])
    points = np.array([[5.0, 5.0], [11.0, 5.0], [-1.0, 5.0], [5.0, 11.0]])
    assert inside(points, square).tolist() == [True, False, False, False]


def test_a_broken_file_of_outlines_is_named(tmp_path: Path) -> None:
    path = tmp_path / "outlines.json"
    path.write_text('{"OH": 3}', encoding="utf-8")
    with pytest.raises(ResourceError, match=r"outlines\.json"):
        load_outlines(path)
