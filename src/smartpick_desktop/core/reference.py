"""Everything read from the shipped (or edited) rules and figures, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.bands import BandScheme
from smartpick_desktop.core.figures import Figures, ScoreFigures
from smartpick_desktop.core.interview_goal import RankFigure
from smartpick_desktop.core.list_rules import ListRules
from smartpick_desktop.core.norms import Noise, NormTable, PassMark
from smartpick_desktop.core.rules import ImpactRules
from smartpick_desktop.core.specialties import Specialty, TierRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a rule or a figure comes from."""

    source_id: str
    title: str
    publisher: str | None
    year: str | None
    where: str | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMeta:
    """The head of a rules or data file: what it is, of when, how sure, and who edited it."""

    title: str
    version: str
    year: int
    confidence: str
    source_ids: tuple[str, ...]
    editor: str
    edited: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Rules and figures that an assessment rests on."""

    specialties: Mapping[str, Specialty]
    tiers: TierRules
    band_schemes: Mapping[str, BandScheme]
    impact: ImpactRules
    step1_norms: NormTable
    step2_norms: NormTable
    pass_marks: tuple[PassMark, ...]
    noise: Noise
    figures: Figures
    list_rules: ListRules
    ranks: tuple[RankFigure, ...]
    sources: Mapping[str, Source]
    files: Mapping[str, FileMeta]

    def score_figures(self, specialty: str, applicant_type: ApplicantType) -> ScoreFigures | None:
        """Published score figures of a specialty for an applicant type, or None."""
        found = self.specialties.get(specialty)
        if found is None or found.figures_key is None:
            return None
        return self.figures.of(found.figures_key, applicant_type)

    def usual_score(self, specialty: str) -> float | None:
        """The median Step 2 CK of US MD seniors who matched, or None where it is not published.

        It stands in for what a program of the specialty usually takes.
        """
        found = self.score_figures(specialty, ApplicantType.US_MD)
        return found.median if found else None

    def specialty(self, key: str) -> Specialty:
        """The specialty of that key; one without a place or figures where it is not known."""
        name = key.replace("_", " ").capitalize()
        unknown = Specialty(key=key, name=name, directory_name=None, figures_key=None)
        return self.specialties.get(key, unknown)

    def specialty_name(self, key: str) -> str:
        """The name of a specialty, or its key where it is not known any more."""
        return self.specialty(key).name

    def short_name(self, key: str) -> str:
        """The name without its track, but for the tracks that are not the usual one."""
        name, _, track = self.specialty_name(key).partition(" (")
        track = track.rstrip(")")
        return name if track in ("", "community") else f"{name}, {track}"
