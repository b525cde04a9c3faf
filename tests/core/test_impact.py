"""The impact, 0 to 5: the cell of the table, then M1 to M6 in order, then R1."""

from collections.abc import Callable

import pytest

from smartpick_desktop.core.assessment.verdict import Assessment, TargetVerdict
from smartpick_desktop.core.scenario import Group, Strength, Target

Judge = Callable[..., Assessment]
Verdict = Callable[..., TargetVerdict]

GROUPS = ("less", "moderate", "ultra")
LETTERS_AND_GRADES = ("letters", "clinical_grades")
WITH_MARK_203, WITH_MARK_218 = "2014-06-30", "2025-07-01"


def ids(verdict: TargetVerdict) -> list[str]:
    return [rule.id for rule in verdict.rules]


class TestCell:
    @pytest.mark.parametrize(
        ("score", "levels"),
        [
            (300, (0, 0, 1)), (250, (0, 0, 1)),
            (249, (1, 1, 3)), (240, (1, 1, 3)),
            (239, (2, 2, 4)), (225, (2, 2, 4)),
            (224, (2, 3, 4)), (215, (2, 3, 4)),
            (214, (4, 4, 4)), (1, (4, 4, 4)),
        ],
    )  # fmt: skip
    def test_the_score_and_the_group_give_the_level(
        self, verdict: Verdict, score: int, levels: tuple[int, int, int]
    ) -> None:
        assert tuple(verdict(None, score, group).impact for group in GROUPS) == levels

    @pytest.mark.parametrize(
        ("score", "cell"),
        [(250, "B250"), (249, "B240"), (239, "B225"), (224, "B215"), (214, "B0")],
    )
    @pytest.mark.parametrize("group", GROUPS)
    def test_the_cell_is_named_by_its_lowest_score_and_group(
        self, verdict: Verdict, score: int, cell: str, group: str
    ) -> None:
        assert ids(verdict(None, score, group))[0] == f"{cell}.{group}"

    @pytest.mark.parametrize(
        ("score", "less", "ultra"),
        [(250, 0, 1), (240, 1, 3), (225, 2, 4), (215, 2, 4), (214, 4, 4)],
    )
    def test_without_a_target_both_ends_are_read(
        self, judge: Judge, score: int, less: int, ultra: int
    ) -> None:
        found = judge(None, score)
        assert (found.less_impact, found.ultra_impact) == (less, ultra)
        assert found.verdicts == ()

    def test_an_open_step_2_ck_has_no_level(self, judge: Judge) -> None:
        found = judge(250, None, "dermatology", failed=(1, 0))
        assert (found.less_impact, found.ultra_impact, found.less_state) == (None, None, None)
        [verdict] = found.verdicts
        assert (verdict.impact, verdict.state, verdict.headline, verdict.rules) == (
            None, None, None, (),
        )  # fmt: skip
        assert (verdict.tier, verdict.group) == (9, "ultra")

    def test_a_target_without_a_group_has_no_level(self, judge: Judge) -> None:
        [verdict] = judge(250, 244, "urology").verdicts
        assert (verdict.group, verdict.impact, verdict.state, verdict.rules) == (
            None, None, None, (),
        )  # fmt: skip

    def test_a_specialty_that_is_not_known_any_more_reads_like_one_without_a_group(
        self, judge: Judge
    ) -> None:
        targets = (Target(specialty="gone"), Target(specialty="gone_too", group=Group.ULTRA))
        found = judge(250, 244, *targets).verdicts
        assert [(v.tier, v.group, v.impact, v.figures) for v in found] == [
            (None, None, None, None), (None, "ultra", 3, None),
        ]  # fmt: skip

    @pytest.mark.parametrize("kind", ["us_md", "us_do"])
    def test_md_and_do_read_alike(self, verdict: Verdict, kind: str) -> None:
        assert verdict(None, 239, "moderate", kind=kind).impact == 2


