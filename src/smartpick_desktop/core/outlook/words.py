"""How a chance is said: as a range, in steps of five, never with a decimal and never as sure."""

from smartpick_desktop.core.outlook.results import Outlook, Suggestion
from smartpick_desktop.core.outlook.rules import Settings

_PERCENT = "\u00a0%"  # the sign never stands alone on a line
PROMISE = (
    "Based on published group statistics, not on your full file. Letters, grades and interviews "
    "are not in here. This is not a promise."
)
TOGETHER = (
    "If programs like something that cannot be seen here, most will; if they do not, adding more "
    "programs alike helps less than it seems."
)
RANKING = "Rank in the order you truly prefer. The Match cannot be bettered by another order."
COUPLES = "Matching as a couple is not covered: these are the figures of one file alone."
SPARSE = "Few applicants like you are in the published numbers: treat this as a rough guide."
SIMILAR = "No match rate of this group is published: estimated from similar specialties."


def steps(chance: float, settings: Settings) -> int:
    """The chance in percent, rounded to the step that may be shown."""
    return round(chance * 100 / settings.round_to) * settings.round_to


def range_words(low: float, high: float, settings: Settings) -> str:
    """The range of a chance, as in "60–80 %"; at the ends "90 % or more", "under 5 %"."""
    most, step = settings.highest, settings.round_to
    first, last = steps(low, settings), steps(high, settings)
    if first == last:  # never one number
        first, last = (first - step, last) if low < first / 100 else (first, last + step)
    if first >= most:
        return f"{most}{_PERCENT} or more"
    if last <= step:
        return f"under {step}{_PERCENT}"
    if last >= most:
        return f"{max(first, step)}{_PERCENT} or more"
    return f"{max(first, step)}–{last}{_PERCENT}"


OF_PEOPLE = "of people with files like this, and a list like this, would match."


def headline(outlook: Outlook, settings: Settings) -> str:
    """What people with files and lists like these would have seen."""
    said = range_words(outlook.low, outlook.high, settings)
    return f"{said} {OF_PEOPLE}"


def interviews_words(outlook: Outlook) -> str:
    """How many interviews to expect, and what would not be surprising."""
    number = round(outlook.expected)
    about = "under one interview" if number == 0 else f"about {number} interviews"
    about = "about 1 interview" if number == 1 else about
    if outlook.fewest == outlook.most:
        return f"Expect {about}."
    return f"Expect {about}; {outlook.fewest} to {outlook.most} would not be surprising."


def points_words(adds: float) -> str:
    """A difference of chances, in whole points: "about 2 points", "less than a point"."""
    points = round(abs(adds) * 100)
    if points == 0:
        return "less than a point"
    return "about 1 point" if points == 1 else f"about {points} points"


def next_words(outlook: Outlook) -> str:
    """What the next programs cost and add; "" where nothing is left to add."""
    more = outlook.next_programs
    if more is None:
        return ""
    number = "The next program" if more.count == 1 else f"The next {more.count} programs"
    verb = "costs" if more.count == 1 else "cost"
    price = f" {verb} ${more.dollars:,} and" if more.dollars else ""
    adds = "adds" if more.count == 1 else "add"
    if round(more.adds * 100) == 0:
        moves = "moves" if more.count == 1 else "move"
        return f"{number}{price} hardly {moves} the range."
    return f"{number}{price} {adds} {points_words(more.adds)}."


def nearness_words(suggestion: Suggestion) -> str:
    """How near the best list of its size the one found is, by a bound that none can pass."""
    gap = round((suggestion.bound - suggestion.reached) * 100)
    if gap < 1:
        return "No list of this size could do a point better."
    points = "1 point" if gap == 1 else f"{gap} points"
    return f"No list of this size could do more than {points} better."


def what_if_words(
    before: Outlook, after: Outlook, scores: tuple[int, int], settings: Settings
) -> str:
    """The same list at another score."""
    was = range_words(before.low, before.high, settings)
    now = range_words(after.low, after.high, settings)
    moved = bucket_changes(before, after)
    start = f"With {scores[1]} instead of {scores[0]}, the same list: "
    body = f"{was} stays" if was == now else f"{was} becomes {now}"
    rest = "1 program" if moved == 1 else f"{moved} programs" if moved else "no program"
    return f"{start}{body}; {rest} would change between reach, target and likely."


def bucket_changes(before: Outlook, after: Outlook) -> int:
    """How many programs are in another bucket in `after`."""
    both = before.programs.keys() & after.programs.keys()
    return sum(before.programs[key].bucket is not after.programs[key].bucket for key in both)
