"""The fake Telegram is as strict as the real one where the machine's promises depend on it."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
import telegram
from PIL import Image
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from bot.outbox.verdicts import seconds_of
from tests.telegram_server import (
    TOKEN,
    Control,
    FakeTelegram,
    Fault,
    Kind,
    LimitSettings,
    Listener,
    Person,
    app,
    group,
    migrate,
    person,
)
from tests.telegram_server.wire import Answer

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class Watch:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def picture(colour: str = "red") -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(kept, "JPEG")
    return kept.getvalue()


def client(server: FakeTelegram, token: str = TOKEN) -> telegram.Bot:
    def request() -> HTTPXRequest:
        return HTTPXRequest(httpx_kwargs={"transport": httpx.ASGITransport(app(server))})

    base = "http://telegram.test"
    return telegram.Bot(token, f"{base}/bot", f"{base}/file/bot", request(), request())


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def server(watch: Watch) -> FakeTelegram:
    return FakeTelegram(retry_scale=0.0, wall=watch, monotonic=watch)


@pytest_asyncio.fixture
async def bot(server: FakeTelegram) -> AsyncIterator[telegram.Bot]:
    async with client(server) as ready:
        yield ready


@pytest.fixture
def aygul(server: FakeTelegram) -> Person:
    return person(server, 7, "Aygul", "ug", started=True)


def keyboard(text: str, data: str) -> telegram.InlineKeyboardMarkup:
    return telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton(text, callback_data=data)]])


async def test_what_people_send_reaches_the_bot_until_its_offset_confirms_it(
    server: FakeTelegram, bot: telegram.Bot, aygul: Person
) -> None:
    aygul.says("/start")
    aygul.sends_sticker()
    aygul.sends_location(43.8, 87.6)
    first = await bot.get_updates()
    assert [update.update_id for update in await bot.get_updates()] == [update.update_id for update in first]
    assert first[0].message is not None
    assert first[0].message.text == "/start"
    left = await bot.get_updates(offset=first[1].update_id + 1)
    assert [update.update_id for update in left] == [first[2].update_id]
    assert await bot.get_updates(offset=first[2].update_id + 1) == ()
    assert server.updates.confirmed == 3


async def test_a_long_poll_wakes_when_somebody_speaks(bot: telegram.Bot, aygul: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0)
    aygul.says("hello")
    assert len(await poll) == 1


async def test_a_second_poller_ends_the_first_and_a_webhook_forbids_both(
    server: FakeTelegram, bot: telegram.Bot
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await server.until(lambda: server.updates._poll is not None)
    second = asyncio.create_task(bot.get_updates(timeout=0))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    await second
    await bot.set_webhook("http://127.0.0.1:1/telegram")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()


async def test_a_press_is_answered_once_in_time_and_its_edit_shows(
    watch: Watch, bot: telegram.Bot, aygul: Person
) -> None:
    sent = await bot.send_message(7, "Good <b>idea</b>?", "HTML", reply_markup=keyboard("Yes", "yes"))
    press = aygul.presses("Yes")
    update = (await bot.get_updates())[0]
    assert update.callback_query is not None
    assert update.callback_query.data == "yes"
    await update.callback_query.answer("Noted")
    await bot.edit_message_text("Thanks", 7, sent.message_id)
    assert aygul.toasts() == ("Noted",)
    assert aygul.heard() == ("Thanks",)
    assert aygul.transcript()[-1].buttons == ()
    assert press.shown_at == press.answered_at == watch.now
    watch.now += 151
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await update.callback_query.answer("late")


async def test_a_press_whose_edit_would_change_nothing_has_been_seen(
    watch: Watch, bot: telegram.Bot, aygul: Person
) -> None:
    sent = await bot.send_message(7, "Home", reply_markup=keyboard("Home", "home"))
    press = aygul.presses("Home")
    watch.now += 1
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("Home", 7, sent.message_id, reply_markup=keyboard("Home", "home"))
    assert press.shown_at == watch.now


Act = Callable[[telegram.Bot], Awaitable[Any]]
REFUSED: list[tuple[str, Act]] = [
    ("Message is too long", lambda bot: bot.send_message(7, "ئۇ" * 2049)),
    ("Message text is empty", lambda bot: bot.send_message(7, " <b> </b>", "HTML")),
    ("Chat not found", lambda bot: bot.send_message(8, "hello")),
    ("Unclosed start tag at byte offset 4", lambda bot: bot.send_message(7, "你 <3", "HTML")),
    ('Unsupported start tag "3" at byte offset 4', lambda bot: bot.send_message(7, "你 <3 x", "HTML")),
    ('Can\'t find end tag corresponding to start tag "b"', lambda bot: bot.send_message(7, "<b>x", "HTML")),
    ('expected "</i>", found "</b>"', lambda bot: bot.send_message(7, "<b><i>x</b></i>", "HTML")),
    ("Button_data_invalid", lambda bot: bot.send_message(7, "x", reply_markup=keyboard("a", "d" * 65))),
    ("Message caption is too long", lambda bot: bot.send_photo(7, picture(), "c" * 1025)),
    ("Image_process_failed", lambda bot: bot.send_photo(7, b"no picture")),
    ("Wrong file_id or the file is temporarily unavailable", lambda bot: bot.send_voice(7, "nonsense")),
    (
        "Too many messages to send as an album",
        lambda bot: bot.send_media_group(7, [telegram.InputMediaPhoto(picture()) for _ in range(11)]),
    ),
    ("Message to edit not found", lambda bot: bot.edit_message_text("x", 7, 99)),
    ("Message to delete not found", lambda bot: bot.delete_message(7, 99)),
    ("Message to react not found", lambda bot: bot.set_message_reaction(7, 99, "👍")),
    ("Message to be replied not found", lambda bot: bot.send_message(7, "x", reply_to_message_id=99)),
    ("Wrong parameter action in request", lambda bot: bot.send_chat_action(7, "dance")),
    ("Bot_command_invalid", lambda bot: bot.set_my_commands([("Help!", "words")])),
]


@pytest.mark.parametrize(("text", "act"), REFUSED, ids=[text[:32] for text, _ in REFUSED])
async def test_it_refuses_what_telegram_refuses(bot: telegram.Bot, aygul: Person, text: str, act: Act) -> None:
    with pytest.raises(BadRequest) as refused:
        await act(bot)
    assert text.lower() in refused.value.message.lower()
    assert aygul.heard() == ()


async def test_an_edit_that_changes_nothing_is_refused(bot: telegram.Bot, aygul: Person) -> None:
    sent = await bot.send_message(7, "<i>same</i>", "HTML", reply_markup=keyboard("A", "a"))
    with pytest.raises(BadRequest, match="exactly the same as a current content"):
        await bot.edit_message_text(
            "<em>same</em>", 7, sent.message_id, parse_mode="HTML", reply_markup=keyboard("A", "a")
        )
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(7, sent.message_id, caption="new")


async def test_pictures_voices_albums_and_papers_go_both_ways(bot: telegram.Bot, aygul: Person) -> None:
    aygul.sends_album([picture("red"), picture("blue")], "the wall")
    aygul.sends_voice(b"OggS")
    updates = await bot.get_updates()
    messages = [update.message for update in updates if update.message is not None]
    assert [message.caption for message in messages] == ["the wall", None, None]
    assert messages[0].media_group_id == messages[1].media_group_id
    largest = messages[1].photo[-1]
    assert bytes(await (await largest.get_file()).download_as_bytearray()) == picture("blue")
    await bot.send_photo(7, largest.file_id, "again")
    album = await bot.send_media_group(7, [telegram.InputMediaPhoto(picture()) for _ in range(3)])
    await bot.send_document(7, b"a,b", "the list", filename="list.csv")
    await bot.send_location(7, 43.8, 87.6)
    copied = await bot.copy_message(7, 7, album[0].message_id)
    await bot.delete_messages(7, [copied.message_id])
    told = [seen.kind for seen in aygul.transcript() if seen.from_bot]
    assert told == ["photo", "photo", "photo", "photo", "document", "location"]


async def test_a_blocked_bot_is_told_so_until_the_person_speaks_again(bot: telegram.Bot, aygul: Person) -> None:
    aygul.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(7, "hello")
    aygul.says("back")
    await bot.send_message(7, "hello")
    assert aygul.copies("hello") == 1
    states = [update.my_chat_member for update in await bot.get_updates() if update.my_chat_member]
    assert [state.new_chat_member.status for state in states] == ["kicked", "member"]


async def test_a_group_that_grows_names_its_new_id(server: FakeTelegram, bot: telegram.Bot, aygul: Person) -> None:
    team = group(server, -50, "Team", aygul)
    new = migrate(server, team, -1_000_000_000_050, aygul)
    with pytest.raises(telegram.error.ChatMigrated) as moved:
        await bot.send_message(-50, "digest")
    assert moved.value.new_chat_id == new.id
    await bot.send_message(new.id, "digest")


async def test_limits_are_counted_and_calls_inside_a_closed_window_too(
    server: FakeTelegram, watch: Watch, bot: telegram.Bot, aygul: Person
) -> None:
    server.limits.settings = LimitSettings(private_burst=3)
    for number in range(3):
        await bot.send_message(7, str(number))
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await bot.send_message(7, "too many")
    assert (server.limits.given, server.limits.inside_closed) == (2, 1)
    watch.now += 1
    await bot.send_message(7, "patience")
    for user_id in range(100, 129):
        person(server, user_id, started=True)
        await bot.send_message(user_id, "all")
    person(server, 129, started=True)
    with pytest.raises(RetryAfter):
        await bot.send_message(129, "the 31st of this second")
    assert await bot.send_chat_action(7, "typing")


async def test_a_group_hears_twenty_a_minute(
    server: FakeTelegram, watch: Watch, bot: telegram.Bot, aygul: Person
) -> None:
    server.limits.settings = LimitSettings()
    group(server, -50, "Team", aygul)
    for number in range(20):
        await bot.send_message(-50, str(number))
    with pytest.raises(RetryAfter) as asked:
        await bot.send_message(-50, "more")
    assert seconds_of(asked.value) == 60


async def test_faults_strike_the_calls_they_are_meant_for(
    server: FakeTelegram, bot: telegram.Bot, aygul: Person
) -> None:
    server.faults.add(Fault(Kind.FLOOD, "sendMessage", nth=2, seconds=9))
    await bot.send_message(7, "one")
    with pytest.raises(RetryAfter):
        await bot.send_message(7, "two")
    server.limits.reopen()
    server.faults.add(Fault(Kind.ERROR, code=502))
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(7, "three")
    server.faults.add(Fault(Kind.CLOSE_AFTER, "sendMessage"))
    with pytest.raises(NetworkError, match="disconnected"):
        await bot.send_message(7, "four")
    server.faults.add(Fault(Kind.ERROR, "getUpdates", code=401))
    with pytest.raises(InvalidToken):
        await bot.get_updates()
    assert aygul.heard() == ("one", "four")
    assert [call.status for call in server.calls if call.method == "sendmessage"] == [200, 429, 502, 0]


async def test_a_malformed_update_sits_between_good_ones(
    server: FakeTelegram, bot: telegram.Bot, aygul: Person
) -> None:
    aygul.says("before")
    bad = server.updates.put_raw("message", ("message", 7), b',"message":{"text":17}}')
    aygul.says("after")
    answer = server.answer("GET", f"/bot{TOKEN.replace(':', '%3A')}/getUpdates", "", "", b"")
    assert not isinstance(answer, Answer)
    batch = json.loads((await answer).body)["result"]
    assert batch[1] == {"update_id": bad, "message": {"text": 17}}


async def test_an_update_can_come_twice_and_out_of_order(server: FakeTelegram, aygul: Person) -> None:
    hook = Hook()
    async with client(server) as bot:
        listener = await hooked(bot, hook)
        aygul.says("first")
        aygul.says("second")
        await server.quiet(for_seconds=0)
        server.updates.repeat(hook.got[0]["update_id"])
        await server.until(lambda: not server.updates.pending)
        await bot.delete_webhook()
        await listener.stop()
    assert [update["message"]["text"] for update in hook.got] == ["first", "second", "first"]


async def test_entities_count_in_utf16_units_and_survive_trimming(bot: telegram.Bot, aygul: Person) -> None:
    sent = await bot.send_message(7, "  🏠 &lt;ئۇ&gt; <b>قۇش <i>ئۇۋىسى</i></b> ", "HTML")
    assert sent.text == "🏠 <ئۇ> قۇش ئۇۋىسى"
    assert sent.parse_entities() == {sent.entities[0]: "قۇش ئۇۋىسى", sent.entities[1]: "ئۇۋىسى"}


async def test_the_record_outlives_deletion_and_counts_copies(
    bot: telegram.Bot, aygul: Person, server: FakeTelegram, tmp_path: Path
) -> None:
    server.world.journal = tmp_path / "journal"
    for _ in range(2):
        sent = await bot.send_message(7, "digest")
    await bot.delete_message(7, sent.message_id)
    assert aygul.copies("digest") == 2
    assert aygul.heard() == ("digest",)
    lines = [json.loads(line) for line in server.world.journal.read_text().splitlines()]
    assert [(line["chat"], line["text"]) for line in lines] == [(7, "digest")] * 2


async def test_over_a_socket_silence_really_is_silence_and_an_outage_refuses(server: FakeTelegram) -> None:
    listener = Listener(server.answer)
    url = f"http://127.0.0.1:{await listener.start()}"
    aygul = person(server, 7, started=True)
    request = HTTPXRequest(read_timeout=0.1)
    async with telegram.Bot(TOKEN, f"{url}/bot", request=request) as bot:
        server.faults.add(Fault(Kind.SILENCE_AFTER, "sendMessage"))
        with pytest.raises(TimedOut):
            await bot.send_message(7, "once")
        await server.until(lambda: server.open_calls == 0)
        await listener.stop()
        with pytest.raises(NetworkError, match="ConnectError"):
            await bot.send_message(7, "never")
        await listener.start()
        await bot.send_message(7, "again")
    await listener.stop()
    assert aygul.heard() == ("once", "again")


class Hook:
    """A bot's webhook that answers with the statuses it is given, then always with 200."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.got: list[Any] = []
        self.gate: asyncio.Event | None = None
        self.full = asyncio.Event()
        self.together = self.most_together = 0

    async def answer(self, verb: str, path: str, query: str, content_type: str, body: bytes) -> Answer:
        self.together += 1
        self.most_together = max(self.most_together, self.together)
        if self.together == 3:
            self.full.set()
        if self.gate is not None:
            await self.gate.wait()
        self.together -= 1
        self.got.append(json.loads(body))
        return Answer(self.statuses.pop(0) if self.statuses else 200, b"")


