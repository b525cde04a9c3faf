"""The words of a directory, to find one that was mistyped."""

from collections.abc import Iterable

_SHORTEST = 4
_TWO_SLIPS_FROM = 7
_MOST = 12


class Vocabulary:
    """Every distinct word, kept apart from numbers."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = {word for text in set(texts) for word in text.split()}
        self._words = sorted(word for word in words if not word.isdecimal())
        self._joined = f" {' '.join(self._words)} "
        self._begins: dict[int, list[str]] = {}

    def holds(self, word: str) -> bool:
        """Whether a word has these letters in it."""
        return word in self._joined

    def near(self, word: str) -> list[str]:
        """Words that differ by a slip, or by two in a long one; the nearest first.

        A slip is a letter wrong, missing, too many, or changed with the next. A word that is
        still being typed is held against the beginnings of words too.
        """
        if len(word) < _SHORTEST:
            return []
        from rapidfuzz import process  # late: not needed until something was mistyped
        from rapidfuzz.distance import OSA

        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        begins = self._beginnings(len(word))
        found = process.extract(
            word, begins, scorer=OSA.distance, score_cutoff=slips, limit=4 * _MOST
        )
        least = min((distance for _, distance, _ in found), default=0)
        rows = [at for _, distance, at in found if distance == least]
        return [self._words[at] for at in rows[:_MOST]]

    def _beginnings(self, length: int) -> list[str]:
        if length not in self._begins:
            self._begins[length] = [word[: length + 1] for word in self._words]
        return self._begins[length]
