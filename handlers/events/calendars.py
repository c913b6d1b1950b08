"""One's own calendar: a secret address that a phone subscribes to, and a new one when it got about."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from handlers.events import store
from handlers.events.cards import feed_path, personal_path
from handlers.events.words import t


@action(command="calendar")
async def calendars(context: Context) -> None:
    await _show(context, await store.feeds.find_secret(context.tx, context.person.id))


@action()
async def new_link(context: Context) -> None:
    """The old address leads nowhere from now on."""
    await _show(context, await store.feeds.new_secret(context.tx, context.person.id, context.now_ms))
    context.toast(t.toast_new_link)


@action()
async def no_link(context: Context) -> None:
    await store.feeds.revoke(context.tx, context.person.id)
    context.toast(t.toast_no_link)
    await _show(context, None)


async def _show(context: Context, secret: str | None) -> None:
    everything = context.links.web + feed_path(context.place, context.language)
    back = context.go(t.back, "events")
    if secret is None:
        await context.show(t.calendars(everything=everything), [[new_link.button(t.make_link)]], back=back)
        return
    mine = context.links.web + personal_path(secret, context.language)
    rows = [[new_link.button(t.new_link)], [no_link.button(t.no_link)]]
    await context.show(t.calendars_with_mine(everything=everything, mine=mine), rows, back=back)
