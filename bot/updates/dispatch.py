"""One update, one action, one transaction. The only place where a handler's errors end."""

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from bot import logs
from bot.clock import Clock, milliseconds
from bot.database.db import Database, NotSaved, Short, Tx
from bot.database.turns import Turns, again
from bot.dialogue.actions import LARGEST, Action, UnknownAddress
from bot.dialogue.context import Context, Footer, Where
from bot.dialogue.feature import Town
from bot.dialogue.incoming import Incoming, Kind, Location, Paper, Photo, Voice
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import Text, closest, render_plain
from bot.i18n.texts import machine as m
from bot.identity import groups, names, people, places
from bot.identity.groups import GroupWords
from bot.identity.people import Speaker
from bot.outbox import moving
from bot.outbox.message import Address, Button, Lane, Message, split_address, split_place
from bot.outbox.queue import queue_message, queue_toast
from bot.services import Links
from bot.updates import kept_aside, newcomers
from bot.updates.parsing import Unreadable, parse, update_id

log = logging.getLogger(__name__)

COMMAND = re.compile(r"/(?P<command>[A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(?P<rest>.*))?", re.DOTALL)
RECEIPT = Short("INSERT INTO receipts (door, update_id, received_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
SPOKE_LATELY_MS = 60_000  # how exact `spoke_at` is; saves a statement on most updates
# What is the chat's alone: to write there nobody waits for her turn.
OWN = frozenset({"receipts", "kept_aside", "outbox", "identities", "held_updates"})
EXPECTED = {
    str: m.expected_words,
    Photo: m.expected_photo,
    Voice: m.expected_voice,
    Location: m.expected_location,
    Paper: m.expected_file,
}


class Dispatch:
    """`handle` returns when the update and everything that follows from it are on disk; else it raises NotSaved."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        town: Town,
        links: Links,
        wake: Callable[[Tx], None],
        noted: Callable[[str, str, float], None] = lambda door, outcome, seconds: None,
    ) -> None:
        """`noted` counts each update: its door, what became of it, and in how many seconds."""
        self._database = database
        self._clock = clock
        self._town = town
        self._links = links
        self._wake = wake
        self._noted = noted
        self._chats: dict[tuple[str, int], _Chat] = {}
        self._turns = Turns(database, OWN)

    async def handle(self, incoming: Incoming) -> None:
        """In order within a chat, side by side across chats. Raises NotSaved."""
        started = self._clock.monotonic()
        async with self._in_order(incoming):
            try:
                outcome = await self._committed(incoming)
            except NotSaved:
                self._noted(incoming.door, "not saved", self._clock.monotonic() - started)
                raise
            except Exception:
                # Not even an apology could be written: kept aside, so that it does not come for ever.
                log.exception("update %s/%s broke outside its handler", incoming.door, incoming.update_id)
                await self.keep_aside(incoming.door, incoming.update_id, incoming.raw, "broke outside its handler")
                outcome = "kept aside"
        took = self._clock.monotonic() - started
        self._noted(incoming.door, outcome, took)
        fields = {
            "door": incoming.door,
            "update_id": incoming.update_id,
            "outcome": outcome,
            "seconds": round(took, 4),
        }
        line = "update %s/%s %s %.0f ms"
        log.info(line, incoming.door, incoming.update_id, outcome, took * 1000, extra={logs.FIELDS: fields})

    async def _committed(self, incoming: Incoming) -> str:
        async def work(tx: Tx) -> str:
            tx.after_commit.append(partial(self._wake, tx))
            await tx.lock(f"chat {incoming.door} {incoming.chat_id}")
            return await self._once(tx, incoming)

        return await self._turns.run(self._asked(incoming), work)

    def _asked(self, incoming: Incoming) -> str:
        """What it asks for, where anything here answers to that: whether it changes something is remembered by it."""
        if incoming.kind is Kind.PRESS:
            name, _ = split_address(split_place(incoming.address or "")[0])
            return name if name in self._town.actions or name in self._town.aliases else ""
        command = COMMAND.fullmatch(incoming.heard) if isinstance(incoming.heard, str) else None
        if command and command["command"].lower() in self._town.commands:
            return f"/{command['command'].lower()}"
        return incoming.kind.value

    async def keep_aside(self, door: str, update_id: int | None, raw: str, reason: str) -> None:
        """What cannot be read must never block what follows it."""

        async def work(tx: Tx) -> None:
            if update_id is None or await self._first_receipt(tx, door, update_id):
                await self._aside(tx, door, update_id, raw, reason)

        await again(self._database, work)

    async def replay(self, aside_id: int) -> str | None:
        """Handles once more what was kept aside, in one transaction; None when there is no such thing.

        What breaks again is kept aside again. Raises Unreadable, then it stays where it is, and NotSaved.
        """

        async def work(tx: Tx) -> str | None:
            tx.after_commit.append(partial(self._wake, tx))
            raw = await kept_aside.find_raw(tx, aside_id)
            if raw is None:
                return None
            try:
                incoming = parse(raw.door, json.loads(raw.words))
            except (ValueError, RecursionError) as error:
                raise Unreadable("no JSON") from error
            await kept_aside.take_back(tx, aside_id, raw)
            if incoming is None:
                return "nobody spoke to us"
            await tx.lock(f"chat {incoming.door} {incoming.chat_id}")
            return await self._once(tx, incoming)

        return await again(self._database, work)

    @asynccontextmanager
    async def _in_order(self, incoming: Incoming) -> AsyncIterator[None]:
        key = (incoming.door, incoming.chat_id)
        chat = self._chats.setdefault(key, _Chat())
        chat.waiting += 1
        try:
            async with chat.lock:
                yield
        finally:
            chat.waiting -= 1
            if not chat.waiting:
                self._chats.pop(key, None)

    async def _once(self, tx: Tx, incoming: Incoming) -> str:
        if not await self._first_receipt(tx, incoming.door, incoming.update_id):
            return "seen before"
        now = milliseconds(self._clock.now())
        if not incoming.private:
            tx.only = None  # a command there only reads; what becomes of the group itself is one row
            return await self._in_group(tx, incoming)
        if incoming.kind is Kind.LEFT:
            await people.note_unreachable(tx, incoming.door, incoming.chat_id, now)
            return "left"
        if incoming.kind in (Kind.OTHER, Kind.CAME):
            return "nobody spoke to us"
        if tx.only is None:
            await people.wait_for_turn(tx, incoming.door, incoming.user_id)
        context = await self._context(tx, incoming)
        return await self._guarded(context)

    async def _in_group(self, tx: Tx, incoming: Incoming) -> str:
        """A few commands are answered; whatever else people say among themselves is neither answered nor kept."""
        if incoming.moved is not None:
            await moving.move_chat(tx, incoming.door, *incoming.moved)
            return "a group moved"
        if incoming.kind is Kind.LEFT:
            await groups.note_lost(tx, incoming.door, incoming.chat_id)
            return "left"
        if incoming.query_id:
            somebody = Address(incoming.door, incoming.chat_id, "")
            await queue_toast(tx, somebody, incoming.query_id, "", self._clock.now())
        command = groups.command_in(incoming.heard, self._links.telegram)
        if incoming.kind is not Kind.MESSAGE or command not in self._town.group_commands:
            return "nobody spoke to us"
        try:
            async with tx.savepoint():
                await self._answer_group(tx, incoming, command)
        except NotSaved:
            raise
        except Exception:
            log.exception("update %s/%s broke", incoming.door, incoming.update_id)
            await self._aside(tx, incoming.door, incoming.update_id, incoming.raw, "a handler broke")
            return "broke"
        return f"/{command} in a group"

    async def _answer_group(self, tx: Tx, incoming: Incoming, command: str) -> None:
        speaker = await people.find_speaker(tx, incoming.door, incoming.user_id)
        place = (
            await places.place(tx, speaker.person.place_id)
            if speaker is not None
            else (await places.all_places(tx))[0]
        )
        notices = Notices(tx, self._clock.now(), place, self._town, self._links)
        said = GroupWords(incoming.door, incoming.chat_id, incoming.chat_title, speaker)
        answer = await self._town.group_commands[command](notices, said)
        language = (speaker.person.language if speaker else None) or closest(incoming.language_code) or "zh"
        # A link and no other button: what is pressed in a group comes from anybody.
        rows = [[Button(m.group_private, url=self._links.at(incoming.door, ""))]]
        to = Address(incoming.door, incoming.chat_id, language)
        await queue_message(tx, to, Message(answer, rows), Lane.ANSWER, notices.now)

    async def _first_receipt(self, tx: Tx, door: str, update_id: int) -> bool:
        return bool(
            await tx.run(
                RECEIPT,
                door,
                update_id,
                milliseconds(self._clock.now()),
            )
        )

    async def _context(self, tx: Tx, incoming: Incoming) -> Context:
        now = self._clock.now()
        speaker = await self._speaker(tx, incoming, milliseconds(now))
        place = await places.place(tx, speaker.person.place_id)
        notices = Notices(tx, now, place, self._town, self._links)
        return Context(notices, speaker, incoming, self._take_up_held)

    async def _speaker(self, tx: Tx, incoming: Incoming, now: int) -> Speaker:
        speaker = await people.find_speaker(tx, incoming.door, incoming.user_id)
        if speaker is None:
            first_place = (await places.all_places(tx))[0]
            tx.only = None
            await places.wait_for_turn(tx, first_place.id)
            name = names.from_door(incoming.door, incoming.name)
            await people.add_stranger(
                tx, incoming.door, incoming.user_id, incoming.chat_id, name, first_place.id, now
            )
            speaker = await people.find_speaker(tx, incoming.door, incoming.user_id)
        if speaker is None:
            raise LookupError("a stranger was added and not found")
        if speaker.unreachable or now - speaker.spoke_at > SPOKE_LATELY_MS:
            await people.note_speaking(tx, speaker, incoming.chat_id, now)
        return speaker

    async def _guarded(self, context: Context) -> str:
        """Runs the handler; whatever goes wrong in it is undone and said."""
        tx, incoming = context.tx, context.incoming
        outcome, failure = "handled", None
        try:
            async with tx.savepoint():
                outcome = await self._run(context)
        except NotSaved:
            raise
        except Refusal as refusal:
            outcome, failure = f"refused {refusal.text.key}", refusal.text
        except UnknownAddress:
            outcome, failure = "old button", m.old_button
        except Exception:
            log.exception("update %s/%s broke", incoming.door, incoming.update_id)
            await self._aside(tx, incoming.door, incoming.update_id, incoming.raw, "a handler broke")
            outcome, failure = "broke", m.something_broke
        if failure is not None:
            await self._say_no(context, failure)
        if incoming.query_id:
            words = render_plain(context.toast_text, context.language) if context.toast_text else ""
            await queue_toast(tx, context.address, incoming.query_id, words, context.now)
        return outcome

    async def _say_no(self, context: Context, text: Text) -> None:
        """Over a button as a toast, otherwise as a message; an open question stays open."""
        # The handler's changes were undone, so what it had learnt of the speaker may be wrong by now.
        await context.refresh()
        if context.incoming.query_id:
            context.toast(text)
            return
        await context.say(text, where=Where.ASIDE)

    async def _run(self, context: Context) -> str:
        incoming = context.incoming
        if incoming.kind is Kind.EDITED:
            await context.say(m.edited_cannot, where=Where.ASIDE)
            return "edited"
        if incoming.kind is Kind.PRESS:
            return await self._press(context, incoming.address or "")
        command = COMMAND.fullmatch(incoming.heard) if isinstance(incoming.heard, str) else None
        if command:
            return await self._command(context, command["command"].lower(), (command["rest"] or "").strip())
        if await self._is_new(context):
            return "greeted"
        return await self._message(context)

    async def _press(self, context: Context, address: str) -> str:
        address, place_id = split_place(address)
        action, words = self._town.find(address)
        if not action.who.newcomers and await self._is_new(context):
            return "greeted"
        if not action.anywhere and place_id != context.place.id and await self._is_elsewhere(context, place_id):
            return "belongs to another place"
        await self._perform(context, action, action.read(words))
        return action.logged

    async def _is_elsewhere(self, context: Context, place_id: int) -> bool:
        """Says so where another of her places showed the button; what was made up is for the handlers to refuse."""
        if not await people.is_member(context.tx, context.person.id, place_id):
            return False
        for feature in self._town.features:
            if feature.of_another_place:
                await feature.of_another_place(context, await places.place(context.tx, place_id))
        return True

    async def _command(self, context: Context, command: str, rest: str) -> str:
        action = self._town.commands.get(command)
        if action is not None and action.who.newcomers:
            await self._perform(context, action, [rest] if action.parameters else [])
            return f"/{command}"
        if await self._is_new(context):
            return "greeted"
        if action is not None:
            await self._perform(context, action, [rest] if action.parameters else [])
            return action.logged if action.private else f"/{command}"
        for feature in self._town.features:
            if command.isdigit() and feature.opens_number:
                await feature.opens_number(context, min(int(command), LARGEST))
                return "opened a number"
        await context.say(m.unknown_command(command=f"/{command}"), where=Where.ASIDE)
        return "unknown command"

    async def _message(self, context: Context) -> str:
        heard = context.incoming.heard
        if isinstance(heard, Photo) and heard.album:
            for feature in self._town.features:
                if feature.joins_album and await feature.joins_album(context, heard):
                    return "joined its album"
        question = context.speaker.question
        if question is not None:
            return await self._answer(context, question)
        if heard is None:
            await context.say(m.not_understood, where=Where.ASIDE)
            return f"no use for a {context.incoming.what}"
        await self._town.hears(context, heard)
        return "heard"

    async def _answer(self, context: Context, question: str) -> str:
        action, words = self._town.find(question)
        heard: object = context.incoming.heard
        if heard is None and Paper in action.hears:
            heard = context.incoming.paper
        if type(heard) not in action.hears:
            await context.say(EXPECTED[action.hears[0]], where=Where.ASIDE)
            return "another kind was expected"
        arguments = action.read(words, heard)
        await context.close_question()
        await self._perform(context, action, arguments)
        return action.logged

    async def _perform(self, context: Context, action: Action[...], arguments: list[object]) -> None:
        if not context.may(action.who):
            raise Refusal(m.not_allowed)
        await action(context, *arguments)

    async def _is_new(self, context: Context) -> bool:
        """Greets somebody who has not agreed yet, and keeps what she sent until she has."""
        if context.person.consented_at is not None and context.person.language is not None:
            return False
        if context.incoming.kind is Kind.MESSAGE:
            kept = await newcomers.hold(context.tx, context.person.id, context.incoming.raw, context.now_ms)
            if kept is newcomers.Kept.NO_SAY_SO:
                await context.show(
                    m.agree_first,
                    [[context.go(m.agree_first_button, "start")]],
                    footer=Footer.NONE,
                    where=Where.BELOW,
                )
            if kept is not newcomers.Kept.YES:
                return True
        await self._town.greets(context)
        return True

    async def _take_up_held(self, context: Context) -> None:
        """Handles what a newcomer sent before she agreed, as if it came now."""
        for raw in await newcomers.take(context.tx, context.person.id):
            await context.refresh()  # what was taken up before may have led to another place
            if raw is None:
                await context.say(m.not_all_kept, where=Where.ASIDE)
                continue
            for line in raw.splitlines():
                await self._take_up(context, line)

    async def _take_up(self, context: Context, line: str) -> None:
        """Whatever it is, it must not undo that she agreed."""
        door, raw = context.incoming.door, json.loads(line)
        try:
            incoming = parse(door, raw)
        except Unreadable as error:
            log.error("door %s: update %s kept aside: %s", door, raw.get("update_id"), error)
            await self._aside(context.tx, door, update_id(raw), line, f"unreadable: {error}")
            return
        if incoming is not None:
            await self._guarded(Context(context.notices, context.speaker, incoming, self._take_up_held))

    async def _aside(self, tx: Tx, door: str, update_id: int | None, raw: str, reason: str) -> None:
        await tx.run(
            "INSERT INTO kept_aside (door, update_id, raw, reason, kept_at) VALUES (?, ?, ?, ?, ?)",
            door,
            update_id,
            raw,
            reason,
            milliseconds(self._clock.now()),
        )


class _Chat:
    """Updates of one chat go one after another."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0
