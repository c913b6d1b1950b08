"""What every place for files promises. Names are ours, such as media/ab/….jpg: never a person's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Unavailable(OSError):
    """It does not answer, or refuses us. Nothing was lost; later it may answer again."""


@dataclass(frozen=True)
class Kept:
    name: str
    changed: float
    """Seconds since 1970, by the storage's own clock."""


class Storage(Protocol):
    """Never used inside a transaction: it may be slow. Every method raises OSError: Unavailable, or a full disk."""

    async def put(self, name: str, content: bytes) -> None:
        """Whole or not at all, and then it outlives a power cut. Of two at once with one name one stays."""

    async def create(self, name: str, content: bytes) -> bool:
        """Like `put`, but False where this name is taken: of two at once one wins."""

    async def get(self, name: str) -> bytes:
        """Raises FileNotFoundError."""

    async def has(self, name: str) -> bool: ...

    async def copy(self, name: str, again: str) -> bool:
        """A second name for the same bytes; each goes by itself. False when there is no such file, or no way to."""

    async def delete(self, names: Sequence[str]) -> None:
        """Of a name that is not there any more this is true already."""

    async def list(self, folder: str) -> Sequence[Kept]:
        """Everything in it, however deep."""

    def path(self, name: str) -> Path | None:
        """Where it lies, or would, on this machine's own disk; None where that is not the case."""
