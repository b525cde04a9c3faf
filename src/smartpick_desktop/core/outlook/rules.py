"""Everything the outlook rests on, as values: each number with its tag, doubt and source."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from smartpick_desktop.core.applicant import ApplicantType


class Evidence(StrEnum):
    """How well a number is known."""

    PUBLISHED = "P"
    DERIVED = "D"
    ASSUMED = "A"


class SpecialtyClass(StrEnum):
    """Specialties that invite alike: by how many they see and how many signals there are."""

    CORE = "core"
    MIDDLE = "middle"
    LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """One term in logits, with the standard deviation of the doubt about it."""

    key: str
    value: float
    sd: float
    tag: Evidence
    text: str
    source: str

    def __post_init__(self) -> None:
        if self.sd < 0:
            raise ValueError(f"{self.key}: a doubt cannot be negative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intercept:
    """Chances at the average program of an ordinary list, and the group's own match rate."""

    invite: float
    take: float
    match: float
    tag: Evidence

    def __post_init__(self) -> None:
        if not all(0.0 < part < 1.0 for part in (self.invite, self.take, self.match)):
            raise ValueError("a chance lies between 0 and 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of the model; `resources/rules/outlook.toml` says what each is."""

    arrives: float
    invite_tau: float
    invite_tau_sd: float
    take_tau: Mapping[SpecialtyClass, float]
    take_tau_sd: float
    score_sd: float
    farthest_below: float
    farthest_above: float
    typical_over_minimum: int
    shrink_own: float
    shrink_suggested: float
    draws: int
    round_to: int
    highest: int
    gain_kept: float
    reach_below: float
    likely_above: float

    def __post_init__(self) -> None:
        if self.reach_below >= self.likely_above:
            raise ValueError("reach_below and likely_above are upside down")


NEEDED = (
    "score_below", "score_above", "score_take", "signal_core", "signal_middle", "signal_large",
    "gold_more", "place_wished", "home", "home_take", "img_university", "do_university",
    "sought_after", "sought_take", "failed_attempt", "concern", "visa", "year_since",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookRules:
    """The whole file. `coefficients` are by key."""

    settings: Settings
    intercepts: Mapping[SpecialtyClass, Mapping[ApplicantType, Intercept]]
    classes: Mapping[SpecialtyClass, frozenset[str]]
    coefficients: Mapping[str, Coefficient]

    def __post_init__(self) -> None:
        if missing := [key for key in NEEDED if key not in self.coefficients]:
            raise ValueError(f"no coefficient for {', '.join(missing)}")
        if set(self.intercepts) != set(SpecialtyClass):
            raise ValueError("intercepts are needed for core, middle and large")
        if any(set(of) != set(ApplicantType) for of in self.intercepts.values()):
            raise ValueError("intercepts are needed for every applicant type")

    def class_of(self, specialty: str) -> SpecialtyClass:
        """The class of a specialty; middle where the file does not name it."""
        found = (kind for kind, keys in self.classes.items() if specialty in keys)
        return next(found, SpecialtyClass.MIDDLE)

    def names(self, specialty: str) -> bool:
        """Whether the file says which class a specialty is of."""
        return any(specialty in keys for keys in self.classes.values())

    def number(self, key: str) -> float:
        """The value of a coefficient."""
        return self.coefficients[key].value
