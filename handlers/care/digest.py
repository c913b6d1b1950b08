"""What the digests say about what was done: how it was found, what is to be done, and what nobody looks after."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from handlers.care import store
from handlers.care.rules import Stage
from handlers.care.store.checks import Check
from handlers.care.words import called, t
from handlers.digests.source import DigestPart, Total

MOST = 3


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    """What is to be done is news once; the rest stands beneath it."""
    tx, place_id = notices.tx, notices.place.id
    lines: list[Text] = []
    asides: list[Text] = []
    for one in await store.waiting.unmended(tx, place_id):
        line = await _line(notices, one, "to-do")
        (lines if (one.answered_at or 0) >= milliseconds(since) else asides).append(line)
    if waiting := await store.waiting.at_stage(tx, place_id, Stage.TEAM, Stage.LAST):
        lines.append(t.digest_look(count=len(waiting)))
    if alone := await store.plans.alone(tx, place_id):
        asides.append(t.digest_alone(count=alone))
    for plan in await store.plans.missed(tx, place_id):
        line = t.digest_missed(what=called(plan, 40))
        (lines if (plan.care_open_at or 0) >= milliseconds(since) else asides).append(line)
    return DigestPart(lines=tuple(lines[:MOST]), asides=tuple(asides[:MOST]))


async def for_shopkeeper(notices: Notices, since: datetime) -> DigestPart:
    """How what was done for her is now."""
    found = await store.waiting.found_since(notices.tx, notices.place.id, milliseconds(since))
    asides = [await _line(notices, one, f"{one.answer}") for one in found[:MOST]]
    return DigestPart(asides=tuple(asides))


async def for_liaison(notices: Notices, since: datetime, until: datetime) -> tuple[Total, ...]:
    between = (milliseconds(since), milliseconds(until))
    count = await store.totals.looked_between(notices.tx, notices.place.id, *between)
    return (Total(t.total_looks, count),)


async def _line(notices: Notices, check: Check, kind: str) -> Text:
    plan = await store.plans.by_id(notices.tx, notices.place.id, check.plan_id)
    return t[f"digest-{kind}"](what=called(plan, 40) if plan is not None else t.without_words)
