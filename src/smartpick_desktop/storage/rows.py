"""Rows of the library file as values of the core, and what to say where that fails."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.repository import ApplicantSummary, UnreadableApplicantError
from smartpick_desktop.core.scenario import Scenario
from smartpick_desktop.storage import codec

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def summary(applicant_id: str, code: bytes, body: bytes, changed_at: int) -> ApplicantSummary:
    """The line of a list for a row; one that cannot be read says so in `damage`."""
    try:
        particulars, damage = codec.decode_particulars(body), ""
    except codec.UnreadableBodyError as error:
        particulars, damage = codec.Particulars(), str(_unreadable(code, "", error))
    return ApplicantSummary(
        id=applicant_id,
        code=text(code),
        name=particulars.name,
        applicant_type=particulars.applicant_type,
        standing=particulars.standing,
        graduation_year=particulars.graduation_year,
        changed_at=moment(changed_at),
        damage=damage,
    )


def applicant(
    applicant_id: str, code: bytes, body: bytes, scenarios: Sequence[bytes]
) -> Applicant:
    """The applicant of a row and of its scenarios' bodies."""
    read = [_scenario(code, number, held) for number, held in enumerate(scenarios, start=1)]
    try:
        return codec.decode_applicant(
            body, applicant_id=applicant_id, code=text(code), scenarios=read
        )
    except codec.UnreadableBodyError as error:
        raise _unreadable(code, "", error) from None


def text(stored: bytes) -> str:
    """Text that was read as bytes, so that a damaged one does not stop the others."""
    return stored.decode(errors="replace")


def moment(milliseconds: int) -> datetime:
    """The moment that a row holds."""
    return _EPOCH + milliseconds * _MILLISECOND


def milliseconds(moment: datetime) -> int:
    """The moment as a row holds it."""
    return (moment - _EPOCH) // _MILLISECOND


def _scenario(code: bytes, number: int, body: bytes) -> Scenario:
    try:
        return codec.decode_scenario(body)
    except codec.UnreadableBodyError as error:
        raise _unreadable(code, f"scenario {number}", error) from None


def _unreadable(
    code: bytes, part: str, error: codec.UnreadableBodyError
) -> UnreadableApplicantError:
    place = ", ".join(filter(None, (part, str(error)))) or "the applicant's own data"
    return UnreadableApplicantError(
        f"Applicant {text(code)} cannot be read ({place}). Nothing was changed."
    )
