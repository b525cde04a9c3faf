"""Reads the NRMP's "Program Results, Main Residency Match" as the user downloads it.

Each page lists institutions by state; under each stand its tracks with quota and filled by year.
The years are those of the edition, newest first.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smartpick_desktop.core.import_file import CancelledError, ExchangeError
from smartpick_desktop.core.program_facts import FillYear, Track
from smartpick_desktop.core.states import STATE_NAMES

if TYPE_CHECKING:
    import pypdfium2

MOST_BYTES = 100_000_000
MOST_PAGES = 2_000
_MOST_PAGE_CHARS = 200_000

_ROW = re.compile(r"(?:(.*?)\s*\b)?(\d{4}[0-9A-Z]{3}[A-Z][0-9A-Z]{1,3})((?:\s+(?:--|\d+))+)")
_YEARS = re.compile(r"(?:20\d\d\s*)+")
_TITLE = re.compile(r"Main Residency Match.*?(20\d\d)\s*[-\N{EN DASH}]\s*(20\d\d)", re.DOTALL)
_PUBLISHED = re.compile(r"\b([A-Z][a-z]+) (20\d\d)\b")
_SKIPPED = re.compile(r"Program Results:|Reproduction prohibited|Code Quota|Quota Filled|Page \d+")
_CITY = re.compile(r"(.+?) Program\s*(?:Code.*)?")
_CONTINUED = re.compile(r"\s*\(Continued\)", re.IGNORECASE)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_STATES = {name.upper(): code for code, name in STATE_NAMES.items()}

Progress = Callable[[int, int], None]
"""Called with the pages that were read and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NrmpResults:
    """What an edition holds. `years` are newest first; `day` is the first of its month."""

    tracks: tuple[Track, ...]
    years: tuple[int, ...]
    title: str
    day: date | None


@dataclass(slots=True)
class _Place:
    """Where on the page we are: the lines above the next row."""

    state: str = ""
    institution: str = ""
    city: str = ""
    years: list[int] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)  # lines that belong to what comes next


def read_nrmp_pdf(
    path: Path,
    progress: Progress = lambda done, pages: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> NrmpResults:
    """Every track of the file; ExchangeError says what is wrong with it.

    CancelledError where `cancelled` turned true between two pages.
    """
    pages = _pages(path, progress, cancelled)
    cover = next(pages, "")
    edition = _TITLE.search(cover)
    place, tracks = _Place(), dict[str, Track]()
    source = f"NRMP Program Results {edition[1]}-{edition[2]}" if edition else "NRMP"
    for number, text in enumerate(pages, start=2):
        edition = edition or (_TITLE.search(text) if number < _EDITION_BY else None)
        if edition is None:
            if number >= _EDITION_BY:
                break
            continue
        source = f"NRMP Program Results {edition[1]}-{edition[2]}"
        for track in _rows(text, place, source, _published(cover)):
            tracks[track.code] = track
    if edition is None or not tracks:
        raise ExchangeError(
            f"{path.name} is a PDF, but not the NRMP's Program Results of the Main Residency "
            "Match: no table of programs with quota and filled was found in it."
        )
    held = {entry.year for track in tracks.values() for entry in track.years}
    return NrmpResults(
        tracks=tuple(tracks.values()),
        years=tuple(sorted(held, reverse=True)),
        title=source,
        day=_published(cover),
    )


_EDITION_BY = 6  # the title stands on the first pages, or this is another document


def _pages(path: Path, progress: Progress, cancelled: Callable[[], bool]) -> Iterator[str]:
    with closing(_open(path)) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise ExchangeError(f"{path.name} has {count:,} pages; {MOST_PAGES:,} are the most.")
        for number in range(count):
            if cancelled():
                raise CancelledError
            yield _text(document, number, path)
            progress(number + 1, count)


def _open(path: Path) -> "pypdfium2.PdfDocument":
    import pypdfium2

    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begins = file.read(1024)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise ExchangeError(f"{path.name} cannot be read: {reason}.") from None
    if size == 0:
        raise ExchangeError(f"{path.name} is empty.")
    if b"%PDF-" not in begins:
        raise ExchangeError(f"{path.name} is not a PDF, whatever its name says.")
    if size > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise ExchangeError(f"{path.name} is larger than {most} MB, the most that is read.")
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            words = "is locked with a password. Save an unlocked copy and choose that."
        else:
            words = "is damaged, or only a part of a PDF. Download it once more."
        raise ExchangeError(f"{path.name} {words}") from None


def _text(document: "pypdfium2.PdfDocument", number: int, path: Path) -> str:
    import pypdfium2

    try:
        page = document[number]
        words = page.get_textpage()
        found = str(words.get_text_range(count=min(words.count_chars(), _MOST_PAGE_CHARS)))
        words.close()
        page.close()
    except pypdfium2.PdfiumError:
        raise ExchangeError(f"{path.name}: page {number + 1} cannot be read.") from None
    return found


def _rows(text: str, place: _Place, source: str, day: date | None) -> Iterator[Track]:
    place.loose = []
    for line in map(str.strip, text.splitlines()):
        if row := _ROW.fullmatch(line):
            name = " ".join([*place.loose, row[1] or ""]).strip()
            place.loose = []
            yield Track(
                code=row[2],
                name=name,
                institution=place.institution,
                city=place.city,
                state=place.state,
                years=tuple(_fill(place.years, row[3].split())),
                source=source,
                day=day,
            )
        elif line and not _SKIPPED.match(line):
            _move(place, line)


def _move(place: _Place, line: str) -> None:
    """Take in a line between the rows."""
    if _YEARS.fullmatch(line):
        found = [int(year) for year in line.split()]
        place.years = found if not place.years or found[0] in place.years else place.years + found
    elif state := _STATES.get(line):
        place.state, place.loose = state, []
    elif (city := _CITY.fullmatch(line)) and place.loose:
        place.institution = _CONTINUED.sub("", " ".join(place.loose))
        place.city = _CONTINUED.sub("", city[1])
        place.years, place.loose = [], []
    else:
        place.loose.append(line)


def _fill(years: list[int], numbers: list[str]) -> Iterator[FillYear]:
    """Pairs of quota and filled, one a year; `--` on both sides is a year without the track."""
    pairs = zip(numbers[::2], numbers[1::2], strict=False)
    for year, (quota, filled) in zip(years, pairs, strict=False):
        if (quota, filled) != ("--", "--"):
            yield FillYear(year=year, quota=_number(quota), filled=_number(filled))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _published(cover: str) -> date | None:
    """The month on the cover."""
    for month, year in _PUBLISHED.findall(cover):
        if month in _MONTHS:
            return date(int(year), _MONTHS.index(month) + 1, 1)
    return None
