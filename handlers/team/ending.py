"""How a role ends, and what that takes along: links nobody used yet, and what only the role let her look after."""

from bot.dialogue import menu
from bot.dialogue.notices import Notices
from bot.identity import roles
from bot.identity.roles import Role
from handlers.handover import source
from handlers.team import store


async def end(notices: Notices, person_id: int, role: Role, by: int | None) -> None:
    """Expects the lock on the roles of the place, and that it may end."""
    tx, place_id = notices.tx, notices.place.id
    await roles.take(tx, person_id, place_id, role)
    await store.note_change(tx, place_id, person_id, role, 0, by, notices.now_ms)
    await menu.hang_out(notices, person_id)
    await store.end_invites_of(tx, place_id, person_id, notices.now_ms)
    await source.give_back_what_needs_a_role(notices, person_id)
    await source.end_offers_to(notices, person_id)


async def begin(notices: Notices, person_id: int, role: Role, by: int | None) -> None:
    tx, place_id = notices.tx, notices.place.id
    await roles.give(tx, person_id, place_id, role, notices.now_ms)
    await store.note_change(tx, place_id, person_id, role, 1, by, notices.now_ms)
    await menu.hang_out(notices, person_id)
