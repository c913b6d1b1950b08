"""When somebody is asked whether she is still with us, and what a place cannot do without. Pure."""

from collections.abc import Mapping, Set
from datetime import timedelta
from enum import StrEnum

from bot.identity.roles import TEAM, Role

SILENT = timedelta(days=21)  # after which whoever holds something is asked whether she is still with us
PATIENCE = timedelta(days=5)  # without an answer, and then the next one hears
ASKED_AGAIN = timedelta(days=30)  # the same person about the same thing
HEARD_AGAIN = timedelta(days=1)  # before the team hears of the same neighbour without a role once more
MOST_ASKED = 20  # by one person within a day
LONGEST_REASON = 300
KEPT = timedelta(days=365)  # offers that are over
PAUSES = (timedelta(days=14), timedelta(days=30))


class Back(StrEnum):
    """What becomes of it when nobody takes it from her."""

    TEAM = "team"  # it is the team's until one of it takes it
    ENDS = "ends"  # a role: it ends
    LAST = "last"  # a role: without her nobody is left, so somebody is asked to keep the place first
    NEVER = "never"  # a role: somebody takes it before, or the place had neither an owner nor a lead
    OPEN = "open"  # everybody sees that it needs somebody again
    GOES = "goes"  # a draft: it is thrown away


def back(role: Role, hers: Set[Role], others: Mapping[Role, int]) -> Back:
    """Of a role: `hers` are all she holds, `others` how many other people hold each."""
    team_left = sum(others.get(one, 0) for one in TEAM.roles)
    leads_left = others.get(Role.LEAD, 0)
    if role is Role.LEAD and not leads_left:
        return Back.NEVER if team_left else Back.LAST
    if role is Role.VOLUNTEER and not team_left and Role.LEAD not in hers:
        return Back.LAST
    heads_left = leads_left or others.get(Role.SHOPKEEPER, 0) or Role.LEAD in hers
    if role is Role.SHOPKEEPER and not heads_left:
        return Back.NEVER
    return Back.ENDS
