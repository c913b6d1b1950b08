"""What experts answered, for everybody; and the ways to ask, to answer and to look after it."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Stored
from handlers.experts import asking, cards, rules, store, telling
from handlers.experts.answering import being
from handlers.experts.answering import chat as answering
from handlers.experts.desk import inviting, looking
from handlers.experts.howto import chat as howto
from handlers.experts.rules import State
from handlers.experts.store.questions import Question
from handlers.experts.words import field_name, label, line, t

LISTED, LINES = 40, 5


@action(command="experts")
async def experts(context: Context) -> None:
    await page(context, 0)


@action()
async def page(context: Context, number: int) -> None:
    """What she may do here comes first; what she may not is not there."""
    tx, place_id, me = context.tx, context.place.id, context.person.id
    choices: list[Button] = []
    if hers := await store.experts.of_person(tx, place_id, me):
        count = len(await store.waiting.for_expert(tx, place_id, me))
        choices.append(answering.to_me.button(t.to_me_button(count=count), 0))
        for at, one in enumerate(hers):
            field = field_name(one.field, one.called)
            choices.append(being.me.button(t.me_button if len(hers) == 1 else t.me_in_field(field=field), at))
    if await asking.could_ask(context):
        choices.append(asking.choose_idea.button(t.ask_button, 0))
    choices.append(answers.button(t.answers_button, 0))
    if await store.waiting.asked_by(tx, place_id, me, 1):
        choices.append(my_questions.button(t.my_questions_button, 0))
    if context.may(rules.DESK):
        choices.append(looking.desk.button(t.desk_button, 0))
    if context.may(TEAM) or await store.howtos.listed(tx, place_id):
        choices.append(howto.howtos.button(t.howtos_button, 0))
    if context.may(rules.INVITERS):
        choices.append(inviting.who.button(t.who_button, 0))
    rows = paged(choices, number, page.button(t.more, max(number, 0) + 1))
    back = page.button(t.back, number - 1) if number > 0 else None
    await context.show(t.title, rows, back=back)


@action()
async def answers(context: Context, number: int) -> None:
    """What was useful to somebody before."""
    found = await store.looks.useful(context.tx, context.place.id, LISTED)
    choices = [read.button(label(one), one.id) for one in found]
    rows = paged(choices, number, answers.button(t.more, max(number, 0) + 1))
    text = join(t.answers_title, *map(line, found[:LINES])) if found else t.no_answers_yet
    await context.show(text, rows, back=experts.button(t.back))


@action()
async def my_questions(context: Context, number: int) -> None:
    """Its answers, too: what others may not read is found again here."""
    found = await store.waiting.asked_by(context.tx, context.place.id, context.person.id, LISTED)
    waiting = sum(one.state is State.OPEN for one in found)
    choices = [read.button(label(one), one.id) for one in found]
    rows = paged(choices, number, my_questions.button(t.more, max(number, 0) + 1))
    await context.show(t.my_questions_title(count=waiting), rows, back=experts.button(t.back))


@action()
async def of_idea(context: Context, idea_id: int, number: int) -> None:
    """From the card of the idea; nothing of an idea nobody may see."""
    found = await store.looks.beneath(context.tx, context.place.id, idea_id, LISTED)
    found = [one for one in found if await cards.readable(context, one)]
    choices = [read.button(label(one), one.id) for one in found]
    rows = paged(choices, number, of_idea.button(t.more, idea_id, max(number, 0) + 1))
    text = join(t.of_idea_title, *map(line, found[:LINES])) if found else t.no_answers_yet
    await context.show(text, rows, back=Button(t.back, f"ideas.card:{idea_id}"))


@action()
async def read(context: Context, question_id: int) -> None:
    await _read(context, question_id, Where.INSTEAD)


@action()
async def read_below(context: Context, question_id: int) -> None:
    """From a message that stays."""
    await _read(context, question_id, Where.BELOW)


@action()
async def listen(context: Context, question_id: int) -> None:
    question = await cards.known(context, question_id)
    if not await cards.readable(context, question) or question.state is not State.ANSWERED:
        raise Refusal(t.no_such_question)
    if question.answer_kind != "voice" or question.answer_media is None:
        raise Refusal(t.no_voice_yet)
    await context.send_voice(question.answer_media)


@action()
async def helps(context: Context, question_id: int, draft_id: int) -> None:
    """Counts once a person; a question of her own that waited to be sent is not needed any more."""
    question = await cards.known(context, question_id)
    if not (question.useful or await cards.readable(context, question)) or question.state is not State.ANSWERED:
        raise Refusal(t.no_such_question)
    if question.asked_by != context.person.id:
        await store.looks.note_helped(context.tx, question.id, context.person.id, context.now_ms)
    if draft_id:
        await telling.throw_away_draft(context.notices, context.person.id)
    fresh = await cards.known(context, question_id)
    await context.say(t.helped(count=fresh.helped + 1), [[experts.button(t.to_experts)]])


async def _read(context: Context, question_id: int, where: Where) -> None:
    question = await cards.known(context, question_id)
    if not await cards.readable(context, question):
        raise Refusal(t.no_such_question)
    back = experts.button(t.back)
    if question.state is not State.ANSWERED:
        rows = _while_open(context, question)
        text = join(await cards.full(context.notices, question), t[f"waits-{question.state.value}"])
        await context.show(text, rows, back=back, where=where)
        return
    rows = [[listen.button(t.listen, question.id)]] if question.answer_kind == "voice" else []
    if question.useful and question.asked_by != context.person.id:
        rows.append([helps.button(t.that_helps, question.id, 0)])
    shown = question.answer_media if question.answer_kind == "photo" else None
    picture = Stored(shown) if shown is not None else None
    await context.show(cards.answer_card(context, question), rows, picture=picture, back=back, where=where)


def _while_open(context: Context, question: Question) -> list[list[Button]]:
    if question.asked_by != context.person.id or question.state is not State.OPEN:
        return []
    rows = [[asking.take_back.button(t.take_back, question.id)]]
    if question.waits_for == "asker":
        rows.insert(0, [Button(t.reply_button, f"experts.reply:{question.id}")])
    return rows
