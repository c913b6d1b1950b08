"""The town that is lived through: the whole machine on one thread, both doors, a clock led by the hand."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from bot import app as machine
from bot.clock import milliseconds, moment
from bot.config import Settings
from bot.dialogue.feature import Feature
from bot.dialogue.preferences import AWAKE
from bot.doors.door import TELEGRAM, WEB
from bot.identity.invites import make_invite, place_code
from bot.identity.roles import Role
from bot.outbox.rate_limits import NoPace, Pace
from simulation import pictures, report_store, residents, team
from simulation.faults import Faults, Killed
from simulation.notes import Notes
from simulation.one_thread import InProcess, connect
from simulation.people import Person, Plan, Session
from simulation.phones import OnTelegram, OnTheWeb
from simulation.telegram import Chat, Telegram
from simulation.web_phones import StoryClock
from simulation.web_phones import Town as WebTown

ROUNDS = 80  # after which a town that is not quiet is talking to itself
MOST_MOMENTS = 400  # between two slots; more would be a queue that never empties
ANSWER_TIME = timedelta(minutes=2)  # how long somebody waits for an answer before it counts as unasked
BUSY_AT_ONCE = 40  # people in one slot
SLOTS = (*(time(hour, minute) for hour in range(7, 23) for minute in (5, 35)), time(23, 45))
NIGHT = (time(0, 20), time(3, 30), time(5, 45))
DOWN = (time(6), time(11))


class WalkingPace(Pace):
    """Telegram's pace, for a program that cannot sleep: where the outbox would wait, the clock goes on."""

    def __init__(self, clock: StoryClock) -> None:
        super().__init__(clock)
        self._story = clock

    def note(self, chat_id: int, bulk: bool) -> None:
        wait = self.wait_for_bulk() if bulk else self.wait_for_answer()
        if wait > 0:
            self._story.go_on_seconds(wait)
        super().note(chat_id, bulk)


