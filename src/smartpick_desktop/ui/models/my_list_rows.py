"""The rows of the short list: programs named by the directory, a heading over each specialty."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.list_summary import entries_in_order, specialties_in_order
from smartpick_desktop.core.outlook.results import ProgramChance
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.programs import PROGRAM_ID_PREFIX, Directory
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.models.my_list_model import ListRow


def list_rows(
    scenario: Scenario,
    directory: Directory,
    names: Mapping[str, str],
    ratings: Mapping[str, ProgramChance] | None = None,
) -> list[ListRow]:
    """Return the list of `scenario`, specialty by specialty, the most wanted first."""
    rows: list[ListRow] = []
    for specialty in specialties_in_order(scenario):
        if entries := entries_in_order(scenario, specialty):
            rows.append(ListRow(text=eras_name(names, specialty)))
            rows += [
                list_row(entry, directory, number, ratings or {})
                for number, entry in enumerate(entries, start=1)
            ]
    return rows


def list_row(
    entry: ListEntry,
    directory: Directory,
    number: int = 0,
    ratings: Mapping[str, ProgramChance] | None = None,
) -> ListRow:
    """Return the row of one entry, whose program may have left the directory."""
    row = directory.index_of(entry.program_id)
    chance = (ratings or {}).get(entry.program_id)
    known = row is not None
    acgme = entry.program_id.removeprefix(PROGRAM_ID_PREFIX)
    gone = QCoreApplication.translate("MyList", "{}, not in the directory").format(acgme)
    return ListRow(
        text=directory.names[row] if row is not None else gone,
        place=directory.states[row] if row is not None else "",
        program_id=entry.program_id,
        signal=entry.signal,
        is_known=known,
        number=number,
        bucket=entry.bucket or (chance.bucket if chance else None),
        own_bucket=entry.bucket is not None,
        specialty=entry.specialty,
    )
