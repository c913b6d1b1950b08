"""The way to a human being: a question goes to the team, the answer comes back."""

from pathlib import Path

from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo, Voice
from bot.errors import Refusal
from bot.i18n.texts import Texts, fits, short
from bot.i18n.texts import machine as m
from bot.identity import people
from bot.identity.people import TEAM
from bot.outbox.outgoing import Stored
from handlers.welcome import store

t = Texts("welcome", Path(__file__).parent / "texts")

LONGEST = 2000  # letters of a question, and of its answer: whole in one message with what stands around it
QUOTED = 600  # letters of a question above its answer, and below its photo
LISTED = 3
SIGNS = {"photo": "📷", "voice": "🎤", "": "…"}  # for a question without words


@action(command="human")
async def human(context: Context) -> None:
    await context.ask(t.ask_human, hear_for_human)


@action()
async def hear_for_human(context: Context, heard: str | Photo | Voice) -> None:
    words = heard if isinstance(heard, str) else heard.words if isinstance(heard, Photo) else ""
    if not fits(words, LONGEST):
        raise Refusal(m.too_long(limit=LONGEST))
    media_id = None if isinstance(heard, str) else await context.keep(heard)
    question_id = await store.add_question(
        context.tx, context.place.id, context.person.id, words, media_id, context.now_ms
    )
    team = [one for one in await people.team(context.tx, context.place.id) if one != context.person.id]
    receipt = t.human_receipt if team else t.human_receipt_nobody
    await context.say(*await naming.asked_with(context, receipt, []))
    for person_id in team:
        asked = t.somebody_asks(name=context.called, words=words or _sign(heard))
        await context.tell(person_id, asked, [[answer_person.button(t.answer, question_id)]])


@action(TEAM)
async def answer_person(context: Context, question_id: int) -> None:
    question = await _question(context, question_id)
    shown = question.kind == "photo" and question.ready_id is not None
    words = question.words or SIGNS[question.kind]
    rows = [[listen.button(t.listen, question_id)]] if question.kind == "voice" else []
    await context.ask_below(
        t.your_answer(words=short(words, QUOTED if shown else LONGEST)),
        hear_answer,
        question_id,
        rows=rows,
        picture=Stored(question.ready_id) if shown and question.ready_id is not None else None,
    )


@action(TEAM)
async def listen(context: Context, question_id: int) -> None:
    """The open question stays: she hears the voice and then writes."""
    question = await _question(context, question_id)
    if question.kind != "voice" or question.ready_id is None:
        raise Refusal(t.no_voice_yet)
    await context.send_voice(question.ready_id)


@action(TEAM)
async def hear_answer(context: Context, question_id: int, words: str) -> None:
    question = await _question(context, question_id)
    if not fits(words, LONGEST):
        raise Refusal(m.too_long(limit=LONGEST))
    await store.answer(context.tx, question_id, context.person.id, words, context.now_ms)
    asked = short(question.words, QUOTED) or SIGNS[question.kind]
    answered = t.human_answers(name=context.signature, words=words, question=asked)
    if question.person_id == context.person.id:
        await context.say(answered)
        return
    reached = await context.notices.answer(question.person_id, answered, [[context.go(t.a_human, "human")]])
    await context.say(t.answer_sent if reached else t.answer_kept)


@action(TEAM, command="questions")
async def waiting(context: Context) -> None:
    """The oldest questions without an answer."""
    questions = await store.open_questions(context.tx, context.place.id)
    rows = [
        [answer_person.button(t.answer_this(words=short(one.words, 24) or SIGNS[one.kind]), one.id)]
        for one in questions[:LISTED]
    ]
    await context.show(t.questions(count=len(questions)), rows)


async def _question(context: Context, question_id: int) -> store.HumanQuestion:
    question = await store.find_question(context.tx, context.place.id, question_id)
    if question is None:
        raise Refusal(t.question_gone)
    if question.answered:
        raise Refusal(t.already_answered)
    return question


def _sign(heard: str | Photo | Voice) -> str:
    return SIGNS["photo" if isinstance(heard, Photo) else "voice" if isinstance(heard, Voice) else ""]
