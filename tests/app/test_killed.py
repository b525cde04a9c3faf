"""A first visit that is killed right after the last key, and what the next one finds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

DRIVER = Path(__file__).with_name("driver.py")


def driven(environment: dict[str, str], *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  our own driver
        [sys.executable, str(DRIVER), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_everything_typed_before_the_kill_is_there(environment: dict[str, str]) -> None:
    with driven(environment, "enter") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "typed\n"
        first.kill()
    with driven(environment, "look") as second:
        out, errors = second.communicate(timeout=60)
    assert second.returncode == 0, errors
    there: dict[str, Any] = json.loads(out)
    actual, what_if = there["scenarios"]
    assert (actual["name"], actual["step1"], actual["step2"]) == ("Actual", 250, 244)
    assert (what_if["name"], what_if["step1"], what_if["step2"]) == ("If CK 236", 250, 236)
    assert (actual["planned"], what_if["planned"]) == (False, True)
    for scenario in (actual, what_if):
        assert scenario["targets"] == ["dermatology", "anesthesiology"]
        assert len(set(scenario["programs"])) == 6
    assert (there["shown"], there["score_field"]) == ("If CK 236", "236")
