"""Specialties: their names, their tier and their group."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor, isfinite

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.figures import Figures, ScoreFigures
from smartpick_desktop.core.scenario import Group

LOWEST_TIER = 1
HIGHEST_TIER = 9

GROUP_WORDS: Mapping[Group, str] = {
    Group.LESS: "less competitive",
    Group.MODERATE: "moderately competitive",
    Group.ULTRA: "ultra-competitive",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Specialty:
    """A specialty by key. `figures_key` joins it to the figures; None for a separate match."""

    key: str
    name: str
    directory_name: str | None
    figures_key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeIndex:
    """The linear index that places a specialty by outcomes of US MD seniors."""

    intercept: float
    per_median_point: float
    per_not_matched_share: float
    differs_from: float

    def __post_init__(self) -> None:
        for number in (self.intercept, self.per_median_point, self.per_not_matched_share):
            if not isfinite(number):
                raise ValueError(f"{number} is no finite number")

    def of(self, figures: ScoreFigures) -> float | None:
        """The index, held within 1-9, or None without a median."""
        if figures.median is None or figures.is_means:
            return None
        raw = (
            self.intercept
            + self.per_median_point * figures.median
            + self.per_not_matched_share * figures.not_matched_share
        )
        return max(float(LOWEST_TIER), min(float(HIGHEST_TIER), raw))


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEdges:
    """The highest tier of the two lower groups."""

    less_up_to: int
    moderate_up_to: int

    def __post_init__(self) -> None:
        if self.less_up_to > self.moderate_up_to:
            raise ValueError(
                f"groups are upside down: less_up_to {self.less_up_to} "
                f"is above moderate_up_to {self.moderate_up_to}"
            )

    def group(self, tier: int) -> Group:
        """The group of `tier`."""
        if tier <= self.less_up_to:
            return Group.LESS
        return Group.MODERATE if tier <= self.moderate_up_to else Group.ULTRA


@dataclass(frozen=True, slots=True, kw_only=True)
class TierRules:
    """Both tier schemes: the article's numbers and groups, and the index from outcomes."""

    article_tiers: Mapping[str, int]
    article_groups: Mapping[str, Group]
    groups: GroupEdges
    index: OutcomeIndex

    def __post_init__(self) -> None:
        for key, tier in self.article_tiers.items():
            if not LOWEST_TIER <= tier <= HIGHEST_TIER:
                raise ValueError(f"tier {tier} of {key} is outside {LOWEST_TIER}-{HIGHEST_TIER}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a specialty stands. `differs` says that the two schemes lie 2 or more apart."""

    tier: int | None
    group: Group | None
    article_tier: int | None
    index: float | None
    differs: bool


def place(
    specialty: Specialty, rules: TierRules, figures: Figures, own_group: Group | None = None
) -> Placement:
    """Tier and group of `specialty`.

    Tier: the article's number, else the index rounded half up, else none. Group: the one that
    the article names, else by tier, else `own_group`.
    """
    article = rules.article_tiers.get(specialty.key)
    index = _index(specialty, rules, figures)
    tier = article if article is not None else None if index is None else floor(index + 0.5)
    named = rules.article_groups.get(specialty.key)
    group = named or (own_group if tier is None else rules.groups.group(tier))
    return Placement(
        tier=tier,
        group=group,
        article_tier=article,
        index=index,
        differs=_differs(article, named, index, rules),
    )


def _index(specialty: Specialty, rules: TierRules, figures: Figures) -> float | None:
    if specialty.figures_key is None:
        return None
    found = figures.of(specialty.figures_key, ApplicantType.US_MD)
    return None if found is None else rules.index.of(found)


def _differs(
    article: int | None, named: Group | None, index: float | None, rules: TierRules
) -> bool:
    """Whether the article's tier, or the nearest tier of its group, is far from the index."""
    if index is None:
        return False
    if article is not None:
        return abs(article - index) >= rules.index.differs_from
    if named is None:
        return False
    tiers = range(LOWEST_TIER, HIGHEST_TIER + 1)
    in_group = (tier for tier in tiers if rules.groups.group(tier) == named)
    return min(abs(tier - index) for tier in in_group) >= rules.index.differs_from
