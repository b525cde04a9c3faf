"""Tiers and groups: the article's, and the index from outcomes beside them."""

from dataclasses import replace

import pytest

from smartpick_desktop.core.reference import Reference
from smartpick_desktop.core.scenario import Group
from smartpick_desktop.core.specialties import (
    GroupEdges,
    OutcomeIndex,
    Placement,
    Specialty,
    place,
)

ARTICLE_TIERS = {
    "family_medicine": 1, "pediatrics": 2, "psychiatry": 3, "internal_medicine": 3,
    "neurology": 4, "anesthesiology": 5, "general_surgery": 6, "emergency_medicine": 6,
    "orthopaedic_surgery": 8, "dermatology": 9, "internal_medicine_academic": 5,
}  # fmt: skip
INDEX_TIERS = {
    "obstetrics_gynecology": (5.0, 5), "physical_medicine_rehabilitation": (5.3, 5),
    "internal_medicine_pediatrics": (4.9, 5), "diagnostic_radiology": (4.5, 5),
    "interventional_radiology": (5.0, 5), "vascular_surgery": (5.2, 5), "pathology": (3.4, 3),
    "child_neurology": (2.9, 3), "neurological_surgery": (7.6, 8), "otolaryngology": (7.3, 7),
    "plastic_surgery": (9.0, 9), "thoracic_surgery": (9.0, 9), "radiation_oncology": (2.9, 3),
}  # fmt: skip
GROUPS = {
    "ultra": ("dermatology", "orthopaedic_surgery", "plastic_surgery", "otolaryngology",
              "radiation_oncology", "neurological_surgery", "thoracic_surgery"),
    "moderate": ("anesthesiology", "emergency_medicine", "diagnostic_radiology",
                 "interventional_radiology", "internal_medicine_academic", "neurology",
                 "general_surgery", "obstetrics_gynecology", "physical_medicine_rehabilitation",
                 "internal_medicine_pediatrics", "vascular_surgery"),
    "less": ("family_medicine", "pediatrics", "psychiatry", "internal_medicine", "pathology",
             "child_neurology"),
}  # fmt: skip
WITHOUT_FIGURES = (
    "urology", "ophthalmology", "nuclear_medicine", "medical_genetics_and_genomics",
    "plastic_surgery_independent", "thoracic_surgery_independent",
    "interventional_radiology_independent", "public_health_preventive_medicine",
    "occupational_environmental_medicine", "osteopathic_neuromusculoskeletal_medicine",
)  # fmt: skip


def placed(reference: Reference, key: str, own_group: Group | None = None) -> Placement:
    specialty = reference.specialties[key]
    return place(specialty, reference.tiers, reference.figures, own_group)


@pytest.mark.parametrize(("key", "tier"), ARTICLE_TIERS.items())
def test_the_articles_number_is_the_tier(reference: Reference, key: str, tier: int) -> None:
    found = placed(reference, key)
    assert (found.tier, found.article_tier) == (tier, tier)


@pytest.mark.parametrize(("key", "expected"), INDEX_TIERS.items())
def test_the_index_places_what_the_article_leaves_out(
    reference: Reference, key: str, expected: tuple[float, int]
) -> None:
    found = placed(reference, key)
    assert found.index is not None
    assert (round(found.index, 1), found.tier, found.article_tier) == (*expected, None)


@pytest.mark.parametrize(
    ("key", "group"), [(key, group) for group, keys in GROUPS.items() for key in keys]
)
def test_the_group_is_the_named_one_else_by_tier(
    reference: Reference, key: str, group: str
) -> None:
    assert placed(reference, key).group == group


def test_every_specialty_is_in_one_of_the_lists_above(reference: Reference) -> None:
    listed = {*WITHOUT_FIGURES, *(key for keys in GROUPS.values() for key in keys)}
    assert listed == set(reference.specialties)


@pytest.mark.parametrize("key", WITHOUT_FIGURES)
def test_a_specialty_without_figures_has_no_place_of_its_own(
    reference: Reference, key: str
) -> None:
    assert placed(reference, key) == Placement(
        tier=None, group=None, article_tier=None, index=None, differs=False
    )


@pytest.mark.parametrize("group", list(Group))
def test_the_users_group_counts_where_there_is_no_other(
    reference: Reference, group: Group
) -> None:
    assert placed(reference, "urology", group).group is group


@pytest.mark.parametrize(
    ("key", "group"),
    [
        ("dermatology", "ultra"),
        ("neurology", "moderate"),
        ("pathology", "less"),
        ("radiation_oncology", "ultra"),
    ],
)
def test_the_users_group_never_replaces_another(
    reference: Reference, key: str, group: str
) -> None:
    for own in Group:
        assert placed(reference, key, own).group == group


