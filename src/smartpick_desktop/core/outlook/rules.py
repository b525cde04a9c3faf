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
class OrdinaryList:
    """What a group's list is like where nothing closer is known: its length and how it fares."""

    programs: int
    offers: float
    match: float
    tag: Evidence

    def __post_init__(self) -> None:
        if not 0.0 < self.match < 1.0 or not 0.0 < self.offers < self.programs:
            raise ValueError("offers lie under the programs, a share between 0 and 1")


class GroupBasis(StrEnum):
    """Where a figure of a specialty's group comes from."""

    PUBLISHED = "published"  # of that specialty and applicant type
    RANKS = "ranks"  # from the mean number of programs ranked, published for that group
    DERIVED = "derived"  # from another applicant type of that specialty
    RAISED = "raised"  # as many as so high a match rate needs
    SIMILAR = "similar"  # estimated from similar specialties


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBase:
    """One specialty and applicant type: how the group fared, and what was solved from that.

    `invite` and `take` are the chances at the specialty's average program, without signal or
    tie, for a file whose score is the usual one there; `factor` multiplies score terms. `match`
    is the share of the group that matched: what chances are held back towards.
    """

    specialty: str
    applicant_type: ApplicantType
    match: float
    match_basis: GroupBasis
    people: int | None
    programs: int
    offers: float
    offers_basis: GroupBasis
    mean_score: float
    factor: float
    factor_basis: GroupBasis
    invite: float
    take: float
    source_ids: tuple[str, ...]

    def __post_init__(self) -> None:
        if not all(0.0 < part < 1.0 for part in (self.invite, self.take, self.match)):
            raise ValueError("a chance lies between 0 and 1")

    @property
    def is_similar(self) -> bool:
        """Whether nothing published of this very group stands behind the match rate."""
        return self.match_basis is GroupBasis.SIMILAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of the model; `resources/rules/outlook.toml` says what each is."""

    arrives: float
    invite_tau: float
    invite_tau_sd: float
    take_tau: Mapping[SpecialtyClass, float]
    take_tau_sd: float
    base_sd: float
    base_sd_similar: float
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
    likely_at_least: float
    unfilled_years: int
    unfilled_share: float

    def __post_init__(self) -> None:
        if self.reach_below >= self.likely_above:
            raise ValueError("reach_below and likely_above are upside down")


NEEDED = (
    "score_below", "score_above", "score_take", "signal_core", "signal_middle", "signal_large",
    "gold_more", "place_wished", "home", "home_take", "img_university", "do_university",
    "sought_after", "sought_take", "unfilled", "failed_attempt", "concern", "visa", "year_since",
)  # fmt: skip


OTHER = "other"
"""The specialty that stands for every one that has no line of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookRules:
    """The whole file, and the groups solved by it. `coefficients` are by key."""

    settings: Settings
    lists: Mapping[SpecialtyClass, Mapping[ApplicantType, OrdinaryList]]
    classes: Mapping[SpecialtyClass, frozenset[str]]
    coefficients: Mapping[str, Coefficient]
    groups: Mapping[tuple[str, ApplicantType], GroupBase]

    def __post_init__(self) -> None:
        if missing := [key for key in NEEDED if key not in self.coefficients]:
            raise ValueError(f"no coefficient for {', '.join(missing)}")
        if set(self.lists) != set(SpecialtyClass):
            raise ValueError("lists are needed for core, middle and large")
        if any(set(of) != set(ApplicantType) for of in self.lists.values()):
            raise ValueError("lists are needed for every applicant type")
        if missing := [kind.value for kind in ApplicantType if (OTHER, kind) not in self.groups]:
            raise ValueError(f"no line for other specialties and {', '.join(missing)}")

    def class_of(self, specialty: str) -> SpecialtyClass:
        """The class of a specialty; middle where the file does not name it."""
        found = (kind for kind, keys in self.classes.items() if specialty in keys)
        return next(found, SpecialtyClass.MIDDLE)

    def base(self, specialty: str, applicant_type: ApplicantType) -> GroupBase:
        """The group of that specialty and type, or the one that stands for all others."""
        found = self.groups.get((specialty, applicant_type))
        return found or self.groups[OTHER, applicant_type]

    def number(self, key: str) -> float:
        """The value of a coefficient."""
        return self.coefficients[key].value
