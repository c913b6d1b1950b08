"""What can drift is held here: who imports whom, where SQL lives, what a file says first, what is committed."""

import ast
import re
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from bot.database.migrations import migrations
from bot.dialogue.feature import Town
from handlers import FEATURES
from tests.tools import uyghur_review

ROOT = Path(__file__).parent.parent
TOWN = sorted((ROOT / "handlers").rglob("*.py"))
MACHINE = sorted((ROOT / "bot").rglob("*.py"))
PYTHON = [*MACHINE, *TOWN, *sorted((ROOT / "tests").rglob("*.py"))]
TALKS = {"chat", "jobs", "pages"}
OUTSIDE = {"telegram", "httpx", "aiosqlite", "asyncpg", "apscheduler"}
LARGEST_PICTURE = 300_000  # bytes
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "registry.npmjs" + ".org", "npmmirror" + ".com")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return frozenset(found)


def importing(paths: Iterable[Path], forbidden: Callable[[str], bool]) -> list[str]:
    """Which of these files import what they must not, each with what it is."""
    return [f"{at(path)}: {name}" for path in paths for name in sorted(imports(path)) if forbidden(name)]


def at(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_the_machine_never_imports_the_town() -> None:
    beneath = [path for path in MACHINE if at(path) != "bot/__main__.py"]
    assert importing(beneath, lambda name: name.split(".")[0] == "handlers") == []


def test_the_town_speaks_to_the_world_only_through_the_machine() -> None:
    assert importing(TOWN, lambda name: name.split(".")[0] in OUTSIDE) == []


def test_a_feature_reads_only_the_stores_and_rules_of_others() -> None:
    wrong = []
    for path in TOWN:
        here = path.relative_to(ROOT / "handlers").parts[0]
        for name in sorted(imports(path)):
            parts = name.split(".")
            if parts[0] == "handlers" and len(parts) > 2 and parts[1] != here and here != "__init__.py":
                wrong += [] if "store" in parts[2] or parts[2] == "rules" else [f"{at(path)}: {name}"]
    assert wrong == []


def test_rules_and_stores_know_nothing_of_chats() -> None:
    silent = [path for path in TOWN if path.stem in ("rules", "store")]
    assert importing(silent, lambda name: name.split(".")[-1] in TALKS) == []


def test_sql_of_the_town_lives_in_stores() -> None:
    others = [path for path in TOWN if not path.stem.endswith("store")]
    sql = re.compile(r'"(SELECT|INSERT INTO|UPDATE|DELETE FROM) ')
    assert [at(path) for path in others if sql.search(path.read_text(encoding="utf-8"))] == []


def test_the_first_line_says_what_lives_there() -> None:
    assert [at(path) for path in PYTHON if tree(path).body and not ast.get_docstring(tree(path))] == []


def test_nobody_calls_executescript_or_reads_the_environment_elsewhere() -> None:
    wrong = []
    for path in [*MACHINE, *TOWN]:
        names = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
        refused = {"executescript"} if path.name == "__main__.py" else {"executescript", "environ"}
        wrong += [f"{at(path)}: {name}" for name in sorted(names & refused)]
    assert wrong == []


def test_no_source_file_has_a_raw_bidi_character() -> None:
    for path in tracked():
        if path.suffix in (".py", ".ftl", ".js", ".css", ".html", ".sql", ".md"):
            text = path.read_text(encoding="utf-8")
            assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", text), path


def test_no_file_names_a_package_registry_and_no_picture_is_large() -> None:
    for path in tracked():
        if path.suffix in (".png", ".jpg", ".jpeg", ".webp", ".ttf", ".woff2", ".ico"):
            assert path.stat().st_size <= LARGEST_PICTURE, path
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [registry for registry in REGISTRIES if registry in text], path


def test_migrations_are_numbered_without_gaps_and_say_why() -> None:
    migrations()
    for path in sorted((ROOT / "migrations").glob("*.sql")):
        assert path.read_text(encoding="utf-8").startswith("-- why: "), path


@pytest.mark.parametrize("map_of", ["bot", "handlers"])
def test_a_readme_names_every_part_beside_it(map_of: str) -> None:
    here = ROOT / map_of
    words = (here / "README.md").read_text(encoding="utf-8")
    parts = [path.name for path in here.glob("*.py") if path.name != "__init__.py"] if map_of == "bot" else []
    parts += [path.parent.name + "/" * (map_of == "bot") for path in here.glob("*/__init__.py")]
    assert [part for part in parts if f"`{part}`" not in words] == []


def test_every_feature_is_whole() -> None:
    town = Town(FEATURES)
    assert town.actions
    assert town.commands
    assert town.home.who
    for feature in FEATURES:
        assert feature.sentence.endswith(".")
        for action in feature.actions:
            assert action.feature == feature.name, action.name
            assert len(action.name.encode()) <= 40, "leave room for the arguments"
        for command in feature.menu:
            assert command in town.commands, command


def test_every_action_in_the_town_is_in_its_table_of_contents() -> None:
    """A handler that nobody listed would make dead buttons."""
    from bot.dialogue.actions import Action

    listed = {id(action) for feature in FEATURES for action in feature.actions}
    for path in TOWN:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        module = __import__(name, fromlist=["*"])
        for value in vars(module).values():
            if isinstance(value, Action):
                assert id(value) in listed, f"{name}: {value.name}"


def test_every_command_that_a_button_leads_to_exists() -> None:
    commands = Town(FEATURES).commands
    for path in TOWN:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "go":
                command = node.args[1]
                if isinstance(command, ast.Constant):
                    assert command.value in commands, f"{path}: {command.value}"


def test_the_list_for_a_native_reader_of_uyghur_is_complete() -> None:
    assert uyghur_review.LIST.read_text(encoding="utf-8") == uyghur_review.listing(), (
        "run python -m tests.tools.uyghur_review --write"
    )
