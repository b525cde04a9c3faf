"""The list checks: what a program list should be looked at for, and why."""

from smartpick_desktop.core.list_checks.check import check_list, unchecked
from smartpick_desktop.core.list_checks.finding import Finding, Goal, Place
from smartpick_desktop.core.list_checks.given import ListInput

__all__ = ["Finding", "Goal", "ListInput", "Place", "check_list", "unchecked"]
