"""The paper and the badge of a certificate, made when the message leaves."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.clock import moment
from bot.graphics import typesetting
from bot.i18n.clocks import When
from bot.i18n.texts import Text, literal, render_plain
from bot.identity import names, places
from bot.identity.places import Place
from bot.services import Site
from handlers.thanks import cards, credential, rules, store
from handlers.thanks.rules import Line, State
from handlers.thanks.store.certificates import Certificate
from handlers.thanks.words import t

TEMPLATE = Path(__file__).parent / "certificate.typ"
MOST_LINES = 12  # on one page; the rest is counted
Words = dict[str, str]


async def pdf_for(site: Site, about: str) -> bytes:
    """`about` is the certificate and the reader's language. Raises LookupError for what is not valid any more."""
    certificate_id, _, language = about.partition(":")
    async with site.database.read() as tx:
        one = await store.certificates.anywhere(tx, int(certificate_id))
        if one is None or one.state is not State.VALID or one.person_id is None:
            raise LookupError("no such certificate")
        place = await places.place(tx, one.place_id)
        lines = await store.certificates.lines(tx, one.id)
    address = credential.address(site.links, one.code or "")
    order = [language, *(each for each in place.languages if each != language)]
    says = sheet(place, one, lines, address, [each for each in order if each in place.languages])
    return await asyncio.to_thread(typesetting.pdf, TEMPLATE, says, site.clock.now())


async def badge_for(site: Site, about: str) -> bytes:
    async with site.database.read() as tx:
        one = await store.certificates.anywhere(tx, int(about.partition(":")[0]))
        if one is None or one.state is not State.VALID or one.person_id is None:
            raise LookupError("no such certificate")
        return (await store.certificates.credential(tx, one.id)).encode()


def sheet(
    place: Place, one: Certificate, lines: Sequence[Line], address: str, languages: Sequence[str]
) -> dict[str, Any]:
    """What the template is told."""
    import segno  # late: a start draws no certificate

    code = segno.make(address, error="m", micro=False)
    return {
        "pages": [_page(place, one, lines, language) for language in languages],
        "code": ["".join("1" if dark else "0" for dark in row) for row in code.matrix],
        "address": address,
    }


def _page(place: Place, one: Certificate, lines: Sequence[Line], language: str) -> dict[str, Any]:
    def said(text: Text) -> Words:
        return {"words": typesetting.drawable(render_plain(text, language)), "language": language}

    def day(at: int | None) -> When:
        return When(moment(at or one.changed_at), place.clocks, "date")

    signed = t.pdf_signed(signer=cards.signer(one), place=place.name, date=day(one.issued_at))
    return {
        "language": language,
        "place": said(literal(place.name)),
        "title": said(t.pdf_title),
        "name": said(literal(names.tidy(one.name))),
        "helped": said(t.pdf_helped(place=place.name)),
        "period": said(t.period_line(since=day(one.since), until=day(one.until))),
        "lines": [[said(what), said(time)] for what, time in _lines(lines)],
        "sums": [[said(what), said(time)] for what, time in _sums(lines)],
        "signed": said(signed),
        "signature": said(t.pdf_signature),
        "seal": said(t.pdf_seal),
        "check": said(t.pdf_check),
    }


def _lines(lines: Sequence[Line]) -> list[tuple[Text, Text]]:
    """What does not fit on the page is counted; hours and training stand in the sums as well."""
    nothing = literal("")
    shown = [
        (cards.line_words(one), cards.time(one.minutes) if one.minutes else nothing) for one in lines[:MOST_LINES]
    ]
    rest = sum(one.times for one in lines[MOST_LINES:])
    return [*shown, (t.pdf_more(count=rest), nothing)] if rest else shown


def _sums(lines: Sequence[Line]) -> list[tuple[Text, Text]]:
    hours, training = rules.minutes(lines, training=False), rules.minutes(lines, training=True)
    found = [(t.pdf_hours, hours), (t.pdf_training, training)]
    return [(words, cards.time(minutes)) for words, minutes in found if minutes]
