"""The team writes a how-to card: words, then a picture and a voice if it likes."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo, Voice
from bot.errors import Refusal
from bot.identity.roles import TEAM
from handlers.experts import cards, rules, store, telling
from handlers.experts.store.howtos import Card
from handlers.experts.words import t
from handlers.tasks.rules import Work
from handlers.tasks.words import t as tasks

howto = Ahead[[Work]]("experts.howto")
howtos = Ahead[[int]]("experts.howtos")


@action(TEAM)
async def write_card(context: Context, work: Work) -> None:
    text = t.howto_words(work=tasks[f"work-{work.value}"], most=rules.LONGEST_CARD)
    await context.ask(text, hear_card, work, back=howtos.button(t.back, 0))


@action(TEAM)
async def hear_card(context: Context, work: Work, words: str) -> None:
    said = cards.read_words(words, rules.LONGEST_CARD)
    me, place_id = context.person.id, context.place.id
    await store.howtos.write(context.tx, place_id, work, said, me, context.now_ms)
    await change(context, work)


@action(TEAM)
async def change(context: Context, work: Work) -> None:
    card = await _card(context, work)
    rows = [
        [add_either.button(t.howto_add, card.work)],
        [write_card.button(t.howto_write_anew, card.work)],
        [ask_remove.button(t.howto_remove, card.work)],
    ]
    text = t.howto_stands(work=tasks[f"work-{card.work.value}"], words=card.words)
    await context.show(text, rows, back=howto.button(t.back, card.work))


@action(TEAM)
async def add_either(context: Context, work: Work) -> None:
    card = await _card(context, work)
    await context.ask(t.howto_send, hear_either, card.work, back=change.button(t.back, card.work))


@action(TEAM)
async def hear_either(context: Context, work: Work, sent: Photo | Voice) -> None:
    """A new one takes the place of the old one."""
    card = await _card(context, work)
    picture, voice = await store.pictures.of_card(context.tx, card.id)
    old = picture if isinstance(sent, Photo) else voice
    await telling.forget_pictures(context.notices, [old] if old is not None else [])
    media_id = await context.keep(sent)
    if isinstance(sent, Photo):
        await store.howtos.set_picture(context.tx, card.id, media_id)
    else:
        await store.howtos.set_voice(context.tx, card.id, media_id)
    rows = [[howto.button(t.howto_see, card.work)], [change.button(t.howto_go_on, card.work)]]
    await context.say(t.howto_kept, rows)


@action(TEAM)
async def ask_remove(context: Context, work: Work) -> None:
    card = await _card(context, work)
    rows = [[remove.button(t.howto_remove_yes, card.work)]]
    text = t.howto_ask_remove(work=tasks[f"work-{card.work.value}"])
    await context.show(text, rows, back=change.button(t.back, card.work))


@action(TEAM)
async def remove(context: Context, work: Work) -> None:
    card = await _card(context, work)
    both = await store.pictures.of_card(context.tx, card.id)
    await telling.forget_pictures(context.notices, [one for one in both if one is not None])
    await store.howtos.remove(context.tx, card.id)
    context.toast(t.toast_removed)
    await howtos(context, 0)


async def _card(context: Context, work: Work) -> Card:
    """Held."""
    await context.tx.lock(f"howto {context.place.id} {work.value}")
    card = await store.howtos.of_work(context.tx, context.place.id, work)
    if card is None:
        raise Refusal(t.no_such_howto)
    return card
