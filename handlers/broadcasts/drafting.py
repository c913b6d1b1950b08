"""The broadcast that a button is about: found, refused where it is too late, and the way back to it."""

from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import machine as m
from bot.identity import people, roles
from bot.identity.roles import LEADS, Role
from handlers.broadcasts import store
from handlers.broadcasts.store.broadcasts import Broadcast
from handlers.broadcasts.words import t

# Where every part of a draft leads back to: chat.py.
edit = Ahead[[int]]("broadcasts.edit")
preview = Ahead[[int]]("broadcasts.preview")
ALREADY = {"asked": t.already_asked, "planned": t.already_planned, "sending": t.already_on_its_way}


async def broadcast(context: Context, broadcast_id: int) -> Broadcast:
    """Of this place."""
    one = await store.broadcasts.find(context.tx, context.place.id, broadcast_id)
    if one is None:
        raise Refusal(m.old_button)
    return one


async def draft(context: Context, broadcast_id: int) -> Broadcast:
    """One's own draft."""
    one = await broadcast(context, broadcast_id)
    if one.made_by != context.person.id:
        raise Refusal(m.old_button)
    if one.state != "draft":
        raise Refusal(ALREADY.get(one.state, t.already_over))
    return one


async def complete(context: Context, one: Broadcast) -> Broadcast:
    """One with words, people and a picture that is ready, if it has one."""
    if one.words is None or one.whom is None:
        raise Refusal(t.words_needed if one.words is None else t.to_whom)
    if one.media_id is not None and one.media_state != "ready":
        raise Refusal(t.picture_not_ready)
    return one


async def planned(context: Context, broadcast_id: int) -> Broadcast:
    """One that waits for its time; anybody of the team may look after it."""
    one = await broadcast(context, broadcast_id)
    if one.state != "planned":
        raise Refusal(t.already_on_its_way if one.state == "sending" else t.already_over)
    return one


async def under_way(context: Context, broadcast_id: int) -> tuple[Broadcast, int]:
    """One that is being sent, and its campaign."""
    one = await broadcast(context, broadcast_id)
    if one.state != "sending" or one.campaign_id is None:
        raise Refusal(t.already_over)
    return one, one.campaign_id


async def asked(context: Context, broadcast_id: int, times: int) -> Broadcast:
    """One that waits for a second person, as she read it."""
    one = await broadcast(context, broadcast_id)
    if one.state != "asked":
        raise Refusal(t.already_over)
    if one.asked_times != times:
        raise Refusal(t.changed_since)
    if context.person.id not in await second_people(context.notices, one):
        raise Refusal(m.not_allowed if context.may(LEADS) else t.lead_needed)
    return one


async def second_people(notices: Notices, one: Broadcast) -> list[int]:
    """A lead; where nobody else is one, anybody else of the team."""
    leads = await people.members_with(notices.tx, notices.place.id, Role.LEAD)
    team = await roles.team(notices.tx, notices.place.id)
    others = [person_id for person_id in leads if person_id != one.made_by]
    return others or [person_id for person_id in team if person_id != one.made_by]


async def check_room_for_draft(context: Context, one: Broadcast) -> None:
    """Everybody has one draft; an empty one gives way."""
    other = await store.broadcasts.find_draft(context.tx, context.place.id, one.made_by)
    if other is not None and (other.words or other.media_id):
        raise Refusal(t.other_draft)
    await store.broadcasts.drop_draft(context.tx, context.place.id, one.made_by)
