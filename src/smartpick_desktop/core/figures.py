"""Published figures of who matched, by specialty and applicant type."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartpick_desktop.core.applicant import ApplicantType


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreFigures:
    """Step 2 CK of matched and not-matched applicants, in points.

    With `is_means` the source gives means instead: the matched mean stands in `q1`, the
    not-matched mean in `not_matched_median`, and there is no median and no Q3.
    """

    specialty: str
    applicant_type: ApplicantType
    year: int
    n_matched: int | None
    n_not_matched: int | None
    q1: int | None
    median: int | None
    q3: int | None
    not_matched_median: int | None
    is_means: bool
    confidence: str
    source_ids: tuple[str, ...]

    @property
    def not_matched_share(self) -> float:
        """Share (0-1) that did not match; a suppressed count is taken as 0."""
        matched, not_matched = self.n_matched or 0, self.n_not_matched or 0
        return not_matched / (matched + not_matched) if matched + not_matched else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRate:
    """Observed share (percent) of US MD seniors in a score band who matched, and how many."""

    specialty: str
    band: str
    lowest: int
    highest: int
    people: int
    percent: int | None
    years: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All published figures, looked up by specialty key."""

    scores: tuple[ScoreFigures, ...]
    rates: tuple[MatchRate, ...]
    _rates_of: Mapping[str, tuple[MatchRate, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        grouped: dict[str, tuple[MatchRate, ...]] = {}
        for rate in self.rates:
            grouped[rate.specialty] = (*grouped.get(rate.specialty, ()), rate)
        object.__setattr__(self, "_rates_of", grouped)

    def of(self, specialty: str, applicant_type: ApplicantType) -> ScoreFigures | None:
        """The score figures of that group, or None where none were published."""
        for figures in self.scores:
            if figures.specialty == specialty and figures.applicant_type == applicant_type:
                return figures
        return None

    def rate(self, specialty: str, score: int) -> MatchRate | None:
        """The observed match rate of US MD seniors around `score`, however few they are."""
        for rate in self._rates_of.get(specialty, ()):
            if rate.lowest <= score <= rate.highest:
                return rate
        return None
