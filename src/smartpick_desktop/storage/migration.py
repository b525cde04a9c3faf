"""Brings a library file to the version of this release."""

from collections.abc import Sequence

import apsw

from smartpick_desktop.storage.schema import Step


def version(db: apsw.Connection) -> int:
    """How many steps the file has gone through."""
    return int(db.pragma("user_version"))


def migrate(db: apsw.Connection, steps: Sequence[Step]) -> None:
    """Take the steps that `db` still lacks: all of them, or none if one fails."""
    db.pragma("foreign_keys", "OFF")  # a step may rebuild a table that others refer to
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version(db) :]:
            for statement in step:
                db.execute(statement)
        db.pragma("user_version", len(steps))
        if db.execute("PRAGMA foreign_key_check").fetchone():
            raise apsw.ConstraintError("a step left a scenario without its applicant")
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
