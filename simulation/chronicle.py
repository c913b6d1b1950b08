"""What is written down while a town lives, because the machine forgets it after a week."""

import math
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.cli import invariants
from bot.cli.invariants import Finding
from bot.clock import milliseconds
from bot.database.db import Tx
from bot.doors.door import TELEGRAM
from bot.identity import places
from bot.identity.roles import Role
from bot.outbox import campaigns
from bot.outbox.campaigns import Report
from simulation import promise_store, report_store
from simulation.town import Town

KEPT = timedelta(days=6)  # the outbox forgets what it sent after seven
WEEK = 7


@dataclass
class Chronicle:
    findings: dict[str, int] = field(default_factory=dict)  # exceptions by invariant, the worst day of each
    broadcasts: dict[int, Report] = field(default_factory=dict)
    unasked: Counter[tuple[int, int]] = field(default_factory=Counter)  # by resident and week
    looked_at: int = 0  # until when everything is counted, ms
    sent: Counter[str] = field(default_factory=Counter)  # outbox rows by what became of them

    def note(self, findings: list[Finding]) -> None:
        for one in findings:
            self.findings[one.name] = max(self.findings.get(one.name, 0), one.broken)

    async def look_at_broadcasts(self, town: Town) -> None:
        """Before the outbox forgets whom it has reached; the sender's own report is written by then, too."""
        since = milliseconds(town.clock.now() - KEPT)
        wrong_sums = 0
        async with town.app.database.read() as tx:
            recent = await report_store.recent_broadcasts(tx, since)
            for campaign_id in recent + [one for one in self.waiting_for if one not in recent]:
                found = await campaigns.report(tx, campaign_id)
                before = self.broadcasts.get(campaign_id, found)
                wrong_sums += _lost_somebody(before, found) or not _adds_up(found)
                self.broadcasts[campaign_id] = found
        self.note([Finding("recipients of a broadcast add up, every day", wrong_sums)])

    async def end_of_day(self, town: Town, today: int) -> None:
        now = town.clock.now()
        since, self.looked_at = self.looked_at, milliseconds(now)
        async with town.app.database.read() as tx:
            for person_id, count in (await report_store.unasked_since(tx, since)).items():
                self.unasked[person_id, today // WEEK] += count
            self.sent.update(await report_store.sent_since(tx, since))
            rings = await _rings(town, tx)
            missing = await self._unstored(town, await report_store.receipts(tx, TELEGRAM))
        self.note(await invariants.examine(town.app.database, town.app.site.pictures, now, promise_store.TOWN))
        seen = town.telegram.counts
        self.note(
            [
                Finding("every update that was confirmed is stored", missing),
                Finding("one effect for each update", len(town.notes.twice)),
                Finding("nobody asleep hears a message ring", rings),
                Finding("whoever blocked us is called once at most", seen.to_blocked_again),
                Finding("no call to a chat that said wait", seen.inside_closed),
                Finding("no message or button is longer than Telegram takes", seen.too_long),
                Finding("no token and nothing people wrote in any log line", len(town.notes.leaks)),
                Finding("no error in the log", len(town.notes.errors)),
                Finding("the town becomes quiet", _unrest(town)),
            ]
        )

    @property
    def waiting_for(self) -> list[int]:
        """Messages to many that have not reached everybody yet: a full week of news can hold them for long."""
        return [campaign_id for campaign_id, one in self.broadcasts.items() if one.waiting]

    async def _unstored(self, town: Town, stored: set[int]) -> int:
        confirmed, town.telegram.confirmed = town.telegram.confirmed, []
        return sum(update_id not in stored for update_id in confirmed)

    def unasked_a_week(self, town: Town, days: int) -> tuple[int, int]:
        """The most, and what 95 of 100 resident-weeks stay within."""
        residents = sum(person.plan.role is Role.RESIDENT for person in town.people)
        weeks = max(1, math.ceil(days / WEEK))
        counts = sorted([*self.unasked.values(), *[0] * max(0, residents * weeks - len(self.unasked))])
        return (counts[-1], counts[math.ceil(len(counts) * 0.95) - 1]) if counts else (0, 0)

    def all_broadcasts(self) -> Report:
        whole = Report(0, 0, 0, 0, 0, 0)
        for one in self.broadcasts.values():
            whole = replace(
                whole,
                total=whole.total + one.total,
                reached=whole.reached + one.reached,
                blocked=whole.blocked + one.blocked,
                unsure=whole.unsure + one.unsure,
                waiting=whole.waiting + one.waiting,
                stopped=whole.stopped + one.stopped,
            )
        return whole


async def _rings(town: Town, tx: Tx) -> int:
    """As people at Telegram heard them."""
    hours = await report_store.quiet_hours(tx, TELEGRAM)
    place = await places.place(tx, town.web.place.id)
    heard, town.rings = town.rings, []
    return sum(
        invariants.in_quiet_hours(at, place.clocks, *hours.get(user_id, (None, None))) for user_id, at in heard
    )


def _lost_somebody(before: Report, found: Report) -> bool:
    """Whoever is forgotten leaves the sum and the part she was counted in; nobody else does, and nobody joins."""
    gone = before.total - found.total
    return gone < 0 or before.reached - found.reached > gone


def _adds_up(one: Report) -> bool:
    parts = (one.reached, one.blocked, one.unsure, one.waiting, one.stopped)
    return min(parts) >= 0 and sum(parts) == one.total


def _unrest(town: Town) -> int:
    return town.counts["times the town did not become quiet"] + town.counts["queues that never emptied"]
