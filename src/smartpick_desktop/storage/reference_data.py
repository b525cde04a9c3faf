"""Loads the rules and figures: an edited copy where there is a sound one, else the shipped."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.bands import ARTICLE, BandScheme
from smartpick_desktop.core.figures import Figures, MatchRate, ScoreFigures
from smartpick_desktop.core.interview_goal import RankFigure
from smartpick_desktop.core.list_rules import ListRules
from smartpick_desktop.core.norms import Noise, NormTable, PassMark
from smartpick_desktop.core.reader import nearest
from smartpick_desktop.core.reference import FileMeta, Reference, Source
from smartpick_desktop.core.rules import ImpactRules
from smartpick_desktop.core.specialties import Specialty, TierRules
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.storage.tables import convert, read_csv, read_toml

T = TypeVar("T")

RULE_FILES = ("bands.toml", "tiers.toml", "impact.toml", "exams.toml", "list_checks.toml")
MATCH_YEARS = "2020-2024"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedReference:
    """A reference, and what was wrong with edited files that were passed over."""

    reference: Reference
    passed_over: tuple[ResourceError, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _BandsFile:
    schemes: tuple[BandScheme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _ExamsFile:
    pass_marks: tuple[PassMark, ...]
    noise: Noise


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    bands: tuple[BandScheme, ...]
    tiers: TierRules
    impact: ImpactRules
    pass_marks: tuple[PassMark, ...]
    noise: Noise
    list_rules: ListRules
    files: dict[str, FileMeta]


def load_reference(resources: Path, edited: Path | None = None) -> LoadedReference:
    """The reference of the `resources` folder; a rules file in `edited` takes its place.

    An edited file that cannot be used is passed over and named. ResourceError if a shipped
    file cannot be used.
    """
    passed_over: list[ResourceError] = []

    def rules_file(name: str, read: Callable[[Path], T]) -> T:
        own = edited / name if edited else None
        try:
            if own is not None and own.exists():
                return read(own)
        except ResourceError as error:
            passed_over.append(error)
        except OSError as error:
            reason = error.strerror or str(error)
            passed_over.append(ResourceError(name, "", f"could not be looked for: {reason}"))
        return read(resources / "rules" / name)

    specialties = _specialties(resources)
    rules = _rules(rules_file, specialties)
    reference = _reference(resources / "data", rules, specialties)
    return LoadedReference(reference=reference, passed_over=tuple(passed_over))


def check_rules_file(path: Path, resources: Path) -> None:
    """Raise ResourceError unless `path` is a usable copy of a rules file of `resources`."""
    readers: dict[str, Callable[[Path], object]] = {
        "bands.toml": _bands,
        "tiers.toml": partial(_tiers, specialties=_specialties(resources)),
        "impact.toml": _impact,
        "exams.toml": _exams,
        "list_checks.toml": partial(_list_checks, specialties=_specialties(resources)),
    }
    if path.name not in readers:
        expected = ", ".join(RULE_FILES)
        raise ResourceError(path.name, "", f"expected a file named one of {expected}")
    readers[path.name](path)


def _specialties(resources: Path) -> Mapping[str, Specialty]:
    rows = read_csv(resources / "data" / "specialties.csv", Specialty)
    return {specialty.key: specialty for specialty in rows}


def _rules(
    read: Callable[[str, Callable[[Path], Any]], Any], specialties: Collection[str]
) -> _Rules:
    bands_meta, bands = read("bands.toml", _bands)
    tiers_meta, tiers = read("tiers.toml", partial(_tiers, specialties=specialties))
    impact_meta, impact = read("impact.toml", _impact)
    exams_meta, (marks, noise) = read("exams.toml", _exams)
    reads_checks = partial(_list_checks, specialties=specialties)
    checks_meta, list_rules = read("list_checks.toml", reads_checks)
    return _Rules(
        bands=bands,
        tiers=tiers,
        impact=impact,
        pass_marks=marks,
        noise=noise,
        list_rules=list_rules,
        files={
            "bands": bands_meta,
            "tiers": tiers_meta,
            "impact": impact_meta,
            "exams": exams_meta,
            "list_checks": checks_meta,
        },
    )


def _bands(path: Path) -> tuple[FileMeta, tuple[BandScheme, ...]]:
    meta, table = _file(path)
    schemes = convert(path, "", table, _BandsFile).schemes
    keys = [scheme.key for scheme in schemes]
    if ARTICLE not in keys:
        raise ResourceError(path.name, "schemes", f"expected a scheme with the key {ARTICLE!r}")
    if len(set(keys)) != len(keys):
        raise ResourceError(path.name, "schemes", f"expected each key once: {', '.join(keys)}")
    return meta, schemes


def _tiers(path: Path, specialties: Collection[str]) -> tuple[FileMeta, TierRules]:
    meta, table = _file(path)
    rules = convert(path, "", table, TierRules)
    for name, keys in (("tiers", rules.article_tiers), ("groups", rules.article_groups)):
        for key in set(keys) - set(specialties):
            raise _no_specialty(path, f"article_{name}.{key}", key, specialties)
    return meta, rules


def _impact(path: Path) -> tuple[FileMeta, ImpactRules]:
    meta, table = _file(path)
    return meta, convert(path, "", table, ImpactRules)


def _exams(path: Path) -> tuple[FileMeta, tuple[tuple[PassMark, ...], Noise]]:
    meta, table = _file(path)
    facts = convert(path, "", table, _ExamsFile)
    days = {mark.since for mark in facts.pass_marks}
    if not days or len(days) != len(facts.pass_marks):
        message = "expected one pass mark or more, each from a day of its own"
        raise ResourceError(path.name, "pass_marks", message)
    return meta, (facts.pass_marks, facts.noise)


def _list_checks(path: Path, specialties: Collection[str]) -> tuple[FileMeta, ListRules]:
    meta, table = _file(path)
    rules = convert(path, "", table, ListRules)
    for key in rules.thresholds.asks_not_to_signal_ties - set(specialties):
        raise _no_specialty(path, "thresholds.asks_not_to_signal_ties", key, specialties)
    return meta, rules


def _no_specialty(path: Path, where: str, key: str, known: Collection[str]) -> ResourceError:
    return ResourceError(path.name, where, f"expected the key of a specialty{nearest(key, known)}")


def _file(path: Path) -> tuple[FileMeta, dict[str, Any]]:
    table = read_toml(path)
    return convert(path, "meta", table.pop("meta", None), FileMeta), table


def _reference(data: Path, rules: _Rules, specialties: Mapping[str, Specialty]) -> Reference:
    step1, step2, norms_meta = _norms(data)
    sources = read_csv(data / "sources.csv", Source)
    return Reference(
        specialties=specialties,
        tiers=rules.tiers,
        band_schemes={scheme.key: scheme for scheme in rules.bands},
        impact=rules.impact,
        step1_norms=step1,
        step2_norms=step2,
        pass_marks=rules.pass_marks,
        noise=rules.noise,
        figures=Figures(scores=tuple(_scores(data)), rates=tuple(_rates(data))),
        list_rules=rules.list_rules,
        ranks=tuple(read_csv(data / "contiguous_ranks.csv", RankFigure)),
        sources={source.source_id: source for source in sources},
        files=rules.files | {"percentile_norms": norms_meta} | dict(_data_files(data)),
    )


def _norms(data: Path) -> tuple[NormTable, NormTable, FileMeta]:
    head = data / "percentile_norms.toml"
    table = read_toml(head)
    rows = read_csv(data / "percentile_norms.csv", _NormRow)

    def norms(exam: str, points: list[tuple[int, int | None]]) -> NormTable:
        known = sorted((score, percent) for score, percent in points if percent is not None)
        fields = {"people": None, **table.pop(exam, {}), "rows": known}
        return convert(head, exam, fields, NormTable)

    step1 = norms("step1", [(row.score, row.step1) for row in rows])
    step2 = norms("step2_ck", [(row.score, row.step2_ck) for row in rows])
    return step1, step2, convert(head, "", table, FileMeta)


@dataclass(frozen=True, slots=True, kw_only=True)
class _NormRow:
    score: int
    step2_ck: int | None
    step1: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _MeansRow:
    specialty: str
    applicant_type: ApplicantType
    year: int
    n_matched: int
    n_not_matched: int
    matched_mean: int
    not_matched_mean: int | None
    confidence: str
    source_ids: tuple[str, ...]


def _scores(data: Path) -> Iterator[ScoreFigures]:
    yield from read_csv(data / "charting_outcomes_2026.csv", ScoreFigures, is_means=False)
    for row in read_csv(data / "charting_outcomes_2024_do.csv", _MeansRow):
        yield ScoreFigures(
            specialty=row.specialty,
            applicant_type=row.applicant_type,
            year=row.year,
            n_matched=row.n_matched,
            n_not_matched=row.n_not_matched,
            q1=row.matched_mean,
            median=None,
            q3=None,
            not_matched_median=row.not_matched_mean,
            is_means=True,
            confidence=row.confidence,
            source_ids=row.source_ids,
        )


def _rates(data: Path) -> list[MatchRate]:
    return read_csv(data / "match_rates_md_2020_2024.csv", MatchRate, years=MATCH_YEARS)


def _data_files(data: Path) -> Iterator[tuple[str, FileMeta]]:
    for key in (
        "charting_outcomes_2026",
        "charting_outcomes_2024_do",
        "contiguous_ranks",
        "match_rates_md_2020_2024",
        "specialties",
    ):
        head = data / f"{key}.toml"
        yield key, convert(head, "", read_toml(head), FileMeta)
