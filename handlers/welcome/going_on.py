"""What goes on once an idea is agreed, for everybody, in three groups."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.identity.roles import LEADS, LIAISONS, SHOPKEEPERS, TEAM
from handlers.welcome.words import t


@action()
async def after(context: Context) -> None:
    """What there is to do and to see once an idea is agreed."""
    rows = [[together.button(t.together)], [came.button(t.came)], [in_my_hands.button(t.in_my_hands, 0)]]
    await context.show(t.what_after, rows, back=Ahead[[]]("welcome.more").button(t.back))


@action()
async def together(context: Context) -> None:
    await more_together(context, 0)


@action()
async def more_together(context: Context, page: int) -> None:
    choices = [
        context.go(t.tasks, "tasks"),
        context.go(t.needs, "needs"),
        context.go(t.record, "record"),
        context.go(t.experts, "experts"),
        context.go(t.translate, "translate"),
    ]
    rows = paged(choices, page, more_together.button(t.more_button, max(page, 0) + 1))
    await context.show(t.together, rows, back=after.button(t.back))


@action()
async def came(context: Context) -> None:
    await more_came(context, 0)


@action()
async def more_came(context: Context, page: int) -> None:
    choices = [
        context.go(t.made, "made"),
        context.go(t.care, "care"),
        context.go(t.ledger, "ledger"),
        context.go(t.pulse, "pulse"),
    ]
    rows = paged(choices, page, more_came.button(t.more_button, max(page, 0) + 1))
    await context.show(t.came, rows, back=after.button(t.back))


@action()
async def in_my_hands(context: Context, page: int) -> None:
    """What waits for her, and what her roles bring along."""
    may = context.may
    choices = [
        context.go(t.today, "today"),
        *([context.go(t.permits, "permits")] if may(TEAM | LIAISONS) else []),
        *([context.go(t.busy, "busy")] if may(TEAM | SHOPKEEPERS) else []),
        *([context.go(t.instalments, "instalments")] if may(SHOPKEEPERS) else []),
        *([context.go(t.shop_dates, "instalments")] if may(TEAM | LIAISONS) and not may(SHOPKEEPERS) else []),
        *([context.go(t.go_certificates, "certificates")] if may(LEADS) else []),
        context.go(t.handover, "handover"),
    ]
    rows = paged(choices, page, in_my_hands.button(t.more_button, max(page, 0) + 1))
    await context.show(t.in_my_hands, rows, back=after.button(t.back))
