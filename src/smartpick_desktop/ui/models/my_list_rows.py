"""The rows of the short list: programs named by the directory, a heading over each specialty."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.list_summary import entries_in_order, specialties_in_order
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.programs import PROGRAM_ID_PREFIX, Directory
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.ui.models.my_list_model import ListRow


def list_rows(scenario: Scenario, directory: Directory, names: Mapping[str, str]) -> list[ListRow]:
    """Return the list of `scenario`, specialty by specialty."""
    made = {entry.program_id: list_row(entry, directory) for entry in scenario.entries}
    called = [row.text for row in made.values()]
    rows: list[ListRow] = []
    for specialty in specialties_in_order(scenario):
        if entries := entries_in_order(scenario, specialty, called):
            rows.append(ListRow(text=eras_name(names, specialty)))
            rows += [made[entry.program_id] for entry in entries]
    return rows


def list_row(entry: ListEntry, directory: Directory) -> ListRow:
    """Return the row of one entry, whose program may have left the directory."""
    row = directory.index_of(entry.program_id)
    if row is None:
        number = entry.program_id.removeprefix(PROGRAM_ID_PREFIX)
        text = QCoreApplication.translate("MyList", "{}, not in the directory").format(number)
        return ListRow(text=text, program_id=entry.program_id, signal=entry.signal, is_known=False)
    return ListRow(
        text=directory.names[row],
        place=directory.states[row],
        program_id=entry.program_id,
        signal=entry.signal,
    )
