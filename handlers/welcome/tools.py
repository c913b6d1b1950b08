"""Whatever the team looks after, in words, within three taps of Home."""

from bot.dialogue.actions import Button, action
from bot.dialogue.context import Context
from bot.identity.people import LEADS, TEAM
from handlers.welcome.chat import t


@action(TEAM, command="tools")
async def tools(context: Context) -> None:
    people = people_tools.button(t.tools_people) if context.may(LEADS) else context.go(t.go_team, "team")
    outside = outside_tools.button(t.tools_outside) if context.may(LEADS) else context.go(t.go_poster, "poster")
    await context.show(t.tools, [[waiting_tools.button(t.tools_waiting)], [people], [outside]])


@action(TEAM)
async def waiting_tools(context: Context) -> None:
    rows = [
        [context.go(t.go_questions, "questions")],
        [context.go(t.go_behalf, "behalf")],
        [context.go(t.go_held, "held")],
    ]
    await _show(context, rows)


@action(LEADS)
async def people_tools(context: Context) -> None:
    rows = [
        [context.go(t.go_team, "team")],
        [context.go(t.go_place, "placesettings")],
        [context.go(t.invite, "invite")],
    ]
    await _show(context, rows)


@action(LEADS)
async def outside_tools(context: Context) -> None:
    rows = [
        [context.go(t.go_poster, "poster")],
        [context.go(t.go_relays, "relays")],
        [context.go(t.go_export, "export")],
    ]
    await _show(context, rows)


async def _show(context: Context, rows: list[list[Button]]) -> None:
    await context.show(t.tools, rows, back=tools.button(t.back))
