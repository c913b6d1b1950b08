"""What people say and press when they arrive and find their way."""

from pathlib import Path

from bot import consents, menu, people, places
from bot.actions import Button, action
from bot.context import Context
from bot.errors import Refusal
from bot.invites import PLACE_PREFIX
from bot.people import LIAISONS, NEWCOMERS, SHOPKEEPERS, TEAM
from bot.texts import LANGUAGES, Texts, literal

NOTICE = 1  # counts up whenever the notice changes its meaning

t = Texts("welcome", Path(__file__).parent / "texts")


@action(NEWCOMERS, command="start")
async def start(context: Context, code: str) -> None:
    """The code of a QR code or link carries a place, an invite, or the thing to open."""
    if context.person.consented_at is None or context.person.language is None:
        await _keep_for_later(context, code)
        await greet(context)
        return
    if code:
        await _open(context, code)
        return
    await home(context)


async def _keep_for_later(context: Context, code: str) -> None:
    """A place is entered at once, since the greeting names it; everything else waits until she agreed."""
    prefix, _, rest = code.partition("-")
    place = await places.find_by_code(context.tx, rest) if prefix == PLACE_PREFIX else None
    if place is not None:
        await context.enter(place.id)
    elif code:
        await people.hold(context.tx, context.person.id, context.incoming.raw)


async def greet(context: Context) -> None:
    """The next step of somebody who has not agreed yet."""
    if context.person.language is None:
        rows = [
            [choose_language.button(literal(LANGUAGES[language]), language)] for language in context.place.languages
        ]
        await context.show_bare(t.which_language, rows)
        return
    await context.show_bare(t.notice(place=context.place.name), [[agree.button(t.agree)]])


@action(NEWCOMERS)
async def choose_language(context: Context, language: str) -> None:
    if language not in LANGUAGES:
        raise Refusal(t.which_language)
    await people.choose_language(context.tx, context.person.id, language)
    await context.refresh()
    if context.person.consented_at is None:
        await greet(context)
        return
    await menu.hang_out(context.notices, context.person.id)
    context.toast(t.language_chosen)
    await home(context)


@action(NEWCOMERS)
async def agree(context: Context) -> None:
    if context.person.consented_at is None:
        await people.agree(context.tx, context.person.id, context.now_ms)
        for purpose in consents.IN_NOTICE:
            await consents.say(context.tx, context.person.id, purpose, 1, NOTICE, context.language, context.now_ms)
        await context.refresh()
        await menu.hang_out(context.notices, context.person.id)
    await home(context)
    await context.take_up_held()


@action(command="home")
async def home(context: Context) -> None:
    await context.show_bare(t.home(place=context.place.name), _home_rows(context))


@action()
async def home_below(context: Context) -> None:
    """From a message that should stay: Home stands beneath it."""
    await context.say_bare(t.home(place=context.place.name), _home_rows(context))


@action(command="more")
async def more(context: Context) -> None:
    await context.show(t.more, _more_rows(context), back=home.button(t.back))


@action(TEAM)
async def make_new(context: Context) -> None:
    rows = [
        [context.go(t.new_poll, "newpoll")],
        [context.go(t.new_event, "newevent")],
        [context.go(t.invite, "invite")],
    ]
    await context.show(t.what_new, rows, back=more.button(t.back))


@action(command="help")
async def help_(context: Context) -> None:
    await context.show(t.help(place=context.place.name), _help_rows(context))


@action()
async def help_below(context: Context) -> None:
    """From a message that should stay: Help stands beneath it."""
    await context.say_screen(t.help(place=context.place.name), _help_rows(context))


@action(command="cancel")
async def cancel(context: Context) -> None:
    had_question = context.speaker.question is not None
    await context.show_bare(t.cancelled if had_question else t.nothing_to_cancel, _home_rows(context))


@action(command="settings")
async def settings(context: Context) -> None:
    names = " · ".join(LANGUAGES[language] for language in context.place.languages)
    rows = [
        [languages.button(t.language_button(names=names))],
        [context.go(t.comment_news_button, "commentnews")],
        [context.go(t.weekly_button, "weekly")],
    ]
    await context.show(t.settings, rows, back=more.button(t.back))


@action()
async def languages(context: Context) -> None:
    rows = [[choose_language.button(literal(LANGUAGES[language]), language)] for language in context.place.languages]
    await context.show(t.languages, rows, back=settings.button(t.back))


async def open_place(context: Context, code: str) -> None:
    """A resident's link or the QR code on the shop door."""
    place = await places.find_by_code(context.tx, code)
    if place is None:
        raise Refusal(t.unknown_link)
    await context.enter(place.id)
    await home(context)


async def _open(context: Context, code: str) -> None:
    prefix, _, rest = code.partition("-")
    opener = context.notices.town.links.get(prefix)
    if opener is None:
        raise Refusal(t.unknown_link)
    await opener(context, rest)


def _home_rows(context: Context) -> list[list[Button]]:
    return [
        [context.go(t.suggest, "suggest"), context.go(t.ideas, "ideas"), context.go(t.events, "events")],
        [context.go(t.polls, "polls"), more.button(t.more_button), help_.button(t.help_button)],
    ]


def _help_rows(context: Context) -> list[list[Button]]:
    return [
        [context.go(t.a_human, "human")],
        [context.go(t.settings_button, "settings")],
        [context.go(t.privacy_button, "privacy")],
    ]


def _more_rows(context: Context) -> list[list[Button]]:
    """At most three, the most needed one of each role."""
    if context.may(TEAM):
        return [[context.go(t.desk, "desk")], [make_new.button(t.make_new)], [context.go(t.broadcast, "broadcast")]]
    if context.may(SHOPKEEPERS):
        return [
            [context.go(t.digest, "digest")],
            [context.go(t.digest_time, "digesttime")],
            [context.go(t.settings_button, "settings")],
        ]
    if context.may(LIAISONS):
        return [[context.go(t.digest, "digest")], [context.go(t.settings_button, "settings")]]
    return [[context.go(t.settings_button, "settings")], [context.go(t.a_human, "human")]]
