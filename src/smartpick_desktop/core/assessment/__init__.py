"""The verdict: what the rules and the figures say of a scenario, and what would change it."""
