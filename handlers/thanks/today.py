"""What waits for a lead: certificates to sign, and people to thank."""

from bot.dialogue.context import Context
from bot.identity import names
from bot.identity.roles import LEADS
from handlers.thanks import signing, store, thanking
from handlers.thanks.rules import SIGNERS, Occasion
from handlers.thanks.words import t
from handlers.today.source import MOST, Waiting


async def waiting(context: Context) -> tuple[Waiting, ...]:
    signs = await _to_sign(context) if context.may(SIGNERS) else []
    thanks = await _to_thank(context) if context.may(LEADS) else []
    return (*signs, *thanks)[:MOST]


async def _to_sign(context: Context) -> list[Waiting]:
    found: list[Waiting] = []
    for one in await store.certificates.asked_in(context.tx, context.place.id):
        if len(found) == MOST:
            break
        if one.person_id is None or context.person.id not in await store.signers.of(
            context.tx, context.place.id, one.person_id
        ):
            continue
        text = t.today_sign(name=names.called(one.called, 20))
        button = signing.read.button(t.sign_button(name=names.called(one.called, 20)), one.id)
        found.append(Waiting(f"thanks.sign:{one.id}", text, one.changed_at, button))
    return found


async def _to_thank(context: Context) -> list[Waiting]:
    """What several worked on is one line."""
    found: list[Waiting] = []
    seen: set[int] = set()
    since = thanking.thanked_since(context)
    for one in await store.thanks.due(context.tx, context.place.id, context.person.id, since):
        if len(found) == MOST or (one.kind is Occasion.AGAIN and one.subject in seen):
            continue
        if one.kind is Occasion.AGAIN:
            seen.add(one.subject)
        line = await thanking.line(context, one)
        if line is not None:
            button = thanking.thank.button(t.thank_button(what=line.short), one.id)
            found.append(Waiting(f"thanks.thank:{one.id}", line.text, one.since, button))
    return found
