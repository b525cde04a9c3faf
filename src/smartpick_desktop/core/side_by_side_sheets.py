"""A comparison of scenarios as sheets: the lines, and the programs that a list has otherwise."""

from collections.abc import Callable, Mapping, Sequence

from smartpick_desktop.core.assessment.verdict import STATE_WORDS, State
from smartpick_desktop.core.eras import eras_name
from smartpick_desktop.core.list_diff import ListChange, ListChangeKind
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.sheets import NOTHING, Cell, Sheet, SheetColumn, SheetRow
from smartpick_desktop.core.side_by_side import Line, SideBySide

INSIDE_NOISE = "inside noise"
KIND_WORDS = {
    ListChangeKind.ADDED: "comes in",
    ListChangeKind.DROPPED: "goes out",
    ListChangeKind.BUCKET: "changes standing",
    ListChangeKind.SIGNAL: "signal moves",
}
_STATES: Mapping[str, State] = {words: state for state, words in STATE_WORDS.items()}


def lines_sheet(compared: SideBySide, *, only_differing: bool) -> Sheet:
    """A row a line and a column a scenario; what differs from the first is marked."""
    columns = (
        SheetColumn(title="", share=3),
        *(SheetColumn(title=name, share=4) for name in compared.names),
    )
    shown = [line for line in compared.lines if line.differs or not only_differing]
    return Sheet(columns=columns, rows=tuple(_row(line, compared.names) for line in shown))


def changes_sheet(
    changes: Sequence[ListChange], directory: Directory, names: Mapping[str, str]
) -> Sheet:
    """A row a difference of two lists, with its reason."""
    columns = (
        SheetColumn(title="Program", share=6),
        SheetColumn(title="Specialty", share=3),
        SheetColumn(title="Change", share=3),
        SheetColumn(title="Before", share=2),
        SheetColumn(title="After", share=2),
    )
    said = _place_of(directory)
    rows = tuple(_change_row(change, said, names) for change in changes)
    return Sheet(columns=columns, rows=rows)


def _row(line: Line, names: Sequence[str]) -> SheetRow:
    cells = [Cell(text=line.title)]
    told = []
    for value, noise, name in zip(line.values, line.is_noise, names, strict=True):
        words, _, rest = value.partition(",")
        state = _STATES.get(words)
        said = f"{value} ({INSIDE_NOISE})" if noise else value
        cells.append(
            Cell(
                text=said, states=(state,) if state else (),
                is_marked=value != line.values[0] and not noise,
                is_quiet=value == NOTHING or (noise and not rest),
            )
        )  # fmt: skip
        told.append(f"{name}: {said}")
    return SheetRow(cells=tuple(cells), detail=f"{line.title}. {'; '.join(told)}.")


def _change_row(
    change: ListChange, said: Callable[[str], str], names: Mapping[str, str]
) -> SheetRow:
    program, specialty = said(change.program_id), eras_name(names, change.specialty)
    what = KIND_WORDS[change.kind]
    moved = " → ".join(part for part in (change.before, change.after) if part)
    why = f" {change.why}" if change.why else ""
    return SheetRow(
        cells=(
            Cell(text=program),
            Cell(text=specialty),
            Cell(text=what),
            Cell(text=change.before or NOTHING, is_quiet=not change.before),
            Cell(text=change.after or NOTHING, is_quiet=not change.after),
        ),
        detail=f"{program}, {specialty}: {what}, {moved}.{why}",
    )


def _place_of(directory: Directory) -> Callable[[str], str]:
    def said(program_id: str) -> str:
        row = directory.index_of(program_id)
        if row is None:
            return program_id
        return f"{directory.names[row]}, {directory.cities[row]}, {directory.states[row]}"

    return said
