"""Links tracks of the Match to programs of the directory, all of an edition at once.

The fifth to seventh character of an NRMP code are the first three digits of the ACGME number, so a
track is only held against programs of its specialty and state. Names differ much between the two
("Barnes-Jewish Hosp-MO", "Washington University/B-JH/SLCH Consortium"), so it also counts that an
institution and a house in one city run the same specialties. A track that is not near-certain
stays without a link.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from smartpick_desktop.core.house_names import (
    GENERIC,
    house_base,
    house_words,
    place_words,
    telling,
)
from smartpick_desktop.core.program_facts import Track
from smartpick_desktop.core.programs import Directory

_STATE_AT_END = re.compile(r"-([A-Z]{2})$")
_Unit = tuple[str, str]  # institution, specialty: the parts of an NRMP code
_Block = tuple[str, str]  # state, specialty
_MOST_IN_COMMON = 6


@dataclass(frozen=True, slots=True)
class _Pair:
    """An institution's specialty held against a program; `score` is 0 to 120."""

    score: float
    inside: float  # how far the words of one are among those of the other, 0-100
    whole: float  # how alike the whole names are, 0-100
    same_city: bool
    shared: float  # specialties in common of all that either runs, 0-1
    in_common: int
    unit: _Unit
    row: int


def link_tracks(tracks: Iterable[Track], directory: Directory) -> tuple[Track, ...]:
    """The same tracks, with the id of the program where it is near-certain which one it is."""
    tracks = tuple(tracks)
    linker = _Linker(tracks, directory)
    by_place = linker.by_place()
    by_house = linker.by_house(set(by_place.values()))
    linked = []
    for track in tracks:
        row = by_place.get(track.code)
        if row is None and linker.is_plain(track):
            row = by_house.get(_unit(track))
        program_id = "" if row is None else directory.program_ids[row]
        linked.append(replace(track, program_id=program_id))
    return tuple(linked)