async def hooked(bot: telegram.Bot, hook: Hook, connections: int = 40) -> Listener:
    listener = Listener(hook.answer)
    port = await listener.start()
    url = f"http://127.0.0.1:{port}/telegram"
    await bot.set_webhook(url, secret_token="s3cret", max_connections=connections)
    return listener


async def test_a_webhook_gets_each_update_until_it_says_2xx_and_in_order(
    server: FakeTelegram, bot: telegram.Bot, aygul: Person
) -> None:
    hook = Hook(500, 503)
    listener = await hooked(bot, hook)
    aygul.says("first")
    aygul.says("second")
    await server.until(lambda: not server.updates.pending)
    assert [update["message"]["text"] for update in hook.got] == ["first", "first", "first", "second"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
    await bot.delete_webhook()
    await listener.stop()


async def test_a_webhook_has_one_update_in_flight_a_chat_and_no_more_than_its_connections(
    server: FakeTelegram, bot: telegram.Bot
) -> None:
    hook = Hook()
    hook.gate = asyncio.Event()
    listener = await hooked(bot, hook, connections=3)
    for number in range(5):
        for text in ("a", "b"):
            person(server, 100 + number).says(text)
    async with asyncio.timeout(5):
        await hook.full.wait()
    hook.gate.set()
    await server.until(lambda: not server.updates.pending)
    assert hook.most_together == 3
    assert len(hook.got) == 10
    by_chat: dict[int, list[str]] = {}
    for update in hook.got:
        by_chat.setdefault(update["message"]["chat"]["id"], []).append(update["message"]["text"])
    assert all(texts == ["a", "b"] for texts in by_chat.values())
    await bot.delete_webhook()
    await listener.stop()


async def test_retries_planned_for_an_earlier_address_do_not_stall_the_new_one(
    server: FakeTelegram, bot: telegram.Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bot that was killed comes back at another port while retries to the old one are still planned."""
    loop, later = asyncio.get_running_loop(), asyncio.get_running_loop().call_later
    planned: list[Callable[[], object]] = []
    all_planned = asyncio.Event()

    def call_later(delay: float, callback: Callable[..., object], *arguments: Any, **more: Any) -> Any:
        if getattr(callback, "__self__", None) is server.webhook:
            planned.append(lambda: callback(*arguments))
            if len(planned) == 3:
                all_planned.set()
            return None
        return later(delay, callback, *arguments, **more)

    monkeypatch.setattr(loop, "call_later", call_later)
    for number in range(3):
        person(server, 100 + number).says("a")
    dead = await hooked(bot, Hook(503, 503, 503), connections=3)
    async with asyncio.timeout(5):
        await all_planned.wait()
    await dead.stop()
    hook = Hook()
    hook.gate = asyncio.Event()
    listener = await hooked(bot, hook, connections=3)
    async with asyncio.timeout(5):
        await hook.full.wait()
    for retry in planned:
        retry()
    hook.gate.set()
    await server.until(lambda: not server.updates.pending)
    person(server, 100).says("b")
    await server.until(lambda: not server.updates.pending)
    assert [update["message"]["text"] for update in hook.got] == ["a", "a", "a", "b"]
    await bot.delete_webhook()
    await listener.stop()


async def test_another_process_can_drive_everything(server: FakeTelegram, bot: telegram.Bot) -> None:
    server.control = Control(server)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app(server)), base_url="http://fake") as driver:

        async def does(verb: str, **values: Any) -> Any:
            answer = (await driver.post(f"/control/{verb}", json=values)).json()
            assert answer["ok"], answer
            return answer["result"]

        await does("person", id=7, name="Aygul", started=True)
        await does("says", id=7, text="hello")
        await bot.send_message(7, "Choose", reply_markup=keyboard("A", "a"))
        await does("press", id=7, button="A")
        assert len(await bot.get_updates()) == 2
        assert [seen["text"] for seen in await does("transcript", id=7)] == ["hello", "Choose"]
        assert await does("copies", chat=7) == {"7": {"Choose": 1}}
        await does("fault", kind="error", method="sendMessage", code=500)
        with pytest.raises(NetworkError):
            await bot.send_message(7, "lost")
        assert (await does("stats"))["sent"] == 1
