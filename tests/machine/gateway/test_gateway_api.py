"""The gateway's Bot API side, spoken to by a real python-telegram-bot over ASGI."""

import asyncio
import io
import json
import os
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import httpx
import pytest
import telegram
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    ReplyParameters,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken
from telegram.request import HTTPXRequest

from bot.database import migrations
from bot.database.connecting import connect
from bot.gateway import Gateway
from bot.gateway.bot_api import html, serve
from bot.gateway.errors import ApiError
from bot.media import images
from tests import pictures
from tests.shelf import shelf_in

TOKEN = "4242:AAgateway-token_of-the-tests"
SAME_ORIGIN = {"Origin": "http://shop.test"}


class HandClock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 20, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()


@dataclass
class Town:
    gateway: Gateway
    clock: HandClock
    bot: telegram.Bot
    raw: httpx.AsyncClient
    folder: Path
    database: Any

    def phone(self) -> httpx.AsyncClient:
        app = Starlette(routes=self.gateway.phone_routes)
        return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.test", headers=SAME_ORIGIN)

    async def guest(self) -> tuple[httpx.AsyncClient, int]:
        phone = self.phone()
        opened = await phone.post("/chat/open", json={"language": "zh"})
        return phone, opened.json()["me"]

    async def call(self, method: str, **values: Any) -> dict[str, Any]:
        json_body = {"content": json.dumps(values), "headers": {"Content-Type": "application/json"}}
        answer = await self.raw.post(f"/bot{TOKEN}/{method}", **json_body)  # type: ignore[arg-type]
        body: dict[str, Any] = answer.json()
        assert answer.status_code == body.get("error_code", 200)
        return body


def bot_on(gateway: Gateway, token: str = TOKEN) -> telegram.Bot:
    def request() -> HTTPXRequest:
        return HTTPXRequest(httpx_kwargs={"transport": httpx.ASGITransport(gateway.bot_api)})

    return telegram.Bot(
        token,
        base_url="http://gateway/bot",
        base_file_url="http://gateway/file/bot",
        request=request(),
        get_updates_request=request(),
    )


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
    gateway = Gateway(database, clock, shelf_in(tmp_path / "files"), TOKEN, b"salt")
    bot = bot_on(gateway)
    raw = httpx.AsyncClient(transport=httpx.ASGITransport(gateway.bot_api), base_url="http://gateway")
    async with bot:
        yield Town(gateway, clock, bot, raw, tmp_path / "files" / "gateway", database)
    await gateway.stop()
    await raw.aclose()
    await database.close()


def picture(width: int = 640, height: int = 480, kind: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, kind)
    return buffer.getvalue()


def keyboard(*data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(each, callback_data=each)] for each in data])


# --- texts -------------------------------------------------------------------------------------------


async def test_bot_knows_itself(town: Town) -> None:
    me = await town.bot.get_me()
    assert (me.id, me.is_bot) == (4242, True)
    await town.bot.set_my_name("Nestbox")
    assert (await town.bot.get_me()).first_name == "Nestbox"


