"""The trend from Step 1 to Step 2 CK, and the forecast against the actual score."""

from datetime import date
from fractions import Fraction

from smartpick_desktop.core.assessment.verdict import ForecastReading, TrendReading
from smartpick_desktop.core.exams import PracticeExam
from smartpick_desktop.core.norms import Noise
from smartpick_desktop.core.rules import TrendEdges

FORECAST_EXAMS = 3
_ANY = date.min


def trend(step1: int | None, step2: int | None, edges: TrendEdges) -> TrendReading | None:
    """The trend rule T1-T5 of a pair of scores, or None unless both are numeric."""
    if step1 is None or step2 is None:
        return None
    return TrendReading(rule=_rule(step1, step2, edges), difference=step2 - step1)


def forecast(
    exams: tuple[PracticeExam, ...], actual: int | None, noise: Noise
) -> ForecastReading | None:
    """Mean (to one decimal), lowest and highest of the last three practice exams by date.

    Undated exams count in the order given, before the dated ones. The gap is the actual score
    minus the mean: negative is under the forecast.
    """
    if not exams:
        return None
    # A stable sort: dated exams by date, undated ones keep their order.
    ordered = sorted(exams, key=lambda e: (e.taken_on is not None, e.taken_on or _ANY))
    last = [exam.score for exam in ordered[-FORECAST_EXAMS:]]
    mean = Fraction(sum(last), len(last))
    gap = None if actual is None else actual - mean
    return ForecastReading(
        mean=round(float(mean), 1),
        low=min(last),
        high=max(last),
        gap=None if gap is None else round(float(gap), 1),
        within_noise=None if gap is None else not noise.tells_apart(float(gap)),
    )


def _rule(step1: int, step2: int, edges: TrendEdges) -> str:
    if step1 >= edges.high:
        if step2 >= edges.high:
            return "T1"
        return "T3" if step2 < edges.average else "T5"
    if step1 >= edges.average:
        return "T2" if step2 > step1 else "T5"
    return "T4" if step2 < edges.average else "T5"
