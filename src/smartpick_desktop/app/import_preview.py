"""What taking in a file would do, without a window and without anything being changed."""

from collections.abc import Mapping
from pathlib import Path

from smartpick_desktop.app.file_reader import file_reader
from smartpick_desktop.core.import_file import LoadedTracks
from smartpick_desktop.core.import_plan import ImportContext
from smartpick_desktop.core.import_session import TableImport, TrackImport
from smartpick_desktop.core.program_facts import FactBook
from smartpick_desktop.core.program_match import ProgramMatcher
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.exchange.import_json import write_preview
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.season_data import load_quotas


def preview(path: Path, names: Mapping[str, str]) -> str:
    """The preview as JSON; ExchangeError says what is wrong with the file."""
    directory = load_directory(resource("data", "programs.csv"))
    given = ImportContext(
        directory=directory,
        matcher=ProgramMatcher(directory, names),
        facts=FactBook(),
        scenario=Scenario(id="", name=""),
        quotas=load_quotas(resource("data", "program_signals.csv")),
        names=names,
    )
    loaded = file_reader(directory)(path, lambda _done, _of: None, lambda: False)
    if isinstance(loaded, LoadedTracks):
        return write_preview(path.name, "nrmp_results", TrackImport(loaded, given).rows)
    return write_preview(path.name, "table", TableImport(loaded, given, path.name).rows)
