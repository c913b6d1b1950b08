"""A round begins: everybody who is active is asked once, within her two unasked messages a week; and it ends."""

from bot.clock import milliseconds, moment
from bot.dialogue import mailing
from bot.dialogue.mailing import Brief
from bot.dialogue.notices import Notices
from bot.i18n.texts import join
from bot.identity import linked_rows, linking, roles
from bot.identity.roles import Role
from bot.outbox import campaigns
from bot.outbox.message import Button, Lane, Message
from handlers.pulse import chat, rules, store
from handlers.pulse.rules import READERS, Face, Question
from handlers.pulse.store.rounds import Round
from handlers.pulse.words import day, question_words, result_head, t, team_lines


async def begin(notices: Notices) -> None:
    """Whoever has had her two messages is asked when there is room, as long as it runs; nobody is reminded."""
    tx, place, now = notices.tx, notices.place, notices.now
    one = await store.rounds.open_(tx, place.id, notices.now_ms, milliseconds(now + rules.OPEN_FOR))
    campaign_id = await campaigns.new_campaign(tx, place.id, now)
    await campaigns.add_role(tx, campaign_id, place.id, Role.RESIDENT)
    await campaigns.only_active(tx, campaign_id, now - rules.ACTIVE)
    await store.rounds.note_campaign(tx, one.id, campaign_id)
    text = t.invitation(place=place.name, question=question_words(Question.PLACE))
    until = day(one.closes_at, place.clocks)
    brief = Brief(t.in_short(place=place.name, until=until), Button(t.open_label, f"pulse.ask_below:{one.id}"))
    message = Message(text, chat.faces(one.id, Question.PLACE))
    await mailing.queue_unasked(
        notices, campaign_id, message, Lane.NOTICE, useful_until=moment(one.closes_at), brief=brief
    )


async def close(notices: Notices, one: Round) -> None:
    """Numbers are kept, and whose they were is forgotten."""
    tx = notices.tx
    said = await store.answers.by_person(tx, one.id)
    asked = set(said)
    if one.campaign_id is not None:
        asked |= await linking.now_of(tx, await campaigns.told(tx, one.campaign_id))
        await campaigns.stop(tx, one.campaign_id, notices.now)
    answered = sum(any(face is not Face.UNSAID for face in faces.values()) for faces in said.values())
    for question in Question:
        count = rules.counted(question, (faces[question] for faces in said.values() if question in faces))
        if count is not None:
            await store.counts.add(tx, one.id, count, None, notices.now_ms)
    await store.answers.forget(tx, one.id)
    await linked_rows.forget_over(tx, "pulse_answers", "round_id", one.id)
    await store.rounds.close(tx, one.id, len(asked), answered, notices.now_ms)
    await _tell(notices, one.id)


async def _tell(notices: Notices, round_id: int) -> None:
    """Owner and team, as such."""
    one = await store.rounds.find(notices.tx, notices.place.id, round_id)
    if one is None:
        raise LookupError("the round is gone")
    lines = team_lines(one, await store.counts.of(notices.tx, one.id))
    text = join(t.card(place=notices.place.name), result_head(one, notices.place.clocks), *lines)
    heard = await roles.holders(notices.tx, notices.place.id, *sorted(READERS.roles))
    await notices.tell_all(heard, text, [[chat.see.button(t.see)]])
