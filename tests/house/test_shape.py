"""What can drift is held here: who imports whom, where SQL lives, what a file says first, what is committed."""

import ast
import re
import subprocess
import sys
import typing
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from bot.database.migrations import migrations
from bot.dialogue.ahead import Ahead
from bot.dialogue.feature import Feature, Town
from handlers import FEATURES
from tests import ROOT
from tests.tools import uyghur_review

TOWN = sorted((ROOT / "handlers").rglob("*.py"))
ROOMS = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in TOWN}
MACHINE = sorted((ROOT / "bot").rglob("*.py"))
INVENTED = sorted((ROOT / "simulation").rglob("*.py"))  # people, for --demo and simulate
PYTHON = [*MACHINE, *TOWN, *INVENTED, *sorted((ROOT / "tests").rglob("*.py"))]
TALKS = {"chat", "jobs", "pages"}
READABLE = {"store", "rules", "words", "source"}
MOST_FIELDS = 22  # of a Feature
OUTSIDE = {"telegram", "httpx", "aiosqlite", "asyncpg", "apscheduler"}
MOST_MODULES = 15
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


def arrows(path: Path) -> set[str]:
    """The modules of the town that this one imports; `from handlers.ideas import store` is the store."""
    named = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and node.module]
    full = {(f"{node.module}.{alias.name}", node.module or "") for node in named for alias in node.names}
    return {name if name in ROOMS else module for name, module in full} & ROOMS.keys()


def circle(after: dict[str, set[str]]) -> tuple[str, ...]:
    """The first way that leads back to where it began."""
    done: set[str] = set()

    def walk(one: str, way: tuple[str, ...]) -> tuple[str, ...]:
        if one in way:
            return (*way[way.index(one) :], one)
        if one in done:
            return ()
        found = next((found for name in sorted(after.get(one, ())) if (found := walk(name, (*way, one)))), ())
        done.add(one)
        return found

    return next((found for one in sorted(after) if (found := walk(one, ()))), ())


def in_store(path: Path) -> bool:
    return path.stem == "store" or path.parent.name == "store"


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_the_machine_never_imports_the_town() -> None:
    beneath = [path for path in MACHINE if at(path) != "bot/__main__.py"]
    assert importing(beneath, lambda name: name.split(".")[0] == "handlers") == []


def test_invented_people_are_imported_by_the_program_alone_and_late() -> None:
    beneath = [path for path in [*MACHINE, *TOWN] if at(path) != "bot/__main__.py"]
    assert importing(beneath, lambda name: name.split(".")[0] == "simulation") == []
    start = "import sys, bot.__main__; sys.exit('simulation' in sys.modules)"
    subprocess.run([sys.executable, "-c", start], cwd=ROOT, check=True)


def test_the_town_speaks_to_the_world_only_through_the_machine() -> None:
    invented = [path for path in INVENTED if path.stem not in ("web_phones", "one_thread")]  # they play the world
    assert importing([*TOWN, *invented], lambda name: name.split(".")[0] in OUTSIDE) == []


def test_a_feature_reads_only_the_stores_rules_and_words_of_others() -> None:
    wrong = []
    for path in TOWN:
        here = path.relative_to(ROOT / "handlers").parts[0]
        for name in sorted(imports(path)):
            parts = name.split(".")
            if parts[0] == "handlers" and len(parts) > 2 and parts[1] != here and here != "__init__.py":
                wrong += [] if parts[2] in READABLE else [f"{at(path)}: {name}"]
    assert wrong == []


def test_nothing_in_the_town_is_imported_in_a_circle() -> None:
    """Neither while the program starts nor for a type checker. The way back is a name: bot/dialogue/ahead.py."""
    after = {one: arrows(path) - {one} for one, path in ROOMS.items()}
    assert circle(after) == ()
    between: dict[str, set[str]] = {}
    for one, found in after.items():
        here = one.split(".")[1:2]
        between.setdefault("".join(here), set()).update(there.split(".")[1] for there in found if "." in there)
    # The card of an idea says how its poll came out, and the options of a poll may be ideas.
    between["ideas"].remove("polls")
    assert circle({one: found - {one} for one, found in between.items()}) == ()


def test_a_chat_speaks_through_its_context() -> None:
    """`context.notices` is only handed on, to what works without a speaker as well."""
    reached = re.compile(r"\bcontext\.notices\.")
    assert [at(path) for path in TOWN if reached.search(path.read_text(encoding="utf-8"))] == []


def test_rules_and_stores_know_nothing_of_chats() -> None:
    silent = [path for path in TOWN if path.stem == "rules" or in_store(path)]
    assert importing(silent, lambda name: name.split(".")[-1] in TALKS) == []


def test_sql_of_the_town_lives_in_stores() -> None:
    others = [path for path in TOWN if not in_store(path)]
    others += [path for path in INVENTED if not path.stem.endswith("store")]
    sql = re.compile(r'"(SELECT|INSERT INTO|UPDATE|DELETE FROM) ')
    assert [at(path) for path in others if sql.search(path.read_text(encoding="utf-8"))] == []


def test_nothing_a_feature_asks_is_called_short() -> None:
    """Short statements run on the event loop: one that turns out slow would stop everybody."""
    assert [at(path) for path in [*TOWN, *INVENTED] if re.search(r"\bShort\(", path.read_text("utf-8"))] == []


