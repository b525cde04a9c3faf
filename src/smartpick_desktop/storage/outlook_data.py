"""Reads the rules file of the outlook."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.outlook.rules import (
    Coefficient,
    Intercept,
    OutlookRules,
    Settings,
    SpecialtyClass,
)
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.storage.tables import convert, read_toml

FILE_NAME = "outlook.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meta:
    title: str
    version: str
    year: int
    confidence: str
    source_ids: tuple[str, ...]
    editor: str
    edited: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    meta: _Meta
    settings: Settings
    intercepts: Mapping[SpecialtyClass, Mapping[ApplicantType, Intercept]]
    classes: Mapping[SpecialtyClass, frozenset[str]]
    coefficients: tuple[Coefficient, ...]


def load_outlook_rules(path: Path) -> OutlookRules:
    """The rules of the outlook; ResourceError names the field and what was expected."""
    held = convert(path, "", read_toml(path), _File)
    try:
        return OutlookRules(
            settings=held.settings,
            intercepts=held.intercepts,
            classes=held.classes,
            coefficients={one.key: one for one in held.coefficients},
        )
    except ValueError as error:
        raise ResourceError(path.name, "", str(error)) from error
