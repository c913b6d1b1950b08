"""The settings at a glance, how often, the language, larger letters on the web page."""

from bot.dialogue import wishes
from bot.dialogue.actions import Button, action
from bot.dialogue.context import Context
from bot.dialogue.wishes import HowOften
from bot.doors.door import WEB
from bot.i18n.texts import LANGUAGES, Text, join, literal
from bot.i18n.texts import machine as m
from handlers.settings import pausing, quiet
from handlers.settings.rules import Hours
from handlers.settings.words import is_paused, pause_line, quiet_line, t

# Heard by the page itself (bot/gateway/page/main.js): the size stays on that phone.
SIZES = ("normal", "large", "largest")


@action(command="settings", aliases=("welcome.settings",))
async def settings(context: Context) -> None:
    mine = await wishes.wishes(context.tx, context.person.id)
    text = join(
        t.settings,
        t.you_are(name=context.signature),
        t[f"says-{mine.how_often.value}"],
        quiet_line(Hours(mine.quiet_from, mine.quiet_to), context.now, context.place),
        pause_line(mine, context.now, context.place),
    )
    pause = pausing.pause.button(t.pause)
    if is_paused(mine, context.now):
        pause = pausing.end_pause.button(t.end_pause)
    rows = [[messages.button(t.messages_button)], [pause], [_reading(context)]]
    await context.show(text, rows, back=context.go(m.back, "more"))


@action()
async def messages(context: Context) -> None:
    rows = [
        [how_often.button(t.how_often_button)],
        [quiet.quiet_hours.button(t.quiet_button)],
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
    now = (await wishes.wishes(context.tx, context.person.id)).how_often
    rows = [[choose_how_often.button(_chosen(t[f"often-{one.value}"], one is now), one)] for one in HowOften]
    await context.show(t.how_often, rows, back=messages.button(m.back))


@action()
async def choose_how_often(context: Context, how: HowOften) -> None:
    await wishes.choose_how_often(context.tx, context.person.id, how, context.now)
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
    choose = context.notices.town.actions["welcome.choose_language"]
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


def _reading(context: Context) -> Button:
    """Whoever cannot read this language shall not have to look for hers."""
    return more.button(t.more_button(names=_names(context)))


def _names(context: Context) -> str:
    return " · ".join(LANGUAGES[language] for language in context.place.languages)


def _chosen(label: Text, is_now: bool) -> Text:
    return t.chosen(label=label) if is_now else label
