"""Setting a finding of the list checks aside with a reason, and bringing it back."""

from dataclasses import replace

from smartpick_desktop.core.list_checks.finding import Finding
from smartpick_desktop.core.list_edits import ListEdit
from smartpick_desktop.core.scenario import Dismissal, Scenario
from smartpick_desktop.core.signals import Refusal


def dismiss(scenario: Scenario, finding: Finding, reason: str) -> ListEdit | Refusal:
    """Set `finding` aside because of `reason`, which is printed later and cannot be empty."""
    words = " ".join(reason.split())
    if not words:
        return Refusal(message="A few words are needed: they are printed with the list.")
    made = Dismissal(check=finding.check, subject=finding.subject, reason=words)
    after = replace(scenario, dismissals=(*_others(scenario, finding), made))
    return ListEdit(text=f"Set aside “{finding.title}”", after=after)


def bring_back(scenario: Scenario, finding: Finding) -> ListEdit:
    """Let `finding` speak again."""
    after = replace(scenario, dismissals=_others(scenario, finding))
    return ListEdit(text=f"Bring back “{finding.title}”", after=after)


def _others(scenario: Scenario, finding: Finding) -> tuple[Dismissal, ...]:
    key = (finding.check, finding.subject)
    return tuple(each for each in scenario.dismissals if (each.check, each.subject) != key)
