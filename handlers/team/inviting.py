"""Links that give a role: making one, and taking one up."""

from bot.dialogue import menu
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.doors.door import TELEGRAM
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import invites, names, people, places, roles
from bot.identity.invites import Invite
from bot.identity.roles import LEADS, TEAM, Role
from bot.outbox.message import Button
from handlers.team import rules, store
from handlers.team.words import t

# Where each role starts: at most three ways.
FIRST_STEPS = {
    Role.RESIDENT: ("suggest", "ideas"),
    Role.VOLUNTEER: ("desk", "newpoll", "newevent"),
    Role.LEAD: ("invite", "team", "desk"),
    Role.SHOPKEEPER: ("digest", "ideas"),
    Role.LIAISON: ("digest", "ideas", "events"),
    Role.PROPERTY_MANAGER: ("digest", "ideas", "events"),
}


@action(TEAM, command="invite")
async def invite(context: Context) -> None:
    if not context.may(LEADS):
        await make_link(context, Role.RESIDENT)
        return
    rows = [[make_link.button(t[f"invite-{role.value}"], role)] for role in rules.FIRST_ASKED]
    await context.show(t.whom, [*rows, [invite_others.button(t.somebody_else)]])


@action(LEADS)
async def invite_others(context: Context) -> None:
    await more_others(context, 0)


@action(LEADS)
async def more_others(context: Context, page: int) -> None:
    choices = [make_link.button(t[f"invite-{role.value}"], role) for role in rules.OTHERS]
    rows = paged(choices, max(page, 0), more_others.button(t.more_roles, max(page, 0) + 1))
    await context.show(t.whom, rows, back=invite.button(t.back))


@action(TEAM)
async def make_link(context: Context, role: Role) -> None:
    text, rows = await _new_link(context, role)
    await context.show(text, rows, back=context.go(t.back, "team"))


@action(TEAM)
async def make_link_below(context: Context, role: Role) -> None:
    """From a notice, which stays."""
    await context.show(*await _new_link(context, role), where=Where.BELOW)


async def _new_link(context: Context, role: Role) -> tuple[Text, list[list[Button]]]:
    """A resident's link is the place's own and works for everybody; every other one works once."""
    if not rules.may_invite(context.roles, role):
        raise Refusal(t.only_leads_invite)
    if role is Role.RESIDENT:
        code = invites.place_code(context.place.code)
        words = t.link_for_residents(place=context.place.name)
    else:
        code = await invites.make_invite(context.tx, context.place.id, role, context.person.id, context.now)
        words = t.link_for_role(place=context.place.name, role=t[f"role-{role.value}"])
    rows = [[context.go(t.go_poster, "poster")]] if role is Role.RESIDENT else []
    return join(words, *_links(context, code)), rows


async def accept(context: Context, token: str) -> None:
    """`i-<token>`: the first who opens it in time gets the role, and those who look after roles hear it."""
    if not names.fit_for_role(context.person.name):
        await _ask_name(context, token)
        return
    await _take_up(context, token)


@action()
async def hear_name(context: Context, token: str, words: str) -> None:
    """Nobody speaks for others without a name; until it is said the link stays good."""
    await people.rename(context.tx, context.person.id, names.check(words))
    await people.note_name_asked(context.tx, context.person.id, context.now_ms)
    await context.refresh()
    await _take_up(context, token)


async def _ask_name(context: Context, token: str) -> None:
    offered = await invites.find_open(context.tx, token, context.now)
    if offered is None:
        raise Refusal(t.link_used_up)
    if context.person.id in await people.members_with(context.tx, offered.place_id, offered.role):
        raise Refusal(t.already_are(role=t[f"role-{offered.role.value}"]))
    await context.enter(offered.place_id)
    question = t.name_for_role(role=t[f"role-{offered.role.value}"], place=context.place.name)
    await context.ask(question, hear_name, token)


async def _take_up(context: Context, token: str) -> None:
    used = await invites.use_invite(context.tx, token, context.person.id, context.now)
    if used is None:
        raise Refusal(t.link_used_up)
    if context.person.id in await people.members_with(context.tx, used.place_id, used.role):
        # A refusal undoes the use, so the link still works for whoever it was meant for.
        raise Refusal(t.already_are(role=t[f"role-{used.role.value}"]))
    await context.enter(used.place_id)
    await roles.give(context.tx, context.person.id, used.place_id, used.role, context.now_ms)
    await store.note_change(context.tx, used.place_id, context.person.id, used.role, 1, used.made_by, context.now_ms)
    await context.refresh()
    await menu.hang_out(context.notices, context.person.id)
    await _wake(context, used)
    await _tell_who_took_it(context, used)
    welcome = t.welcome(role=t[f"role-{used.role.value}"], place=context.place.name)
    await context.show(join(welcome, t[f"may-{used.role.value}"]), _first_steps(context, used.role))


async def _wake(context: Context, used: Invite) -> None:
    """A place that rests is awake as soon as it has a team again."""
    if used.role in TEAM.roles and await places.end_rest(context.tx, used.place_id):
        await context.refresh()
        heads = await roles.holders(context.tx, used.place_id, Role.SHOPKEEPER, Role.LIAISON)
        others = [person_id for person_id in heads if person_id != context.person.id]
        await context.tell_all(others, t.awake_again(place=context.place.name, name=context.called))


async def _tell_who_took_it(context: Context, used: Invite) -> None:
    leads = await people.members_with(context.tx, used.place_id, Role.LEAD)
    concerned = [used.made_by, *leads] if used.made_by is not None else leads
    taken = t.somebody_took(name=context.called, role=t[f"role-{used.role.value}"], place=context.place.name)
    others = [person_id for person_id in concerned if person_id != context.person.id]
    await context.tell_all(others, taken, [[context.go(t.team_button, "team")]])


def _links(context: Context, code: str) -> list[Text]:
    """Through both doors where there are two; the web chat needs no app."""
    web = context.links.anywhere(code)
    if context.links.telegram is None:
        return [t.link(link=web)]
    return [t.link(link=web), t.telegram_link(link=context.links.at(TELEGRAM, code))]


def _first_steps(context: Context, role: Role) -> list[list[Button]]:
    return [[context.go(t[f"go-{command}"], command)] for command in FIRST_STEPS[role]]
