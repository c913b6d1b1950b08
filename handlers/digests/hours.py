"""When the digest comes: three times to choose from, or one that is typed."""

from datetime import datetime

from bot.actions import Rows, action
from bot.context import Context, Notices
from bot.errors import Refusal
from bot.people import SHOPKEEPERS, TEAM
from bot.texts import machine as m
from bot.times import Ambiguous, Understood, When, parse_clock_time, understand
from handlers.digests import rules, store
from handlers.digests.rules import Kind
from handlers.digests.writing import t

READERS = SHOPKEEPERS | TEAM
MINUTES_A_DAY = 24 * 60


@action(READERS, command="digesttime")
async def digest_time(context: Context) -> None:
    kind = Kind.SHOP if context.may(SHOPKEEPERS) else Kind.TEAM
    reader = await reader_of(context.notices, context.person.id, kind)
    question = t.which_time(now=_when(context, reader.minute))
    await context.ask(question, hear_time, kind, rows=_choices(context, kind, rules.CHOICES))


@action(READERS)
async def other_time(context: Context, digest_id: int) -> None:
    """From a digest, which stays."""
    digest = await store.find_digest(context.tx, context.place.id, context.person.id, digest_id)
    if digest is None:
        raise Refusal(m.old_button)
    await store.mark_read(context.tx, digest_id, context.now_ms)
    kind = Kind(digest.kind)
    reader = await reader_of(context.notices, context.person.id, kind)
    question = t.which_time(now=_when(context, reader.minute))
    await context.ask_below(question, hear_time, kind, rows=_choices(context, kind, rules.CHOICES))


@action(READERS)
async def choose_time(context: Context, kind: Kind, minute: int) -> None:
    if not 0 <= minute < MINUTES_A_DAY:
        raise Refusal(m.old_button)
    if rules.is_quiet(minute, context.now, context.place.clocks):
        start, end = rules.quiet_shown(context.now, context.place.clocks)
        raise Refusal(t.quiet_then(when=_when(context, minute), start=start, end=end))
    await reader_of(context.notices, context.person.id, kind)
    await store.choose_minute(context.tx, context.place.id, context.person.id, kind, minute, context.now_ms)
    await context.show(t.time_chosen(when=_when(context, minute)))


@action(READERS)
async def hear_time(context: Context, kind: Kind, words: str) -> None:
    minutes = _minutes(context, words)
    if not minutes:
        raise Refusal(t.not_a_time)
    if len(minutes) > 1:
        await context.ask(t.which_of_these, hear_time, kind, rows=_choices(context, kind, minutes))
        return
    await choose_time(context, kind, minutes[0])


async def reader_of(notices: Notices, person_id: int, kind: Kind) -> store.Reader:
    usual = notices.place.shop_minute if kind is Kind.SHOP else notices.place.team_minute
    return await store.reader(notices.tx, notices.place.id, person_id, kind, usual, notices.now_ms)


def _minutes(context: Context, words: str) -> tuple[int, ...]:
    """Minutes after midnight in the clock shown first; two when it must be asked back, none when it is no time."""
    understood = understand(words, context.now, context.place.clocks, context.language)
    match understood:
        case Understood(at):
            moments: tuple[datetime, ...] = (at,)
        case Ambiguous(candidates):
            moments = candidates
        case None:
            clock = parse_clock_time(words)
            return () if clock is None else (clock.hour * 60 + clock.minute,)
    local = [at.astimezone(context.place.clocks.first_shown) for at in moments]
    return tuple(at.hour * 60 + at.minute for at in local)


def _choices(context: Context, kind: Kind, minutes: tuple[int, ...]) -> Rows:
    return [[choose_time.button(t.at(when=_when(context, minute)), kind, minute)] for minute in minutes]


def _when(context: Context, minute: int) -> When:
    clocks = context.place.clocks
    return When(rules.at_minute(rules.today(context.now, clocks), minute, clocks), clocks, "time")
