"""Tests of `smartpick_desktop.paths`."""

from pathlib import Path

import pytest

from smartpick_desktop import PRODUCT_NAME, paths


def test_the_data_folder_follows_the_environment(data_dir: Path) -> None:
    assert paths.data_dir() == data_dir
    assert paths.log_dir() == data_dir / "logs"


def test_the_data_folder_is_named_after_the_product(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DATA_DIR_VARIABLE)
    assert paths.data_dir().name == PRODUCT_NAME
    assert PRODUCT_NAME in paths.log_dir().parts


def test_the_source_tree_keeps_resources_at_its_top() -> None:
    top = Path(__file__).parents[1]
    assert paths.resource("data", "x.json") == top / "resources" / "data" / "x.json"


def test_a_wheel_or_bundle_keeps_resources_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "smartpick_desktop"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.resource("icons") == package / "resources" / "icons"
