"""By the clock: a question that nobody answered comes again after a day, and goes to the leads after another."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, short
from bot.identity import names, people, roles
from bot.identity.roles import Role
from bot.outbox.message import Button
from handlers.digests.source import Decision, DigestPart
from handlers.welcome import store
from handlers.welcome.human import SIGNS, answer_person
from handlers.welcome.store import HumanQuestion
from handlers.welcome.words import t

PATIENCE = timedelta(hours=24)
IN_DIGEST, ON_A_BUTTON = 3, 24
LONGEST = 600  # letters of a question that comes again


async def ask_again(notices: Notices) -> None:
    """Its asker does not remind herself, also when she is of the team."""
    tx, place_id, before = notices.tx, notices.place.id, milliseconds(notices.now - PATIENCE)
    leads = await people.members_with(tx, place_id, Role.LEAD)
    team = await roles.keepers(tx, place_id)
    for question in await store.asked_again_before(tx, place_id, before):
        await store.note_lead(tx, question.id, notices.now_ms)
        await _tell(notices, question, leads or team, t.waits_for_a_lead)
        if set(leads) - {question.person_id}:
            await notices.answer(question.person_id, t.not_forgotten(words=_words(question)))
    for question in await store.asked_before(tx, place_id, before):
        await store.note_again(tx, question.id, notices.now_ms)
        await _tell(notices, question, team, t.still_asks)


async def for_volunteers(notices: Notices, since: object) -> DigestPart:
    """Everything open, whenever it was asked; the ones that wait longest with a button."""
    found = await store.open_questions(notices.tx, notices.place.id)
    decisions = [
        Decision(
            "welcome",
            question.id,
            "🙋",
            t.digest_question(name=await _name(notices, question), words=short(question.words, LONGEST // 4) or "…"),
            question.asked_at,
            answer_person.partial_address(question.id),
            t.answer_this(words=_on_a_button(question)),
        )
        for question in found[:IN_DIGEST]
    ]
    more = (t.digest_questions(count=len(found)),) if len(found) > 1 else ()
    return DigestPart(decisions=tuple(decisions), asides=more)


async def _tell(notices: Notices, question: HumanQuestion, to: list[int], said: Text) -> None:
    text = said(name=await _name(notices, question), words=_words(question))
    others = [person_id for person_id in to if person_id != question.person_id]
    await notices.tell_all(others, text, [[Button(t.answer, answer_person.partial_address(question.id))]])


async def _name(notices: Notices, question: HumanQuestion) -> Text:
    return names.called((await people.person(notices.tx, question.person_id)).name)


def _words(question: HumanQuestion) -> str:
    return short(question.words, LONGEST) or SIGNS[question.kind]


def _on_a_button(question: HumanQuestion) -> str:
    return short(question.words, ON_A_BUTTON) or SIGNS[question.kind]


JOBS = (Job("questions", ask_again, seconds=60, anything_due=store.anything_open),)
