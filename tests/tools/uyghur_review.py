"""`python -m tests.tools.uyghur_review --write`: every Uyghur sentence beside the English, for a native reader."""

import sys
from pathlib import Path

from fluent.syntax import FluentSerializer, ast, parse

ROOT = Path(__file__).parents[2]
LIST = ROOT / "docs" / "uyghur-review.md"
HEAD = """# Uyghur sentences for a native reader
None of these has been reviewed by a native reader yet. Please change what sounds wrong in the `ug.ftl` file named
above each table (the words of the phone page itself are in [uyghur-review-page.md](uyghur-review-page.md)), then run
`python -m tests.tools.uyghur_review --write`. `{ … }` is filled in by the program.
"""


def folders() -> list[Path]:
    return [ROOT / "bot" / "words", *sorted((ROOT / "handlers").glob("*/texts"))]


def sentences(path: Path) -> dict[str, str]:
    serializer = FluentSerializer()
    found: dict[str, str] = {}
    for entry in parse(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            source = serializer.serialize_entry(entry).partition("=")[2]
            found[entry.id.name] = " ".join(source.split()).replace("|", "\\|")
    return found


def listing() -> str:
    parts = [HEAD]
    for folder in folders():
        uyghur, english = sentences(folder / "ug.ftl"), sentences(folder / "en.ftl")
        parts.append(f"\n## {folder.relative_to(ROOT)}/ug.ftl\n\n| key | Uyghur | English |\n|---|---|---|\n")
        parts += [f"| {key} | {words} | {english.get(key, '')} |\n" for key, words in uyghur.items()]
    return "".join(parts)


if __name__ == "__main__":
    if "--write" in sys.argv:
        LIST.write_text(listing(), encoding="utf-8")
    sys.stdout.write(f"{LIST.relative_to(ROOT)}: {listing().count('| ')} cells\n")
