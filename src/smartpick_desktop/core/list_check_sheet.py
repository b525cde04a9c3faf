"""The list checks as a sheet: what each looks at, how urgent it is, and what it rests on."""

from collections.abc import Mapping

from smartpick_desktop.core.list_rules import URGENCY_WORDS, CheckText
from smartpick_desktop.core.provenance import source_names
from smartpick_desktop.core.reference import Reference, Source
from smartpick_desktop.core.sheets import NOTHING, Cell, Sheet, SheetColumn, SheetRow


def list_checks_sheet(reference: Reference) -> Sheet:
    """A row a check, in the order in which findings of one urgency are shown."""
    columns = (
        SheetColumn(title="Check", share=5),
        SheetColumn(title="Urgency"),
        SheetColumn(title="Settled by", share=7),
        SheetColumn(title="Source", share=2),
    )
    weeks = reference.list_rules.thresholds.score_weeks
    rows = tuple(_row(text, weeks, reference.sources) for text in reference.list_rules.checks)
    return Sheet(columns=columns, rows=rows)


def _row(text: CheckText, weeks: int, sources: Mapping[str, Source]) -> SheetRow:
    settled_by = text.settled_by.format(weeks=weeks)
    names = source_names(text.source_ids, sources)
    source = f" Sources: {names} ({', '.join(text.source_ids)})." if names else ""
    return SheetRow(
        cells=(
            Cell(text=text.title),
            Cell(text=URGENCY_WORDS[text.urgency], sort=-text.urgency.rank),
            Cell(text=settled_by),
            Cell(text=names or NOTHING, is_quiet=not names),
        ),
        detail=f"{text.title}. {text.basis} Settled by: {settled_by}{source}",
    )
