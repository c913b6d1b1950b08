"""By the clock: who is silent is asked once, who does not answer is not waited for, nothing is asked for ever."""

from collections.abc import Collection, Sequence

from bot.clock import milliseconds, moment
from bot.dialogue.feature import Job, town_of
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join
from bot.identity import names, people, places, roles
from bot.outbox.message import Button, Rows
from handlers.handover import rules, source, store, succession, telling
from handlers.handover.source import HandoverSource, Holding
from handlers.handover.store.silences import Unanswered
from handlers.handover.words import t

Told = tuple[Unanswered, list[Holding]]  # who is silent, and what she holds


async def run(notices: Notices) -> None:
    await _ask_the_silent(notices)
    await _tell_of_the_silent(notices)
    await _offers_unanswered(notices)
    await _request_unanswered(notices)
    await _offers_over(notices)
    await store.offers.prune(notices.tx, notices.place.id, milliseconds(notices.now - rules.KEPT))


async def _ask_the_silent(notices: Notices) -> None:
    """Once in a silence, in one message."""
    holders: set[int] = set()
    for _, each in town_of(notices).offered(HandoverSource):
        holders |= set(await each.holders(notices))
    before = milliseconds(notices.now - rules.SILENT)
    for one in await store.silences.silent(notices.tx, notices.place.id, before, notices.now_ms, sorted(holders)):
        held = await source.held(notices, one.person_id)
        if not held:
            continue
        lines = [t.item(what=each.text) for _, each in held[: telling.LISTED]]
        rows = [
            [Button(t.still_button, "handover.still")],
            [Button(t.pause_button, "handover.pause")],
            [Button(t.leave_button, "handover.leave_well")],
        ]
        text = join(t.still_with_us(place=notices.place.name), *lines)
        reached = int(await notices.tell(one.person_id, text, rows) is not None)
        await store.silences.note_asked(notices.tx, notices.place.id, one, reached, notices.now_ms)


async def _tell_of_the_silent(notices: Notices) -> None:
    """After five days more, in one message: her leads, else the team, else the owner or the liaison. Nobody else ever
    hears, and nobody is told who is silent herself while somebody is awake."""
    tx, place_id = notices.tx, notices.place.id
    found: list[Told] = []
    for one in await store.silences.unanswered(tx, place_id, milliseconds(notices.now - rules.PATIENCE)):
        await store.silences.note_told(tx, place_id, one.person_id, notices.now_ms)
        if held := [each for _, each in await source.held(notices, one.person_id)]:
            found.append((one, held))
    if not found:
        return
    silent = frozenset(await store.silences.silent_now(tx, place_id))
    if await store.silences.team_is_silent(tx, place_id):
        await _tell_the_heads(notices, found, silent)
        return
    leads = [one for one in await roles.by_seniority(tx, place_id, roles.Role.LEAD) if one not in silent]
    if leads:
        await notices.tell_all(leads, _said(notices, found), _looks(found))
    else:
        await telling.to_others(notices, _said(notices, found), (), silent)


async def _tell_the_heads(notices: Notices, found: Sequence[Told], silent: Collection[int]) -> None:
    """The whole team is silent: whoever is awake of owner and liaison, else all of them, else the leads."""
    tx, place_id = notices.tx, notices.place.id
    heads = await roles.holders(tx, place_id, roles.Role.SHOPKEEPER, roles.Role.LIAISON)
    to = [one for one in heads if one not in silent] or heads or await roles.holders(tx, place_id, roles.Role.LEAD)
    for person_id in to:
        others = [one for one in found if one[0].person_id != person_id]
        if others:
            text = join(_said(notices, others), t.all_silent)
            await notices.tell(person_id, text, [[Button(t.lead_button, "handover.wake")]])


def _said(notices: Notices, found: Sequence[Told]) -> Text:
    lines = []
    for one, held in found[: telling.LISTED]:
        said = t.has_been_silent if one.reached else t.could_not_be_asked
        days = (notices.now - moment(one.silent_since)).days
        lines.append(said(name=names.called(one.name), days=days, count=len(held)))
    if len(found) > telling.LISTED:
        lines.append(t.and_more_people(count=len(found) - telling.LISTED))
    return join(*lines)


def _looks(found: Sequence[Told]) -> Rows:
    """At what can be taken over; of several people one button leads to all."""
    those = [one.person_id for one, held in found if any(each.back is rules.Back.TEAM for each in held)]
    if not those:
        return ()
    return [[Button(t.see_it, f"handover.ask_back:{those[0]}" if len(those) == 1 else "handover.silent_ones:0")]]


async def _offers_unanswered(notices: Notices) -> None:
    before = milliseconds(notices.now - rules.PATIENCE)
    for offer in await store.offers.unanswered(notices.tx, notices.place.id, before):
        await store.offers.end(notices.tx, notices.place.id, offer.feature, offer.thing, "lapsed", notices.now_ms)
        found = source.find_source(notices, offer.feature)
        one = await found.find(notices, offer.thing) if found else None
        if one is not None and offer.asked_id is not None:
            name = names.called((await people.person(notices.tx, offer.asked_id)).name)
            await telling.no_answer(notices, offer, one, name)


async def _offers_over(notices: Notices) -> None:
    """What is over by itself, an event that was, needs nobody."""
    for offer in await store.offers.of_team(notices.tx, notices.place.id):
        if await source.of_nobody(notices, offer) is None:
            await store.offers.end(notices.tx, notices.place.id, offer.feature, offer.thing, "over", notices.now_ms)


async def _request_unanswered(notices: Notices) -> None:
    """Where somebody waits she hears that nobody answered; where nobody is left the place rests by itself."""
    tx, place_id = notices.tx, notices.place.id
    one = await store.requests.find_open(tx, place_id)
    if one is None or one.asked_at > milliseconds(notices.now - rules.PATIENCE):
        return
    await tx.lock(f"roles of place {place_id}")
    await store.requests.answer(tx, place_id, None, notices.now_ms)
    if one.asked_by is not None:
        await notices.answer(one.asked_by, t.keeper_silent, [[Button(t.last_button, "handover.ask_keeper")]])
        return
    if await succession.team(notices):
        return
    await places.begin_rest(tx, place_id, notices.now_ms)
    for person_id in await succession.who_may_keep(notices, 0):
        told = join(t.rests_by_itself(place=notices.place.name), t.keeper_mode)
        await notices.answer(person_id, told, [[Button(t.wake_button, "handover.wake")]])


JOBS = (Job("handover", run, seconds=600),)
