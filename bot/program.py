"""Which version this is, said in one place, and what an operator types to call it."""

import sys
from pathlib import Path

VERSION = "0.2.0"
INSTALLED = "nestbox"  # the console script of pyproject.toml
IN_A_CLONE = "python -m bot"


def typed(words: str = "") -> str:
    """The command with these words behind it, as this very process was called."""
    called = INSTALLED if Path(sys.argv[0]).stem == INSTALLED else IN_A_CLONE
    return f"{called} {words}".rstrip()
