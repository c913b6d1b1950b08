"""A town that runs: `python -W default -m bot` in an empty folder, with people who only use what people have.

Nothing in here calls a part of the program. Its clock is turned through the one seam it has for that (CLOCK_FILE);
whatever follows, the program does by itself, and the test waits for it.
"""

import asyncio
import base64
import os
import re
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx

from tests.bench.programs import ROOT, Fake, fake_telegram, free_port
from tests.lengths import WHOLE
from tests.neighbour import AGREE, ISOLATES, OnTheWeb, Shown, _ByAddress, _Person
from tests.postgres import path_with_tools
from tests.tools import forked

MORNING = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # Monday, 12:00 in Beijing, 10:00 in Urumqi
ASKED_FOR_NAME = "SELECT 1 FROM identities WHERE user_id = ? AND question LIKE 'team.hear_name%'"
OTHERWISE = "Gül"  # whoever a story calls by her role
PATIENCE = 20.0  # seconds until something must have happened; a machine may be busy
LOOK_AGAIN = 0.05
# In dev mode asyncio says how long a callback took, which depends on what else this machine does.
SLOW = "WARNING asyncio Executing <"
ODD = re.compile(r"never awaited|never retrieved|Traceback|Warning:|unclosed| WARNING | ERROR | CRITICAL ")
LANGUAGE_BUTTONS = {"zh": "中文", "ug": "ئۇيغۇرچە", "en": "English"}
WAITING = (
    "SELECT (SELECT count(*) FROM gateway_updates)"
    " + (SELECT count(*) FROM outbox WHERE state = 'sending' OR (state = 'waiting' AND not_before <= ?))"
    " + (SELECT count(*) FROM media WHERE state = 'waiting' AND not_before <= ?)"
)


AnyTown = TypeVar("AnyTown", bound="Town")


