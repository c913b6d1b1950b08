"""Copies of backups in a second place: each one file, encrypted with age before it leaves this machine.

https://github.com/C2SP/C2SP/blob/main/age.md. This machine knows only the public key: whoever breaks into it, or into
the second place, reads no old backup. The other half is kept by the operator, on paper or in another house.
"""

import os
import re
import shutil
import tarfile
import tempfile
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from bot.backup import make
from bot.backup.make import BackupFailed, BadBackup
from bot.backup.second_place import SecondPlace

ENDING = ".tar.age"
NAME = re.compile(r"nestbox-(\d{8}-\d{6})\.tar\.age")


def new_key() -> tuple[str, str]:
    """The secret half and the public one, as age writes them."""
    from pyrage import x25519  # late: most starts encrypt nothing

    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def keep(backup: Path, place: SecondPlace, recipients: Sequence[str]) -> str:
    """Returns the name of the copy. Needs room for it beside the backup. Blocks. Raises BackupFailed."""
    name = f"{backup.name}{ENDING}"
    unfinished = backup.with_name(f"{make.UNFINISHED}{name}")
    try:
        with unfinished.open("xb") as sealed:
            unfinished.chmod(0o600)
            _seal(backup, sealed, recipients)
        place.put(name, unfinished)
        if name not in place.names():
            raise BackupFailed(f"the copy {name} is not where it was put")
    except OSError as error:
        raise BackupFailed(f"the copy {name}: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return name


def prune(place: SecondPlace, now: datetime) -> list[str]:
    """As old as backups here, and never one of the last seven; and what a kill left half. Blocks. Raises OSError."""
    place.tidy(now)
    old = [name for name in listed(place)[make.AT_LEAST :] if now - made_at(name) > make.KEPT]
    for name in old:
        place.drop(name)
    return old


def open_copy(file: Path, identities: Path, folder: Path) -> Path:
    """Unpacks it into this folder and returns the backup in there, not yet examined. Blocks. Raises BadBackup and
    OSError."""
    if not NAME.fullmatch(file.name):
        raise BadBackup(f"{file.name} is not the name of a copy")
    keys = _identities(identities)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=make.UNFINISHED, dir=folder) as there:
        packed = Path(there) / "backup.tar"
        _unseal(file, packed, keys)
        try:
            with tarfile.open(packed) as archive:
                _unpack(archive, folder, file.name.removesuffix(ENDING))
        except (tarfile.TarError, KeyError) as error:  # the second of a name for a file that is not in there
            raise BadBackup(f"{file} is damaged: {error}") from error
    return folder / file.name.removesuffix(ENDING)


def listed(place: SecondPlace) -> list[str]:
    """Newest first. Blocks. Raises OSError."""
    return sorted((name for name in place.names() if NAME.fullmatch(name)), reverse=True)


def made_at(name: str) -> datetime:
    """Raises ValueError."""
    match = NAME.fullmatch(name)
    if match is None:
        raise ValueError(f"{name} is not the name of a copy")
    return datetime.strptime(match[1], make.STAMP).replace(tzinfo=UTC)


# --- inside


def _seal(backup: Path, sealed: IO[bytes], recipients: Sequence[str]) -> None:
    """Packed by one thread and encrypted by this one, so that nothing lies anywhere unencrypted a second time."""
    import pyrage

    try:
        keys = [pyrage.x25519.Recipient.from_str(one) for one in recipients]
    except pyrage.RecipientError as error:
        raise BackupFailed(f"BACKUP_RECIPIENT is not a public key of age ({error})") from error
    read, write = os.pipe()
    packing = _Packing(backup, write)
    packing.start()
    try:
        with os.fdopen(read, "rb") as plain:
            pyrage.encrypt_io(plain, sealed, keys)
    finally:
        packing.join()
    if packing.error is not None:
        raise packing.error
    sealed.flush()
    os.fsync(sealed.fileno())


class _Packing(threading.Thread):
    def __init__(self, backup: Path, write: int) -> None:
        super().__init__(name="packing a backup")
        self._backup = backup
        self._write = write
        self.error: OSError | None = None

    def run(self) -> None:
        try:
            with os.fdopen(self._write, "wb") as pipe, tarfile.open(fileobj=pipe, mode="w|") as archive:
                archive.add(self._backup, arcname=self._backup.name)
        except OSError as error:
            self.error = error


def _unpack(archive: tarfile.TarFile, folder: Path, name: str) -> None:
    """Folders and files below this name, and nothing else that somebody may have packed. `extractall` has its filter
    from Python 3.11.4 on only."""
    for one in archive:
        inside = PurePosixPath(one.name)
        if inside.parts[:1] != (name,) or ".." in inside.parts or not (one.isdir() or one.isreg() or one.islnk()):
            raise BadBackup(f"the copy holds {one.name}, which is no part of a backup")
        there = folder / inside
        if one.isdir():
            there.mkdir(mode=0o700, parents=True, exist_ok=True)
            continue
        content = archive.extractfile(one)  # of a second name: the file that it names, which is in the archive
        if content is None:
            raise BadBackup(f"the copy holds {one.name} without its content")
        there.touch(mode=0o600)
        with there.open("wb") as file:
            shutil.copyfileobj(content, file)


def _identities(file: Path) -> list[object]:
    from pyrage import IdentityError, x25519

    try:
        lines = [line.strip() for line in file.read_text(encoding="ascii").splitlines()]
        found: list[object] = [x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except (IdentityError, UnicodeDecodeError) as error:
        raise BadBackup(f"{file} holds no secret key of age ({error})") from error
    if not found:
        raise BadBackup(f"{file} holds no secret key of age")
    return found


def _unseal(file: Path, packed: Path, keys: list[object]) -> None:
    import pyrage

    decrypt: Callable[..., None] = pyrage.decrypt_io
    packed.touch(mode=0o600)
    try:
        with file.open("rb") as sealed, packed.open("wb") as plain:
            decrypt(sealed, plain, keys)
    except (pyrage.DecryptError, OSError) as error:
        if getattr(error, "errno", None) is not None:  # the disk's, not age's
            raise
        raise BadBackup(f"{file} is damaged, or this is not its key ({error})") from error
