"""The number line in values: every word and figure that chart and table show."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from smartpick_desktop.core.applicant import Applicant, ApplicantType
from smartpick_desktop.core.assessment import assess
from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.core.exams import PracticeExam, Step2Result
from smartpick_desktop.core.number_line import Ghost, GhostKind, LineRow, NumberLine
from smartpick_desktop.core.number_line_build import number_line
from smartpick_desktop.core.number_line_rows import LineInput
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Group, Scenario, Target

TODAY = date(2026, 9, 1)
FAIL = Step2Result(failed=True)
NO_SCORE = None

LineOf = Callable[..., NumberLine]


@pytest.fixture(scope="module")
def line_of(reference: Reference) -> LineOf:
    """The line of a Step 2 CK result; the first target is in focus."""

    def line(
        step2: Step2Result | int | None,
        *targets: str | Target,
        kind: ApplicantType = ApplicantType.US_MD,
        today: date = TODAY,
        **fields: Any,
    ) -> NumberLine:
        aims = tuple(t if isinstance(t, Target) else Target(specialty=t) for t in targets)
        scenario = Scenario(
            id="a",
            name="Actual",
            step2=Step2Result(score=step2) if isinstance(step2, int) else step2,
            targets=aims,
            **fields,
        )
        applicant = Applicant(
            id="p", code="A-01", applicant_type=kind, scenarios=(scenario,), actual_id="a"
        )
        return number_line(
            LineInput(
                applicant=applicant,
                scenario=scenario,
                assessment=assess(kind, scenario, reference, today=today),
                reference=reference,
                focus=aims[0].specialty if aims else None,
                today=today,
            )
        )

    return line


def row(line: NumberLine, key: str) -> LineRow:
    return next(row for row in line.rows if row.key == key)


@pytest.mark.parametrize(
    ("score", "ends"),
    [
        (NO_SCORE, (204, 272)),
        (210, (204, 272)),
        (209, (190, 272)),
        (192, (180, 272)),
        (191, (170, 272)),
        (266, (204, 272)),
        (267, (204, 280)),
        (268, (204, 280)),
        (269, (204, 290)),
        (300, (204, 320)),
        (1, (-20, 272)),
    ],
)
def test_the_axis_widens_by_tens_once_the_score_and_its_noise_do_not_fit(
    line_of: LineOf, score: int | None, ends: tuple[int, int]
) -> None:
    line = line_of(score)
    assert (line.low, line.high) == ends


def test_a_tick_stands_every_10_points(line_of: LineOf) -> None:
    ticks = [tick.score for tick in line_of(244).ticks]
    assert ticks == [210, 220, 230, 240, 250, 260, 270]


@pytest.mark.parametrize(
    ("score", "first_two"), [(182, [170, 180]), (181, [160, 180]), (120, [100, 120])]
)
def test_ticks_stand_every_20_points_once_the_axis_is_longer_than_110(
    line_of: LineOf, score: int, first_two: list[int]
) -> None:
    assert [tick.score for tick in line_of(score).ticks][:2] == first_two


def test_each_tick_has_its_percentile(line_of: LineOf) -> None:
    ticks = {tick.score: tick.percentile_text for tick in line_of(244).ticks}
    assert ticks[240] == "23rd"


def test_percentiles_end_at_1_and_99(line_of: LineOf) -> None:
    ticks = line_of(300).ticks
    assert (ticks[0].percentile_text, ticks[-1].percentile_text) == ("≤ 1", "≥ 99")


@pytest.mark.parametrize(
    ("step2", "title"),
    [
        (NO_SCORE, "Where a score stands"),
        (244, "Where CK 244 stands"),
        (Step2Result(score=236, planned=True), "Where a planned CK 236 stands"),
        (FAIL, "Step 2 CK: fail, no number"),
    ],
)
def test_the_title_says_what_stands_there(
    line_of: LineOf, step2: Step2Result | int | None, title: str
) -> None:
    assert line_of(step2).title == title


@pytest.mark.parametrize(
    ("step2", "planned"), [(244, False), (Step2Result(score=244, planned=True), True)]
)
def test_a_planned_score_is_marked_as_one(
    line_of: LineOf, step2: Step2Result | int, planned: bool
) -> None:
    assert line_of(step2).planned is planned


def test_the_noise_is_one_standard_error(line_of: LineOf) -> None:
    assert line_of(244).noise == 6


@pytest.mark.parametrize(
    ("taken_on", "mark"),
    [
        (None, 218),
        (date(2025, 7, 1), 218),
        (date(2025, 6, 30), 214),
        (date(2020, 1, 1), 209),
        (date(2013, 6, 30), None),
    ],
)
def test_the_pass_mark_is_that_of_the_exam_else_of_today(
    line_of: LineOf, taken_on: date | None, mark: int | None
) -> None:
    assert line_of(Step2Result(score=244, taken_on=taken_on)).pass_mark == mark


def test_the_bands_of_the_article_have_their_ranges(line_of: LineOf) -> None:
    assert [(band.label, band.range_text, band.lowest) for band in line_of(244).bands] == [
        ("Concerning", "under 215", 1),
        ("Below average", "215–224", 215),
        ("Solid", "225–239", 225),
        ("Strong", "240–249", 240),
        ("Highly competitive", "250 and up", 250),
    ]


def test_bands_of_the_specialty_are_those_of_the_one_in_focus(line_of: LineOf) -> None:
    line = line_of(244, "dermatology", "family_medicine", band_scheme="specialty")
    assert [band.lowest for band in line.bands] == [1, 251, 267]


def test_bands_of_a_specialty_without_figures_give_way_to_the_articles(line_of: LineOf) -> None:
    line = line_of(244, "urology", band_scheme="specialty")
    assert [band.lowest for band in line.bands] == [1, 215, 225, 240, 250]


def test_own_edges_make_own_bands(line_of: LineOf) -> None:
    line = line_of(244, band_scheme="custom", custom_edges=(230, 245))
    assert [band.lowest for band in line.bands] == [1, 230, 245]


def test_the_footnote_names_whose_bands_they_are(line_of: LineOf) -> None:
    assert line_of(244).footnote == "Bands: one article’s rule of thumb."


def test_the_footnote_names_whose_quartiles_they_are(line_of: LineOf) -> None:
    assert line_of(244, "dermatology").footnote == (
        "Bands: one article’s rule of thumb. "
        "Quartiles: US MD seniors, 2026 Match, secondary transcription."
    )


def test_the_footnote_says_that_do_figures_are_means(line_of: LineOf) -> None:
    line = line_of(244, "dermatology", kind=ApplicantType.US_DO)
    assert "Means: US DO seniors, 2024 Match" in line.footnote


@pytest.mark.parametrize(
    ("step2", "words"),
    [
        (244, ("About 30th", "percentile")),
        (300, ("≥ 99", "percentile")),
        (190, ("≤ 1", "percentile")),
        (NO_SCORE, ("241–262", "middle half")),
        (FAIL, ("241–262", "middle half")),
    ],
)
def test_the_first_row_places_the_score_among_all_who_took_the_exam(
    line_of: LineOf, step2: Step2Result | int | None, words: tuple[str, str]
) -> None:
    first = line_of(step2).rows[0]
    assert (first.verdict_words, first.distance_words) == words


def test_the_first_row_is_the_middle_half_of_all_who_took_the_exam(line_of: LineOf) -> None:
    first = line_of(244).rows[0]
    assert (first.q1, first.median, first.q3) == (241, 252, 262)


def test_rows_follow_in_the_order_of_the_targets(line_of: LineOf) -> None:
    line = line_of(244, "dermatology", "anesthesiology")
    assert [row.key for row in line.rows] == ["", "dermatology", "anesthesiology"]


def test_only_the_row_in_focus_is_marked(line_of: LineOf) -> None:
    line = line_of(244, "dermatology", "anesthesiology")
    assert [row.key for row in line.rows if row.in_focus] == ["dermatology"]


def test_a_row_has_quartiles_and_the_median_of_who_did_not_match(line_of: LineOf) -> None:
    found = row(line_of(244, "anesthesiology"), "anesthesiology")
    assert (found.q1, found.median, found.q3, found.not_matched_median) == (247, 255, 263, 239)


def test_a_row_has_its_verdict_in_words(line_of: LineOf) -> None:
    found = row(line_of(244, "dermatology"), "dermatology")
    assert (found.state, found.verdict_words) == (State.WORTH_A_PLAN, "Worth a plan")


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (246, "1 below lower quartile"),
        (247, "at the lower quartile"),
        (248, "1 above lower quartile"),
    ],
)
def test_a_row_says_how_far_the_lower_quartile_is(line_of: LineOf, score: int, words: str) -> None:
    assert row(line_of(score, "anesthesiology"), "anesthesiology").distance_words == words


def test_without_a_score_a_row_says_where_the_middle_half_lies(line_of: LineOf) -> None:
    found = row(line_of(NO_SCORE, "dermatology"), "dermatology")
    assert (found.verdict_words, found.distance_words) == ("251–266", "middle half")


def test_a_fail_without_a_number_has_a_verdict_and_no_distance(line_of: LineOf) -> None:
    found = row(line_of(FAIL, "dermatology"), "dermatology")
    assert (found.verdict_words, found.distance_words) == ("Needs a plan first", "")


def test_a_row_names_tier_and_people(line_of: LineOf) -> None:
    assert row(line_of(244, "dermatology"), "dermatology").caption == "tier 9 of 9 · n 356"


@pytest.mark.parametrize(
    ("key", "caption"),
    [
        ("internal_medicine", "community · tier 3 · n 3,236"),
        ("internal_medicine_academic", "academic · tier 5 · n 3,236"),
    ],
)
def test_both_tracks_of_internal_medicine_are_told_apart(
    line_of: LineOf, key: str, caption: str
) -> None:
    found = row(line_of(244, key), key)
    assert (found.title, found.caption) == ("Internal medicine", caption)


class TestWithoutABox:
    def test_do_means_are_a_note_and_no_box(self, line_of: LineOf) -> None:
        found = row(line_of(244, "dermatology", kind=ApplicantType.US_DO), "dermatology")
        assert (found.figures_note, found.q1, found.not_matched_median) == (
            "2024 means: matched 250, not matched 246",
            None,
            None,
        )

    def test_the_distance_to_a_mean_is_called_one(self, line_of: LineOf) -> None:
        found = row(line_of(244, "dermatology", kind=ApplicantType.US_DO), "dermatology")
        assert found.distance_words == "6 below 2024 mean"

    @pytest.mark.parametrize(
        ("kind", "note"),
        [
            (ApplicantType.US_IMG, "No figures for US IMGs here"),
            (ApplicantType.NON_US_IMG, "No figures for non-US IMGs here"),
        ],
    )
    def test_a_group_without_figures_is_named(
        self, line_of: LineOf, kind: ApplicantType, note: str
    ) -> None:
        assert row(line_of(244, "dermatology", kind=kind), "dermatology").figures_note == note

    def test_a_separate_match_has_no_figures(self, line_of: LineOf) -> None:
        found = row(line_of(244, "urology"), "urology")
        assert (found.figures_note, found.caption) == (
            "No figures for US MD seniors here",
            "no tier",
        )

    def test_a_separate_match_asks_for_its_group(self, line_of: LineOf) -> None:
        found = row(line_of(244, "urology"), "urology")
        assert (found.verdict_words, found.distance_words) == ("Not placed", "set a group")

    def test_a_group_gives_it_a_verdict(self, line_of: LineOf) -> None:
        line = line_of(244, Target(specialty="urology", group=Group.ULTRA))
        assert row(line, "urology").verdict_words == "Worth a plan"

    def test_without_a_score_it_has_nothing_to_say(self, line_of: LineOf) -> None:
        found = row(line_of(NO_SCORE, "urology"), "urology")
        assert (found.verdict_words, found.distance_words) == ("", "")


def test_the_forecast_is_a_ghost_at_its_mean(line_of: LineOf) -> None:
    line = line_of(244, practice=(PracticeExam(score=250), PracticeExam(score=254)))
    assert line.ghosts == (Ghost(score=252, label="Forecast 252", kind=GhostKind.FORECAST),)


def test_without_practice_exams_there_is_no_ghost(line_of: LineOf) -> None:
    assert line_of(244).ghosts == ()


def test_the_anchor_is_that_of_the_specialty_in_focus(line_of: LineOf) -> None:
    anchor = line_of(244, "dermatology", "anesthesiology").anchor
    assert anchor is not None
    assert anchor.caption == "251, Dermatology, stand-in: lower quartile of matched, 2026"


def test_without_a_target_there_is_no_anchor(line_of: LineOf) -> None:
    assert line_of(244).anchor is None


@pytest.mark.parametrize(
    ("step2", "summary"),
    [
        (NO_SCORE, "No Step 2 CK score yet."),
        (FAIL, "Step 2 CK: fail, no number."),
        (
            244,
            (
                "CK 244, plus or minus 6. Band: Strong. About 30th percentile. "
                "Anesthesiology: Fine as is, 3 below lower quartile. "
                "Dermatology: Worth a plan, 7 below lower quartile."
            ),
        ),
    ],
)
def test_the_summary_says_it_all_in_sentences(
    line_of: LineOf, step2: Step2Result | int | None, summary: str
) -> None:
    assert line_of(step2, "anesthesiology", "dermatology").summary == summary


def test_the_summary_leaves_out_a_distance_that_is_not_known(line_of: LineOf) -> None:
    line = line_of(244, "dermatology", kind=ApplicantType.US_IMG)
    assert line.summary.endswith("Dermatology: Worth a plan.")