class TestBothLow:
    @pytest.mark.parametrize("group", GROUPS)
    @pytest.mark.parametrize(
        ("step1", "step2", "level"), [(214, 214, 5), (215, 214, 4), (1, 1, 5), (213, 210, 5)]
    )
    def test_m1_needs_both_scores_under_215(
        self, verdict: Verdict, step1: int, step2: int, level: int, group: str
    ) -> None:
        found = verdict(step1, step2, group)
        assert found.impact == level
        assert ("M1" in ids(found)) is (level == 5)

    def test_m1_leaves_step_2_ck_of_215_alone(self, verdict: Verdict) -> None:
        assert ids(verdict(214, 215, "less")) == ["B215.less", "T4"]

    @pytest.mark.parametrize("step1", ["pass", None])
    def test_m1_needs_a_numeric_step_1(self, verdict: Verdict, step1: str | None) -> None:
        assert verdict(step1, 214, "less").impact == 4

    def test_m1_counts_for_a_planned_score(self, verdict: Verdict) -> None:
        assert verdict(214, 214, "less", planned=True).impact == 5


class TestOffsets:
    @pytest.mark.parametrize(
        ("score", "level", "applied"),
        [
            (250, 1, False), (249, 2, True), (240, 2, True), (239, 3, True), (225, 3, True),
            (224, 4, False), (215, 4, False), (214, 4, False),
        ],
    )  # fmt: skip
    def test_m2_takes_a_level_off_from_225_to_249(
        self, verdict: Verdict, score: int, level: int, applied: bool
    ) -> None:
        found = verdict(None, score, "ultra", strengths=LETTERS_AND_GRADES)
        assert (found.impact, "M2" in ids(found)) == (level, applied)

    @pytest.mark.parametrize("group", ["less", "moderate"])
    @pytest.mark.parametrize("score", [240, 225])
    def test_m2_is_for_ultra_alone(self, verdict: Verdict, group: str, score: int) -> None:
        assert "M2" not in ids(verdict(None, score, group, strengths=LETTERS_AND_GRADES))

    @pytest.mark.parametrize(
        ("strengths", "applied"),
        [
            ((), False), (("letters",), False), (("research",), False),
            (("letters", "research"), True),
            (("letters", "clinical_grades"), True), (("research", "school"), True),
            (("clinical_grades", "mspe"), False),
            (("clinical_grades", "mspe", "home_program", "school"), False),
            (("clinical_grades", "us_clinical_experience"), False),
            (tuple(Strength), True),
        ],
    )  # fmt: skip
    def test_m2_needs_two_strengths_with_research_or_letters_among_them(
        self, verdict: Verdict, strengths: tuple[str, ...], applied: bool
    ) -> None:
        assert ("M2" in ids(verdict(None, 245, "ultra", strengths=strengths))) is applied

    @pytest.mark.parametrize("kind", ["us_md", "us_do", "us_img", "non_us_img"])
    @pytest.mark.parametrize("other", [s for s in Strength if s is not Strength.LETTERS])
    def test_m2_counts_every_strength_alike_for_every_applicant_type(
        self, verdict: Verdict, kind: str, other: Strength
    ) -> None:
        found = verdict(None, 245, "ultra", kind=kind, strengths=["letters", other])
        assert found.impact == 2


class TestImg:
    @pytest.mark.parametrize("kind", ["us_img", "non_us_img"])
    @pytest.mark.parametrize(
        ("score", "levels"),
        [(250, (0, 0, 1)), (240, (1, 1, 3)), (239, (3, 3, 5)), (225, (3, 3, 5)),
         (224, (3, 4, 5)), (215, (3, 4, 5)), (214, (5, 5, 5)), (1, (5, 5, 5))],
    )  # fmt: skip
    def test_m3_adds_a_level_under_240(
        self, verdict: Verdict, kind: str, score: int, levels: tuple[int, int, int]
    ) -> None:
        found = [verdict(None, score, group, kind=kind) for group in GROUPS]
        assert tuple(v.impact for v in found) == levels
        assert all(("M3" in ids(v)) is (score < 240) for v in found)

    @pytest.mark.parametrize("kind", ["us_md", "us_do"])
    def test_m3_is_for_imgs_alone(self, verdict: Verdict, kind: str) -> None:
        assert "M3" not in ids(verdict(None, 239, "less", kind=kind))

    def test_after_m1_the_level_stays_at_5(self, verdict: Verdict) -> None:
        found = verdict(210, 210, "less", kind="us_img")
        assert found.impact == 5
        assert ids(found) == ["B0.less", "T4", "M1", "M3"]

    def test_no_end_is_over_5(self, judge: Judge) -> None:
        found = judge(210, 210, kind="us_img")
        assert (found.less_impact, found.ultra_impact) == (5, 5)

    def test_m2_comes_before_m3(self, verdict: Verdict) -> None:
        found = verdict(None, 239, "ultra", kind="non_us_img", strengths=LETTERS_AND_GRADES)
        assert found.impact == 4  # 4, then 3 by M2, then 4 by M3
        assert ids(found) == ["B225.ultra", "M2", "M3"]


