"""A number line of plain values, as the core would hand it over for CK 244."""

import pytest

from PySide6.QtWidgets import QApplication

from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.number_line import (
    Anchor,
    Ghost,
    GhostKind,
    LineBand,
    LineRow,
    NumberLine,
    Tick,
)
from smartpick_desktop.ui.theme import Mode, Theme

FIRST_TAKERS = LineRow(
    key="",
    title="All first-takers",
    caption="US MD, 2023 to 2026",
    q1=241,
    median=252,
    q3=262,
    verdict_words="About 30th",
    distance_words="percentile",
)
ANESTHESIOLOGY = LineRow(
    key="anesthesiology",
    title="Anesthesiology",
    caption="tier 5 of 9 · n 1,219",
    q1=247,
    median=255,
    q3=263,
    not_matched_median=239,
    state=State.WORTH_A_PLAN,
    verdict_words="Worth a plan",
    distance_words="3 below lower quartile",
    in_focus=True,
)
DERMATOLOGY = LineRow(
    key="dermatology",
    title="Dermatology",
    caption="tier 9 of 9 · n 356",
    q1=251,
    median=258,
    q3=266,
    not_matched_median=252,
    state=State.NEEDS_A_PLAN_FIRST,
    verdict_words="Needs a plan first",
    distance_words="7 below lower quartile",
)
UROLOGY = LineRow(
    key="urology",
    title="Urology",
    caption="tier 8 of 9",
    figures_note="No figures for DO seniors here",
)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(Mode.LIGHT)


@pytest.fixture
def line() -> NumberLine:
    return NumberLine(
        low=204,
        high=272,
        score=244,
        planned=False,
        noise=6,
        title="Where CK 244 stands",
        bands=(
            LineBand(
                label="Below average", short_label="Below avg", range_text="to 239", lowest=1
            ),
            LineBand(label="Strong", short_label="Strong", range_text="240–249", lowest=240),
            LineBand(label="High", short_label="High", range_text="250 and up", lowest=250),
        ),
        pass_mark=218,
        anchor=Anchor(score=239, label="Not concerned until here", caption="239, stand-in"),
        ghosts=(Ghost(score=252, label="Forecast 252", kind=GhostKind.FORECAST),),
        rows=(FIRST_TAKERS, ANESTHESIOLOGY, DERMATOLOGY, UROLOGY),
        ticks=(
            Tick(score=220, percentile_text="3rd"),
            Tick(score=240, percentile_text="23rd"),
            Tick(score=260, percentile_text="71st"),
        ),
        footnote="Bands: one article’s rule of thumb.",
        summary="CK 244, plus or minus 6. Anesthesiology: Worth a plan.",
    )
