"""The rules' and figures' files, pass marks and sources as sheets."""

from collections.abc import Iterator, Mapping

from smartpick_desktop.core.norms import PassMark
from smartpick_desktop.core.provenance import doubt, source_names
from smartpick_desktop.core.reference import FileMeta, Reference, Source
from smartpick_desktop.core.sheets import NOTHING, Cell, Sheet, SheetColumn, SheetRow

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def files_sheet(reference: Reference) -> Sheet:
    """The rules and data files: title, year, what they rest on, and how sure they are."""
    columns = (
        SheetColumn(title="File", share=9),
        SheetColumn(title="Year", is_number=True),
        SheetColumn(title="Rests on", share=4),
        SheetColumn(title="Confidence", share=5),
    )
    sizes = _sizes(reference)
    rows = tuple(
        SheetRow(
            cells=(
                Cell(text=meta.title),
                Cell(text=str(meta.year), sort=meta.year),
                Cell(text=sizes.get(key, "")),
                Cell(text=meta.confidence.partition(":")[0]),
            ),
            detail=_file_detail(meta, reference.sources),
        )
        for key, meta in reference.files.items()
    )
    return Sheet(columns=columns, rows=rows)


def pass_mark_sheet(reference: Reference) -> Sheet:
    """The Step 2 CK pass marks by exam date, the newest first."""
    columns = (
        SheetColumn(title="Needed"),
        SheetColumn(title="In exams from", share=2),
        SheetColumn(title="Confidence", share=2),
        SheetColumn(title="Source", share=3),
    )
    marks = sorted(reference.pass_marks, key=lambda mark: mark.since, reverse=True)
    return Sheet(columns=columns, rows=tuple(_mark_row(mark, reference) for mark in marks))


def sources_sheet(reference: Reference) -> Sheet:
    """Every source of the rules and figures."""
    columns = (
        SheetColumn(title="ID", share=3),
        SheetColumn(title="Title", share=5),
        SheetColumn(title="Publisher", share=3),
        SheetColumn(title="Year", is_number=True),
        SheetColumn(title="Kind", share=3),
    )
    rows = tuple(_source_row(source, reference) for source in reference.sources.values())
    return Sheet(columns=columns, rows=rows)


def day_text(mark: PassMark) -> str:
    """The day from which a pass mark holds, as 1 Jul 2025."""
    return f"{mark.since.day} {_MONTHS[mark.since.month - 1]} {mark.since.year}"


def _sizes(reference: Reference) -> dict[str, str]:
    """What each file rests on, by its key."""
    quartiles = [each for each in reference.figures.scores if not each.is_means]
    means = [each for each in reference.figures.scores if each.is_means]
    people = reference.step2_norms.people
    return {
        "bands": f"{len(reference.band_schemes)} schemes",
        "tiers": f"{len(reference.tiers.article_tiers)} tiers of one article",
        "impact": f"{len(reference.impact.rules)} rules",
        "exams": f"{len(reference.pass_marks)} pass marks",
        "percentile_norms": f"n {people:,} (Step 2 CK)" if people else "",
        "charting_outcomes_2026": _n(sum(each.n_matched or 0 for each in quartiles)),
        "charting_outcomes_2024_do": _n(sum(each.n_matched or 0 for each in means)),
        "match_rates_md_2020_2024": f"n {sum(r.people for r in reference.figures.rates):,}",
        "specialties": f"{len(reference.specialties)} specialties",
    }


def _n(matched: int) -> str:
    return f"n {matched:,} matched"


def _file_detail(meta: FileMeta, sources: Mapping[str, Source]) -> str:
    edited = f"{meta.edited.day} {_MONTHS[meta.edited.month - 1]} {meta.edited.year}"
    parts = (
        f"{meta.title}, version {meta.version}, edited by {meta.editor} on {edited}.",
        meta.note,
        doubt(meta.confidence, meta.source_ids, sources),
    )
    return " ".join(part for part in parts if part)


def _mark_row(mark: PassMark, reference: Reference) -> SheetRow:
    day = mark.since.toordinal()
    return SheetRow(
        cells=(
            Cell(text=str(mark.score), sort=mark.score),
            Cell(text=day_text(mark), sort=day),
            Cell(text=mark.confidence),
            Cell(text=source_names(mark.source_ids, reference.sources)),
        ),
        detail=(
            f"{mark.score} is needed in exams taken on {day_text(mark)} or later. "
            f"{doubt(mark.confidence, mark.source_ids, reference.sources)}"
        ),
    )


def _source_row(source: Source, reference: Reference) -> SheetRow:
    year = source.year or ""
    digits = year[:4]
    return SheetRow(
        cells=(
            Cell(text=source.source_id),
            Cell(text=source.title),
            Cell(text=source.publisher or NOTHING, is_quiet=source.publisher is None),
            Cell(text=year or NOTHING, sort=int(digits) if digits.isdigit() else None),
            Cell(text=source.kind),
        ),
        detail="\n".join(_source_lines(source, reference)),
    )


def _source_lines(source: Source, reference: Reference) -> Iterator[str]:
    yield f"{source.source_id}: {source.title}"
    yield " · ".join(part for part in (source.publisher, source.year, source.kind) if part)
    if source.where:
        yield source.where
    used = [m.title for m in reference.files.values() if source.source_id in m.source_ids]
    if used:
        yield f"Used by: {'; '.join(used)}"


def people_of(reference: Reference) -> str:
    """Whose scores the percentiles are of, in a sentence."""
    step2, step1 = reference.step2_norms, reference.step1_norms
    return f"Percentiles: Step 2 CK {step2.cohort}; Step 1 {step1.cohort}."


def noise_words(reference: Reference) -> str:
    """What measurement noise does to a score and to two of them, in two sentences."""
    noise = reference.noise
    return (
        f"One score is good to ± {noise.standard_error} points (one standard error of "
        f"measurement). Two scores closer than {noise.telling_apart} cannot be told apart. "
        f"Source: {source_names(noise.source_ids, reference.sources)}."
    )
