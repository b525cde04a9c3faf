"""Checks of the mix: a backup, programs of every kind, enough interviews, more than one region."""

from collections import Counter
from collections.abc import Iterator

from smartpick_desktop.core.assessment.verdict import TargetVerdict
from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.interview_goal import InterviewGoal, interview_goal
from smartpick_desktop.core.list_checks.finding import Finding, Goal, Place
from smartpick_desktop.core.list_checks.given import ListInput, counted, joined, to_field
from smartpick_desktop.core.outlook.results import Outlook
from smartpick_desktop.core.program_list import Bucket, EntryStatus

INVITED = frozenset(
    {
        EntryStatus.OFFERED,
        EntryStatus.SCHEDULED,
        EntryStatus.INTERVIEWED,
        EntryStatus.RANKED,
    }
)


def no_backup(given: ListInput) -> Iterator[Finding]:
    """A target with a high impact, and no backup that would help."""
    backup = given.scenario.backup
    verdicts = {verdict.specialty: verdict for verdict in given.assessment.verdicts}
    high = [v for v in verdicts.values() if _is_high(v, given) and v.specialty != backup]
    if not high:
        return
    names = joined(given.reference.short_name(verdict.specialty) for verdict in high)
    words: dict[str, object] = {
        "specialties": names,
        "impact": max(verdict.impact or 0 for verdict in high),
    }
    targets = to_field("targets")
    if backup is None:
        yield given.finding("no_backup", "none", words, targets)
        return
    words["backup"] = given.reference.short_name(backup)
    key = eras_specialty(backup)
    own = verdicts.get(backup)
    if own is not None and _is_high(own, given):
        words["backup_impact"] = own.impact
        yield given.finding("no_backup", "alike", words, targets)
    elif given.entries and key not in given.by_specialty:
        goal = Goal(place=Place.SPECIALTY, key=key)
        yield given.finding("no_backup", "unlisted", words, goal)


def all_reach(given: ListInput) -> Iterator[Finding]:
    """Every program with a bucket is a reach."""
    counts, rated, unrated = _mix(given)
    if rated >= given.thresholds.rated_needed and counts[Bucket.REACH] == rated:
        words: dict[str, object] = {"rated": counted(rated), "unrated": unrated}
        reason = "rated" if unrated else "all"
        yield given.finding("all_reach", reason, words, _first_specialty(given))


def nothing_in_range(given: ListInput) -> Iterator[Finding]:
    """No program with a bucket is a target, and not all are reach, which is said already."""
    counts, rated, unrated = _mix(given)
    if rated < given.thresholds.rated_needed or counts[Bucket.TARGET]:
        return
    if counts[Bucket.REACH] < rated:
        words: dict[str, object] = {
            "rated": counted(rated),
            "reach": counts[Bucket.REACH],
            "likely": counts[Bucket.LIKELY],
            "unrated": unrated,
        }
        reason = "rated" if unrated else "all"
        yield given.finding("nothing_in_range", reason, words, _first_specialty(given))


def goal_of(given: ListInput) -> InterviewGoal | None:
    """How many interviews this scenario aims for."""
    return interview_goal(
        given.scenario,
        given.applicant.applicant_type,
        given.reference.ranks,
        people_needed=given.thresholds.people_needed,
    )


def few_interviews(given: ListInput) -> Iterator[Finding]:
    """Fewer interviews to expect than the goal; those that were offered count as they are."""
    goal, outlook = goal_of(given), given.outlook
    if goal is None or outlook is None:
        return
    entries = given.by_specialty.get(goal.specialty, ()) if goal.specialty else given.entries
    if not entries:
        return
    offered = sum(entry.status in INVITED for entry in entries)
    if max(_expected(given, outlook, goal), offered) >= goal.number:
        return
    expected = max(round(_expected(given, outlook, goal)), offered)
    words: dict[str, object] = {"expected": counted(expected, "interview"), "goal": goal.number}
    if goal.figure is not None:
        words |= {"specialty": given.eras_name(goal.specialty), "who": goal.figure.who}
    reason = "own" if goal.is_own else "figures"
    yield given.finding("few_interviews", reason, words, to_field("interview_goal"))


def one_region(given: ListInput) -> Iterator[Finding]:
    """A list of some length whose programs are all in one census division."""
    rows = [given.directory.index_of(entry.program_id) for entry in given.entries]
    divisions = {given.directory.divisions[row] for row in rows if row is not None}
    if len(rows) < given.thresholds.region_needed or len(divisions) != 1 or None in rows:
        return
    [region] = divisions
    if region:
        wished = given.scenario.preferences.divisions == {region}
        words: dict[str, object] = {"programs": counted(len(rows)), "region": region}
        reason = "wished" if wished else "open"
        yield given.finding("one_region", reason, words, _first_specialty(given))


def _is_high(verdict: TargetVerdict, given: ListInput) -> bool:
    return verdict.impact is not None and verdict.impact >= given.thresholds.impact_from


def _mix(given: ListInput) -> tuple[Counter[Bucket], int, int]:
    """The buckets counted, how many have one, and how many have none."""
    buckets = [given.bucket(entry) for entry in given.entries]
    counts = Counter(bucket for bucket in buckets if bucket is not None)
    return counts, counts.total(), buckets.count(None)


def _expected(given: ListInput, outlook: Outlook, goal: InterviewGoal) -> float:
    if not goal.specialty:
        return outlook.expected
    entries = given.by_specialty.get(goal.specialty, ())
    chances = [outlook.programs.get(entry.program_id) for entry in entries]
    return sum(chance.invite for chance in chances if chance and not chance.excluded)


def _first_specialty(given: ListInput) -> Goal:
    return Goal(place=Place.SPECIALTY, key=next(iter(given.by_specialty), ""))
