"""What a lead sets: all of it at a glance, the name, and when ideas are looked at; and what changed last."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import LANGUAGES, Text, clean, fits, join
from bot.i18n.texts import machine as m
from bot.identity import places
from bot.identity.places import Moderation
from bot.identity.roles import LEADS
from bot.outbox.message import Button
from handlers.digests.rules import at_minute, quiet_shown, today
from handlers.places import clocks, languages, promises, rules, spots, store
from handlers.places.record import last_changed, note
from handlers.places.rules import Setting
from handlers.places.words import t

PAGES = 5


@action(LEADS, command="placesettings")
async def settings(context: Context) -> None:
    await show_settings(context, 0)


@action(LEADS)
async def more_settings(context: Context, number: int) -> None:
    await show_settings(context, min(max(number, 0), PAGES - 1))


@action(LEADS)
async def name(context: Context) -> None:
    text = join(t.ask_name(place=context.place.name), *await last_changed(context, Setting.NAME))
    await context.ask(text, hear_name, back=settings.button(t.back))


@action(LEADS)
async def hear_name(context: Context, words: str) -> None:
    new = " ".join(clean(words).split())
    if not new:
        raise Refusal(t.name_needed)
    if not fits(new, rules.MOST_NAME):
        raise Refusal(m.too_long(limit=rules.MOST_NAME))
    before = context.place.name
    await store.set_name(context.tx, context.place.id, new)
    await note(context, Setting.NAME, before, new)
    await context.say(t.name_changed(place=new), [[settings.button(t.settings_button)]])


@action(LEADS)
async def moderation(context: Context) -> None:
    now = Moderation(context.place.moderation)
    other = Moderation.AFTER if now is Moderation.BEFORE else Moderation.BEFORE
    text = join(t[f"moderation-{now.value}"], t.newcomers_wait, *await last_changed(context, Setting.MODERATION))
    rows = [[set_moderation.button(t[f"set-moderation-{other.value}"], other)]]
    await context.show(text, rows, back=more_settings.button(t.back, 1))


@action(LEADS)
async def set_moderation(context: Context, when: Moderation) -> None:
    before = context.place.moderation
    await store.set_moderation(context.tx, context.place.id, when)
    await note(context, Setting.MODERATION, before, when.value)
    context.toast(t.saved)
    await moderation(context)


@action(LEADS)
async def made_days(context: Context) -> None:
    text = join(t.made_days(days=context.place.made_days), *await last_changed(context, Setting.MADE_DAYS))
    rows = [[set_made_days.button(t.days(days=one), one)] for one in rules.MADE_DAYS]
    await context.show(text, rows, back=more_settings.button(t.back, PAGES - 1))


@action(LEADS)
async def set_made_days(context: Context, days: int) -> None:
    if days not in rules.MADE_DAYS:
        raise Refusal(t.made_days(days=context.place.made_days))
    before = context.place.made_days
    await store.set_made_days(context.tx, context.place.id, days)
    await note(context, Setting.MADE_DAYS, str(before), str(days))
    context.toast(t.saved)
    await made_days(context)


@action(LEADS)
async def money_limit(context: Context) -> None:
    text = join(
        t.money_limit(yuan=context.place.money_limit // 100), *await last_changed(context, Setting.MONEY_LIMIT)
    )
    rows = [[set_money_limit.button(t.yuan(yuan=one // 100), one)] for one in rules.MONEY_LIMITS]
    await context.show(text, rows, back=more_settings.button(t.back, PAGES - 1))


@action(LEADS)
async def set_money_limit(context: Context, limit: int) -> None:
    if limit not in rules.MONEY_LIMITS:
        raise Refusal(t.money_limit(yuan=context.place.money_limit // 100))
    before = context.place.money_limit
    await store.set_money_limit(context.tx, context.place.id, limit)
    await note(context, Setting.MONEY_LIMIT, str(before // 100), str(limit // 100))
    context.toast(t.saved)
    await context.refresh()
    await money_limit(context)


async def show_settings(context: Context, number: int) -> None:
    """Three choices at a time."""
    choices: list[Button] = [
        name.button(t.name_button),
        spots.spots.button(t.spots_button, 0),
        languages.languages.button(t.languages_button),
        clocks.clocks.button(t.clocks_button),
        moderation.button(t.moderation_button),
        clocks.quiet_hours.button(t.quiet_button),
        clocks.digest_times.button(t.digest_button),
        made_days.button(t.made_days_button),
        money_limit.button(t.money_limit_button),
        promises.promise.button(t.promise_button),
    ]
    shown = choices[number * 2 :][:2] if number < PAGES - 1 else choices[number * 2 :]
    rows = [[one] for one in shown]
    if number < PAGES - 1:
        rows.append([more_settings.button(t.more_settings, number + 1)])
    back = more_settings.button(t.back, number - 1) if number else None
    await context.show(await _summary(context), rows, back=back)


async def _summary(context: Context) -> Text:
    place, here = context.place, await places.spots(context.tx, context.place.id)
    hours = place.clocks
    day = today(context.now, hours)
    shop, team = (When(at_minute(day, one, hours), hours, "time") for one in (place.shop_minute, place.team_minute))
    start, end = quiet_shown(context.now, hours)
    return join(
        t.settings(place=place.name),
        t.line_spots(count=len(here), pictured=sum(one.media_id is not None for one in here)),
        t.line_languages(names=" · ".join(LANGUAGES[one] for one in place.languages)),
        t.line_clocks(now=When(context.now, hours, "time")),
        t[f"line-moderation-{place.moderation}"],
        t.line_quiet(hours=When(start.at, hours, "time", until=end.at)),
        t.line_digests(shop=shop, team=team),
        t.line_made_days(days=place.made_days),
        t.line_money_limit(yuan=place.money_limit // 100),
        promises.promise_line(place),
        *await last_changed(context, *Setting),
    )