class Town:
    """One running program and whoever uses it."""

    def __init__(
        self, folder: Path, fake: Fake | None, settings: dict[str, str], arguments: tuple[str, ...], dev: bool
    ) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.fake = fake
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.links: dict[str, str] = {}
        # Both say what was not closed. What asyncio's debug mode sees besides costs as much as all the rest together.
        self._command = (*(("-X", "dev") if dev else ("-W", "default")), "-m", "bot", *arguments)
        self.settings = settings
        self._expected: list[str] = [SLOW]
        self._process: asyncio.subprocess.Process | None = None
        self._clients: list[httpx.AsyncClient] = []
        self._clock_file = folder / "clock"
        self._next_user = 1000

    # --- the program

    async def start(self) -> None:
        """Until it has printed its links."""
        self._process = await self._begin(*self._command)
        before = len(self.printed())
        await self.until(lambda: "same network" in self.printed()[before:], 60.0)
        found = re.findall(r"(resident|volunteer|shopkeeper)\s+(http\S+)", self.printed()[before:])
        self.links |= dict(found)

    async def stop(self) -> None:
        """As an operator does; it ends well, and soon."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(self._process.wait(), PATIENCE)
            status, self._process = self._process.returncode, None
            assert status == 0, f"ended with status {status}:\n{self.log()[-3000:]}"

    def asks_to_end(self) -> None:
        """SIGTERM, and nobody waits; `ended` does."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)

    async def ended(self, within: float) -> int:
        """The exit status. TimeoutError when it takes longer."""
        assert self._process is not None
        status = await asyncio.wait_for(self._process.wait(), within)
        self._process = None
        return status

    async def kill(self) -> None:
        """kill -9."""
        if self._process is not None:
            self._process.kill()
            await self._process.wait()
            self._process = None

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def hang_up(self) -> None:
        """All phones, whatever happened."""
        for client in self._clients:
            await client.aclose()

    async def close(self) -> None:
        if self._has_ended():
            raise AssertionError(f"the program has ended:\n{self.log()[-3000:]}")
        await self.stop()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def log(self) -> str:
        """Everything it said on stderr."""
        return self._log_file.read_text(encoding="utf-8", errors="replace") if self._log_file.exists() else ""

    def printed(self) -> str:
        path = self.folder / "printed"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def expects(self, words: str) -> None:
        """Lines with these words in them are no fault of the program's."""
        self._expected.append(words)

    def oddities(self) -> list[str]:
        """What a log must not hold."""
        odd = [line for line in self.log().splitlines() if ODD.search(line)]
        return [line for line in odd if not any(words in line for words in self._expected)]

    async def runs(self, *arguments: str) -> str:
        """What `python -m bot ARGUMENTS` prints while the bot runs."""
        status, said = await forked.run(self.folder, arguments, self._environment(), 60)
        assert status == 0, said
        return said

    # --- time

    def now(self) -> datetime:
        """What the program's clock says."""
        return datetime.now(UTC) + timedelta(seconds=self._ahead())

    async def turn(self, **by: float) -> None:
        """`turn(hours=3)`: the program's clock goes forward. What is due then happens by itself, soon."""
        further = timedelta(**by).total_seconds()
        self._set_ahead(self._ahead() + further)
        if further and self._process is not None:
            # Else what somebody does next would still be done at the time before.
            await self.until(self._is_followed)
        await self.until(self.quiet)

    async def turn_to(self, moment: datetime) -> None:
        await self.turn(seconds=(moment - self.now()).total_seconds())

    # --- looking

    async def until(self, true: Callable[[], Any], within: float = PATIENCE) -> Any:
        """Waits until it holds, and gives back what it was."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        while not (found := true()):
            if self._has_ended():
                raise AssertionError(f"the program has ended:\n{self.log()[-3000:]}")
            if loop.time() - began > within:
                raise TimeoutError(f"not within {within} s; the log ends with:\n{self.log()[-2000:]}")
            await asyncio.sleep(LOOK_AGAIN)
        return found

    def ask(self, sql: str, *values: Any) -> list[Any]:
        """Looks into the SQLite file from outside, for what no one can see."""
        with closing(sqlite3.connect(f"file:{self.data / 'nestbox.db'}?mode=ro", uri=True, timeout=10)) as connection:
            return connection.execute(sql, values).fetchall()

    def quiet(self) -> bool:
        """Nothing waits that could leave now."""
        now = round(self.now().timestamp() * 1000)
        return not self.ask(WAITING, now, now)[0][0]

    def megabytes(self) -> float:
        """Resident memory of the program, without its children."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]

    # --- people

    async def phone(self, name: str, language: str = "zh", code: str = "") -> "OnTheWire":
        """Somebody who opens the page for the first time, perhaps by a link (`code` may be a whole link)."""
        client = self._client()
        self._clients.append(client)
        one = OnTheWire(self, name, client, language)
        await one.opens(language)
        one.code = code.rpartition("#")[2]
        return one

    async def arrives(self, name: str, language: str = "zh") -> "OnTheWire":
        """Somebody who has chosen a language and agreed."""
        one = await self.phone(name, language)
        await one.agrees()
        return one

    async def joins(self, name: str, role: str, language: str = "zh") -> "OnTheWire":
        """Somebody with a role, by the link that was printed, or by one that is made for her."""
        link = self.links.pop(role, None) or re.findall(r"http\S+", await self.runs("invite", role))[0]
        one = await self.phone(name, language, link)
        await one.agrees()
        for called in (name, OTHERWISE):
            if self.ask(ASKED_FOR_NAME, one.user_id):
                await one.says(called)  # nobody takes a role without a name; "Volunteer" is none
        return one

    async def on_telegram(self, name: str, language: str = "zh") -> "ByTelegram":
        assert self.fake is not None, "town(…, telegram=True)"
        self._next_user += 1
        self.fake.does("person", id=self._next_user, name=name, language_code=language)
        return ByTelegram(self, name, self._next_user, language)

    # --- inside

    def _has_ended(self) -> bool:
        """By itself, which it never does."""
        return self._process is not None and self._process.returncode is not None

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.url, headers={"Origin": self.url}, timeout=PATIENCE)

    @property
    def _log_file(self) -> Path:
        return self.folder / "log"

    async def _begin(self, *arguments: str) -> asyncio.subprocess.Process:
        with (self.folder / "printed").open("ab") as printed, self._log_file.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, *arguments, cwd=self.folder, env=self._environment(), stdout=printed, stderr=log
            )

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("LANG",) if name in os.environ}
        kept["PATH"] = path_with_tools()  # for the nightly backup of a town on PostgreSQL
        if self.fake is not None:
            kept |= {"TELEGRAM_TOKEN": self.fake.token, "TELEGRAM_API_URL": self.fake.url}
        return (
            kept
            | {"HOME": str(self.folder), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "WEB_PORT": str(self.port)}
            | {"CLOCK_FILE": str(self._clock_file), "PLACE_NAME": "小店"}
            | {name: value.replace("{port}", str(self.port)) for name, value in self.settings.items()}
        )

    def _ahead(self) -> float:
        return float(self._clock_file.read_text())

    def _is_followed(self) -> bool:
        followed = self._clock_file.with_suffix(".followed")
        return followed.exists() and followed.read_text() == repr(self._ahead())

    def _set_ahead(self, seconds: float) -> None:
        # In one step, so that the program never reads half a number.
        unfinished = self._clock_file.with_suffix(".part")
        unfinished.write_text(repr(seconds))
        unfinished.replace(self._clock_file)

    def set_out(self, moment: datetime) -> None:
        """Before the first start: what its clock says then."""
        self._set_ahead((moment - datetime.now(UTC)).total_seconds())


@asynccontextmanager
async def town(
    folder: Path,
    *arguments: str,
    telegram: bool = False,
    begins: datetime = MORNING,
    dev: bool = WHOLE,
    **settings: str,
) -> AsyncIterator[Town]:
    """A running town; `arguments` as for `python -m bot`, `settings` as in `.env`, where "{port}" is its own.

    Its log must be clean at the end.

    `dev=True` runs it in Python's development mode, half as fast; `dev=False` never does: for figures.
    """
    if telegram:
        with fake_telegram() as fake:
            async with opened(Town(folder, fake, settings, arguments, dev), begins) as here:
                yield here
        return
    async with opened(Town(folder, None, settings, arguments, dev), begins) as here:
        yield here


