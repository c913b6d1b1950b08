"""When a digest comes: three times to choose from, or one that is typed."""

from datetime import datetime, timedelta

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.dates import Ambiguous, Understood, parse_clock_time, understand
from bot.i18n.texts import Text
from bot.i18n.texts import machine as m
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM
from bot.outbox.message import Rows
from handlers.digests import rules, store
from handlers.digests.rules import Kind, Rhythm
from handlers.digests.store.digests import Digest
from handlers.digests.store.readers import Reader
from handlers.digests.words import t

READERS = SHOPKEEPERS | TEAM | LIAISONS | PROPERTY_MANAGERS
MINUTES_A_DAY = 24 * 60
DAYS_A_WEEK = 7


@action(READERS, command="digesttime")
async def digest_time(context: Context) -> None:
    kinds = rules.kinds_of(context.roles)
    if len(kinds) > 1:
        await context.show(t.which_digest, [[time_of.button(t[f"kind-{kind.value}"], kind)] for kind in kinds])
        return
    await time_of(context, kinds[0])


@action()
async def time_of(context: Context, kind: Kind) -> None:
    reader = await reader_of(context, kind)
    await context.ask(_question(context, reader), hear_time, kind, rows=_choices(context, kind, rules.CHOICES[kind]))


@action()
async def other_time(context: Context, digest_id: int) -> None:
    """From a digest, which stays."""
    kind = Kind((await digest(context, digest_id)).kind)
    reader = await reader_of(context, kind)
    await store.digests.mark_read(context.tx, digest_id, context.now_ms)
    rows = _choices(context, kind, rules.CHOICES[kind])
    await context.ask(_question(context, reader), hear_time, kind, rows=rows, where=Where.BELOW)


@action()
async def choose_time(context: Context, kind: Kind, minute: int) -> None:
    """Every day; of a weekly digest, on the day it comes on now."""
    reader = await reader_of(context, kind)
    await _choose(context, kind, Rhythm(minute, reader.rhythm.weekday))


@action()
async def choose_day(context: Context, kind: Kind, weekday: int, minute: int) -> None:
    if kind not in rules.WEEKLY or not 0 <= weekday < DAYS_A_WEEK:
        raise Refusal(m.old_button)
    await _choose(context, kind, Rhythm(minute, weekday))


@action()
async def hear_time(context: Context, kind: Kind, words: str) -> None:
    reader = await reader_of(context, kind)
    rhythms = _rhythms(context, reader, words)
    if not rhythms:
        raise Refusal(t.not_a_day_and_time if kind in rules.WEEKLY else t.not_a_time)
    if len(rhythms) > 1:
        await context.ask(t.which_of_these, hear_time, kind, rows=_choices(context, kind, rhythms))
        return
    await _choose(context, kind, rhythms[0])


async def reader_of(context: Context, kind: Kind) -> Reader:
    """Refuses a digest that comes with a role she does not hold."""
    if kind is not Kind.RESIDENTS and kind not in rules.kinds_of(context.roles):
        raise Refusal(m.not_allowed)
    return await store.readers.reader(
        context.tx, context.place.id, context.person.id, kind, rules.USUAL[kind], context.now_ms
    )


async def digest(context: Context, digest_id: int) -> Digest:
    """Her own one; refuses any other."""
    found = await store.digests.find_digest(context.tx, context.place.id, context.person.id, digest_id)
    if found is None:
        raise Refusal(m.old_button)
    return found


def when(context: Context, rhythm: Rhythm) -> When:
    """A weekly one shows its next day."""
    clocks = context.place.clocks
    return When(rules.next_time(rhythm, context.now, clocks), clocks, "time" if rhythm.weekday is None else "daytime")


async def _choose(context: Context, kind: Kind, rhythm: Rhythm) -> None:
    if not 0 <= rhythm.minute < MINUTES_A_DAY:
        raise Refusal(m.old_button)
    if rules.is_quiet(rhythm.minute, context.now, context.place.clocks):
        start, end = rules.quiet_shown(context.now, context.place.clocks)
        asked = When(when(context, rhythm).at, context.place.clocks, "time")
        raise Refusal(t.quiet_then(when=asked, start=start, end=end))
    await reader_of(context, kind)
    await store.readers.choose_rhythm(context.tx, context.place.id, context.person.id, kind, rhythm, context.now_ms)
    chosen = t.week_chosen if kind in rules.WEEKLY else t.time_chosen
    await context.show(chosen(when=when(context, rhythm)))


def _question(context: Context, reader: Reader) -> Text:
    question = t.which_day if reader.kind in rules.WEEKLY else t.which_time
    return question(now=when(context, reader.rhythm))


def _rhythms(context: Context, reader: Reader, words: str) -> tuple[Rhythm, ...]:
    """In the clock shown first; two when it must be asked back, none when it is no time.

    Of a weekly digest the day stays when none was named: read a day later, such words mean a day later.
    """
    moments = _moments(context, words, context.now)
    if not moments:
        clock = parse_clock_time(words)
        return () if clock is None else (Rhythm(clock.hour * 60 + clock.minute, reader.rhythm.weekday),)
    weekday = reader.rhythm.weekday
    if weekday is not None:
        tomorrow = _moments(context, words, context.now + timedelta(days=1))
        if tomorrow and tomorrow[0].weekday() == moments[0].weekday():
            weekday = moments[0].weekday()
    return tuple(Rhythm(at.hour * 60 + at.minute, weekday) for at in moments)


def _moments(context: Context, words: str, now: datetime) -> list[datetime]:
    understood = understand(words, now, context.place.clocks, context.language)
    match understood:
        case Understood(at):
            found: tuple[datetime, ...] = (at,)
        case Ambiguous(candidates):
            found = candidates
        case None:
            found = ()
    return [at.astimezone(context.place.clocks.first_shown) for at in found]


def _choices(context: Context, kind: Kind, rhythms: tuple[Rhythm, ...]) -> Rows:
    return [
        [
            choose_time.button(t.at(when=when(context, one)), kind, one.minute)
            if one.weekday is None
            else choose_day.button(t.at(when=when(context, one)), kind, one.weekday, one.minute)
        ]
        for one in rhythms
    ]
