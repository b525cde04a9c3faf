"""Checks of what is known of the programs: visas, and how many of one's type they take."""

from collections.abc import Iterator
from statistics import fmean

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.eras import eras_specialty
from smartpick_desktop.core.list_checks.finding import Finding
from smartpick_desktop.core.list_checks.given import ListInput, counted, to_program
from smartpick_desktop.core.program_facts import FactKey
from smartpick_desktop.core.states import STATE_NAMES

_SHARE_OF = {
    ApplicantType.US_DO: (FactKey.PERCENT_DO, "DOs are"),
    ApplicantType.US_IMG: (FactKey.PERCENT_IMG, "IMGs are"),
    ApplicantType.NON_US_IMG: (FactKey.PERCENT_IMG, "IMGs are"),
}
_STATES_TOLD = 3
_Group = tuple[str, str]  # state, ERAS specialty


def visa_unknown(given: ListInput) -> Iterator[Finding]:
    """Programs of which no answer about a visa is known, for an applicant who needs one."""
    if not given.applicant.needs_visa:
        return
    ids = [entry.program_id for entry in given.entries]
    unknown = [key for key in ids if _visa(given, key) is None]
    if unknown:
        words: dict[str, object] = {"programs": len(unknown), "all": counted(len(ids))}
        goal = to_program(unknown[0])
        yield given.finding("visa_unknown", "some", words, goal, programs=unknown)


def hardly_taken(given: ListInput) -> Iterator[Finding]:
    """States and specialties where few of this type were taken, by the figures kept."""
    if given.applicant.applicant_type not in _SHARE_OF:
        return
    share, types = _SHARE_OF[given.applicant.applicant_type]
    thresholds = given.thresholds
    low = {
        group: values
        for group, values in _shares(given, share).items()
        if len(values) >= thresholds.figures_needed and fmean(values) <= thresholds.percent_up_to
    }
    concerned = [
        entry.program_id
        for entry in given.entries
        if _group(given, entry.program_id) in low
        and not (given.facts.number(entry.program_id, share) or 0) > thresholds.percent_up_to
    ]
    if concerned:
        named = {group for key in concerned if (group := _group(given, key))}
        words: dict[str, object] = {
            "types": types,
            "states": _first_few([_low_words(given, each, low[each]) for each in sorted(named)]),
            "programs": counted(len(concerned)),
        }
        goal = to_program(concerned[0])
        yield given.finding("hardly_taken", "states", words, goal, programs=concerned)


def _visa(given: ListInput, program_id: str) -> bool | None:
    """Yes if either visa is sponsored, no if neither is, None while that is open."""
    kinds = (FactKey.VISA_J1, FactKey.VISA_H1B)
    answers = [given.facts.value(program_id, kind) for kind in kinds]
    if True in answers:
        return True
    return False if answers == [False, False] else None


def _shares(given: ListInput, key: FactKey) -> dict[_Group, list[float]]:
    """The figures that are kept, by the states and specialties that are on the list."""
    groups = {_group(given, entry.program_id) for entry in given.entries} - {None}
    found: dict[_Group, list[float]] = {}
    if not groups:
        return found
    for program_id, facts in given.facts.facts.items():
        group = _group(given, program_id) if key in facts else None
        share = given.facts.number(program_id, key)
        if group in groups and group is not None and share is not None:
            found.setdefault(group, []).append(share)
    return found


def _group(given: ListInput, program_id: str) -> _Group | None:
    row = given.directory.index_of(program_id)
    if row is None:
        return None
    return given.directory.states[row], eras_specialty(given.directory.specialties[row])


def _low_words(given: ListInput, group: _Group, values: list[float]) -> str:
    state, specialty = group
    place = STATE_NAMES.get(state, state)
    mean = round(fmean(values))
    return (
        f"{given.eras_name(specialty)} in {place}, a mean of {mean} % in "
        f"{counted(len(values))} with a figure"
    )


def _first_few(words: list[str]) -> str:
    more = len(words) - _STATES_TOLD
    told = "; ".join(words[:_STATES_TOLD])
    return f"{told}; and {counted(more, 'other state')}" if more > 0 else told
