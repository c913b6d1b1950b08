"""What open pages are told: a stream of server-sent events that resumes, or a long poll where streams do not pass."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response, StreamingResponse

from bot.database.db import NotSaved
from bot.gateway import numbers, queues, shapes
from bot.gateway.core import Core
from bot.gateway.errors import PhoneError
from bot.gateway.notifier import heard

HEARTBEAT = 15.0
LONGEST_WAIT = 50
AT_ONCE = 100


@dataclass(frozen=True)
class Place:
    """Where a page is in its chat's events; -1 is now. `network` is from where it asks."""

    core: Core
    chat: int
    session: str
    after: int
    network: str


@dataclass(frozen=True)
class Batch:
    events: list[dict[str, Any]]
    cursor: int
    more: bool


async def wait(place: Place, seconds: int) -> dict[str, Any]:
    core = place.core
    loop = asyncio.get_running_loop()
    deadline = loop.time() + min(seconds, LONGEST_WAIT)
    core.streams.check(place.network)
    with core.streams.one_of(place.network), core.bell.listening(place.chat) as event:
        check_open(place)
        batch = await _batch(place, await _start(place))
        while batch is not None and not batch.events and not core.bell.closed:
            left = deadline - loop.time()
            if left <= 0:
                break
            await heard(event, left)
            batch = await _batch(place, batch.cursor)
    if batch is None:
        raise PhoneError(401, "no_session")
    return {"events": batch.events, "cursor": batch.cursor}


def stream(place: Place) -> Response:
    place.core.streams.check(place.network)
    check_open(place)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_lines(place), media_type="text/event-stream", headers=headers)


def check_open(place: Place) -> None:
    """One person's forgotten tabs must not use up the server."""
    if place.core.bell.listeners(place.chat) > place.core.limits.streams:
        raise PhoneError(429, "slow_down", 5)


async def _lines(place: Place) -> AsyncIterator[str]:
    bell = place.core.bell
    with place.core.streams.one_of(place.network), bell.listening(place.chat) as event:
        # So soon that a restart is over before anybody asks what happened.
        yield "retry: 300\n\n"
        after = await _start(place)
        while not bell.closed:
            try:
                batch = await _batch(place, after)
            except NotSaved:
                # The page comes back by itself and resumes where it was.
                return
            if batch is None:
                return
            for each in batch.events:
                data = json.dumps(each["data"], ensure_ascii=False)
                yield f"id: {each['id']}\nevent: {each['type']}\ndata: {data}\n\n"
            after = batch.cursor
            if not batch.more and not bell.closed and not await heard(event, HEARTBEAT):
                yield ": still here\n\n"


async def _start(place: Place) -> int:
    if place.after >= 0:
        return place.after
    return await numbers.cursor(place.core.database, place.chat)


async def _batch(place: Place, after: int) -> Batch | None:
    """None once the session has been ended: leaving works at once, also for streams that are open."""
    async with place.core.database.glance() as tx:
        reach, found = await queues.events(tx, place.session, place.chat, after, AT_ONCE)
    if not reach.admitted:
        return None
    if after < reach.pruned or after > reach.newest:
        # Events in between are gone (or a backup was restored): the page reads its history again.
        newest = await numbers.cursor(place.core.database, place.chat)
        return Batch([{"id": newest, "type": "reset", "data": {}}], newest, False)
    cursor = found[-1].id if found else after
    return Batch([_wire(event) for event in found if _alive(event)], cursor, len(found) == AT_ONCE)


def _alive(event: queues.Event) -> bool:
    return event.about is None or event.message is not None


def _wire(event: queues.Event) -> dict[str, Any]:
    data = shapes.bubble(event.message) if event.message else json.loads(event.data)
    return {"id": event.id, "type": event.type, "data": data}
