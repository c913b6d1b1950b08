"""Files in a bucket that speaks S3, https://docs.aws.amazon.com/AmazonS3/latest/API/: Amazon's, MinIO, Garage.

It is never public: who may see a picture is asked here, and the bytes go through us.
"""

import asyncio
import importlib
import re
from collections.abc import Awaitable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from bot.config import Bucket as Address
from bot.storage.recent import Recent
from bot.storage.storage import Kept, Unavailable

T = TypeVar("T")

CONNECT = timedelta(seconds=3)
ANSWER = timedelta(seconds=20)  # one try: 20 MB at a megabyte a second
TRIES_AGAIN = 3  # after a 5xx, a broken line or silence: 0.1 s, 0.2 s, 0.4 s, each more or less
READING, WRITING = 15.0, 60.0  # seconds until whoever waits is told, whatever is tried again
AT_ONCE = 8  # whole files in memory
REFUSED = re.compile(r"status code: 40[13]\b")


class Bucket:
    """Implements Storage. A picture that was read is remembered for a while, since pages ask for the same ones."""

    def __init__(self, address: Address, patience: float = READING) -> None:
        self._obstore = importlib.import_module("obstore")
        self._store = connect(address, ANSWER, timedelta(seconds=patience))
        self._patience = patience
        self._recent = Recent()
        self._reading = asyncio.Semaphore(AT_ONCE)

    async def put(self, name: str, content: bytes) -> None:
        await self._written(self._store.put_async(name, content, use_multipart=False))

    async def create(self, name: str, content: bytes) -> bool:
        """https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html"""
        try:
            await self._written(self._store.put_async(name, content, mode="create", use_multipart=False))
        except self._obstore.exceptions.AlreadyExistsError:
            return False
        return True

    async def get(self, name: str) -> bytes:
        async with self._reading:
            known = self._recent.find(name)
            if known is None:
                known = await _within(self._patience, self._whole(name))
                self._recent.keep(name, known)
        return known

    async def has(self, name: str) -> bool:
        try:
            await _within(self._patience, self._store.head_async(name))
        except FileNotFoundError:
            return False
        return True

    async def copy(self, name: str, again: str) -> bool:
        try:
            await _within(WRITING, self._store.copy_async(name, again))
        except FileNotFoundError:
            return False
        return True

    async def delete(self, names: Sequence[str]) -> None:
        for name in names:
            self._recent.drop(name)
        if names:
            await self._written(self._store.delete_async(list(names)))

    async def list(self, folder: str) -> Sequence[Kept]:
        found = await _within(WRITING, self._store.list(folder).collect_async())
        return tuple(Kept(one["path"], one["last_modified"].timestamp()) for one in found)

    def path(self, name: str) -> None:
        return None

    async def _whole(self, name: str) -> bytes:
        answer = await self._store.get_async(name)
        return bytes(await answer.bytes_async())

    async def _written(self, writing: Awaitable[object]) -> None:
        try:
            await _within(WRITING, writing)
        except FileNotFoundError as error:
            raise Unavailable("there is no such bucket") from error


def connect(address: Address, answer: timedelta, patience: timedelta) -> Any:
    """Asks nothing yet. `answer` is for one try, `patience` for all of them."""
    obstore: Any = importlib.import_module("obstore")  # late: 30 MB that a town with a folder does not need
    return obstore.store.S3Store(
        address.name,
        prefix=address.prefix or None,
        endpoint=address.endpoint or None,
        region=address.region,
        access_key_id=address.key,
        secret_access_key=address.secret,
        virtual_hosted_style_request=not address.endpoint,
        client_options={
            "allow_http": address.endpoint.startswith("http://"),
            "connect_timeout": CONNECT,
            "timeout": answer,
        },
        retry_config={"max_retries": TRIES_AGAIN, "retry_timeout": patience},
    )


async def _within(seconds: float, asked: Awaitable[T]) -> T:
    """Raises FileNotFoundError, AlreadyExistsError and Unavailable, whose words name neither file nor key."""
    exceptions: Any = importlib.import_module("obstore").exceptions
    try:
        async with asyncio.timeout(seconds):
            return await asked
    except TimeoutError as error:
        raise Unavailable("the bucket does not answer") from error
    except exceptions.AlreadyExistsError:
        raise
    except FileNotFoundError as error:
        if "NoSuchBucket" in str(error):
            raise Unavailable("there is no such bucket") from error
        raise
    except (exceptions.BaseError, OSError) as error:
        raise Unavailable(why(error)) from error


def why(error: Exception) -> str:
    said = str(error)
    if REFUSED.search(said):
        return "the bucket refuses our key"
    if "NoSuchBucket" in said:
        return "there is no such bucket"
    return "the bucket does not answer"
