"""Dates as people type them, and as the window writes them."""

import datetime
import re

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_NAME = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_SHAPES = (
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})",
    rf"(?P<day>\d{{1,2}})[ -]{_MONTH_NAME},?[ -](?P<year>\d{{4}})",
    rf"{_MONTH_NAME} (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})",
)
_CENTURY = 2000


def parse_date(text: str) -> datetime.date | None:
    """The date `text` names: year first, US order, or with a month's name; else nothing."""
    tidy = " ".join(text.split())
    for shape in _SHAPES:
        found = re.fullmatch(shape, tidy, re.IGNORECASE)
        if found:
            return _date(found["year"], found["month"], found["day"])
    return None


def format_date(date: datetime.date) -> str:
    """Write `date` so that no reader can take the day for the month, as 18 Jul 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def _date(year: str, month: str, day: str) -> datetime.date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].capitalize()) + 1
    try:
        return datetime.date(int(year) + (_CENTURY if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None
