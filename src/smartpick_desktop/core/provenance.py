"""Where a rule or a figure comes from, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from smartpick_desktop.core.reference import FileMeta, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Sources, year and confidence of one file, ready to be shown."""

    sources: str
    year: str
    confidence: str

    @property
    def line(self) -> str:
        """All three in one line; the confidence without its reasons."""
        return f"{self.sources} · {self.year} · confidence {self.confidence.partition(':')[0]}"


def provenance(meta: FileMeta, sources: Mapping[str, Source]) -> Provenance:
    """Where the file of `meta` comes from."""
    return Provenance(
        sources=source_names(meta.source_ids, sources),
        year=str(meta.year),
        confidence=meta.confidence,
    )


def source_names(source_ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    """Who published the sources, each once; an unknown source by its ID."""
    return ", ".join(dict.fromkeys(source_name(each, sources) for each in source_ids))


def source_name(source_id: str, sources: Mapping[str, Source]) -> str:
    """Who published a source, or its ID where that is not known."""
    found = sources.get(source_id)
    return (found.publisher if found else None) or source_id


def doubt(confidence: str, ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    """How sure, and by whom, in two sentences."""
    kept = tuple(ids)
    return f"Confidence: {confidence}. Sources: {source_names(kept, sources)} ({', '.join(kept)})."
