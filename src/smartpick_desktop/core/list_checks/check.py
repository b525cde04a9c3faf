"""Every check over one list, in a stable order, with what the user set aside."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from smartpick_desktop.core.list_checks import (
    about_identity,
    about_mix,
    about_programs,
    about_signals,
    about_time,
)
from smartpick_desktop.core.list_checks.finding import Finding
from smartpick_desktop.core.list_checks.given import ListInput

Check = Callable[[ListInput], Iterator[Finding]]

CHECKS: Mapping[str, Check] = {
    "no_backup": about_mix.no_backup,
    "all_reach": about_mix.all_reach,
    "nothing_in_range": about_mix.nothing_in_range,
    "few_interviews": about_mix.few_interviews,
    "unspent_signals": about_signals.unspent_signals,
    "signal_on_tie": about_signals.signal_on_tie,
    "visa_unknown": about_programs.visa_unknown,
    "hardly_taken": about_programs.hardly_taken,
    "past_thirty": about_signals.past_thirty,
    "one_region": about_mix.one_region,
    "duplicate": about_identity.duplicate,
    "not_listed": about_identity.not_listed,
    "missing_step2": about_time.missing_step2,
    "couples": about_time.couples,
}
_NEED_BUCKETS = ("all_reach", "nothing_in_range")


def check_list(given: ListInput) -> tuple[Finding, ...]:
    """What is found, the most urgent first, then as the rules order the checks, then the list.

    A finding that was dismissed stays in its place and carries the user's reason.
    """
    found = [
        finding for text in given.reference.list_rules.checks for finding in CHECKS[text.id](given)
    ]
    found.sort(key=lambda finding: -finding.urgency.rank)  # a stable sort: the rest stays
    reasons = {(each.check, each.subject): each.reason for each in given.scenario.dismissals}
    return tuple(
        replace(finding, dismissed_because=reasons.get((finding.check, finding.subject), ""))
        for finding in found
    )


def unchecked(given: ListInput) -> tuple[str, ...]:
    """The titles of checks that could not be made, since what they go by is not known."""
    waiting: list[str] = []
    if given.entries and not any(given.bucket(entry) for entry in given.entries):
        waiting += _NEED_BUCKETS
    if given.entries and (given.outlook is None or about_mix.goal_of(given) is None):
        waiting.append("few_interviews")
    rules = given.reference.list_rules
    return tuple(text.title for text in rules.checks if text.id in waiting)