class Town:
    def __init__(
        self,
        settings: Settings,
        features: Sequence[Feature],
        start: datetime,
        end: datetime,
        faults: Faults,
        chance: random.Random,
        notes: Notes,
    ) -> None:
        self.settings = settings
        self.features = features
        self.clock = StoryClock(start, end)
        self.faults = faults
        self.notes = notes
        self.telegram = Telegram(self.clock, faults, self._hears)
        self.people: list[Person] = []
        self.rings: list[
            tuple[int, datetime]
        ] = []  # where somebody had not touched her phone, since the last evening
        self.counts: Counter[str] = Counter()
        self._chance = chance
        self._pictures = pictures.album(chance)
        self._today = 0
        self.app: machine.App
        self.web: WebTown

    async def found(self) -> None:
        self.app = await self._built()
        place, _ = await machine.ensure_place(self.app)
        self.web = WebTown(self.app, place, self.clock)
        self.web.sends_twice = self.faults.sends_twice
        await self._introduce()

    async def close(self) -> None:
        await self.app.close()

    # --- a day

    async def live(self, day: date, today: int, plans: Sequence[Plan]) -> None:
        """From midnight to midnight, from one due moment to the next."""
        self._today = today
        self.faults.at_rest = False
        self.faults.restart_today()
        down = self.faults.is_down_today()
        visits = self._visits(today)
        arrivals = [plan for plan in plans if plan.arrives == today]
        for slot in (*NIGHT, *SLOTS):
            if down and DOWN[0] <= slot < DOWN[1]:
                continue
            await self._walk_to(self._at(day, slot))
            await self._what_is_due()
            if slot in SLOTS:
                await self._arrive(arrivals[:BUSY_AT_ONCE])
                arrivals = arrivals[BUSY_AT_ONCE:]
                await self._act([self._session(person, slot, day) for person in visits.pop(slot, [])])
        self.faults.at_rest = True
        await self._walk_to(self._at(day + timedelta(days=1), time(0)) - timedelta(seconds=1))
        await self._what_is_due()

    async def keep_house(self) -> None:
        """What the machine forgets by itself, once a day."""
        await self.app.scheduler.keep_house()
        await self.app.gateway.prune()
        self.notes.forget_effects()

    def _visits(self, today: int) -> dict[time, list[Person]]:
        """Who opens the chat today, and when."""
        visits: dict[time, list[Person]] = {}
        for person in self.people:
            if person.away_until > today:
                continue
            if person.plan.role is not Role.RESIDENT:
                slots = SLOTS[5:9] if person.plan.role is Role.SHOPKEEPER else SLOTS[3:27]
                visits.setdefault(self._chance.choice(slots), []).append(person)
            elif self._chance.random() < person.plan.talk * self._lure(person, today):
                # At night only a few; they make the quiet hours worth keeping.
                slots = SLOTS[-3:] if self._chance.random() < 0.04 else SLOTS[3:-3]
                visits.setdefault(self._chance.choice(slots), []).append(person)
        return visits

    def _lure(self, person: Person, today: int) -> float:
        """What is new in the town brings people back for a while."""
        return 2.5 if today - person.plan.arrives < 2 or self.counts["news today"] else 1.0

    def _session(self, person: Person, slot: time, day: date) -> Session:
        if person.plan.role is Role.RESIDENT:
            return residents.open_the_chat(person, self._today)
        return team.spend_the_day(person, datetime.combine(day, slot), self._today)

    async def _arrive(self, plans: Sequence[Plan]) -> None:
        sessions = []
        for plan in plans:
            person = await self._person(plan)
            self.people.append(person)
            sessions.append(residents.arrive(person, await self._code(plan.role)))
        await self._act(sessions)

    async def _act(self, sessions: Sequence[Session]) -> None:
        """Everybody makes one gesture, then all hear their answers; until the last one has put her phone away."""
        waiting = list(sessions)
        while waiting:
            going_on = []
            for session in waiting:
                try:
                    await anext(session)
                except StopAsyncIteration:
                    continue
                going_on.append(session)
            waiting = going_on
            await self.settle()

    # --- time

    async def _walk_to(self, slot: datetime) -> None:
        """Stops wherever something is due to leave."""
        for _ in range(MOST_MOMENTS):
            async with self.app.database.read() as tx:
                due = await report_store.next_due(tx, milliseconds(self.clock.now()))
            if due is None or moment(due) >= slot:
                break
            self.clock.go_to(moment(due))
            await self.settle()
        else:
            self.counts["queues that never emptied"] += 1
        self.clock.go_to(slot)

    async def _what_is_due(self) -> None:
        await self.app.scheduler.tick()
        await self.settle()

    async def settle(self) -> None:
        """Until nobody has anything to say any more; a process that dies meanwhile starts again."""
        for _ in range(ROUNDS):
            try:
                moved = await self._round()
            except Killed:
                await self._restart()
                moved = 1
            if not moved:
                return
        self.counts["times the town did not become quiet"] += 1

    async def _round(self) -> int:
        moved = 0
        for polling in self.app.pollings.values():
            while received := await polling.poll(0):
                moved += received
        moved += await self.app.background.fetch_due()
        return moved + await self.app.outbox.send_due()

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.web.place.clocks.first_shown).astimezone(UTC)

    # --- the process

    async def _restart(self) -> None:
        """As after kill -9: what was on its way is found in the database, or nowhere."""
        self.counts["restarts"] += 1
        await self.app.close()
        self.app = self.web.app = await self._built()
        await self._introduce()
        await self.app.outbox.recover()

    async def _built(self) -> machine.App:
        return await machine.build(
            self.settings,
            self.clock,
            self.features,
            self._chance,
            InProcess(self.telegram.answer),
            {TELEGRAM: WalkingPace(self.clock), WEB: NoPace(self.clock)},
            connect,
        )

    async def _introduce(self) -> None:
        for name, door in self.app.doors.items():
            await machine.introduce(self.app, name, door)

    # --- people

    async def _person(self, plan: Plan) -> Person:
        chance = random.Random(self._chance.getrandbits(64))  # noqa: S311 the same people for the same seed
        if plan.door == TELEGRAM:
            chat = self.telegram.arrive(10_000 + plan.number, plan.name, plan.language)
            return Person(plan, OnTelegram(self.telegram, chat), chance, self._picture)
        return Person(plan, OnTheWeb(await self.web.phone(plan.name, plan.language)), chance, self._picture)

    def _picture(self) -> bytes:
        return self._chance.choice(self._pictures)

    async def _code(self, role: Role) -> str:
        """On the poster for everybody, in a one-time invite for the others."""
        if role is Role.RESIDENT:
            return place_code(self.web.place.code)
        async with self.app.database.write() as tx:
            return await make_invite(tx, self.web.place.id, role, None, self.clock.now())

    def _hears(self, chat: Chat, new: bool) -> None:
        """At Telegram a message rings; whether she is asleep at this hour is asked in the evening."""
        now = self.clock.now()
        asleep = now.timestamp() - chat.acted_at > (AWAKE + ANSWER_TIME).total_seconds()
        if new and asleep:
            self.rings.append((chat.id, now))
