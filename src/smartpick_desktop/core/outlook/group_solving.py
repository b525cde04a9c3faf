"""Solves every group of a file of the outlook: one specialty and applicant type each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.figures import MatchRate
from smartpick_desktop.core.outlook.chances import Taus
from smartpick_desktop.core.outlook.rules import GroupBase, GroupBasis, OutlookRules
from smartpick_desktop.core.outlook.solving import Band, Group, Slopes, fit_factor, solve
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.signals import SignalQuota, quota_for

FEW_PEOPLE = 10
"""Score bands of fewer people are left out."""

QUOTA_SEASON = 2025
"""The season of the signals in an ordinary list: the one whose quotas are known for certain."""

UsualScore = Callable[[str], float | None]


def solve_groups(
    rules: OutlookRules,
    rates: Sequence[MatchRate],
    quotas: Sequence[SignalQuota],
    usual_score: UsualScore,
) -> tuple[GroupBase, ...]:
    """The groups of `rules` in their order, with `factor`, `invite` and `take` worked out anew.

    A specialty with match rates by score band has its factor from US MD seniors; its other
    applicant types take that one over, and specialties without take the mean of their class.
    """
    solver = _Solver(rules, quotas, usual_score)
    factors = solver.factors(rates)
    return tuple(solver.solved(base, factors) for base in rules.groups.values())


class _Solver:
    def __init__(
        self, rules: OutlookRules, quotas: Sequence[SignalQuota], usual_score: UsualScore
    ) -> None:
        self._rules = rules
        self._quotas = quotas
        self._usual_score = usual_score

    def factors(self, rates: Sequence[MatchRate]) -> Mapping[str, float]:
        """The factor of each specialty whose match rates by score band are known."""
        found = {}
        for specialty, kind in self._rules.groups:
            bands = _bands(rates, specialty)
            if kind is ApplicantType.US_MD and len(bands) > 1:
                group = self.group(self._rules.groups[specialty, kind])
                found[specialty] = fit_factor(group, bands, *self._terms(specialty))[0]
        return found

    def solved(self, base: GroupBase, factors: Mapping[str, float]) -> GroupBase:
        """The group with its factor and the average program solved."""
        factor = factors.get(base.specialty)
        basis = GroupBasis.SIMILAR
        if factor is not None:
            is_own = base.applicant_type is ApplicantType.US_MD
            basis = GroupBasis.PUBLISHED if is_own else GroupBasis.DERIVED
        else:
            factor = self._mean(base.specialty, factors)
        group = replace(self.group(base), factor=factor)
        found = solve(group, *self._terms(base.specialty))
        raised = found.offers > group.offers + 0.05
        basis_now = base.offers_basis
        if basis_now is GroupBasis.RAISED:
            basis_now = GroupBasis.SIMILAR
        return replace(
            base,
            programs=group.programs,
            offers=round(found.offers, 2),
            offers_basis=GroupBasis.RAISED if raised else basis_now,
            factor=factor,
            factor_basis=basis,
            invite=round(found.invite, 5),
            take=round(found.take, 5),
        )

    def group(self, base: GroupBase) -> Group:
        """What is published of a group, with the signals that its specialty grants."""
        quota = quota_for(self._quotas, base.specialty, QUOTA_SEASON)
        limits = quota.limits if quota else {}
        golds = limits.get(SignalTier.GOLD, 0)
        usual = self._usual_score(base.specialty)
        ordinary = self._rules.lists[self._rules.class_of(base.specialty)][base.applicant_type]
        assumed = base.offers_basis in (GroupBasis.SIMILAR, GroupBasis.RAISED)
        return Group(
            programs=ordinary.programs,
            offers=ordinary.offers if assumed else base.offers,
            match=base.match,
            mean_score=base.mean_score,
            usual_score=base.mean_score if usual is None else usual,
            score_sd=self._rules.settings.score_sd,
            signals=sum(limits.values()) - golds,
            golds=golds,
        )

    def _terms(self, specialty: str) -> tuple[Slopes, Taus, float]:
        number, settings = self._rules.number, self._rules.settings
        kind = self._rules.class_of(specialty)
        slopes = Slopes(
            below=number("score_below"),
            above=number("score_above"),
            take=number("score_take"),
            wished=number("place_wished"),
            signal=number(f"signal_{kind.value}"),
            gold=number("gold_more"),
        )
        taus = Taus(invite=settings.invite_tau, take=settings.take_tau[kind])
        return slopes, taus, settings.arrives

    def _mean(self, specialty: str, factors: Mapping[str, float]) -> float:
        kind = self._rules.class_of(specialty)
        alike = [value for key, value in factors.items() if self._rules.class_of(key) is kind]
        return round(sum(alike) / len(alike), 2) if alike else 1.0


def _bands(rates: Sequence[MatchRate], specialty: str) -> list[Band]:
    return [
        Band(
            lowest=rate.lowest, highest=rate.highest, people=rate.people, share=rate.percent / 100
        )
        for rate in rates
        if rate.specialty == specialty and rate.percent is not None and rate.people >= FEW_PEOPLE
        if rate.lowest >= 200
    ]
