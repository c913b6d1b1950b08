"""A table for a spreadsheet, without what it takes for a formula; how people are called in a file that travels."""

import csv
import random
import unicodedata
from collections.abc import Iterable, Sequence
from io import StringIO

# https://owasp.org/www-community/attacks/CSV_Injection: what makes a cell a formula, in front of or behind blanks.
STARTS_FORMULA = frozenset("=+-@")
BREAKS_CELL = frozenset("\t\r\n")
GUARD = "'"
FIRST_PSEUDONYM, LAST_PSEUDONYM = 100_000, 999_999
# Excel takes a file without it for one in the machine's old code page.
BYTE_ORDER_MARK = "\ufeff"


def table(columns: Sequence[str], rows: Iterable[Iterable[str | int | None]]) -> bytes:
    """RFC 4180, every cell in quotes."""
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def cell(value: str | int | None) -> str:
    """One cell of a CSV file. Words that could run begin with an apostrophe, and so does an apostrophe itself, so
    that taking one away gives back what was written."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return GUARD + value if _could_run(value) else value


def _could_run(words: str) -> bool:
    if words[:1] == GUARD or words[:1] in BREAKS_CELL:
        return bool(words)
    for letter in words:
        if not _unseen(letter):
            # Full-width and small forms too: some spreadsheets fold them, https://nvd.nist.gov/vuln/detail/CVE-2021-41270
            return unicodedata.normalize("NFKC", letter)[:1] in STARTS_FORMULA
    return False


def _unseen(letter: str) -> bool:
    """Blanks, controls and marks that a spreadsheet may throw away before it looks."""
    return letter.isspace() or unicodedata.category(letter)[0] in "CZ"


def pseudonyms(people: Iterable[int], chance: random.Random) -> dict[int, int]:
    """Numbers that mean nothing outside one file: the next file has others."""
    known = sorted(set(people))
    return dict(zip(known, chance.sample(range(FIRST_PSEUDONYM, LAST_PSEUDONYM + 1), len(known)), strict=True))
