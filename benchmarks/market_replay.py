"""Published aggregates that the model is held against, misses as well."""

from smartpick_desktop.core.outlook.chances import Taus
from smartpick_desktop.core.outlook.groups import match_by_ranks, replay
from smartpick_desktop.core.outlook.rules import GroupBasis, OutlookRules, SpecialtyClass

SURGERY = Taus(invite=0.61, take=0.61)
RANKS = ((1, 0.80), (2, 0.84), (3, 0.92), (10, 0.96), (12, 0.99))
"""Match rate by programs ranked, core specialties: read off surveys and forum quotations."""


def replay_table(rules: OutlookRules) -> list[str]:
    """What was published, what the model gives, and which of it was fitted."""
    whole = replay(63, 0.162, 0.149, SURGERY)
    # an ophthalmology season, which sets no number of the model
    eyes = replay(63, 0.162, 0.149, SURGERY)
    rows = [
        ("General surgery 2011-22: match", "0.67", whole.match, "fitted"),
        ("offers of those who matched", "12.3", whole.offers_if_matched, "fitted"),
        ("offers of those who did not", "5.9", whole.offers_if_unmatched, "fitted"),
        (
            "Ophthalmology 2021-23: match at 6-10 offers",
            "0.61",
            eyes.rate_between(6, 10),
            "foretold",
        ),
        ("at 11-15 offers", "0.93", eyes.rate_between(11, 15), "foretold"),
        ("over 15 offers", "0.985", eyes.rate_between(16, 40), "foretold"),
    ]
    tau = rules.settings.take_tau[SpecialtyClass.CORE]
    for ranks, published in RANKS:
        model = match_by_ranks(ranks, 1.75, tau)
        rows.append(
            (f"core, {ranks} ranked: match", f"{published:.2f}", model, "one number fitted")
        )
    lines = [
        "## Published aggregates replayed", "",
        "| figure | published | model | |", "| --- | --- | --- | --- |",
        *(f"| {name} | {was} | {said:.2f} | {how} |" for name, was, said, how in rows), "",
    ]  # fmt: skip
    groups = [base for base in rules.groups.values() if base.match_basis is GroupBasis.PUBLISHED]
    told = (
        f"Match rates of {len(groups)} groups of a specialty and applicant type are replayed to "
        "three places, since each group's average program is solved from them; a test holds that. "
        "The drop of published match rates beyond 16 ranked programs is not modelled: such lists "
        "hold several specialties and programs without an interview."
    )
    return [*lines, told]
