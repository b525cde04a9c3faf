"""The impact matrix, the tiers, and the article against the figures, as sheets."""

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment.verdict import STATE_WORDS
from smartpick_desktop.core.comparison import ComparedCell, ComparedSpecialty, Comparison
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.rule_book import MatrixLine, matrix_lines
from smartpick_desktop.core.rules import ImpactRules
from smartpick_desktop.core.scenario import Group
from smartpick_desktop.core.sheets import NOTHING, Cell, Sheet, SheetColumn, SheetRow
from smartpick_desktop.core.specialties import GROUP_WORDS, Placement, Specialty, place

_NOTHING = Cell(text=NOTHING, is_quiet=True)


def tiers_sheet(reference: Reference) -> Sheet:
    """Every specialty with the article's tier beside the index from outcomes."""
    columns = (
        SheetColumn(title="Specialty", share=4),
        SheetColumn(title="Article", is_number=True),
        SheetColumn(title="Index", is_number=True),
        SheetColumn(title="Differ", share=2),
        SheetColumn(title="Group in use", share=3),
    )
    rows = tuple(_tier_row(each, reference) for each in reference.specialties.values())
    return Sheet(columns=columns, rows=rows)


def matrix_sheet(rules: ImpactRules) -> Sheet:
    """The impact matrix: a row a range of scores, a column a group."""
    columns = (
        SheetColumn(title="Step 2 CK", share=2),
        *(SheetColumn(title=GROUP_WORDS[group].capitalize(), share=3) for group in Group),
    )
    return Sheet(columns=columns, rows=tuple(_matrix_row(line) for line in matrix_lines(rules)))


def comparison_sheet(comparison: Comparison) -> Sheet:
    """A row a specialty, a column a range; a cell has the article's sign, then the figures'."""
    columns = (
        SheetColumn(title="Specialty", share=2),
        *(SheetColumn(title=reach.text, share=1) for reach in comparison.ranges),
    )
    rows = tuple(_compared_row(each, comparison) for each in comparison.specialties)
    return Sheet(columns=columns, rows=rows)


def _matrix_row(line: MatrixLine) -> SheetRow:
    cells = (
        Cell(text=f"{cell.level} · {STATE_WORDS[cell.state]}", states=(cell.state,))
        for cell in line.cells
    )
    return SheetRow(cells=(Cell(text=line.range_text), *cells))


def _tier_row(specialty: Specialty, reference: Reference) -> SheetRow:
    placed = place(specialty, reference.tiers, reference.figures)
    article, index = placed.article_tier, placed.index
    group = placed.group
    return SheetRow(
        cells=(
            Cell(text=specialty.name),
            _NOTHING if article is None else Cell(text=str(article), sort=article),
            _NOTHING if index is None else Cell(text=f"{index:.1f}", sort=index),
            _difference(placed),
            Cell(text=GROUP_WORDS[group]) if group else Cell(text="yours to set", is_quiet=True),
        ),
        detail=_tier_detail(specialty, placed, reference),
    )


def _difference(placed: Placement) -> Cell:
    if not placed.differs or placed.index is None:
        return Cell(text="", sort=0)
    if placed.article_tier is None:
        return Cell(text="from its group", sort=1, is_marked=True)
    apart = abs(placed.article_tier - placed.index)
    return Cell(text=f"{apart:.1f} apart", sort=apart, is_marked=True)


def _tier_detail(specialty: Specialty, placed: Placement, reference: Reference) -> str:
    name, tiers = specialty.name, reference.tiers
    parts = []
    if placed.article_tier is not None:
        parts.append(f"{name}: tier {placed.article_tier} of 9 in the article.")
    elif specialty.key in tiers.article_groups:
        group = GROUP_WORDS[tiers.article_groups[specialty.key]]
        parts.append(f"{name}: no number in the article, which counts it as {group}.")
    else:
        parts.append(f"{name}: not in the article.")
    if placed.index is None:
        parts.append("No figures of US MD seniors, so there is no index.")
    else:
        figures = reference.score_figures(specialty.key, ApplicantType.US_MD)
        people = f", n {figures.n_matched:,} matched" if figures and figures.n_matched else ""
        year = f" of US MD seniors {figures.year}" if figures else ""
        parts.append(f"Index {placed.index:.1f} from outcomes{year}{people}.")
    if placed.differs:
        parts.append("The two lie 2 or more apart: take both with care.")
    return " ".join(parts)


def _compared_row(compared: ComparedSpecialty, comparison: Comparison) -> SheetRow:
    pairs = list(zip(comparison.ranges, compared.cells, strict=True))
    return SheetRow(
        cells=(Cell(text=compared.name), *(_compared_cell(cell) for _, cell in pairs)),
        detail=f"{compared.name}: {compared.group_words} in the article's reading.",
        cell_details=(
            "",
            *(_compared_words(compared.name, reach.text, cell) for reach, cell in pairs),
        ),
    )


def _compared_cell(cell: ComparedCell) -> Cell:
    return Cell(
        text="",
        sort=cell.article.severity * 10 + max(state.severity for state in cell.figures),
        states=(cell.article, *cell.figures),
        is_marked=not cell.agrees,
    )


def _compared_words(name: str, reach: str, cell: ComparedCell) -> str:
    article = STATE_WORDS[cell.article].lower()
    figures = ", then ".join(STATE_WORDS[state].lower() for state in cell.figures)
    return f"{name}, {reach}. Article: {article}. Figures: {figures}. {cell.basis}"
