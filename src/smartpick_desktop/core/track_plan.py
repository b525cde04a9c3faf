"""What taking in an edition of the Match's results would do, track by track."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from smartpick_desktop.core.import_plan import Action, Changed, PlanRow
from smartpick_desktop.core.program_facts import FactBook, FillYear, Track


def plan_tracks(tracks: Sequence[Track], facts: FactBook) -> tuple[PlanRow, ...]:
    """A row for each track; nothing is changed yet."""
    return tuple(
        _row(number, _merged(track, facts), facts) for number, track in enumerate(tracks, start=1)
    )


def take_tracks(tracks: Iterable[Track], facts: FactBook) -> FactBook:
    """The book with these tracks. Years it knew already stay, and so do links made before."""
    return facts.with_tracks(_merged(track, facts) for track in tracks)


def link_by_hand(facts: FactBook, codes: Iterable[str], program_id: str) -> FactBook:
    """The book with those tracks linked to a program, or to none where it is ""."""
    linked = (replace(facts.tracks[code], program_id=program_id) for code in codes)
    return facts.with_tracks(linked)


def _merged(track: Track, facts: FactBook) -> Track:
    held = facts.tracks.get(track.code)
    if held is None:
        return track
    years = {year.year: year for year in held.years} | {year.year: year for year in track.years}
    return replace(
        track,
        program_id=held.program_id or track.program_id,
        years=tuple(years[year] for year in sorted(years, reverse=True)),
    )


def _row(number: int, track: Track, facts: FactBook) -> PlanRow:
    held = facts.tracks.get(track.code)
    same = held == track
    action = Action.ADD if held is None else Action.SAME if same else Action.CHANGE
    return PlanRow(
        number=number,
        title=f"{track.institution} · {track.name}",
        program_id=track.program_id,
        action=action,
        reason=f"NRMP code {track.code}" if track.program_id else "Not linked to a program",
        changes=() if same else (_years(held, track),),
    )


def _years(held: Track | None, track: Track) -> Changed:
    before = _said(held.years) if held else ""
    return Changed(what="Filled of quota", before=before, after=_said(track.years))


def _said(years: Iterable[FillYear]) -> str:
    return ", ".join(f"{year.year}: {year.filled} of {year.quota}" for year in years)
