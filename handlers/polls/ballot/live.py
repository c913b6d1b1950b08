"""Live counts: the messages that asked change in place, at most once a second, behind everything else that leaves."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB
from bot.outbox.message import Button, Lane, Message, Standing
from bot.outbox.queue import queue_rewordings
from handlers.polls import sheet, store
from handlers.polls.ballot import voting
from handlers.polls.rules import Apart
from handlers.polls.sheet import Own
from handlers.polls.store.live import Shown
from handlers.polls.store.polls import Option, Poll
from handlers.polls.store.votes import Later

# A second: Telegram takes 25 from us beside its answers, and a broadcast under way must not wait for counts.
MOST_AT = {TELEGRAM: 20, WEB: 200}
MOST_WORDINGS = 24  # different texts a second: writing one takes a millisecond or two, in which nobody is answered


@dataclass(frozen=True)
class Wording:
    """What makes two messages of one poll differ."""

    language: str
    pictured: int
    pressed: int
    apart: int
    given: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Counts:
    options: list[Option]
    voters: int
    later: Later


async def refresh(notices: Notices) -> None:
    """What does not fit into this second stays stale and comes with the next."""
    before = milliseconds(notices.now - voting.RESTS)
    for poll in await store.live.stale_polls(notices.tx, notices.place.id, before):
        await _refresh(notices, poll)


async def _refresh(notices: Notices, poll: Poll) -> None:
    tx, now = notices.tx, notices.now_ms
    await store.live.locate(tx, poll.id)
    stale: list[Shown] = []
    for door, most in MOST_AT.items():
        stale += await store.live.stale_messages(tx, poll.id, door, now, most)
    groups = await _grouped(notices, poll, stale)
    if groups:
        counts = Counts(
            await store.polls.options(tx, poll.id),
            await store.votes.count_voters(tx, poll.id),
            await store.votes.count_later(tx, poll.id),
        )
        for wording, shown in groups.items():
            message = _worded(notices, poll, counts, wording)
            standing = [
                Standing(one.door, one.chat_id, one.person_id, one.message_id, bool(one.pictured)) for one in shown
            ]
            await queue_rewordings(
                tx, message, standing, wording.language, notices.place.id, Lane.BROADCAST, notices.now
            )
    rests_until = milliseconds(notices.now + voting.RESTS)
    await store.live.note_refreshed(tx, poll, _together(groups.values()), now, rests_until)


async def _grouped(notices: Notices, poll: Poll, stale: list[Shown]) -> dict[Wording, list[Shown]]:
    if not stale:
        return {}
    given = await store.live.choices(notices.tx, poll.id, [one.person_id for one in stale])
    groups: dict[Wording, list[Shown]] = {}
    for one in stale:
        chosen = tuple(given[one.person_id].items())
        language = notices.place.language_for(one.language)
        wording = Wording(language, one.pictured, one.pressed, one.apart, chosen)
        if wording in groups or len(groups) < MOST_WORDINGS:
            groups.setdefault(wording, []).append(one)
    return groups


def _worded(notices: Notices, poll: Poll, counts: Counts, wording: Wording) -> Message:
    given = dict(wording.given)
    own = Own(given, None, Apart(wording.apart))
    text = sheet.own_sheet(notices.place, poll, counts.options, counts.voters, counts.later, own)
    rows: list[list[Button]] = []
    if poll.state == "open" and wording.pressed:
        rows = voting.option_rows(notices.place, poll, counts.options, given)
    elif poll.state == "open":
        rows = voting.ballot_rows(notices.place, poll, counts.options)
    return Message(text, [*rows, notices.way_home()])


def _together(groups: Iterable[list[Shown]]) -> list[Shown]:
    return [one for group in groups for one in group]
