"""The sentences that must stand beside the figures of a list."""

import numpy as np

from smartpick_desktop.core.outlook.linear import Linear, OutlookInput
from smartpick_desktop.core.outlook.rules import GroupBase, GroupBasis
from smartpick_desktop.core.outlook.words import COUPLES, PROMISE, SIMILAR, SPARSE
from smartpick_desktop.core.program_facts import FactKey

FEW = 30
"""People in a published group under whom its match rate is a rough guide."""


def notes(given: OutlookInput, terms: Linear) -> tuple[str, ...]:
    """What the figures of these programs rest on and leave out, the standing sentence first."""
    found = [PROMISE]
    if any(base.is_similar for base in terms.bases):
        found.append(SIMILAR)
    elif any(_is_sparse(base) for base in terms.bases):
        found.append(SPARSE)
    found += filter(None, (_scores(terms), _visas(given, terms), _shut(terms)))
    if given.scenario.couples:
        found.append(COUPLES)
    return tuple(found)


def _is_sparse(base: GroupBase) -> bool:
    return base.match_basis is GroupBasis.DERIVED or (base.people or FEW) < FEW


def _scores(terms: Linear) -> str:
    missing, total = int((~terms.scored).sum()), len(terms.rows)
    if not missing:
        return ""
    if missing == total:
        return "None of these programs has a usual score here; the specialty's figures stand in."
    verb = "has" if missing == 1 else "have"
    return (
        f"{missing} of {total} programs {verb} no usual score here; "
        "the specialty's figures stand in."
    )


def _visas(given: OutlookInput, terms: Linear) -> str:
    if not given.applicant.needs_visa:
        return ""
    answers = [given.facts.numbers(key)[terms.rows] for key in (FactKey.VISA_J1, FactKey.VISA_H1B)]
    unknown = int((np.isnan(answers[0]) & np.isnan(answers[1])).sum())
    if not unknown:
        return ""
    one = "1 program has" if unknown == 1 else f"{unknown} programs have"
    return f"{one} no known answer on visas; nothing was taken off for that. Ask before applying."


def _shut(terms: Linear) -> str:
    shut = int(terms.shut.sum())
    if not shut:
        return ""
    one = (
        "1 program takes no visa and counts"
        if shut == 1
        else f"{shut} programs take no visa and count"
    )
    return f"{one} for nothing here."
