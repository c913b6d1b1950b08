"""The page's JavaScript modules: what oxlint, which `make check` runs, does not look at."""

import re

from tests import ROOT

MODULES = [*sorted((ROOT / "bot").rglob("*.js")), *sorted((ROOT / "handlers").rglob("*.js"))]
IMPORT = re.compile(r"""\b(?:from|import)\s*\(?\s*"(\.[^"]*)\"""")


def test_every_import_of_a_module_leads_to_a_file() -> None:
    """A wrong name is refused only by a browser, when the page is opened."""
    imports = [(path, name) for path in MODULES for name in IMPORT.findall(path.read_text(encoding="utf-8"))]
    assert imports
    assert [f"{path.name}: {name}" for path, name in imports if not (path.parent / name).is_file()] == []


def test_every_module_says_first_what_it_is_for() -> None:
    assert [str(path) for path in MODULES if not path.read_text(encoding="utf-8").startswith("// ")] == []
