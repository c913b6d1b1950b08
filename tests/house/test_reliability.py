"""docs/reliability.md has a row for each promise, fault and abuse, none with an empty cell, and its tests exist."""

import re

from tests import ROOT

WANTED = [*(f"R{n}" for n in range(1, 7)), *(f"T{n}" for n in range(1, 21)), *(str(n) for n in range(1, 31))]
# What stands in a cell of somebody who had nothing to say.
EMPTY = {"", "–", "-", "—", "?", "…", "TODO"}
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def rows() -> list[list[str]]:
    page = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    cells = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in page.splitlines() if line[:1] == "|"]
    return [row for row in cells if re.fullmatch(r"[RT]?\d+", row[0])]


def test_every_promise_fault_and_abuse_has_its_row_and_no_cell_is_empty() -> None:
    assert [row[0] for row in rows()] == WANTED
    assert {len(row) for row in rows()} == {5}
    assert not [(row[0], cell) for row in rows() for cell in row if cell in EMPTY]


def test_every_test_that_is_named_exists() -> None:
    for row in rows():
        named = TEST.findall(row[3])
        assert named, row[0]
        assert TEST.sub("", row[3]).strip(" ,") == "", f"{row[0]}: not the whole name of a test"
        missing = [f"{file}::{test}" for file, test in named if not _has(file, test)]
        assert not missing, f"{row[0]}: {missing}"


def _has(file: str, test: str) -> bool:
    path = ROOT / file
    return (
        path.exists()
        and re.search(rf"^(async )?def {test}\(", path.read_text(encoding="utf-8"), re.MULTILINE) is not None
    )
