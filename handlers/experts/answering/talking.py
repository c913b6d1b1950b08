"""The expert asks something back, and whoever asked says it; a few turns, so that it stays a question."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import short
from handlers.experts import cards, rules, store, telling
from handlers.experts.answering.chat import open_one
from handlers.experts.rules import Side, State
from handlers.experts.store.questions import Question
from handlers.experts.words import t

experts = Ahead[[]]("experts.experts")


@action()
async def ask_back(context: Context, question_id: int) -> None:
    question = await cards.open_hers(context, question_id)
    await _check_turns(context, question)
    await context.ask(t.what_back, hear_back, question.id, back=open_one.button(t.back, question.id))


@action()
async def hear_back(context: Context, question_id: int, words: str) -> None:
    question = await cards.open_hers(context, question_id)
    await _check_turns(context, question)
    said = cards.read_words(words, rules.LONGEST_TURN)
    await store.talk.add(context.tx, question.id, 1, said, context.now_ms)
    await store.questions.wait_for(context.tx, question.id, Side.ASKER, context.now_ms)
    await telling.asked_back(context.notices, question, said)
    await context.say(t.back_sent)


@action()
async def reply(context: Context, question_id: int) -> None:
    """From a message that stays."""
    question = await _asked(context, question_id)
    turns = await store.talk.of(context.tx, question.id)
    text = t.your_reply(words=turns[-1].words if turns else "")
    await context.ask(text, hear_reply, question.id, back=experts.button(t.back), where=Where.BELOW)


@action()
async def hear_reply(context: Context, question_id: int, words: str) -> None:
    question = await _asked(context, question_id)
    said = cards.read_words(words, rules.LONGEST_TURN)
    await store.talk.add(context.tx, question.id, 0, said, context.now_ms)
    await store.questions.wait_for(context.tx, question.id, Side.EXPERT, context.now_ms)
    await telling.replied(context.notices, question, said)
    await context.say(t.reply_sent(about=short(question.words, 100)))


async def _asked(context: Context, question_id: int) -> Question:
    """Held; hers, and it waits for her."""
    await cards.hold(context.notices, question_id)
    question = await cards.known(context, question_id)
    if question.asked_by != context.person.id:
        raise Refusal(t.no_such_question)
    if question.state is not State.OPEN or question.waits_for is not Side.ASKER:
        raise Refusal(t.nothing_asked_back)
    return question


async def _check_turns(context: Context, question: Question) -> None:
    if question.asked_by is None:
        raise Refusal(t.asker_left)
    if question.waits_for is Side.ASKER:
        raise Refusal(t.waits_for_asker)
    if len(await store.talk.of(context.tx, question.id)) >= rules.MOST_TURNS:
        raise Refusal(t.enough_turns)
