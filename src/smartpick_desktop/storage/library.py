"""The library: every applicant of this computer, in one SQLite file."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import apsw

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.program_facts import FactBook, FactChange
from smartpick_desktop.core.repository import ApplicantSummary, NoSuchApplicantError
from smartpick_desktop.storage import codec, fact_rows, rows
from smartpick_desktop.storage.library_file import LibraryFile
from smartpick_desktop.storage.schema import MIGRATIONS, Step

FILE_NAME = "library.db"

_LIST = """
    SELECT id, CAST(code AS BLOB), CAST(body AS BLOB), changed_at FROM applicant
    WHERE removed_at IS NULL ORDER BY code COLLATE NOCASE, id
"""
_LOAD = """
    SELECT CAST(code AS BLOB), CAST(body AS BLOB) FROM applicant
    WHERE id = ? AND removed_at IS NULL
"""
_LOAD_SCENARIOS = """
    SELECT CAST(body AS BLOB) FROM scenario WHERE applicant_id = ? ORDER BY position
"""
_SAVE = """
    UPDATE applicant SET code = :code, body = :body
    WHERE id = :id AND (code, body) <> (:code, :body)
"""
_SAVE_SCENARIO = """
    INSERT INTO scenario (applicant_id, id, position, body) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET position = excluded.position, body = excluded.body
    WHERE (position, body) <> (excluded.position, excluded.body)
"""
_DROP_SCENARIOS = """
    DELETE FROM scenario
    WHERE applicant_id = ? AND id NOT IN (SELECT value FROM json_each(?))
"""
_TOUCH = "UPDATE applicant SET changed_at = ? WHERE id = ?"
_REMOVE = "UPDATE applicant SET removed_at = ? WHERE id = ? AND removed_at IS NULL"
_RESTORE = "UPDATE applicant SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL"
_PURGE = "DELETE FROM applicant WHERE removed_at < ?"
_SET_STATE = """
    INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value
    WHERE value <> excluded.value
"""


class SqliteLibrary:
    """Fulfils `core.repository.Library` with one file, which is made if there is none.

    `patience` is how many milliseconds another program that holds the file is waited for.
    """

    def __init__(
        self,
        path: Path,
        *,
        steps: Sequence[Step] = MIGRATIONS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        patience: int = 2000,
    ) -> None:
        self._clock = clock
        self._file = LibraryFile(path, steps, patience=patience)

    def close(self) -> None:
        """Fold the journal into the file and let go of it."""
        self._file.close()

    def copy_to(self, target: Path) -> None:
        """Write a copy to `target`; this works even where the file itself has vanished."""
        self._file.copy_to(target)

    def applicants(self) -> tuple[ApplicantSummary, ...]:
        return tuple(rows.summary(*row) for row in self._file.read(_LIST))

    def codes(self) -> frozenset[str]:
        found = self._file.read("SELECT CAST(code AS BLOB) FROM applicant")
        return frozenset(rows.text(code) for (code,) in found)

    def load(self, applicant_id: str) -> Applicant:
        found = self._file.read(_LOAD, (applicant_id,))
        if not found:
            raise self._missing()
        code, body = found[0]
        scenarios = [held for (held,) in self._file.read(_LOAD_SCENARIOS, (applicant_id,))]
        return rows.applicant(applicant_id, code, body, scenarios)

    def add(self, applicant: Applicant) -> None:
        with self._file.writing() as db:
            if db.execute("SELECT 1 FROM applicant WHERE id = ?", (applicant.id,)).fetchone():
                raise ValueError("an applicant of this id is in the library, or was")
            db.execute("INSERT INTO applicant VALUES (?, '', '', 0, NULL)", (applicant.id,))
            self._write(db, applicant)

    def save(self, applicant: Applicant, facts: FactChange | None = None) -> None:
        with self._file.writing() as db:
            if db.execute(_LOAD, (applicant.id,)).fetchone() is None:
                raise self._missing()
            self._write(db, applicant)
            if facts:
                fact_rows.write(db, facts)

    def fact_book(self) -> FactBook:
        return fact_rows.book(self._file.read(fact_rows.FACTS), self._file.read(fact_rows.TRACKS))

    def remove(self, applicant_id: str) -> None:
        self._mark(_REMOVE, self._now(), applicant_id)

    def restore(self, applicant_id: str) -> None:
        self._mark(_RESTORE, applicant_id)

    def purge(self, removed_before: datetime) -> int:
        with self._file.writing() as db:
            db.execute(_PURGE, (rows.milliseconds(removed_before),))
            erased = db.changes()
        self._file.wipe_journal()
        return erased

    def state(self, key: str) -> str | None:
        found = self._file.read("SELECT CAST(value AS BLOB) FROM state WHERE key = ?", (key,))
        return rows.text(found[0][0]) if found else None

    def set_state(self, key: str, value: str) -> None:
        with self._file.writing() as db:
            db.execute(_SET_STATE, (key, codec.mended(value)))

    def _write(self, db: apsw.Connection, applicant: Applicant) -> None:
        """Write the rows that differ; if there are none, the file is not touched."""
        before = db.total_changes()
        code, body = codec.mended(applicant.code), codec.encode_applicant(applicant)
        db.execute(_SAVE, {"id": applicant.id, "code": code, "body": body})
        for position, scenario in enumerate(applicant.scenarios):
            held = codec.encode_scenario(scenario)
            db.execute(_SAVE_SCENARIO, (applicant.id, scenario.id, position, held))
        kept = codec.encode_ids(scenario.id for scenario in applicant.scenarios)
        db.execute(_DROP_SCENARIOS, (applicant.id, kept))
        if db.total_changes() != before:
            db.execute(_TOUCH, (self._now(), applicant.id))

    def _mark(self, statement: str, *values: int | str) -> None:
        with self._file.writing() as db:
            db.execute(statement, values)
            if not db.changes():
                raise self._missing()

    def _now(self) -> int:
        return rows.milliseconds(self._clock())

    def _missing(self) -> NoSuchApplicantError:
        return NoSuchApplicantError(f"This applicant is not in {self._file.name} any more.")
