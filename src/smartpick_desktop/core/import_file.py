"""What comes out of a file that the user brings, before anything is done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from smartpick_desktop.core.program_facts import Track


class ExchangeError(Exception):
    """What is wrong with a file and where, as a sentence for the user. Nothing was changed."""


class CancelledError(Exception):
    """The user asked to stop. Nothing was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedTable:
    """A table of text by the name of its sheet; `day` is when the file was last changed."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedTracks:
    """An edition of the Match's program results, its tracks linked as far as is certain."""

    title: str
    tracks: tuple[Track, ...]
    years: tuple[int, ...]
    day: date | None = None


Loaded: TypeAlias = tuple[LoadedTable, ...] | LoadedTracks
Progress: TypeAlias = Callable[[int, int], None]
"""Called with how much was read, and how much there is."""
