"""The gateway's phone side: journeys over HTTP, as the page makes them."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import httpx
import pillow_heif
import pytest
import telegram
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest
from telegram.request import HTTPXRequest

from bot.database import migrations
from bot.database.connecting import connect
from bot.database.db import NotSaved
from bot.gateway import Gateway, Limits
from bot.gateway.errors import PhoneError
from bot.gateway.phone import page
from tests import pictures
from tests.shelf import shelf_in

TOKEN = "4242:AAgateway-token_of-the-tests"
ORIGIN = {"Origin": "https://shop.test"}


class HandClock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 20, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()


@dataclass
class Phone:
    """A browser: one cookie jar, and the open stream beside it."""

    app: Starlette
    http: httpx.AsyncClient
    me: int = 0

    async def opens(self, language: str | None = "zh") -> dict[str, Any]:
        answer = await self.http.post("/chat/open", json={"language": language})
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        self.me = body["me"]
        return body

    async def says(self, text: str, txn: str = "t1") -> list[dict[str, Any]]:
        return self._messages(await self.http.post("/chat/send", json={"txn": txn, "text": text}))

    async def sends(self, kind: str, *files: bytes, txn: str = "t1", **fields: str) -> list[dict[str, Any]]:
        parts = [("file", (f"{n}.bin", content, "image/jpeg")) for n, content in enumerate(files)]
        answer = await self.http.post("/chat/send", data={"txn": txn, "kind": kind, **fields}, files=parts)
        return self._messages(answer)

    async def history(self, **params: int) -> dict[str, Any]:
        body: dict[str, Any] = (await self.http.get("/chat/history", params=params)).json()
        return body

    @staticmethod
    def _messages(answer: httpx.Response) -> list[dict[str, Any]]:
        assert answer.status_code == 200, answer.text
        messages: list[dict[str, Any]] = answer.json()["messages"]
        return messages

    @asynccontextmanager
    async def stream(self, last: int | None = None) -> AsyncIterator["Stream"]:
        """httpx would wait for the end of the answer, so the stream is read from the app itself."""
        stream = Stream()
        headers = [(b"cookie", f"nestbox={self.http.cookies['nestbox']}".encode())]
        if last is not None:
            headers.append((b"last-event-id", str(last).encode()))
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "https",
            "path": "/chat/events",
            "raw_path": b"/chat/events",
            "query_string": b"",
            "root_path": "",
            "headers": headers,
            "client": ("127.0.0.1", 1),
            "server": ("shop.test", 443),
        }
        task = asyncio.create_task(self.app(scope, stream.receive, stream.send))
        async with asyncio.timeout(10):
            await stream.started.wait()
            yield stream
            stream.gone.set()
            await task


class Stream:
    def __init__(self) -> None:
        self.gone = asyncio.Event()
        self.started = asyncio.Event()
        self.ended = asyncio.Event()
        self.chunks: asyncio.Queue[str] = asyncio.Queue()

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        body = message.get("body", b"").decode()
        if body.startswith("retry:"):
            self.started.set()
        elif body:
            self.chunks.put_nowait(body)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            self.ended.set()

    async def event(self) -> tuple[int, str, dict[str, Any]]:
        lines = dict(line.split(": ", 1) for line in (await self.chunks.get()).strip().split("\n"))
        return int(lines["id"]), lines["event"], json.loads(lines["data"])


@dataclass
class Town:
    gateway: Gateway
    clock: HandClock
    bot: telegram.Bot
    database: Any
    app: Starlette

    def phone(self, scheme: str = "https") -> Phone:
        transport = httpx.ASGITransport(self.app)
        return Phone(
            self.app, httpx.AsyncClient(transport=transport, base_url=f"{scheme}://shop.test", headers=ORIGIN)
        )

    async def guest(self) -> Phone:
        phone = self.phone()
        await phone.opens()
        return phone

    async def heard(self) -> list[telegram.Update]:
        """What the bot hears, each once."""
        updates = await self.bot.get_updates()
        if updates:
            await self.bot.get_updates(offset=updates[-1].update_id + 1)
        return list(updates)


def request_to(gateway: Gateway) -> HTTPXRequest:
    return HTTPXRequest(httpx_kwargs={"transport": httpx.ASGITransport(gateway.bot_api)})


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    folder = tmp_path / "migrations"
    folder.mkdir()
    for number, path in enumerate(sorted(migrations.FOLDER.glob("*_gateway*.sql")), start=1):
        copyfile(path, folder / f"{number:04}_gateway.sql")
    database = connect(f"sqlite:///{tmp_path}/gateway.db")
    await database.open()
    await migrations.migrate(database, folder)
    clock = HandClock()
    gateway = Gateway(
        database, clock, shelf_in(tmp_path / "files"), TOKEN, b"salt", Limits(file_bytes=1 << 20, sessions=5)
    )
    requests = request_to(gateway), request_to(gateway)
    bot = telegram.Bot(
        TOKEN,
        base_url="http://gateway/bot",
        base_file_url="http://gateway/file/bot",
        request=requests[0],
        get_updates_request=requests[1],
    )
    async with bot:
        yield Town(gateway, clock, bot, database, Starlette(routes=gateway.phone_routes))
    await gateway.stop()
    await database.close()


def picture(colour: str = "teal", kind: str = "JPEG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(buffer, kind, **options)
    return buffer.getvalue()


def keyboard(data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data=data)]])


# --- opening -----------------------------------------------------------------------------------------


async def test_opening_gives_a_safe_cookie_and_keeps_the_person(town: Town) -> None:
    phone = town.phone()
    answer = await phone.http.post("/chat/open", json={"language": None}, headers={"Accept-Language": "ug-CN,zh;q=1"})
    cookie = answer.headers["set-cookie"].lower()
    for word in ("httponly", "samesite=lax", "path=/", "secure", f"max-age={400 * 86400}"):
        assert word in cookie
    again = await phone.opens("en")
    assert again["me"] == answer.json()["me"]
    assert again["bot"] == {"first_name": "Bot"}
    await phone.says("hello")
    message = (await town.heard())[0].message
    assert message is not None
    assert message.from_user is not None
    assert message.from_user.language_code == "en"
    plain = await town.phone("http").http.post("/chat/open", json={}, headers={"Origin": "http://shop.test"})
    assert "secure" not in plain.headers["set-cookie"].lower()


async def test_cookie_is_stored_hashed_and_leaving_ends_it_at_once(town: Town) -> None:
    phone = await town.guest()
    cookie = phone.http.cookies["nestbox"]
    async with town.database.read() as tx:
        assert cookie not in await tx.all(str, "SELECT hash FROM gateway_sessions")
    async with phone.stream() as stream:
        assert (await phone.http.post("/chat/leave", json={})).status_code == 200
        await stream.ended.wait()
    answer = await phone.http.get("/chat/history", headers={"Cookie": f"nestbox={cookie}"})
    assert (answer.status_code, answer.json()) == (401, {"error": "no_session"})


async def test_only_so_many_people_an_hour_begin_to_speak_from_one_address(town: Town) -> None:
    for _ in range(50):
        await town.guest()  # whoever only looks counts against nobody
    for number in range(5):
        await (await town.guest()).says("hello", f"t{number}")
    sixth = await town.guest()
    answer = await sixth.http.post("/chat/send", json={"txn": "t", "text": "hello"})
    assert (answer.status_code, answer.json()["error"]) == (429, "slow_down")
    town.clock.time += timedelta(hours=1, seconds=1)
    await sixth.says("hello")


async def test_an_address_that_opens_the_page_without_end_waits_for_seconds_and_not_for_an_hour(town: Town) -> None:
    for _ in range(300):
        await town.guest()
    answer = await town.phone().http.post("/chat/open", json={})
    assert (answer.status_code, answer.json()) == (429, {"error": "slow_down", "retry_after": 2})
    town.clock.time += timedelta(seconds=2)
    await town.guest()


async def test_a_chat_in_which_nobody_spoke_is_forgotten_after_an_hour_and_the_page_begins_anew(town: Town) -> None:
    speaks, silent = await town.guest(), await town.guest()
    await speaks.says("hello")
    town.clock.time += timedelta(hours=1, seconds=1)
    await town.gateway.prune()
    assert (await speaks.http.get("/chat/history")).status_code == 200
    assert (await silent.http.get("/chat/history")).status_code == 401
    before = silent.me
    await silent.opens()
    assert silent.me != before
    await silent.says("hello")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.test"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({}, 403),
    ],
)
async def test_only_our_own_page_may_post(town: Town, headers: dict[str, str], status: int) -> None:
    transport = httpx.ASGITransport(town.app)
    async with httpx.AsyncClient(transport=transport, base_url="https://shop.test", headers=headers) as http:
        answer = await http.post("/chat/open", json={})
    assert answer.status_code == status


async def test_every_answer_carries_the_protection(town: Town) -> None:
    phone = await town.guest()
    for path in ("/", "/page/none.js", "/chat/history", "/chat/events?wait=0", "/chat/files/none"):
        answer = await phone.http.get(path)
        assert "default-src 'none'; script-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in answer.headers


async def test_page_files_are_typed_and_revalidated(tmp_path: Path) -> None:
    (tmp_path / "chat.js").write_text("1")
    (tmp_path / "secret.py").write_text("1")

    def asking(tag: str) -> Request:
        return Request({"type": "http", "headers": [(b"if-none-match", tag.encode())]})

    first = await page.page(tmp_path, "chat.js", asking(""))
    assert first.headers["content-type"].startswith("text/javascript")
    assert (await page.page(tmp_path, "chat.js", asking(first.headers["etag"]))).status_code == 304
    for name in ("secret.py", "../chat.js", ".chat.js", "none.js"):
        with pytest.raises(PhoneError):
            await page.page(tmp_path, name, asking(""))


# --- sending -----------------------------------------------------------------------------------------


async def test_same_txn_has_one_effect(town: Town) -> None:
    phone = await town.guest()
    sends = [phone.says("bird's nest", "t1") for _ in range(4)]
    first, *others = await asyncio.gather(*sends)
    assert all(other == first for other in others)
    assert first[0]["txn"] == "t1"
    assert len(await town.heard()) == 1
    assert len((await phone.history())["messages"]) == 1
    photos = await phone.sends("photo", picture(), txn="t2")
    assert await phone.sends("photo", picture(), txn="t2") == photos
    assert len(await town.heard()) == 1


async def test_long_text_is_split_and_nothing_is_lost(town: Town) -> None:
    phone = await town.guest()
    text = "🪺 word " * 625
    messages = await phone.says(text + "!")
    assert len(messages) == 2
    assert "".join(m["text"] for m in messages) == text + "!"
    assert all(len(m["text"].encode("utf-16-le")) <= 2 * 4096 for m in messages)
    assert len(await town.heard()) == 2
    assert "".join(m["text"] for m in await phone.says("中" * 9000, "t2")) == "中" * 9000


async def test_markup_of_a_person_stays_text(town: Town) -> None:
    phone = await town.guest()
    attack = "<script>alert(1)</script> <b>&amp; javascript:alert(1)"
    (message,) = await phone.says(attack)
    assert (message["text"], message["entities"]) == (attack, [])
    heard = (await town.heard())[0].message
    assert heard is not None
    assert heard.text == attack
    odd = json.dumps({"txn": "t2", "text": "a\u202eb\x00c \ud800see https://shop.test/x."})
    answer = await phone.http.post("/chat/send", content=odd, headers={"Content-Type": "application/json"})
    (message,) = answer.json()["messages"]
    assert message["text"] == "ab c \ufffdsee https://shop.test/x."
    assert message["entities"] == [{"type": "url", "offset": 10, "length": 19, "url": "https://shop.test/x"}]


async def test_twenty_photos_become_two_albums(town: Town) -> None:
    phone = await town.guest()
    messages = await phone.sends("photo", *[picture(f"#0000{n:02x}") for n in range(20)], text="our wall")
    assert [m["text"] for m in messages] == ["our wall"] + [""] * 19
    assert [messages.index(m) for m in messages if m["album"] == messages[10]["album"]] == list(range(10, 20))
    heard = [update.message for update in await town.heard() if update.message]
    assert len({m.media_group_id for m in heard}) == 2
    assert [m.caption for m in heard] == ["our wall"] + [None] * 19
    assert len(heard[0].photo) == 2


async def test_phone_pictures_lose_their_place_and_comments(town: Town) -> None:
    phone = await town.guest()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "where I live"
    heif = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 64), "teal")).save(heif)
    for number, content in enumerate(
        (picture(exif=exif, comment=b"where I live"), heif.getvalue(), picture(kind="WEBP"))
    ):
        (message,) = await phone.sends("photo", content, txn=f"t{number}")
        answer = await phone.http.get(message["photo"]["url"])
        assert answer.headers["content-type"] == "image/jpeg"
        assert b"where I live" not in answer.content
    (first, *_) = (await phone.history())["messages"]
    assert (first["photo"]["width"], first["photo"]["height"]) == (480, 640)


@pytest.mark.parametrize("kind", ["photo", "document", "voice"])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIC"])
async def test_a_picture_is_one_however_it_is_sent(town: Town, tmp_path: Path, form: str, kind: str) -> None:
    phone = await town.guest()
    secretive = pictures.encoded(pictures.wall(200, 150), form, orientation=6)
    (message,) = await phone.sends(kind, secretive)
    answer = await phone.http.get(message["photo"]["url"])
    assert answer.headers["content-type"] == "image/jpeg"
    assert pictures.SECRET in secretive
    files = [path for path in (tmp_path / "files" / "gateway").iterdir() if path.is_file()]
    assert len(files) == 2
    assert not [path for path in files if pictures.SECRET in path.read_bytes()]
    (update,) = await town.heard()
    assert update.message is not None
    assert len(update.message.photo) == 2


async def test_of_a_picture_that_cannot_be_made_clean_nothing_is_kept(town: Town, tmp_path: Path) -> None:
    phone = await town.guest()
    (message,) = await phone.sends("document", pictures.truncated()[: 1 << 19])
    assert message["document"]["url"] is None
    assert not (tmp_path / "files").exists()
    (update,) = await town.heard()
    assert update.message is not None
    assert update.message.document is not None
    with pytest.raises(BadRequest, match="broken"):
        await update.message.document.get_file()


async def test_what_is_no_picture_goes_on_as_a_document(town: Town) -> None:
    phone = await town.guest()
    flood = io.BytesIO()
    Image.new("1", (9000, 9000)).save(flood, "PNG")
    cut = picture()[:400]
    messages = await phone.sends("photo", flood.getvalue(), b"<svg onload=alert(1)>", b"", cut, picture())
    assert ["document" in m for m in messages] == [False, True, True, True, True]
    assert len([u for u in await town.heard() if u.message and u.message.document]) == 4
    assert [m["document"]["url"] for m in messages if "document" in m].count(None) == 2  # half a picture is none
    answer = await phone.http.get(messages[2]["document"]["url"])
    assert answer.headers["content-disposition"].startswith("attachment")
    await phone.http.post(
        "/chat/send", data={"txn": "t9", "kind": "document"}, files={"file": ("a.html", b"<p>", "text/html")}
    )
    html = (await phone.history())["messages"][-1]["document"]
    assert (await phone.http.get(html["url"])).headers["content-type"] == "application/octet-stream"


async def test_voice_is_known_by_its_bytes_and_can_be_sought(town: Town) -> None:
    phone = await town.guest()
    (message,) = await phone.sends("voice", b"\0\0\0\x20ftypM4A " + bytes(100), duration="2.6")
    assert message["voice"] | {"url": ""} == {"url": "", "duration": 3, "type": "audio/mp4"}
    answer = await phone.http.get(message["voice"]["url"], headers={"Range": "bytes=4-7"})
    assert (answer.status_code, answer.content) == (206, b"ftyp")
    voice = (await town.heard())[0].message
    assert voice is not None
    assert voice.voice is not None
    assert bytes(await (await voice.voice.get_file()).download_as_bytearray())[4:8] == b"ftyp"


async def test_place_is_checked(town: Town) -> None:
    phone = await town.guest()
    places: list[Any] = [
        {"latitude": 91, "longitude": 0},
        {"latitude": "x"},
        ["x"],
        {"latitude": 1e400, "longitude": 1},
    ]
    for place in places:
        body = json.dumps({"txn": "t1", "location": place})
        answer = await phone.http.post("/chat/send", content=body, headers={"Content-Type": "application/json"})
        assert (answer.status_code, answer.json()) == (400, {"error": "wrong_location"})
    answer = await phone.http.post(
        "/chat/send", json={"txn": "t1", "location": {"latitude": 43.8, "longitude": 87.6}}
    )
    assert answer.json()["messages"][0]["location"] == {"latitude": 43.8, "longitude": 87.6}


async def test_wrong_or_too_much_is_refused_with_a_code(town: Town) -> None:
    phone = await town.guest()
    big = await phone.http.post(
        "/chat/send", data={"txn": "t1", "kind": "document"}, files={"file": bytes((1 << 20) + 1)}
    )
    assert (big.status_code, big.json()) == (413, {"error": "too_large"})
    for body, status, code in [
        ({"txn": "t1", "text": " \n"}, 400, "empty"),
        ({"txn": "", "text": "a"}, 400, "bad_txn"),
        ({"txn": "t1", "text": "a" * 41_000}, 413, "too_large"),
        ({"txn": "t1", "text": "a" * 300_000}, 413, "too_large"),
    ]:
        answer = await phone.http.post("/chat/send", json=body)
        assert (answer.status_code, answer.json()) == (status, {"error": code})
    deep = await phone.http.post("/chat/send", content="[" * 50_000, headers={"Content-Type": "application/json"})
    assert (deep.status_code, deep.json()) == (400, {"error": "bad_json"})
    assert await town.heard() == []


async def test_a_flood_is_slowed_and_passes(town: Town) -> None:
    phone = await town.guest()
    for number in range(20):
        await phone.says("again", f"t{number}")
    answer = await phone.http.post("/chat/send", json={"txn": "t20", "text": "again"})
    assert (answer.status_code, answer.json()) == (429, {"error": "slow_down", "retry_after": 10})
    town.clock.time += timedelta(seconds=10)
    last = (await town.bot.get_updates())[-1].update_id
    await town.bot.get_updates(offset=last + 1)
    await phone.says("again", "t20")


async def test_whoever_has_twenty_things_waiting_for_the_bot_waits_and_nobody_else_does(town: Town) -> None:
    phone, other = await town.guest(), await town.guest()
    for number in range(2):
        await phone.says("long " * 8000, f"t{number}")  # ten messages each
    answer = await phone.http.post("/chat/send", json={"txn": "more", "text": "again"})
    assert (answer.status_code, answer.json()) == (429, {"error": "slow_down", "retry_after": 2})
    await phone.says("long " * 8000, "t1")  # what was sent twice is still answered
    await other.says("hello")
    heard = await town.bot.get_updates()
    await town.bot.get_updates(offset=heard[-1].update_id + 1)
    await phone.says("again", "more")


async def test_what_cannot_be_saved_is_said_to_be_unsaved(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    phone = await town.guest()

    def refuse() -> None:
        raise NotSaved("disk full")

    monkeypatch.setattr(town.database, "write", refuse)
    answer = await phone.http.post("/chat/send", json={"txn": "t1", "text": "a"})
    assert (answer.status_code, answer.json()) == (507, {"error": "not_saved"})


# --- pressing ----------------------------------------------------------------------------------------


async def test_press_counts_once_and_old_buttons_are_refused(town: Town) -> None:
    phone, stranger = await town.guest(), await town.guest()
    sent = await town.bot.send_message(phone.me, "Paint it?", reply_markup=keyboard("yes"))
    press = {"txn": "p1", "message_id": sent.message_id, "data": "yes"}
    first = await phone.http.post("/chat/press", json=press)
    forged = await phone.http.post("/chat/press", json=press | {"txn": "p2", "data": "admin"})
    assert (forged.status_code, forged.json()) == (409, {"error": "old_button"})
    assert (await stranger.http.post("/chat/press", json=press)).status_code == 409
    await town.bot.edit_message_text("Painted.", phone.me, sent.message_id)
    assert (await phone.http.post("/chat/press", json=press)).json() == first.json()
    assert (await phone.http.post("/chat/press", json=press | {"txn": "p3"})).status_code == 409
    assert len(await town.heard()) == 1


# --- reading -----------------------------------------------------------------------------------------


async def test_history_comes_in_pages_and_never_from_others(town: Town) -> None:
    phone, stranger = await town.guest(), await town.guest()
    for number in range(5):
        await town.bot.send_message(phone.me, str(number))
    newest = await phone.history(limit=2)
    assert ([m["text"] for m in newest["messages"]], newest["more"]) == (["3", "4"], True)
    older = await phone.history(limit=3, before=newest["messages"][0]["id"])
    assert ([m["text"] for m in older["messages"]], older["more"]) == (["0", "1", "2"], False)
    assert (await stranger.history())["messages"] == []


async def test_stream_tells_everything_and_resumes_where_it_was(town: Town) -> None:
    phone = await town.guest()
    async with phone.stream() as stream:
        sent = await town.bot.send_message(phone.me, "one", reply_markup=keyboard("x"))
        first, kind, data = await stream.event()
        assert (kind, data["text"], data["from"]) == ("message", "one", "bot")
        await town.bot.send_chat_action(phone.me, "typing")
        assert (await stream.event())[1:] == ("typing", {})
    await town.bot.edit_message_text("two", phone.me, sent.message_id)
    gone = await town.bot.send_message(phone.me, "gone")
    await town.bot.set_message_reaction(phone.me, sent.message_id, "👍")
    await town.bot.delete_message(phone.me, gone.message_id)
    await phone.says("mine")
    async with phone.stream(last=first) as stream:
        events = [await stream.event() for _ in range(5)]
    assert [kind for _, kind, _ in events] == ["typing", "edit", "reaction", "delete", "message"]
    assert events[1][2]["text"] == "two"
    assert events[2][2] == {"message_id": sent.message_id, "emoji": "👍"}
    assert events[3][2] == {"ids": [gone.message_id]}
    assert events[4][2]["txn"] == "t1"


async def test_long_poll_waits_for_the_toast(town: Town) -> None:
    phone = await town.guest()
    sent = await town.bot.send_message(phone.me, "a?", reply_markup=keyboard("x"))
    press = {"txn": "p1", "message_id": sent.message_id, "data": "x"}
    query = (await phone.http.post("/chat/press", json=press)).json()["query_id"]
    cursor = (await phone.history())["cursor"]
    waiting = asyncio.create_task(phone.http.get(f"/chat/events?wait=20&after={cursor}"))
    await asyncio.sleep(0)
    await town.bot.answer_callback_query(query, "counted")
    body = (await waiting).json()
    assert [event["data"] for event in body["events"]] == [{"query_id": query, "text": "counted", "alert": False}]
    empty = (await phone.http.get(f"/chat/events?wait=0&after={body['cursor']}")).json()
    assert empty == {"events": [], "cursor": body["cursor"]}


async def test_stopping_ends_streams_and_polls(town: Town) -> None:
    phone = await town.guest()
    async with phone.stream() as stream:
        poll = asyncio.create_task(phone.http.get("/chat/events?wait=20"))
        await asyncio.sleep(0)
        await town.gateway.stop()
        await stream.ended.wait()
        assert (await poll).json()["events"] == []


async def test_old_events_are_forgotten_and_the_page_is_told(town: Town) -> None:
    phone = await town.guest()
    await town.bot.send_message(phone.me, "kept in the history")
    start = (await phone.http.get("/chat/events?wait=0&after=1")).json()["events"]
    assert [event["type"] for event in start] == ["message"]
    town.clock.time += timedelta(hours=49)
    await town.gateway.prune()
    later = (await phone.http.get("/chat/events?wait=0&after=1")).json()["events"]
    assert [event["type"] for event in later] == ["reset"]
    assert len((await phone.history())["messages"]) == 1


async def test_a_second_process_is_seen_within_a_look(town: Town, tmp_path: Path) -> None:
    phone = await town.guest()
    other = Gateway(town.database, town.clock, shelf_in(tmp_path / "files"), TOKEN, b"salt")
    await town.gateway.start()
    async with phone.stream() as stream:
        async with telegram.Bot(TOKEN, base_url="http://gateway/bot", request=request_to(other)) as bot:
            await bot.send_message(phone.me, "from next door")
        assert (await stream.event())[2]["text"] == "from next door"
