"""Asking an expert, one step at a time; what was answered before is offered first, half a question is found again."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join, short
from bot.outbox.message import Button, Stored
from handlers.experts import cards, rules, store, telling
from handlers.experts.rules import Field, State
from handlers.experts.store.questions import Question
from handlers.experts.words import answer_words, asked_by_many, field_name, field_of, signed, t
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import View

experts = Ahead[[]]("experts.experts")
helps = Ahead[[int, int]]("experts.helps")
MOST_IDEAS = 30
COMPARED = 200
ANSWER_SHOWN = 700  # letters


async def could_ask(context: Context) -> bool:
    """The desk and the shopkeeper of anything; a resident of an idea of hers that stands on the board."""
    if context.may(rules.ASKERS):
        return True
    found = await ideas.board(context.tx, context.place.id, context.person.id, View(mine=True), 0, MOST_IDEAS)
    return any(one.public for one in found)


@action()
async def choose_idea(context: Context, page: int) -> None:
    """Half a question is taken up where it was."""
    half = await store.questions.draft_of(context.tx, context.place.id, context.person.id)
    if half is not None and half.words and page == 0 and await _still_may(context, half):
        await preview(context, half.id)
        return
    if context.may(rules.ASKERS):
        await choose_field(context, 0, 0)
        return
    found = await ideas.board(context.tx, context.place.id, context.person.id, View(mine=True), 0, MOST_IDEAS)
    choices = [
        choose_field.button(t.idea(number=one.number, words=short(one.words, 30)), one.id, 0)
        for one in found
        if one.public
    ]
    rows = paged(choices, page, choose_idea.button(t.more, max(page, 0) + 1))
    await context.show(t.which_idea if rows else t.needs_an_idea, rows, back=experts.button(t.back))


@action()
async def choose_field(context: Context, idea_id: int, page: int) -> None:
    """From the card of an idea, too."""
    await _check_may(context, idea_id)
    choices = [begin.button(t[f"choose-{one.value}"], idea_id, one, 0) for one in Field if one is not Field.OTHER]
    others = [one for one in await store.experts.listed(context.tx, context.place.id) if one.field is Field.OTHER]
    choices += [
        begin.button(field_name(one.field, one.called), idea_id, Field.OTHER, one.id)
        for one in {each.called: each for each in others}.values()
    ]
    rows = paged(choices, page, choose_field.button(t.more, idea_id, max(page, 0) + 1))
    back = Button(t.back, f"ideas.card:{idea_id}") if idea_id else experts.button(t.back)
    await context.show(t.which_field, rows, back=back)


@action()
async def begin(context: Context, idea_id: int, field: Field, expert_id: int) -> None:
    """`expert_id` names the field where it is none of the four. Whoever begins anew leaves the other one."""
    await _check_may(context, idea_id)
    await _check_limits(context)
    called = ""
    if field is Field.OTHER:
        expert = await store.experts.find(context.tx, context.place.id, expert_id)
        if expert is None or not expert.called:
            raise Refusal(t.no_such_field)
        called = expert.called
    await telling.throw_away_draft(context.notices, context.person.id)
    me, place_id = context.person.id, context.place.id
    question_id = await store.questions.begin(
        context.tx, place_id, me, field, called, idea_id or None, context.now_ms
    )
    await write(context, question_id)


@action()
async def write(context: Context, question_id: int) -> None:
    draft = await _draft(context, question_id)
    goes = t.goes_with_idea if draft.idea_id is not None else t.goes_alone
    text = join(t.ask_words(field=field_of(draft)), goes)
    await context.ask(text, hear_words, draft.id, back=choose_field.button(t.back, draft.idea_id or 0, 0))


@action()
async def hear_words(context: Context, question_id: int, words: str) -> None:
    draft = await _draft(context, question_id)
    await store.questions.set_words(context.tx, draft.id, cards.read_words(words, rules.LONGEST))
    await alike(context, draft.id, 0)


@action()
async def alike(context: Context, question_id: int, number: int) -> None:
    """What was answered before and says nearly the same, one at a time; then her own question."""
    draft = await _draft(context, question_id)
    known = await store.looks.useful_in(context.tx, context.place.id, draft.field, draft.called, COMPARED)
    found = rules.alike(draft.words, known)
    one = await cards.known(context, found[number]) if 0 <= number < len(found) else None
    if one is None:
        await preview(context, draft.id)
        return
    rows = [[helps.button(t.that_helps, one.id, draft.id)]]
    if one.answer_kind == "voice":
        # What nobody can hear helps nobody: the next answer comes when her own question is not asked.
        rows.append([Button(t.listen, f"experts.listen:{one.id}")])
    elif number + 1 < len(found):
        rows.append([alike.button(t.another_answer, draft.id, number + 1)])
    rows.append([preview.button(t.ask_all_the_same, draft.id)])
    text = join(
        t.asked_before(words=short(one.words, 300)),
        t.answer_said(words=answer_words(one, ANSWER_SHOWN)),
        t.answer_signed_only(who=signed(one)),
        asked_by_many(one),
    )
    await context.show(text, rows, back=experts.button(t.back))


@action()
async def preview(context: Context, question_id: int) -> None:
    draft = await _draft(context, question_id)
    if not draft.words:
        await write(context, draft.id)
        return
    rows = [
        [send.button(t.send, draft.id)],
        [add_photo.button(t.add_photo, draft.id)],
        [write.button(t.write_anew, draft.id)],
    ]
    text = join(await cards.full(context.notices, draft, draft.photo), t.name_stays_here)
    picture = Stored(draft.photo) if draft.photo is not None else None
    await context.show(text, rows, picture=picture, back=experts.button(t.back))


@action()
async def add_photo(context: Context, question_id: int) -> None:
    draft = await _draft(context, question_id)
    await context.ask(t.ask_photo, hear_photo, draft.id, back=preview.button(t.back, draft.id))


@action()
async def hear_photo(context: Context, question_id: int, photo: Photo) -> None:
    draft = await _draft(context, question_id)
    await telling.forget_pictures(context.notices, await store.pictures.of_question(context.tx, draft.id))
    await store.questions.set_photo(context.tx, draft.id, await context.keep(photo))
    await context.say(t.photo_kept, [[send.button(t.send, draft.id)], [preview.button(t.see_question, draft.id)]])


@action()
async def send(context: Context, question_id: int) -> None:
    await context.tx.lock(f"expert questions of place {context.place.id}")
    draft = await _draft(context, question_id)
    if not draft.words:
        await write(context, draft.id)
        return
    await _check_may(context, draft.idea_id or 0)
    await _check_limits(context)
    await store.questions.send(context.tx, draft.id, context.now_ms)
    found = await telling.dispatch(context.notices, await cards.known(context, draft.id))
    said = t.sent(field=field_of(draft)) if found else t.sent_to_nobody(field=field_of(draft))
    await context.say(said, [[experts.button(t.to_experts)]])


@action()
async def take_back(context: Context, question_id: int) -> None:
    """Her own, while nobody answered; whoever has it finds that it is over."""
    await cards.hold(context.notices, question_id)
    question = await cards.known(context, question_id)
    if question.asked_by != context.person.id:
        raise Refusal(t.no_such_question)
    if question.state is State.ANSWERED:
        raise Refusal(t.answered_already)
    await store.questions.end(context.tx, question.id)
    await context.show(t.taken_back, back=experts.button(t.back))


async def _draft(context: Context, question_id: int) -> Question:
    found = await store.questions.find(context.tx, context.place.id, question_id)
    if found is None or found.asked_by != context.person.id:
        raise Refusal(t.no_such_question)
    if found.state is not State.DRAFT:
        raise Refusal(t.sent_already)
    return found


async def _still_may(context: Context, half: Question) -> bool:
    """Not where its idea left the board meanwhile, or she her role: it could never be sent."""
    idea = await cards.idea_of(context.notices, half)
    return (half.idea_id is None or idea is not None) and await cards.may_ask(context, idea)


async def _check_may(context: Context, idea_id: int) -> None:
    idea = await ideas.find(context.tx, context.place.id, idea_id) if idea_id else None
    if idea_id and (idea is None or not idea.public):
        raise Refusal(t.no_such_idea)
    if not await cards.may_ask(context, idea):
        raise Refusal(t.needs_an_idea)


async def _check_limits(context: Context) -> None:
    """An expert gives her time: nobody buries her in questions."""
    tx, place_id, me = context.tx, context.place.id, context.person.id
    most = rules.MOST_OPEN_OF_DESK if context.may(rules.ASKERS) else rules.MOST_OPEN
    if len(await store.waiting.of_asker(tx, place_id, me)) >= most:
        raise Refusal(t.enough_of_yours(most=most))
    if await store.waiting.count_here(tx, place_id) >= rules.MOST_OPEN_HERE:
        raise Refusal(t.enough_here)
    since = milliseconds(context.now - rules.A_DAY)
    if not context.may(rules.ASKERS) and await store.waiting.asked_since(tx, place_id, me, since):
        raise Refusal(t.one_a_day)
