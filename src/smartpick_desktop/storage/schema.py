"""The tables of the library file, as the steps that lead to them.

A step that was released is never edited. A field that is added to a body is a step too, if only
an empty one, so that an older release refuses the file instead of dropping the field.
"""

from typing import TypeAlias

Step: TypeAlias = tuple[str, ...]
"""The statements that lead from one version to the next."""

APPLICATION_ID = 0x534D504B
"""`SMPK` in the header of the file tells it from the files of other programs."""

MIGRATIONS: tuple[Step, ...] = (
    (
        """
        CREATE TABLE applicant (
            id TEXT PRIMARY KEY,
            code TEXT NOT NULL,
            body TEXT NOT NULL,
            changed_at INTEGER NOT NULL,
            removed_at INTEGER
        ) STRICT
        """,
        """
        CREATE TABLE scenario (
            applicant_id TEXT NOT NULL REFERENCES applicant ON DELETE CASCADE,
            id TEXT NOT NULL,
            position INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (applicant_id, id)
        ) STRICT
        """,
        "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    ),
    (  # and in a scenario: order, dates and buckets of entries, dismissals, preferences
        "CREATE TABLE program_fact (program_id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT",
        "CREATE TABLE track (code TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT",
    ),
)
