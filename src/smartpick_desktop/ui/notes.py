"""Small notes of the window's own that outlast it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Read by a key, and written under one; a note that is not kept is no loss."""

    read: Callable[[str], str | None]
    write: Callable[[str, str], None]
