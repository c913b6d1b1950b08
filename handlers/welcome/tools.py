"""Whatever the team looks after, in words; what is wanted once a year stands behind More of what leads outside."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.identity.roles import LEADS, TEAM
from bot.outbox.message import Button
from handlers.welcome.words import t


@action(TEAM, command="tools")
async def tools(context: Context) -> None:
    people = people_tools.button(t.tools_people) if context.may(LEADS) else context.go(t.go_team, "team")
    rows = [[waiting_tools.button(t.tools_waiting)], [people], [outside_tools.button(t.tools_outside)]]
    await context.show(t.tools, rows)


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


@action(TEAM)
async def outside_tools(context: Context) -> None:
    await more_outside_tools(context, 0)


@action(TEAM)
async def more_outside_tools(context: Context, page: int) -> None:
    if not context.may(LEADS):
        await _show(context, [[context.go(t.go_poster, "poster")], [context.go(t.go_press, "press")]])
        return
    choices = [
        context.go(t.go_poster, "poster"),
        context.go(t.go_relays, "relays"),
        context.go(t.go_export, "export"),
        context.go(t.go_kit, "kit"),
        context.go(t.go_press, "press"),
        context.go(t.go_open_data, "opendata"),
        context.go(t.go_machine, "machine"),
    ]
    await _show(context, paged(choices, page, more_outside_tools.button(t.more_button, max(page, 0) + 1)))


async def _show(context: Context, rows: list[list[Button]]) -> None:
    await context.show(t.tools, rows, back=tools.button(t.back))
