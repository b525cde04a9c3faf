"""Moments of the start, printed for the benchmark that asks for them."""

import os
import sys
import time

VARIABLE = "SMARTPICK_MARKS"


def mark(moment: str) -> None:
    """Print the moment in milliseconds of the system's steady clock, if anyone asked for it."""
    if os.environ.get(VARIABLE):
        milliseconds = (
            time.clock_gettime(time.CLOCK_MONOTONIC) * 1000
            if hasattr(time, "clock_gettime")
            else time.perf_counter() * 1000
        )
        sys.stdout.write(f"{moment}: {milliseconds:.1f}\n")
        sys.stdout.flush()
