"""The daily digests, by the clock."""

from datetime import timedelta

from bot import people
from bot.clock import milliseconds, moment
from bot.context import Notices
from bot.feature import DigestPart
from bot.people import Role
from handlers.digests import chat, hours, rules, store, writing
from handlers.digests.rules import Kind

KEPT = timedelta(days=90)


async def send_due(notices: Notices) -> None:
    """Once a local date and person, also after a restart or a clock that was set back."""
    day = rules.today(notices.now, notices.place.clocks)
    for reader in await _readers(notices):
        planned = rules.at_minute(day, reader.minute, notices.place.clocks)
        if rules.is_due(planned, reader.from_at, notices.now, notices.place.clocks):
            await _send(notices, reader)


async def send_now(notices: Notices) -> int:
    """Today's digests, whatever the hour, to everyone who has not had hers; how many are on their way."""
    return sum([await _send(notices, reader) for reader in await _readers(notices)])


async def forget_old(notices: Notices) -> None:
    await store.prune(notices.tx, notices.place.id, milliseconds(notices.now - KEPT))


async def _readers(notices: Notices) -> list[store.Reader]:
    shopkeepers = await people.members_with(notices.tx, notices.place.id, Role.SHOPKEEPER)
    team = await people.team(notices.tx, notices.place.id)
    wanted = [(one, Kind.SHOP) for one in shopkeepers] + [(one, Kind.TEAM) for one in team]
    readers = [await hours.reader_of(notices, person_id, kind) for person_id, kind in wanted]
    return [reader for reader in readers if reader.stopped_at is None]


async def _send(notices: Notices, reader: store.Reader) -> int:
    """1 when a message is on its way, 0 when there is nothing to say or nobody to say it to."""
    receiver = await notices.find_receiver(reader.person_id)
    day = rules.today(notices.now, notices.place.clocks)
    if receiver is None or not await notices.first_time(f"digest {reader.kind}", f"{reader.person_id}:{day}"):
        return 0
    since = await writing.window(notices, reader)
    part = await writing.gather(notices, reader.kind, since)
    planned = rules.at_minute(day, reader.minute, notices.place.clocks)
    late_for = planned if notices.now - planned > rules.LATE else None
    if await _worth_sending(notices, reader, part):
        written = await writing.keep(notices, reader, part, since, receiver.language, day, late_for)
        await chat.send(notices, written, receiver.language)
        return 1
    if reader.kind == Kind.SHOP and await _silent_for_a_week(notices, reader):
        written = await writing.keep(notices, reader, DigestPart(), since, receiver.language, day, None)
        await chat.send(notices, written, receiver.language)
        return 1
    return 0


async def _worth_sending(notices: Notices, reader: store.Reader, part: DigestPart) -> bool:
    """An unread digest is not sent again unless something came since."""
    if part.decisions or reader.kind == Kind.TEAM:
        return bool(part.decisions or part.lines or part.new)
    last = await store.last_made(notices.tx, notices.place.id, reader.person_id, reader.kind)
    if last is None or not part.new:
        return part.new > 0
    return (await writing.gather(notices, reader.kind, moment(last))).new > 0


async def _silent_for_a_week(notices: Notices, reader: store.Reader) -> bool:
    last = await store.last_made(notices.tx, notices.place.id, reader.person_id, reader.kind)
    return notices.now - moment(last if last is not None else reader.met_at) >= rules.STILL_HERE
