"""A small stand-in for the gateway's phone side, so that the page can be tested on its own."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

PAGE = Path(__file__).parents[2] / "bot" / "gateway" / "page"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "media-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)


@dataclass
class PretendChat:
    """One conversation in memory; tests speak as the bot and switch faults on from the outside."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    uploads: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    sends: list[str] = field(default_factory=list)
    pressed: list[str] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    swallow_answers: int = 0
    stream_works: bool = True
    stream_buffers: bool = False
    press_error: tuple[int, str] | None = None
    held: asyncio.Event | None = None
    history_held: asyncio.Event | None = None
    readings: int = 0
    left: bool = False
    language: str | None = None
    me: int = 7
    unreachable: bool = False
    closing: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)  # as the gateway: what is repeated is kept once

    def happen(self, kind: str, data: dict[str, Any]) -> None:
        self.events.append({"id": len(self.events) + 1, "type": kind, "data": data})
        self.stir()

    def stir(self) -> None:
        """Wakes everybody who waits for something to happen here."""
        self.changed.set()
        self.changed = asyncio.Event()

    async def close(self) -> None:
        self.closing = True
        self.stir()

    def put(self, sender: str, text: str = "", **more: Any) -> dict[str, Any]:
        message = {
            "id": len(self.messages) + 1,
            "from": sender,
            "date": int(time.time() * 1000),
            "edited": None,
            "lang": None,
            "text": text,
            "entities": [],
            "buttons": [],
        } | more
        self.messages.append(message)
        self.happen("message", message)
        return message

    def says(self, text: str, lang: str = "en", **more: Any) -> dict[str, Any]:
        return self.put("bot", text, lang=lang, **more)

    def speaks(self, language: str) -> None:
        self.language = language
        self.happen("language", {"language": language})

    def edits(self, message: dict[str, Any], **changes: Any) -> None:
        message.update(changes, edited=int(time.time() * 1000))
        self.happen("edit", message)

    def heard(self) -> list[str]:
        return [message["text"] for message in self.messages if message["from"] == "me"]

    def take_fault(self) -> Response | None:
        if not self.faults:
            return None
        status, code = self.faults.pop(0)
        return JSONResponse({"error": code}, status_code=status)

    async def open(self, request: Request) -> Response:
        return JSONResponse({"me": self.me, "name": "Aygul", "bot": {"first_name": "Nestbox · 小巢"}, "cursor": 0})

    async def history(self, request: Request) -> Response:
        before = int(request.query_params.get("before", 10**9))
        limit = int(request.query_params.get("limit", 50))
        earlier = [message for message in self.messages if message["id"] < before]
        answer = {"messages": earlier[-limit:], "more": len(earlier) > limit, "cursor": len(self.events)}
        answer["language"] = self.language
        self.readings += 1
        self.stir()
        if self.history_held:
            await self.history_held.wait()
        return JSONResponse(answer)

    async def listen(self, request: Request) -> Response:
        after = int(request.headers.get("last-event-id") or request.query_params["after"])
        wait = request.query_params.get("wait")
        if wait is None and not self.stream_works:
            return Response(status_code=502)
        if wait is None:
            return StreamingResponse(self.stream(after), media_type="text/event-stream")
        if len(self.events) <= after and not self.closing:
            with_limit = asyncio.wait_for(self.changed.wait(), float(wait))
            await asyncio.gather(with_limit, return_exceptions=True)
        return JSONResponse({"events": self.events[after:], "cursor": len(self.events)})

    async def stream(self, after: int) -> AsyncIterator[str]:
        yield ": hello\n\n"
        while not self.closing:
            changed = self.changed
            for event in self.events[after:] if not self.stream_buffers else []:
                data = json.dumps(event["data"])
                yield f"id: {event['id']}\nevent: {event['type']}\ndata: {data}\n\n"
                after = event["id"]
            await changed.wait()

    async def send(self, request: Request) -> Response:
        if self.unreachable:
            return Response(status_code=502)
        if self.held:
            await self.held.wait()
        if fault := self.take_fault():
            return fault
        async with self.one_at_a_time:
            txn, answer = await self.keep(request)
        self.sends.append(txn)
        self.stir()
        if self.swallow_answers:
            self.swallow_answers -= 1
            return Response(status_code=502)
        return JSONResponse(answer)

    async def keep(self, request: Request) -> tuple[str, dict[str, Any]]:
        if request.headers["content-type"].startswith("multipart"):
            async with request.form() as form:
                txn = str(form["txn"])
                if txn not in self.answers:
                    self.answers[txn] = {"messages": await self.keep_files(dict(form), form)}
        else:
            body = await request.json()
            txn = body["txn"]
            if txn not in self.answers:
                self.answers[txn] = {"messages": [self.keep_words(body)]}
        return txn, self.answers[txn]

    def keep_words(self, body: dict[str, Any]) -> dict[str, Any]:
        if "location" in body:
            return self.put("me", location=body["location"], txn=body["txn"])
        return self.put("me", body["text"], txn=body["txn"])

    async def keep_files(self, fields: dict[str, Any], form: Any) -> list[dict[str, Any]]:
        kept = []
        files = [file for file in form.getlist("file") if isinstance(file, UploadFile)]
        for index, file in enumerate(files):
            name = f"{len(self.uploads) + 1}"
            self.uploads[name] = (await file.read(), file.content_type or "")
            url = f"/chat/files/{name}"
            photo = {"url": url, "thumb": url, "width": 4, "height": 3}
            thing: dict[str, Any] = {
                "photo": photo,
                "voice": {"url": url, "duration": int(fields.get("duration", 0)), "type": file.content_type},
                "document": {"url": url, "name": file.filename, "size": file.size},
            }
            kind = fields["kind"]
            album = {"album": fields["txn"]} if len(files) > 1 else {}
            words = str(fields.get("text", "")) if index == 0 else ""
            kept.append(self.put("me", words, txn=fields["txn"], **{kind: thing[kind]}, **album))
        return kept

    async def press(self, request: Request) -> Response:
        if self.press_error:
            status, code = self.press_error
            return JSONResponse({"error": code}, status_code=status)
        self.pressed.append((await request.json())["data"])
        self.stir()
        return JSONResponse({"query_id": f"q{len(self.pressed)}"})

    async def commands(self, request: Request) -> Response:
        known = [("suggest", "💡 Suggest"), ("ideas", "👍 Ideas"), ("events", "📅 Events"), ("help", "Help")]
        return JSONResponse([{"command": name, "description": words} for name, words in known])

    async def file(self, request: Request) -> Response:
        data, kind = self.uploads[request.path_params["name"]]
        return Response(data, media_type=kind)

    async def leave(self, request: Request) -> Response:
        self.left = True
        self.stir()
        return JSONResponse({})

    async def page(self, request: Request) -> Response:
        name = request.path_params.get("name", "index.html")
        return FileResponse(PAGE / name, headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-store"})

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/chat/open", self.open, methods=["POST"]),
                Route("/chat/history", self.history),
                Route("/chat/events", self.listen),
                Route("/chat/send", self.send, methods=["POST"]),
                Route("/chat/press", self.press, methods=["POST"]),
                Route("/chat/commands", self.commands),
                Route("/chat/files/{name}", self.file),
                Route("/chat/leave", self.leave, methods=["POST"]),
                Route("/", self.page),
                Route("/page/{name}", self.page),
            ]
        )
