"""`python -m tests.tools.uyghur_review --write`: every Uyghur sentence beside the English, for a native reader."""

import sys
from pathlib import Path

from fluent.syntax import FluentSerializer, ast, parse

ROOT = Path(__file__).parents[2]
LISTS = ROOT / "docs" / "uyghur-review"
PAGE = "page.md"  # written by hand: its words lie in the page's own modules
HEAD = """# Uyghur sentences for a native reader
None of these has been reviewed by a native reader yet. Please change what sounds wrong in the `ug.ftl` file named
above each table (the words of the phone page itself are in [page.md](page.md)), then run
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


def listings() -> dict[str, str]:
    """A file for each feature, one for the machine, and README.md, which leads to all of them."""
    lists = {f"{folder.parent.name}.md": _list(folder) for folder in folders()}
    return {"README.md": HEAD + "".join(f"- [{name.removesuffix('.md')}]({name})\n" for name in lists), **lists}


def _list(folder: Path) -> str:
    uyghur, english = sentences(folder / "ug.ftl"), sentences(folder / "en.ftl")
    table = [f"# {folder.relative_to(ROOT)}/ug.ftl\n\n| key | Uyghur | English |\n|---|---|---|\n"]
    return "".join(table + [f"| {key} | {words} | {english.get(key, '')} |\n" for key, words in uyghur.items()])


def written() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in LISTS.glob("*.md") if path.name != PAGE}


def _write() -> None:
    lists = listings()
    for gone in written().keys() - lists.keys():
        (LISTS / gone).unlink()
    for name, words in lists.items():
        (LISTS / name).write_text(words, encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        _write()
    sys.stdout.write(f"{LISTS.relative_to(ROOT)}: {sum(words.count('| ') for words in listings().values())} cells\n")
