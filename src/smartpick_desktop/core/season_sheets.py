"""Fees and program signals by season as sheets."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from smartpick_desktop.core.fees import FeeTier, SeasonFees
from smartpick_desktop.core.provenance import doubt, source_names
from smartpick_desktop.core.reference import Source
from smartpick_desktop.core.sheets import Cell, Sheet, SheetColumn, SheetRow
from smartpick_desktop.core.signals import SignalQuota


def fees_sheet(fees: Sequence[SeasonFees], sources: Mapping[str, Source]) -> Sheet:
    """The application fees, a row a season, the newest first."""
    columns = (
        SheetColumn(title="Season"),
        SheetColumn(title="Fees per specialty", share=6),
        SheetColumn(title="Confidence"),
        SheetColumn(title="Source", share=2),
    )
    rows = tuple(
        SheetRow(
            cells=(
                Cell(text=str(each.season), sort=each.season),
                Cell(text="; ".join(_tier_words(tier) for tier in each.tiers)),
                Cell(text=each.confidence),
                Cell(text=source_names(each.source_ids, sources)),
            ),
            detail=_with_note(each.note, doubt(each.confidence, each.source_ids, sources)),
        )
        for each in sorted(fees, key=lambda each: each.season, reverse=True)
    )
    return Sheet(columns=columns, rows=rows)


def signals_sheet(quotas: Sequence[SignalQuota], sources: Mapping[str, Source]) -> Sheet:
    """The signal quotas, a row a season, the newest first."""
    columns = (
        SheetColumn(title="Season"),
        SheetColumn(title="Quotas for", share=3),
        SheetColumn(title="Confidence", share=2),
        SheetColumn(title="Source", share=4),
    )
    newest_first = sorted(quotas, key=lambda quota: quota.season, reverse=True)
    seasons = groupby(newest_first, key=lambda quota: quota.season)
    rows = tuple(_signals_row(season, list(of), sources) for season, of in seasons)
    return Sheet(columns=columns, rows=rows)


def _tier_words(tier: FeeTier) -> str:
    if tier.last is None:
        reach = f"{tier.first} and up"
    else:
        reach = str(tier.first) if tier.first == tier.last else f"{tier.first}–{tier.last}"
    return f"{reach}: ${tier.dollars}" + (" in all" if tier.flat else " each")


def _signals_row(
    season: int, quotas: Sequence[SignalQuota], sources: Mapping[str, Source]
) -> SheetRow:
    covered = frozenset[str]().union(*(quota.specialties for quota in quotas))
    ids = dict.fromkeys(source_id for quota in quotas for source_id in quota.source_ids)
    notes = dict.fromkeys(quota.note for quota in quotas if quota.note)
    confidence = ", ".join(dict.fromkeys(quota.confidence for quota in quotas))
    return SheetRow(
        cells=(
            Cell(text=str(season), sort=season),
            Cell(text=f"{len(covered)} specialties", sort=len(covered)),
            Cell(text=confidence),
            Cell(text=source_names(ids, sources)),
        ),
        detail=_with_note("; ".join(notes), doubt(confidence, ids, sources)),
    )


def _with_note(note: str, rest: str) -> str:
    return f"{note[:1].upper()}{note[1:]}. {rest}" if note else rest
