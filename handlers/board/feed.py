"""The news of a place as an Atom feed: https://www.rfc-editor.org/rfc/rfc4287."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from bot.clock import moment
from bot.i18n.texts import Text, clean, short
from bot.identity.places import Place
from bot.server.tongues import Tongue, plain_words
from handlers.board.rules import voice
from handlers.board.showing import IN_TITLE, status_name
from handlers.board.store import News, Step
from handlers.board.words import t

ATOM = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml; charset=utf-8"
# https://www.rfc-editor.org/rfc/rfc4151. The place's code is random, and `.invalid` will never be anybody's: unlike
# our own address, which may change, so an entry stays the same entry.
TAG = "tag:nestbox.invalid,2026:"
NO_CHARACTERS = re.compile(
    "[\ufffe\uffff]"
)  # the two that XML has no way to say, https://www.w3.org/TR/xml/#charsets


def write(
    place: Place, tongue: Tongue, base: str, opened_at: int, news: Sequence[News], reasons: dict[int, Step]
) -> bytes:
    """`base` is our public address; `reasons` hold the newest step of each idea by its number."""
    ElementTree.register_namespace("", ATOM)
    lang = f"?lang={tongue.code}"
    page = f"{base}/p/{place.code}"
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": tongue.tag})
    _words(feed, "id", f"{TAG}p/{place.code}")
    _words(feed, "title", _say(t.feed_title(place=place.name), tongue))
    _words(feed, "updated", _time(max([opened_at, *(one.changed_at for one in news)])))
    _words(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", clean(place.name))
    _link(feed, "self", f"{page}/feed.atom{lang}", "application/atom+xml")
    _link(feed, "alternate", f"{page}{lang}", "text/html")
    for one in news:
        entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        words = short(one.words, IN_TITLE) or _say(t.without_words, tongue)
        _words(entry, "id", f"{TAG}p/{place.code}/{one.number}")
        _words(entry, "title", _say(t.idea_title(number=one.number, words=words), tongue))
        _words(entry, "updated", _time(one.changed_at))
        _words(entry, "published", _time(one.published_at))
        _link(entry, "alternate", f"{page}/{one.number}{lang}", "text/html")
        _words(entry, "content", _content(one, reasons.get(one.number), tongue))
    content: bytes = ElementTree.tostring(feed, "utf-8", xml_declaration=True)
    return content


def _content(one: News, step: Step | None, tongue: Tongue) -> str:
    """As plain text, which is what `type` means when it is not there."""
    lines = [_say(status_name(one.status), tongue)]
    if step is not None and step.after is one.status:
        lines += [_say(t[f"step-{voice(step.after, step.space, step.roles)}"], tongue), clean(step.reason).strip()]
    return "\n".join(line for line in [*lines, clean(one.words).strip()] if line)


def _say(text: Text, tongue: Tongue) -> str:
    return plain_words(text, tongue.code)


def _time(at: int) -> str:
    return moment(at).isoformat(timespec="seconds").replace("+00:00", "Z")


def _words(parent: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = NO_CHARACTERS.sub("", words)


def _link(parent: ElementTree.Element, rel: str, address: str, type_: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": address, "type": type_})
