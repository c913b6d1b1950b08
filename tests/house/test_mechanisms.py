"""docs/mechanisms.md names a story for every lesson of the case, and each of them is there."""

import re
from pathlib import Path

from tests import ROOT


def test_every_story_that_is_named_exists() -> None:
    said = (ROOT / "docs" / "mechanisms.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", said)
    assert len(named) > 12
    missing = [f"{file}::{test}" for file, test in named if f"def {test}(" not in _read(ROOT / file)]
    assert not missing


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
