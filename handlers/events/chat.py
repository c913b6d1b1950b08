"""What is on: the list, one event's card, and the link that leads to it."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity import places
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events import store
from handlers.events.attending.answering import At, known_event, show_card
from handlers.events.cards import feed_path
from handlers.events.store.events import Event
from handlers.events.words import t, when

LISTED = 3  # that fit on one page
LEAFED = 2  # a page, when there are more


@action(command="events")
async def events(context: Context) -> None:
    await _show_list(context, 0)


@action()
async def page(context: Context, number: int) -> None:
    await _show_list(context, max(number, 0))


@action()
async def show_event(context: Context, event_id: int) -> None:
    await show_card(context, await known_event(context, event_id), At.SCREEN)


@action()
async def open_below(context: Context, event_id: int) -> None:
    """From a message that names other things, too, and so stays."""
    context.keep_pressed()
    await show_card(context, await known_event(context, event_id), At.SCREEN)


async def open_link(context: Context, rest: str) -> None:
    """`code-27` from whoever passed it on. Without the code of its place, numbers tried out lead nowhere else."""
    code, _, number = rest.rpartition("-")
    event = (
        await store.events.find_event(context.tx, int(number)) if number.isdecimal() and len(number) < 16 else None
    )
    if event is None or event.status == "draft":
        raise Refusal(t.event_gone)
    if event.place_id != context.place.id:
        place = await places.find_by_code(context.tx, code)
        if place is None or place.id != event.place_id:
            raise Refusal(t.event_gone)
        await context.enter(place.id)
    await show_card(context, event, At.SCREEN)


async def _show_list(context: Context, number: int) -> None:
    found = await store.events.upcoming(context.tx, context.place.id, context.now_ms, LISTED + 1, number * LEAFED)
    if not found and number:
        await _show_list(context, 0)
        return
    back = context.go(t.back, "home")
    if not found:
        new = [[context.go(t.new_event, "newevent")]] if context.may(TEAM) else []
        await context.show(t.nothing_on, [*new, await _way_to_past(context)], back=back)
        return
    shown, more = leaf(found, number)
    lines = [t.listed(title=event.title, when=when(event, context.place), people=event.taken) for event in shown]
    rows = [[show_event.button(t.open_event(title=event.title), event.id)] for event in shown]
    # What has been is what lies before the first page.
    earlier = [page.button(t.earlier, number - 1)] if number else await _way_to_past(context)
    later = [page.button(t.later, number + 1)] if more else []
    feed = t.feed(link=context.links.web + feed_path(context.place, context.language))
    await context.show(
        join(t.what_is_on, *lines, feed, t.feed_of_mine),
        [*rows, [*earlier, *later]],
        back=back,
    )


async def _way_to_past(context: Context) -> list[Button]:
    """Where there is any. By its name: imported, it would import us."""
    found = await store.events.past(context.tx, context.place.id, context.now_ms, 1)
    return [Button(t.past_button, context.town.actions["events.past"].partial_address(0))] if found else []


def leaf(found: list[Event], number: int) -> tuple[list[Event], bool]:
    """What a page shows of those from its first on, and whether there is more: never over three choices."""
    if not number and len(found) <= LISTED:
        return found, False
    return found[:LEAFED], len(found) > LEAFED
