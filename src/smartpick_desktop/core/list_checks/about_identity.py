"""Checks of which programs are on the list: one of them twice, or one that is gone."""

from collections.abc import Iterator

from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.list_checks.finding import Finding
from smartpick_desktop.core.list_checks.given import ListInput, to_program
from smartpick_desktop.core.programs import PROGRAM_ID_PREFIX


def duplicate(given: ListInput) -> Iterator[Finding]:
    """Two entries that may be one program: the same number, or name, city and specialty."""
    by_number: dict[str, str] = {}
    by_name: dict[tuple[str, str, str], str] = {}
    for entry in given.entries:
        program_id = entry.program_id
        number = program_id.removeprefix(PROGRAM_ID_PREFIX)
        first = by_number.setdefault(number, program_id)
        reason = "number"
        if first == program_id and (name := _identity(given, program_id)):
            first, reason = by_name.setdefault(name, program_id), "name"
        if first != program_id:
            words: dict[str, object] = {
                "program": given.program_name(first),
                "first": first.removeprefix(PROGRAM_ID_PREFIX),
                "second": number,
            }
            pair = (first, program_id)
            goal = to_program(program_id)
            yield given.finding(
                "duplicate", reason, words, goal, subject=program_id, programs=pair
            )


def not_listed(given: ListInput) -> Iterator[Finding]:
    """Programs on the list that the directory does not have, closed or renumbered."""
    for entry in given.entries:
        if given.directory.index_of(entry.program_id) is None:
            words: dict[str, object] = {
                "number": entry.program_id.removeprefix(PROGRAM_ID_PREFIX),
                "specialty": given.eras_name(entry.specialty),
                "date": given.directory.source_date,
            }
            yield given.finding(
                "not_listed",
                "gone",
                words,
                to_program(entry.program_id),
                subject=entry.program_id,
                programs=(entry.program_id,),
            )


def _identity(given: ListInput, program_id: str) -> tuple[str, str, str] | None:
    row = given.directory.index_of(program_id)
    if row is None:
        return None
    directory = given.directory
    return (
        fold(directory.names[row]),
        f"{fold(directory.cities[row])}, {directory.states[row]}",
        eras_specialty(directory.specialties[row]),
    )
