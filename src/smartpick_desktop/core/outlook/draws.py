"""The draws behind a range: always the same, so that it moves only when the list does."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


@lru_cache(maxsize=4)
def normal_draws(count: int, size: int) -> Floats:
    """`count` draws of `size` standard normal numbers: (count, size), mean 0 and deviation 1.

    Half of them are the other half with the sign turned round. NumPy's own generators stay
    out of the bundle, and these few numbers need no more than a counter that is mixed
    (splitmix64) and turned by Box and Muller.
    """
    half = (count + 1) // 2
    numbers = np.arange(1, 2 * half * size + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        mixed = numbers * np.uint64(_MIX[0])
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(_MIX[1])
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(_MIX[2])
        mixed ^= mixed >> np.uint64(31)
    even = ((mixed >> np.uint64(11)).astype(np.float64) + 0.5) / 2.0**53
    radius, angle = even[: half * size], even[half * size :]
    found = (np.sqrt(-2.0 * np.log(radius)) * np.cos(2.0 * np.pi * angle)).reshape(half, size)
    found /= np.sqrt((found**2).mean(axis=0))
    both: Floats = np.concatenate((found, -found))[:count]
    both.setflags(write=False)
    return both