class TestAttempts:
    @pytest.mark.parametrize(
        "record", [{"failed": (1, 0)}, {"failed": (0, 1)}, {"failed": (2, 3)}]
    )
    @pytest.mark.parametrize(
        ("score", "levels"),
        [(260, (3, 4, 4)), (225, (3, 4, 4)), (224, (4, 4, 4)), (214, (4, 4, 4))],
    )
    def test_m4_asks_for_4_and_in_less_from_225_on_for_3(
        self, verdict: Verdict, record: dict[str, object], score: int, levels: tuple[int, ...]
    ) -> None:
        found = [verdict("pass", score, group, **record) for group in GROUPS]
        assert tuple(v.impact for v in found) == levels
        assert all("M4" in v.to_address for v in found)

    @pytest.mark.parametrize(("score", "levels"), [(225, (3, 4, 4)), (224, (4, 4, 4))])
    def test_a_failed_step_1_is_a_failed_attempt(
        self, verdict: Verdict, score: int, levels: tuple[int, ...]
    ) -> None:
        assert tuple(verdict("fail", score, group).impact for group in GROUPS) == levels

    @pytest.mark.parametrize("step1", [1, 150, 191, "pass", None])
    def test_no_numeric_step_1_is_a_fail_by_itself(
        self, verdict: Verdict, step1: int | str | None
    ) -> None:
        assert "M4" not in ids(verdict(step1, 260, "less"))

    def test_m4_lowers_nothing(self, verdict: Verdict) -> None:
        assert verdict(210, 210, "less", failed=(1, 0)).impact == 5

    def test_m2_is_of_no_use_against_m4(self, verdict: Verdict) -> None:
        found = verdict(None, 245, "ultra", strengths=LETTERS_AND_GRADES, failed=(0, 1))
        assert found.impact == 4
        assert ids(found) == ["B240.ultra", "M2", "M4"]

    def test_m3_and_m4_do_not_add_up(self, verdict: Verdict) -> None:
        assert verdict(None, 230, "less", kind="us_img", failed=(1, 0)).impact == 3


class TestDrop:
    @pytest.mark.parametrize("concern", ["clerkship_comments", "remediation"])
    @pytest.mark.parametrize("group", GROUPS)
    @pytest.mark.parametrize(
        ("step1", "applied"), [(259, False), (260, True), (261, True), (250, False)]
    )
    def test_m5_asks_for_4_from_a_fall_of_ten_on(
        self, verdict: Verdict, concern: str, group: str, step1: int, applied: bool
    ) -> None:
        found = verdict(step1, 250, group, concerns=[concern])
        assert ("M5" in ids(found), found.impact == 4) == (applied, applied)

    @pytest.mark.parametrize("concern", ["leave", "professionalism", "no_us_connections"])
    def test_m5_heeds_no_other_concern(self, verdict: Verdict, concern: str) -> None:
        assert "M5" not in ids(verdict(270, 250, "less", concerns=[concern]))

    @pytest.mark.parametrize("step1", ["pass", None])
    def test_m5_needs_a_numeric_step_1(self, verdict: Verdict, step1: str | None) -> None:
        assert "M5" not in ids(verdict(step1, 200, "less", concerns=["remediation"]))

    def test_m5_lowers_nothing(self, verdict: Verdict) -> None:
        found = verdict(214, 204, "less", concerns=["remediation"])
        assert (found.impact, ids(found)[2:]) == (5, ["M1", "M5"])


