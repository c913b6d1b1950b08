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
from bot.dialogue.context import Notices
from bot.dialogue.feature import Decision, DigestPart, Feature, Nearness, News, Total
from bot.i18n.texts import Text
from handlers.digests import fitting, rules, store
from handlers.digests.rules import Kind
from handlers.digests.wording import t

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


async def _parts(notices: Notices, kind: Kind, since: datetime, speechless: set[str]) -> DigestPart:
    """The longest-waiting decisions come first."""
    parts = []
    for feature in notices.town.features:
        ask = feature.shopkeeper_digest if kind is Kind.SHOP else feature.volunteer_digest
        if ask is not None:
            parts.append(await _said(notices, feature, ask(notices, since), speechless) or DigestPart())
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
    made = await store.made_since(notices.tx, notices.place.id, person_id, Kind.LIAISON, milliseconds(since))
    ends = [since, *(moment(at) for at in made if moment(at) < notices.now), notices.now]
    found: dict[Text, list[Total]] = defaultdict(list)
    for start, end in pairwise(ends):
        for feature in notices.town.features:
            if feature.liaison_digest is not None:
                asked = feature.liaison_digest(notices, start, end)
                for total in await _said(notices, feature, asked, speechless) or ():
                    found[total.text].append(total)
    lines = tuple(text(count=_told(totals)) for text, totals in found.items())
    new = sum(total.count for totals in found.values() for total in totals)
    return DigestPart(new, await _for_the_liaison(notices, speechless), lines)


async def _for_the_liaison(notices: Notices, speechless: set[str]) -> tuple[Decision, ...]:
    """The longest-waiting come first."""
    found: list[Decision] = []
    for feature in notices.town.features:
        if feature.liaison_decisions is not None:
            found += await _said(notices, feature, feature.liaison_decisions(notices), speechless) or ()
    return tuple(sorted(found, key=lambda one: one.asked_at))


async def _news(notices: Notices, person_id: int, since: datetime, speechless: set[str]) -> DigestPart:
    """Her own first, then what she supports, then the newest."""
    found: list[News] = []
    for feature in notices.town.features:
        if feature.resident_digest is not None:
            asked = feature.resident_digest(notices, since, person_id)
            found += await _said(notices, feature, asked, speechless) or ()
    found.sort(key=lambda one: (one.nearness, -one.at))
    shown = found[: fitting.NEWS]
    return DigestPart(
        new=len(found),
        lines=tuple(_nearness(one) for one in shown),
        photos=tuple(one.photo for one in shown if one.photo is not None),
    )


async def _said(notices: Notices, feature: Feature, asked: Awaitable[T], speechless: set[str]) -> T | None:
    try:
        async with notices.tx.savepoint():
            return await asked
    except NotSaved:
        raise
    except Exception as error:  # whatever it is, it is not the other features' and costs nobody the digest
        # The message of an exception may quote what people wrote; its type does not.
        log.error("digest: %s has nothing to say: %s", feature.name, type(error).__name__)
        speechless.add(feature.name)
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
