"""Who holds what, and taking a role back."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import names, people
from bot.identity.roles import LEADS, TEAM, Role
from bot.outbox.message import Button
from handlers.team import ending, rules, store
from handlers.team.store import Holder
from handlers.team.words import t
from handlers.welcome import store as human_questions

CHOICES = 3
NAME_SHOWN = 30
NAMES_SHOWN = 40  # in one role; a longer list would not fit a message


@action(TEAM, command="team")
async def team(context: Context) -> None:
    holders = await store.holders(context.tx, context.place.id)
    lines = [_line(role, holders) for role in rules.HELD]
    everyone = await people.members(context.tx, context.place.id)
    rows: list[list[Button]] = []
    if context.may(TEAM):
        if count := await human_questions.count_open(context.tx, context.place.id):
            rows.append([context.go(t.open_questions(count=count), "questions")])
        rows.append([context.go(t.invite_button, "invite")])
    if context.may(LEADS):
        rows.append([choose_role.button(t.take_a_role, 0)])
        rows.append([place_tools.button(t.place_tools)])
    await context.show(join(t.team(place=context.place.name), *lines, t.members(count=len(everyone))), rows)


@action(LEADS)
async def place_tools(context: Context) -> None:
    rows = [
        [context.go(t.place_button, "placesettings")],
        [context.go(t.relays_button, "relays")],
        [context.go(t.go_export, "export")],
    ]
    await context.show(t.place_tools_here, rows, back=team.button(t.back))


@action(LEADS)
async def choose_role(context: Context, first: int) -> None:
    """Two at a time when there are more than three."""
    rest = (await store.holders(context.tx, context.place.id))[max(first, 0) :]
    shown = rest if len(rest) <= CHOICES else rest[: CHOICES - 1]
    rows = [[ask_take.button(_holder(one), one.person_id, one.role)] for one in shown]
    if len(rest) > len(shown):
        rows.append([choose_role.button(t.more_people, max(first, 0) + len(shown))])
    await context.show(t.whose_role, rows, back=team.button(t.back))


@action(LEADS)
async def ask_take(context: Context, person_id: int, role: Role) -> None:
    holder = await _check_take(context, person_id, role)
    rows = [[take.button(t.take_yes(name=names.called(holder.name, NAME_SHOWN)), person_id, role)]]
    await context.show(
        t.ask_take(name=names.called(holder.name), role=t[f"role-{role.value}"]),
        rows,
        back=choose_role.button(t.back, 0),
    )


@action(LEADS)
async def take(context: Context, person_id: int, role: Role) -> None:
    # Two leads may take one another's role at once: one of them stays.
    await context.tx.lock(f"roles of place {context.place.id}")
    holder = await _check_take(context, person_id, role)
    await ending.end(context.notices, person_id, role, context.person.id)
    if person_id == context.person.id:
        await context.refresh()
    else:
        await context.tell(person_id, t.role_taken(role=t[f"role-{role.value}"], place=context.place.name))
    taken = t.taken(name=names.called(holder.name), role=t[f"role-{role.value}"])
    await context.show(taken, [[context.go(t.team_button, "team")]] if context.may(TEAM) else [])


async def _check_take(context: Context, person_id: int, role: Role) -> Holder:
    holder = await store.find_holder(context.tx, context.place.id, person_id, role)
    if holder is None:
        raise Refusal(t.holds_no_more)
    leads = await people.members_with(context.tx, context.place.id, Role.LEAD)
    if rules.is_last_lead(role, len(leads)):
        raise Refusal(t.last_lead)
    return holder


def _line(role: Role, holders: list[Holder]) -> Text:
    held_by = [names.called(one.name, NAME_SHOWN) for one in holders if one.role is role]
    if not held_by:
        return t.nobody_holds(role=t[f"role-{role.value}"])
    return t.who_holds(role=t[f"role-{role.value}"], names=join(*held_by[:NAMES_SHOWN], separator=" · "))


def _holder(holder: Holder) -> Text:
    return t.holder(name=names.called(holder.name, NAME_SHOWN), role=t[f"role-{holder.role.value}"])
