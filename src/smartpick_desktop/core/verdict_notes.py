"""The small print of a verdict card: what a score, a figure or a place cannot tell."""

from smartpick_desktop.core.assessment.verdict import FiguresReading, TargetVerdict
from smartpick_desktop.core.bands import ARTICLE
from smartpick_desktop.core.norms import percentile
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.core.specialties import GROUP_WORDS, place


def card_note(scenario: Scenario, verdict: TargetVerdict, reference: Reference) -> str:
    """Every note that the scenario calls for, in one line."""
    step2 = scenario.step2
    notes = [pass_mark_note(scenario, reference)]
    taken = step2 is not None and not step2.planned and "R1" not in verdict.to_address
    if verdict.changes and taken and not notes[0]:
        notes.append("A passed Step 2 CK is not retaken.")
    notes.append(_top_note(scenario, reference))
    if verdict.figures is None:
        notes.append("No figures for this specialty and applicant type: one reading only.")
    else:
        notes.append(_overlap_note(verdict.figures))
    notes.append(_tier_note(verdict, reference))
    return " ".join(note for note in notes if note)


def _top_note(scenario: Scenario, reference: Reference) -> str:
    """What the open-ended top band cannot tell, where it holds half of all who take the exam."""
    score, norms = scenario.step2_score, reference.step2_norms
    lowest = reference.band_schemes[ARTICLE].bands[-1].lowest
    if score is None or score < lowest:
        return ""
    share = 100 - percentile(lowest, norms)
    if share < 50:
        return ""
    return f"{lowest} and over holds {share} % of first-takers: it does not tell a 252 from a 270."


def _overlap_note(figures: FiguresReading) -> str:
    """Said where those who matched did not score higher than those who did not."""
    matched, not_matched = figures.median, figures.not_matched_median
    if matched is None or not_matched is None or not_matched < matched:
        return ""
    return (
        f"Scores barely separate outcomes here: median {matched} matched, "
        f"{not_matched} not matched."
    )


def _tier_note(verdict: TargetVerdict, reference: Reference) -> str:
    """Both tiers, where the article's and the one by outcomes lie far apart."""
    specialty = reference.specialty(verdict.specialty)
    placement = place(specialty, reference.tiers, reference.figures)
    if not placement.differs or placement.index is None:
        return ""
    named = f"tier {placement.article_tier}"
    if placement.article_tier is None and placement.group is not None:
        named = GROUP_WORDS[placement.group]
    return f"The article: {named}; outcomes: {placement.index:.1f} of 9."


def pass_mark_note(scenario: Scenario, reference: Reference) -> str:
    """What an undated score is held to; said where the date decides whether it is a pass."""
    step2 = scenario.step2
    if step2 is None or step2.score is None or step2.taken_on or step2.planned:
        return ""
    latest = max(reference.pass_marks, key=lambda mark: mark.since)
    if step2.score >= latest.score:
        return ""
    since = f"{latest.since.day} {latest.since:%B %Y}"
    return f"{latest.score} is needed for exams since {since}. Enter the date of the exam."
