"""Whose files these are: a storage carries a mark of its town, so that no other one tidies up in it."""

import hashlib
import logging

from bot.storage.storage import Storage, Unavailable

log = logging.getLogger(__name__)

NAME = "town"


class NotOurs(OSError):
    """Another town keeps its files there. Its words are for the operator."""


async def check_ours(storage: Storage, secret: str) -> None:
    """`secret` is one that every copy of this town's database has. The first town there stays. Raises NotOurs."""
    mark = hashlib.sha256(f"files of {secret}".encode()).hexdigest().encode()
    try:
        if await storage.create(NAME, mark) or await storage.get(NAME) == mark:
            return
    except Unavailable:
        log.warning("whose files these are is not known: the bucket does not answer")
        return
    raise NotOurs("Another town keeps its files there already")
