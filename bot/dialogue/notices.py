"""Notices: what can be told to people in one place, without a speaker."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue import preferences
from bot.doors.door import TELEGRAM
from bot.i18n.clocks import quiet_until
from bot.i18n.texts import Text, join
from bot.i18n.texts import machine as m
from bot.identity import consents, people
from bot.identity.columns import PersonColumn, PictureColumn
from bot.identity.consents import Purpose
from bot.identity.people import Receiver
from bot.identity.places import Place
from bot.outbox.message import Address, Button, Lane, Message, Picture, Rows, Stored
from bot.outbox.queue import queue_edit_of_row, queue_message
from bot.relay import queue
from bot.relay.encryption import Seal
from bot.relay.services import Topic
from bot.services import Links


class Screen(Protocol):
    """Something a button or a question leads to."""

    @property
    def parameters(self) -> tuple[Any, ...]: ...

    def partial_address(self, *args: object) -> str: ...


class Screens(Protocol):
    """What the town says of itself to those who speak for it: its screens by name, and what its tables know."""

    @property
    def home(self) -> Screen: ...
    @property
    def home_below(self) -> Screen: ...
    @property
    def help(self) -> Screen: ...
    @property
    def help_below(self) -> Screen: ...
    @property
    def asks_name(self) -> Screen | None: ...
    @property
    def actions(self) -> Mapping[str, Screen]: ...
    @property
    def commands(self) -> Mapping[str, Screen]: ...
    @property
    def joined_columns(self) -> Sequence[PersonColumn]: ...
    @property
    def person_columns(self) -> Sequence[PersonColumn]: ...
    @property
    def picture_columns(self) -> Sequence[PictureColumn]: ...
    @property
    def relay_hosts(self) -> frozenset[tuple[str, int]]: ...
    @property
    def seal(self) -> Seal | None: ...


class Notices:
    """What can be told to people in one place, at one moment, in one transaction."""

    def __init__(self, tx: Tx, now: datetime, place: Place, town: Screens, links: Links) -> None:
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
        not_before = preferences.awake_at(
            receiver, preferences.unpaused_at(receiver, self.now), self.now, self.place.clocks
        )
        return await queue_message(
            self.tx, self.address(receiver), message, Lane.NOTICE, self.now, not_before, campaign
        )

    async def tell_news(self, person_id: int, text: Text, rows: Rows = (), picture: Picture | None = None) -> None:
        """The same for what can wait: whoever hears only once a week hears it then."""
        receiver = await self._find_willing(person_id)
        if receiver is not None:
            message = Message(text, [*rows, self.way_home()], picture)
            at = preferences.news_at(receiver, preferences.unpaused_at(receiver, self.now), self.place.clocks)
            not_before = preferences.awake_at(receiver, at, self.now, self.place.clocks)
            await queue_message(self.tx, self.address(receiver), message, Lane.NOTICE, self.now, not_before)

    async def answer(self, person_id: int, text: Text, rows: Rows = (), picture: Picture | None = None) -> int | None:
        """To somebody who waits for it, since she asked or did something: quiet hours are kept, a pause is not.

        Whoever wants no messages hears it too: she was promised what she asks for.
        """
        receiver = await self.find_receiver(person_id)
        if receiver is None:
            return None
        message = Message(text, [*rows, self.way_home()], picture)
        not_before = preferences.awake_at(receiver, self.now, self.now, self.place.clocks)
        return await queue_message(self.tx, self.address(receiver), message, Lane.ANSWER, self.now, not_before)

    async def answer_at_once(
        self, person_id: int, text: Text, rows: Rows = (), picture: Picture | None = None
    ) -> int | None:
        """The same for what cannot wait until morning: within her quiet hours it comes without a sound."""
        receiver = await self.find_receiver(person_id)
        if receiver is None:
            return None
        sleeps = preferences.awake_at(receiver, self.now, self.now, self.place.clocks) > self.now
        message = Message(text, [*rows, self.way_home()], picture, quietly=sleeps)
        return await queue_message(self.tx, self.address(receiver), message, Lane.ANSWER, self.now)

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
        return await queue.post(
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
            Button(m.home, self.town.home_below.partial_address()),
            Button(m.help, self.town.help_below.partial_address()),
        ]
