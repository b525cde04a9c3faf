"""The average program of each group replays what was published of the group."""

from dataclasses import replace
from statistics import NormalDist

import pytest

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.outlook.chances import Taus
from smartpick_desktop.core.outlook.group_solving import solve_groups
from smartpick_desktop.core.outlook.rules import GroupBasis, OutlookRules
from smartpick_desktop.core.outlook.solving import (
    HIGHEST_TAKE,
    Band,
    Group,
    Slopes,
    band_rates,
    fit_factor,
    solve,
)
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.signals import SignalQuota

SLOPES = Slopes(below=0.8, above=0.4, take=0.15, wished=0.7, signal=1.6, gold=0.6)
TAUS = Taus(invite=0.75, take=0.4)
GROUP = Group(
    programs=60, offers=11.0, match=0.88, mean_score=253.0, usual_score=255.0, score_sd=13.0,
    signals=10, golds=5,
)  # fmt: skip


@pytest.mark.parametrize(("offers", "match"), [(11.0, 0.88), (6.0, 0.55), (1.6, 0.12)])
def test_a_group_gets_its_offers_and_its_match_rate_back(offers: float, match: float) -> None:
    found = solve(replace(GROUP, offers=offers, match=match), SLOPES, TAUS, 0.92)
    assert found.offers == pytest.approx(offers, abs=1e-6)
    assert found.match == pytest.approx(match, abs=1e-6)


def test_more_offers_at_one_match_rate_mean_a_smaller_chance_after_the_interview() -> None:
    few, many = (
        solve(replace(GROUP, offers=offers), SLOPES, TAUS, 0.92) for offers in (7.0, 14.0)
    )
    assert few.invite < many.invite
    assert few.take > many.take


def test_too_few_offers_for_a_match_rate_are_raised() -> None:
    found = solve(replace(GROUP, offers=2.0, match=0.95), SLOPES, TAUS, 0.92)
    assert found.offers > 2.0
    assert found.match == pytest.approx(0.95, abs=1e-6)
    assert found.take == pytest.approx(1 / (1 + 2.718281828**-HIGHEST_TAKE), abs=1e-6)


@pytest.mark.parametrize("factor", [0.4, 1.2])
def test_the_factor_behind_made_up_bands_is_found(factor: float) -> None:
    scores = NormalDist(GROUP.mean_score, GROUP.score_sd)
    edges = [(200, 229), (230, 239), (240, 249), (250, 281)]
    people = [round(4000 * (scores.cdf(high + 1) - scores.cdf(low))) for low, high in edges]
    bands = [
        Band(lowest=low, highest=high, people=number, share=0.5)
        for (low, high), number in zip(edges, people, strict=True)
    ]
    group = replace(GROUP, factor=factor)
    rates = band_rates(group, bands, SLOPES, TAUS, 0.92)
    bands = [replace(b, share=rate) for b, rate in zip(bands, rates, strict=True)]
    found, _ = fit_factor(GROUP, bands, SLOPES, TAUS, 0.92)
    assert found == pytest.approx(factor, abs=0.11)


def test_what_is_shipped_is_what_solving_gives(
    rules: OutlookRules, reference: Reference, quotas: tuple[SignalQuota, ...]
) -> None:
    keys = ("anesthesiology", "general_surgery", "other")
    few = {key: base for key, base in rules.groups.items() if key[0] in keys}
    bands = [rate for rate in reference.figures.rates if rate.specialty in keys]

    for base in solve_groups(replace(rules, groups=few), bands, quotas, reference.usual_score):
        if base.specialty != "other":  # it takes the mean factor of every specialty of its class
            held = rules.groups[base.specialty, base.applicant_type]
            assert (base.factor, base.invite, base.take) == (held.factor, held.invite, held.take)


def test_match_rates_by_score_are_near_what_was_observed(
    rules: OutlookRules, reference: Reference
) -> None:
    """Within eight points in every large cell."""
    base = rules.base("anesthesiology", ApplicantType.US_MD)
    observed = {
        rate.lowest: rate
        for rate in reference.figures.rates
        if rate.specialty == "anesthesiology" and rate.people >= 300
    }
    bands = [
        Band(lowest=r.lowest, highest=r.highest, people=r.people, share=(r.percent or 0) / 100)
        for r in observed.values()
    ]
    group = Group(
        programs=base.programs, offers=base.offers, match=0.89, mean_score=base.mean_score,
        usual_score=255.0, score_sd=13.0, signals=10, golds=5, factor=base.factor,
    )  # fmt: skip
    rates = band_rates(group, bands, SLOPES, TAUS, 0.92)
    assert len(bands) == 4
    for band, rate in zip(bands, rates, strict=True):
        assert abs(band.share - rate) < 0.08


def test_a_specialty_without_a_line_takes_that_of_the_others(rules: OutlookRules) -> None:
    found = rules.base("alchemy", ApplicantType.US_DO)
    assert (found.specialty, found.is_similar) == ("other", True)


def test_every_group_says_where_its_figures_are_from(rules: OutlookRules) -> None:
    for base in rules.groups.values():
        if base.match_basis is GroupBasis.PUBLISHED:
            assert base.people is not None
            assert base.people >= 20
            assert base.source_ids
        if base.match_basis is GroupBasis.SIMILAR:
            assert base.people is None


def test_a_missing_line_for_other_specialties_is_refused(rules: OutlookRules) -> None:
    groups = {key: base for key, base in rules.groups.items() if key[0] != "other"}
    with pytest.raises(ValueError, match="other specialties and us_md"):
        replace(rules, groups=groups)
