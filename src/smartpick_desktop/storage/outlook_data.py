"""Reads the rules file of the outlook."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smartpick_desktop.core.applicant import ApplicantType
from smartpick_desktop.core.outlook.rules import (
    Coefficient,
    GroupBase,
    OrdinaryList,
    OutlookRules,
    Settings,
    SpecialtyClass,
)
from smartpick_desktop.storage.resource_error import ResourceError
from smartpick_desktop.storage.tables import convert, read_csv, read_toml

FILE_NAME = "outlook.toml"
GROUPS_NAME = "outlook_groups.csv"


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
    lists: Mapping[SpecialtyClass, Mapping[ApplicantType, OrdinaryList]]
    classes: Mapping[SpecialtyClass, frozenset[str]]
    coefficients: tuple[Coefficient, ...]


def load_outlook_rules(path: Path, groups: Path) -> OutlookRules:
    """The rules of the outlook; ResourceError names file, field and what was expected."""
    rows = read_csv(groups, GroupBase)
    held = convert(path, "", read_toml(path), _File)
    try:
        return OutlookRules(
            settings=held.settings,
            lists=held.lists,
            classes=held.classes,
            coefficients={one.key: one for one in held.coefficients},
            groups={(row.specialty, row.applicant_type): row for row in rows},
        )
    except ValueError as error:
        raise ResourceError(path.name, "", str(error)) from error
