"""Practice exams out of lines that were pasted, such as "NBME 10 5/1 237"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from smartpick_desktop.core.exams import PracticeExam

LOWEST_PLAUSIBLE = 100
"""Numbers below are taken for the number of a form, not for a score."""

_DAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?"),
    re.compile(
        r"(?<!\w)(?P<day>\d{1,2})\.? "
        r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
        r"(?:\.?,? (?P<year>\d{4}))?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?P<day>\d{1,2})\b"
        r"(?:,? (?P<year>\d{4}))?",
        re.IGNORECASE,
    ),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = re.compile(r"(?<![\d.])\d{3}(?![\d%.]\d|\d)")
_HIGHEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeLines:
    """What the lines say, in their order, and what is wrong with the others.

    `not_read` holds those others as they came.
    """

    exams: tuple[PracticeExam, ...]
    problems: tuple[str, ...]
    not_read: tuple[str, ...]


def read_practice(text: str, today: date) -> PracticeLines:
    """One exam a line: a name, a day if there is one, and a score, in any order.

    The last number of three digits is the score. A day without a year is the last such day that
    is not after `today`. Empty lines are passed over.
    """
    exams: list[PracticeExam] = []
    problems: list[str] = []
    not_read: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            found = _read(" ".join(line.replace("\t", " ").split()), today)
            if isinstance(found, str):
                problems.append(f"Line {number}: {found}")
                not_read.append(line)
            else:
                exams.append(found)
    return PracticeLines(exams=tuple(exams), problems=tuple(problems), not_read=tuple(not_read))


def merged(held: Sequence[PracticeExam], new: Sequence[PracticeExam]) -> tuple[PracticeExam, ...]:
    """The new ones after those that are there, each once."""
    return (*held, *(exam for exam in new if exam not in held))


def _read(line: str, today: date) -> PracticeExam | str:
    day, rest = _day(line, today)
    if isinstance(day, str):
        return day
    scores = [one for one in _NUMBER.finditer(rest) if int(one[0]) >= LOWEST_PLAUSIBLE]
    if not scores:
        return f"no score of three digits in “{line[:40]}”."
    score = scores[-1]
    if int(score[0]) > _HIGHEST:
        return f"{score[0]} is above {_HIGHEST}."
    name = f"{rest[: score.start()]} {rest[score.end() :]}"
    name = " ".join(name.split()).strip(" ,;:-–|=")
    return PracticeExam(name=name, taken_on=day, score=int(score[0]))


def _day(line: str, today: date) -> tuple[date | str | None, str]:
    """The day that the line names, and the line without it; a sentence for no day there is."""
    for shape in _DAYS:
        found = shape.search(line)
        if found is None:
            continue
        rest = f"{line[: found.start()]} {line[found.end() :]}"
        month = found["month"].lower()
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
        try:
            return _in_year(found["year"], number, int(found["day"]), today), rest
        except ValueError:
            return f"“{found[0]}” is no day.", rest
    return None, line


def _in_year(year: str | None, month: int, day: int, today: date) -> date:
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = date(today.year, month, day)
    return this if this <= today else date(today.year - 1, month, day)
