"""Which version this is, said in one place, and what an operator types to call it."""

import sys
from pathlib import Path

VERSION = "0.2.0"
INSTALLED = "nestbox"  # the console script of pyproject.toml


def typed(words: str = "") -> str:
    """The command with these words behind it, as this very process was called: to be copied as it is."""
    if Path(sys.argv[0]).stem == INSTALLED:
        return f"{INSTALLED} {words}".rstrip()
    return f"{_python()} -m bot {words}".rstrip()


def _python() -> str:
    """In a clone that of `make`, seen from the folder one is in."""
    try:
        return Path(sys.executable).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return "python"
