"""What the list checks go by: their texts, their thresholds, and the days of the seasons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from string import Formatter


class Urgency(StrEnum):
    """How soon a finding wants an answer, the calmest first."""

    NOTE = "note"
    LOOK = "look"
    FIRST = "first"

    @property
    def rank(self) -> int:
        """0 for a note, up to 2: a larger number comes first in a list."""
        return list(Urgency).index(self)


URGENCY_WORDS = {
    Urgency.NOTE: "For information",
    Urgency.LOOK: "Worth a look",
    Urgency.FIRST: "Settle first",
}

PLACES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "no_backup": {
        "none": ("specialties", "impact"),
        "unlisted": ("specialties", "impact", "backup"),
        "alike": ("specialties", "impact", "backup", "backup_impact"),
    },
    "all_reach": {"all": ("rated",), "rated": ("rated", "unrated")},
    "nothing_in_range": {
        "all": ("rated", "reach", "likely"),
        "rated": ("rated", "reach", "likely", "unrated"),
    },
    "few_interviews": {
        "figures": ("expected", "specialty", "goal", "who"),
        "own": ("expected", "goal"),
    },
    "unspent_signals": {"left": ("signals",)},
    "signal_on_tie": {
        "asked": ("specialty", "program", "tie"),
        "open": ("program", "specialty", "tie", "signal"),
    },
    "visa_unknown": {"some": ("programs", "all")},
    "hardly_taken": {"states": ("types", "states", "programs")},
    "past_thirty": {
        "priced": ("where", "limit", "price"),
        "unpriced": ("where", "limit"),
    },
    "one_region": {"open": ("programs", "region"), "wished": ("programs", "region")},
    "duplicate": {
        "name": ("program", "first", "second"),
        "number": ("program", "first"),
    },
    "not_listed": {"gone": ("number", "specialty", "date")},
    "missing_step2": {
        "ahead": ("day", "estimate", "left", "exam"),
        "close": ("day", "estimate", "left"),
        "past": ("day", "estimate"),
        "comlex": ("day", "estimate"),
    },
    "couples": {"told": ()},
}
"""Every check with its reasons, and the words that a reason may have put in."""

CHECK_IDS = tuple(PLACES)
_IN_SETTLED_BY = ("weeks",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Where the checks begin to speak; the rules file says of each what it is."""

    impact_from: int
    rated_needed: int
    figures_needed: int
    percent_up_to: float
    programs_without_reason: int
    region_needed: int
    people_needed: int
    step2_look_days: int
    step2_first_days: int
    score_weeks: int
    asks_not_to_signal_ties: frozenset[str]

    def __post_init__(self) -> None:
        if self.step2_first_days > self.step2_look_days:
            raise ValueError("step2_first_days is more than step2_look_days")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDay:
    """The day from which programs may read the applications of a season."""

    season: int
    day: date
    confidence: str
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckText:
    """A check as the user reads it. A reason has named places for the numbers of the list."""

    id: str
    title: str
    urgency: Urgency
    action: str
    settled_by: str
    basis: str
    source_ids: tuple[str, ...]
    reasons: Mapping[str, str]

    def __post_init__(self) -> None:
        if self.id not in PLACES:
            raise ValueError(f"unknown check {self.id!r}; known: {', '.join(CHECK_IDS)}")
        known = PLACES[self.id]
        if set(self.reasons) != set(known):
            raise ValueError(f"{self.id} needs these reasons and no others: {', '.join(known)}")
        for key, template in self.reasons.items():
            _check_places(f"{self.id}.{key}", template, known[key])
        _check_places(f"{self.id}.settled_by", self.settled_by, _IN_SETTLED_BY)

    def reason(self, key: str, words: Mapping[str, object]) -> str:
        """One of the reasons, with the numbers of the list put in."""
        return self.reasons[key].format_map(dict(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRules:
    """Everything the list checks go by, in the order in which they are shown."""

    thresholds: Thresholds
    application_days: tuple[ApplicationDay, ...]
    checks: tuple[CheckText, ...]

    def __post_init__(self) -> None:
        ids = [check.id for check in self.checks]
        if missing := [key for key in CHECK_IDS if key not in ids]:
            raise ValueError(f"no text for {', '.join(missing)}")
        if len(ids) > len(set(ids)):
            raise ValueError(f"expected one text for each check: {', '.join(ids)}")
        seasons = [each.season for each in self.application_days]
        if not seasons or len(seasons) > len(set(seasons)):
            raise ValueError("expected one application day or more, each of a season of its own")

    def text(self, check_id: str) -> CheckText:
        """The text of a check."""
        return next(check for check in self.checks if check.id == check_id)


def _check_places(where: str, template: str, known: tuple[str, ...]) -> None:
    if unknown := set(_places(template)) - set(known):
        found, allowed = ", ".join(sorted(unknown)), ", ".join(known) or "none"
        raise ValueError(f"unknown place {{{found}}} in {where}; known: {allowed}")


def _places(template: str) -> Iterator[str]:
    for _, name, form, conversion in Formatter().parse(template):
        if name is not None:
            yield name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
