"""What imports are held against."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.exchange.made_up import NAMES, QUOTAS, made_up_directory

from smartpick_desktop.core.import_plan import ImportContext
from smartpick_desktop.core.program_facts import FactBook
from smartpick_desktop.core.program_match import ProgramMatcher
from smartpick_desktop.core.programs import Directory
from smartpick_desktop.core.scenario import Scenario


@pytest.fixture(scope="session")
def directory() -> Directory:
    return made_up_directory()


@pytest.fixture
def context(directory: Directory) -> Callable[..., ImportContext]:
    """What an import is held against; an empty list and no facts at first."""
    made = ImportContext(
        directory=directory,
        matcher=ProgramMatcher(directory, NAMES),
        facts=FactBook(),
        scenario=Scenario(id="a", name="Actual", season=2026),
        quotas=QUOTAS,
        names=NAMES,
    )
    return lambda **changed: replace(made, **changed)
