"""What people say and press when they arrive and find their way."""

from bot.dialogue import menu
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Footer, Where
from bot.dialogue.feature import town_of
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import LANGUAGES, literal
from bot.identity import consents, invites, people, places
from bot.identity.invites import PLACE_PREFIX
from bot.identity.invites import PREFIX as INVITE_PREFIX
from bot.identity.roles import LIAISONS, NEWCOMERS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM
from bot.outbox.message import Button
from bot.updates import newcomers
from handlers.welcome import going_on
from handlers.welcome.words import t

NOTICE = 2  # counts up whenever the notice changes its meaning


@action(NEWCOMERS, command="start", anywhere=True)
async def start(context: Context, code: str) -> None:
    """The code of a QR code or link carries a place, an invite, or the thing to open."""
    if context.person.consented_at is None or context.person.language is None:
        prefix, _, rest = code.partition("-")
        if (link := town_of(context.notices).links.get(prefix)) is not None and link.for_newcomers:
            await link.open(context, rest)
            return
        await _keep_for_later(context, code)
        await greet(context)
        return
    if code:
        await _open(context, code)
        return
    await home(context)


async def _keep_for_later(context: Context, code: str) -> None:
    """The place is entered at once, since the greeting names it; everything else waits until she agreed."""
    place_id = await _leads_to(context, code)
    if place_id is not None:
        await context.enter(place_id)
    if code and not code.startswith(f"{PLACE_PREFIX}-"):
        await newcomers.hold(context.tx, context.person.id, context.incoming.raw, context.now_ms)


async def _leads_to(context: Context, code: str) -> int | None:
    """The place that a link is about: its own link, an invite to it, or one of its things."""
    prefix, _, rest = code.partition("-")
    if prefix == INVITE_PREFIX:
        return await invites.place_of(context.tx, rest)
    place = await places.find_by_code(context.tx, rest.partition("-")[0])
    return place.id if place else None


async def greet(context: Context) -> None:
    """The next step of somebody who has not agreed yet."""
    if context.person.language is None:
        rows = [
            [choose_language.button(literal(LANGUAGES[language]), language)] for language in context.place.languages
        ]
        await context.show(t.which_language, rows, footer=Footer.NONE)
        return
    await context.show(t.notice(place=context.place.name), [[agree.button(t.agree)]], footer=Footer.NONE)


@action(NEWCOMERS, anywhere=True)
async def choose_language(context: Context, language: str) -> None:
    if language not in context.place.languages:
        raise Refusal(t.which_language)
    await people.choose_language(context.tx, context.person.id, language)
    await context.refresh()
    if context.person.consented_at is None:
        await menu.speak_to_newcomer(context)
        await greet(context)
        return
    await menu.hang_out(context.notices, context.person.id)
    context.toast(t.language_chosen)
    await home(context)


@action(NEWCOMERS, anywhere=True)
async def agree(context: Context) -> None:
    if context.person.consented_at is None:
        await people.agree(context.tx, context.person.id, context.now_ms)
        for purpose in consents.IN_NOTICE:
            await consents.say(context.tx, context.person.id, purpose, 1, NOTICE, context.language, context.now_ms)
        await context.refresh()
        await menu.hang_out(context.notices, context.person.id)
    await home(context)
    await context.take_up_held()


@action(command="home", anywhere=True)
async def home(context: Context) -> None:
    await context.show(t.home(place=context.place.name), _home_rows(context), footer=Footer.NONE)


@action(anywhere=True)
async def home_below(context: Context) -> None:
    """From a message that should stay: Home stands beneath it."""
    await context.show(t.home(place=context.place.name), _home_rows(context), footer=Footer.NONE, where=Where.BELOW)


@action(command="more")
async def more(context: Context) -> None:
    await further(context, 0)


@action()
async def further(context: Context, page: int) -> None:
    rows = paged(_choices(context), page, further.button(t.more_button, max(page, 0) + 1))
    await context.show(t.more, rows, back=home.button(t.back))


@action(TEAM)
async def make_new(context: Context) -> None:
    """A task is made where tasks stand, and from the card of what it is for."""
    rows = [
        [context.go(t.new_poll, "newpoll")],
        [context.go(t.new_event, "newevent")],
        [context.go(t.broadcast, "broadcast")],
    ]
    await context.show(t.what_new, rows, back=more.button(t.back))


@action(command="help", anywhere=True)
async def help_(context: Context) -> None:
    await context.show(t.help(place=context.place.name), _help_rows(context), footer=Footer.HOME)


@action(anywhere=True)
async def help_below(context: Context) -> None:
    """From a message that should stay: Help stands beneath it."""
    await context.show(t.help(place=context.place.name), _help_rows(context), footer=Footer.HOME, where=Where.BELOW)


@action(command="cancel", anywhere=True)
async def cancel(context: Context) -> None:
    had_question = context.speaker.question is not None
    await context.show(t.cancelled if had_question else t.nothing_to_cancel, _home_rows(context), footer=Footer.NONE)


async def open_place(context: Context, code: str) -> None:
    """A resident's link or the QR code on the shop door."""
    place = await places.find_by_code(context.tx, code)
    if place is None:
        raise Refusal(t.unknown_link)
    await context.enter(place.id)
    await home(context)


async def _open(context: Context, code: str) -> None:
    prefix, _, rest = code.partition("-")
    link = town_of(context.notices).links.get(prefix)
    if link is None:
        raise Refusal(t.unknown_link)
    await link.open(context, rest)


def _home_rows(context: Context) -> list[list[Button]]:
    """The team's tools have a row of their own; whoever has none does not see it."""
    tools = [[context.go(t.tools_button, "tools")]] if context.may(TEAM) else []
    return [
        [context.go(t.suggest, "suggest"), context.go(t.ideas, "ideas"), context.go(t.events, "events")],
        [context.go(t.polls, "polls"), more.button(t.more_button), help_.button(t.help_button)],
        *tools,
    ]


def _help_rows(context: Context) -> list[list[Button]]:
    return [
        [context.go(t.a_human, "human")],
        [context.go(t.settings_button, "settings")],
        [context.go(t.elsewhere_button, "elsewhere")],
    ]


def _choices(context: Context) -> list[Button]:
    """What each role needs most comes first."""
    wakes = [context.go(t.wake, "wake")] if context.place.rests_since is not None else []
    if context.may(TEAM):
        return [*wakes, context.go(t.today, "today"), make_new.button(t.make_new), going_on.after.button(t.after)]
    goes_on = going_on.after.button(t.after)
    if context.may(SHOPKEEPERS):
        return [
            *wakes,
            context.go(t.digest, "digest"),
            goes_on,
            context.go(t.instalments, "instalments"),
            context.go(t.digest_time, "digesttime"),
            context.go(t.settings_button, "settings"),
        ]
    if context.may(LIAISONS):
        return [
            *wakes,
            context.go(t.digest, "digest"),
            context.go(t.permits, "permits"),
            goes_on,
            context.go(t.settings_button, "settings"),
        ]
    if context.may(PROPERTY_MANAGERS):
        return [
            context.go(t.digest, "digest"),
            goes_on,
            context.go(t.digest_time, "digesttime"),
            context.go(t.settings_button, "settings"),
        ]
    return [
        context.go(t.tasks, "tasks"),
        goes_on,
        context.go(t.settings_button, "settings"),
        context.go(t.privacy_button, "privacy"),
        context.go(t.a_human, "human"),
    ]
