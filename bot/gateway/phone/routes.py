"""The phone side: the routes, what every answer carries, and reading the chat."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.database.db import NotSaved
from bot.gateway import numbers, shapes, store
from bot.gateway.bot_api import answering
from bot.gateway.core import Core
from bot.gateway.errors import PhoneError
from bot.gateway.phone import events, page, parts, request_body, sending, sessions
from bot.gateway.phone.limits import Pace
from bot.server.addresses import network_of
from bot.server.headers import CHAT_HEADERS
from bot.storage.storage import Unavailable

PAGE = Path(__file__).parent.parent / "page"
MOST_MESSAGES = 100
AGAIN = 5  # seconds, where a file cannot be read just now
# Anything else is handed out as bytes, so that no browser runs it in our name.
SAFE_TYPES = frozenset(
    (
        "image/jpeg",
        "image/png",
        "image/webp",
        "audio/ogg",
        "audio/webm",
        "audio/mp4",
        "audio/mpeg",
        "audio/wav",
        "application/pdf",
        "text/calendar",
        "application/zip",
        "application/json",
        "text/csv",
    )
)
NUMBER = re.compile(r"\d{1,15}")

Handler = Callable[[Request], Awaitable[Response]]


class Phone:
    def __init__(self, core: Core) -> None:
        self._core = core
        self._pace = Pace(core.clock, core.limits)

    def routes(self) -> list[BaseRoute]:
        gets: dict[str, Handler] = {
            "/": self._index,
            "/page/{file}": self._page,
            "/chat/history": self._history,
            "/chat/events": self._events,
            "/chat/commands": self._commands,
            "/chat/files/{file_id}": self._file,
        }
        posts: dict[str, Handler] = {
            "/chat/open": self._open,
            "/chat/send": self._send,
            "/chat/press": self._press,
            "/chat/leave": self._leave,
        }
        return [
            *(Route(path, answered(handler), methods=["GET"]) for path, handler in gets.items()),
            *(Route(path, answered(from_here(handler)), methods=["POST"]) for path, handler in posts.items()),
        ]

    def sweep(self) -> None:
        self._pace.sweep()
        self._core.openings.sweep()

    async def _index(self, request: Request) -> Response:
        return await page.index(PAGE, request, self._core.plain_page)

    async def _page(self, request: Request) -> Response:
        return await page.page(PAGE, request.path_params["file"], request)

    async def _open(self, request: Request) -> Response:
        wanted = await request_body.read_json(request, self._core.limits.json_bytes)
        person, cookie = await sessions.open_chat(self._core, request, wanted.get("language"))
        cursor = await numbers.cursor(self._core.database, person.id)
        bot = {"first_name": self._core.bot_name}
        response = private({"me": person.id, "name": person.name, "bot": bot, "cursor": cursor})
        if cookie is not None:
            sessions.give(response, request, cookie)
        return response

    async def _history(self, request: Request) -> Response:
        person = await sessions.person(self._core, request)
        before = number(request, "before", 1 << 52)
        limit = min(max(number(request, "limit", 50), 1), MOST_MESSAGES)
        # Before the messages: what changes after it is an event, and of what is told twice the page draws one.
        cursor = await numbers.cursor(self._core.database, person.id)
        async with self._core.database.read() as tx:
            found = await store.page(tx, person.id, before, limit + 1)
            now = await store.person(tx, person.id)
        messages = [shapes.bubble(message) for message in reversed(found[:limit])]
        spoken = now.chosen if now else None
        return private({"messages": messages, "more": len(found) > limit, "cursor": cursor, "language": spoken})

    async def _events(self, request: Request) -> Response:
        person = await sessions.person(self._core, request)
        last = request.headers.get("last-event-id", "")
        after = int(last) if NUMBER.fullmatch(last) else number(request, "after", -1)
        session, where = sessions.session(request), network_of(request)
        place = events.Place(self._core, person.id, session, after, where)
        if "wait" in request.query_params:
            return private(await events.wait(place, number(request, "wait", 0)))
        return events.stream(place)

    async def _send(self, request: Request) -> Response:
        person = await sessions.person(self._core, request)
        self._pace.check_send(person.id)
        async with sessions.counting(self._core, person, request):
            messages = await sending.send(self._core, person, request)
        return private({"messages": [shapes.bubble(message) for message in messages]})

    async def _press(self, request: Request) -> Response:
        person = await sessions.person(self._core, request)
        self._pace.check_send(person.id)
        query = await sending.press(self._core, person, request)
        return private({"query_id": str(query)})

    async def _leave(self, request: Request) -> Response:
        person = await sessions.leave(self._core, request)
        await sending.say_goodbye(self._core, person)
        response = private({})
        response.delete_cookie(sessions.COOKIE, path="/", httponly=True, samesite="lax")
        return response

    async def _commands(self, request: Request) -> Response:
        person = await sessions.person(self._core, request)
        return private(await answering.commands_for(self._core, person))

    async def _file(self, request: Request) -> Response:
        person = await sessions.person(self._core, request)
        async with self._core.database.read() as tx:
            name = request.path_params["file_id"].replace("\0", "")
            file = await store.file_in_chat(tx, name, person.id)
        if file is None:
            raise PhoneError(404, "not_found")
        type_ = file.type if file.type in SAFE_TYPES else "application/octet-stream"
        # No name for pictures and voices: they are shown, not saved.
        name_ = file.name if file.kind == "document" else None
        # Asked again each time, since it may have to be withheld; most answers are a 304 then.
        headers = {"Cache-Control": "private, no-cache", "ETag": f'"{file.unique_id}"'}
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        path = self._core.shelf.path(file.path)
        if path is None:
            content = await self._core.shelf.read(file.path)
            if content is not None:
                return parts.answer(request, content, type_, name_, headers)
        elif await self._core.shelf.has(file.path):
            return FileResponse(path, media_type=type_, filename=name_, headers=headers)
        raise PhoneError(404, "not_found")


def private(body: Any) -> JSONResponse:
    return JSONResponse(body, headers={"Cache-Control": "no-store"})


def number(request: Request, name: str, otherwise: int) -> int:
    given = request.query_params.get(name, "")
    return int(given) if NUMBER.fullmatch(given) else otherwise


def from_here(handler: Handler) -> Handler:
    async def checked(request: Request) -> Response:
        sessions.check_origin(request)
        return await handler(request)

    return checked


def answered(handler: Handler) -> Handler:
    """Refusals become JSON, and every answer carries the same protection."""

    async def guarded(request: Request) -> Response:
        try:
            response = await handler(request)
        except PhoneError as error:
            response = _refused(error)
        except NotSaved:
            response = _refused(PhoneError(507, "not_saved"))
        except Unavailable:
            response = _refused(PhoneError(503, "not_now", AGAIN))
        response.headers.update(CHAT_HEADERS)
        return response

    return guarded


def _refused(error: PhoneError) -> Response:
    response = JSONResponse({"error": error.code}, error.status, headers={"Cache-Control": "no-store"})
    if error.retry_after is not None:
        body = {"error": error.code, "retry_after": error.retry_after}
        headers = {"Cache-Control": "no-store", "Retry-After": str(error.retry_after)}
        response = JSONResponse(body, error.status, headers=headers)
    return response
