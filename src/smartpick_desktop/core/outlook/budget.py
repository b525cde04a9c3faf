"""How many programs of one specialty a sum of dollars buys."""

from smartpick_desktop.core.fees import SeasonFees

_MOST = 5000


def programs_for(dollars: int, fees: SeasonFees) -> int:
    """The most programs of one specialty that cost no more than `dollars`.

    Fees go by the count alone, so that a budget is a count and no knapsack has to be packed.
    """
    count = 0
    while count < _MOST and fees.specialty_cost(count + 1) <= dollars:
        count += 1
    return count