@pytest.mark.parametrize(
    ("tier", "group"),
    [(1, "less"), (3, "less"), (4, "moderate"), (6, "moderate"), (7, "ultra"), (9, "ultra")],
)
def test_tiers_up_to_3_are_less_and_from_7_on_ultra_competitive(
    reference: Reference, tier: int, group: str
) -> None:
    assert reference.tiers.groups.group(tier) == group


def test_group_edges_upside_down_are_refused() -> None:
    with pytest.raises(ValueError, match="upside down"):
        GroupEdges(less_up_to=4, moderate_up_to=3)


@pytest.mark.parametrize("tier", [0, 10])
def test_a_tier_outside_1_to_9_is_refused(reference: Reference, tier: int) -> None:
    with pytest.raises(ValueError, match=f"tier {tier} of neurology"):
        replace(reference.tiers, article_tiers={"neurology": tier})


def test_the_two_schemes_differ_in_emergency_medicine_and_radiation_oncology(
    reference: Reference,
) -> None:
    differing = {key for key in reference.specialties if placed(reference, key).differs}
    assert differing == {"emergency_medicine", "radiation_oncology"}
    assert round(placed(reference, "emergency_medicine").index or 0, 1) == 3.1


@pytest.mark.parametrize(
    ("index", "differs"),
    [(2.0, True), (2.01, False), (4.0, False), (5.99, False), (6.0, True), (6.5, True)],
)
def test_the_schemes_differ_from_two_tiers_apart_on(
    reference: Reference, index: float, differs: bool
) -> None:
    assert at_index(reference, "neurology", index).differs is differs


@pytest.mark.parametrize(
    ("key", "index", "differs"),
    [
        ("otolaryngology", 5.0, True), ("otolaryngology", 5.1, False),
        ("diagnostic_radiology", 2.0, True), ("diagnostic_radiology", 2.1, False),
        ("diagnostic_radiology", 7.9, False), ("diagnostic_radiology", 8.0, True),
        ("pathology", 9.0, False),
    ],
)  # fmt: skip
def test_where_only_the_group_is_named_its_nearest_tier_is_compared(
    reference: Reference, key: str, index: float, differs: bool
) -> None:
    assert at_index(reference, key, index).differs is differs


@pytest.mark.parametrize(
    ("index", "tier"), [(2.49, 2), (2.5, 3), (3.5, 4), (4.5, 5), (1.0, 1), (8.6, 9)]
)
def test_the_index_is_rounded_half_up(reference: Reference, index: float, tier: int) -> None:
    assert at_index(reference, "pathology", index).tier == tier


@pytest.mark.parametrize(("raw", "held"), [(-3.0, 1), (0.9, 1), (9.4, 9), (40.0, 9)])
def test_the_index_is_held_within_1_and_9(reference: Reference, raw: float, held: int) -> None:
    assert at_index(reference, "pathology", raw).index == held


def test_a_suppressed_count_of_not_matched_is_taken_as_none(reference: Reference) -> None:
    index = placed(reference, "child_neurology").index
    assert index == pytest.approx(-32.06 + 0.1391 * 251)


def test_the_index_rests_on_us_md_seniors(reference: Reference) -> None:
    index = placed(reference, "psychiatry").index
    assert index == pytest.approx(-32.06 + 0.1391 * 247 + 14.91 * 74 / (1075 + 74))


def test_academic_internal_medicine_shares_the_figures_of_internal_medicine(
    reference: Reference,
) -> None:
    academic, community = (
        placed(reference, key) for key in ("internal_medicine_academic", "internal_medicine")
    )
    assert academic.index == community.index


def test_means_have_no_index(reference: Reference) -> None:
    means = [figures for figures in reference.figures.scores if figures.is_means]
    assert means
    assert all(reference.tiers.index.of(figures) is None for figures in means)


def at_index(reference: Reference, key: str, index: float) -> Placement:
    """Where `key` would stand if the index of every specialty were `index`."""
    flat = OutcomeIndex(
        intercept=index, per_median_point=0.0, per_not_matched_share=0.0, differs_from=2.0
    )
    rules = replace(reference.tiers, index=flat)
    return place(reference.specialties[key], rules, reference.figures)


def test_a_specialty_has_its_name_and_one_not_known_any_more_its_key(
    reference: Reference,
) -> None:
    names = [reference.specialty_name(key) for key in ("obstetrics_gynecology", "space_medicine")]
    assert names == ["OB-GYN", "Space medicine"]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("internal_medicine", "Internal medicine"),
        ("internal_medicine_academic", "Internal medicine, academic"),
        ("dermatology", "Dermatology"),
    ],
)
def test_a_short_name_drops_the_usual_track(reference: Reference, key: str, name: str) -> None:
    assert reference.short_name(key) == name


def test_a_specialty_the_figures_do_not_know_has_no_index(reference: Reference) -> None:
    unknown = Specialty(key="x", name="X", directory_name=None, figures_key="x")
    assert place(unknown, reference.tiers, reference.figures).tier is None
