"""The verdict: what the rules and the figures say of a scenario, and what would change it."""

from smartpick_desktop.core.assessment.assess import assess

__all__ = ["assess"]
