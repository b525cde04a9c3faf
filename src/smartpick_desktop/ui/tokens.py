"""Colour tokens of the light and the dark appearance."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)  # leaner to import, and there are two
class Tokens:
    """Every colour the window uses, as #RRGGBB; a test holds the contrast ratios."""

    canvas: str
    rail: str
    surface: str
    inset: str
    ink: str
    ink2: str
    ink3: str
    line: str
    line2: str
    edge: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_ink: str
    accent_tint: str
    fine: str
    fine_ink: str
    fine_tint: str
    worth: str
    worth_ink: str
    worth_tint: str
    needs: str
    needs_ink: str
    needs_tint: str
    reach: str
    reach_ink: str
    reach_tint: str
    target: str
    target_ink: str
    target_tint: str
    likely: str
    likely_ink: str
    likely_tint: str
    gold: str
    silver: str
    bands: tuple[str, str, str, str, str]
    box: str
    box_focus: str
    median: str


LIGHT = Tokens(
    canvas="#F5F6F8",
    rail="#EAEDF1",
    surface="#FFFFFF",
    inset="#F6F7F9",
    ink="#17202C",
    ink2="#434E5E",
    ink3="#5F6A79",
    line="#E1E5EA",
    line2="#CDD3DB",
    edge="#868F9D",
    accent="#0072B2",
    accent_hover="#00639B",
    on_accent="#FFFFFF",
    accent_ink="#005A8C",
    accent_tint="#E3F0F8",
    fine="#0072B2",
    fine_ink="#00527F",
    fine_tint="#E3F0F8",
    worth="#5A6B86",
    worth_ink="#33415A",
    worth_tint="#E9EDF3",
    needs="#B57A00",
    needs_ink="#664400",
    needs_tint="#FBF0D8",
    reach="#CC79A7",
    reach_ink="#84385F",
    reach_tint="#F8EBF2",
    target="#0072B2",
    target_ink="#00527F",
    target_tint="#E3F0F8",
    likely="#009E73",
    likely_ink="#00614A",
    likely_tint="#E1F3ED",
    gold="#B97F00",
    silver="#76818F",
    bands=("#F2F4F7", "#E7EBF0", "#DAE0E8", "#CBD4DF", "#BAC6D4"),
    box="#C3CEDB",
    box_focus="#9CC7E2",
    median="#33415A",
)

DARK = Tokens(
    canvas="#15181D",
    rail="#101316",
    surface="#1D2127",
    inset="#242931",
    ink="#E9ECF0",
    ink2="#B9C2CC",
    ink3="#98A2AF",
    line="#2E343D",
    line2="#3B434E",
    edge="#77828F",
    accent="#56B4E9",
    accent_hover="#74C3EF",
    on_accent="#07202E",
    accent_ink="#8CCDF2",
    accent_tint="#18303F",
    fine="#56B4E9",
    fine_ink="#9BD3F4",
    fine_tint="#173040",
    worth="#93A3B8",
    worth_ink="#CDD6E1",
    worth_tint="#2A313B",
    needs="#E69F00",
    needs_ink="#F3CB75",
    needs_tint="#352A12",
    reach="#D793BA",
    reach_ink="#EDBDD8",
    reach_tint="#3A2632",
    target="#56B4E9",
    target_ink="#9BD3F4",
    target_tint="#173040",
    likely="#35B890",
    likely_ink="#86DDC2",
    likely_tint="#15332A",
    gold="#E6B23C",
    silver="#A9B4C0",
    bands=("#23282F", "#2A313A", "#323B46", "#3C4754", "#485565"),
    box="#485769",
    box_focus="#2F6E94",
    median="#E3E9F0",
)
