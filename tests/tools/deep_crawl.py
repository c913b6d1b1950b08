"""Walks a furnished street through every command, button and question, and complains of whatever a person would.

`python -m tests.tools.deep_crawl --all` walks every role in every language at both doors, for as long as it takes.
"""

import asyncio
import inspect
import logging
import sys
import tempfile
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import Enum
from itertools import product
from pathlib import Path

from bot.dialogue.actions import HEARD, Action
from bot.doors.door import TELEGRAM, WEB
from bot.i18n.texts import LANGUAGES, literal, render_plain
from bot.i18n.texts import machine as m
from bot.identity import people
from bot.identity.roles import Role
from bot.outbox.message import Address, Button, Lane, Message, split_address, split_place
from bot.outbox.queue import queue_message
from tests.neighbour import ISOLATES, Neighbour, OnTelegram
from tests.pictures import photograph
from tests.street import Street
from tests.tools import deep_judge
from tests.tools.deep_judge import Said
from tests.tools.deep_street import furnished_street

LONG = "Ω" * 4096  # the most that Telegram lets anybody send
WORDS = (
    "7",
    "-1",
    "0",
    "99999999999999999999",
    "25:00",
    "<b>&</b> {x}",
    "\u202eevil\u2066 \u200b",
    LONG,
    "Ωmega tea",
    "Tomorrow 19:00",
    "12-20",
    "'; DROP TABLE people; --",
    "😀",
    "1 2 3",
    "#99999999999999999999 #2",
    "Ωa\nΩb\nΩc",
)
# The one exception of "one action, one new message": a text to copy into a group stands alone, above Home and Help,
# since words beneath it in the same message would go into the group with it. The question for the list follows.
TO_COPY = ("sign_up_list.of_event", "sign_up_list.of_task")
# What nobody changes who has no role here, and nobody from elsewhere; first the row's name.
HERS = (
    "SELECT 'idea ' || id, status, space, spot_id FROM ideas WHERE place_id {which}",
    "SELECT 'poll ' || id, state, closes_at FROM polls WHERE place_id {which}",
    "SELECT 'event ' || id, status, starts_at, title FROM events WHERE place_id {which}",
    "SELECT 'comment ' || c.id, c.words, (SELECT count(*) FROM comment_hidings h WHERE h.comment_id = c.id)"
    " FROM idea_comments c JOIN ideas i ON i.id = c.idea_id WHERE i.place_id {which}",
    "SELECT 'member ' || m.person_id || ' ' || m.place_id, r.role FROM members m LEFT JOIN roles r"
    " ON r.person_id = m.person_id AND r.place_id = m.place_id WHERE m.place_id {which}",
    "SELECT 'spot ' || id, name FROM spots WHERE place_id {which}",
)
JUNK = (
    "x",
    "-1",
    "0",
    "99999999999999999999",
    "1000000000000000",
    "9223372036854775807",
    "",
    "１",
    "1.5",
    "None",
    "p-99999999999999999999",
)
LAST = "privacy.leave_for_good"  # there is nobody to walk on afterwards


@dataclass(frozen=True)
class Walk:
    """Who walks, and how far: every `share`-th unfitting thing is tried, another one in each walk (`turn`)."""

    role: Role
    language: str
    door: str
    turn: int = 0
    share: int = 1
    presses: int = 100_000
    each: int = 3

    def mine(self, things: list[str]) -> list[str]:
        return things[self.turn % self.share :: self.share]


