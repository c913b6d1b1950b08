"""Context: who is speaking, the transaction, and say / show / ask / tell."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.database.db import Tx
from bot.dialogue.incoming import Incoming, Paper, Photo, Voice
from bot.dialogue.notices import Notices, Screen, Screens
from bot.i18n.texts import Text, join
from bot.i18n.texts import machine as m
from bot.identity import names, people, places
from bot.identity.people import Person, Speaker
from bot.identity.places import Place
from bot.identity.roles import Audience, Role
from bot.outbox.message import Address, Button, Document, Lane, Message, Picture, Recorded, Rows
from bot.outbox.queue import (
    drop_latest,
    queue_call,
    queue_document,
    queue_edit,
    queue_latest,
    queue_message,
    queue_voice,
)
from bot.relay.encryption import Seal
from bot.services import Links


class Where(Enum):
    """Where something stands that is said to the speaker, and what becomes of a question that is open."""

    INSTEAD = auto()  # of the message whose button was pressed, or below what was written; the question is closed
    BELOW = auto()  # what is there, and a pressed message stays; the question is closed
    ASIDE = auto()  # below, beside what is going on: the question stays open
    IN_PLACE = auto()  # the lasting message whose button was pressed changes; the question stays open


class Footer(Enum):
    """What stands beneath a screen, after Back."""

    HOME_AND_HELP = auto()
    HOME = auto()  # beneath Help itself
    NONE = auto()  # beneath Home itself, and what comes before it


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
    def town(self) -> Screens:
        return self.notices.town

    @property
    def seal(self) -> Seal:
        return self.notices.seal

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

    def way_home(self) -> list[Button]:
        return self.notices.way_home()

    def go(self, label: Text, command: str) -> Button:
        """A button that does what `/command` does, whichever feature that belongs to."""
        # A town may do without a folder; its buttons then lead home. A test holds the commands of the whole town.
        action = self.town.commands.get(command, self.town.home)
        return Button(label, action.partial_address(*([""] if action.parameters else [])))

    async def enter(self, place_id: int) -> None:
        """The rest of this update happens in another place."""
        await places.wait_for_turn(self.tx, place_id)
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
        self.notices = Notices(self.tx, self.now, place, self.town, self.links)

    # --- answering

    def wait_for_more(self, so_long: timedelta, said_first: Text | None = None) -> None:
        """More of the same may follow at once: a question that this update asks leaves when nothing came for
        `so_long`, and then only the last one, below `said_first`."""
        self._asks_after, self._asks_below = so_long, said_first

    async def show(
        self,
        text: Text,
        rows: Rows = (),
        picture: Picture | None = None,
        back: Button | None = None,
        footer: Footer = Footer.HOME_AND_HELP,
        where: Where = Where.INSTEAD,
    ) -> None:
        """A screen, which the next one may take the place of."""
        await self.close_question()
        await self._place(Message(text, self._with_footer(rows, back, footer), picture), where)

    async def say(
        self,
        text: Text,
        rows: Rows = (),
        picture: Picture | Document | None = None,
        where: Where = Where.INSTEAD,
    ) -> int:
        """A receipt, an answer, a file: it stays in the chat, and what its Home and Help lead to stands below it.

        Returns its outbox row. A file takes the place of nothing.
        """
        if where in (Where.INSTEAD, Where.BELOW):
            await self.close_question()
        rows = [*rows, self.way_home()]
        if isinstance(picture, Document):
            return await queue_document(self.tx, self.address, text, picture, rows, Lane.ANSWER, self.now)
        return await self._place(Message(text, rows, picture), where)

    async def ask(
        self,
        text: Text,
        answer: Screen,
        *args: object,
        rows: Rows = (),
        picture: Picture | None = None,
        back: Button | None = None,
        where: Where = Where.INSTEAD,
    ) -> None:
        """A screen whose answer is the next message: it goes to `answer(context, *args, heard)`."""
        await self._set_question(answer.partial_address(*args))
        rows = self._with_footer(rows, back, Footer.HOME_AND_HELP)
        if self._asks_after is None:
            await self._place(Message(text, rows, picture), where)
            return
        text = join(self._asks_below, text) if self._asks_below else text
        message = Message(text, rows, picture)
        await queue_latest(self.tx, self.address, message, self.now + self._asks_after, self.now)

    def keep_pressed(self) -> None:
        """The message whose button was pressed stays, whatever follows: it shows more than this one thing."""
        self._pressed_stays = True

    async def send_voice(self, media_id: int) -> None:
        await queue_voice(self.tx, self.address, Recorded(media_id), Lane.ANSWER, self.now)

    async def take_away_heard(self) -> None:
        """What was just written goes out of the chat again."""
        params = {"message_id": self.incoming.message_id}
        await queue_call(self.tx, self.address, "deleteMessage", params, Lane.ANSWER, self.now)

    def toast(self, text: Text) -> None:
        """A few words over the chat, when a button was pressed."""
        self.toast_text = text

    async def close_question(self) -> None:
        if self.speaker.question is not None:
            await self._set_question(None)

    # --- telling others: see Notices

    async def tell(self, person_id: int, text: Text, rows: Rows = (), picture: Picture | None = None) -> int | None:
        return await self.notices.tell(person_id, text, rows, picture)

    async def tell_all(
        self, person_ids: Sequence[int], text: Text, rows: Rows = (), picture: Picture | None = None
    ) -> None:
        await self.notices.tell_all(person_ids, text, rows, picture)

    async def tell_news(self, person_id: int, text: Text, rows: Rows = (), picture: Picture | None = None) -> None:
        await self.notices.tell_news(person_id, text, rows, picture)

    async def answer(self, person_id: int, text: Text, rows: Rows = (), picture: Picture | None = None) -> int | None:
        return await self.notices.answer(person_id, text, rows, picture)

    async def retell(
        self, person_id: int, row_id: int, text: Text, rows: Rows = (), picture: Picture | None = None
    ) -> None:
        await self.notices.retell(person_id, row_id, text, rows, picture)

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

    async def fetch_file(self, sent: Paper, feature: str) -> None:
        """It is fetched in the background and handed to the `file_reader` of this feature; one at a time a person,
        the newest."""
        await self.tx.run(
            "INSERT INTO sent_files (person_id, place_id, door, file_id, feature, not_before)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (person_id) DO UPDATE SET place_id = excluded.place_id,"
            " door = excluded.door, file_id = excluded.file_id, feature = excluded.feature, attempts = 0,"
            " not_before = excluded.not_before",
            self.person.id,
            self.place.id,
            self.speaker.door,
            sent.file_id,
            feature,
            self.now_ms,
        )

    # --- inside

    @property
    def address(self) -> Address:
        return Address(self.speaker.door, self.speaker.chat_id, self.language, self.person.id, self.place.id)

    def _with_footer(self, rows: Rows, back: Button | None, footer: Footer) -> Rows:
        town = self.town
        below = [back] if back else []
        if footer is not Footer.NONE:
            below.append(Button(m.home, town.home.partial_address()))
        if footer is Footer.HOME_AND_HELP:
            below.append(Button(m.help, town.help.partial_address()))
        return [*rows, below] if below else rows

    async def _place(self, message: Message, where: Where) -> int:
        """Returns the outbox row."""
        stays = self._pressed_stays or where in (Where.BELOW, Where.ASIDE)
        pressed = self.incoming.message_id if self.incoming.query_id and not stays else None
        if pressed is None:
            return await queue_message(self.tx, self.address, message, Lane.ANSWER, self.now)
        had_photo = self.incoming.message_has_photo
        return await queue_edit(self.tx, self.address, pressed, message, had_photo, Lane.ANSWER, self.now)

    async def _set_question(self, question: str | None) -> None:
        if self.speaker.question is not None:
            await drop_latest(self.tx, self.address)
        await people.set_question(self.tx, self.speaker.door, self.speaker.user_id, question)
        self.speaker = replace(self.speaker, question=question)
