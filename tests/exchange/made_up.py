"""A small made-up directory, with names and quotas, for tests of files."""

import numpy as np

from smartpick_desktop.core.program_list import SignalTier
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.signals import SignalQuota

NAMES = {"internal_medicine": "Internal medicine", "pediatrics": "Pediatrics"}
PROGRAMS = (
    ("0403800001", "Lakeside Medical Center", "internal_medicine", "Marble Falls", "OH"),
    ("1403800002", "Granite University Hospital", "internal_medicine", "Ossian", "OH"),
    ("3204000003", "Harbor Children's Hospital", "pediatrics", "Saint Orla", "OR"),
    ("3204000004", "Harbor General Hospital", "pediatrics", "Saint Orla", "OR"),
)
QUOTAS = (
    SignalQuota(
        season=2026,
        specialties=frozenset({"internal_medicine"}),
        label="Internal medicine",
        limits={SignalTier.GOLD: 1, SignalTier.SILVER: 2},
    ),
    SignalQuota(
        season=2026,
        specialties=frozenset({"pediatrics"}),
        label="Pediatrics",
        limits={SignalTier.SINGLE: 5},
    ),
)


def made_up_directory() -> Directory:
    """Four programs of two states."""
    numbers, names, specialties, cities, states = zip(*PROGRAMS, strict=True)
    size = len(PROGRAMS)
    blank = ("",) * size
    return Directory(
        source_date="June 2025", attribution="", acgme_numbers=numbers, names=names,
        specialties=specialties, cities=cities, states=states, divisions=blank,
        latitudes=np.zeros(size), longitudes=np.zeros(size), entry_levels=blank,
        match_systems=blank, military=np.zeros(size, dtype=np.bool_), notes=blank,
    )  # fmt: skip
