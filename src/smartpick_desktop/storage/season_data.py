"""Loads what changes with the application season: fees and program signals."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from smartpick_desktop.core.fees import FeeTier, SeasonFees
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.storage.tables import read_csv


@dataclass(frozen=True, slots=True, kw_only=True)
class _FeeRow:
    season: int
    programs_from: int
    programs_to: int | None
    dollars: int
    basis: Literal["each", "flat"]
    confidence: str
    source_ids: tuple[str, ...]
    notes: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _SignalRow:
    season: int
    specialties: str
    label: str
    gold: int | None
    silver: int | None
    total: int
    confidence: str
    source_ids: tuple[str, ...]
    notes: str | None


def load_fees(path: Path) -> tuple[SeasonFees, ...]:
    """Return the fee tables of `path`, a season each; ResourceError names what is amiss."""
    rows = sorted(read_csv(path, _FeeRow), key=lambda row: (row.season, row.programs_from))
    seasons = groupby(rows, key=lambda row: row.season)
    return tuple(_season(path, season, list(tiers)) for season, tiers in seasons)


def load_quotas(path: Path) -> tuple[SignalQuota, ...]:
    """Return the signal quotas of `path`, a line each; ResourceError names what is amiss."""
    quotas = [_quota(path, row) for row in read_csv(path, _SignalRow)]
    seen: set[tuple[int, str]] = set()
    for quota in quotas:
        for key in ((quota.season, specialty) for specialty in sorted(quota.specialties)):
            if key in seen:
                where = f"{quota.season}, {key[1]}"
                raise ResourceError(path.name, where, "expected one line per season and specialty")
            seen.add(key)
    return tuple(quotas)


def _season(path: Path, season: int, rows: list[_FeeRow]) -> SeasonFees:
    try:
        return SeasonFees(
            season=season,
            tiers=tuple(_tier(row) for row in rows),
            confidence=rows[0].confidence,
            source_ids=rows[0].source_ids,
            note="; ".join(row.notes for row in rows if row.notes),
        )
    except ValueError as error:
        raise ResourceError(path.name, f"season {season}", str(error)) from error


def _tier(row: _FeeRow) -> FeeTier:
    return FeeTier(
        first=row.programs_from,
        last=row.programs_to,
        dollars=row.dollars,
        flat=row.basis == "flat",
    )


def _quota(path: Path, row: _SignalRow) -> SignalQuota:
    if (row.gold is None) != (row.silver is None):
        message = "expected both gold and silver, or neither"
        raise ResourceError(path.name, f"{row.season}, {row.label}", message)
    limits = {SignalTier.SINGLE: row.total}
    if row.gold is not None and row.silver is not None:
        limits = {SignalTier.GOLD: row.gold, SignalTier.SILVER: row.silver}
    if sum(limits.values()) != row.total:
        message = f"expected a total of {sum(limits.values())}, found {row.total}"
        raise ResourceError(path.name, f"{row.season}, {row.label}", message)
    try:
        return SignalQuota(
            season=row.season,
            specialties=frozenset(row.specialties.split(";")),
            label=row.label,
            limits=limits,
            confidence=row.confidence,
            source_ids=row.source_ids,
            note=row.notes or "",
        )
    except ValueError as error:
        raise ResourceError(path.name, f"{row.season}, {row.label}", str(error)) from error
