"""The two season tables as CSV files: how each is read, and how it is written."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.storage.season_data import load_fees, load_quotas

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonTable(Generic[T]):
    """How one of the two tables is read, and how it is written."""

    name: str
    head: tuple[str, ...]
    read: Callable[[Path], tuple[T, ...]]
    rows: Callable[[T], Iterator[tuple[object, ...]]]

    def text(self, values: Sequence[T]) -> str:
        """The table as CSV."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.head)
        for value in values:
            writer.writerows(self.rows(value))
        return text.getvalue()


def _fee_rows(fees: SeasonFees) -> Iterator[tuple[object, ...]]:
    for at, tier in enumerate(fees.tiers):
        last = "" if tier.last is None else tier.last
        basis = "flat" if tier.flat else "each"
        note = fees.note if at == 0 else ""
        yield (
            *(fees.season, tier.first, last, tier.dollars, basis),
            *(fees.confidence, ";".join(fees.source_ids), note),
        )


def _quota_rows(quota: SignalQuota) -> Iterator[tuple[object, ...]]:
    gold, silver = (quota.limits.get(t, "") for t in (SignalTier.GOLD, SignalTier.SILVER))
    yield (
        *(quota.season, ";".join(sorted(quota.specialties)), quota.label),
        *(gold, silver, sum(quota.limits.values())),
        *(quota.confidence, ";".join(quota.source_ids), quota.note),
    )


FEES = SeasonTable(
    name="eras_fees.csv",
    head=(
        *("season", "programs_from", "programs_to", "dollars", "basis"),
        *("confidence", "source_ids", "notes"),
    ),
    read=load_fees,
    rows=_fee_rows,
)
SIGNALS = SeasonTable(
    name="program_signals.csv",
    head=(
        *("season", "specialties", "label", "gold", "silver", "total"),
        *("confidence", "source_ids", "notes"),
    ),
    read=load_quotas,
    rows=_quota_rows,
)
