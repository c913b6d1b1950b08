"""One tap: I can bring it. Then, as she likes: when, what exactly, by her name, and not after all."""

from bot.clock import milliseconds
from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.identity import roles
from bot.outbox.message import Button
from bot.workers import crowds
from bot.workers.crowds import Thing
from handlers.needs import cards, rules, store, telling
from handlers.needs.rules import Pledged, State
from handlers.needs.store.needs import Need
from handlers.needs.store.pledges import Pledge
from handlers.needs.words import called, day, pledge_called, pledge_state, t

look = Ahead[[int]]("needs.look")


@action()
async def bring(context: Context, need_id: int) -> None:
    """Pressed twice is promised once."""
    need = await cards.held_need(context, need_id)
    me, place_id = context.person.id, context.place.id
    known = await store.pledges.by(context.tx, place_id, need.id, me)
    if known is not None and known.state is not Pledged.WITHDRAWN:
        await promise(context, known.id)
        return
    if need.state is not State.OPEN:
        raise Refusal(t.met_already)
    await context.tx.lock(f"promises of {me}")
    if len(await store.pledges.open_of(context.tx, place_id, me)) >= rules.MOST_PROMISES:
        raise Refusal(t.enough_promises(most=rules.MOST_PROMISES))
    if await _stands_apart(context, need):
        await context.show(t.crowd, back=look.button(t.back, need.id))
        return
    soon = milliseconds(context.now + rules.SOON)
    deliver_at = need.by_at if need.by_at is not None and need.by_at > context.now_ms else soon
    pledge_id = await store.pledges.promise(context.tx, place_id, need.id, me, context.now_ms, deliver_at)
    text = t[f"promised-{need.kind.value}"](what=called(need), day=day(context.place, deliver_at))
    rows = [[promise.button(t.say_more, pledge_id)], [cannot.button(t.undo, pledge_id)]]
    await context.say(*await naming.asked_with(context, text, rows))


@action()
async def promise(context: Context, pledge_id: int) -> None:
    await _show(context, await cards.her_promise(context, pledge_id), 0)


@action()
async def promise_more(context: Context, pledge_id: int, page: int) -> None:
    await _show(context, await cards.her_promise(context, pledge_id), page)


@action()
async def ask_day(context: Context, pledge_id: int) -> None:
    pledge = await _promised(context, pledge_id)
    await context.ask(t.which_day, hear_day, pledge.id, back=promise.button(t.back, pledge.id))


@action()
async def hear_day(context: Context, pledge_id: int, words: str) -> None:
    pledge = await _promised(context, pledge_id)
    await store.pledges.set_deliver(context.tx, pledge.id, cards.read_day(context, words), None)
    await promise(context, pledge.id)


@action()
async def still(context: Context, pledge_id: int) -> None:
    """The day suits her, also the one it was moved to."""
    pledge = await _promised(context, pledge_id)
    await store.pledges.answer_again(context.tx, pledge.id)
    await context.say(t.thank_you(what=pledge_called(pledge)), cards.promise_rows(pledge.id))


@action()
async def ask_back(context: Context, pledge_id: int) -> None:
    pledge = await cards.her_promise(context, pledge_id)
    await context.ask(t.back_when, hear_back, pledge.id, back=promise.button(t.back, pledge.id))


@action()
async def hear_back(context: Context, pledge_id: int, words: str) -> None:
    pledge = await cards.her_promise(context, pledge_id)
    at = cards.read_day(context, words)
    if not pledge.loan or pledge.state is Pledged.GIVEN_BACK:
        raise Refusal(t.no_such_pledge)
    if pledge.deliver_at is not None and pledge.state is Pledged.PROMISED and at < pledge.deliver_at:
        raise Refusal(t.back_too_early)
    await store.pledges.set_back(context.tx, pledge.id, at)
    await promise(context, pledge.id)


@action()
async def ask_words(context: Context, pledge_id: int) -> None:
    pledge = await _promised(context, pledge_id)
    await context.ask(t.what_exactly, hear_exactly, pledge.id, back=promise.button(t.back, pledge.id))


@action()
async def hear_exactly(context: Context, pledge_id: int, words: str) -> None:
    pledge = await _promised(context, pledge_id)
    await store.pledges.set_words(context.tx, pledge.id, cards.read_words(words))
    await promise(context, pledge.id)


@action()
async def set_named(context: Context, pledge_id: int, named: int) -> None:
    pledge = await cards.her_promise(context, pledge_id)
    await store.pledges.set_named(context.tx, pledge.id, 1 if named else 0)
    context.toast(t.toast_named if named else t.toast_unnamed)
    await promise(context, pledge.id)


@action()
async def cannot(context: Context, pledge_id: int) -> None:
    """Nobody is blamed; whoever looks after it sees that it is free again."""
    pledge = await _promised(context, pledge_id)
    await store.pledges.withdraw(context.tx, pledge.id, context.now_ms)
    await context.show(t.taken_back(what=pledge_called(pledge)), [[look.button(t.see, pledge.need_id)]])


@action()
async def came_back(context: Context, pledge_id: int, yes: int) -> None:
    """She knows best whether she has it again."""
    pledge = await cards.her_promise(context, pledge_id)
    if yes and pledge.state is Pledged.GIVEN_BACK:
        await context.show(t.is_back(what=pledge_called(pledge)))
        return
    if not pledge.loan or pledge.state is not Pledged.HERE:
        raise Refusal(t.not_here)
    if yes:
        await store.pledges.give_back(context.tx, pledge.id, context.now_ms)
        await context.show(t.is_back(what=pledge_called(pledge)))
        return
    await telling.not_back(context.notices, pledge)
    await context.show(t.team_knows)


async def _stands_apart(context: Context, need: Need) -> bool:
    """A visitor with two hundred cookies promises no two hundred drills; a refusal would undo what is noted of it."""
    judged = await crowds.judge(context, Thing("need", need.id, context.now_ms))
    if judged.alarm:
        text = t.team_crowd(what=called(need), count=judged.alarm)
        await context.tell_all(await roles.team(context.tx, need.place_id), text, cards.see_rows(need.id))
    return judged.apart


async def _show(context: Context, pledge: Pledge, page: int) -> None:
    choices: list[Button] = []
    if pledge.state is Pledged.PROMISED:
        choices.append(ask_day.button(t.another_day, pledge.id))
        if pledge.loan:
            choices.append(ask_back.button(t.back_by, pledge.id))
        choices.append(cannot.button(t.cannot, pledge.id))
        choices.append(ask_words.button(t.say_what, pledge.id))
    elif pledge.state is Pledged.HERE and pledge.loan:
        choices += [came_back.button(t.i_have_it, pledge.id, 1), ask_back.button(t.back_by, pledge.id)]
    named = (t.without_my_name, 0) if pledge.named else (t.with_my_name, 1)
    choices.append(set_named.button(named[0], pledge.id, named[1]))
    rows = paged(choices, page, promise_more.button(t.more, pledge.id, max(page, 0) + 1))
    back = look.button(t.back, pledge.need_id)
    await context.show(pledge_state(context.place, pledge), rows, back=back)


async def _promised(context: Context, pledge_id: int) -> Pledge:
    pledge = await cards.her_promise(context, pledge_id)
    if pledge.state is not Pledged.PROMISED:
        raise Refusal(t.here_already)
    return pledge
