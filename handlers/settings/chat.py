"""The settings at a glance: how often, quiet hours, a pause, the language, larger letters on the web page."""

from datetime import datetime, timedelta

from bot.dialogue import preferences
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.preferences import HowOften
from bot.doors.door import WEB
from bot.errors import Refusal
from bot.i18n.texts import LANGUAGES, Text, join, literal
from bot.i18n.texts import machine as m
from bot.outbox.message import Button
from handlers.settings import rules
from handlers.settings.rules import OFFERED, Hours, Quiet
from handlers.settings.words import is_paused, pause_line, quiet_line, t

# Heard by the page itself (bot/gateway/page/main.js): the size stays on that phone.
SIZES = ("normal", "large", "largest")


@action(command="settings", aliases=("welcome.settings",))
async def settings(context: Context) -> None:
    mine = await preferences.wishes(context.tx, context.person.id)
    text = join(
        t.settings,
        t.you_are(name=context.signature),
        t[f"says-{mine.how_often.value}"],
        quiet_line(Hours(mine.quiet_from, mine.quiet_to), context.now, context.place),
        pause_line(mine, context.now, context.place),
    )
    pausing = pause.button(t.pause)
    if is_paused(mine, context.now):
        pausing = end_pause.button(t.end_pause)
    rows = [[messages.button(t.messages_button)], [pausing], [_reading(context)]]
    await context.show(text, rows, back=context.go(m.back, "more"))


@action()
async def messages(context: Context) -> None:
    rows = [
        [how_often.button(t.how_often_button)],
        [quiet_hours.button(t.quiet_button)],
        [regular.button(t.regular_button)],
    ]
    await context.show(t.messages, rows, back=settings.button(m.back))


@action()
async def regular(context: Context) -> None:
    """What comes by itself, at a time of its own."""
    rows = [[context.go(t.comment_news_button, "commentnews")], [context.go(t.weekly_button, "weekly")]]
    await context.show(t.regular, rows, back=messages.button(m.back))


@action()
async def how_often(context: Context) -> None:
    now = (await preferences.wishes(context.tx, context.person.id)).how_often
    rows = [[choose_how_often.button(_chosen(t[f"often-{one.value}"], one is now), one)] for one in HowOften]
    await context.show(t.how_often, rows, back=messages.button(m.back))


@action()
async def choose_how_often(context: Context, how: HowOften) -> None:
    await preferences.choose_how_often(context.tx, context.person.id, how, context.now)
    context.toast(t.saved)
    await how_often(context)


@action()
async def more(context: Context) -> None:
    on_the_web = context.speaker.door == WEB
    rows = [
        [languages.button(t.language_button(names=_names(context)))],
        [context.go(t.name_button, "name")],
        [letters_and_data.button(t.letters_and_data) if on_the_web else context.go(t.privacy_button, "privacy")],
    ]
    await context.show(t.more, rows, back=settings.button(m.back))


@action()
async def letters_and_data(context: Context) -> None:
    rows = [[letters.button(t.letters_button)], [context.go(t.privacy_button, "privacy")]]
    await context.show(t.more, rows, back=more.button(m.back))


@action(aliases=("welcome.languages",))
async def languages(context: Context) -> None:
    # By its name: welcome asks newcomers for it, and its chat is not ours to import.
    choose = context.town.actions["welcome.choose_language"]
    rows = [
        [Button(literal(LANGUAGES[language]), choose.partial_address(language))]
        for language in context.place.languages
    ]
    await context.show(t.languages, rows, back=more.button(m.back))


@action()
async def letters(context: Context) -> None:
    """An old button of the web chat may be pressed by a forger at Telegram."""
    if context.speaker.door != WEB:
        await context.show(t.letters_elsewhere, back=settings.button(m.back))
        return
    rows = [[Button(t[f"letters-{size}"], url=f"{context.links.web}/#look-{size}")] for size in SIZES]
    await context.show(t.letters, rows, back=letters_and_data.button(m.back))


@action()
async def quiet_hours(context: Context) -> None:
    mine = await preferences.wishes(context.tx, context.person.id)
    now = quiet_line(Hours(mine.quiet_from, mine.quiet_to), context.now, context.place)
    rows = [
        [choose_quiet.button(quiet_line(hours, context.now, context.place), quiet)]
        for quiet, hours in OFFERED.items()
    ]
    await context.ask(join(now, t.quiet), hear_quiet, rows=rows, back=messages.button(m.back))


@action()
async def choose_quiet(context: Context, quiet: Quiet) -> None:
    await _keep_quiet(context, OFFERED[quiet])


@action()
async def hear_quiet(context: Context, heard: str) -> None:
    hours = rules.read_hours(heard, context.now, context.place.clocks)
    if hours is None:
        raise Refusal(t.quiet_unclear)
    await _keep_quiet(context, hours)


@action()
async def pause(context: Context) -> None:
    await _pause(context, preferences.UNTIL_SHE_SAYS_SO)


@action()
async def pause_for(context: Context, days: int) -> None:
    if days not in (rules.WEEK, rules.MONTH):
        raise Refusal(m.old_button)
    await _pause(context, context.now + timedelta(days=days))


@action()
async def hear_until(context: Context, heard: str) -> None:
    until = rules.read_day(heard, context.now, context.place.clocks, context.language)
    if until is None or not context.now < until < context.now + rules.LONGEST_PAUSE:
        raise Refusal(t.day_unclear)
    await _pause(context, until)


@action()
async def end_pause(context: Context) -> None:
    await preferences.end_pause(context.tx, context.person.id, context.now)
    context.toast(t.pause_over)
    await settings(context)


async def _keep_quiet(context: Context, hours: Hours) -> None:
    await preferences.choose_quiet(context.tx, context.person.id, hours.start, hours.end)
    context.toast(t.saved)
    await settings(context)


async def _pause(context: Context, until: datetime) -> None:
    await preferences.pause(context.tx, context.person.id, until, context.now)
    mine = await preferences.wishes(context.tx, context.person.id)
    rows = [
        [end_pause.button(t.end_pause)],
        [pause_for.button(t.pause_week, rules.WEEK), pause_for.button(t.pause_month, rules.MONTH)],
    ]
    text = join(pause_line(mine, context.now, context.place), t.paused)
    await context.ask(text, hear_until, rows=rows, back=settings.button(m.back))


def _reading(context: Context) -> Button:
    """Whoever cannot read this language shall not have to look for hers."""
    return more.button(t.more_button(names=_names(context)))


def _names(context: Context) -> str:
    return " · ".join(LANGUAGES[language] for language in context.place.languages)


def _chosen(label: Text, is_now: bool) -> Text:
    return t.chosen(label=label) if is_now else label