@asynccontextmanager
async def opened(here: AnyTown, begins: datetime = MORNING) -> AsyncIterator[AnyTown]:
    """Started now, ended and its log looked at in the end."""
    here.set_out(begins)
    try:
        await here.start()
        yield here
        await here.close()
    finally:
        await here.hang_up()
        await here.kill()
    assert not here.oddities(), "\n".join(["in the log of the program:", *here.oddities()[:20]])


class _Waits(_Person):
    """Whoever uses a running town waits until what she looks for is there."""

    street: Any  # the town; there is no street here

    async def hears(self, *words: str) -> Shown:
        """As soon as it stands on her screen."""
        return await self.patiently(lambda: super(_Waits, self).hears(*words))

    async def _find(self, *label: str) -> tuple[Shown, str]:
        return await self.patiently(lambda: super(_Waits, self)._find(*label))

    async def patiently(self, look: Callable[[], Any]) -> Any:
        """What `look` returns, as soon as it raises no AssertionError any more."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        while True:
            try:
                return await look()
            except (AssertionError, IndexError) as error:
                if loop.time() - began > PATIENCE:
                    raise AssertionError(f"{error}\n--- the log ends with:\n{self.street.log()[-1500:]}") from error
            await asyncio.sleep(LOOK_AGAIN)


class OnTheWire(_Waits, OnTheWeb):
    """A phone without its screen: it speaks to the page's server as the page does."""

    def __init__(self, here: Town, name: str, client: httpx.AsyncClient, language: str) -> None:
        OnTheWeb.__init__(self, here, name, client)  # type: ignore[arg-type]
        self.language = language
        self.code = ""

    async def agrees(self) -> None:
        await self.says(f"/start {self.code}".strip())
        await self.presses(LANGUAGE_BUTTONS[self.language])
        await self.presses(*AGREE)

    async def _post(self, path: str, **content: Any) -> httpx.Response:
        response = await self.client.post(path, **content)
        if response.status_code == 429 and response.json()["retry_after"] < 60:
            # The page waits, and so does whoever holds the phone.
            await self.street.turn(seconds=response.json()["retry_after"])
            for _ in range(round(PATIENCE / LOOK_AGAIN)):
                response = await self.client.post(path, **content)
                if response.status_code != 429:
                    break
                await asyncio.sleep(LOOK_AGAIN)
        assert response.status_code == 200, f"{self.name}: {path} answered {response.status_code} {response.text}"
        await self.street.until(self.street.quiet)
        return response


class ByTelegram(_Waits, _ByAddress):
    """Somebody at the fake Telegram, which is a process of its own."""

    door = "telegram"

    def __init__(self, here: Town, name: str, user_id: int, language: str) -> None:
        self.street = here
        self.name = name
        self.user_id = user_id
        self.language = language

    async def agrees(self) -> None:
        await self.says("/start")
        await self.presses(LANGUAGE_BUTTONS[self.language])
        await self.presses(*AGREE)

    async def does(self, verb: str, **values: Any) -> Any:
        """A verb of tests/telegram_server/control.py."""
        done = await asyncio.to_thread(self.street.fake.does, verb, id=self.user_id, **values)
        await self.street.until(lambda: not self.street.fake.does("stats")["pending"] and self.street.quiet())
        return done

    async def says(self, words: str) -> None:
        await self.does("says", text=words)

    async def taps(self, message_id: int, data: str) -> None:
        await self.does("tap", message_id=message_id, data=data)

    async def sends_photo(self, photo: bytes, words: str = "") -> None:
        await self.does("photo", content=base64.b64encode(photo).decode(), caption=words)

    async def sends_album(self, photos: list[bytes], words: str = "") -> None:
        await self.does("album", contents=[base64.b64encode(one).decode() for one in photos], caption=words)

    async def sends_voice(self, recording: bytes, seconds: int = 3) -> None:
        await self.does("voice", content=base64.b64encode(recording).decode(), seconds=seconds)

    async def sends_document(self, content: bytes, name: str, mime: str = "") -> None:
        await self.does("document", content=base64.b64encode(content).decode(), name=name, mime=mime)

    async def screen(self) -> list[Shown]:
        seen = await asyncio.to_thread(self.street.fake.does, "transcript", id=self.user_id)
        return [
            Shown(
                one["id"],
                not one["from_bot"],
                one["text"].translate(ISOLATES),
                tuple(
                    tuple((each["text"].translate(ISOLATES), each["data"] or each["url"]) for each in row)
                    for row in one["buttons"]
                ),
                one["kind"],
            )
            for one in seen
        ]

    async def toasts(self) -> list[str]:
        found = await asyncio.to_thread(self.street.fake.does, "toasts", id=self.user_id)
        return [toast.translate(ISOLATES) for toast in found if toast]
