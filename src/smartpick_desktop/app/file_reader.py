"""Reads whatever file the user brings: tables, or the Match's program results."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from smartpick_desktop.core.import_file import Loaded, LoadedTable, LoadedTracks, Progress
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.track_links import link_tracks
from smartpick_desktop.exchange.nrmp_pdf import read_nrmp_pdf
from smartpick_desktop.exchange.spreadsheets import is_pdf, read_sheets

if TYPE_CHECKING:  # the command line reads files too, and does without Qt
    from smartpick_desktop.ui.import_job import ReadFile


def file_reader(directory: Directory) -> "ReadFile":
    """A reader that links what it finds to `directory`."""

    def read(path: Path, progress: Progress, cancelled: Callable[[], bool]) -> Loaded:
        if is_pdf(path):
            results = read_nrmp_pdf(path, progress, cancelled)
            return LoadedTracks(
                title=results.title,
                tracks=link_tracks(results.tracks, directory),
                years=results.years,
                day=results.day,
            )
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.is_file() else None
        day = changed.date() if changed else None
        return tuple(
            LoadedTable(name=sheet.name, rows=sheet.rows, day=day) for sheet in read_sheets(path)
        )

    return read
