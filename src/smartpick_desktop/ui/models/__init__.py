"""Qt item models over rows that the core made."""