def test_no_folder_of_the_town_holds_more_than_one_can_read() -> None:
    folders = {path.parent for path in TOWN}
    rooms = {folder: [path for path in folder.glob("*.py") if path.name != "__init__.py"] for folder in folders}
    assert [at(folder) for folder in folders if len(rooms[folder]) > MOST_MODULES] == []


def test_a_second_store_makes_a_folder_of_them() -> None:
    """One noun a file: `store/comments.py`, never `comment_store.py`."""
    assert [at(path) for path in TOWN if path.stem.endswith("_store")] == []
    assert [
        at(path) for path in TOWN if path.parent.name == "store" and (path.parent.parent / "store.py").exists()
    ] == []


def test_what_a_feature_knows_of_people_stands_in_its_people() -> None:
    for feature in FEATURES:
        if feature.people.columns or feature.people.pictures:
            assert (ROOT / "handlers" / feature.name / "people.py").is_file(), feature.name
    elsewhere = [path for path in TOWN if path.name != "people.py"]
    assert importing(elsewhere, lambda name: name.split(".")[-1] in ("PersonColumn", "PictureColumn")) == []


def test_one_place_holds_the_sentences_of_a_feature() -> None:
    made = [path for path in TOWN if "bot.i18n.texts.Texts" in imports(path)]
    assert [at(path) for path in made if path.name != "words.py"] == []


def test_roles_are_read_and_written_in_one_place() -> None:
    """Others take `roles.holds` into their SQL."""
    table = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE) roles\b")
    found = [at(path) for path in (*MACHINE, *TOWN) if table.search(path.read_text(encoding="utf-8"))]
    # The speaker is read together with hers, and doctor looks for one that nobody knows.
    assert found == ["bot/cli/invariants.py", "bot/identity/people.py", "bot/identity/roles.py"]


def test_one_owner_reads_and_writes_the_outbox() -> None:
    sql = re.compile(r"(?s)(?=.*\b(SELECT|INSERT|UPDATE|DELETE|FROM|JOIN|WHERE)\b).*\boutbox\b")
    others = [path for path in [*MACHINE, *TOWN, *INVENTED] if path.parent != ROOT / "bot" / "outbox" / "store"]
    texts = ((path, node) for path in others for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    assert [f"{at(path)}:{node.lineno}" for path, node in texts if sql.search(str(node.value))] == []


def test_the_first_line_says_what_lives_there() -> None:
    assert [at(path) for path in PYTHON if tree(path).body and not ast.get_docstring(tree(path))] == []


def test_nobody_calls_executescript_or_reads_the_environment_elsewhere() -> None:
    wrong = []
    for path in [*MACHINE, *TOWN, *INVENTED]:
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
    missing = [part for part in parts if f"`{part}`" not in words]
    assert missing == [], f"say in {map_of}/README.md, in its table, what is in {', '.join(missing)}"


def test_a_feature_stays_a_table_of_contents() -> None:
    """What only one feature asks of the others is an offer of a type of its own: `Feature.offers`."""
    assert len(fields(Feature)) <= MOST_FIELDS


def test_every_feature_is_whole() -> None:
    town = Town(FEATURES)
    assert town.actions
    assert town.commands
    assert town.home.who
    for feature in FEATURES:
        assert feature.sentence.endswith("."), f"{feature.name}: its sentence ends with a full stop"
        for action in feature.actions:
            assert action.feature == feature.name, action.name
            assert len(action.name.encode()) <= 40, "leave room for the arguments"
        for command in feature.menu:
            assert command in town.commands, f"{feature.name}: no action has the command /{command} of its menu"


def test_every_action_in_the_town_is_in_its_table_of_contents() -> None:
    """A handler that nobody listed would make dead buttons."""
    from bot.dialogue.actions import Action

    listed = {id(action) for feature in FEATURES for action in feature.actions}
    for path in TOWN:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        module = __import__(name, fromlist=["*"])
        for value in vars(module).values():
            if isinstance(value, Action):
                assert id(value) in listed, (
                    f"{name}: {value.name} is in no Feature.actions, or its feature not in FEATURES"
                )


def test_a_screen_that_is_taken_by_its_name_exists_and_takes_these_arguments() -> None:
    """The way back to what imports us: Ahead (bot/dialogue/ahead.py), within one feature."""
    actions = Town(FEATURES).actions
    for path in TOWN:
        feature, module = path.relative_to(ROOT).parts[1], ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for value in vars(__import__(module, fromlist=["*"])).values():
            if isinstance(value, Ahead):
                assert value.name.startswith(f"{feature}."), value.name
                assert actions[value.name].parameters == typing.get_args(value.__orig_class__)[0]


def test_every_command_that_a_button_leads_to_exists() -> None:
    commands = Town(FEATURES).commands
    for path in TOWN:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "go":
                command = node.args[1]
                if isinstance(command, ast.Constant):
                    assert command.value in commands, f"{path}: {command.value}"


def test_the_list_for_a_native_reader_of_uyghur_is_complete() -> None:
    assert uyghur_review.written() == uyghur_review.listings(), "run python -m tests.tools.uyghur_review --write"
