"""What is asked of an expert, and her answer in words, a photo or a voice, when she likes."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context, Where
from bot.dialogue.incoming import Photo, Voice
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join, short
from bot.outbox.message import Button, Stored
from handlers.experts import cards, rules, store, telling
from handlers.experts.rules import Side, State
from handlers.experts.words import label, t

experts = Ahead[[]]("experts.experts")
ask_back = Ahead[[int]]("experts.ask_back")


@action()
async def to_me(context: Context, page: int) -> None:
    """Whoever is no expert has none."""
    found = await store.waiting.for_expert(context.tx, context.place.id, context.person.id)
    choices = [open_one.button(label(one), one.id) for one in found]
    rows = paged(choices, page, to_me.button(t.more, max(page, 0) + 1))
    await context.show(t.to_me_title(count=len(found)), rows, back=experts.button(t.back))


@action()
async def open_one(context: Context, question_id: int) -> None:
    await _show(context, question_id, Where.INSTEAD)


@action()
async def see(context: Context, question_id: int) -> None:
    """From a message that stays."""
    await _show(context, question_id, Where.BELOW)


@action()
async def answer(context: Context, question_id: int) -> None:
    question = await cards.hers(context, question_id)
    text = t.your_answer(words=short(question.words, 300))
    await context.ask(text, hear_answer, question.id, back=open_one.button(t.back, question.id))


@action()
async def hear_answer(context: Context, question_id: int, heard: str | Photo | Voice) -> None:
    """Until the team looked she may say it better."""
    question = await cards.hers(context, question_id)
    words = heard if isinstance(heard, str) else heard.words if isinstance(heard, Photo) else ""
    if isinstance(heard, str) or words:
        longest = rules.LONGEST_ANSWER if isinstance(heard, str) else rules.LONGEST_WITH_PICTURE
        words = cards.read_words(words, longest)
    await telling.forget_pictures(context.notices, await store.pictures.of_answer(context.tx, question.id))
    media_id = None if isinstance(heard, str) else await context.keep(heard)
    kind = "photo" if isinstance(heard, Photo) else "voice" if isinstance(heard, Voice) else ""
    await store.questions.answer(context.tx, question.id, words, media_id, context.now_ms)
    await telling.answered(context.notices, telling.with_answer(question, words, kind))
    await context.say(t.answer_sent, [[see.button(t.look_at_question, question.id)]])


@action()
async def not_mine(context: Context, question_id: int) -> None:
    """It is not her field: somebody else has it now, or the team looks for somebody."""
    question = await cards.open_hers(context, question_id)
    if question.expert_id is not None:
        await store.questions.note_passed(context.tx, question.id, question.expert_id)
    await telling.dispatch(context.notices, question)
    await context.say(t.passed_on, [[to_me.button(t.to_me_all, 0)]])


async def _show(context: Context, question_id: int, where: Where) -> None:
    question = await cards.known(context, question_id)
    if question.expert_person != context.person.id:
        raise Refusal(t.not_with_you)
    shown = await cards.photo(context.notices, question) if question.state is State.OPEN else None
    text = await cards.full(context.notices, question, shown)
    rows: list[list[Button]] = []
    if question.state is State.OPEN:
        rows = [
            [answer.button(t.answer_button, question.id)],
            [ask_back.button(t.ask_back_button, question.id)],
            [not_mine.button(t.not_mine_button, question.id)],
        ]
        if question.waits_for is Side.ASKER:
            text = join(text, t.waits_for_asker)
    elif question.state is State.ANSWERED:
        text = join(text, cards.said(context, question))
        rows = [[answer.button(t.say_it_better, question.id)]] if question.looked_at is None else []
    else:
        text = join(text, t.waits_ended)
    picture = Stored(shown) if shown is not None else None
    await context.show(text, rows, picture=picture, back=to_me.button(t.back, 0), where=where)
