"""Checks of the calendar and of what no figure covers: Step 2 CK in time, couples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from smartpick_desktop.core.list_checks.finding import Finding
from smartpick_desktop.core.list_checks.given import ListInput, counted, to_field
from smartpick_desktop.core.list_rules import ApplicationDay, Urgency

_FEBRUARY_DAYS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonDay:
    """The application day of a season, and the season it was published for."""

    day: date
    season: int
    published_for: int

    @property
    def is_estimate(self) -> bool:
        """Whether the day of another season had to stand in."""
        return self.season != self.published_for

    @property
    def estimate(self) -> str:
        """That it is an estimate, and by which season; empty for a published day."""
        if not self.is_estimate:
            return ""
        return f" (an estimate by the {self.published_for} season; {self.season} is not known)"


def application_day(days: Sequence[ApplicationDay], season: int) -> SeasonDay:
    """The day of `season`, or the same date by the nearest season before it, else the first."""
    known = {each.season: each.day for each in days}
    used = max((year for year in known if year <= season), default=min(known))
    day = known[used]
    year = day.year + season - used
    day_number = min(day.day, _FEBRUARY_DAYS) if used != season else day.day
    return SeasonDay(day=day.replace(year=year, day=day_number), season=season, published_for=used)


def missing_step2(given: ListInput) -> Iterator[Finding]:
    """No Step 2 CK result yet, the more pressing the nearer the application day is."""
    step2 = given.scenario.step2
    if step2 is not None and not step2.planned:
        return
    thresholds = given.thresholds
    when = application_day(given.reference.list_rules.application_days, given.scenario.season)
    left = (when.day - given.today).days
    words: dict[str, object] = {
        "day": day_words(when.day),
        "estimate": when.estimate,
        "left": counted(left, "day"),
        "exam": day_words(when.day - timedelta(weeks=thresholds.score_weeks)),
    }
    reason, urgency = "ahead", Urgency.NOTE
    if left <= 0:
        reason, urgency = "past", Urgency.FIRST
    elif left < thresholds.score_weeks * 7:
        reason, urgency = "close", Urgency.FIRST
    elif left <= thresholds.step2_first_days:
        urgency = Urgency.FIRST
    elif left <= thresholds.step2_look_days:
        urgency = Urgency.LOOK
    if given.scenario.comlex_level2:
        reason, urgency = "comlex", Urgency.NOTE
    yield given.finding(
        "missing_step2",
        reason,
        words,
        to_field("step2"),
        urgency=urgency,
        settled={"weeks": thresholds.score_weeks},
    )


def couples(given: ListInput) -> Iterator[Finding]:
    """A note for those who match as a couple."""
    if given.scenario.couples:
        yield given.finding("couples", "told", {}, to_field("couples"))


def day_words(day: date) -> str:
    """A day in words, the same in every locale: "24 September 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
