"""The sentences of the group's list, the list itself, and what one that came back says."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.i18n.texts import LANGUAGES, Text, Texts, join, literal, render_plain
from handlers.sign_up_list import reading, rules
from handlers.sign_up_list.reading import Entry
from handlers.sign_up_list.rules import Comparison, Noted
from handlers.sign_up_list.source import Gathering

t = Texts("sign_up_list", Path(__file__).parent / "texts")


def head(one: Gathering, link: str) -> Text:
    lines = [t.out_title(title=one.title), t.out_when(when=one.when)]
    if one.where:
        lines.append(t.out_where(where=one.where))
    if one.answered:
        lines.append(t.out_answered(count=one.answered))
    if one.free is not None:
        lines.append(t.out_free(count=one.free) if one.free else t.out_full)
    return join(*lines, t.out_link(link=link))


def to_copy(one: Gathering, noted: Sequence[Noted], link: str) -> list[Text]:
    """The list in messages; whoever answered here herself is a number, and never a name in somebody's group."""
    names = [with_party(each.name, each.guests, each.children) for each in noted]
    if one.free is None or one.free:
        blank = rules.FREE_LINES if one.free is None else min(one.free, rules.FREE_LINES)
        names += [literal("")] * blank
    lines = [t.out_line(number=number, name=name) for number, name in enumerate(names, 1)]
    most = rules.NAMES_A_MESSAGE
    parts = [join(*lines[first : first + most]) for first in range(0, len(lines), most)]
    return [join(head(one, link), literal(""), *parts[:1]), *parts[1:]]


def known_lines(one: Gathering, link: str) -> frozenset[str]:
    """What stands above our own list, in every language somebody may have taken it in."""
    found = [render_plain(head(one, link), language) for language in LANGUAGES]
    counts = [t.out_full, *(said(count=count) for said in (t.out_answered, t.out_free) for count in (1, 2))]
    counted = [reading.uncounted(render_plain(each, language)) for each in counts for language in LANGUAGES]
    return frozenset([*counted, *(reading.plain(line) for words in found for line in words.splitlines())])


def with_party(name: str, guests: int, children: int) -> Text:
    """As it is written into a list, and read again."""
    if guests and children:
        return t.out_both(name=name, guests=guests, children=children)
    if guests:
        return t.out_guests(name=name, guests=guests)
    return t.out_children(name=name, children=children) if children else literal(name)


def result(title: str, found: Comparison) -> Text:
    """What is new and gone, and every line that was not taken for somebody."""
    return join(t.result(title=title), *_groups(found))


def _groups(found: Comparison) -> Iterator[Text]:
    if found.new:
        yield from listed(t.new_ones(count=len(found.new)), [_entry(one) for one in found.new])
    if found.changed:
        lines = [
            t.changed_line(
                name=one.noted.name,
                before=1 + one.noted.guests + one.noted.children,
                now=1 + one.entry.guests + one.entry.children,
            )
            for one in found.changed
        ]
        yield from listed(t.changed_ones(count=len(found.changed)), lines)
    if found.gone:
        yield from listed(t.gone_ones(count=len(found.gone)), [literal(one.name) for one in found.gone])
    if found.same:
        yield t.same_ones(count=found.same)
    if found.themselves:
        yield from listed(t.themselves(count=len(found.themselves)), [literal(one.name) for one in found.themselves])
    if found.twice:
        yield from listed(t.twice(count=len(found.twice)), [literal(one.name) for one in found.twice])
    if found.beside:
        lines = [t.beside_line(name=one.name, words=one.note) for one in found.beside]
        yield from listed(t.beside(count=len(found.beside)), lines)
    if found.unread:
        yield from listed(t.unread(count=len(found.unread)), [t.unread_line(line=one) for one in found.unread])


def listed(head: Text, lines: Sequence[Text]) -> list[Text]:
    more = [t.and_more(count=len(lines) - rules.SHOWN)] if len(lines) > rules.SHOWN else []
    return [head, *(t.line(words=one) for one in lines[: rules.SHOWN]), *more]


def _entry(one: Entry) -> Text:
    return with_party(one.name, one.guests, one.children)