async def test_html_becomes_text_with_entities(town: Town) -> None:
    phone, me = await town.guest()
    sent = await town.bot.send_message(me, "🪺 <b>nest &amp; box</b> &lt;3", parse_mode="HTML")
    assert sent.text == "🪺 nest & box <3"
    assert sent.parse_entities() == {sent.entities[0]: "nest & box"}
    assert sent.entities[0].offset == 3
    history = (await phone.get("/chat/history")).json()["messages"]
    assert history[0]["entities"] == [{"type": "bold", "offset": 3, "length": 10}]


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("<i>a</i><u>b</u><s>c</s><del>d</del>", "abcd", ["italic", "underline", "strikethrough", "strikethrough"]),
        ("<b><i>a</i></b>", "a", ["bold", "italic"]),
        ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", ["spoiler", "spoiler"]),
        ("<pre><code class='language-python'>x</code></pre>", "x", ["pre"]),
        ("<blockquote expandable>q</blockquote>", "q", ["expandable_blockquote"]),
        ("&#128522;&#x41; &quot;&nbsp;", '😊A "&nbsp;', []),
        ('<a href="https://a.test/?x=1&amp;y=2">l</a>', "l", ["text_link"]),
        ('<a href="javascript:alert(1)">l</a>', "l", []),
        ("<B>a</b>", "a", ["bold"]),
        ("", "", []),
    ],
)
def test_html_subset_is_read(source: str, text: str, kinds: list[str]) -> None:
    found, entities = html.parse(source)
    assert found == text
    assert [entity["type"] for entity in entities] == kinds


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("a<x>", 'Unsupported start tag "x" at byte offset 1'),
        ("中<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("中</b>", "Unexpected end tag at byte offset 3"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<3", "Unclosed start tag at byte offset 0"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_wrong_html_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        html.parse(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


async def test_lengths_count_after_entities(town: Town) -> None:
    _, me = await town.guest()
    await town.bot.send_message(me, "<b>" + "a" * 4096 + "</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message is too long"):
        await town.bot.send_message(me, "a" * 4097)
    with pytest.raises(BadRequest, match="Message is too long"):
        await town.bot.send_message(me, "🪺" * 2049)
    with pytest.raises(BadRequest, match="Message text is empty"):
        await town.bot.send_message(me, " \n ")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await town.bot.send_photo(me, picture(), caption="a" * 1025)


async def test_unknown_things_are_refused_as_telegram_does(town: Town) -> None:
    _, me = await town.guest()
    cases: list[tuple[str, dict[str, Any], int, str]] = [
        ("noSuchThing", {}, 404, "Not Found: method not found"),
        ("sendMessage", {"text": "a"}, 400, "Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": 5, "text": "a"}, 400, "Bad Request: chat not found"),
        ("sendMessage", {"chat_id": me}, 400, "Bad Request: message text is empty"),
        ("sendMessage", {"chat_id": me, "text": "a", "parse_mode": "X"}, 400, "Bad Request: unsupported parse_mode"),
        *(
            (
                "sendMessage",
                {"chat_id": me, "text": "a", "parse_mode": mode},
                400,
                "Bad Request: parse_mode Markdown is not supported by this web chat: send HTML or entities",
            )
            for mode in ("Markdown", "MarkdownV2")
        ),
        *(
            (
                "sendMessage",
                {"chat_id": me, "text": "a", "reply_markup": markup},
                400,
                f"Bad Request: {name} is not supported by this web chat: send an inline keyboard",
            )
            for name, markup in (
                ("ReplyKeyboardMarkup", {"keyboard": [["Yes", "No"]]}),
                ("ForceReply", {"force_reply": True}),
            )
        ),
        ("sendPhoto", {"chat_id": me}, 400, "Bad Request: there is no photo in the request"),
        ("sendPhoto", {"chat_id": me, "photo": "zz"}, 400, "Bad Request: wrong file identifier/HTTP URL specified"),
        ("sendChatAction", {"chat_id": me}, 400, "Bad Request: wrong parameter action in request"),
        (
            "editMessageText",
            {"chat_id": me, "message_id": 3, "text": "a"},
            400,
            "Bad Request: message to edit not found",
        ),
        ("deleteMessage", {"chat_id": me, "message_id": 3}, 400, "Bad Request: message to delete not found"),
        ("getFile", {"file_id": "x"}, 400, "Bad Request: wrong file_id or the file is temporarily unavailable"),
        ("sendMediaGroup", {"chat_id": me, "media": []}, 400, "Bad Request: there are no messages to send"),
        ("sendMessage", {"chat_id": me, "text": "\ud800"}, 400, "Bad Request: strings must be encoded in UTF-8"),
    ]
    for method, values, code, words in cases:
        body = await town.call(method, **values)
        assert (body["error_code"], body["description"]) == (code, words)
    wrong = await town.raw.post("/bot4242:other/getMe")
    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")
    with pytest.raises(InvalidToken):
        await bot_on(town.gateway, "1:x").get_me()


async def test_keyboards_have_telegrams_limits(town: Town) -> None:
    _, me = await town.guest()
    await town.bot.send_message(me, "a", reply_markup=keyboard("x" * 64))
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await town.bot.send_message(me, "a", reply_markup=keyboard("خ" * 33))
    with pytest.raises(BadRequest, match="Reply markup is too long"):
        await town.bot.send_message(me, "a", reply_markup=keyboard(*(str(n) for n in range(101))))


async def test_edit_changes_the_message_and_its_keyboard(town: Town) -> None:
    phone, me = await town.guest()
    sent = await town.bot.send_message(me, "a", reply_markup=keyboard("x"))
    edited = await town.bot.edit_message_text("b", me, sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert (edited.text, edited.reply_markup) == ("b", None)
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await town.bot.edit_message_text("b", me, sent.message_id)
    await town.bot.edit_message_reply_markup(me, sent.message_id, reply_markup=keyboard("y"))
    (message,) = (await phone.get("/chat/history")).json()["messages"]
    assert message["buttons"] == [[{"text": "y", "data": "y"}]]
    assert message["edited"] is not None


async def test_text_message_can_become_a_photo(town: Town) -> None:
    phone, me = await town.guest()
    sent = await town.bot.send_message(me, "waiting")
    edited = await town.bot.edit_message_media(InputMediaPhoto(picture(), caption="here"), me, sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert (edited.caption, edited.photo[-1].width) == ("here", 640)
    edited = await town.bot.edit_message_caption(me, sent.message_id, caption="there")
    (message,) = (await phone.get("/chat/history")).json()["messages"]
    assert message["text"] == "there"
    assert (await phone.get(message["photo"]["url"])).status_code == 200
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await town.bot.edit_message_text("b", me, sent.message_id)


async def test_messages_are_deleted_for_two_days_only(town: Town) -> None:
    phone, me = await town.guest()
    sent = [await town.bot.send_message(me, word) for word in "abc"]
    assert await town.bot.delete_message(me, sent[0].message_id)
    assert await town.bot.delete_messages(me, [sent[1].message_id, 99])
    town.clock.time += timedelta(hours=49)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await town.bot.delete_message(me, sent[2].message_id)
    assert [m["text"] for m in (await phone.get("/chat/history")).json()["messages"]] == ["c"]


async def test_numbers_are_never_used_twice(town: Town) -> None:
    _, me = await town.guest()
    first = await town.bot.send_message(me, "a")
    await town.bot.delete_message(me, first.message_id)
    assert (await town.bot.send_message(me, "b")).message_id > first.message_id


async def test_reply_copy_and_reaction(town: Town) -> None:
    phone, me = await town.guest()
    first = await town.bot.send_message(me, "a")
    second = await town.bot.send_message(me, "b", reply_parameters=ReplyParameters(first.message_id))
    assert second.reply_to_message is not None
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await town.bot.send_message(me, "b", reply_parameters=ReplyParameters(99))
    copied = await town.bot.copy_message(me, me, first.message_id)
    assert copied.message_id > second.message_id
    await town.bot.set_message_reaction(me, first.message_id, "👍")
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await town.bot.set_message_reaction(me, first.message_id, "✅")
    messages = (await phone.get("/chat/history")).json()["messages"]
    assert [m["text"] for m in messages] == ["a", "b", "a"]
    assert messages[1]["reply_to"] == messages[0]["id"]
    assert messages[0]["reaction"] == "👍"


# --- idempotency -------------------------------------------------------------------------------------


async def test_same_key_sends_once_even_at_the_same_time(town: Town) -> None:
    phone, me = await town.guest()
    sends = [town.call("sendMessage", chat_id=me, text="once", idempotency_key="k1") for _ in range(5)]
    answers = await asyncio.gather(*sends)
    assert len({answer["result"]["message_id"] for answer in answers}) == 1
    assert len((await phone.get("/chat/history")).json()["messages"]) == 1


async def test_same_key_survives_a_restart_and_a_deletion(town: Town, tmp_path: Path) -> None:
    _, me = await town.guest()
    first = await town.bot.do_api_request(
        "sendPhoto",
        {"chat_id": me, "photo": telegram.InputFile(picture()), "idempotency_key": "k", "language_code": "ug"},
        return_type=telegram.Message,
    )
    assert isinstance(first, telegram.Message)
    files = {entry.name for entry in os.scandir(town.folder)}
    restarted = Gateway(town.database, town.clock, shelf_in(town.folder.parent), TOKEN, b"salt")
    raw = httpx.AsyncClient(transport=httpx.ASGITransport(restarted.bot_api), base_url="http://gateway")
    again = await raw.post(
        f"/bot{TOKEN}/sendPhoto", data={"chat_id": me, "idempotency_key": "k"}, files={"photo": picture()}
    )
    assert again.json()["result"]["message_id"] == first.message_id
    assert {entry.name for entry in os.scandir(town.folder)} == files
    await town.bot.delete_message(me, first.message_id)
    once_more = await town.call("sendPhoto", chat_id=me, photo=first.photo[-1].file_id, idempotency_key="k")
    assert once_more["result"]["message_id"] == first.message_id
    await raw.aclose()


async def test_album_with_a_key_is_sent_once(town: Town) -> None:
    phone, me = await town.guest()
    photo = (await town.bot.send_photo(me, picture())).photo[-1].file_id
    media = [{"type": "photo", "media": photo, "caption": "one"}, {"type": "photo", "media": photo}]
    first = await town.call("sendMediaGroup", chat_id=me, media=media, idempotency_key="k")
    again = await town.call("sendMediaGroup", chat_id=me, media=media, idempotency_key="k")
    assert first == again
    assert len((await phone.get("/chat/history")).json()["messages"]) == 3


# --- files -------------------------------------------------------------------------------------------


async def test_photo_has_sizes_and_can_be_fetched_and_sent_again(town: Town) -> None:
    phone, me = await town.guest()
    sent = await town.bot.send_photo(me, picture(1600, 1200), caption="<b>c</b>", parse_mode="HTML")
    assert [(size.width, size.height) for size in sent.photo] == [(320, 240), (1600, 1200)]
    assert sent.caption == "c"
    file = await town.bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == images.redraw(picture(1600, 1200)).jpeg
    again = await town.bot.send_photo(me, sent.photo[0].file_id)
    assert again.photo == sent.photo
    stranger, _ = await town.guest()
    url = (await phone.get("/chat/history")).json()["messages"][0]["photo"]["url"]
    assert (await phone.get(url)).headers["content-type"] == "image/jpeg"
    assert (await stranger.get(url)).status_code == 404


async def test_album_documents_voice_and_place_arrive(town: Town) -> None:
    phone, me = await town.guest()
    album = await town.bot.send_media_group(me, [InputMediaPhoto(picture()), InputMediaPhoto(picture(kind="PNG"))])
    assert len({message.media_group_id for message in album}) == 1
    with pytest.raises(BadRequest, match="Too many messages to send as an album"):
        await town.bot.send_media_group(me, [InputMediaPhoto(album[0].photo[0].file_id)] * 11)
    await town.bot.send_media_group(me, [InputMediaDocument(b"a"), InputMediaDocument(b"b")])
    document = await town.bot.send_document(me, b"BEGIN:VCALENDAR", filename="../../fair.ics")
    assert document.document is not None
    assert document.document.file_name == "fair.ics"
    voice = await town.bot.send_voice(me, b"OggS....", duration=3)
    assert voice.voice is not None
    await town.bot.send_location(me, 43.8, 87.6)
    messages = (await phone.get("/chat/history")).json()["messages"]
    assert [m["document"]["name"] for m in messages if "document" in m][-1] == "fair.ics"
    assert messages[-1]["location"] == {"latitude": 43.8, "longitude": 87.6}
    assert messages[0]["album"] == messages[1]["album"]


async def test_what_a_bot_draws_stays_sharp_and_lies_on_the_disk_once(town: Town) -> None:
    _, me = await town.guest()
    chart = io.BytesIO()
    notes = PngInfo()
    notes.add_text("Author", "where I live")
    Image.effect_noise((300, 200), 60).quantize(8).save(chart, "PNG", pnginfo=notes)
    names = []
    for _ in range(5):
        sent = await town.bot.send_photo(me, chart.getvalue())
        file = await town.bot.get_file(sent.photo[-1].file_id)
        names.append(str(file.file_path).rpartition("/")[2])
        kept = bytes(await file.download_as_bytearray())
        assert b"where I live" not in kept
        with Image.open(io.BytesIO(kept)) as shown, Image.open(chart) as drawn:
            assert shown.tobytes() == drawn.tobytes()
    assert len(set(names)) == 5
    assert len({(town.folder / name).stat().st_ino for name in names}) == 1
    (town.folder / names[0]).unlink()
    await town.bot.delete_message(me, sent.message_id)
    await town.bot.send_photo(me, chart.getvalue())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_picture_that_a_bot_sends_as_a_file_or_as_a_voice_is_clean_too(town: Town, kind: str) -> None:
    _, me = await town.guest()
    secretive = pictures.encoded(pictures.wall(200, 150), kind)
    for send, name in ((town.bot.send_document, "wall.heic"), (town.bot.send_voice, "")):
        sent = await send(me, secretive, filename=name)
        assert sent.document is not None
        kept = bytes(await (await sent.document.get_file()).download_as_bytearray())
        assert pictures.SECRET not in kept
        assert sent.document.mime_type in ("image/png", "image/jpeg")
    assert not [one for one in town.folder.iterdir() if pictures.SECRET in one.read_bytes()]
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await town.bot.send_document(me, secretive[:400])


async def test_pixel_flood_is_refused_from_the_header(town: Town) -> None:
    _, me = await town.guest()
    bomb = io.BytesIO()
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 20_000
    for content in (bomb.getvalue(), b"<svg/>", b"GIF89a" + bytes(90)):
        with pytest.raises(BadRequest, match="Image_process_failed"):
            await town.bot.send_photo(me, content)
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await town.bot.send_photo(me, picture(2100, 100))
    with pytest.raises(BadRequest, match="is too big for a photo"):
        await town.bot.send_photo(me, bytes(11 << 20))


# --- updates -----------------------------------------------------------------------------------------


async def say(phone: httpx.AsyncClient, text: str, txn: str = "") -> dict[str, Any]:
    answer = await phone.post("/chat/send", json={"txn": txn or f"t{text[:40]}", "text": text})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_updates_stay_until_the_offset_confirms_them(town: Town) -> None:
    phone, _ = await town.guest()
    for word in ("/start", "b", "c"):
        await say(phone, word, "t" + word.strip("/"))
    first = await town.bot.get_updates(limit=2)
    assert [update.message.text for update in first if update.message] == ["/start", "b"]
    message = first[0].message
    assert message is not None
    assert message.from_user is not None
    assert message.from_user.language_code == "zh"
    assert message.parse_entities(["bot_command"]) == {message.entities[0]: "/start"}
    assert len(await town.bot.get_updates()) == 3
    rest = await town.bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.message.text for update in rest if update.message] == ["c"]
    assert len(await town.bot.get_updates(offset=-1)) == 1
    assert await town.bot.get_updates(offset=rest[-1].update_id + 1) == ()


async def test_long_poll_is_woken_by_a_message(town: Town) -> None:
    phone, _ = await town.guest()
    poll = asyncio.create_task(town.bot.get_updates(timeout=20))
    await asyncio.sleep(0)
    began = time.monotonic()
    await say(phone, "hello")
    assert len(await poll) == 1
    assert time.monotonic() - began < 5


async def test_a_second_poll_ends_the_first_and_stop_ends_both(town: Town) -> None:
    other = bot_on(town.gateway)
    await other.initialize()
    first = asyncio.create_task(town.bot.get_updates(timeout=20))
    await asyncio.to_thread(time.sleep, 0.1)
    second = asyncio.create_task(other.get_updates(timeout=20))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    await town.gateway.stop()
    assert await second == ()
    await other.shutdown()


async def test_only_allowed_kinds_of_updates_are_kept(town: Town) -> None:
    phone, _ = await town.guest()
    await town.bot.get_updates(allowed_updates=["callback_query"])
    await say(phone, "unheard")
    assert await town.bot.get_updates() == ()
    await town.bot.get_updates(allowed_updates=[])
    await say(phone, "heard")
    assert len(await town.bot.get_updates()) == 1


async def test_press_is_answered_within_150_seconds(town: Town) -> None:
    phone, me = await town.guest()
    sent = await town.bot.send_message(me, "a?", reply_markup=keyboard("yes"))
    press = {"txn": "p1", "message_id": sent.message_id, "data": "yes"}
    query_id = (await phone.post("/chat/press", json=press)).json()["query_id"]
    (update,) = await town.bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert (query.id, query.data, query.message.text) == (query_id, "yes", "a?")  # type: ignore[union-attr]
    await town.bot.answer_callback_query(query.id, "done", show_alert=True)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await town.bot.answer_callback_query(query.id, "a" * 201)
    town.clock.time += timedelta(seconds=151)
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await town.bot.answer_callback_query(query.id)


async def test_leaving_is_heard_and_nothing_is_sent_after_it(town: Town) -> None:
    phone, me = await town.guest()
    assert (await phone.post("/chat/leave", json={})).status_code == 200
    (update,) = await town.bot.get_updates()
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await town.bot.send_message(me, "still there?")


async def test_forgotten_person_leaves_no_row(town: Town) -> None:
    phone, me = await town.guest()
    await say(phone, "secret")
    await town.bot.send_photo(me, picture())
    async with town.database.write() as tx:
        await town.gateway.forget(tx, me)
    await town.gateway.drop_due()
    assert list(os.scandir(town.folder)) == []
    assert (await phone.get("/chat/history")).status_code == 401
    tables = ("people", "sessions", "messages", "files", "attachments", "updates", "events", "txns")
    async with town.database.read() as tx:
        for table in tables:
            assert await tx.one(int, f"SELECT count(*) FROM gateway_{table}") == 0  # noqa: S608


async def test_files_of_whoever_is_forgotten_go_although_the_program_died_in_between(town: Town) -> None:
    _, me = await town.guest()
    await town.bot.send_photo(me, picture())
    async with town.database.write() as tx:
        await town.gateway.forget(tx, me)
    assert len(list(os.scandir(town.folder))) == 2
    restarted = Gateway(town.database, town.clock, shelf_in(town.folder.parent), TOKEN, b"salt")
    await restarted.prune()
    assert list(os.scandir(town.folder)) == []
    await restarted.stop()


# --- the bot's own matters -----------------------------------------------------------------------------


async def test_commands_follow_scope_and_language(town: Town) -> None:
    phone, me = await town.guest()
    await town.bot.set_my_commands([BotCommand("help", "Help")])
    assert (await phone.get("/chat/commands")).json() == [{"command": "help", "description": "Help"}]
    scope = BotCommandScopeAllPrivateChats()
    await town.bot.set_my_commands([BotCommand("help", "帮助")], scope=scope, language_code="zh")
    assert (await phone.get("/chat/commands")).json()[0]["description"] == "帮助"
    await town.bot.set_my_commands([BotCommand("desk", "Desk")], scope=BotCommandScopeChat(me))
    assert (await phone.get("/chat/commands")).json()[0]["command"] == "desk"
    await town.bot.delete_my_commands(scope=BotCommandScopeChat(me))
    assert (await town.bot.get_my_commands(scope=BotCommandScopeChat(me))) == ()
    assert (await phone.get("/chat/commands")).json()[0]["description"] == "帮助"
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await town.bot.set_my_commands([BotCommand("Nein", "x")])


async def test_a_chat_is_held_in_the_language_the_bot_says_and_its_commands_follow(town: Town) -> None:
    phone, me = await town.guest()
    for language, words in (("zh", "帮助"), ("ug", "ياردەم")):
        await town.bot.set_my_commands([BotCommand("help", words)], language_code=language)
    page = (await phone.get("/chat/history")).json()
    assert page["language"] is None
    assert (await town.call("setChatLanguage", chat_id=me, language_code="ug"))["result"] is True
    assert (await town.call("setChatLanguage", chat_id=me, language_code="ug"))["result"] is True
    after = f"/chat/events?wait=0&after={page['cursor']}"
    told = [(event["type"], event["data"]) for event in (await phone.get(after)).json()["events"]]
    assert told == [("language", {"language": "ug"})]
    assert (await phone.get("/chat/commands")).json()[0]["description"] == "ياردەم"
    # The phone may say what it likes when it comes back; to the bot it is still what the phone says.
    await phone.post("/chat/open", json={"language": "en"})
    assert (await phone.get("/chat/history")).json()["language"] == "ug"
    assert (await town.call("setChatLanguage", chat_id=me))["result"] is True
    assert (await phone.get("/chat/history")).json()["language"] is None
    assert (await town.call("setChatLanguage", chat_id=me, language_code="Uyghur"))["error_code"] == 400
    assert (await town.call("setChatLanguage", chat_id=me + 1000, language_code="ug"))["error_code"] == 400


async def test_chat_menu_and_file_facts_parse(town: Town) -> None:
    _, me = await town.guest()
    assert (await town.bot.get_chat(me)).type == "private"
    assert (await town.bot.get_chat_menu_button(me)).type == "commands"
    await town.bot.set_chat_menu_button(me)
    assert await town.bot.send_chat_action(me, "typing")
    assert await town.bot.close()
    assert (await town.bot.get_webhook_info()).url == ""


# --- webhooks ----------------------------------------------------------------------------------------


async def test_webhook_is_tried_again_in_order_with_its_secret(town: Town) -> None:
    heard: list[tuple[str, str]] = []
    done = asyncio.Event()

    async def hook(request: Request) -> JSONResponse:
        update = await request.json()
        heard.append((request.headers["x-telegram-bot-api-secret-token"], update["message"]["text"]))
        if len(heard) == 1:
            return JSONResponse({}, 500)
        if len(heard) == 3:
            done.set()
        return JSONResponse({"method": "sendMessage", "chat_id": update["message"]["chat"]["id"], "text": "ok"})

    transport = httpx.ASGITransport(Starlette(routes=[Route("/hook", hook, methods=["POST"])]))
    running = Gateway(
        town.database, town.clock, shelf_in(town.folder.parent), TOKEN, b"salt", webhook_transport=transport
    )
    phone, _ = await town.guest()
    await town.bot.set_webhook("http://bot.test/hook", secret_token="s3cret")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await town.bot.get_updates()
    await say(phone, "one")
    await say(phone, "two")
    assert (await town.bot.get_webhook_info()).pending_update_count == 2
    await running.start()
    async with asyncio.timeout(10):
        await done.wait()
    await running.stop()
    assert heard == [("s3cret", "one"), ("s3cret", "one"), ("s3cret", "two")]
    messages = (await phone.get("/chat/history")).json()["messages"]
    assert [m["text"] for m in messages][:3] == ["one", "two", "ok"]
    await town.bot.delete_webhook()


def test_bot_api_port_is_for_this_machine_only() -> None:
    serve.check_host("127.0.0.1")
    with pytest.raises(serve.NotLoopback):
        serve.check_host("0.0.0.0")  # noqa: S104


async def test_sending_is_fast_enough(town: Town) -> None:
    _, me = await town.guest()
    began = time.monotonic()
    for start in range(0, 200, 50):
        await asyncio.gather(*(town.bot.send_message(me, str(n)) for n in range(start, start + 50)))
    rate = 200 / (time.monotonic() - began)
    print(f"sendMessage through PTB: {rate:.0f}/s")
    assert rate > 50


async def test_taking_away_a_reply_keyboard_is_granted_since_there_never_is_one(town: Town) -> None:
    _, me = await town.guest()
    assert (await town.call("sendMessage", chat_id=me, text="a", reply_markup={"remove_keyboard": True}))["ok"]


async def test_a_get_may_have_a_body_as_at_telegram(town: Town) -> None:
    _, me = await town.guest()
    address = f"/bot{TOKEN}/sendMessage"
    in_json = await town.raw.request("GET", address, json={"chat_id": me, "text": "one"})
    in_form = await town.raw.request("GET", f"{address}?chat_id={me}", data={"text": "two"})
    plain = await town.raw.get(address, params={"chat_id": me, "text": "three"})
    assert [answer.json()["result"]["text"] for answer in (in_json, in_form, plain)] == ["one", "two", "three"]
