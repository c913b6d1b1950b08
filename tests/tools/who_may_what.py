"""The table of who may do what, made from the town itself: `python -m tests.tools.who_may_what --write` renews it."""

import sys
from pathlib import Path

from bot.dialogue.actions import Action
from bot.dialogue.feature import Feature
from bot.identity.roles import Role
from handlers import FEATURES

README = Path(__file__).parents[2] / "handlers" / "README.md"
MARKER = "<!-- who-may-what -->"
ROLES = (Role.RESIDENT, Role.VOLUNTEER, Role.LEAD, Role.SHOPKEEPER, Role.LIAISON, Role.PROPERTY_MANAGER)
MAY, MAY_NOT = "✓", "–"


def table(features: tuple[Feature, ...] = FEATURES) -> str:
    """One line an action, in the order of the tables of contents."""
    heads = ["feature", "action", "command", *(role.value for role in ROLES)]
    lines = [heads, ["---"] * 3 + [":-:"] * len(ROLES)]
    lines += [_line(feature, action) for feature in features for action in feature.actions]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def renewed(readme: str) -> str:
    """Raises ValueError when the markers are not there twice."""
    before, _, after = readme.split(MARKER)
    return f"{before}{MARKER}\n{table()}\n{MARKER}{after}"


def write() -> None:
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")


def _line(feature: Feature, action: Action[...]) -> list[str]:
    command = f"`/{action.command}`" if action.command else ""
    # Whoever is a resident everybody is: an action for residents is for all.
    everyone = action.who.newcomers or Role.RESIDENT in action.who.roles
    may = [MAY if everyone or role in action.who.roles else MAY_NOT for role in ROLES]
    return [feature.name, f"`{action.handler.__name__}`", command, *may]


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        print(table())
