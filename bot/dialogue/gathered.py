"""What did not fit into two messages a week: when there is room again it comes as one, "also this week"."""

import html
from collections import defaultdict
from dataclasses import dataclass, replace

from bot.clock import milliseconds
from bot.dialogue import mailing, preferences
from bot.dialogue.notices import Notices
from bot.dialogue.preferences import HowOften
from bot.i18n.texts import literal, plain, short
from bot.i18n.texts import machine as m
from bot.identity.people import Receiver
from bot.outbox import calls, frequency_cap
from bot.outbox.calls import Words
from bot.outbox.campaigns import CAMPAIGN, LATE, NOW, Campaign
from bot.outbox.message import Button, Lane, Message
from bot.outbox.queue import TEXT_LIMIT, queue, said, words

AT_ONCE = 100  # people in one transaction; the others follow half a minute later
LINES = 8
FIRST_WORDS = 100
ONE_A_ROW, MOST_BUTTONS = 3, 6
HELD = " FROM campaign_people c JOIN campaigns k ON k.id = c.campaign_id"
DUE = " WHERE k.place_id = ? AND k.paused_at IS NULL AND k.stopped_at IS NULL AND c.held_until <= ?"


@dataclass(frozen=True)
class Line:
    """One of the messages, as it is named among the others; `line` is HTML in the reader's language."""

    campaign_id: int
    line: str | None
    label: str | None
    address: str | None
    method: str
    params: str

    @property
    def told(self) -> str:
        """One from before messages had a line is named by its first words."""
        if self.line is not None:
            return self.line
        read = calls.load(self.method, self.params).words
        return html.escape(short(plain(read.text if read else "…"), FIRST_WORDS))


async def let_go(notices: Notices) -> None:
    """Those who were held, and for whom there is room again: what waited alone as it is, several things as one.

    What is over by now is dropped; whoever sleeps gets it when she wakes, as it is true then.
    """
    tx, place_id, now = notices.tx, notices.place.id, notices.now_ms
    due = await tx.all(int, f"SELECT DISTINCT k.id{HELD}{DUE} ORDER BY k.id", place_id, now)
    for campaign_id in due:
        await tx.lock(f"campaign {campaign_id}")
    await tx.run(
        "UPDATE campaign_people SET held_until = NULL, untold = ? WHERE held_until <= ? AND campaign_id IN"
        " (SELECT k.id FROM campaigns k WHERE k.place_id = ? AND k.useful_until <= ?)",
        LATE,
        now,
        place_id,
        now,
    )
    found = await tx.all(
        lambda person_id, first: (person_id, first),
        f"SELECT c.person_id, min(k.id){HELD}{DUE} GROUP BY c.person_id ORDER BY min(k.id), c.person_id LIMIT ?",
        place_id,
        now,
        AT_ONCE,
    )
    alone: dict[int, list[int]] = defaultdict(list)
    for person_id, _ in found:
        for line in await _let_go(notices, person_id):
            alone[line.campaign_id].append(person_id)
    for campaign_id, people in sorted(alone.items()):
        await _leave_as_it_is(notices, campaign_id, people)


async def _let_go(notices: Notices, person_id: int) -> list[Line]:
    """What is to leave as it is for her; several things have left together already."""
    receiver = await notices.find_receiver(person_id)
    if receiver is None or not _wants_news(receiver, notices):
        await _hold(notices, person_id, None)
        return []
    awake = milliseconds(preferences.awake_at(receiver, notices.now, notices.now, notices.place.clocks))
    later = await frequency_cap.full_until(notices.tx, person_id, notices.place.id, awake)
    if awake > notices.now_ms or later is not None:
        await _hold(notices, person_id, later or awake)
        return []
    lines = await _lines(notices, receiver)
    if len(lines) < 2:
        return lines
    await _tell_together(notices, receiver, lines)
    return []


async def _lines(notices: Notices, receiver: Receiver) -> list[Line]:
    """The oldest first; in another language where it was not written in hers."""
    return await notices.tx.all(
        Line,
        f"SELECT k.id, w.line, w.label, w.address, w.method, w.params{HELD}"  # noqa: S608 constants
        " JOIN campaign_words w ON w.campaign_id = k.id AND w.language = (SELECT v.language FROM campaign_words v"
        " WHERE v.campaign_id = k.id ORDER BY CASE v.language WHEN ? THEN 0 WHEN ? THEN 1 ELSE 2 END LIMIT 1)"
        f"{DUE} AND c.person_id = ? ORDER BY k.id",
        receiver.language,
        notices.place.languages[0],
        notices.place.id,
        notices.now_ms,
        receiver.person_id,
    )


async def _tell_together(notices: Notices, receiver: Receiver, lines: list[Line]) -> None:
    tx, place_id = notices.tx, notices.place.id
    head = m.also_this_week(place=notices.place.name)
    address = notices.address(receiver)
    call = said(Message(head, [*_rows(lines), notices.way_home()]), address)
    told = [words(head, receiver.language, TEXT_LIMIT).text, *(f"• {one.told}" for one in lines[:LINES])]
    if len(lines) > LINES:
        told.append(words(m.also_more(count=len(lines) - LINES), receiver.language, TEXT_LIMIT).text)
    call = replace(call, words=Words("\n".join(told)))
    row_id = await queue(tx, address, call, Lane.NOTICE, notices.now, unasked_in=place_id)
    await tx.many(
        "UPDATE campaign_people SET held_until = NULL, gathered_as = ? WHERE campaign_id = ? AND person_id = ?",
        [(row_id, one.campaign_id, receiver.person_id) for one in lines],
    )


def _rows(lines: list[Line]) -> list[list[Button]]:
    """The way to each thing, two beside one another when there are many."""
    buttons = [Button(literal(one.label), one.address) for one in lines if one.label and one.address][:MOST_BUTTONS]
    width = 1 if len(buttons) <= ONE_A_ROW else 2
    return [buttons[first : first + width] for first in range(0, len(buttons), width)]


async def _leave_as_it_is(notices: Notices, campaign_id: int, people: list[int]) -> None:
    await notices.tx.many(
        "UPDATE campaign_people SET held_until = ? WHERE campaign_id = ? AND person_id = ?",
        [(NOW, campaign_id, person_id) for person_id in people],
    )
    campaign = await notices.tx.one(Campaign, f"{CAMPAIGN} WHERE k.id = ?", campaign_id)
    if campaign is not None:
        await mailing.leave(notices, campaign)


async def _hold(notices: Notices, person_id: int, until: int | None) -> None:
    """`until` (ms), or None for somebody who does not want it any more."""
    await notices.tx.run(
        "UPDATE campaign_people SET held_until = CAST(? AS BIGINT) WHERE person_id = ? AND held_until <= ?"
        " AND campaign_id IN (SELECT k.id FROM campaigns k WHERE k.place_id = ? AND k.paused_at IS NULL)",
        until,
        person_id,
        notices.now_ms,
        notices.place.id,
    )


def _wants_news(receiver: Receiver, notices: Notices) -> bool:
    unpaused = preferences.unpaused_at(receiver, notices.now) <= notices.now
    return unpaused and receiver.how_often == HowOften.EVERYTHING
