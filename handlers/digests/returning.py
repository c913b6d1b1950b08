"""What the shopkeeper did not answer: it comes back once, and then a volunteer is asked to speak with them."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import Button
from bot.clock import milliseconds
from bot.context import Notices
from bot.feature import Decision, DigestPart
from handlers.digests import ask_store, fitting, kept, look_store, rules
from handlers.digests.ask_store import Ask, Handover
from handlers.digests.gathering import Gathered, gather
from handlers.digests.reader_store import Reader
from handlers.digests.rules import Kind
from handlers.digests.wording import t

WENT_QUIET = timedelta(days=30)


async def for_today(notices: Notices, reader: Reader, gathered: Gathered) -> tuple[Gathered, int]:
    """With the decisions that are to be asked for today, and how many others wait without being asked for again."""
    asks = await ask_store.asks_of(notices.tx, notices.place.id, reader.person_id)
    handed = await ask_store.handed_subjects(notices.tx, notices.place.id)
    decisions = gathered.part.decisions
    today = tuple(one for one in decisions if _is_asked_today(asks.get((one.feature, one.subject)), notices.now_ms))
    waiting = sum(one not in today and (one.feature, one.subject) not in handed for one in decisions)
    return replace(gathered, part=replace(gathered.part, decisions=today)), waiting


async def forget_answered(notices: Notices, gathered: Gathered) -> None:
    """Expects everything that waits for the shopkeeper; what does not wait any more was answered somewhere."""
    still = {(one.feature, one.subject) for one in gathered.part.decisions}
    for feature, subject in await ask_store.asked_subjects(notices.tx, notices.place.id) - still:
        if feature not in gathered.speechless:
            await ask_store.forget(notices.tx, notices.place.id, feature, subject)


async def hand_over(notices: Notices) -> None:
    """Nobody is blamed: the shopkeeper hears nothing of it and can still answer."""
    waiting = await ask_store.unanswered(
        notices.tx,
        notices.place.id,
        milliseconds(notices.now - rules.PATIENCE),
        milliseconds(notices.now - rules.NEVER_RETURNED),
    )
    if not waiting:
        return
    gathered = await gather(notices, 0, Kind.SHOP, notices.now)
    await forget_answered(notices, gathered)
    for one in gathered.part.decisions:
        if (one.feature, one.subject) in waiting:
            await _hand_over(notices, one)


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    """What was handed over and still waits, and how often the liaison looked at totals since then."""
    handed = await ask_store.handed(notices.tx, notices.place.id)
    looks = await look_store.looks_since(notices.tx, notices.place.id, milliseconds(since))
    return DigestPart(
        asides=(t.looked(count=looks),) if looks else (),
        decisions=tuple(
            Decision(one.feature, one.subject, one.label, kept.read(one.words), one.handed_at, one.opens)
            for one in handed
        ),
    )


async def _hand_over(notices: Notices, one: Decision) -> None:
    here_since = milliseconds(notices.now - WENT_QUIET)
    volunteer_id = await ask_store.find_idle_volunteer(notices.tx, notices.place.id, here_since)
    words = kept.written(one.text, notices.place.languages[0])
    handover = Handover(one.feature, one.subject, one.label, words, one.opens, notices.now_ms)
    await ask_store.hand_over(notices.tx, notices.place.id, handover, volunteer_id)
    if volunteer_id is not None:
        what = kept.shortened(one.text, fitting.WORDS[0])
        rows = [[open_button(one.label, one.opens)]] if one.opens else []
        await notices.tell(volunteer_id, t.you_please_speak(number=one.label, what=what), rows)


def open_button(label: str, address: str) -> Button:
    return Button(t.open_it(number=label), address)


def _is_asked_today(ask: Ask | None, now: int) -> bool:
    """The first time, and once more."""
    return ask is None or (ask.again_at is None and ask.returns_at <= now)
