"""Addresses with tokens and passwords are kept sealed: whoever gets the database alone cannot read them."""

import os
from collections.abc import Sequence
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

FILE = "secret.key"


class Unsealable(Exception):
    """Sealed with a key that we do not have any more."""


class Seal:
    """The first key seals, every one opens: put a new one before the old one to change it."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def close(self, words: str) -> str:
        return self._fernet.encrypt(words.encode()).decode()

    def open(self, sealed: str) -> str:
        """Raises Unsealable."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken as error:
            raise Unsealable from error


def keys(given: Sequence[str], folder: Path) -> list[str]:
    """Those of the settings, or else the one in the folder, which is made when it is not there."""
    if given:
        return list(given)
    path = folder / FILE
    folder.mkdir(parents=True, exist_ok=True)
    try:
        # Made readable for its owner alone from the first moment on.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(Fernet.generate_key().decode() + "\n")
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii").split()