class _Linker:
    def __init__(self, tracks: Sequence[Track], directory: Directory) -> None:
        self._directory = directory
        self._tracks: dict[_Unit, list[Track]] = defaultdict(list)
        self._rows: dict[_Block, list[int]] = defaultdict(list)
        self._runs: dict[str, set[str]] = defaultdict(set)  # specialties by institution
        self._housed: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._places: dict[_Block, set[str]] = defaultdict(set)  # words of cities
        for track in tracks:
            self._tracks[_unit(track)].append(track)
            self._runs[track.code[:4]].add(track.code[4:7])
        for row, number in enumerate(directory.acgme_numbers):
            state = directory.states[row]
            self._rows[state, number[:3]].append(row)
            self._housed[self._house(row)].add(number[:3])
            self._places[state, number[:3]] |= {*place_words(directory.cities[row]).split()}
        self._known = {row: self._words(row) for row in range(len(directory))}

    def by_place(self) -> dict[str, int]:
        """Tracks that name a place or house of their own ("Family Medicine/Ocala"), by code."""
        found: dict[str, int] = {}
        for tracks in self._tracks.values():
            for track in tracks:
                wanted = self._suffix(track)
                rows = self._pool(track)
                if wanted and len(fits := [r for r in rows if self._fits(track, wanted, r)]) == 1:
                    found[track.code] = fits[0]
        return found

    def by_house(self, taken: set[int]) -> dict[_Unit, int]:
        """One program for each institution's specialty, the likest first, none twice."""
        pairs = sorted(self._pairs(), key=lambda pair: (-pair.score, pair.unit, pair.row))
        sole = _sole(pairs)
        ranks = _Ranks(pairs)
        found: dict[_Unit, int] = {}
        used = set(taken)
        for pair in pairs:
            free = pair.unit not in found and pair.row not in used
            if free and self._is_certain(pair, sole, ranks):
                found[pair.unit] = pair.row
                used.add(pair.row)
        return found

    def is_plain(self, track: Track) -> bool:
        """Whether the track names no place of its own: it is the institution's main one."""
        places = self._places[track.state, track.code[4:7]]
        own = {*place_words(track.city).split(), *house_words(track.institution).split()}
        return not (self._suffix(track) & places) - own

    def _pairs(self) -> Iterator[_Pair]:
        from rapidfuzz import fuzz  # late: nothing is compared until a file is brought

        for unit, tracks in self._tracks.items():
            words = house_words(tracks[0].institution)
            city = place_words(tracks[0].city)
            for row in self._pool(tracks[0]):
                full, base = self._known[row]
                inside = fuzz.token_set_ratio(words, full)
                whole = max(fuzz.token_sort_ratio(words, full), fuzz.token_sort_ratio(words, base))
                runs, housed = self._runs[unit[0]], self._housed[self._house(row)]
                common = len(runs & housed)
                shared = common / len(runs | housed)
                same = place_words(self._directory.cities[row]) == city
                habit = shared * min(common, _MOST_IN_COMMON) / _MOST_IN_COMMON
                score = 0.45 * inside + 0.2 * whole + 20.0 * same
                # the same specialties in two cities say nothing of themselves
                score += 35.0 * habit if common > 1 and (same or inside >= 95) else 0.0
                yield _Pair(score, inside, whole, same, shared, common, unit, row)

    def _is_certain(self, pair: _Pair, sole: set[tuple[_Unit, int]], ranks: "_Ranks") -> bool:
        track = self._tracks[pair.unit][0]
        there = place_words(self._directory.cities[pair.row])
        words = house_words(track.institution)
        common = telling(words, there) & telling(self._known[pair.row][0])
        alike = (pair.shared >= 0.45 and pair.in_common >= 4) or (
            pair.shared >= 0.55 and pair.in_common >= 3
        )
        if pair.same_city:
            named = pair.inside >= 62 and bool(common) and ranks.leads(pair, by=1.5)
            same_name = pair.inside >= 92 and pair.whole >= 80 and ranks.leads(pair, by=1.5)
            one_of_one = (pair.unit, pair.row) in sole and (pair.inside >= 45 or alike)
            return same_name or one_of_one or named or (alike and pair.inside >= 35)
        if pair.inside >= 95 and pair.whole >= 85 and ranks.is_ahead(pair, by=2.0):
            return True
        if not common:
            return False
        if alike and pair.inside >= 70:
            return True
        if pair.inside >= 95 and (len(common) > 1 or any(len(word) > 5 for word in common)):
            return ranks.is_ahead(pair, by=2.0)
        return pair.inside >= 80 and pair.whole >= 60 and ranks.is_ahead(pair, by=6.0)

    def _pool(self, track: Track) -> list[int]:
        at_end = _STATE_AT_END.search(track.institution)
        states = {track.state, at_end[1] if at_end else track.state}
        return [row for state in sorted(states) for row in self._rows[state, track.code[4:7]]]

    def _suffix(self, track: Track) -> frozenset[str]:
        """What tells the track from others of its institution: the words behind the slash."""
        _, _, rest = track.name.replace("-", "/", 1).partition("/")
        return frozenset(house_words(rest).split()) - GENERIC

    def _fits(self, track: Track, wanted: frozenset[str], row: int) -> bool:
        full, _ = self._known[row]
        there = {*full.split(), *place_words(self._directory.cities[row]).split()}
        return wanted <= there and bool(
            telling(house_words(track.institution)) & telling(full) - wanted
        )

    def _house(self, row: int) -> tuple[str, str, str]:
        directory = self._directory
        city = place_words(directory.cities[row])
        return house_base(directory.names[row]), city, directory.states[row]

    def _words(self, row: int) -> tuple[str, str]:
        name = self._directory.names[row]
        return house_words(name), house_base(name)


class _Ranks:
    """How far a pair is ahead of the next for its institution and for its program."""

    def __init__(self, pairs: Iterable[_Pair]) -> None:
        self._of_unit: dict[_Unit, list[float]] = defaultdict(list)
        self._of_row: dict[int, list[float]] = defaultdict(list)
        for pair in pairs:
            self._of_unit[pair.unit].append(pair.score)
            self._of_row[pair.row].append(pair.score)

    def leads(self, pair: _Pair, *, by: float) -> bool:
        """Whether no other program comes within `by` points for this institution."""
        return _none_near(self._of_unit[pair.unit], pair.score - by)

    def is_ahead(self, pair: _Pair, *, by: float) -> bool:
        """Whether no other pair of either side comes within `by` points."""
        return self.leads(pair, by=by) and _none_near(self._of_row[pair.row], pair.score - by)


def _none_near(scores: Sequence[float], edge: float) -> bool:
    return sum(score > edge for score in scores) == 1


def _sole(pairs: Sequence[_Pair]) -> set[tuple[_Unit, int]]:
    """Pairs whose specialty the city has once on either side."""
    here = [pair for pair in pairs if pair.same_city]
    of_unit = Counter(pair.unit for pair in here)
    of_row = Counter(pair.row for pair in here)
    return {(p.unit, p.row) for p in here if of_unit[p.unit] == of_row[p.row] == 1}


def _unit(track: Track) -> _Unit:
    return track.code[:4], track.code[4:7]


def linked_ids(tracks: Mapping[str, Track]) -> dict[str, str]:
    """Program ids by NRMP code, of the tracks that have one."""
    return {code: track.program_id for code, track in tracks.items() if track.program_id}
