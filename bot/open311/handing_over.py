"""Reports on their way to the city: claimed, sent, settled; then looked after until they are closed there.

GeoReport v2 knows no word by which a server would recognise a report that is sent twice. So what may have arrived is
`uncertain` and never sent again by itself: it is looked for there by the mark in its words, and a person decides.
"""

import asyncio
import logging
import random
from datetime import datetime, timedelta

from bot.clock import Clock, milliseconds, moment, to_its_end, woken
from bot.database.claims import UNNUMBERED, claimers
from bot.database.db import Database, NotSaved
from bot.database.presence import Presence
from bot.open311 import store
from bot.open311.client import Client, Content, Endpoint, NoAnswer, Outcome, Verdict
from bot.open311.reading import Report
from bot.open311.store import Claimed, Looked
from bot.relay.public_http import Reach

log = logging.getLogger(__name__)

LAST_CALLS = 5.0  # seconds for a call under way when the program ends
LOOK_AGAIN = 2.0  # seconds
RECOVER = timedelta(minutes=5)  # between two looks for claims that were not settled
FIRST_RETRY, LONGEST_RETRY = timedelta(seconds=30), timedelta(hours=1)
GIVE_UP = timedelta(days=3)
# After sending, until a number or a mark is found; then in the rhythm of a day.
LOOKS = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(hours=24))
REGULARLY = timedelta(hours=6)
UPDATES_AGAIN = timedelta(days=1)  # so much of what was asked for is asked for again: a look may have failed
BACK = timedelta(hours=1)  # clocks differ: so much earlier it is looked for
SERVICES_AGAIN, SERVICES_RETRY = timedelta(hours=24), timedelta(minutes=5)
AT_ONCE = 20  # looked after in one round; the specification lets one ask for several
LARGEST_WISH = 86_400.0  # seconds


