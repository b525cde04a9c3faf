"""Which program of the directory a row of somebody's file means, and how certain that is.

In this order: the ACGME number, an NRMP code that is known, then name, city and state.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.house_names import house_base, house_words, place_words, telling
from smartpick_desktop.core.programs import PROGRAM_ID_PREFIX, Directory
from smartpick_desktop.core.states import STATE_NAMES

NUMBER_DIGITS = 10
_CANDIDATES = 6
_CERTAIN_FROM, _LIKELY_FROM, _AHEAD = 88.0, 62.0, 8.0
_CODES = {name.casefold(): code for code, name in STATE_NAMES.items()}


class Confidence(StrEnum):
    """Whether a match can be taken as it is, wants confirming, or is none."""

    CERTAIN = "certain"
    LIKELY = "likely"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramClue:
    """What a row says of a program; an empty text says nothing."""

    acgme_number: str = ""
    nrmp_code: str = ""
    name: str = ""
    institution: str = ""
    city: str = ""
    state: str = ""
    specialty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramMatch:
    """The program meant, or "". `candidates` are ids to choose from, the likeliest first."""

    program_id: str
    confidence: Confidence
    reason: str
    candidates: tuple[str, ...] = ()


class ProgramMatcher:
    """Matches clues to one directory, which it prepares once."""

    def __init__(self, directory: Directory, specialty_names: Mapping[str, str]) -> None:
        self._directory = directory
        self._names = specialty_names
        self._specialties = _specialty_keys(specialty_names, directory.specialties)
        self._by_state: dict[str, list[int]] = {}
        for row, state in enumerate(directory.states):
            self._by_state.setdefault(state, []).append(row)

    def match(self, clue: ProgramClue, linked: Mapping[str, str] | None = None) -> ProgramMatch:
        """The program that `clue` means. `linked` tells program ids by NRMP code."""
        if clue.acgme_number.strip():
            return self._by_number(clue)
        program_id = (linked or {}).get(clue.nrmp_code.strip().upper(), "")
        if program_id and self._directory.index_of(program_id) is not None:
            return _found(program_id, f"NRMP code {clue.nrmp_code.strip()}")
        return self._by_name(clue)

    def _by_number(self, clue: ProgramClue) -> ProgramMatch:
        given = clue.acgme_number.strip()
        number = acgme_number(given)
        if not number:
            return _none(f"“{given}” is no ACGME number: ten digits are expected")
        program_id = PROGRAM_ID_PREFIX + number
        if self._directory.index_of(program_id) is None:
            return _none(f"ACGME number {number} is not in the directory")
        restored = "" if given == number else ", its leading zero restored"
        return _found(program_id, f"ACGME number {number}{restored}")

    def _by_name(self, clue: ProgramClue) -> ProgramMatch:
        name = clue.institution or clue.name
        if not name.strip():
            return _none("The row names no program")
        rows = self._rows(clue)
        if not rows:
            return _none("No program of the directory has this state and specialty")
        ranked = self._ranked(name, clue, rows)
        best, row = ranked[0]
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        candidates = tuple(self._directory.program_ids[at] for _, at in ranked[:_CANDIDATES])
        said = self._said(row)
        if best >= _CERTAIN_FROM and best - second >= _AHEAD and self._is_full(clue):
            return ProgramMatch(
                program_id=candidates[0], confidence=Confidence.CERTAIN,
                reason=f"Name and place: {said}", candidates=candidates,
            )  # fmt: skip
        if best >= _LIKELY_FROM:
            why = "others are as near" if best - second < _AHEAD else "the name differs"
            return ProgramMatch(
                program_id=candidates[0], confidence=Confidence.LIKELY,
                reason=f"Perhaps {said}; {why}", candidates=candidates,
            )  # fmt: skip
        return ProgramMatch(
            program_id="", confidence=Confidence.NONE,
            reason="No program of the directory has a name like this", candidates=candidates,
        )  # fmt: skip

    def _is_full(self, clue: ProgramClue) -> bool:
        """Whether the clue says enough to be taken without asking: specialty and place."""
        return bool(self._key(clue.specialty) and (clue.city.strip() or clue.state.strip()))

    def _rows(self, clue: ProgramClue) -> Sequence[int]:
        state = state_code(clue.state)
        rows: Iterable[int] = (
            self._by_state.get(state, ()) if state else range(len(self._directory))
        )
        if key := self._key(clue.specialty):
            rows = (row for row in rows if eras_specialty(self._directory.specialties[row]) == key)
        return list(rows)

    def _key(self, specialty: str) -> str:
        return self._specialties.get(_plain(specialty), "")

    def _ranked(
        self, name: str, clue: ProgramClue, rows: Sequence[int]
    ) -> list[tuple[float, int]]:
        words, city = house_words(name), place_words(clue.city)
        found = [(self._likeness(words, city, row), row) for row in rows]
        return sorted(found, key=lambda pair: (-pair[0], pair[1]))

    def _likeness(self, words: str, city: str, row: int) -> float:
        """How alike name and city are, 0-100."""
        there = place_words(self._directory.cities[row])
        alike = likeness(words, self._directory.names[row])
        if not city:
            return alike
        if city == there:
            return 0.75 * alike + 25.0
        known = telling(words, city) & telling(house_words(self._directory.names[row]), there)
        return (0.8 if known else 0.6) * alike

    def _said(self, row: int) -> str:
        directory = self._directory
        return f"{directory.names[row]}, {directory.cities[row]}, {directory.states[row]}"


def likeness(words: str, name: str) -> float:
    """How alike the words of a house are to the name of another, 0-100."""
    from rapidfuzz import fuzz  # late: nothing is compared until a file is brought

    full, base = house_words(name), house_base(name)
    inside = fuzz.token_set_ratio(words, full)
    whole = max(fuzz.token_sort_ratio(words, full), fuzz.token_sort_ratio(words, base))
    return float(0.6 * inside + 0.4 * whole)


def acgme_number(text: str) -> str:
    """`text` as ten digits, with zeros that a spreadsheet took off; "" if it is none."""
    digits = text.strip().removesuffix(".0").replace(" ", "").replace("-", "")
    if not digits.isascii() or not digits.isdecimal():
        return ""
    return digits.zfill(NUMBER_DIGITS) if NUMBER_DIGITS - 2 <= len(digits) <= NUMBER_DIGITS else ""


def state_code(text: str) -> str:
    """The two letters of a state given by code or name; "" if it is neither."""
    given = text.strip()
    return given.upper() if given.upper() in STATE_NAMES else _CODES.get(given.casefold(), "")


def _specialty_keys(names: Mapping[str, str], used: Iterable[str]) -> dict[str, str]:
    """Every way to write a specialty that is known here, and the key it means."""
    keys = {eras_specialty(key) for key in used}
    found = {_plain(key.replace("_", " ")): key for key in keys}
    found |= {_plain(name): eras_specialty(key) for key, name in names.items()}
    return found | {_plain(other): key for other, key in _OTHER_NAMES.items() if key in keys}


def _plain(text: str) -> str:
    return " ".join(word for word in fold(text).split() if word not in ("and", "residency"))


_OTHER_NAMES = {
    "ob gyn": "obstetrics_gynecology",
    "obgyn": "obstetrics_gynecology",
    "obstetrics gynecology": "obstetrics_gynecology",
    "surgery": "general_surgery",
    "surgery general": "general_surgery",
    "orthopedic surgery": "orthopaedic_surgery",
    "orthopedics": "orthopaedic_surgery",
    "ent": "otolaryngology",
    "pm r": "physical_medicine_rehabilitation",
    "radiology diagnostic": "diagnostic_radiology",
    "medicine": "internal_medicine",
    "family practice": "family_medicine",
    "neurosurgery": "neurological_surgery",
    "anesthesia": "anesthesiology",
    "med peds": "internal_medicine_pediatrics",
    "medicine pediatrics": "internal_medicine_pediatrics",
    "internal medicine pediatrics": "internal_medicine_pediatrics",
}


def _found(program_id: str, reason: str) -> ProgramMatch:
    return ProgramMatch(
        program_id=program_id,
        confidence=Confidence.CERTAIN,
        reason=reason,
        candidates=(program_id,),
    )


def _none(reason: str) -> ProgramMatch:
    return ProgramMatch(program_id="", confidence=Confidence.NONE, reason=reason)
