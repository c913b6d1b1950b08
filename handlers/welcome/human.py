"""The way to a human being: a question goes to the team, the answer comes back."""

from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.incoming import Photo, Voice
from bot.errors import Refusal
from bot.i18n.texts import Text, fits, join, render_plain, short
from bot.i18n.texts import machine as m
from bot.identity import roles
from bot.identity.roles import LIAISONS, SHOPKEEPERS, TEAM
from bot.outbox.message import Stored
from handlers.welcome import store
from handlers.welcome.words import t

LONGEST = 2000  # letters of a question, and of its answer: whole in one message with what stands around it
QUOTED = 600  # letters of a question above its answer, and below its photo
LISTED = 3
# Without a team whoever keeps the place answers; with one, the team.
ANSWERERS = TEAM | SHOPKEEPERS | LIAISONS
READY_MADE = (
    (t.ready_suggest, t.ready_suggest_words),
    (t.ready_seen, t.ready_seen_words),
    (t.ready_counter, t.ready_counter_words),
)
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
    team = [one for one in await roles.keepers(context.tx, context.place.id) if one != context.person.id]
    receipt = t.human_receipt if team else t.human_receipt_nobody
    await context.say(*await naming.asked_with(context, receipt, []))
    for person_id in team:
        asked = t.somebody_asks(name=context.called, words=words or _sign(heard))
        await context.tell(person_id, asked, [[answer_person.button(t.answer, question_id)]])


@action(ANSWERERS)
async def answer_person(context: Context, question_id: int) -> None:
    await _check_answers(context)
    question = await _question(context, question_id)
    shown = question.kind == "photo" and question.ready_id is not None
    words = question.words or SIGNS[question.kind]
    rows = [[listen.button(t.listen, question_id)]] if question.kind == "voice" else []
    rows.append([ready_made.button(t.canned_answer, question_id)])
    await context.ask(
        t.your_answer(words=short(words, QUOTED if shown else LONGEST)),
        hear_answer,
        question_id,
        rows=rows,
        picture=Stored(question.ready_id) if shown and question.ready_id is not None else None,
        where=Where.BELOW,
    )


@action(ANSWERERS)
async def listen(context: Context, question_id: int) -> None:
    """The open question stays: she hears the voice and then writes."""
    await _check_answers(context)
    question = await _question(context, question_id)
    if question.kind != "voice" or question.ready_id is None:
        raise Refusal(t.no_voice_yet)
    await context.send_voice(question.ready_id)


@action(ANSWERERS)
async def ready_made(context: Context, question_id: int) -> None:
    """Sentences for what is asked most; whoever asked reads hers in her own language."""
    await _check_answers(context)
    await _question(context, question_id)
    rows = [[say_ready_made.button(label, question_id, number)] for number, (label, _) in enumerate(READY_MADE)]
    lines = [join(label, sentence, separator="\n") for label, sentence in READY_MADE]
    await context.show(join(t.which_ready_made, *lines), rows, back=answer_person.button(t.back, question_id))


@action(ANSWERERS)
async def say_ready_made(context: Context, question_id: int, number: int) -> None:
    await _check_answers(context)
    if not 0 <= number < len(READY_MADE):
        raise Refusal(t.question_gone)
    question = await _question(context, question_id)
    _, sentence = READY_MADE[number]
    await _answer(context, question, sentence, render_plain(sentence, context.language))


@action(ANSWERERS)
async def hear_answer(context: Context, question_id: int, words: str) -> None:
    await _check_answers(context)
    question = await _question(context, question_id)
    if not fits(words, LONGEST):
        raise Refusal(m.too_long(limit=LONGEST))
    await _answer(context, question, words, words)


async def _answer(context: Context, question: store.HumanQuestion, said: str | Text, kept: str) -> None:
    await store.answer(context.tx, question.id, context.person.id, kept, context.now_ms)
    asked = short(question.words, QUOTED) or SIGNS[question.kind]
    answered = t.human_answers(name=context.signature, words=said, question=asked)
    if question.person_id == context.person.id:
        await context.say(answered)
        return
    reached = await context.answer(question.person_id, answered, [[context.go(t.a_human, "human")]])
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


async def _check_answers(context: Context) -> None:
    if context.person.id not in await roles.keepers(context.tx, context.place.id):
        raise Refusal(t.team_answers)


async def _question(context: Context, question_id: int) -> store.HumanQuestion:
    question = await store.find_question(context.tx, context.place.id, question_id)
    if question is None:
        raise Refusal(t.question_gone)
    if question.answered:
        raise Refusal(t.already_answered)
    return question


def _sign(heard: str | Photo | Voice) -> str:
    return SIGNS["photo" if isinstance(heard, Photo) else "voice" if isinstance(heard, Voice) else ""]