@dataclass
class DeepCrawl:
    street: Street
    walk: Walk
    person: Neighbour
    chat_id: int
    pressed: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    waiting: deque[tuple[int, str]] = field(default_factory=deque)
    standing: dict[int, list[str]] = field(default_factory=dict)
    complaints: dict[str, str] = field(default_factory=dict)
    acts: int = 0
    _last_row: int = 0
    _aside: int = 0
    _known: set[object] = field(default_factory=set)

    # --- the walk

    async def run(self) -> None:
        self._last_row = await self._one("SELECT coalesce(max(id), 0) FROM outbox")
        self._aside = await self._one("SELECT count(*) FROM kept_aside")
        before = await self._not_hers()
        for command in await self._commands():
            await self._act(command, self.person.says(command))
            await self._answer_question(command)
        while self.waiting and sum(self.pressed.values()) < self.walk.presses:
            message_id, address = self.waiting.popleft()
            name = address.partition(":")[0].partition("@")[0]
            if self._goes_away(name, address) or self.pressed.get(name, 0) >= self.walk.each:
                continue
            self.pressed[name] = self.pressed.get(name, 0) + 1
            await self.press(address, message_id)
            await self._answer_question(address)
        await self._forge()
        if before != (after := await self._not_hers()):
            self._complain("not hers", f"what is not hers has changed: {sorted(set(before) ^ set(after))}")

    async def _not_hers(self) -> list[tuple[object, ...]]:
        """The state of everything in the other place, and here too for somebody without a role."""
        which = "> 0" if self.walk.role is Role.RESIDENT else "> 1"
        async with self.street.bot.database.read() as tx:
            found = [row for sql in HERS for row in await tx.all(lambda *row: row, sql.format(which=which))]
        return [row for row in found if row[0] in self._known] if self._known else self._knows(found)

    def _knows(self, found: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
        self._known = {row[0] for row in found}
        return found

    def _goes_away(self, name: str, address: str) -> bool:
        """After which she would read another language, be somewhere else, or be nobody any more."""
        ours = f":{self.walk.language}" in address
        return name == LAST or (name == "places.speak" and ours) or (name == "welcome.choose_language" and not ours)

    async def _commands(self) -> list[str]:
        town = self.street.bot.town
        found = [f"/{command}" for command in town.commands]
        found += [f"/{number}" for number in range(12)]
        async with self.street.bot.database.read() as tx:
            for prefix, sql in (("event", "SELECT id FROM events"), ("poll", "SELECT id FROM polls")):
                found += [f"/start {prefix}-{one}" for one in await tx.all(int, sql)]
        found += ["/start idea-1", "/start idea-x", "/start p-nothing", "/start nonsense", "/nonsense"]
        found += ["/99999999999999999999", "/start event-99999999999999999999", "/start poll-99999999999999999999"]
        found += ["/start idea-99999999999999999999", "/start p-\u202e<b>"]
        found += [
            f"/{command} <b>&</b> \u202e" for command in self.walk.mine(list(town.commands)) if command != "start"
        ]
        return found

    async def press(self, address: str, message_id: int = 0) -> list[Said]:
        """At Telegram on any message, as a forger may; in the web chat on one that shows the button."""
        if isinstance(self.person, OnTelegram):
            known = self.person.person.chat.messages
            message_id = message_id if message_id in known else (await self.person.last()).id
        elif address not in self.standing.get(message_id, ()):
            message_id = await self._shows(address)
        return await self._act(address, self.person.taps(message_id, address), pressed=True)

    async def _shows(self, address: str) -> int:
        """An old message with this button on it."""
        stripped, place_id = split_place(address)
        async with self.street.bot.database.write() as tx:
            to = Address(self.person.door, self.chat_id, self.walk.language, None, place_id)
            rows = [[Button(literal("·"), stripped)]]
            row = await queue_message(tx, to, Message(literal("·"), rows), Lane.ANSWER, self.street.clock.now())
        await self.street.settle()
        self._last_row = max(self._last_row, row)
        return await self._one(f"SELECT message_id FROM outbox WHERE id = {row}")  # noqa: S608 a number of ours

    # --- what people answer

    async def _answer_question(self, came_by: str) -> None:
        """Everything that does not fit, and some that does, to a question nobody asked us before."""
        question = await self._question()
        if question is not None:
            await self._answer_all(question)

    async def _answer_all(self, question: str) -> None:
        name = split_address(question)[0]
        if name in self.asked:
            return
        self.asked.add(name)
        action = self.street.bot.town.actions[name]
        for kind, send in self._kinds():
            await self._opens(question)
            answers = await self._act(f"{kind} to {question}", send())
            fits = kind in [one.__name__ for one in action.hears]
            if not fits and await self._question() != question:
                self._complain(f"{name}", f"{kind} closed the question {question}")
            if not fits and not answers:
                self._complain(f"{name}", f"nothing is said to {kind}")
        if str in action.hears:
            for words in self.walk.mine([*WORDS]):
                await self._opens(question)
                await self._act(f"{words[:30]!r} to {question}", self.person.says(words))

    def _kinds(self) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
        found: list[tuple[str, Callable[[], Awaitable[None]]]] = [
            ("Photo", lambda: self.person.sends_photo(photograph(60, 40, seed=len(self.asked)))),
            ("Voice", lambda: self.person.sends_voice(b"OggS" + bytes(400))),
            ("Location", lambda: self.person.sends_location(43.8, 87.6)),
            ("Paper", lambda: self.person.sends_document(b"%PDF-1.4", "a.pdf", "application/pdf")),
        ]
        if isinstance(self.person, OnTelegram):
            found.append(("sticker", self.person.sends_sticker))
        return found

    async def _question(self) -> str | None:
        async with self.street.bot.database.read() as tx:
            found = await people.find_speaker(tx, self.person.door, self.person.user_id)
        return found and found.question

    async def _opens(self, question: str) -> None:
        async with self.street.bot.database.write() as tx:
            await people.set_question(tx, self.person.door, self.person.user_id, question)

    # --- what forgers press

    async def _forge(self) -> None:
        refused = [
            render_plain(text, self.walk.language).translate(ISOLATES) for text in (m.not_allowed, m.old_button)
        ]
        for number, action in enumerate(self.street.bot.town.actions.values()):
            words = self._plausible(action)
            if (
                self.walk.role not in action.who.roles
                and Role.RESIDENT not in action.who.roles
                and not action.who.newcomers
            ):
                said = await self.press(":".join([action.name, *words]))
                toasts = [one.words for one in said if one.method == "answerCallbackQuery"]
                if toasts not in ([one] for one in refused[: 2 if action.hears else 1]):
                    self._complain(action.name, f"{self.walk.role} pressed it: {toasts}")
                continue
            if (number + self.walk.turn) % self.walk.share or action.name == LAST:
                continue
            for junk in self._junk(action, words):
                await self.press(junk)
                await self._opens_nothing()
            if action.hears:  # the answer to a question of long ago
                await self._answer_all(":".join([action.name, *words[:-1]]))
                await self._opens_nothing()

    async def _opens_nothing(self) -> None:
        async with self.street.bot.database.write() as tx:
            await people.set_question(tx, self.person.door, self.person.user_id, None)

    def _plausible(self, action: Action[...]) -> list[str]:
        names = list(inspect.signature(action.handler).parameters)[1:]
        return [_word(name, kind) for name, kind in zip(names, action.parameters, strict=True)]

    def _junk(self, action: Action[...], words: list[str]) -> list[str]:
        found = [[*words, "1"], words[:-1], words] if words else [["1"]]
        for place in range(len(words)):
            mine = self.walk.mine([*JUNK, *map(str, range(2, 15))])
            found += [[*words[:place], junk, *words[place + 1 :]] for junk in mine]
        addresses = [":".join([action.name, *one]) for one in found]
        return [one for one in dict.fromkeys(addresses) if len(one.encode()) <= 64]

    # --- looking

    async def _act(self, came_by: str, doing: Awaitable[None], pressed: bool = False) -> list[Said]:
        """Does it, judges everything that was said because of it, and returns what was said to the walker."""
        self.acts += 1
        try:
            await doing
        except Exception as error:
            self._complain(came_by.partition(":")[0], f"{came_by}: {type(error).__name__} {error}"[:300])
            return []
        async with self.street.bot.database.read() as tx:
            rows = await tx.all(
                lambda *row: deep_judge.read(row),
                "SELECT id, door, chat_id, method, params, state, error, message_id FROM outbox"
                " WHERE id > ? ORDER BY id",
                self._last_row,
            )
            aside = await tx.one(int, "SELECT count(*) FROM kept_aside") or 0
        self._last_row = max([self._last_row, *(row.id for row in rows)])
        if aside > self._aside:
            self._aside = aside
            self._complain(came_by.partition(":")[0], f"{came_by[:80]}: something broke")
        mine = [row for row in rows if row.door == self.person.door and row.chat_id == self.chat_id]
        self._judge_all(came_by, rows, mine, pressed)
        self._remember(mine)
        return mine

    def _judge_all(self, came_by: str, rows: list[Said], mine: list[Said], pressed: bool) -> None:
        for row in rows:
            language = self.walk.language if row in mine else str(row.params.get("language", self.walk.language))
            for fault in deep_judge.faults(row, language):
                self._complain(came_by.partition(":")[0] + fault[:40], f"{came_by[:80]}: {fault}")
        new = [row for row in mine if row.method.startswith("send") and row.state != "waiting"]
        if came_by.partition(":")[0] in TO_COPY:
            new = [row for row in new if not all(one.startswith("welcome.") for one in row.addresses)]
        if len(new) > 1:
            told = [f"{row.method} {row.words[:50]!r}" for row in new]
            self._complain(f"many {came_by.partition(':')[0]}", f"{came_by[:80]}: {len(new)} new messages: {told}")
        spoken = [row for row in mine if row.method != "answerCallbackQuery" or row.words]
        if not spoken:
            self._complain(f"mute {came_by.partition(':')[0]}", f"{came_by[:80]}: no answer")

    def _remember(self, mine: list[Said]) -> None:
        for row in mine:
            if row.message_id and row.method != "answerCallbackQuery":
                self.standing[row.message_id] = row.addresses
                self.waiting.extend((row.message_id, address) for address in row.addresses)

    def _complain(self, about: str, words: str) -> None:
        self.complaints.setdefault(about, words)

    async def _one(self, sql: str) -> int:
        async with self.street.bot.database.read() as tx:
            return await tx.one(int, sql) or 0


def _word(name: str, kind: object) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return str(next(iter(kind)).value)
    if kind is int:
        return "1"
    if kind is str or (kind not in HEARD and str in getattr(kind, "__args__", ())):
        return "words"
    return "1"


async def crawl(base: Path, folder: Path, walk: Walk) -> DeepCrawl:
    """One walk on a copy of the furnished street."""
    async with furnished_street(base, folder) as street:
        return await walk_through(street, walk)


async def walk_through(street: Street, walk: Walk) -> DeepCrawl:
    person = await street.arrives("Ωalker", walk.door, walk.language, walk.role)
    async with street.bot.database.read() as tx:
        speaker = await people.find_speaker(tx, person.door, person.user_id)
    assert speaker is not None
    crawl = DeepCrawl(street, walk, person, speaker.chat_id)
    await crawl.run()
    return crawl


async def _all(roles: list[Role], share: int) -> int:
    complaints = 0
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "furnished"
        for turn, (role, language, door) in enumerate(product(roles, LANGUAGES, (TELEGRAM, WEB))):
            began = time.process_time()
            done = await crawl(base, Path(folder) / str(turn), Walk(role, language, door, turn, share))
            print(
                f"{role} {language} {door}: {done.acts} acts, {time.process_time() - began:.0f} s, "
                f"{len(done.pressed)} buttons, {len(done.asked)} questions, {len(done.complaints)} complaints"
            )
            for line in done.complaints.values():
                print("   ", line)
            complaints += len(done.complaints)
    return complaints


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    sys.exit(1 if asyncio.run(_all(list(Role), 1 if "--all" in sys.argv else 6)) else 0)
