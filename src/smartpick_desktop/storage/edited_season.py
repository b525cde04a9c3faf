"""Season tables of the user's own: kept as CSV beside the edited rules, and set aside again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from smartpick_desktop.core.fees import SeasonFees
from smartpick_desktop.core.signals import SignalQuota
from smartpick_desktop.storage.files import move, new_private_file, private_folder
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.storage.season_tables import FEES, SIGNALS, SeasonTable

T = TypeVar("T")

FEES_FILE, SIGNALS_FILE = FEES.name, SIGNALS.name


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSeason:
    """Both tables, which of them are the user's own, and what was wrong with one passed over."""

    fees: tuple[SeasonFees, ...]
    quotas: tuple[SignalQuota, ...]
    edited: tuple[str, ...] = ()
    passed_over: tuple[ResourceError, ...] = ()


def load_season(resources: Path, edited_folder: Path | None = None) -> LoadedSeason:
    """The shipped tables, each with a sound copy of the user's in its place.

    A copy that cannot be used is passed over and named. ResourceError if a shipped one cannot.
    """
    edited: list[str] = []
    passed_over: list[ResourceError] = []

    def found(table: SeasonTable[T]) -> tuple[T, ...]:
        try:
            own = _own(table, edited_folder)
        except ResourceError as error:
            passed_over.append(error)
            own = None
        if own is not None:
            edited.append(table.name)
        return own or table.read(resources / "data" / table.name)

    fees, quotas = found(FEES), found(SIGNALS)
    return LoadedSeason(
        fees=fees, quotas=quotas, edited=tuple(edited), passed_over=tuple(passed_over)
    )


def save_season(
    edited_folder: Path,
    resources: Path,
    fees: Sequence[SeasonFees],
    quotas: Sequence[SignalQuota],
    moment: datetime,
) -> None:
    """Keep both tables. One that is as shipped needs no copy.

    A copy that is not needed any more, or that could not be read, is moved aside, never deleted.
    ResourceError if a table cannot be written, or would not read back as it is.
    """
    built_in = load_season(resources)
    _keep(FEES, edited_folder, fees, built_in.fees, moment)
    _keep(SIGNALS, edited_folder, quotas, built_in.quotas, moment)


def _own(table: SeasonTable[T], folder: Path | None) -> tuple[T, ...] | None:
    path = folder / table.name if folder else None
    try:
        if path is None or not path.exists():
            return None
    except OSError as error:
        reason = error.strerror or str(error)
        raise ResourceError(table.name, "", f"could not be looked for: {reason}") from error
    found = table.read(path)
    if not found:
        raise ResourceError(table.name, "", "expected one row or more")
    return found


def _keep(
    table: SeasonTable[T],
    folder: Path,
    values: Sequence[T],
    shipped: Sequence[T],
    moment: datetime,
) -> None:
    own = folder / table.name
    try:
        is_shipped = _alike(values, shipped)
        if own.exists() and (is_shipped or not _is_sound(table, own)):
            move(own, _free(own, f"old-{moment:%Y%m%dT%H%M%SZ}"))
        if not is_shipped:
            _write(table, folder, values)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ResourceError(table.name, "", f"could not be kept: {reason}") from error


def _is_sound(table: SeasonTable[T], own: Path) -> bool:
    try:
        return bool(table.read(own))
    except ResourceError:
        return False


def _write(table: SeasonTable[T], folder: Path, values: Sequence[T]) -> None:
    private_folder(folder)
    with TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as drafts:
        draft = Path(drafts, table.name)
        new_private_file(draft)
        draft.write_text(table.text(values), encoding="utf-8", newline="")
        if not _alike(table.read(draft), values):
            raise ResourceError(table.name, "", "would not read back as it was entered")
        draft.replace(folder / table.name)


def _alike(one: Sequence[T], other: Sequence[T]) -> bool:
    """Whether both hold the same, in whatever order."""
    return len(one) == len(other) and all(value in other for value in one)


def _free(path: Path, word: str) -> Path:
    number, free = 1, path.with_name(f"{path.stem}.{word}{path.suffix}")
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")
    return free
