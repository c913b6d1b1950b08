"""The machine has storeys: what stands below knows nothing of what stands above, also not by its types."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests import ROOT

# Lowest first; what stands on one line may use one another only inside its own folder.
STOREYS = (
    "clock config logs metrics program",
    "database i18n graphics doors",
    "errors storage",
    "media identity",
    "server",
    "gateway",
    "services",
    "outbox",
    "relay backup",
    "open311 translating",
    "dialogue",
    "updates privacy",
    "web workers",
    "app",
    "cli",
    "__main__",
)
HEIGHT = {room: height for height, rooms in enumerate(STOREYS) for room in rooms.split()}
MOST_MODULES = 15


def _modules() -> dict[str, Path]:
    found = {}
    for path in (ROOT / "bot").rglob("*.py"):
        dotted = path.relative_to(ROOT).with_suffix("")
        found[".".join(dotted.parent.parts if path.name == "__init__.py" else dotted.parts)] = path
    return found


def _arrows() -> Iterator[tuple[str, str]]:
    """Who imports whom, also where only a type checker reads it."""
    modules = _modules()
    for module, path in modules.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    full = f"{node.module}.{alias.name}"
                    target = full if full in modules else node.module
                    if target in modules and target not in (module, "bot"):
                        yield module, target


def test_no_import_runs_upwards() -> None:
    upwards = set()
    for module, target in _arrows():
        here, there = module.split(".")[1:2], target.split(".")[1:2]
        if here and here != there and HEIGHT[there[0]] >= HEIGHT[here[0]]:
            upwards.add((module, target))
    assert upwards == set()


def test_every_room_stands_on_a_storey() -> None:
    rooms = {module.split(".")[1] for module in _modules() if "." in module}
    assert rooms == set(HEIGHT)


def test_nothing_is_imported_in_a_circle() -> None:
    after: dict[str, set[str]] = {}
    for module, target in _arrows():
        after.setdefault(module, set()).add(target)
    done: set[str] = set()

    def walk(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " → ".join((*way[way.index(module) :], module))
        if module not in done:
            for target in after.get(module, ()):
                walk(target, (*way, module))
            done.add(module)

    for module in list(after):
        walk(module, ())


def test_no_folder_of_the_machine_holds_more_than_one_can_read() -> None:
    for folder in {path.parent for path in _modules().values()}:
        rooms = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
        assert len(rooms) <= MOST_MODULES, folder
