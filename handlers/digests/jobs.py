"""The digests, by the clock."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import milliseconds, moment
from bot.dialogue import preferences
from bot.dialogue.measures import Measure
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from bot.identity import people, roles
from bot.identity.roles import Role
from handlers.digests import chat, kept, returning, rules, store, writing
from handlers.digests.gathering import Gathered, gather, questions
from handlers.digests.rules import Kind, Turn
from handlers.digests.source import DigestPart
from handlers.digests.store.readers import Reader

KEPT = timedelta(days=90)
AT_ONCE = 50  # digests in one transaction; the others follow half a minute later


class _AskAgain(Exception):
    """Nothing could be said since a feature broke: as if it had not been tried."""


async def send_due(notices: Notices) -> None:
    """Once a date or week and person, also after a restart or a clock that was set back."""
    await returning.hand_over(notices)
    due = []
    for reader in await _readers(notices, Kind):
        turn = rules.turn(reader.rhythm, notices.now, notices.place.clocks)
        if reader.done_for != turn.key and rules.is_due(turn, reader.from_at, notices.now, notices.place.clocks):
            due.append((reader, turn))
    for reader, turn in due[:AT_ONCE]:
        await _send(notices, reader, turn)


async def send_now(notices: Notices) -> Counter[Kind]:
    """Today's and this week's digests, whatever the hour, to everyone who has not had hers; how many of each kind
    are on their way."""
    sent: Counter[Kind] = Counter()
    for reader in await _readers(notices, Kind):
        turn = rules.turn(reader.rhythm, notices.now, notices.place.clocks)
        sent[reader.kind] += await _send(notices, reader, turn)
    return sent


async def preview(notices: Notices, kind: Kind) -> tuple[int, Text | None]:
    """How many people read this kind, and what the first of them would read now; nothing is sent or counted.

    A resident's is shown as to somebody who took no part.
    """
    readers = await _readers(notices, [kind])
    if not readers:
        return 0, None
    since = await writing.window(notices, readers[0])
    person_id = 0 if kind is Kind.RESIDENTS else readers[0].person_id
    gathered, waiting = await _what_to_say(notices, readers[0], since, person_id)
    language = notices.place.languages[0]
    asked = await questions(notices, kind, notices.now, readers[0].met_at)
    if not (asked or _has_anything(gathered.part)):
        return len(readers), None
    written = replace(writing.draft(notices, kind, gathered, since, language, waiting), questions=asked)
    return len(readers), written.text(notices, language)


async def forget_old(notices: Notices) -> None:
    await store.digests.prune(notices.tx, notices.place.id, milliseconds(notices.now - KEPT))


async def _readers(notices: Notices, kinds: Sequence[Kind] | type[Kind]) -> list[Reader]:
    """Whoever holds a role has its digest without asking; residents ask for theirs, and come last."""
    tx, place_id = notices.tx, notices.place.id
    holders = await _holders(notices)
    readers = [
        await store.readers.reader(tx, place_id, person_id, kind, rules.USUAL[kind], notices.now_ms)
        for kind in kinds
        for person_id in holders.get(kind, ())
    ]
    if Kind.RESIDENTS in kinds:
        readers += await store.readers.who_asked_for(tx, place_id, Kind.RESIDENTS)
    return [_rested(notices, reader) for reader in readers if reader.stopped_at is None]


async def _holders(notices: Notices) -> dict[Kind, list[int]]:
    """Whose digest comes with her role."""
    tx, place_id = notices.tx, notices.place.id
    return {
        Kind.SHOP: await people.members_with(tx, place_id, Role.SHOPKEEPER),
        Kind.TEAM: await roles.team(tx, place_id),
        Kind.LIAISON: await people.members_with(tx, place_id, Role.LIAISON),
        Kind.YARD: await people.members_with(tx, place_id, Role.PROPERTY_MANAGER),
    }


async def late_seconds(notices: Notices) -> float:
    """The longest that one of the team has waited. Of residents, who may be thousands, nobody is asked: theirs are
    sent by the same job, after these."""
    late = 0.0
    for kind, who in (await _holders(notices)).items():
        for reader in await store.readers.who_asked_for(notices.tx, notices.place.id, kind):
            if reader.person_id in who:
                late = max(late, await _late(notices, _rested(notices, reader)))
    return late


async def _late(notices: Notices, reader: Reader) -> float:
    turn = rules.turn(reader.rhythm, notices.now, notices.place.clocks)
    if reader.done_for == turn.key or not rules.is_due(turn, reader.from_at, notices.now, notices.place.clocks):
        return 0.0
    receiver = await notices.find_receiver(reader.person_id)
    if receiver is None or preferences.unpaused_at(receiver, notices.now) > notices.now:
        return 0.0  # she hears nothing for now, and that is how it should be
    return (notices.now - turn.tried_at).total_seconds()


def _rested(notices: Notices, reader: Reader) -> Reader:
    """A place that rests speaks once a week, whatever was chosen while it was awake."""
    if notices.place.rests_since is None or reader.rhythm.weekday is not None:
        return reader
    return replace(reader, rhythm=replace(reader.rhythm, weekday=rules.WHILE_RESTING))


async def _send(notices: Notices, reader: Reader, turn: Turn) -> int:
    """1 when a message is on its way, 0 when there is nothing to say or nobody to say it to."""
    try:
        async with notices.tx.savepoint():
            return await _send_once(notices, reader, turn)
    except _AskAgain:
        return 0


async def _send_once(notices: Notices, reader: Reader, turn: Turn) -> int:
    tx, place_id = notices.tx, notices.place.id
    receiver = await notices.find_receiver(reader.person_id)
    if receiver is None or preferences.unpaused_at(receiver, notices.now) > notices.now:
        return 0  # after a pause one digest covers it all
    if not await notices.first_time(f"digest {reader.kind}", f"{reader.person_id}:{turn.key}"):
        return 0
    await store.readers.note_done(tx, place_id, reader, turn.key)
    since = await writing.window(notices, reader)
    gathered, waiting = await _what_to_say(notices, reader, since, reader.person_id)
    if await _worth_sending(notices, reader, gathered.part):
        written = await writing.keep(notices, reader, gathered, since, receiver.language, turn, waiting)
    elif await _asks_anew(notices, reader):
        waiting = await _waiting_at_all(notices, reader, since) - len(gathered.part.decisions)
        written = await writing.keep(notices, reader, gathered, since, receiver.language, turn, waiting)
    elif gathered.speechless:
        raise _AskAgain
    elif reader.kind is Kind.SHOP and await _silent_for_a_week(notices, reader):
        waiting = await _waiting_at_all(notices, reader, since)
        written = await writing.keep(notices, reader, Gathered(DigestPart()), since, receiver.language, turn, waiting)
    else:
        return 0
    if reader.kind is Kind.LIAISON:
        await store.looks.note_look(tx, place_id, reader.person_id, "digest", notices.now_ms)
    await chat.send(notices, written, receiver.language)
    return 1


async def _waiting_at_all(notices: Notices, reader: Reader, since: datetime) -> int:
    """Also what came back already and went to a volunteer: it still waits, and saying so blames nobody."""
    return len((await gather(notices, reader.person_id, reader.kind, since)).part.decisions)


async def _what_to_say(notices: Notices, reader: Reader, since: datetime, person_id: int) -> tuple[Gathered, int]:
    gathered = await gather(notices, person_id, reader.kind, since)
    if reader.kind not in rules.DECIDES:
        return gathered, 0
    await returning.forget_answered(notices)
    return await returning.for_today(notices, reader, gathered)


def _has_anything(part: DigestPart) -> bool:
    return bool(part.new or part.decisions or part.lines)


async def _worth_sending(notices: Notices, reader: Reader, part: DigestPart) -> bool:
    """An unread digest is not sent again unless something came since."""
    if part.decisions and reader.kind in rules.DECIDES:
        return True
    last = await store.digests.last_made(notices.tx, notices.place.id, reader.person_id, reader.kind)
    if last is None or not _has_anything(part):
        return _has_anything(part) if reader.kind is Kind.TEAM else part.new > 0
    since = (await gather(notices, reader.person_id, reader.kind, moment(last))).part
    if since.new or any(one.asked_at > last for one in since.decisions):
        return True
    return reader.kind is Kind.TEAM and await _reads_otherwise(notices, reader, part, moment(last))


async def _asks_anew(notices: Notices, reader: Reader) -> bool:
    """A question that stands in none of her digests yet."""
    last = await store.digests.last_made(notices.tx, notices.place.id, reader.person_id, reader.kind)
    asked = await questions(notices, reader.kind, notices.now, reader.met_at)
    return any(one.choices and one.asked_at > (last or 0) for _, one in asked)


async def _reads_otherwise(notices: Notices, reader: Reader, part: DigestPart, last: datetime) -> bool:
    """What waits for the team has changed, or was not named for a week."""
    if notices.now - last >= rules.STILL_HERE:
        return bool(part.lines or part.decisions)
    language = notices.place.languages[0]
    told = set(await store.digests.last_lines(notices.tx, notices.place.id, reader.person_id, reader.kind))
    return bool({kept.written(line, language) for line in part.lines} - told)


async def _silent_for_a_week(notices: Notices, reader: Reader) -> bool:
    last = await store.digests.last_made(notices.tx, notices.place.id, reader.person_id, reader.kind)
    return notices.now - moment(last if last is not None else reader.met_at) >= rules.STILL_HERE


LATENESS = Measure(
    "digest_late_seconds", "How long somebody of the team has waited for a digest that is due", late_seconds
)
