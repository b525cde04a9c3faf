"""The reading by published figures: observed rates, quartiles, means, and what lies near."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.assessment.assess import headline
from smartpick_desktop.core.assessment.verdict import FiguresReading, State, TargetVerdict
from smartpick_desktop.core.figures import Figures, MatchRate, ScoreFigures
from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Reading

Verdict = Callable[..., TargetVerdict]

FINE, WORTH, NEEDS = State.FINE_AS_IS, State.WORTH_A_PLAN, State.NEEDS_A_PLAN_FIRST
SEPARATE = ("urology", "ophthalmology", "thoracic_surgery_independent")


def of(verdict: TargetVerdict) -> FiguresReading:
    assert verdict.figures is not None
    return verdict.figures


def with_rate(
    reference: Reference, percent: int | None, people: int = 100, lowest: int = 230
) -> Reference:
    """The reference with one made-up rate for neurology, and quartiles that disagree with it."""
    rate = MatchRate(
        specialty="neurology", band="230-239", lowest=lowest, highest=lowest + 9, people=people,
        percent=percent, years="2020-2024", source_ids=(),
    )  # fmt: skip
    return replace(reference, figures=replace(reference.figures, rates=(rate,)))


def with_quartiles(
    reference: Reference, q1: int | None, not_matched: int | None, kind: str = "us_md"
) -> Reference:
    """The reference with made-up quartiles for neurology, and no rates."""
    made_up = ScoreFigures(
        specialty="neurology", applicant_type=ApplicantType(kind), year=2026, n_matched=571,
        n_not_matched=36, q1=q1, median=q1, q3=q1, not_matched_median=not_matched,
        is_means=False, confidence="", source_ids=("x",),
    )  # fmt: skip
    return replace(reference, figures=Figures(scores=(made_up,), rates=()))


class TestRates:
    @pytest.mark.parametrize(
        ("percent", "state"),
        [(100, FINE), (90, FINE), (89, WORTH), (75, WORTH), (74, NEEDS), (0, NEEDS)],
    )
    def test_90_percent_is_fine_and_75_worth_a_plan(
        self, verdict: Verdict, reference: Reference, percent: int, state: State
    ) -> None:
        rules = with_rate(reference, percent)
        assert of(verdict(None, 235, "neurology", rules=rules)).state is state

    @pytest.mark.parametrize(("people", "state"), [(30, FINE), (29, WORTH)])
    def test_a_rate_of_fewer_than_30_people_gives_way_to_the_quartiles(
        self, verdict: Verdict, reference: Reference, people: int, state: State
    ) -> None:
        found = of(verdict(None, 235, "neurology", rules=with_rate(reference, 99, people)))
        assert (found.state, found.rate is None) == (state, people < 30)

    def test_a_rate_that_is_not_given_gives_way_to_the_quartiles(
        self, verdict: Verdict, reference: Reference
    ) -> None:
        found = of(verdict(None, 235, "neurology", rules=with_rate(reference, None)))
        assert (found.state, found.rate) == (WORTH, None)

    @pytest.mark.parametrize(
        ("score", "rests_on_rate"), [(229, False), (230, True), (239, True), (240, False)]
    )
    def test_the_rate_is_that_of_the_scores_own_band(
        self, verdict: Verdict, reference: Reference, score: int, rests_on_rate: bool
    ) -> None:
        found = of(verdict(None, score, "neurology", rules=with_rate(reference, 50)))
        assert (found.rate is not None) is rests_on_rate

    @pytest.mark.parametrize("kind", ["us_do", "non_us_img"])
    def test_the_rates_of_us_md_seniors_are_for_them_alone(
        self, verdict: Verdict, kind: str
    ) -> None:
        assert of(verdict(None, 235, "neurology", kind=kind)).rate is None

    def test_a_rate_comes_with_its_people_band_and_years(self, verdict: Verdict) -> None:
        rate = of(verdict(None, 224, "emergency_medicine")).rate
        assert rate is not None
        assert (rate.percent, rate.n, rate.band, rate.years) == (87, 453, "220-229", "2020-2024")

    @pytest.mark.parametrize(
        ("score", "text"),
        [
            (199, "with under 200 matched"),
            (250, "with 250 or more matched"),
            (201, "with 200–209 matched"),
        ],
    )
    def test_the_open_bands_are_put_into_words(
        self, verdict: Verdict, reference: Reference, score: int, text: str
    ) -> None:
        rates = tuple(replace(rate, people=50, percent=50) for rate in reference.figures.rates)
        rules = replace(reference, figures=replace(reference.figures, rates=rates))
        assert text in of(verdict(None, score, "family_medicine", rules=rules)).basis

    @pytest.mark.parametrize(
        ("target", "name"),
        [("internal_medicine", "internal medicine"), ("obstetrics_gynecology", "OB-GYN"),
         ("physical_medicine_rehabilitation", "PM&R")],
    )  # fmt: skip
    def test_a_specialty_is_named_as_in_a_sentence(
        self, verdict: Verdict, target: str, name: str
    ) -> None:
        assert f"who ranked {name} with" in of(verdict(None, 245, target)).basis


class TestQuartiles:
    @pytest.mark.parametrize(
        ("score", "state"),
        [(242, FINE), (241, WORTH), (232, WORTH), (231, NEEDS), (300, FINE), (1, NEEDS)],
    )
    def test_q1_is_fine_and_the_not_matched_median_worth_a_plan(
        self, verdict: Verdict, reference: Reference, score: int, state: State
    ) -> None:
        rules = with_quartiles(reference, 242, 232)
        assert of(verdict(None, score, "neurology", rules=rules)).state is state

    @pytest.mark.parametrize(("score", "state"), [(242, FINE), (241, WORTH), (1, WORTH)])
    def test_without_a_not_matched_median_anything_under_q1_is_worth_a_plan(
        self, verdict: Verdict, reference: Reference, score: int, state: State
    ) -> None:
        rules = with_quartiles(reference, 242, None)
        assert of(verdict(None, score, "neurology", rules=rules)).state is state

    @pytest.mark.parametrize(("score", "state"), [(242, FINE), (243, FINE), (241, NEEDS)])
    def test_a_not_matched_median_over_q1_leaves_nothing_between(
        self, verdict: Verdict, reference: Reference, score: int, state: State
    ) -> None:
        rules = with_quartiles(reference, 242, 244)
        assert of(verdict(None, score, "neurology", rules=rules)).state is state

    @pytest.mark.parametrize(("score", "state"), [(229, FINE), (228, NEEDS)])
    def test_non_us_imgs_are_read_by_their_own_quartiles(
        self, verdict: Verdict, score: int, state: State
    ) -> None:
        found = of(verdict(None, score, "psychiatry", kind="non_us_img"))
        assert (found.state, found.q1, found.not_matched_median) == (state, 229, 237)
        assert (found.median, found.q3, found.year) == (241, 255, 2026)

    def test_the_quartiles_quoted_have_their_people_and_year(self, verdict: Verdict) -> None:
        found = of(verdict(None, 238, "psychiatry", kind="non_us_img"))
        assert found.basis == (
            "Lower quartile of 171 matched non-US IMGs in psychiatry: 229; "
            "median of 126 not matched: 237; 2026 Match."
        )

    def test_what_decides_over_the_figures_is_said(self, verdict: Verdict) -> None:
        assert of(verdict(None, 244, "family_medicine")).basis.endswith("2020–24.")
        again = of(verdict(None, 244, "family_medicine", failed=(1, 0)))
        assert again.basis.endswith("At least worth a plan by a failed attempt.")
        failed = of(verdict(None, 210, "family_medicine", on="2026-01-01"))
        assert failed.basis.endswith("A fail needs a plan first, whatever the figures.")

    def test_a_group_without_q1_has_no_reading(
        self, verdict: Verdict, reference: Reference
    ) -> None:
        assert verdict(None, 250, "dermatology", kind="non_us_img").figures is None
        rules = with_quartiles(reference, None, 240)
        assert verdict(None, 250, "neurology", rules=rules).figures is None

    def test_an_unknown_count_is_left_out(self, verdict: Verdict, reference: Reference) -> None:
        rules = with_quartiles(reference, 242, 232)
        [only] = rules.figures.scores
        unknown = replace(
            rules, figures=Figures(scores=(replace(only, n_matched=None),), rates=())
        )
        found = of(verdict(None, 250, "neurology", rules=unknown))
        assert found.basis.startswith("Lower quartile of matched US MD seniors")

    def test_academic_internal_medicine_shares_the_figures(self, verdict: Verdict) -> None:
        academic, community = (
            of(verdict(None, 238, target))
            for target in ("internal_medicine_academic", "internal_medicine")
        )
        assert academic == community

    def test_a_separate_match_has_no_figures(self, verdict: Verdict) -> None:
        assert all(verdict(None, 250, target).figures is None for target in SEPARATE)

    def test_us_imgs_have_no_figures(self, verdict: Verdict, reference: Reference) -> None:
        assert all(
            verdict(None, 250, target, kind="us_img").figures is None
            for target in reference.specialties
        )


class TestMeans:
    @pytest.mark.parametrize(
        ("score", "state"), [(251, FINE), (250, WORTH), (239, WORTH), (238, NEEDS)]
    )
    def test_us_dos_are_read_by_the_means_of_2024(
        self, verdict: Verdict, score: int, state: State
    ) -> None:
        found = of(verdict(None, score, "anesthesiology", kind="us_do"))
        assert (found.state, found.year, found.is_means) == (state, 2024, True)
        assert (found.q1, found.median, found.q3, found.not_matched_median) == (
            251,
            None,
            None,
            239,
        )

    @pytest.mark.parametrize(("score", "state"), [(240, FINE), (239, WORTH), (180, WORTH)])
    def test_without_a_not_matched_mean_anything_lower_is_worth_a_plan(
        self, verdict: Verdict, score: int, state: State
    ) -> None:
        assert of(verdict(None, score, "family_medicine", kind="us_do")).state is state

    def test_the_means_quoted_have_their_people_and_year(self, verdict: Verdict) -> None:
        found = of(verdict(None, 245, "anesthesiology", kind="us_do"))
        assert found.basis == (
            "Mean of 252 matched US DO seniors in anesthesiology: 251, of who did not 239, 2024. "
            "Good to about 3 points."
        )

    def test_a_specialty_that_no_do_mean_is_given_for_has_no_reading(
        self, verdict: Verdict
    ) -> None:
        assert verdict(None, 250, "plastic_surgery", kind="us_do").figures is None


class TestRulesOnTop:
    @pytest.mark.parametrize("target", ["family_medicine", "dermatology"])
    @pytest.mark.parametrize("result", [{"step2": 217, "on": "2025-07-01"}, {"step2": "fail"}])
    def test_a_fail_needs_a_plan_first(
        self, verdict: Verdict, target: str, result: dict[str, object]
    ) -> None:
        step2, on = result["step2"], result.get("on")
        assert of(verdict(None, step2, target, on=on)).state is NEEDS

    @pytest.mark.parametrize(("on", "state"), [("2025-06-30", FINE), ("2025-07-01", NEEDS)])
    def test_a_fail_is_read_by_the_mark_of_its_day(
        self, verdict: Verdict, on: str, state: State
    ) -> None:
        assert of(verdict(None, 217, "family_medicine", on=on)).state is state

    @pytest.mark.parametrize(
        ("score", "state"), [(260, WORTH), (224, WORTH), (210, WORTH), (205, NEEDS)]
    )
    def test_a_failed_attempt_is_at_least_worth_a_plan(
        self, verdict: Verdict, score: int, state: State
    ) -> None:
        assert of(verdict(None, score, "family_medicine", failed=(0, 1))).state is state

    @pytest.mark.parametrize("step1", ["pass", "fail"])
    def test_a_failed_step_1_is_a_failed_attempt(self, verdict: Verdict, step1: str) -> None:
        found = of(verdict(step1, 260, "family_medicine"))
        assert found.state is (WORTH if step1 == "fail" else FINE)

    def test_a_failed_attempt_softens_nothing(self, verdict: Verdict) -> None:
        assert of(verdict(None, 235, "dermatology", failed=(1, 0))).state is NEEDS

    @pytest.mark.parametrize(("step1", "state"), [(259, FINE), (260, WORTH)])
    def test_a_large_fall_with_concerns_is_at_least_worth_a_plan(
        self, verdict: Verdict, step1: int, state: State
    ) -> None:
        found = verdict(step1, 250, "family_medicine", concerns=["clerkship_comments"])
        assert of(found).state is state

    @pytest.mark.parametrize("concerns", [(), ("leave",), ("professionalism",)])
    def test_a_large_fall_alone_changes_nothing(
        self, verdict: Verdict, concerns: tuple[str, ...]
    ) -> None:
        assert of(verdict(280, 250, "family_medicine", concerns=concerns)).state is FINE

    def test_neither_offsets_nor_a_near_pass_change_the_reading(self, verdict: Verdict) -> None:
        found = verdict(None, 218, "family_medicine", on="2025-07-01", kind="us_md")
        assert "M6" in found.to_address
        assert of(found).state is FINE  # 94 % of 347

    def test_an_open_step_2_ck_has_figures_and_no_state(self, verdict: Verdict) -> None:
        found = of(verdict(250, None, "dermatology"))
        assert (found.state, found.near_the_line, found.rate, found.q1) == (None, None, None, 251)


class TestNearTheLine:
    @pytest.mark.parametrize(
        ("score", "near"),
        [
            (225, False), (226, True), (232, True), (235, True), (236, True), (238, True),
            (239, False), (243, False), (244, True), (250, True), (256, True), (257, False),
        ],
    )  # fmt: skip
    def test_a_line_six_points_away_is_near_and_seven_is_not(
        self, verdict: Verdict, reference: Reference, score: int, near: bool
    ) -> None:
        rules = with_quartiles(reference, 250, 232)
        assert of(verdict(None, score, "neurology", rules=rules)).near_the_line is near

    @pytest.mark.parametrize(
        ("score", "near"), [(223, False), (224, True), (229, True), (236, True), (237, False)]
    )
    def test_the_edge_of_a_rates_band_is_a_line_where_the_state_changes(
        self, verdict: Verdict, reference: Reference, score: int, near: bool
    ) -> None:
        low, high = (
            with_rate(reference, percent, lowest=at).figures.rates
            for percent, at in ((50, 220), (95, 230))
        )
        rules = replace(reference, figures=replace(reference.figures, rates=(*low, *high)))
        [md] = [
            f
            for f in rules.figures.scores
            if f.specialty == "neurology" and f.applicant_type == "us_md"
        ]
        calm = replace(md, q1=230, not_matched_median=220)
        rules = replace(rules, figures=replace(rules.figures, scores=(calm,)))
        assert of(verdict(None, score, "neurology", rules=rules)).near_the_line is near

    def test_the_edge_of_a_band_is_no_line_where_the_state_stays(self, verdict: Verdict) -> None:
        found = of(verdict(None, 240, "dermatology"))  # 59 % under it, 67 % from it on
        assert (found.state, found.near_the_line) == (NEEDS, False)

    @pytest.mark.parametrize(("on", "near"), [(None, False), ("2025-07-01", True)])
    def test_a_pass_mark_is_a_line(self, verdict: Verdict, on: str | None, near: bool) -> None:
        found = of(verdict(None, 223, "family_medicine", on=on))
        assert (found.state, found.near_the_line) == (FINE, near)

    @pytest.mark.parametrize(
        ("score", "near"), [(211, False), (212, True), (217, True), (224, True), (225, False)]
    )
    def test_the_pass_mark_is_near_on_both_sides(
        self, verdict: Verdict, score: int, near: bool
    ) -> None:
        found = verdict(None, score, "family_medicine", on="2025-07-01")
        assert of(found).near_the_line is near

    @pytest.mark.parametrize("score", [1, 6, 294, 300])
    def test_the_ends_of_the_scale_are_no_lines(self, verdict: Verdict, score: int) -> None:
        assert of(verdict(None, score, "dermatology")).near_the_line is False

    def test_a_fail_without_a_score_is_near_nothing(self, verdict: Verdict) -> None:
        assert of(verdict(None, "fail", "dermatology")).near_the_line is False

    def test_how_near_is_the_noise_of_one_score(
        self, verdict: Verdict, reference: Reference
    ) -> None:
        rules = with_quartiles(reference, 250, None)
        wide = replace(rules, noise=replace(rules.noise, standard_error=10))
        found = [of(verdict(None, 240, "neurology", rules=r)).near_the_line for r in (rules, wide)]
        assert found == [False, True]


class TestHeadline:
    @pytest.mark.parametrize(
        ("article", "figures", "heads"),
        [
            (FINE, FINE, (FINE, FINE, FINE)),
            (FINE, NEEDS, (FINE, NEEDS, NEEDS)),
            (NEEDS, FINE, (NEEDS, FINE, NEEDS)),
            (WORTH, FINE, (WORTH, FINE, WORTH)),
            (FINE, None, (FINE, FINE, FINE)),
            (NEEDS, None, (NEEDS, NEEDS, NEEDS)),
            (None, WORTH, (WORTH, WORTH, WORTH)),
            (None, None, (None, None, None)),
        ],
    )
    def test_it_follows_the_chosen_reading_where_there_is_one(
        self, article: State | None, figures: State | None, heads: tuple[State | None, ...]
    ) -> None:
        assert tuple(headline(article, figures, reading) for reading in Reading) == heads

    @pytest.mark.parametrize(
        ("score", "target", "reading", "heads", "note"),
        [
            (238, "anesthesiology", "article", FINE, "The figures are stricter"),
            (238, "anesthesiology", "figures", WORTH, None),
            (238, "anesthesiology", "stricter", WORTH, None),
            (235, "radiation_oncology", "article", NEEDS, None),
            (235, "radiation_oncology", "figures", FINE, "The article is stricter"),
            (235, "radiation_oncology", "stricter", NEEDS, None),
        ],
    )
    def test_the_reading_that_is_stricter_than_the_headline_is_noted(
        self,
        verdict: Verdict,
        score: int,
        target: str,
        reading: str,
        heads: State,
        note: str | None,
    ) -> None:
        found = verdict(None, score, target, reading=reading)
        assert found.headline is heads
        assert (found.stricter_note or "").startswith(note or "")
        assert (found.stricter_note is None) is (note is None)

    @pytest.mark.parametrize("reading", list(Reading))
    def test_where_both_agree_there_is_no_note(self, verdict: Verdict, reading: Reading) -> None:
        found = verdict(None, 238, "dermatology", reading=reading)
        assert (found.headline, found.stricter_note) == (NEEDS, None)

    @pytest.mark.parametrize("reading", list(Reading))
    def test_without_figures_the_article_leads(self, verdict: Verdict, reading: Reading) -> None:
        found = verdict(None, 238, "dermatology", kind="us_img", reading=reading)
        assert (found.figures, found.headline, found.stricter_note) == (None, NEEDS, None)
