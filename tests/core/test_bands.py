"""Bands: the edges of each scheme, and bands of the user's own and of a specialty."""

import pytest

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.bands import (
    Band,
    BandScheme,
    custom_scheme,
    edges_from_text,
    specialty_scheme,
)
from smartpick_desktop.core.reference import Reference


def keys_of(scheme: BandScheme) -> list[str]:
    return [band.key for band in scheme.bands]


def of_specialty(reference: Reference, specialty: str, kind: str = "us_md") -> BandScheme | None:
    figures = reference.score_figures(specialty, ApplicantType(kind))
    return specialty_scheme(figures) if figures else None


@pytest.mark.parametrize(
    ("score", "key"),
    [
        (1, "concerning"), (214, "concerning"), (215, "below_average"), (224, "below_average"),
        (225, "solid"), (239, "solid"), (240, "strong"), (249, "strong"),
        (250, "highly_competitive"), (300, "highly_competitive"),
    ],
)  # fmt: skip
def test_the_articles_bands_begin_at_215_225_240_and_250(
    reference: Reference, score: int, key: str
) -> None:
    assert reference.band_schemes["article"].band(score).key == key


@pytest.mark.parametrize(
    ("score", "key"),
    [
        (1, "under_220"), (219, "under_220"), (220, "220_to_234"), (234, "220_to_234"),
        (235, "235_to_244"), (244, "235_to_244"), (245, "245_to_259"), (259, "245_to_259"),
        (260, "260_up"), (300, "260_up"),
    ],
)  # fmt: skip
def test_the_scrutiny_bands_begin_at_220_235_245_and_260(
    reference: Reference, score: int, key: str
) -> None:
    assert reference.band_schemes["scrutiny"].band(score).key == key


@pytest.mark.parametrize(
    ("score", "key"),
    [
        (238, "below"), (239, "not_matched_to_q1"), (246, "not_matched_to_q1"),
        (247, "q1_to_q3"), (263, "q1_to_q3"), (264, "above_q3"),
    ],
)  # fmt: skip
def test_a_specialtys_bands_begin_at_the_not_matched_median_q1_and_over_q3(
    reference: Reference, score: int, key: str
) -> None:
    scheme = of_specialty(reference, "anesthesiology")
    assert scheme is not None
    assert scheme.band(score).key == key


@pytest.mark.parametrize(
    ("score", "key"), [(250, "below"), (251, "q1_to_q3"), (252, "q1_to_q3"), (267, "above_q3")]
)
def test_in_dermatology_the_not_matched_median_lies_over_q1_and_has_no_band(
    reference: Reference, score: int, key: str
) -> None:
    scheme = of_specialty(reference, "dermatology")
    assert scheme is not None
    assert keys_of(scheme) == ["below", "q1_to_q3", "above_q3"]
    assert scheme.band(score).key == key


def test_bands_of_a_specialty_are_those_of_the_applicant_type(reference: Reference) -> None:
    us, img = (of_specialty(reference, "psychiatry", kind) for kind in ("us_md", "non_us_img"))
    assert us is not None
    assert img is not None
    assert (us.band(230).key, img.band(230).key) == ("below", "q1_to_q3")


def test_without_a_not_matched_median_there_is_one_band_under_q1(reference: Reference) -> None:
    scheme = of_specialty(reference, "child_neurology")
    assert scheme is not None
    assert keys_of(scheme) == ["below", "q1_to_q3", "above_q3"]


@pytest.mark.parametrize(
    ("specialty", "kind"), [("anesthesiology", "us_do"), ("dermatology", "non_us_img")]
)
def test_without_quartiles_a_specialty_has_no_bands(
    reference: Reference, specialty: str, kind: str
) -> None:
    assert of_specialty(reference, specialty, kind) is None


@pytest.mark.parametrize(("score", "key"), [(199, "band_1"), (200, "band_2"), (230, "band_3")])
def test_own_edges_make_bands_of_their_own(score: int, key: str) -> None:
    assert custom_scheme((200, 230)).band(score).key == key


@pytest.mark.parametrize("edges", [(230, 200), (200, 200), (1,), (0,), (200, 301)])
def test_own_edges_must_rise_within_the_scale(edges: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="band edges must rise"):
        custom_scheme(edges)


@pytest.mark.parametrize("edges", [(), (2,), (300,), (299, 300)])
def test_own_edges_may_lie_anywhere_on_the_scale(edges: tuple[int, ...]) -> None:
    assert len(custom_scheme(edges).bands) == len(edges) + 1


@pytest.mark.parametrize("text", ["215, 225", "215 225", " 215,225 ", "215,,225,", "0215 225"])
def test_edges_are_read_from_a_line_of_text(text: str) -> None:
    assert edges_from_text(text) == (215, 225)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Give one edge or more, such as 215, 225, 240, 250."),
        (" , ", "Give one edge or more, such as 215, 225, 240, 250."),
        ("215, x", "x is no score."),
        ("215.5", "215.5 is no score."),
        ("-215", "-215 is no score."),
        ("9" * 5000, "999999999 is no score."),
        ("1", "1 is outside 2 to 300."),
        ("301", "301 is outside 2 to 300."),
        ("225, 215", "215 does not come after 225."),
        ("225, 225", "225 does not come after 225."),
    ],
)
def test_a_line_that_gives_no_edges_says_why(text: str, message: str) -> None:
    assert edges_from_text(text) == message


@pytest.mark.parametrize("text", ["2", "300", "2 300", "2 3 4"])
def test_edges_that_were_read_make_bands(text: str) -> None:
    edges = edges_from_text(text)
    assert isinstance(edges, tuple)
    assert len(custom_scheme(edges).bands) == len(edges) + 1


def test_bands_start_at_the_lowest_score() -> None:
    with pytest.raises(ValueError, match="must start at 1"):
        BandScheme(key="x", title="x", source_id="", note="", bands=(band("a", 2),))


def test_a_band_has_a_key_of_its_own() -> None:
    with pytest.raises(ValueError, match="share a key"):
        BandScheme(key="x", title="x", source_id="", note="", bands=(band("a", 1), band("a", 2)))


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("concerning", "under 215"), ("below_average", "215–224"), ("solid", "225–239"),
        ("strong", "240–249"), ("highly_competitive", "250 and up"),
    ],
)  # fmt: skip
def test_a_band_tells_its_range(reference: Reference, key: str, text: str) -> None:
    scheme = reference.band_schemes["article"]
    [found] = [band for band in scheme.bands if band.key == key]
    assert scheme.range_text(found) == text


def test_every_scheme_names_a_source_that_is_known(reference: Reference) -> None:
    for scheme in reference.band_schemes.values():
        assert scheme.source_id in reference.sources


def band(key: str, lowest: int) -> Band:
    return Band(key=key, label=key, short_label=key, lowest=lowest)
