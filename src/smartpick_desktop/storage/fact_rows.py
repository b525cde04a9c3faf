"""Rows of the fact book: one a program, one a track. One that is damaged hides no other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TypeVar

import apsw

from smartpick_desktop.core.program_facts import FactBook, FactChange
from smartpick_desktop.storage import codec
from smartpick_desktop.storage.rows import text

T = TypeVar("T")

FACTS = "SELECT CAST(program_id AS BLOB), CAST(body AS BLOB) FROM program_fact"
TRACKS = "SELECT CAST(code AS BLOB), CAST(body AS BLOB) FROM track"

_WRITE = {
    "program_fact": """
        INSERT INTO program_fact VALUES (?, ?)
        ON CONFLICT DO UPDATE SET body = excluded.body
    """,
    "track": "INSERT INTO track VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body",
}
_DROP = {
    "program_fact": "DELETE FROM program_fact WHERE program_id = ?",
    "track": "DELETE FROM track WHERE code = ?",
}


def book(facts: Iterable[tuple[bytes, bytes]], tracks: Iterable[tuple[bytes, bytes]]) -> FactBook:
    """The fact book of the rows; a row that cannot be read is left out, and left in the file."""
    return FactBook(
        facts=dict(_readable(facts, codec.decode_facts)),
        tracks=dict(_readable(tracks, codec.decode_track)),
    )


def write(db: apsw.Connection, change: FactChange) -> None:
    """Write the rows of `change`, and drop those that are gone."""
    _write(db, "program_fact", change.facts, codec.encode_facts)
    _write(db, "track", change.tracks, codec.encode_track)


def _write(
    db: apsw.Connection, table: str, held: Mapping[str, T | None], encode: Callable[[T], str]
) -> None:
    kept = [(codec.mended(key), encode(value)) for key, value in held.items() if value is not None]
    gone = [(codec.mended(key),) for key, value in held.items() if value is None]
    if kept:
        db.executemany(_WRITE[table], kept)
    if gone:
        db.executemany(_DROP[table], gone)


def _readable(
    rows: Iterable[tuple[bytes, bytes]], decode: Callable[[bytes], T]
) -> Iterator[tuple[str, T]]:
    for key, body in rows:
        with suppress(codec.UnreadableBodyError):
            yield text(key), decode(body)
