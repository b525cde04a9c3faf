"""Names of hospitals and schools made comparable: abbreviations written out, small words dropped.

The directory, the Match's tables and people's own sheets shorten the same house in different ways.
"""

import re
from functools import lru_cache

from smartpick_desktop.core.folding import fold

_STATE_AT_END = re.compile(r"-[A-Z]{2}$")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_INITIALS = re.compile(r"\b([A-Z])[ .]([A-Z])\b")

_LONG = {
    **dict.fromkeys(("univ", "u"), "university"),
    **dict.fromkeys(("med",), "medical"),
    **dict.fromkeys(("ctr", "ctrs", "centers", "centre"), "center"),
    **dict.fromkeys(("hosp", "hosps", "hospitals"), "hospital"),
    **dict.fromkeys(("ed", "edu", "educ", "educational"), "education"),
    **dict.fromkeys(("fdn", "found"), "foundation"),
    **dict.fromkeys(("comm", "cmty"), "community"),
    **dict.fromkeys(("sci", "scis", "sciences"), "science"),
    **dict.fromkeys(("cons", "consort"), "consortium"),
    "coll": "college",
    "mem": "memorial",
    "reg": "regional",
    "gen": "general",
    "natl": "national",
    "st": "saint",
    "ft": "fort",
    "mt": "mount",
    "sch": "school",
    "hlth": "health",
    "sys": "system",
    "childrens": "children",
    "inst": "institute",
    "fam": "family",
    "assoc": "association",
    "grp": "group",
    "vet": "veterans",
    "rehab": "rehabilitation",
    "tech": "technology",
    "osteo": "osteopathic",
    "grad": "graduate",
    "clin": "clinic",
    "healthcare": "health care",
    "ny": "new york",
    "nj": "new jersey",
    "tx": "texas",
    "fl": "florida",
    "ca": "california",
    "pa": "pennsylvania",
    "wv": "west virginia",
    "ok": "oklahoma",
    "uc": "university of california",
    "ut": "university of texas",
    "lsu": "louisiana state university",
    "lsuhsc": "louisiana state university",
    "wsu": "wayne state university",
    "msu": "michigan state university",
    "siu": "southern illinois university",
    "vcu": "virginia commonwealth university",
    "suny": "state university of new york",
    "nyp": "new york presbyterian",
    "nymc": "new york medical",
    "ismms": "icahn mount sinai",
    "bi": "beth israel",
    "rw": "robert wood",
    "jh": "johns hopkins",
    "uams": "university of arkansas medical",
    "wm": "william",
    "bjh": "barnes jewish",
    "mgb": "mass general brigham",
}
_DROPPED = frozenset(
    (
        "a", "and", "at", "for", "in", "inc", "llc", "ltd", "of", "the", "som", "com", "school",
        "medicine", "college", "program", "system", "network", "consortium", "education",
        "graduate", "gme", "residency", "affiliated", "affil", "teaching", "teach",
    )
)  # fmt: skip
GENERIC = frozenset(
    (
        "hospital", "medical", "center", "health", "university", "care", "community", "regional",
        "memorial", "clinic", "foundation", "saint", "general", "family", "state", "science",
        "services", "institute", "valley", "city", "county", "national", "north", "south", "east",
        "west", "central", "new",
    )
)  # fmt: skip
"""Words that many houses share, so that having one in common says little."""


@lru_cache(maxsize=20_000)
def house_words(name: str) -> str:
    """The words that tell a house from others, each once, in their order."""
    text = _INITIALS.sub(r"\1\2", _STATE_AT_END.sub("", name.strip()))
    words = (word for short in fold(text).split() for word in _LONG.get(short, short).split())
    return " ".join(dict.fromkeys(word for word in words if word not in _DROPPED))


@lru_cache(maxsize=20_000)
def house_base(name: str) -> str:
    """`house_words` without what stands in brackets, which is often a place."""
    return house_words(_IN_BRACKETS.sub(" ", name))


@lru_cache(maxsize=20_000)
def place_words(city: str) -> str:
    """A city made comparable: "St. Louis" and "Saint Louis" are one."""
    short = {"st": "saint", "ft": "fort", "mt": "mount", "ste": "sainte"}
    return " ".join(short.get(word, word) for word in fold(city).split())


def telling(words: str, place: str = "") -> frozenset[str]:
    """Those of `words` that are not generic and not the name of the place itself."""
    return frozenset(words.split()) - GENERIC - frozenset(place.split())
