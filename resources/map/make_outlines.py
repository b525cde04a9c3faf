#!/usr/bin/env python3
"""Makes outlines.json from a TopoJSON file of the Census Bureau's cartographic boundaries.

python3 resources/map/make_outlines.py states-10m.json

The file is `states-10m.json` of the package us-atlas 3.0.1, which holds the Census Bureau's 2017
boundaries; these are in the public domain. Arcs are thinned one by one, so that neighbours still
share their borders, and kept as hundredths of a degree.
"""

import json
import sys
from pathlib import Path

CODES = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE",
    "11": "DC", "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA",
    "20": "KS", "21": "KY", "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN",
    "28": "MS", "29": "MO", "30": "MT", "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM",
    "36": "NY", "37": "NC", "38": "ND", "39": "OH", "40": "OK", "41": "OR", "42": "PA", "44": "RI",
    "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA",
    "54": "WV", "55": "WI", "56": "WY", "72": "PR",
}  # fmt: skip
TOLERANCE = 0.035  # degrees a point may lie off the line that does without it
SMALLEST = 0.02  # square degrees of a ring worth drawing
Point = tuple[float, float]


def main(source: str) -> None:
    """Write outlines.json beside this file."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [thinned(arc) for arc in decoded(topology)]
    states: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["states"]["geometries"]:
        code = CODES.get(str(shape["id"]).zfill(2))
        if code is not None:
            many = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            rings = [ring(arcs, numbers) for polygon in many for numbers in polygon]
            kept = [points for points in rings if area(points) >= SMALLEST]
            states[code] = [flat(points) for points in kept or [max(rings, key=area)]]
    out = Path(__file__).with_name("outlines.json")
    lines = [
        f'"{code}":{json.dumps(states[code], separators=(",", ":"))}' for code in sorted(states)
    ]
    out.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def decoded(topology: dict) -> list[list[Point]]:
    """The arcs as degrees of longitude and latitude."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        found.append(points)
    return found


def thinned(points: list[Point]) -> list[Point]:
    """The arc without points that make no difference (Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = 0.0, 0
        for middle in range(first + 1, last):
            off = distance(points[middle], points[first], points[last])
            if off > far:
                far, at = off, middle
        if far > TOLERANCE:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [points[at] for at in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a stretch, in degrees."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = 0.0 if length == 0 else ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length
    share = min(1.0, max(0.0, share))
    return float(((px - ax - share * (bx - ax)) ** 2 + (py - ay - share * (by - ay)) ** 2) ** 0.5)


def ring(arcs: list[list[Point]], numbers: list[int]) -> list[Point]:
    """The arcs of a ring in a row; a negative number runs backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def area(points: list[Point]) -> float:
    """The area of a ring in square degrees."""
    following = [*points[1:], points[0]]
    total = sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(points, following, strict=True))
    return abs(total) / 2


def flat(points: list[Point]) -> list[int]:
    """Longitude and latitude in turn, in hundredths of a degree."""
    return [round(100 * part) for point in points for part in point]


if __name__ == "__main__":
    main(sys.argv[1])
