"""Applicants and scenarios as JSON bodies, and back.

The same value always gives the same bytes. A field that this release does not know is passed over.
msgspec is imported where it is used, as it takes longer to load than all the rest of the storage.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from smartpick_desktop.core.applicant import Applicant, ApplicantType, Standing
from smartpick_desktop.core.program_facts import Fact, FactKey, Track
from smartpick_desktop.core.scenario import Scenario

if TYPE_CHECKING:
    import msgspec

T = TypeVar("T")

_IN_COLUMNS = {"id", "code", "scenarios"}
_PLACE = re.compile(r" - at `\$\.?(.+)`$")


class UnreadableBodyError(ValueError):
    """A body does not hold what it should. The text says where, never what was found there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """The part of an applicant's body that a list shows."""

    name: str = ""
    applicant_type: ApplicantType = ApplicantType.US_MD
    standing: Standing = Standing.SENIOR
    graduation_year: int | None = None


def encode_applicant(applicant: Applicant) -> str:
    """The applicant as JSON, without what has columns or rows of its own."""
    names = (field.name for field in fields(applicant) if field.name not in _IN_COLUMNS)
    return _encode({name: getattr(applicant, name) for name in names})


def encode_scenario(scenario: Scenario) -> str:
    """The whole scenario as JSON."""
    return _encode(scenario)


def encode_facts(facts: Mapping[FactKey, Fact]) -> str:
    """The facts of one program as JSON."""
    return _encode({key.value: fact for key, fact in facts.items()})


def encode_track(track: Track) -> str:
    """The track as JSON."""
    return _encode(track)


def decode_facts(body: bytes) -> dict[FactKey, Fact]:
    """The facts of a body; those that this release has no name for are passed over."""
    known = {key.value: key for key in FactKey}
    held = _decode(body, dict[str, Fact])
    return {known[name]: fact for name, fact in held.items() if name in known}


def decode_track(body: bytes) -> Track:
    """The track of a body."""
    return _decode(body, Track)


def encode_ids(ids: Iterable[str]) -> str:
    """The ids as a JSON list."""
    return _encode(list(ids))


def decode_scenario(body: bytes) -> Scenario:
    """The scenario of a body."""
    return _decode(body, Scenario)


def decode_particulars(body: bytes) -> Particulars:
    """What a list shows of an applicant's body."""
    return _decode(body, Particulars)


def decode_applicant(
    body: bytes, *, applicant_id: str, code: str, scenarios: Sequence[Scenario]
) -> Applicant:
    """The applicant of a body, with what its row and its scenarios' rows hold."""
    import msgspec

    whole = _decode(body, dict[str, Any])
    whole |= {"id": applicant_id, "code": code, "scenarios": tuple(scenarios)}
    try:
        return msgspec.convert(whole, Applicant)
    except msgspec.ValidationError as error:
        raise UnreadableBodyError(_place(error)) from None


def mended(text: str) -> str:
    """The text with halves of surrogate pairs, as pasting can bring them, made into "\ufffd"."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _encode(value: object) -> str:
    import msgspec

    try:
        return _encoder().encode(value).decode()
    except UnicodeEncodeError:
        return _encoder().encode(_all_mended(msgspec.to_builtins(value, order="sorted"))).decode()


def _all_mended(value: Any) -> Any:
    if isinstance(value, str):
        return mended(value)
    if isinstance(value, dict):
        return {key: _all_mended(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_all_mended(held) for held in value]
    return value


def _decode(body: bytes, kind: type[T]) -> T:
    import msgspec

    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError as error:
        raise UnreadableBodyError(_place(error)) from None


def _place(error: Exception) -> str:
    found = _PLACE.search(str(error))
    return found[1] if found else ""


@cache
def _encoder() -> "msgspec.json.Encoder":
    import msgspec

    return msgspec.json.Encoder(order="deterministic")
