"""The next code follows the highest one that was given out."""

import pytest

from smartpick_desktop.core.repository import next_code


@pytest.mark.parametrize(
    ("taken", "code"),
    [
        ([], "A-01"),
        (["A-01"], "A-02"),
        (["A-09", "A-02"], "A-10"),
        (["A-99"], "A-100"),
        (["Smith", "B-40", "A-", "A-x1", "XA-7"], "A-01"),
        ([" A-007 "], "A-08"),
    ],
)
def test_next_code(taken: list[str], code: str) -> None:
    assert next_code(taken) == code
