"""What the team does with an open task: who does it, another time, changed, called off."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.i18n.texts import join
from bot.identity.roles import LEADS, TEAM
from bot.outbox.message import Button
from handlers.tasks import cards, store, telling
from handlers.tasks.desk import arriving
from handlers.tasks.desk.correcting import one_of
from handlers.tasks.desk.dates import call_off, move
from handlers.tasks.doing.claiming import look, pass_on
from handlers.tasks.making.opening import change_open
from handlers.tasks.paging import paged
from handlers.tasks.words import t, told_state, when

LISTED = 40


@action(TEAM)
async def look_after(context: Context, date_id: int, number: int = 0) -> None:
    date = await cards.known(context, date_id)
    buttons = [who.button(t.who_button(count=date.taken), date.id, 0)]
    if arriving.doors_are_open(date, context.now):
        # By its name: it asks us.
        codes = context.town.actions["check_in.of_task"]
        buttons.insert(0, Button(t.arriving, codes.partial_address(date.id)))
    if date.stands and not cards.over(context, date):
        buttons += [
            pass_on.button(t.pass_on, date.id),
            # By its name: it asks us.
            Button(t.group_list, context.town.actions["sign_up_list.of_task"].partial_address(date.id)),
            move.button(t.move, date.id),
            change_open.button(t.change, date.task_id, 0),
            call_off.button(t.call_off, date.id),
        ]
    rows, _ = paged(buttons, number, look_after.button(t.more, date.id, max(number, 0) + 1))
    text = t.looking_after(task=cards.title(date), when=when(date, context.place.clocks))
    await context.show(text, rows, back=look.button(t.back, date.id))


@action(TEAM)
async def who(context: Context, date_id: int, number: int) -> None:
    """Names for the team alone; a lead presses one to correct what is noted."""
    date = await cards.known(context, date_id)
    claims = await store.claims.of_date(context.tx, date.id)
    lines = [t.who_line(name=telling.who(one), state=told_state(one)) for one in claims[:LISTED]]
    buttons: list[Button] = []
    if context.may(LEADS) and cards.begun(date, context.now_ms):
        buttons = [one_of.button(telling.who(one), one.id) for one in claims]
    rows, _ = paged(buttons, number, who.button(t.more, date.id, max(number, 0) + 1))
    head = t.who_head(task=cards.title(date), taken=date.taken, needed=date.needed)
    await context.show(join(head, *lines), rows, back=look_after.button(t.back, date.id, 0))
