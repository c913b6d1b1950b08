"""Where copies of backups lie besides: a folder, or a bucket that speaks S3."""

import importlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from bot.backup.make import ABANDONED, UNFINISHED
from bot.config import Bucket as Address
from bot.config import Settings
from bot.database import disk
from bot.storage import bucket
from bot.storage.storage import Unavailable

# For one try, and for all of them: of a question, and of a part of a copy on a line of half a megabit.
ASKING = timedelta(seconds=5), timedelta(seconds=10)
CARRYING = timedelta(minutes=3), timedelta(minutes=10)
PART = 8 << 20  # bytes; there may be 10,000: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html


class SecondPlace(Protocol):
    """Where copies lie, by name. All of it blocks and raises OSError."""

    def where(self, name: str = "") -> str:
        """For an operator to read."""

    def names(self) -> list[str]: ...

    def put(self, name: str, file: Path) -> None:
        """All of it, or nothing under this name."""

    def get(self, name: str, file: Path) -> None:
        """Raises FileNotFoundError."""

    def drop(self, name: str) -> None: ...

    def tidy(self, now: datetime) -> None:
        """Takes away what a kill left half, long ago."""


class FolderPlace:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def where(self, name: str = "") -> str:
        return str(self._folder / name)

    def names(self) -> list[str]:
        return [one.name for one in self._folder.iterdir()] if self._folder.is_dir() else []

    def tidy(self, now: datetime) -> None:
        for half in self._folder.glob(f"{UNFINISHED}nestbox-*"):
            if now.timestamp() - half.stat().st_mtime > ABANDONED.total_seconds():
                half.unlink(missing_ok=True)

    def put(self, name: str, file: Path) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = self._folder / f"{UNFINISHED}{name}"
        try:
            shutil.copyfile(file, unfinished)
            unfinished.chmod(0o600)
            disk.sync(unfinished)
            unfinished.replace(self._folder / name)
            disk.sync(self._folder)
        finally:
            unfinished.unlink(missing_ok=True)

    def get(self, name: str, file: Path) -> None:
        shutil.copyfile(self._folder / name, file)

    def drop(self, name: str) -> None:
        (self._folder / name).unlink(missing_ok=True)


class BucketPlace:
    """In parts, so that a town needs not fit into memory."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._asking = bucket.connect(address, *ASKING)
        self._carrying = bucket.connect(address, *CARRYING)

    def where(self, name: str = "") -> str:
        return "/".join(part for part in (f"s3://{self._address.name}", self._address.prefix, name) if part)

    def names(self) -> list[str]:
        with _unavailable():
            return [one["path"] for one in self._asking.list_with_delimiter()["objects"]]

    def put(self, name: str, file: Path) -> None:
        with _unavailable():
            self._carrying.put(name, file, chunk_size=PART, max_concurrency=1)

    def get(self, name: str, file: Path) -> None:
        with _unavailable(), file.open("wb") as there:
            for part in self._carrying.get(name).stream(min_chunk_size=PART):
                there.write(part)

    def drop(self, name: str) -> None:
        with _unavailable():
            self._asking.delete(name)

    def tidy(self, now: datetime) -> None:
        """What was put half has no name here, and is its host's to throw away."""


def place_of(settings: Settings) -> SecondPlace | None:
    """Nothing is asked of it yet. None where there is none."""
    if settings.backup_copy_bucket is not None:
        return BucketPlace(settings.backup_copy_bucket)
    return None if settings.backup_copy_dir is None else FolderPlace(settings.backup_copy_dir)


@contextmanager
def _unavailable() -> Iterator[None]:
    """Raises Unavailable in its place, whose words name neither file nor key; and FileNotFoundError as it is."""
    exceptions: Any = importlib.import_module("obstore").exceptions
    try:
        yield
    except FileNotFoundError as error:
        if "NoSuchBucket" in str(error):
            raise Unavailable(bucket.why(error)) from error
        raise
    except exceptions.BaseError as error:
        raise Unavailable(bucket.why(error)) from error
