"""Who hears of a question: the expert at once, as she agreed; whoever asked; and the liaison when nobody speaks.

Each of them waits for it, so it is no unasked message; quiet hours are kept.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.notices import Notices
from bot.i18n.texts import join, short
from bot.i18n.texts import machine as m
from bot.identity import personal_data, roles
from bot.identity.roles import Role
from bot.outbox.message import Button, Rows
from handlers.experts import store
from handlers.experts.rules import Side, Standing, State
from handlers.experts.store.experts import Expert
from handlers.experts.store.questions import Question
from handlers.experts.words import IN_LINE, answer_words, field_of, line, signed, t

IN_MESSAGE = 1200  # letters of an answer


async def dispatch(notices: Notices, question: Question) -> bool:
    """To whoever of the field has the fewest; False when nobody is there. Expects a held question."""
    found = await store.experts.free(notices.tx, question.place_id, question.field, question.called, question.id)
    one = next((each for each in found if each.person_id != question.asked_by), None)
    await store.questions.give(notices.tx, question.id, one.id if one else None, notices.now_ms)
    if one is None or one.person_id is None:
        return False
    text = t.asked_you(field=field_of(question), words=question.words)
    await notices.answer(one.person_id, text, _look(question))
    return True


async def let_go(notices: Notices, expert: Expert) -> int:
    """She pauses, stops or leaves: what waits with her goes to somebody else; how many that are."""
    found = await store.waiting.of_expert(notices.tx, expert.place_id, expert.id)
    for one in found:
        await _go_on(notices, one)
    return len(found)


async def stop(notices: Notices, expert: Expert) -> None:
    await store.experts.set_state(notices.tx, expert.id, Standing.ENDED)
    await let_go(notices, expert)


async def take_up(notices: Notices, expert: Expert) -> int:
    """What waited for somebody of her field."""
    found = await store.waiting.of_nobody_in(notices.tx, expert.place_id, expert.field, expert.called)
    for one in found:
        await _go_on(notices, one)
    return len(found)


async def _go_on(notices: Notices, question: Question) -> None:
    """Unless it was answered, ended or given to somebody in this moment."""
    await notices.tx.lock(f"expert question {question.id}")
    now = await store.questions.find(notices.tx, question.place_id, question.id)
    if now is not None and (now.state, now.expert_id) == (State.OPEN, question.expert_id):
        await dispatch(notices, now)


async def answered(notices: Notices, question: Question) -> None:
    if question.asked_by is None:
        return
    text = join(
        t.answer_came(words=short(question.words, 200)),
        t.answer_said(words=answer_words(question, IN_MESSAGE)),
        t.answer_signed_only(who=signed(question)),
    )
    await notices.answer(question.asked_by, text, [[Button(t.see_answer, f"experts.read_below:{question.id}")]])


async def asked_back(notices: Notices, question: Question, words: str) -> None:
    if question.asked_by is not None:
        text = t.asked_back(who=signed(question), about=short(question.words, IN_LINE), words=words)
        await notices.answer(question.asked_by, text, _reply(question))


async def replied(notices: Notices, question: Question, words: str) -> None:
    if question.expert_person is not None:
        text = t.replied(about=short(question.words, IN_LINE), words=words)
        await notices.answer(question.expert_person, text, _look(question))


async def remind(notices: Notices, question: Question) -> None:
    """Whoever it waits for, once."""
    if question.waits_for is Side.ASKER:
        if question.asked_by is not None:
            text = t.remind_asker(about=short(question.words, IN_LINE))
            await notices.answer(question.asked_by, text, _reply(question))
    elif question.expert_person is not None:
        text = t.remind_expert(line=line(question))
        await notices.answer(question.expert_person, text, _look(question))


async def silent(notices: Notices, question: Question) -> None:
    """The liaison; the leads where there is none, and the team where there are no leads. Nobody is blamed."""
    tx, place_id = notices.tx, notices.place.id
    told = await roles.holders(tx, place_id, Role.LIAISON) or await roles.holders(tx, place_id, Role.LEAD)
    rows = [[Button(t.look_at_question, f"experts.look_below:{question.id}")]]
    for person_id in told or await roles.keepers(tx, place_id):
        await notices.answer(person_id, t.told_silent(line=line(question)), rows)


async def closed(notices: Notices, question: Question, words: str) -> None:
    if question.asked_by is not None:
        await notices.answer(question.asked_by, t.told_closed(about=short(question.words, 200), words=words))


async def throw_away_draft(notices: Notices, person_id: int) -> None:
    await forget_pictures(notices, await store.pictures.of_drafts(notices.tx, notices.place.id, person_id))
    await store.questions.throw_away(notices.tx, notices.place.id, person_id)


async def forget_pictures(notices: Notices, media_ids: Sequence[int]) -> None:
    """What nothing shows any more leaves the disk."""
    await personal_data.forget_pictures(notices.tx, notices.town.picture_columns, media_ids)


async def picture_refused(notices: Notices, media_id: int, reason: str) -> None:
    """The words stay; whoever sent it hears that it could not be read."""
    sender = await store.questions.drop_picture(notices.tx, media_id)
    sender = sender or await store.howtos.drop_picture(notices.tx, media_id)
    if sender is not None:
        await notices.answer(sender, m[f"picture-{reason.replace('_', '-')}"])


def with_answer(question: Question, words: str, kind: str) -> Question:
    """As it is told before the database is asked again: a voice is not ready yet."""
    return replace(question, answer=words, answer_kind=kind)


def _look(question: Question) -> Rows:
    return [[Button(t.look_at_question, f"experts.see:{question.id}")]]


def _reply(question: Question) -> Rows:
    return [[Button(t.reply_button, f"experts.reply:{question.id}")]]
