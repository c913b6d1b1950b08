"""Our own connections to Telegram: kept and reused, lost without losing a call, and honest about what was sent."""

import asyncio
import gzip
import shutil
import socket
import ssl
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import telegram
from telegram.error import NetworkError, TimedOut
from telegram.request import HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.doors.connections import KEPT, Connections
from bot.doors.http import Straight, request_to
from bot.outbox.verdicts import Verdict, failure
from tests.telegram_server import TOKEN, FakeTelegram, Listener, person

PATIENCE = 0.2  # seconds
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Step = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


class Server:
    """Answers each request with the next step of its script, and the last one for ever; closes after None."""

    def __init__(self, *script: Step | None) -> None:
        self.script = list(script)
        self.requests: list[tuple[bytes, bytes]] = []
        self.lines: list[Line] = []
        self.connections = 0
        self.came = asyncio.Event()
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.lines.append((reader, writer))
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                size = next(
                    (int(one[15:]) for one in head.lower().split(b"\r\n") if one.startswith(b"content-length:")), 0
                )
                self.requests.append((head, await reader.readexactly(size)))
                self.came.set()
                step = self.script.pop(0) if len(self.script) > 1 else self.script[0]
                if step is None:
                    return
                if isinstance(step, bytes):
                    writer.write(step)
                else:
                    await step(writer)
        except (OSError, EOFError):
            return
        finally:
            writer.close()


