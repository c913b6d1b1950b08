"""What waits for somebody: an answer to a moved date, how it went; for the team what lacks somebody or was found."""

from bot.clock import milliseconds
from bot.dialogue.context import Context
from bot.identity.roles import TEAM
from handlers.tasks import cards, rules, store
from handlers.tasks.chat import look
from handlers.tasks.doing.mine import open_claim
from handlers.tasks.making.asking import go_on
from handlers.tasks.words import t
from handlers.today.source import MOST, Waiting


async def waiting(context: Context) -> tuple[Waiting, ...]:
    return (*await _mine(context), *(await _of_team(context) if context.may(TEAM) else ()))[:MOST]


async def _mine(context: Context) -> list[Waiting]:
    since = milliseconds(context.now - rules.ASKS_FOR)
    found: list[Waiting] = []
    for claim in await store.claims.of_person(context.tx, context.place.id, context.person.id, since, MOST, 0):
        date = await cards.known(context, claim.date_id)
        is_over = cards.over(context, date)
        if claim.asked_again or is_over:
            said = t.today_how_it_went if is_over else t.today_asked_again
            text = said(task=cards.title(date))
            at = date.ends_at if is_over else claim.changed_at
            found.append(Waiting(f"tasks.claim:{claim.id}", text, at, open_claim.button(text, claim.id)))
    return found


async def _of_team(context: Context) -> list[Waiting]:
    """Near dates that lack somebody, since two days before; what other features proposed."""
    near = int(rules.SHORT_BEFORE.total_seconds() * 1000)
    found: list[Waiting] = []
    for date in await store.dates.open_(context.tx, context.place.id, context.now_ms, MOST):
        if date.starts_at - near <= context.now_ms and date.taken - date.stand_ins < date.minimum:
            text = t.today_short(task=cards.title(date))
            found.append(Waiting(f"tasks.date:{date.id}", text, date.starts_at - near, look.button(text, date.id)))
    for task in await store.tasks.proposed(context.tx, context.place.id, MOST):
        text = t.today_proposed(title=task.title)
        found.append(Waiting(f"tasks.task:{task.id}", text, task.made_at, go_on.button(text, task.id)))
    return found
