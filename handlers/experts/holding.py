"""What somebody was asked as an expert, as something another of her field can have."""

from bot.dialogue.notices import Notices
from bot.identity import roles
from bot.identity.roles import EVERYONE, HELD
from handlers.experts import store, telling
from handlers.experts.rules import Standing, State
from handlers.experts.store.questions import Question
from handlers.experts.words import line, t
from handlers.handover.rules import Back
from handlers.handover.source import Holding


async def holders(notices: Notices) -> list[int]:
    found = await store.experts.people(notices.tx, notices.place.id)
    return [one for one in found if await store.waiting.for_expert(notices.tx, notices.place.id, one)]


async def held(notices: Notices, person_id: int) -> list[Holding]:
    found = await store.waiting.for_expert(notices.tx, notices.place.id, person_id)
    return [await _holding(notices, one) for one in found]


async def find(notices: Notices, key: str) -> Holding | None:
    question = await _question(notices, key)
    return await _holding(notices, question) if question is not None else None


async def give(notices: Notices, key: str, giver: int | None, to: int | None) -> bool:
    """To another of the field; to nobody: to whoever of it has fewest, and the team looks for somebody else."""
    question = await _question(notices, key)
    if question is None or question.expert_id is None or question.expert_person != giver:
        return False
    await notices.tx.lock(f"expert question {question.id}")
    question = await _question(notices, key)
    if question is None or question.expert_id is None or question.expert_person != giver:
        return False
    if to is None:
        await store.questions.note_passed(notices.tx, question.id, question.expert_id)
        await telling.dispatch(notices, question)
        return True
    able = await store.experts.free(notices.tx, question.place_id, question.field, question.called, question.id)
    one = next((each for each in able if each.person_id == to != question.asked_by), None)
    if one is None:
        return False
    await store.questions.give(notices.tx, question.id, one.id, notices.now_ms)
    return True


async def _question(notices: Notices, key: str) -> Question | None:
    if not (key.isascii() and key.isdigit() and len(key) < 16):
        return None
    found = await store.questions.find(notices.tx, notices.place.id, int(key))
    return found if found is not None and found.state is State.OPEN and found.expert_id is not None else None


async def _holding(notices: Notices, question: Question) -> Holding:
    """Whoever is not of the field is not asked."""
    listed = await store.experts.listed(notices.tx, question.place_id)
    able = {
        one.person_id
        for one in listed
        if (one.field, one.called) == (question.field, question.called)
        and one.state is Standing.ACTIVE
        and one.person_id != question.asked_by
    }
    others = frozenset(await roles.holders(notices.tx, question.place_id, *HELD)) - able
    text = t.hold_question(line=line(question))
    return Holding(str(question.id), text, question.moved_at, EVERYONE, Back.OPEN, has=others)
