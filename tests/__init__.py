"""`machine/` holds bot/, `town/` holds handlers/; `running/`, `browser/` and `faults/` start real programs."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
