"""Asks every feature what it has to say; one that breaks does not silence the others."""

import logging
from collections import defaultdict
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TypeVar

from bot.clock import milliseconds, moment
from bot.database.db import NotSaved
from bot.dialogue.feature import town_of
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from handlers.digests import fitting, rules, store
from handlers.digests.rules import Kind
from handlers.digests.source import Decision, DigestPart, DigestSource, Nearness, News, Question, Total
from handlers.digests.words import t

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class Gathered:
    """All parts as one, and the names of the features that could not say theirs."""

    part: DigestPart
    speechless: frozenset[str] = frozenset()


async def gather(notices: Notices, person_id: int, kind: Kind, since: datetime) -> Gathered:
    speechless: set[str] = set()
    if kind is Kind.LIAISON:
        part = await _totals(notices, person_id, since, speechless)
    elif kind is Kind.RESIDENTS:
        part = await _news(notices, person_id, since, speechless)
    else:
        part = await _parts(notices, kind, since, speechless)
    return Gathered(part, frozenset(speechless))


async def questions(notices: Notices, kind: Kind, made_at: datetime, met_at: int) -> tuple[tuple[str, Question], ...]:
    """What a digest of that moment asks, each with the name of its feature; nothing from before its reader came."""
    if kind is not Kind.SHOP:
        return ()
    found: list[tuple[str, Question]] = []
    for name, source in town_of(notices).offered(DigestSource):
        if source.shopkeeper_asks is not None:
            asked = await _said(notices, name, source.shopkeeper_asks(notices, made_at), set()) or ()
            found += [(name, one) for one in asked if one.asked_at > met_at]
    return tuple(found)


async def _parts(notices: Notices, kind: Kind, since: datetime, speechless: set[str]) -> DigestPart:
    """The longest-waiting decisions come first."""
    parts = []
    for name, source in town_of(notices).offered(DigestSource):
        ask = {Kind.SHOP: source.shopkeeper, Kind.YARD: source.property_manager}.get(kind, source.volunteers)
        if ask is not None:
            parts.append(await _said(notices, name, ask(notices, since), speechless) or DigestPart())
    decisions = sorted((one for part in parts for one in part.decisions), key=lambda one: one.asked_at)
    return DigestPart(
        sum(part.new for part in parts),
        tuple(decisions),
        tuple(line for part in parts for line in part.lines),
        tuple(photo for part in parts for photo in part.photos),
        tuple(aside for part in parts for aside in part.asides),
    )


async def _totals(notices: Notices, person_id: int, since: datetime, speechless: set[str]) -> DigestPart:
    """Counted for each stretch between two digests that were made, so that one cannot be subtracted from another."""
    made = await store.digests.made_since(notices.tx, notices.place.id, person_id, Kind.LIAISON, milliseconds(since))
    ends = [since, *(moment(at) for at in made if moment(at) < notices.now), notices.now]
    found: dict[Text, list[Total]] = defaultdict(list)
    for start, end in pairwise(ends):
        for name, source in town_of(notices).offered(DigestSource):
            if source.liaison is not None:
                asked = source.liaison(notices, start, end)
                for total in await _said(notices, name, asked, speechless) or ():
                    found[total.text].append(total)
    lines = tuple(text(count=_told(totals)) for text, totals in found.items())
    new = sum(total.count for totals in found.values() for total in totals)
    listed = await _list_of_the_liaison(notices, speechless)
    return DigestPart(new, await _for_the_liaison(notices, speechless), (*listed, *lines))


async def _for_the_liaison(notices: Notices, speechless: set[str]) -> tuple[Decision, ...]:
    """The longest-waiting come first."""
    found: list[Decision] = []
    for name, source in town_of(notices).offered(DigestSource):
        if source.liaison_decides is not None:
            found += await _said(notices, name, source.liaison_decides(notices), speechless) or ()
    return tuple(sorted(found, key=lambda one: one.asked_at))


async def _list_of_the_liaison(notices: Notices, speechless: set[str]) -> tuple[Text, ...]:
    found: list[Text] = []
    for name, source in town_of(notices).offered(DigestSource):
        if source.liaison_list is not None:
            found += await _said(notices, name, source.liaison_list(notices), speechless) or ()
    return tuple(found)


async def _news(notices: Notices, person_id: int, since: datetime, speechless: set[str]) -> DigestPart:
    """Her own first, then what she supports, then the newest."""
    found: list[News] = []
    for name, source in town_of(notices).offered(DigestSource):
        if source.resident is not None:
            asked = source.resident(notices, since, person_id)
            found += await _said(notices, name, asked, speechless) or ()
    found.sort(key=lambda one: (one.nearness, -one.at))
    shown = found[: fitting.NEWS]
    return DigestPart(
        new=len(found),
        lines=tuple(_nearness(one) for one in shown),
        photos=tuple(one.photo for one in shown if one.photo is not None),
    )


async def _said(notices: Notices, feature: str, asked: Awaitable[T], speechless: set[str]) -> T | None:
    try:
        async with notices.tx.savepoint():
            return await asked
    except NotSaved:
        raise
    except Exception as error:  # whatever it is, it is not the other features' and costs nobody the digest
        # The message of an exception may quote what people wrote; its type does not.
        log.error("digest: %s has nothing to say: %s", feature, type(error).__name__)
        speechless.add(feature)
        return None


def _told(totals: list[Total]) -> Text | int:
    counts = [total.count for total in totals]
    whole = rules.told(counts)
    is_average = any(total.average is not None for total in totals)
    if not whole:
        return t.too_few if is_average else t.fewer(limit=rules.FEWEST)
    if is_average:
        told = [total for total in totals if total.count >= rules.FEWEST]
        return round(sum((total.average or 0) * total.count for total in told) / whole)
    return whole if whole == sum(counts) else t.or_more(count=whole)


def _nearness(one: News) -> Text:
    match one.nearness:
        case Nearness.MINE:
            return t.news_mine(news=one.text)
        case Nearness.BACKED:
            return t.news_backed(news=one.text)
        case Nearness.OTHERS:
            return t.news_others(news=one.text)
