"""Text made comparable: without case, accents and punctuation, the same in every locale."""

import unicodedata

_DROPPED = dict.fromkeys(map(ord, "'.\N{RIGHT SINGLE QUOTATION MARK}"))
_SPACED = {ord(mark): " " for mark in "/-(),&:;\N{EN DASH}\N{EM DASH}"}
_MARKS = _DROPPED | _SPACED


def fold(text: str) -> str:
    """`text` in lower case, without accents, its words one space apart."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.translate(_MARKS))
        text = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(text.translate(_MARKS).casefold().split())
