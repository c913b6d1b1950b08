"""What the team does with it: it is here, with a photo; it went back; it is met; its day moves."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.needs import cards, rules, store, telling, words
from handlers.needs.rules import Pledged, State
from handlers.needs.store.needs import Need
from handlers.needs.words import called, pledge_called, t

look = Ahead[[int]]("needs.look")


@action(TEAM)
async def tend(context: Context, need_id: int, page: int) -> None:
    need = await cards.need(context, need_id)
    pledges = await store.pledges.of_need(context.tx, need.id)
    choices: list[Button] = []
    for one in pledges:
        if one.state is Pledged.PROMISED:
            choices.append(receive.button(t.it_is_here(what=pledge_called(one)), one.id))
        elif one.state is Pledged.HERE and one.loan:
            choices.append(gave_back.button(t.it_went_back(what=pledge_called(one)), one.id))
    if need.state is State.OPEN:
        choices.append(mark.button(t.mark_met, need.id, State.MET))
        choices.append(later.button(t.move_day, need.id))
        choices.append(mark.button(t.drop, need.id, State.DROPPED))
    else:
        choices.append(mark.button(t.open_again, need.id, State.OPEN))
    rows = paged(choices, page, tend.button(t.more, need.id, max(page, 0) + 1))
    await context.show(await cards.card(context, need), rows, back=look.button(t.back, need.id))


@action(TEAM)
async def receive(context: Context, pledge_id: int) -> None:
    pledge = await cards.pledge(context, pledge_id)
    rows = [[receive_plainly.button(t.no_photo, pledge.id)]]
    back = tend.button(t.back, pledge.need_id, 0)
    await context.ask(t.photo_of_it(what=pledge_called(pledge)), hear_photo, pledge.id, rows=rows, back=back)


@action(TEAM)
async def hear_photo(context: Context, pledge_id: int, photo: Photo) -> None:
    """Its giver gets it with the thanks, as soon as it is ready."""
    pledge = await cards.pledge(context, pledge_id)
    if pledge.state is not Pledged.PROMISED:
        raise Refusal(t.here_already)
    await _receive(context, pledge_id, await context.keep(photo), photo.album)


@action(TEAM)
async def receive_plainly(context: Context, pledge_id: int) -> None:
    await _receive(context, pledge_id, None, None)
    await telling.it_is_here(context.notices, pledge_id)


@action(TEAM)
async def loan(context: Context, pledge_id: int) -> None:
    """One that is overdue; its change may be done long since."""
    pledge = await cards.pledge(context, pledge_id)
    if not pledge.loan or pledge.state is not Pledged.HERE:
        raise Refusal(t.not_here)
    await context.show(words.loan(context.place, pledge), [[gave_back.button(t.given_back, pledge.id)]])


@action(TEAM)
async def gave_back(context: Context, pledge_id: int) -> None:
    pledge = await cards.pledge(context, pledge_id)
    if not pledge.loan or not await store.pledges.give_back(context.tx, pledge.id, context.now_ms):
        raise Refusal(t.not_here)
    await context.answer(pledge.person_id, t.went_back(what=pledge_called(pledge)))
    goes_on = await store.needs.find(context.tx, context.place.id, pledge.need_id) is not None
    rows = cards.see_rows(pledge.need_id) if goes_on else []
    await context.say(t.went_back_noted(what=pledge_called(pledge)), rows)


@action(TEAM)
async def mark(context: Context, need_id: int, state: State) -> None:
    """Met, dropped, or open again: whoever still promised something hears that she need not bring it."""
    need = await cards.held_need(context, need_id)
    if state is State.DRAFT:
        raise Refusal(t.no_such_need)
    if need.state is not state:
        ended = context.now_ms if state is not State.OPEN else None
        await store.needs.set_state(context.tx, need.id, state, ended)
        if state is not State.OPEN:
            told = t.not_needed_met if state is State.MET else t.not_needed_any_more
            await telling.release(context.notices, need.id, told(what=called(need)))
    noted = {State.MET: t.noted_met, State.DROPPED: t.noted_dropped, State.OPEN: t.noted_open}[state]
    rows = cards.see_rows(need.id) if state is not State.DROPPED else []
    await context.say(noted(what=called(need)), rows)


# --- its day moves, as when a permit is late


@action(TEAM)
async def later(context: Context, need_id: int) -> None:
    need = await cards.need(context, need_id)
    begins = max(need.by_at or 0, context.now_ms)
    rows = [
        [move.button(t.days_later(days=each.days), need.id, begins + each // timedelta(milliseconds=1))]
        for each in rules.LATER
    ]
    back = tend.button(t.back, need.id, 0)
    await context.ask(t.move_to_when(what=called(need)), hear_later, need.id, rows=rows, back=back)


@action(TEAM)
async def move(context: Context, need_id: int, by_at: int) -> None:
    """Carries the day itself: pressed twice, it moves once."""
    if not context.now_ms < by_at <= milliseconds(context.now + rules.FURTHEST):
        raise Refusal(t.no_day)
    await _move(context, await cards.held_need(context, need_id), by_at)


@action(TEAM)
async def hear_later(context: Context, need_id: int, words: str) -> None:
    need = await cards.held_need(context, need_id)
    await _move(context, need, cards.read_day(context, words))


async def _move(context: Context, need: Need, by_at: int) -> None:
    if need.state is not State.OPEN:
        raise Refusal(t.met_already)
    if need.by_at != by_at:
        count = await telling.move(context.notices, need, by_at)
    else:
        pledges = await store.pledges.of_need(context.tx, need.id)
        count = sum(one.asked_again_at is not None for one in pledges)
        if pledges and not count:
            await tend(context, need.id, 0)
            return
    await context.say(t.moved(what=called(need), count=count), cards.see_rows(need.id))


async def _receive(context: Context, pledge_id: int, media_id: int | None, album: str | None) -> None:
    pledge = await cards.pledge(context, pledge_id)
    me, now = context.person.id, context.now_ms
    if not await store.pledges.receive(context.tx, pledge.id, me, media_id, album, now):
        raise Refusal(t.here_already)
    rows = [[mark.button(t.mark_met, pledge.need_id, State.MET)], *map(list, cards.see_rows(pledge.need_id))]
    await context.say(t.received(what=pledge_called(pledge)), rows)
