"""E-mail, Matrix and ntfy: the address is looked up and checked here, the message is sent by outside.py."""

import asyncio
import json
import sys
from pathlib import Path

import bot
from bot.relay.reach import NotFound, NotPublic, Reach
from bot.relay.replies import Outcome, Reason, Reply, later, refused, uncertain
from bot.relay.services import Target

PATIENCE = 40.0  # seconds for the whole of it, from a new process to the answer
HOME = Path(bot.__file__).parent.parent


async def send(reach: Reach, target: Target, title: str, words: str) -> Reply:
    """Never raises."""
    try:
        endpoint = await reach.endpoint(target.host, target.port)
    except NotPublic:
        return refused(Reason.PRIVATE)
    except NotFound:
        return later(Reason.UNREACHABLE)
    order = {
        "url": target.url,
        "title": title,
        "words": words,
        "pins": {target.host: [endpoint]},
        "allowed": sorted(reach.allowed),
    }
    return await _told(json.dumps(order).encode(), reach.authority)


async def _told(order: bytes, authority: str | None) -> Reply:
    # An environment of its own: no proxies, no netrc, no settings of ours.
    environment = {"HOME": "/nonexistent", "LANG": "C.UTF-8"}
    if authority:
        environment |= {"REQUESTS_CA_BUNDLE": authority, "SSL_CERT_FILE": authority}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.relay.outside",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=HOME,
        env=environment,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            answer, _ = await process.communicate(order)
    except TimeoutError:
        return uncertain()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return _read(answer)


def _read(answer: bytes) -> Reply:
    try:
        said = json.loads(answer)
    except ValueError:
        return uncertain()  # it died, and perhaps after it had sent
    return Reply(Outcome(said["outcome"]), Reason(said["reason"]), said["code"], said["seconds"])
