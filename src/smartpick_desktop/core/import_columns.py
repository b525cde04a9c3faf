"""What a column of somebody's table means: guessed from its header, or chosen by the user."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smartpick_desktop.core.folding import fold
from smartpick_desktop.core.program_facts import FactKey
from smartpick_desktop.core.program_list import EntryStatus

NOTHING = ""
FACT_WORDS: Mapping[FactKey, str] = {
    FactKey.POSITIONS: "Positions",
    FactKey.FILLED: "Positions filled",
    FactKey.MINIMUM_STEP2: "Minimum Step 2 CK",
    FactKey.TYPICAL_STEP2: "Typical Step 2 CK",
    FactKey.VISA_J1: "J-1 visa",
    FactKey.VISA_H1B: "H-1B visa",
    FactKey.PERCENT_IMG: "% IMG",
    FactKey.PERCENT_DO: "% DO",
    FactKey.PROGRAM_TYPE: "Program type",
}
STATUS_WORDS: Mapping[EntryStatus, str] = {
    EntryStatus.CONSIDERING: "Considering",
    EntryStatus.APPLIED: "Applied",
    EntryStatus.OFFERED: "Interview offered",
    EntryStatus.SCHEDULED: "Interview scheduled",
    EntryStatus.INTERVIEWED: "Interviewed",
    EntryStatus.RANKED: "Ranked",
}


def fact_column(key: FactKey, part: str = "") -> str:
    """The meaning "a fact", or its `source` or `day`."""
    return f"fact.{key}.{part}" if part else f"fact.{key}"


def day_column(status: EntryStatus) -> str:
    """The meaning "the day of a status"."""
    return f"entry.day.{status}"


def _meanings() -> dict[str, str]:
    words = {
        "acgme": "ACGME number",
        "nrmp": "NRMP code",
        "name": "Program",
        "institution": "Institution",
        "city": "City",
        "state": "State",
        "specialty": "Specialty",
        "place": "City and state",
        "visa": "Visas",
    }
    for key, title in FACT_WORDS.items():
        words[fact_column(key)] = title
        words[fact_column(key, "source")] = f"{title}, source"
        words[fact_column(key, "day")] = f"{title}, date"
    words |= {"source": "Source of all facts", "day": "Date of all facts"}
    words |= {
        "entry.order": "Preference",
        "entry.signal": "Signal",
        "entry.tie": "Tie",
        "entry.status": "Status",
        "entry.bucket": "Own bucket",
        "entry.bucket_reason": "Own bucket, reason",
        "entry.must_keep": "Must keep",
        "entry.suggested": "Came with a suggestion",
        "entry.note": "Note",
    }
    for status, title in STATUS_WORDS.items():
        words[day_column(status)] = f"{title}, date"
    return words


MEANINGS: Mapping[str, str] = _meanings()
"""What a column can mean, and the title that an export gives it."""

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "acgme": ("acgme id", "acgme code", "acgme program number", "program number", "program id",
              "acgme", "accreditation id", "acgme program id"),
    "nrmp": ("nrmp program code", "program code", "nrmp", "match code", "nrmp number"),
    "name": ("program name", "program title", "residency program", "residency", "name"),
    "institution": ("sponsoring institution", "hospital", "sponsor", "institution name",
                    "primary teaching site", "site"),
    "city": ("location city", "program city", "town"),
    "state": ("location state", "program state", "st", "state abbreviation"),
    "place": ("location", "city state", "city, state"),
    "specialty": ("specialty name", "speciality", "field", "program specialty", "discipline"),
    "visa": ("visa", "visa sponsorship", "visa status accepted", "visas accepted", "visa types",
             "accepts visa", "visas sponsored"),
    fact_column(FactKey.POSITIONS): (
        "number of positions", "quota", "positions offered", "pgy1 positions", "pgy 1 positions",
        "first year positions", "total positions", "spots", "approved positions", "slots"),
    fact_column(FactKey.FILLED): ("filled", "matched", "positions matched"),
    fact_column(FactKey.MINIMUM_STEP2): (
        "minimum step 2", "min step 2 ck", "min step 2", "step 2 ck minimum", "step 2 minimum",
        "step 2 cutoff", "usmle step 2 minimum", "usmle step 2 score requirement",
        "minimum usmle step 2 ck score", "step 2 ck cutoff", "ck cutoff", "step 2 floor"),
    fact_column(FactKey.TYPICAL_STEP2): (
        "average step 2", "mean step 2 ck", "average step 2 ck", "avg step 2",
        "avg step 2 ck", "step 2 ck average",
        "average usmle step 2 ck score", "typical step 2", "median step 2 ck", "mean step 2",
        "step 2 ck mean", "usmle step 2 average", "step 2 ck"),
    fact_column(FactKey.VISA_J1): (
        "j1", "j 1", "j1 visa", "j 1 sponsored", "sponsors j 1", "j1 visas"),
    fact_column(FactKey.VISA_H1B): (
        "h1b", "h 1b", "h1 b", "h1b visa", "h 1b sponsored", "sponsors h 1b"),
    fact_column(FactKey.PERCENT_IMG): (
        "percent img", "img percent", "img %", "imgs", "% imgs", "international medical graduates",
        "percent imgs", "img percentage", "percentage of imgs", "% international"),
    fact_column(FactKey.PERCENT_DO): (
        "percent do", "do percent", "do %", "dos", "% dos", "osteopathic", "percent dos",
        "do percentage", "percentage of dos"),
    fact_column(FactKey.PROGRAM_TYPE): ("type", "program setting", "setting"),
    "source": ("source", "data source"),
    "day": ("date", "updated", "last updated", "as of", "survey date"),
    "entry.order": ("rank", "preference", "my rank", "order", "priority"),
    "entry.signal": ("signals", "program signal", "signal tier", "preference signal"),
    "entry.tie": ("ties", "connection"),
    "entry.status": ("application status", "interview status"),
    "entry.bucket": ("bucket", "tier", "category"),
    "entry.must_keep": ("keep",),
    "entry.note": ("notes", "comment", "comments", "remarks"),
}  # fmt: skip
_HEADER_ROWS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPlan:
    """Where the header stands, from 0, and what each column means; `NOTHING` is passed over."""

    header: int
    meanings: tuple[str, ...]

    @property
    def names_programs(self) -> bool:
        """Whether a row can be matched: by a number, a code or a name."""
        return not {"acgme", "nrmp", "name", "institution"}.isdisjoint(self.meanings)


def guess_columns(rows: Sequence[Sequence[str]]) -> ColumnPlan:
    """The header among the first rows, which titles may precede, and what it says."""
    best = ColumnPlan(header=0, meanings=guess_meanings(rows[0]) if rows else ())
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        meanings = guess_meanings(row)
        if _known(meanings) > _known(best.meanings):
            best = ColumnPlan(header=at, meanings=meanings)
    return best


def guess_meanings(header: Sequence[str]) -> tuple[str, ...]:
    """What each title means; no meaning twice, as the first column that has it is taken."""
    taken: set[str] = set()
    found = []
    for title in header:
        meaning = _BY_TITLE.get(plain_title(title)) or _BY_WORDS.get(title_words(title), NOTHING)
        found.append(NOTHING if meaning in taken else meaning)
        taken.add(meaning)
    return tuple(found)


def plain_title(title: str) -> str:
    """A header made comparable."""
    return fold(title.replace("#", " number ").replace("_", " ")).strip(" ?*:")


def title_words(title: str) -> frozenset[str]:
    """The words of a header that tell, in any order: "Min. Step 2 score" is a minimum too."""
    words = (_SHORT.get(word, word) for word in plain_title(title).replace("%", " % ").split())
    return frozenset(word for word in words if word not in _FILLERS)


def fingerprint(header: Sequence[str]) -> str:
    """What a remembered choice of columns is kept under."""
    return "|".join(map(plain_title, header))


def _known(meanings: Sequence[str]) -> int:
    return sum(meaning != NOTHING for meaning in meanings)


def _by_words() -> dict[frozenset[str], str]:
    """What sets of two words and more mean; a set with two meanings has none."""
    found: dict[frozenset[str], str] = {}
    for title, meaning in _BY_TITLE.items():
        words = title_words(title)
        if len(words) > 1:
            found[words] = meaning if found.get(words, meaning) == meaning else NOTHING
    return found


_BY_TITLE = {
    plain_title(title): meaning
    for meaning, words in MEANINGS.items()
    for title in (words, *_SYNONYMS.get(meaning, ()))
}
_SHORT = {
    "min": "minimum", "avg": "average", "mean": "average", "median": "average",
    "typical": "average", "usual": "average", "percentage": "%", "percent": "%", "imgs": "img",
    "dos": "do", "visas": "visa", "cutoff": "minimum", "floor": "minimum", "required": "minimum",
}  # fmt: skip
_FILLERS = frozenset((
    "usmle", "score", "scores", "ck", "the", "a", "of", "for", "exam", "requirement", "program",
    "residents", "accepted", "sponsored", "sponsors",
))  # fmt: skip
_BY_WORDS = _by_words()