async def never(writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def hangs_up(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf")
    writer.close()


@asynccontextmanager
async def listening(server: Server, tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    tasks: list[asyncio.Task[None]] = []

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.append(asyncio.create_task(server.serve(reader, writer)))

    opened = await asyncio.start_server(accept, "127.0.0.1", 0, ssl=tls)
    server.port = opened.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        opened.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@dataclass(frozen=True)
class Calls:
    """As python-telegram-bot makes them."""

    request: Straight
    base: str
    patience: float

    async def get(self, path: str = "/") -> bytes:
        return await self._asked("GET", path)

    async def post(self, path: str = "/", data: RequestData | None = None) -> bytes:
        return await self._asked("POST", path, data)

    async def _asked(self, method: str, path: str, data: RequestData | None = None) -> bytes:
        patience = [self.patience] * 3
        return (await self.request.do_request(self.base + path, method, data, *patience))[1]


@asynccontextmanager
async def client(
    server: Server, trusted: ssl.SSLContext | None = None, patience: float = PATIENCE
) -> AsyncIterator[Calls]:
    scheme = "https" if trusted else "http"
    with closing(Connections(trusted)) as connections:
        yield Calls(Straight(5, connections), f"{scheme}://127.0.0.1:{server.port}", patience)


def said(**values: object) -> RequestData:
    return RequestData([RequestParameter.from_input(*one) for one in values.items()])


# --- connections that are kept


async def test_calls_one_after_another_share_a_connection_and_calls_at_once_do_not() -> None:
    async with listening(Server(OK)) as server, client(server) as calls:
        for _ in range(5):
            assert (await calls.post("/", said(a=1))) == b"ok"
        assert server.connections == 1
        await asyncio.gather(*(calls.get("/") for _ in range(4)))
        assert server.connections == 4


@pytest.mark.parametrize("last_words", [b"", b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"])
@pytest.mark.parametrize("noticed", [False, True], ids=["not seen by the loop", "seen by the loop"])
async def test_a_connection_the_server_ended_meanwhile_is_replaced_and_no_call_suffers(
    last_words: bytes, noticed: bool
) -> None:
    async with listening(Server(OK)) as server, client(server) as calls:
        await calls.get("/")
        _, writer = server.lines[0]
        writer.write(last_words)
        writer.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        for _ in range(5 if noticed else 0):
            await asyncio.sleep(0)
        assert await calls.get("/") == b"ok"
        assert len(server.requests) == server.connections == 2


async def test_a_connection_unused_for_long_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening(Server(OK)) as server, client(server) as calls:
        await calls.get("/")
        loop = asyncio.get_running_loop()
        now = loop.time
        with monkeypatch.context() as later:
            later.setattr(loop, "time", lambda: now() + KEPT)
            await calls.get("/")
        assert server.connections == 2


async def test_what_comes_after_an_answer_is_never_the_next_answer() -> None:
    async with listening(Server(OK + OK.replace(b"ok", b"no"), OK)) as server, client(server) as calls:
        assert [await calls.get("/") for _ in range(3)] == [b"ok", b"ok", b"ok"]
        assert server.connections == 2


async def test_a_cancelled_call_leaves_no_connection_behind() -> None:
    async with listening(Server(never, OK)) as server, client(server) as calls:
        call = asyncio.create_task(calls.get("/"))
        await server.came.wait()
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        assert await calls.get("/") == b"ok"
        assert server.connections == 2


# --- what went wrong, in httpx's words and in ours


def meaning(error: NetworkError, method: str = "sendMessage") -> Verdict:
    return failure(error, method, repeats_safely=False).verdict


def is_silence(error: NetworkError) -> bool:
    return isinstance(error, TimedOut) and isinstance(error.__cause__, httpx.TimeoutException)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (None, httpx.RemoteProtocolError),
        (hangs_up, httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf", httpx.ReadTimeout),
        (b"this is not HTTP\r\n\r\n", httpx.RemoteProtocolError),
        (never, httpx.ReadTimeout),
    ],
    ids=["closed without an answer", "closed within an answer", "half an answer", "another protocol", "silence"],
)
async def test_a_call_that_left_and_was_not_answered_is_uncertain(
    step: Step | None, expected: type[httpx.HTTPError]
) -> None:
    async with listening(Server(step, OK)) as server, client(server) as calls:
        with pytest.raises(NetworkError) as raised:
            await calls.post("/", said(a=1))
        assert type(raised.value.__cause__) is expected
        assert is_silence(raised.value) is (expected is httpx.ReadTimeout)
        assert meaning(raised.value) is Verdict.UNCERTAIN
        assert meaning(raised.value, "editMessageText") is Verdict.LATER
        assert await calls.get("/") == b"ok"


async def test_a_reset_in_the_middle_of_an_answer_is_uncertain() -> None:
    async def reset(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        await writer.drain()
        writer.transport.abort()

    async with listening(Server(reset)) as server, client(server) as calls:
        with pytest.raises(NetworkError) as raised:
            await calls.get("/")
        assert isinstance(raised.value.__cause__, httpx.ReadError | httpx.RemoteProtocolError)
        assert meaning(raised.value) is Verdict.UNCERTAIN


async def test_a_server_that_is_not_there_was_sent_nothing() -> None:
    async with listening(Server(OK)) as server:
        pass
    async with client(server) as calls:
        with pytest.raises(NetworkError, match=r"^httpx\.ConnectError: ") as raised:
            await calls.get("/")
    assert meaning(raised.value) is Verdict.DOOR_SHUT


async def test_a_connection_that_takes_too_long_was_sent_nothing() -> None:
    """A server that accepts and never begins the handshake."""
    async with listening(Server(OK)) as server, client(server, ssl.create_default_context()) as calls:
        with pytest.raises(TimedOut) as raised:
            await calls.get("/")
    assert isinstance(raised.value.__cause__, httpx.ConnectTimeout)
    assert meaning(raised.value) is Verdict.DOOR_SHUT


async def test_a_server_that_stops_reading_is_a_write_timeout_and_uncertain() -> None:
    accepted = asyncio.Event()

    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        accepted.set()
        try:
            await asyncio.Event().wait()
        finally:
            writer.transport.abort()

    server = Server(OK)
    server.serve = deaf  # type: ignore[method-assign]
    async with listening(server), client(server) as calls:
        with pytest.raises(TimedOut) as raised:
            await calls.post("/", said(document=telegram.InputFile(bytes(20_000_000))))
    assert isinstance(raised.value.__cause__, httpx.WriteTimeout)
    assert accepted.is_set()
    assert meaning(raised.value) is Verdict.UNCERTAIN


# --- answers of every shape


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX: y\r\n\r\n",
            b"abcde",
        ),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK, b"ok"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", b""),
        (b"HTTP/1.1 429 Too Many\r\nContent-Length: 4\r\n\r\nwait", b"wait"),
    ],
    ids=["chunked", "1xx", "204", "429"],
)
async def test_answers_that_keep_the_connection(answer: bytes, text: bytes) -> None:
    async with listening(Server(answer)) as server, client(server) as calls:
        for _ in range(2):
            assert await calls.get("/") == text
        assert server.connections == 1


@pytest.mark.parametrize("head", [b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"])
async def test_an_answer_that_ends_with_its_connection(head: bytes) -> None:
    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(head + b"until the end")
        writer.close()

    async with listening(Server(answer)) as server, client(server) as calls:
        for _ in range(2):
            assert await calls.get("/") == b"until the end"
        assert server.connections == 2


async def test_a_compressed_answer_in_pieces() -> None:
    packed = gzip.compress("你好".encode() * 50_000)
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed)

    async def answer(writer: asyncio.StreamWriter) -> None:
        for start in range(0, len(head + packed), 100):
            writer.write((head + packed)[start : start + 100])
            await writer.drain()

    async with listening(Server(answer)) as server, client(server) as calls:
        assert await calls.get("/") == "你好".encode() * 50_000


async def test_five_megabytes_go_up_whole_and_come_down_whole() -> None:
    photo = bytes(range(256)) * 20_000
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(photo)
    async with listening(Server(head + photo)) as server, client(server, patience=5) as calls:
        answer = await calls.post("/", said(chat_id=1, photo=telegram.InputFile(photo)))
    assert photo in server.requests[0][1]
    assert answer == photo


# --- TLS


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here to make a certificate with")
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1"
    made = tmp_path / "certificate.pem"
    more = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(tmp_path / "key.pem"), "-out", str(made)]
    subprocess.run([*command.split(), *more], check=True, capture_output=True)
    return made


def speaking(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    return context


async def test_a_stranger_with_a_certificate_of_his_own_is_told_nothing(certificate: Path) -> None:
    async with listening(Server(OK), speaking(certificate)) as server:
        with closing(Connections()) as connections:
            calls = Calls(Straight(5, connections), f"https://127.0.0.1:{server.port}", 5)
            with pytest.raises(NetworkError, match=r"^httpx\.ConnectError: .*CERTIFICATE_VERIFY_FAILED") as raised:
                await calls.get("/")
        assert server.requests == []
    assert meaning(raised.value) is Verdict.DOOR_SHUT


async def test_a_certificate_that_is_trusted_is_enough_and_its_connection_is_kept(certificate: Path) -> None:
    trusted = ssl.create_default_context(cafile=str(certificate))
    async with listening(Server(OK), speaking(certificate)) as server, client(server, trusted, 5) as calls:
        for _ in range(3):
            assert await calls.post("/", said(a="x" * 100_000)) == b"ok"
        assert server.connections == 1
        _, writer = server.lines[0]
        writer.close()
        await writer.wait_closed()
        assert await calls.get("/") == b"ok"


# --- beneath python-telegram-bot


async def test_a_bot_sends_words_and_pictures_over_one_connection() -> None:
    server = FakeTelegram()
    aygul = person(server, 7, started=True)
    listener = Listener(server.answer)
    base = f"http://127.0.0.1:{await listener.start()}"
    async with telegram.Bot(TOKEN, f"{base}/bot", f"{base}/file/bot", request_to(5), request_to(5)) as bot:
        for number in range(3):
            await bot.send_message(7, str(number))
        await listener.stop()
        await listener.start()
        await bot.send_message(7, "after the server was away")
        document = await bot.send_document(7, b"x" * 5_000_000, filename="x.bin")
        assert document.document is not None
        file = await bot.get_file(document.document.file_id)
        assert len(await file.download_as_bytearray()) == 5_000_000
    assert aygul.heard()[:4] == ("0", "1", "2", "after the server was away")
    await listener.stop()


async def test_where_the_environment_names_a_proxy_httpx_is_left_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    assert isinstance(request_to(5), Straight)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    assert isinstance(request_to(5), HTTPXRequest)
