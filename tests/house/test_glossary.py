"""docs/glossary.md and the sentences agree: one thing, one word."""

import re
from dataclasses import dataclass

import pytest

from tests import ROOT

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
COLUMNS = {"zh": 1, "ug": 2, "en": 3}
SENTENCES = [*sorted(ROOT.glob("handlers/*/texts/*.ftl")), *sorted((ROOT / "bot" / "words").glob("*.ftl"))]


@dataclass(frozen=True)
class Row:
    thing: str
    words: dict[str, str]
    unused: tuple[str, ...]


def rows() -> list[Row]:
    found = []
    for line in GLOSSARY.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "thing":
            unused = tuple(word.strip() for word in cells[4].split("·") if word.strip())
            found.append(Row(cells[0], {one: cells[at] for one, at in COLUMNS.items()}, unused))
    return found


def said(language: str) -> list[tuple[str, str]]:
    """Every sentence's line, with where it stands; comments are nobody's words."""
    return [
        (f"{path.relative_to(ROOT)}:{number}", line)
        for path in SENTENCES
        if path.stem == language
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if not line.startswith("#")
    ]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.thing)
def test_a_thing_is_called_by_its_one_word(row: Row) -> None:
    for language, word in row.words.items():
        assert any(word.lower() in line.lower() for _, line in said(language)), f"nobody says {word}"
    other_words = [
        f"{at}: {line}" for one in COLUMNS for at, line in said(one) for word in row.unused if word in line
    ]
    assert not other_words


def test_nobody_is_asked_with_shall() -> None:
    found = [(at, re.sub(r"\{[^}]*", "", line)) for at, line in said("en")]  # names of values are not read
    assert not [f"{at}: {line}" for at, line in found if re.search(r"\bshall\b|\babstain", line, re.IGNORECASE)]


def test_an_uyghur_question_to_one_person_ends_politely() -> None:
    assert not [f"{at}: {line}" for at, line in said("ug") if re.search("(ماقچى|مەكچى)؟", line)]


def test_an_uyghur_ending_joins_its_number_without_a_blank() -> None:
    assert not [f"{at}: {line}" for at, line in said("ug") if re.search(r"\} - ?\w|\}- ?ئ?ى?نۇمۇر", line)]
