"""Problems: what is wrong with an input, as values rather than exceptions."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether an input can be used at all."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with an input: where (`$.step2.score`), and what, in a sentence."""

    field: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.field}: {self.message}"