class HandingOver:
    """`run` works for ever; `work_due` does what is due now and returns how much that was."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        clock: Clock,
        endpoint: Endpoint | None,
        reach: Reach,
        chance: random.Random,
    ) -> None:
        self._database = database
        self._presence = presence
        self._clock = clock
        self._client = Client(endpoint, reach) if endpoint else None
        self._chance = chance
        self._woken = asyncio.Event()
        self._services_at = clock.now()
        self._recovered_at = clock.now()
        self._unsettled = False

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        await self.recover()
        while True:
            self._woken.clear()
            try:
                busy = await to_its_end(self.work_due(), LAST_CALLS)
            except NotSaved:
                log.warning("what goes to the city waits: the database does not save")
                busy = 0
            except Exception:
                log.exception("handing over to the city stumbled")
                busy = 0
            if not busy:
                await woken(self._woken, LOOK_AGAIN if self._client else None)

    async def recover(self) -> None:
        """Reports that were on their way when a process died. Expects that none is on its way here."""
        now = self._clock.now()
        self._recovered_at = now
        async with self._database.read() as tx:
            claimed_by = await claimers(tx, "city_requests", "sending")
        gone = await self._presence.dead_or_ours(claimed_by)
        unnumbered = milliseconds(now) - UNNUMBERED[self._database.dialect]
        async with self._database.write() as tx:
            await store.abandoned(tx, gone, unnumbered, milliseconds(now + LOOKS[0]))
            if self._client is None:
                await store.no_endpoint(tx)
        self._unsettled = False

    async def work_due(self) -> int:
        if self._client is None:
            return 0
        now = self._clock.now()
        if self._unsettled or now - self._recovered_at > RECOVER:
            await self.recover()
        done = await self._learn_services(self._client) if now >= self._services_at else 0
        async with self._database.glance() as tx:
            due = await store.anything_due(tx, self._client.endpoint.url, milliseconds(now))
        return done + (await self._send_one(self._client) + await self._look(self._client) if due else 0)

    # --- what they take in

    async def _learn_services(self, client: Client) -> int:
        try:
            found = await client.services()
        except NoAnswer as error:
            log.warning("the city's list of services is not to be had: %s", error)
            self._services_at = self._clock.now() + SERVICES_RETRY
            return 0
        async with self._database.write() as tx:
            await store.keep_services(tx, found)
        self._services_at = self._clock.now() + SERVICES_AGAIN
        return 1

    # --- handing over

    async def _send_one(self, client: Client) -> int:
        """The claim is on disk before the first byte leaves; what could not be settled is recovered next time."""
        async with self._database.write() as tx:
            now = milliseconds(self._clock.now())
            one = await store.claim(tx, self._presence.identity, client.endpoint.url, now, self._database.dialect)
        if one is None:
            return 0
        content = Content(one.service, one.words, one.address, one.latitude, one.longitude, one.photo_url)
        try:
            verdict = await client.hand_over(content)
            if verdict.outcome is not Outcome.TAKEN:
                log.warning("report %s to the city: %s %s", one.id, verdict.outcome.value, verdict.reason)
            await self._settle(one, verdict)
        except Exception:
            self._unsettled = True
            raise
        return 1

    async def _settle(self, one: Claimed, verdict: Verdict) -> None:
        now = self._clock.now()
        look_at = milliseconds(now + LOOKS[0])
        async with self._database.write() as tx:
            match verdict.outcome:
                case Outcome.TAKEN:
                    receipt = verdict.receipt
                    await store.taken(tx, one.id, receipt.number, receipt.token, look_at, milliseconds(now))
                case Outcome.UNCERTAIN:
                    await store.uncertain(tx, one, verdict.reason, verdict.said, look_at)
                case Outcome.LATER if now - moment(one.made_at) <= GIVE_UP:
                    pause = max(self._pause(one.attempts), timedelta(seconds=min(verdict.seconds, LARGEST_WISH)))
                    await store.later(tx, one, verdict.reason, verdict.said, milliseconds(now + pause))
                case _:
                    await store.refused(tx, one, verdict.reason, verdict.said)

    def _pause(self, attempts: int) -> timedelta:
        doubled = FIRST_RETRY.total_seconds() * 2.0 ** min(attempts - 1, 12)
        return timedelta(seconds=min(doubled, LONGEST_RETRY.total_seconds()) * self._chance.uniform(0.8, 1.2))

    # --- what became of it

    async def _look(self, client: Client) -> int:
        async with self._database.read() as tx:
            now = milliseconds(self._clock.now())
            found = await store.due_to_look(tx, client.endpoint.url, now, AT_ONCE)
        for one in found:
            if one.state == "uncertain":
                await self._look_for(client, one)
            elif not one.number:
                await self._ask_number(client, one)
        numbered = [one for one in found if one.state == "taken" and one.number]
        if numbered:
            await self._ask_status(client, numbered)
        return len(found)

    async def _look_for(self, client: Client, one: Looked) -> None:
        """By the mark in its words, among what came in around then."""
        since = moment(one.claimed_at) - BACK
        try:
            reports = await client.reported_between(one.service, since, self._clock.now() + BACK)
        except NoAnswer as error:
            log.warning("report %s is not found at the city: %s", one.id, error)
            reports = ()
        number = next((each.number for each in reports if one.mark in each.description), "")
        async with self._database.write() as tx:
            now = self._clock.now()
            if number:
                await store.taken(tx, one.id, number, "", milliseconds(now + REGULARLY), milliseconds(now))
            else:
                await store.looked(tx, one.id, self._next_look(one))

    async def _ask_number(self, client: Client, one: Looked) -> None:
        number = ""
        try:
            number = await client.number_for(one.token)
        except NoAnswer as error:
            log.info("report %s has no number yet: %s", one.id, error)
        async with self._database.write() as tx:
            if number:
                await store.numbered(tx, one.id, number, milliseconds(self._clock.now() + LOOKS[0]))
            else:
                look_at = self._next_look(one) or milliseconds(self._clock.now() + REGULARLY)
                await store.looked(tx, one.id, look_at)

    def _next_look(self, one: Looked) -> int | None:
        if one.looks + 1 >= len(LOOKS):
            return None
        return milliseconds(self._clock.now() + LOOKS[one.looks + 1])

    async def _ask_status(self, client: Client, found: list[Looked]) -> None:
        now = self._clock.now()
        by_number = {one.number: one for one in found}
        reports = await self._reports(client, list(by_number))
        try:
            updates = await client.updates(_updates_since(found), now + BACK)
        except NoAnswer:
            updates = ()  # an extension, which most cities do not have
        async with self._database.write() as tx:
            for one in found:
                await store.looked(tx, one.id, milliseconds(now + REGULARLY))
            told = set()
            for update in sorted(updates, key=lambda one: one.at):
                known = by_number.get(update.number)
                if known is not None and await store.note_update(tx, known.id, update, milliseconds(now)):
                    told.add(known.id)
            for request_id in sorted(told):
                await store.close_by_last(tx, request_id, milliseconds(now))
            for report in reports:
                if (known := by_number.get(report.number)) is not None:
                    await store.note_report(tx, known.id, report, milliseconds(now))

    async def _reports(self, client: Client, numbers: list[str]) -> tuple[Report, ...]:
        try:
            return await client.reports(numbers)
        except NoAnswer as error:
            log.warning("the city does not say how its reports stand: %s", error)
            return ()


def _updates_since(found: list[Looked]) -> datetime:
    """Since their last look, or since they left: all updates of a whole city in a year would be too long to read."""
    left = min(moment(one.claimed_at) for one in found)
    looked = min(moment(one.look_at) for one in found) - REGULARLY - UPDATES_AGAIN
    return max(left, looked) - BACK
