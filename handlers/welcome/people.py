"""The way to a human being: a question goes to the team, the answer comes back."""

from pathlib import Path

from bot import people
from bot.actions import action
from bot.context import Context
from bot.errors import Refusal
from bot.incoming import Photo, Voice
from bot.people import TEAM
from bot.texts import Texts, short
from handlers.welcome import store

t = Texts("welcome", Path(__file__).parent / "texts")

SHOWN = 600  # letters of a question that the team sees in its notice
LISTED = 3


@action(command="human")
async def human(context: Context) -> None:
    await context.ask(t.ask_human, hear_for_human)


@action()
async def hear_for_human(context: Context, heard: str | Photo | Voice) -> None:
    words = heard if isinstance(heard, str) else heard.words if isinstance(heard, Photo) else ""
    media_id = None if isinstance(heard, str) else await context.keep(heard)
    question_id = await store.add_question(
        context.tx, context.place.id, context.person.id, words, media_id, context.now_ms
    )
    await context.say(t.human_receipt)
    for person_id in await people.team(context.tx, context.place.id):
        if person_id != context.person.id:
            asked = t.somebody_asks(name=context.person.name, words=short(words, SHOWN) or "📷")
            await context.tell(person_id, asked, [[answer_person.button(t.answer, question_id)]])


@action(TEAM)
async def answer_person(context: Context, question_id: int) -> None:
    question = await _question(context, question_id)
    await context.ask_below(t.your_answer(words=short(question.words, SHOWN)), hear_answer, question_id)


@action(TEAM)
async def hear_answer(context: Context, question_id: int, words: str) -> None:
    question = await _question(context, question_id)
    await store.answer(context.tx, question_id, context.person.id, words, context.now_ms)
    answered = t.human_answers(name=context.person.name, words=words, question=short(question.words, SHOWN))
    if question.person_id == context.person.id:
        await context.say(answered)
        return
    reached = await context.notices.answer(question.person_id, answered, [[context.go(t.a_human, "human")]])
    await context.say(t.answer_sent if reached else t.answer_kept)


@action(TEAM, command="questions")
async def waiting(context: Context) -> None:
    """The oldest questions without an answer."""
    questions = await store.open_questions(context.tx, context.place.id)
    rows = [[answer_person.button(t.answer_this(words=short(one.words, 24)), one.id)] for one in questions[:LISTED]]
    await context.show(t.questions(count=len(questions)), rows)


async def _question(context: Context, question_id: int) -> store.HumanQuestion:
    question = await store.find_question(context.tx, context.place.id, question_id)
    if question is None:
        raise Refusal(t.question_gone)
    if question.answered:
        raise Refusal(t.already_answered)
    return question
