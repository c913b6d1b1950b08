"""Who may invite whom, and whose role may be taken."""

from collections.abc import Set

from bot.identity.roles import Role

FIRST_ASKED = (Role.RESIDENT, Role.VOLUNTEER)
OTHERS = (Role.LEAD, Role.SHOPKEEPER, Role.LIAISON, Role.PROPERTY_MANAGER)
# Roles that are given, in the order of the list.
HELD = (Role.LEAD, Role.VOLUNTEER, Role.SHOPKEEPER, Role.LIAISON, Role.PROPERTY_MANAGER)


def may_invite(roles: Set[Role], role: Role) -> bool:
    """Leads invite for every role, volunteers residents."""
    if role is Role.RESIDENT:
        return bool(roles & {Role.VOLUNTEER, Role.LEAD})
    return Role.LEAD in roles


def is_last_lead(role: Role, leads: int) -> bool:
    """Without a lead nobody could invite anybody any more."""
    return role is Role.LEAD and leads <= 1
