"""Who sees it: one helper, whom she names and who says yes; and two words for the team, if she wishes."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity import names
from bot.identity.roles import LIAISONS, SHOPKEEPERS, TEAM
from handlers.instalments import cards, store
from handlers.instalments.rules import Sign
from handlers.instalments.store.helpers import Helper
from handlers.instalments.words import t

show_all = Ahead[[]]("instalments.instalments")


@action(private=True)
async def who_sees(context: Context) -> None:
    helper = await store.helpers.of(context.tx, context.place.id, context.person.id)
    now = await store.signs.of(context.tx, context.place.id, context.person.id)
    if helper is not None:
        button = end.button(t.end_help(name=names.called(helper.name, cards.NAME)), helper.id)
    else:
        button = choose_helper.button(t.choose_helper, 0)
    text = join(await cards.who_sees(context), t[f"sign-now-{_key(now)}"], t.who_never)
    await context.show(text, [[button], [sign.button(t.sign_button)]], back=show_all.button(t.back))


@action(SHOPKEEPERS, private=True)
async def choose_helper(context: Context, page: int) -> None:
    found = await store.helpers.candidates(context.tx, context.place.id, context.person.id)
    choices = [ask_helper.button(names.called(one.name, cards.NAME), one.person_id) for one in found]
    rows = paged(choices, page, choose_helper.button(t.more, max(page, 0) + 1))
    await context.show(t.whom_to_ask if rows else t.nobody_to_ask, rows, back=who_sees.button(t.back))


@action(SHOPKEEPERS, private=True)
async def ask_helper(context: Context, person_id: int) -> None:
    await cards.hold(context)
    here = await store.helpers.candidates(context.tx, context.place.id, context.person.id)
    asked = next((one for one in here if one.person_id == person_id), None)
    if asked is None:
        raise Refusal(t.nothing_here)
    name = names.called(asked.name, cards.NAME)
    known = await store.helpers.of(context.tx, context.place.id, context.person.id)
    if known is not None and known.helper_id != person_id:
        await who_sees(context)
        return
    if known is None:
        now = context.now_ms
        asked_id = await store.helpers.ask(context.tx, context.place.id, context.person.id, person_id, now)
        rows = [[accept.button(t.help_yes, asked_id)], [end.button(t.help_no, asked_id)]]
        if await context.tell(person_id, t.asked_to_help(name=context.called), rows) is None:
            raise Refusal(t.helper_out_of_reach(name=name))
    await context.show(t.helper_asked(name=name), back=show_all.button(t.back))


@action(private=True)
async def accept(context: Context, asked_id: int) -> None:
    helper = await _known(context, asked_id)
    if helper.helper_id != context.person.id or not context.may(TEAM | LIAISONS):
        raise Refusal(t.nothing_here)
    if not helper.accepted:
        await store.helpers.accept(context.tx, helper.id)
        await context.answer(helper.person_id, t.helper_accepted(name=context.called), cards.see_all())
    await context.show(t.you_help_now(name=names.called(helper.owner)), [[show_all.button(t.see)]])


@action(private=True)
async def end(context: Context, asked_id: int) -> None:
    """By either of the two; a no before it began, too."""
    helper = await _known(context, asked_id)
    await store.helpers.end(context.tx, helper.id)
    if helper.helper_id == context.person.id:
        told = t.helper_ended if helper.accepted else t.helper_declined
        await context.answer(helper.person_id, told(name=context.called), cards.see_all())
        await context.show(t.you_help_no_more, back=show_all.button(t.back))
        return
    if helper.accepted:
        await context.answer(helper.helper_id, t.help_is_over(name=context.called), cards.see_all())
    await who_sees(context)


@action(private=True)
async def sign(context: Context) -> None:
    choices = [one for one in Sign if one is Sign.NOTHING or context.may(SHOPKEEPERS)]
    rows = [[set_sign.button(t[f"sign-{_key(one)}"], one)] for one in choices]
    await context.show(t.what_may_the_team_see, rows, back=who_sees.button(t.back))


@action(private=True)
async def set_sign(context: Context, wished: Sign) -> None:
    """Whoever keeps the shop no more may still take back what she let be seen."""
    if wished is not Sign.NOTHING and not context.may(SHOPKEEPERS):
        raise Refusal(t.for_shopkeepers)
    await cards.hold(context)
    await store.signs.say(context.tx, context.place.id, context.person.id, wished, context.now_ms)
    context.toast(t.toast_sign)
    await who_sees(context)


def _key(one: Sign) -> str:
    return one.value.replace("_", "-")


async def _known(context: Context, asked_id: int) -> Helper:
    """Held: one may say yes while the other takes the question back."""
    await context.tx.lock(f"private helper {asked_id}")
    helper = await store.helpers.find(context.tx, context.place.id, context.person.id, asked_id)
    if helper is None:
        raise Refusal(t.nothing_here)
    return helper
