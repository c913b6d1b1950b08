"""Being an expert: saying yes to a link, a pause or the end of it in one tap, and whether one's name stands there."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import join
from handlers.experts import rules, store, telling
from handlers.experts.answering.chat import to_me
from handlers.experts.rules import Standing
from handlers.experts.store.experts import Expert
from handlers.experts.words import field_name, t

PREFIX = "expert"
experts = Ahead[[]]("experts.experts")


async def open_link(context: Context, token: str) -> None:
    """`expert-<token>`: what is asked of her, and she says yes or no herself."""
    offered = await _offered(context, token)
    if offered.place_id != context.place.id:
        await context.enter(offered.place_id)
    name = field_name(offered.field, offered.called)
    rows = [[accept.button(t.accept_button(field=name), token)]]
    await context.show(join(t.invitation(place=context.place.name, field=name), t.invitation_how), rows)


@action()
async def accept(context: Context, token: str) -> None:
    """Whoever has the link can; of two who open it the first has it."""
    offered = await _offered(context, token)
    hers = await store.experts.of_person(context.tx, context.place.id, context.person.id)
    if any((one.field, one.called) == (offered.field, offered.called) for one in hers):
        raise Refusal(t.are_already)
    taken = await store.experts.accept(context.tx, offered.id, context.person.id, context.now_ms)
    if offered.place_id != context.place.id or not taken:
        raise Refusal(t.link_used_up)
    name = field_name(offered.field, offered.called)
    if offered.invited_by is not None:
        await context.answer(offered.invited_by, t.has_accepted(name=context.called, field=name))
    waiting = await telling.take_up(context.notices, await _mine(context, offered.id))
    rows = [[to_me.button(t.to_me_all, 0)]] if waiting else []
    rows.append([me.button(t.me_button, await _number(context, offered.id))])
    await context.say(t.welcome_expert(field=name), rows)


@action()
async def me(context: Context, number: int) -> None:
    """One of her fields: the first is number 0."""
    hers = await store.experts.of_person(context.tx, context.place.id, context.person.id)
    if not hers:
        raise Refusal(t.are_no_expert)
    one = hers[number % len(hers)]
    paused = one.state is Standing.PAUSED
    rows = [
        [pause.button(t.go_on if paused else t.pause, one.id, 0 if paused else 1)],
        [put_name.button(t.hide_name if one.named else t.show_name, one.id, 0 if one.named else 1)],
        [stop.button(t.stop, one.id)],
    ]
    lines = [t.me(field=field_name(one.field, one.called)), t.me_paused if paused else t.me_active]
    lines.append(t.me_named if one.named else t.me_unnamed)
    await context.show(join(*lines), rows, back=experts.button(t.back))


@action()
async def pause(context: Context, expert_id: int, wished: int) -> None:
    """What waits with her goes to somebody else meanwhile."""
    one = await _mine(context, expert_id)
    await store.experts.set_state(context.tx, one.id, Standing.PAUSED if wished else Standing.ACTIVE)
    if wished:
        await telling.let_go(context.notices, one)
    else:
        await telling.take_up(context.notices, one)
    context.toast(t.toast_paused if wished else t.toast_on)
    await _back_to(context, one)


@action()
async def put_name(context: Context, expert_id: int, wished: int) -> None:
    """Beneath what she answered already, too."""
    one = await _mine(context, expert_id)
    await store.experts.set_named(context.tx, one.id, int(bool(wished)))
    context.toast(t.toast_named if wished else t.toast_unnamed)
    await _back_to(context, one)


@action()
async def stop(context: Context, expert_id: int) -> None:
    one = await _mine(context, expert_id)
    for each in await store.experts.of_person(context.tx, context.place.id, context.person.id):
        # Of one field there may be two, where two doors became one person.
        if (each.field, each.called) == (one.field, one.called):
            await telling.stop(context.notices, each)
    await context.say(t.stopped(field=field_name(one.field, one.called)))


async def _offered(context: Context, token: str) -> Expert:
    since = milliseconds(context.now - rules.LINK_GOOD_FOR)
    offered = await store.experts.invited(context.tx, token, since)
    if offered is None:
        raise Refusal(t.link_used_up)
    return offered


async def _back_to(context: Context, one: Expert) -> None:
    await me(context, await _number(context, one.id))


async def _number(context: Context, expert_id: int) -> int:
    hers = await store.experts.of_person(context.tx, context.place.id, context.person.id)
    return next((at for at, each in enumerate(hers) if each.id == expert_id), 0)


async def _mine(context: Context, expert_id: int) -> Expert:
    """Held."""
    await context.tx.lock(f"expert {expert_id}")
    found = await store.experts.find(context.tx, context.place.id, expert_id)
    if found is None or found.person_id != context.person.id or found.state is Standing.ENDED:
        raise Refusal(t.are_no_expert)
    return found
