"""Context: who is speaking, the transaction, and say / show / ask / tell. Notices: the same without a speaker."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue import wishes
from bot.dialogue.actions import Action, Button, Rows
from bot.dialogue.feature import Town
from bot.dialogue.incoming import Incoming, Photo, Voice
from bot.doors.door import TELEGRAM, WEB
from bot.i18n.texts import Text, join
from bot.i18n.texts import machine as m
from bot.i18n.times import quiet_until
from bot.identity import consents, names, people, places
from bot.identity.consents import Purpose
from bot.identity.people import Audience, Person, Receiver, Role, Speaker
from bot.identity.places import Place
from bot.outbox.outgoing import (
    Address,
    Document,
    Lane,
    Message,
    Picture,
    Recorded,
    Stored,
    drop_latest,
    queue_call,
    queue_document,
    queue_edit,
    queue_edit_of_row,
    queue_latest,
    queue_message,
    queue_voice,
)
from bot.relay import posting
from bot.relay.sealing import Seal
from bot.relay.services import Topic

PUBLIC_PAGES = "/p/"  # of all places; behind it, by its code, that of one


@dataclass
class Links:
    """The addresses under which people reach this bot. `telegram` is its name there, known once Telegram said."""

    web: str
    telegram: str | None = None

    def at(self, door: str, code: str) -> str:
        """A link that opens the bot with `/start code`, through the given door."""
        if door == TELEGRAM and self.telegram:
            return f"https://t.me/{self.telegram}?start={code}"
        return f"{self.web}/#{code}"

    def page(self, place_code: str, number: int | None = None) -> str:
        """The public page of a place, or of the idea with this number in it."""
        return f"{self.web}{PUBLIC_PAGES}{place_code}" + (f"/{number}" if number is not None else "")

    @property
    def only_here(self) -> bool:
        """Whether the web address means this very machine, so that it is no use to anybody else."""
        return any(here in self.web for here in ("://localhost", "://127."))

    def each(self, code: str) -> list[str]:
        """To pass on: through the web chat, and through Telegram where that is open."""
        return [self.at(WEB, code), *([self.at(TELEGRAM, code)] if self.telegram else [])]

    def anywhere(self, code: str) -> str:
        """For a poster or a message to somebody else: the web chat needs no app."""
        return self.at(WEB, code)


class Notices:
    """What can be told to people in one place, at one moment, in one transaction."""

    def __init__(self, tx: Tx, now: datetime, place: Place, town: Town, links: Links) -> None:
        self.tx = tx
        self.now = now
        self.place = place
        self.town = town
        self.links = links

    @property
    def now_ms(self) -> int:
        return milliseconds(self.now)

    async def tell(
        self,
        person_id: int,
        text: Text,
        rows: Rows = (),
        picture: Picture | None = None,
        campaign: str | None = None,
    ) -> int | None:
        """To somebody who did not ask just now: kept back in quiet hours and while she paused everything.

        None when nobody can be reached.
        """
        receiver = await self._find_willing(person_id)
        if receiver is None:
            return None
        message = Message(text, [*rows, self.way_home()], picture)
        not_before = wishes.awake_at(receiver, wishes.unpaused_at(receiver, self.now), self.now, self.place.clocks)
        return await queue_message(
            self.tx, self.address(receiver), message, Lane.NOTICE, self.now, not_before, campaign
        )

    async def tell_news(self, person_id: int, text: Text, rows: Rows = (), picture: Picture | None = None) -> None:
        """The same for what can wait: whoever hears only once a week hears it then."""
        receiver = await self._find_willing(person_id)
        if receiver is not None:
            message = Message(text, [*rows, self.way_home()], picture)
            at = wishes.news_at(receiver, wishes.unpaused_at(receiver, self.now), self.place.clocks)
            not_before = wishes.awake_at(receiver, at, self.now, self.place.clocks)
            await queue_message(self.tx, self.address(receiver), message, Lane.NOTICE, self.now, not_before)

    async def answer(self, person_id: int, text: Text, rows: Rows = (), picture: Picture | None = None) -> int | None:
        """To somebody who waits for it, since she asked or did something: quiet hours are kept, a pause is not.

        Whoever wants no messages hears it too: she was promised what she asks for.
        """
        receiver = await self.find_receiver(person_id)
        if receiver is None:
            return None
        message = Message(text, [*rows, self.way_home()], picture)
        not_before = wishes.awake_at(receiver, self.now, self.now, self.place.clocks)
        return await queue_message(self.tx, self.address(receiver), message, Lane.ANSWER, self.now, not_before)

    async def tell_all(
        self, person_ids: Sequence[int], text: Text, rows: Rows = (), picture: Picture | None = None
    ) -> None:
        """Each person once, however often she is listed."""
        for person_id in dict.fromkeys(person_ids):
            await self.tell(person_id, text, rows, picture)

    async def retell(
        self, person_id: int, row_id: int, text: Text, rows: Rows = (), picture: Picture | None = None
    ) -> None:
        """Changes in place what `tell` or `say` wrote as `row_id`."""
        receiver = await self.find_receiver(person_id)
        if receiver is not None:
            message = Message(text, [*rows, self.way_home()], picture)
            await queue_edit_of_row(self.tx, self.address(receiver), row_id, message, Lane.NOTICE, self.now)

    async def find_receiver(self, person_id: int) -> Receiver | None:
        """Where she can be reached, and in which language this place speaks to her."""
        found = await people.find_receiver(self.tx, person_id)
        return found and replace(found, language=self.place.language_for(found.language))

    async def _find_willing(self, person_id: int) -> Receiver | None:
        """The same for what she did not ask for, which she may not want at all."""
        receiver = await self.find_receiver(person_id)
        wanted = receiver is not None and await consents.gave(self.tx, person_id, Purpose.MESSAGES)
        return receiver if wanted else None

    async def find_receivers(self, person_id: int) -> list[Receiver]:
        """The same for all her doors, where she spoke last first."""
        found = await people.receivers(self.tx, person_id)
        return [replace(one, language=self.place.language_for(one.language)) for one in found]

    def address(self, receiver: Receiver) -> Address:
        return Address(receiver.door, receiver.chat_id, receiver.language, receiver.person_id, self.place.id)

    async def post(self, topic: Topic, text: Text, picture: Picture | None = None, link: str = "") -> int:
        """To every relay of the place that gets this topic; `link` is the `/start` code of what it is about.

        Returns how many there are. Quiet hours are kept: a group rings like a person. Pictures go to groups only.
        """
        if isinstance(picture, Stored) and not await self._is_ready(picture):
            picture = None
        here = m.relay_open(link=self.links.anywhere(link) if link else self.links.page(self.place.code))
        there = self.links.at(TELEGRAM, link) if link else self.links.page(self.place.code)
        return await posting.post(
            self.tx,
            self.place.id,
            self.place.name,
            topic,
            Message(text, [[Button(m.relay_open_button, url=there)]], picture),
            join(text, here),
            self.now,
            quiet_until(self.now, self.place.clocks) or self.now,
        )

    @property
    def seal(self) -> Seal:
        if self.town.seal is None:
            raise LookupError("this town has no seal")
        return self.town.seal

    async def _is_ready(self, picture: Stored) -> bool:
        """Nobody outside sees a picture that was refused, is held back or has not been cleaned yet."""
        found = await self.tx.one(str, "SELECT state FROM media WHERE id = ?", picture.media_id)
        return found == "ready"

    async def first_time(self, job: str, occurrence: str) -> bool:
        """Whether this occurrence has not happened yet; it has now."""
        return bool(
            await self.tx.run(
                "INSERT INTO occurrences (job, occurrence, happened_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                job,
                f"{self.place.id}:{occurrence}",
                self.now_ms,
            )
        )

    def way_home(self) -> list[Button]:
        """For a message that stays: Home and Help stand beneath it, so a human being is two taps away."""
        return [
            Button(m.home, self.town.home_below.address()),
            Button(m.help, self.town.help_below.address()),
        ]


class Context:
    """One update of one person. Everything said here leaves when the transaction has been committed."""

    def __init__(
        self,
        notices: Notices,
        speaker: Speaker,
        incoming: Incoming,
        take_up_held: Callable[["Context"], Awaitable[None]],
    ) -> None:
        self.notices = notices
        self.speaker = speaker
        self.incoming = incoming
        self.toast_text: Text | None = None
        self._asks_after: timedelta | None = None
        self._asks_below: Text | None = None
        self._take_up_held = take_up_held
        self._pressed_stays = False

    # --- who, where, when

    @property
    def tx(self) -> Tx:
        return self.notices.tx

    @property
    def now(self) -> datetime:
        return self.notices.now

    @property
    def now_ms(self) -> int:
        return self.notices.now_ms

    @property
    def place(self) -> Place:
        return self.notices.place

    @property
    def links(self) -> Links:
        return self.notices.links

    @property
    def person(self) -> Person:
        return self.speaker.person

    @property
    def roles(self) -> frozenset[Role]:
        return self.speaker.roles

    @property
    def language(self) -> str:
        return self.place.language_for(self.person.language)

    @property
    def called(self) -> Text:
        """Her name, as others read it."""
        return names.called(self.person.name)

    @property
    def signature(self) -> Text:
        """The same where she speaks for her role, which stands beside it."""
        return names.signed(self.person.name, self.roles)

    def may(self, who: Audience) -> bool:
        return bool(self.roles & who.roles)

    def link(self, code: str) -> str:
        """A link to pass on, through the door the person is at."""
        return self.links.at(self.speaker.door, code)

    async def take_up_held(self) -> None:
        """Handles what a newcomer sent before she agreed, as if it came now."""
        await self._take_up_held(self)

    def go(self, label: Text, command: str) -> Button:
        """A button that does what `/command` does, whichever feature that belongs to."""
        # A town may do without a folder; its buttons then lead home. A test holds the commands of the whole town.
        action = self.notices.town.commands.get(command, self.notices.town.home)
        return Button(label, action.partial_address(*([""] if action.parameters else [])))

    async def enter(self, place_id: int) -> None:
        """The rest of this update happens in another place."""
        if self.person.consented_at is None and place_id != self.place.id:
            # A stranger stands in the first place until a link says where she was going.
            await people.pass_through(self.tx, self.person.id, self.place.id)
        await people.join(self.tx, self.person.id, place_id, self.now_ms)
        await self.refresh()

    async def refresh(self) -> None:
        """Reads the person again after her language, place or roles changed."""
        speaker = await people.find_speaker(self.tx, self.speaker.door, self.speaker.user_id)
        if speaker is None:
            raise LookupError("the speaker is gone")
        self.speaker = speaker
        place = await places.place(self.tx, speaker.person.place_id)
        self.notices = Notices(self.tx, self.now, place, self.notices.town, self.links)

    # --- answering

    def wait_for_more(self, so_long: timedelta, said_first: Text | None = None) -> None:
        """More of the same may follow at once: a question that this update asks leaves when nothing came for
        `so_long`, and then only the last one, below `said_first`."""
        self._asks_after, self._asks_below = so_long, said_first

    async def answer_aside(self, text: Text, rows: Rows = ()) -> None:
        """A short answer beside what is going on; an open question stays open."""
        message = Message(text, [*rows, self.notices.way_home()])
        await queue_message(self.tx, self.address, message, Lane.ANSWER, self.now)

    async def say(self, text: Text, rows: Rows = (), picture: Picture | None = None) -> int:
        """A receipt, an answer: it stays in the chat. It takes the place of the screen that led to it.

        Returns its outbox row.
        """
        await self.close_question()
        return await self._place(Message(text, [*rows, self.notices.way_home()], picture))

    async def show(
        self, text: Text, rows: Rows = (), picture: Picture | None = None, back: Button | None = None
    ) -> None:
        """A screen: takes the place of the one whose button was pressed, or stands below what was written."""
        await self.close_question()
        await self._screen(text, rows, picture, back)

    async def ask(
        self,
        text: Text,
        answer: Action[...],
        *args: object,
        rows: Rows = (),
        picture: Picture | None = None,
        back: Button | None = None,
    ) -> None:
        """A screen whose answer is the next message: it goes to `answer(context, *args, heard)`."""
        await self._set_question(answer.partial_address(*args))
        if self._asks_after is None:
            await self._screen(text, rows, picture, back)
            return
        text = join(self._asks_below, text) if self._asks_below else text
        message = Message(text, [*rows, self._footer(back)], picture)
        await queue_latest(self.tx, self.address, message, self.now + self._asks_after, self.now)

    async def say_screen(self, text: Text, rows: Rows = (), picture: Picture | None = None) -> None:
        """A screen below what is there, even when a button was pressed: the pressed message stays."""
        await self.close_question()
        await self._below(text, rows, picture)

    async def ask_below(
        self, text: Text, answer: Action[...], *args: object, rows: Rows = (), picture: Picture | None = None
    ) -> None:
        """Like `ask`, but the message whose button was pressed stays."""
        await self._set_question(answer.partial_address(*args))
        await self._below(text, rows, picture)

    async def show_bare(self, text: Text, rows: Rows = (), picture: Picture | None = None) -> None:
        """A screen without Back, Home and Help: Home itself, and what comes before it."""
        await self.close_question()
        await self._place(Message(text, rows, picture))

    async def say_bare(self, text: Text, rows: Rows = (), picture: Picture | None = None) -> None:
        """The same below what is there."""
        await self.close_question()
        await queue_message(self.tx, self.address, Message(text, rows, picture), Lane.ANSWER, self.now)

    def keep_pressed(self) -> None:
        """The message whose button was pressed stays, whatever follows: it shows more than this one thing."""
        self._pressed_stays = True

    async def renew(self, text: Text, rows: Rows = (), picture: Picture | None = None) -> None:
        """Changes the lasting message whose button was pressed, in place; an open question stays open."""
        await self._place(Message(text, [*rows, self.notices.way_home()], picture))

    async def send_voice(self, media_id: int) -> None:
        await queue_voice(self.tx, self.address, Recorded(media_id), Lane.ANSWER, self.now)

    async def send_document(self, text: Text, document: Document, rows: Rows = ()) -> int:
        """A file below what is there; Home and Help stand beneath it. Returns the row's id."""
        await self.close_question()
        rows = [*rows, self.notices.way_home()]
        return await queue_document(self.tx, self.address, text, document, rows, Lane.ANSWER, self.now)

    async def call(self, method: str, params: dict[str, Any]) -> None:
        """Any other Bot API call in this chat, such as a menu of commands or a chat action."""
        await queue_call(self.tx, self.address, method, params, Lane.ANSWER, self.now)

    def toast(self, text: Text) -> None:
        """A few words over the chat, when a button was pressed."""
        self.toast_text = text

    async def tell(self, person_id: int, text: Text, rows: Rows = (), picture: Picture | None = None) -> int | None:
        return await self.notices.tell(person_id, text, rows, picture)

    async def close_question(self) -> None:
        if self.speaker.question is not None:
            await self._set_question(None)

    # --- keeping

    async def keep(self, sent: Photo | Voice) -> int:
        """Keeps what was sent; it is fetched and cleaned in the background. Returns its media id."""
        media_id = await self.tx.one(
            int,
            "INSERT INTO media (door, file_id, kind, person_id, not_before, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            self.speaker.door,
            sent.file_id,
            "photo" if isinstance(sent, Photo) else "voice",
            self.person.id,
            self.now_ms,
            self.now_ms,
        )
        if media_id is None:
            raise LookupError("the new media row has no id")
        return media_id

    # --- inside

    @property
    def address(self) -> Address:
        return Address(self.speaker.door, self.speaker.chat_id, self.language, self.person.id, self.place.id)

    async def _screen(self, text: Text, rows: Rows, picture: Picture | None, back: Button | None) -> None:
        await self._place(Message(text, [*rows, self._footer(back)], picture))

    async def _below(self, text: Text, rows: Rows, picture: Picture | None) -> None:
        message = Message(text, [*rows, self._footer(None)], picture)
        await queue_message(self.tx, self.address, message, Lane.ANSWER, self.now)

    def _footer(self, back: Button | None) -> list[Button]:
        town = self.notices.town
        footer = [Button(m.home, town.home.address()), Button(m.help, town.help.address())]
        return [back, *footer] if back else footer

    async def _place(self, message: Message) -> int:
        """Instead of the message whose button was pressed, or below what was written. Returns the outbox row."""
        pressed = self.incoming.message_id if self.incoming.query_id and not self._pressed_stays else None
        if pressed is None:
            return await queue_message(self.tx, self.address, message, Lane.ANSWER, self.now)
        had_photo = self.incoming.message_has_photo
        return await queue_edit(self.tx, self.address, pressed, message, had_photo, Lane.ANSWER, self.now)

    async def _set_question(self, question: str | None) -> None:
        if self.speaker.question is not None:
            await drop_latest(self.tx, self.address)
        await people.set_question(self.tx, self.speaker.door, self.speaker.user_id, question)
        self.speaker = replace(self.speaker, question=question)
