"""How chances are worked out, in plain words, and every number behind them as a sheet."""

from collections.abc import Mapping

from smartpick_desktop.core.outlook.rules import Coefficient, Evidence, GroupBase, OutlookRules
from smartpick_desktop.core.outlook.words import COUPLES, PROMISE, RANKING, TOGETHER
from smartpick_desktop.core.profile_words import TYPE_NAMES
from smartpick_desktop.core.provenance import source_names
from smartpick_desktop.core.reference import Reference, Source
from smartpick_desktop.core.sheets import NOTHING, Cell, Sheet, SheetColumn, SheetRow

STORY = (
    (
        "For each program two chances are estimated: that it invites you, and that it would "
        "take you once it has met you. They depend on your score next to what the program "
        "usually takes, on your applicant type, on where you would like to be and what ties you "
        "there, and on signals."
    ),
    (
        "Some of what programs see in a file cannot be seen here: letters, grades, fit. If one "
        "program likes it, others probably will too, so programs are never treated as separate "
        "coin flips. Every way in which that hidden part could turn out is tried, and the "
        "average is taken."
    ),
    TOGETHER,
    (
        "What a program publishes of itself counts where you brought it; the specialty's "
        "figures stand in where you did not. An unknown answer, on visas for instance, lowers "
        "nothing."
    ),
    (
        "The average program of each specialty and applicant type is set so that the whole "
        "group fares as was published; how much a score moves is set by the match rates of US "
        "MD seniors by score band. Where nothing is published, similar specialties stand in, "
        "and it says so."
    ),
    (
        "A suggested list is built by adding, one at a time, the program that raises the chance "
        "to match most, with what you would like counting on top; then programs and signals are "
        "exchanged as long as that helps. A bound that no list can pass tells how near the best "
        "one it is."
    ),
    (
        "What is shown is held back towards the published rate of the group, more so for lists "
        "that were suggested, since the best of many estimates flatters itself. It is a range: "
        "the middle 80 % over 128 fixed draws of the doubt below, in steps of 5, capped "
        "at “95 % or more”."
    ),
    RANKING,
)
LIMITS = (
    PROMISE,
    (
        "No records of single people stand behind any number: odds ratios come from single "
        "seasons and from surveys of those who chose to answer, and are multiplied as if they "
        "were independent."
    ),
    (
        "What follows an interview, most figures of DO seniors and IMGs in surgical "
        "specialties, and what a concern or a failed attempt weighs are judgements, as the "
        "table says."
    ),
    COUPLES,
    (
        "The second round after the Match, pairs of preliminary and advanced programs, and caps "
        "that single programs set are not covered either."
    ),
    (
        "Positions are fixed: if everybody used this, no more people would match. It helps one "
        "person to plan."
    ),
    "A high figure for a short list of well-chosen programs is the least reliable one.",
    "The method was tried on a made-up market; that tests the arithmetic, not the world.",
)
TAGS = {
    Evidence.PUBLISHED: "published",
    Evidence.DERIVED: "derived from published figures",
    Evidence.ASSUMED: "a judgement",
}


def coefficients_sheet(rules: OutlookRules) -> Sheet:
    """Every term: what it is, its weight with its doubt, and how well it is known."""
    columns = (
        SheetColumn(title="Term", share=7),
        SheetColumn(title="Weight", is_number=True),
        SheetColumn(title="Doubt", is_number=True),
        SheetColumn(title="Known as", share=3),
    )
    rows = tuple(_coefficient_row(one) for one in rules.coefficients.values())
    return Sheet(columns=columns, rows=rows)


def groups_sheet(rules: OutlookRules, reference: Reference) -> Sheet:
    """Every specialty and applicant type: how the group fared, and what that rests on."""
    columns = (
        SheetColumn(title="Specialty", share=4),
        SheetColumn(title="Applicants", share=2),
        SheetColumn(title="Matched", is_number=True),
        SheetColumn(title="People", is_number=True),
        SheetColumn(title="Rate", share=2),
        SheetColumn(title="Offers", share=2),
    )
    rows = tuple(
        _group_row(base, reference)
        for base in sorted(rules.groups.values(), key=lambda base: _name(base, reference))
    )
    return Sheet(columns=columns, rows=rows)


def _coefficient_row(one: Coefficient) -> SheetRow:
    return SheetRow(
        cells=(
            Cell(text=one.text),
            Cell(text=f"{one.value:+.2f}", sort=one.value),
            Cell(text=f"{one.sd:.2f}", sort=one.sd),
            Cell(text=TAGS[one.tag]),
        ),
        detail=f"{one.text} {one.source} Weight and doubt in log-odds: {TAGS[one.tag]}.",
    )


def _group_row(base: GroupBase, reference: Reference) -> SheetRow:
    name, who = _name(base, reference), TYPE_NAMES[base.applicant_type]
    people = f"{base.people:,}" if base.people else NOTHING
    return SheetRow(
        cells=(
            Cell(text=name),
            Cell(text=who),
            Cell(text=f"{base.match * 100:.0f} %", sort=base.match),
            Cell(text=people, sort=base.people, is_quiet=not base.people),
            Cell(text=base.match_basis.value),
            Cell(text=base.offers_basis.value),
        ),
        detail=_group_detail(base, name, who, reference.sources),
    )


def _group_detail(base: GroupBase, name: str, who: str, sources: Mapping[str, Source]) -> str:
    found = (
        f"{name}, {who}: {base.match * 100:.0f} % matched, {base.match_basis.value}. An ordinary "
        f"list of {base.programs} programs with {base.offers:.1f} invitations, "
        f"{base.offers_basis.value}. Score terms times {base.factor:g}, {base.factor_basis.value}."
    )
    names = source_names(base.source_ids, sources) if base.source_ids else ""
    return f"{found} Sources: {names} ({', '.join(base.source_ids)})." if names else found


def _name(base: GroupBase, reference: Reference) -> str:
    if base.specialty not in reference.specialties:
        return "Other specialties"
    return reference.short_name(base.specialty)
