"""Questions that wait and answers to look at: what everybody may read, and what the next asker is offered."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Stored
from handlers.experts import cards, rules, store, telling
from handlers.experts.rules import DESK, INVITERS, Side, State
from handlers.experts.store.questions import Question
from handlers.experts.words import day, label, t

experts = Ahead[[]]("experts.experts")
invite = Ahead[[int]]("experts.invite")
LISTED = 60


@action(DESK)
async def desk(context: Context, page: int) -> None:
    tx, place_id = context.tx, context.place.id
    to_look_at = await store.looks.to_look_at(tx, place_id, LISTED) if context.may(TEAM) else []
    waiting = await store.waiting.open_here(tx, place_id, LISTED)
    choices = [look.button(label(one), one.id) for one in (*to_look_at, *waiting)]
    rows = paged(choices, page, desk.button(t.more, max(page, 0) + 1))
    text = t.desk(answers=len(to_look_at), questions=len(waiting))
    await context.show(text, rows, back=experts.button(t.back))


@action(DESK)
async def look(context: Context, question_id: int) -> None:
    await _show(context, question_id, Where.INSTEAD)


@action(DESK)
async def look_below(context: Context, question_id: int) -> None:
    """From a message that stays."""
    await _show(context, question_id, Where.BELOW)


@action(TEAM)
async def set_shown(context: Context, question_id: int, wished: int) -> None:
    """Beneath the card of its idea, for everybody."""
    question = await _answered(context, question_id)
    if wished and await cards.idea_of(context.notices, question) is None:
        raise Refusal(t.no_such_idea)
    await store.looks.set_shown(context.tx, question.id, int(bool(wished)))
    await _looked(context, question)
    context.toast(t.toast_shown if wished else t.toast_not_shown)
    await _show(context, question_id, Where.INSTEAD)


@action(TEAM)
async def set_useful(context: Context, question_id: int, wished: int) -> None:
    """Offered to the next asker of the field."""
    question = await _answered(context, question_id)
    await store.looks.set_useful(context.tx, question.id, int(bool(wished)))
    await _looked(context, question)
    context.toast(t.toast_useful if wished else t.toast_not_useful)
    await _show(context, question_id, Where.INSTEAD)


@action(TEAM)
async def leave_it(context: Context, question_id: int) -> None:
    """Between the two of them; it does not wait any more."""
    question = await _answered(context, question_id)
    await _looked(context, question)
    await context.show(t.looked, back=desk.button(t.back, 0))


@action(DESK)
async def another(context: Context, question_id: int, instead_of: int = 0) -> None:
    """Somebody else of the field; or nobody, and then somebody is invited. Pressed twice, the second one keeps it."""
    question = await _open(context, question_id)
    if instead_of and instead_of != question.expert_id:
        await _show(context, question_id, Where.INSTEAD)
        return
    found = await store.experts.free(context.tx, context.place.id, question.field, question.called, question.id)
    if not any(one.person_id not in (question.expert_person, question.asked_by) for one in found):
        raise Refusal(t.nobody_else)
    if question.expert_id is not None:
        await store.questions.note_passed(context.tx, question.id, question.expert_id)
    await telling.dispatch(context.notices, question)
    context.toast(t.toast_another)
    await _show(context, question_id, Where.INSTEAD)


@action(DESK)
async def ask_close(context: Context, question_id: int) -> None:
    question = await _open(context, question_id)
    text = t.close_with(words=short(question.words, 200))
    await context.ask(text, hear_close, question.id, back=look.button(t.back, question.id))


@action(DESK)
async def hear_close(context: Context, question_id: int, words: str) -> None:
    """Nobody answers it; whoever asked hears why, or where else to ask."""
    question = await _open(context, question_id)
    said = cards.read_words(words, rules.LONGEST_TURN)
    await store.questions.end(context.tx, question.id)
    await telling.closed(context.notices, question, said)
    await context.say(t.closed_now, [[desk.button(t.desk_button, 0)]])


async def _show(context: Context, question_id: int, where: Where) -> None:
    question = await cards.known(context, question_id)
    if question.state is State.ANSWERED:
        text = cards.answer_card(context, question)
        shown = question.answer_media if question.answer_kind == "photo" else None
        rows = await _answer_rows(context, question) if context.may(TEAM) else []
    else:
        shown = await cards.photo(context.notices, question)
        text = join(await cards.full(context.notices, question, shown), _how_it_stands(context, question))
        rows = _open_rows(context, question) if question.state is State.OPEN else []
    picture = Stored(shown) if shown is not None else None
    await context.show(text, rows, picture=picture, back=desk.button(t.back, 0), where=where)


async def _answer_rows(context: Context, question: Question) -> list[list[Button]]:
    rows: list[list[Button]] = []
    if question.answer_kind == "voice":
        # Heard before it is shown: what a voice says stands nowhere else.
        rows.append([Button(t.listen, f"experts.listen:{question.id}")])
    if await cards.idea_of(context.notices, question) is not None:
        rows.append([set_shown.button(t.hide if question.shown else t.show, question.id, 0 if question.shown else 1)])
    wished = 0 if question.useful else 1
    rows.append([set_useful.button(t.not_useful if question.useful else t.useful, question.id, wished)])
    if question.looked_at is None:
        # Where there is no room for a fourth it takes the place of the third, which comes with the next look.
        rows[2:] = [[leave_it.button(t.leave_it, question.id)]]
    return rows


def _open_rows(context: Context, question: Question) -> list[list[Button]]:
    rows = [[ask_close.button(t.close_button, question.id)]]
    if question.expert_id is not None:
        rows.insert(0, [another.button(t.another_button, question.id, question.expert_id)])
    if context.may(INVITERS):
        rows.insert(0, [invite.button(t.invite_button, 0)])
    return rows


def _how_it_stands(context: Context, question: Question) -> Text:
    since = day(question.moved_at, context.place.clocks)
    if question.state is State.ENDED:
        return t.waits_ended
    if question.waits_for is Side.ASKER:
        return t.stands_asker(since=since)
    return t.stands_expert(since=since) if question.expert_id is not None else t.stands_nobody(since=since)


async def _looked(context: Context, question: Question) -> None:
    await store.looks.note_looked(context.tx, question.id, context.person.id, context.now_ms)


async def _answered(context: Context, question_id: int) -> Question:
    """Held."""
    await cards.hold(context.notices, question_id)
    question = await cards.known(context, question_id)
    if question.state is not State.ANSWERED:
        raise Refusal(t.no_answer_yet)
    return question


async def _open(context: Context, question_id: int) -> Question:
    """Held."""
    await cards.hold(context.notices, question_id)
    question = await cards.known(context, question_id)
    if question.state is not State.OPEN:
        raise Refusal(t.over)
    return question
