"""Number lines to draw: made of plain values, so that the core is not measured along."""

from dataclasses import replace

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

BANDS = (
    LineBand(label="Concerning", short_label="Concerning", range_text="under 215", lowest=1),
    LineBand(label="Below average", short_label="Below avg", range_text="215–224", lowest=215),
    LineBand(label="Solid", short_label="Solid", range_text="225–239", lowest=225),
    LineBand(label="Strong", short_label="Strong", range_text="240–249", lowest=240),
    LineBand(label="Highly competitive", short_label="High", range_text="250 and up", lowest=250),
)
PERCENTILES = {
    150: "1st", 160: "1st", 170: "1st", 180: "1st", 190: "1st", 200: "1st", 210: "1st",
    220: "3rd", 230: "9th", 240: "23rd", 250: "44th", 260: "71st", 270: "93rd", 280: "99th",
}  # fmt: skip
ANESTHESIOLOGY = LineRow(
    key="anesthesiology",
    title="Anesthesiology",
    caption="tier 5 of 9 · n 1,219",
    q1=247,
    median=255,
    q3=263,
    not_matched_median=239,
    in_focus=True,
)
INTERNAL_MEDICINE = LineRow(
    key="internal_medicine",
    title="Internal medicine",
    caption="community · tier 3 · n 3,236",
    q1=243,
    median=254,
    q3=262,
    not_matched_median=233,
)
DERMATOLOGY = LineRow(
    key="dermatology",
    title="Dermatology",
    caption="tier 9 of 9 · n 356",
    q1=251,
    median=258,
    q3=266,
    not_matched_median=252,
)
FAMILY_MEDICINE = LineRow(
    key="family_medicine",
    title="Family medicine",
    caption="tier 1 of 9 · n 1,530",
    q1=231,
    median=241,
    q3=251,
    not_matched_median=218,
)
MEDICINE_PEDIATRICS = LineRow(
    key="internal_medicine_pediatrics",
    title="Internal medicine/pediatrics combined",
    caption="tier 4 of 9 · n 300",
    q1=249,
    median=252,
    q3=255,
    not_matched_median=248,
)
UROLOGY = LineRow(
    key="urology",
    title="Urology",
    caption="tier 8 of 9",
    figures_note="2024 means: matched 252, not matched 245",
)
ANCHOR = Anchor(
    score=239,
    label="Most programs are not concerned until here",
    caption="239, anesthesiology, stand-in",
)
FORECAST = Ghost(score=252, label="Forecast 252", kind=GhostKind.FORECAST)
THREE = (ANESTHESIOLOGY, INTERNAL_MEDICINE, DERMATOLOGY)
SIX = (*THREE, FAMILY_MEDICINE, MEDICINE_PEDIATRICS, UROLOGY)
WORDS = {
    State.FINE_AS_IS: "Fine as is",
    State.WORTH_A_PLAN: "Worth a plan",
    State.NEEDS_A_PLAN_FIRST: "Needs a plan first",
}


def line(
    score: int | None,
    rows: tuple[LineRow, ...] = THREE,
    *,
    planned: bool = False,
    anchor: Anchor | None = ANCHOR,
    ghosts: tuple[Ghost, ...] = (FORECAST,),
) -> NumberLine:
    """A number line as the core would give it for `score`."""
    low = 204 if score is None else min(204, score - 12)
    high = 272 if score is None else max(272, score + 12)
    return NumberLine(
        low=low,
        high=high,
        score=score,
        planned=planned,
        noise=6,
        title="Where a score stands" if score is None else f"Where CK {score} stands",
        bands=BANDS,
        pass_mark=218,
        anchor=anchor,
        ghosts=ghosts,
        rows=(_first_takers(score), *(_judged(row, score) for row in rows)),
        ticks=tuple(
            Tick(score=at, percentile_text=text)
            for at, text in PERCENTILES.items()
            if low <= at <= high
        ),
        footnote="Bands: one article’s rule of thumb. Quartiles: US MD seniors, 2026 Match, "
        "secondary transcription.",
        summary=f"CK {score}, plus or minus 6. Band: Strong. About 30th percentile.",
    )


def _first_takers(score: int | None) -> LineRow:
    return LineRow(
        key="",
        title="All first-takers",
        caption="US MD, 2023 to 2026",
        q1=241,
        median=252,
        q3=262,
        verdict_words="241–262" if score is None else "About 30th",
        distance_words="middle half" if score is None else "percentile",
    )


def _judged(row: LineRow, score: int | None) -> LineRow:
    if score is None or row.q1 is None:
        words = f"{row.q1}–{row.q3}" if row.q1 is not None else "Not placed"
        return replace(row, verdict_words=words, distance_words="middle half")
    gap = score - row.q1
    state = State.FINE_AS_IS if gap >= 0 else State.WORTH_A_PLAN
    state = state if gap >= -6 else State.NEEDS_A_PLAN_FIRST
    side = "above" if gap > 0 else "below"
    distance = f"{abs(gap)} {side} lower quartile" if gap else "at the lower quartile"
    return replace(row, state=state, verdict_words=WORDS[state], distance_words=distance)
