"""What nobody answered: it comes back once, and then a volunteer is asked to speak with whoever it waits for."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.identity.roles import Role
from bot.outbox.message import Button
from handlers.digests import fitting, kept, rules, store
from handlers.digests.gathering import Gathered, gather
from handlers.digests.rules import Kind
from handlers.digests.source import Decision, DigestPart
from handlers.digests.store.asks import Ask, Handover
from handlers.digests.store.readers import Reader
from handlers.digests.words import t

WENT_QUIET = timedelta(days=30)


async def for_today(notices: Notices, reader: Reader, gathered: Gathered) -> tuple[Gathered, int]:
    """With the decisions that are to be asked for today, and how many others wait without being asked for again."""
    asks = await store.asks.asks_of(notices.tx, notices.place.id, reader.person_id)
    handed = await store.asks.handed_subjects(notices.tx, notices.place.id)
    decisions = gathered.part.decisions
    today = tuple(one for one in decisions if _is_asked_today(asks.get((one.feature, one.subject)), notices.now_ms))
    waiting = sum(one not in today and (one.feature, one.subject) not in handed for one in decisions)
    return replace(gathered, part=replace(gathered.part, decisions=today)), waiting


async def forget_answered(notices: Notices) -> dict[Kind, Gathered]:
    """What does not wait any more was answered somewhere; returns what still does."""
    waiting = {kind: await gather(notices, 0, kind, notices.now) for kind in rules.DECIDES}
    still = {(one.feature, one.subject) for gathered in waiting.values() for one in gathered.part.decisions}
    speechless = frozenset().union(*(gathered.speechless for gathered in waiting.values()))
    for feature, subject in await store.asks.asked_subjects(notices.tx, notices.place.id) - still:
        if feature not in speechless:
            await store.asks.forget(notices.tx, notices.place.id, feature, subject)
    return waiting


async def hand_over(notices: Notices) -> None:
    """Nobody is blamed: whoever did not answer hears nothing of it and still can."""
    in_vain = await store.asks.unanswered(
        notices.tx,
        notices.place.id,
        milliseconds(notices.now - rules.PATIENCE),
        milliseconds(notices.now - rules.SILENCE),
    )
    if not in_vain:
        return
    for kind, gathered in (await forget_answered(notices)).items():
        for one in gathered.part.decisions:
            if (one.feature, one.subject) in in_vain:
                await _hand_over(notices, one, rules.DECIDES[kind])


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    """What was handed over and still waits, and how often the liaison looked at totals since then."""
    handed = await store.asks.handed(notices.tx, notices.place.id)
    looks = await store.looks.looks_since(notices.tx, notices.place.id, milliseconds(since))
    return DigestPart(
        asides=(t.looked(count=looks),) if looks else (),
        decisions=tuple(
            Decision(one.feature, one.subject, one.label, kept.read(one.words), one.handed_at, one.opens)
            for one in handed
        ),
    )


async def _hand_over(notices: Notices, one: Decision, awaits: Role) -> None:
    here_since = milliseconds(notices.now - WENT_QUIET)
    volunteer_id = await store.asks.find_idle_volunteer(notices.tx, notices.place.id, here_since)
    words = kept.written(one.text, notices.place.languages[0])
    handover = Handover(one.feature, one.subject, one.label, words, one.opens, notices.now_ms, awaits)
    asked_first = await store.asks.hand_over(notices.tx, notices.place.id, handover, volunteer_id)
    if volunteer_id is not None and asked_first:
        what = kept.shortened(one.text, fitting.WORDS[0])
        rows = [[open_button(one.label, one.opens)]] if one.opens else []
        await notices.tell(volunteer_id, t.you_please_speak(number=one.label, what=what, awaits=awaits.value), rows)


def open_button(label: str, address: str) -> Button:
    return Button(t.open_it(number=label), address)


def _is_asked_today(ask: Ask | None, now: int) -> bool:
    """The first time, and once more."""
    return ask is None or (ask.again_at is None and ask.returns_at <= now)
