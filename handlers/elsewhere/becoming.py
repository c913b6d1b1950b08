"""Two people become one, or one two again: the features put right what they count, and everybody concerned hears."""

from dataclasses import replace

from bot.dialogue import menu
from bot.dialogue.context import Context
from bot.dialogue.feature import town_of
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import linking, people, places, roles, unlinking
from bot.identity.linking import Identity, Joining
from bot.identity.roles import Role
from bot.outbox import campaigns
from bot.outbox.message import Address, Button, Lane, Message, Rows
from bot.outbox.queue import queue_message
from handlers.elsewhere import rules, store
from handlers.elsewhere.words import t


async def unite(notices: Notices, one: int, other: int) -> tuple[int, int]:
    """Two people are one, everything counted. Returns who remains, and the joining."""
    tx, columns = notices.tx, notices.town.joined_columns
    halves = (await store.half(tx, one), await store.half(tx, other))
    if halves[0] is None or halves[1] is None:
        raise Refusal(t.link_over)
    remains, comes = rules.who_remains(halves[0], halves[1])
    joining_id = await linking.join(tx, columns, remains, comes, notices.now_ms)
    await campaigns.hand_over(tx, remains, comes)
    await _put_right(notices, remains, comes)
    await linking.note_outcome(tx, columns, joining_id, remains)
    return remains, joining_id


async def separate(notices: Notices, joining: Joining) -> None:
    """One is two people again, everything counted."""
    await unlinking.part(notices.tx, notices.town.joined_columns, joining, notices.now_ms)
    await _put_right(notices, joining.person_id, joining.other_id)


async def become_one(context: Context, there: Identity) -> None:
    """Expects `joined.hold_still`, and that she said yes at both doors."""
    remains, joining_id = await unite(context.notices, context.person.id, there.person_id)
    await context.refresh()
    await menu.hang_out(context.notices, remains)
    undo = _undo(context, joining_id)
    here = context.speaker.door
    await tell_at(context, replace(there, person_id=remains), t.joined(at=at(here, there.door)), [undo])
    await _tell_leads(context, remains, t[f"at-{there.door}"])
    await context.say(t.joined(at=at(there.door, here)), [undo])


async def become_two(context: Context, joining: Joining) -> None:
    tx = context.tx
    await linking.hold_still(tx, joining.person_id)
    latest = await linking.last_joining(tx, joining.person_id, 0)
    if latest is None or latest.id != joining.id:
        # Somebody at another door was faster.
        raise Refusal(t.cannot_part)
    before = await linking.identities(tx, joining.person_id)
    await separate(context.notices, joining)
    await context.refresh()
    for person_id in (joining.person_id, joining.other_id):
        await menu.hang_out(context.notices, person_id)
    for one in before:
        now = await linking.find_identity(tx, one.door, one.user_id)
        if now is not None and now.person_id != context.person.id:
            await tell_at(context, now, t.parted_there, [])
    await context.say(t.parted)


def at(door: str, seen_from: str) -> Text:
    """Where the other one is, as it is called at this door."""
    return t.at_other_phone if door == seen_from else t[f"at-{door}"]


async def tell_at(context: Context, to: Identity, text: Text, rows: Rows) -> None:
    """At this very door: an answer to what she does there just now, or began at the other one."""
    her = await people.person(context.tx, to.person_id)
    address = Address(to.door, to.chat_id, her.language or context.language, to.person_id)
    # Whoever has not agreed yet has no Home.
    footer = [] if her.consented_at is None else [context.way_home()]
    message = Message(text, [*rows, *footer])
    await queue_message(context.tx, address, message, Lane.ANSWER, context.now)


async def _put_right(notices: Notices, *person_ids: int) -> None:
    for place_id in await store.places_of(notices.tx, *person_ids):
        there = await _notices_in(notices, place_id)
        for feature in town_of(there).features:
            if feature.people.changed is not None:
                await feature.people.changed(there, person_ids)


async def _tell_leads(context: Context, person_id: int, at: Text) -> None:
    """Whoever holds a role can now use it from one more door."""
    for place_id in await store.places_of(context.tx, person_id):
        held = await roles.of(context.tx, person_id, place_id) - {Role.RESIDENT}
        if not held:
            continue
        notices = await _notices_in(context.notices, place_id)
        leads = await people.members_with(context.tx, place_id, Role.LEAD)
        held_roles = join(*(t[f"role-{role.value}"] for role in Role if role in held), separator=" · ")
        text = t.lead_told(name=context.called, roles=held_roles, place=notices.place.name, at=at)
        await notices.tell_all([lead for lead in leads if lead != person_id], text)


async def _notices_in(notices: Notices, place_id: int) -> Notices:
    place = await places.place(notices.tx, place_id)
    return Notices(notices.tx, notices.now, place, notices.town, notices.links)


def _undo(context: Context, joining_id: int) -> list[Button]:
    # By its name: imported, it would import us.
    return [Button(t.undo, context.town.actions["elsewhere.part"].partial_address(joining_id))]
