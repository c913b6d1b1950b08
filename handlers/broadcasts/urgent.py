"""What cannot wait: a second person releases it, and then neither quiet hours nor two a week hold it back."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM, Role
from handlers.broadcasts import audience, drafting, sending, store
from handlers.broadcasts.words import t


@action(TEAM)
async def ask_urgent(context: Context, broadcast_id: int) -> None:
    """Once more, what it is for; where nobody could release it, what to do."""
    one = await drafting.complete(context, await drafting.draft(context, broadcast_id))
    back = drafting.preview.button(m.back, one.id)
    if not await drafting.second_people(context.notices, one):
        rows = [[context.go(t.invite, "invite")]] if Role.LEAD in context.roles else []
        await context.show(t.nobody_to_release, rows, back=back)
        return
    await context.show(t.really_urgent, [[put_urgent.button(t.ask_for_release, one.id)]], back=back)


@action(TEAM)
async def put_urgent(context: Context, broadcast_id: int) -> None:
    one = await drafting.complete(context, await drafting.draft(context, broadcast_id))
    times = await store.steps.ask(context.tx, one, None, urgent=1)
    if times is None:
        raise Refusal(t.already_on_its_way)
    if not await drafting.second_people(context.notices, one):
        raise Refusal(t.nobody_to_release)
    one = await drafting.broadcast(context, one.id)
    count = await audience.gather(context.notices, one)
    question = t.please_release(name=context.signature, count=count)
    yes = sending.approve.button(t.release, one.id, times)
    await sending.put_question(context.notices, one, question, yes, times)
    await context.show(t.asked_for_release(count=count), [[sending.withdraw.button(t.withdraw, one.id)]])
