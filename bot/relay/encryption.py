"""Addresses with tokens and passwords are kept sealed: whoever gets the database alone cannot read them."""

import importlib
import os
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from bot.storage.shared import shared
from bot.storage.storage import Storage

FILE = "secret.key"
KEY_BYTES = 32  # https://github.com/fernet/spec/blob/master/Spec.md


class Unsealable(Exception):
    """Sealed with a key that we do not have any more."""


class Seal:
    """The first key seals, every one opens: put a new one before the old one to change it."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = tuple(keys)

    @cached_property
    def _box(self) -> Any:
        return _fernet().MultiFernet([_fernet().Fernet(key) for key in self._keys])

    def close(self, words: str) -> str:
        return str(self._box.encrypt(words.encode()).decode())

    def find(self, sealed: str) -> str | None:
        """None when its key is gone."""
        try:
            return self.open(sealed)
        except Unsealable:
            return None

    def open(self, sealed: str) -> str:
        """Raises Unsealable."""
        try:
            return str(self._box.decrypt(sealed).decode())
        except _fernet().InvalidToken as error:
            raise Unsealable from error


async def keys(given: Sequence[str], storage: Storage, folder: Path) -> list[str]:
    """Those of the settings, or else those that all processes share, made when there are none. Raises Unavailable."""
    if given:
        return list(given)
    found = await shared(storage, folder, FILE, lambda: urlsafe_b64encode(os.urandom(KEY_BYTES)).decode() + "\n")
    return [key for one in found for key in one.split()]


@cache
def _fernet() -> Any:
    """Imported when something is sealed or opened: 7 MB, which a town without relays does not need."""
    return importlib.import_module("cryptography.fernet")
