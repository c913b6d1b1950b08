"""When it is now, when it is quiet, and when digests come: every job of the place goes by it at once."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, literal
from bot.identity.places import SECOND_CLOCK
from bot.identity.roles import LEADS
from handlers.digests.rules import CHOICES, Kind, at_minute, is_quiet, quiet_shown, today
from handlers.digests.store import readers as digests
from handlers.events.store import events
from handlers.places import rules, store
from handlers.places.chat import back_to_settings
from handlers.places.record import last_changed, note
from handlers.places.rules import MINUTES_A_DAY, QUIETS, ZONES, Setting
from handlers.places.words import t

ZONES_OFFERED = 2  # beside the second clock
MOST_EVENTS = 200


@action(LEADS)
async def clocks(context: Context) -> None:
    place = context.place
    offered = [zone for zone in ZONES if zone != place.timezone][:ZONES_OFFERED]
    rows = [[set_zone.button(t.zone(zone=zone), zone)] for zone in offered]
    if place.timezone in SECOND_CLOCK:
        rows.append(
            [show_clocks.button(t.one_clock, 1) if place.second_timezone else show_clocks.button(t.two_clocks, 2)]
        )
    changed = await last_changed(context, Setting.TIMEZONE, Setting.SECOND_CLOCK)
    text = join(t.clocks(now=_time(context), zone=place.timezone), *changed)
    await context.ask(text, hear_zone, rows=rows, back=back_to_settings(1))


@action(LEADS)
async def set_zone(context: Context, zone: str) -> None:
    """What was announced keeps its moment; a digest that would be past by now is not made up for."""
    found = rules.find_zone(zone)
    if found is None:
        raise Refusal(t.no_such_zone)
    before = context.place.timezone
    await store.set_clocks(context.tx, context.place.id, found, SECOND_CLOCK.get(found))
    await digests.start_from(context.tx, context.place.id, context.now_ms)
    await note(context, Setting.TIMEZONE, before, found)
    await _tell_what_follows(context)


@action(LEADS)
async def hear_zone(context: Context, words: str) -> None:
    await set_zone(context, words)


@action(LEADS)
async def second_clock(context: Context) -> None:
    """From an old chat, without a wish: how it stands now, with buttons that have one."""
    await clocks(context)


@action(LEADS)
async def show_clocks(context: Context, wished: int) -> None:
    """One, or both where there are two."""
    place = context.place
    second = SECOND_CLOCK.get(place.timezone) if wished == 2 else None
    if wished == 2 and second is None:
        raise Refusal(t.no_second_clock)
    if second == place.second_timezone:
        await clocks(context)
        return
    await store.set_clocks(context.tx, place.id, place.timezone, second)
    await digests.start_from(context.tx, place.id, context.now_ms)
    await note(context, Setting.SECOND_CLOCK, place.second_timezone or "", second or "")
    await _tell_what_follows(context)


@action(LEADS)
async def quiet_hours(context: Context) -> None:
    place = context.place
    offered = [one for one in QUIETS if one != (place.quiet_from, place.quiet_to)][:3]
    rows = [[set_quiet.button(_quiet(context, *one), *one)] for one in offered]
    start, end = quiet_shown(context.now, place.clocks)
    text = join(t.quiet(start=start, end=end), *await last_changed(context, Setting.QUIET))
    await context.ask(text, hear_quiet, rows=rows, back=back_to_settings(2))


@action(LEADS)
async def set_quiet(context: Context, start: int, end: int) -> None:
    """Minutes in the clock of the place."""
    if not (0 <= start < MINUTES_A_DAY and 0 <= end < MINUTES_A_DAY and rules.is_sensible_quiet(start, end)):
        raise Refusal(t.quiet_length)
    place = context.place
    await store.set_quiet(context.tx, place.id, start, end)
    await note(context, Setting.QUIET, f"{place.quiet_from}-{place.quiet_to}", f"{start}-{end}")
    context.toast(t.saved)
    await quiet_hours(context)


@action(LEADS)
async def hear_quiet(context: Context, words: str) -> None:
    found = rules.read_quiet(words, context.now, context.place.clocks, context.language)
    if found is None:
        raise Refusal(t.not_quiet_hours)
    await set_quiet(context, *found)


@action(LEADS)
async def digest_times(context: Context) -> None:
    place = context.place
    shop, team = _at(context, place.shop_minute), _at(context, place.team_minute)
    rows = [
        [digest_time.button(t.shop_digest(when=shop), Kind.SHOP)],
        [digest_time.button(t.team_digest(when=team), Kind.TEAM)],
    ]
    text = join(t.digest_times, *await last_changed(context, *rules.DIGESTS))
    await context.show(text, rows, back=back_to_settings(2))


@action(LEADS)
async def digest_time(context: Context, kind: Kind) -> None:
    now = context.place.shop_minute if kind is Kind.SHOP else context.place.team_minute
    rows = [
        [set_digest.button(t.at(when=_at(context, one)), kind, one)]
        for one in (rhythm.minute for rhythm in CHOICES[kind])
    ]
    question = t[f"which-{kind.value}-digest"](when=_at(context, now))
    await context.ask(question, hear_digest, kind, rows=rows, back=digest_times.button(t.back))


@action(LEADS)
async def set_digest(context: Context, kind: Kind, minute: int) -> None:
    """For everybody who never chose a time of her own; one that is past by now comes tomorrow."""
    place = context.place
    if not 0 <= minute < MINUTES_A_DAY:
        raise Refusal(t.not_a_time)
    if is_quiet(minute, context.now, place.clocks):
        start, end = quiet_shown(context.now, place.clocks)
        raise Refusal(t.quiet_then(when=_at(context, minute), start=start, end=end))
    await digests.usual_from(context.tx, place.id, kind, context.now_ms)
    if kind is Kind.SHOP:
        await store.set_shop_minute(context.tx, place.id, minute)
        await note(context, Setting.SHOP_DIGEST, str(place.shop_minute), str(minute))
    else:
        await store.set_team_minute(context.tx, place.id, minute)
        await note(context, Setting.TEAM_DIGEST, str(place.team_minute), str(minute))
    context.toast(t.saved)
    await digest_times(context)


@action(LEADS)
async def hear_digest(context: Context, kind: Kind, words: str) -> None:
    minute = rules.read_minute(words, context.now, context.place.clocks, context.language)
    if minute is None:
        raise Refusal(t.not_a_time)
    await set_digest(context, kind, minute)


async def _tell_what_follows(context: Context) -> None:
    lines: list[Text] = [t.clocks_changed(now=_time(context))]
    coming = len(await events.upcoming(context.tx, context.place.id, context.now_ms, MOST_EVENTS))
    if coming:
        lines.append(t.events_keep(count=coming))
    lines.append(t.digests_follow)
    rows = [[context.go(t.see_events, "events")]] if coming else []
    await context.show(join(*lines), rows, back=clocks.button(t.back))


def _time(context: Context) -> When:
    return When(context.now, context.place.clocks, "time")


def _at(context: Context, minute: int) -> When:
    hours = context.place.clocks
    return When(at_minute(today(context.now, hours), minute, hours), hours, "time")


def _quiet(context: Context, start: int, end: int) -> Text:
    """On a button both clocks would not fit twice: the one that is shown first, as people type it."""
    ahead = -rules.in_local_clock(0, context.now, context.place.clocks)
    shown = ((one + ahead) % MINUTES_A_DAY for one in (start, end))
    return literal(rules.quiet_words(*shown))