class TestNearPass:
    @pytest.mark.parametrize(
        ("on", "mark"),
        [("2013-07-01", 203), ("2014-07-01", 209), ("2022-07-01", 214), ("2025-07-01", 218)],
    )
    @pytest.mark.parametrize(("over", "applied"), [(-1, False), (0, True), (5, True), (6, False)])
    def test_m6_is_for_a_pass_by_five_points_or_fewer(
        self, verdict: Verdict, on: str, mark: int, over: int, applied: bool
    ) -> None:
        found = verdict(None, mark + over, "less", on=on)
        assert ("M6" in ids(found)) is applied
        assert ("M6" in found.to_address) is applied

    @pytest.mark.parametrize(
        ("score", "levels"), [(223, (3, 4, 4)), (224, (2, 3, 4)), (218, (3, 4, 4))]
    )
    def test_m6_asks_for_3_in_less_and_4_elsewhere(
        self, verdict: Verdict, score: int, levels: tuple[int, ...]
    ) -> None:
        found = tuple(verdict(None, score, group, on=WITH_MARK_218).impact for group in GROUPS)
        assert found == levels

    def test_m6_lowers_nothing(self, verdict: Verdict) -> None:
        assert verdict(None, 208, "less", on=WITH_MARK_203).impact == 4

    @pytest.mark.parametrize("dating", [{}, {"planned": True}, {"on": "2013-06-30"}])
    def test_m6_needs_a_day_with_a_known_pass_mark(
        self, verdict: Verdict, dating: dict[str, object]
    ) -> None:
        assert "M6" not in ids(verdict(None, 220, "less", **dating))


class TestFail:
    @pytest.mark.parametrize(
        ("score", "on", "failed"),
        [
            (202, "2013-07-01", True), (203, "2013-07-01", False),
            (208, "2014-07-01", True), (208, "2014-06-30", False), (209, "2014-07-01", False),
            (213, "2022-07-01", True), (213, "2022-06-30", False), (214, "2022-07-01", False),
            (217, "2025-07-01", True), (217, "2025-06-30", False), (218, "2025-07-01", False),
            (1, "2013-06-30", False),
        ],
    )  # fmt: skip
    def test_r1_is_under_the_pass_mark_of_the_day(
        self, verdict: Verdict, score: int, on: str, failed: bool
    ) -> None:
        found = verdict(None, score, "less", on=on)
        assert ("R1" in ids(found), "R1" in found.to_address) == (failed, failed)
        assert (found.impact == 5) is failed

    @pytest.mark.parametrize("dating", [{}, {"planned": True}])
    def test_r1_needs_a_date(self, verdict: Verdict, dating: dict[str, object]) -> None:
        found = verdict(None, 200, "less", **dating)
        assert (found.impact, "R1" in ids(found)) == (4, False)

    @pytest.mark.parametrize("group", GROUPS)
    @pytest.mark.parametrize("on", [None, "2010-01-01", "2026-01-01"])
    def test_a_fail_without_a_score_reads_5_by_r1_alone(
        self, verdict: Verdict, group: str, on: str | None
    ) -> None:
        found = verdict(250, "fail", group, on=on)
        assert (found.impact, ids(found), found.to_address) == (5, ["R1"], ("R1",))

    def test_r1_holds_whatever_the_band(self, verdict: Verdict) -> None:
        found = verdict(None, 217, "less", on=WITH_MARK_218, strengths=list(Strength))
        assert (found.impact, found.state) == (5, "needs_a_plan_first")

    def test_every_rule_that_applies_is_listed_in_order(self, verdict: Verdict) -> None:
        found = verdict(
            214, 204, "ultra", kind="us_img", on="2025-07-01", failed=(1, 0),
            concerns=["remediation"], strengths=LETTERS_AND_GRADES,
        )  # fmt: skip
        assert ids(found) == ["B0.ultra", "T4", "M1", "M3", "M4", "M5", "R1", "L1"]
        assert found.impact == 5


class TestState:
    @pytest.mark.parametrize(
        ("score", "group", "level", "state"),
        [
            (250, "less", 0, "fine_as_is"), (240, "less", 1, "fine_as_is"),
            (225, "less", 2, "fine_as_is"), (215, "moderate", 3, "worth_a_plan"),
            (225, "ultra", 4, "needs_a_plan_first"),
        ],
    )  # fmt: skip
    def test_the_state_follows_the_level(
        self, verdict: Verdict, score: int, group: str, level: int, state: str
    ) -> None:
        found = verdict(None, score, group)
        assert (found.impact, found.state) == (level, state)

    def test_the_two_ends_have_their_states(self, judge: Judge) -> None:
        found = judge(None, 240)
        assert (found.less_state, found.ultra_state) == ("fine_as_is", "worth_a_plan")
