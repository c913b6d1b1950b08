"""What needs a hand here: the list, one card, whom to tell when, and the link that leads to it."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context, Where
from bot.dialogue.feature import town_of
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import places
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.tasks import cards, store
from handlers.tasks.doing import mine
from handlers.tasks.doing.claiming import claim, other_days, pass_on
from handlers.tasks.doing.giving import given
from handlers.tasks.paging import paged
from handlers.tasks.rules import HOLDS, Claim, Work
from handlers.tasks.source import ClaimAside
from handlers.tasks.store.dates import Date
from handlers.tasks.words import line, short_label, t

look_after = Ahead[[int, int]]("tasks.look_after")
newtask = Ahead[[]]("tasks.newtask")
proposals = Ahead[[int]]("tasks.proposals")
LISTED = 30


@action(command="tasks")
async def tasks(context: Context) -> None:
    await _list(context, 0)


@action()
async def page(context: Context, number: int) -> None:
    await _list(context, max(number, 0))


async def _list(context: Context, number: int) -> None:
    """What needs somebody, soonest first; around it what is mine, and what I want to hear of."""
    tx, place, clocks = context.tx, context.place, context.place.clocks
    found = await store.dates.open_(tx, place.id, context.now_ms, LISTED)
    held = await store.claims.count_open(tx, place.id, context.person.id, context.now_ms)
    first = [mine.mine.button(t.mine_button(count=held), 0)] if held else []
    if context.may(TEAM) and (waiting := len(await store.tasks.proposed(tx, place.id, LISTED))):
        first.append(proposals.button(t.proposals_button(count=waiting), 0))
    looks = [look.button(short_label(one, clocks), one.id) for one in found]
    last = [watching.button(t.watch_button, 0), given.button(t.given_button)]
    if context.may(TEAM):
        last.append(newtask.button(t.new_button))
    rows, shown = paged([*first, *looks, *last], number, page.button(t.more, number + 1))
    dates = [found[at - len(first)] for at in shown if 0 <= at - len(first) < len(found)]
    lines = [line(one, clocks) for one in dates]
    back = page.button(t.back, number - 1) if number else None
    await context.show(join(t.list_head if found else t.list_none, *lines), rows, back=back)


@action()
async def look(context: Context, date_id: int) -> None:
    await show_card(context, await cards.known(context, date_id), Where.INSTEAD)


@action()
async def see(context: Context, date_id: int) -> None:
    """From a message that stays."""
    await show_card(context, await cards.known(context, date_id), Where.BELOW)


async def show_card(context: Context, date: Date, where: Where) -> None:
    hers = await store.claims.hers(context.tx, date.id, context.person.id)
    holds = hers is not None and hers.state in (*HOLDS, Claim.DONE)
    first = (
        mine.open_claim.button(t.my_task, hers.id) if hers is not None and holds else claim.button(t.claim, date.id)
    )
    open_now = date.stands and not cards.over(context, date)
    rows = [[first]] if holds or (open_now and date.wanted) else []
    how = await _how_it_is_done(context, date) if holds else None
    rows.append([how or other_days.button(t.another_day, date.id, 0)])
    if context.may(TEAM):
        # With what the team does, and somebody without a phone.
        rows.append([look_after.button(t.look_after, date.id, 0)])
    elif open_now:
        rows.append([pass_on.button(t.pass_on, date.id)])
    text = cards.card(date, context.place.clocks, hers)
    await context.show(text, rows, back=tasks.button(t.back_to_all), where=where)


async def _how_it_is_done(context: Context, date: Date) -> Button | None:
    found = [await one.way(context, date) for _, one in town_of(context.notices).offered(ClaimAside)]
    return next((one for one in found if one is not None), None)


async def open_link(context: Context, rest: str) -> None:
    """`code-27` from whoever passed it on: a number alone leads to nothing of another place."""
    code, _, number = rest.rpartition("-")
    if not (number.isascii() and number.isdecimal()) or len(number) > 9:
        raise Refusal(t.no_such_task)
    place = await places.find_by_code(context.tx, code)
    if place is None or await store.dates.find(context.tx, place.id, int(number)) is None:
        raise Refusal(t.no_such_task)
    if place.id != context.place.id:
        await context.enter(place.id)
    await show_card(context, await cards.known(context, int(number)), Where.INSTEAD)


# --- tell me when


@action()
async def watching(context: Context, number: int) -> None:
    """Each kind of work, with what she asked to be told of marked."""
    hers = await store.watches.of_person(context.tx, context.place.id, context.person.id)
    buttons: list[Button] = [_watch_button(work, wished=work not in hers) for work in Work]
    rows, _ = paged(buttons, number, watching.button(t.more, max(number, 0) + 1))
    told: list[Text] = [t[f"work-{work.value}"] for work in Work if work in hers]
    text = t.watch_head if not told else join(t.watch_head, t.watch_told(work=join(*told, separator=" · ")))
    await context.show(text, rows, back=tasks.button(t.back_to_all))


def _watch_button(work: Work, *, wished: bool) -> Button:
    label = t.watch_on(work=t[f"work-{work.value}"]) if wished else t.watch_off(work=t[f"work-{work.value}"])
    return watch.button(label, work, int(wished))


@action()
async def watch(context: Context, work: Work, wished: int) -> None:
    if wished:
        await store.watches.watch(context.tx, context.place.id, context.person.id, work, context.now_ms)
        context.toast(t.toast_watch)
    else:
        await store.watches.unwatch(context.tx, context.place.id, context.person.id, work)
        context.toast(t.toast_unwatch)
    await watching(context, list(Work).index(work) // 2)


@action()
async def less(context: Context, wished: int) -> None:
    """Asked in private, answered in private; whatever she says is fine."""
    await store.eases.set_less(context.tx, context.place.id, context.person.id, int(bool(wished)), context.now_ms)
    await context.say(t.less_noted if wished else t.more_noted, [[watching.button(t.watch_button, 0)]])
