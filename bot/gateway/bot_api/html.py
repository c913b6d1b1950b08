"""Telegram's HTML, read the way TDLib's MessageEntity.cpp reads it: plain text, entities, or its own complaint."""

import re
from dataclasses import dataclass

from bot.gateway.errors import ApiError, bad_request
from bot.gateway.text import Entity, units

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "",
}
SPACE = " \t\r\n\v\0"
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
BARE_HOST = re.compile(r"[\w-]+(\.[\w-]+)+([/?#:].*)?$")


@dataclass(frozen=True)
class Tag:
    name: str
    argument: str
    offset: int
    start: int


def parse(source: str) -> tuple[str, list[Entity]]:
    """The text and its entities, offsets in UTF-16 units. Raises ApiError with Telegram's words."""
    return _Reader(source).read()


def link(address: str) -> str | None:
    """The address if a client may open it: anything but http, https and tg is not a link."""
    address = address.strip()
    if address.lower().startswith(("http://", "https://", "tg://")):
        return address if len(address) > 8 else None
    if BARE_HOST.match(address) and (not SCHEME.match(address) or address.split(":")[0].count(".")):
        return f"http://{address}"
    return None


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._length = 0
        self._open: list[Tag] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        source = self._source
        while self._at < len(source):
            character = source[self._at]
            if character == "<":
                self._end_tag() if source.startswith("</", self._at) else self._start_tag()
            elif character == "&":
                self._add(self._reference())
            else:
                # As far as the next tag or reference at once.
                stop = re.compile("[<&]").search(source, self._at)
                end = stop.start() if stop else len(source)
                self._add(source[self._at : end])
                self._at = end
        if self._open:
            raise _complaint(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        order = sorted(enumerate(self._entities), key=lambda item: (item[1]["offset"], -item[1]["length"], -item[0]))
        return "".join(self._text), [entity for _, entity in order]

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._length += units(text)

    def _reference(self) -> str:
        """One character; an unknown reference stays as it is written."""
        match = REFERENCE.match(self._source, self._at)
        if match:
            decimal, hexadecimal, name = match.groups()
            code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else ord(NAMED[name])
            if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
                self._at = match.end()
                return chr(code)
        self._at += 1
        return "&"

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        name = self._until(SPACE + ">").lower()
        if self._at >= len(self._source):
            raise self._complaint_at("Unclosed start tag at byte offset", begin)
        if name not in KINDS:
            raise self._complaint_at(f'Unsupported start tag "{name}" at byte offset', begin)
        argument = ""
        while True:
            self._skip_space()
            if self._peek() == ">":
                break
            argument = self._attribute(name, begin) or argument
        self._at += 1
        if name == "span" and argument != "spoiler":
            raise self._complaint_at('Tag "span" must have class "tg-spoiler" at byte offset', begin)
        self._open.append(Tag(name, argument, self._length, len(self._text)))

    def _attribute(self, tag: str, begin: int) -> str:
        """The tag's argument if this attribute carries it."""
        name = self._until(SPACE + "=>/\"'").lower()
        if not name:
            if not self._peek():
                raise self._complaint_at("Unclosed start tag at byte offset", begin)
            raise self._complaint_at(f'Empty attribute name in the tag "{tag}" at byte offset', begin)
        self._skip_space()
        if self._peek() != "=":
            if not self._peek():
                raise self._complaint_at(f'Unclosed start tag "{tag}" at byte offset', begin)
            return "1" if (tag, name) == ("blockquote", "expandable") else ""
        self._at += 1
        self._skip_space()
        value = self._value(begin)
        if self._at >= len(self._source):
            raise self._complaint_at("Unclosed start tag at byte offset", begin)
        return _argument(tag, name, value)

    def _value(self, begin: int) -> str:
        quote = self._peek()
        if not quote:
            raise self._complaint_at("Unclosed start tag at byte offset", begin)
        if quote not in "\"'":
            start = self._at
            while self._peek().isascii() and (self._peek().isalnum() or self._peek() in (".", "-")):
                self._at += 1
            if self._peek() not in SPACE + ">":
                raise self._complaint_at("Unexpected end of name token at byte offset", start)
            return self._source[start : self._at].lower()
        self._at += 1
        value = []
        while self._peek() and self._peek() != quote:
            if self._peek() == "&":
                value.append(self._reference())
            else:
                value.append(self._peek())
                self._at += 1
        self._at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._complaint_at("Unexpected end tag at byte offset", begin)
        self._at += 2
        name = self._until(SPACE + ">").lower()
        self._skip_space()
        if self._peek() != ">":
            raise self._complaint_at("Unclosed end tag at byte offset", begin)
        self._at += 1
        tag = self._open.pop()
        if name and name != tag.name:
            where = f'{self._bytes(begin)}, expected "</{tag.name}>", found "</{name}>"'
            raise _complaint(f"Unmatched end tag at byte offset {where}")
        if self._length > tag.offset:
            self._close(tag)

    def _close(self, tag: Tag) -> None:
        kind, entity = KINDS[tag.name], {"offset": tag.offset, "length": self._length - tag.offset}
        if kind == "text_link":
            address = link(tag.argument or "".join(self._text[tag.start :]))
            if address:
                self._entities.append({"type": kind, **entity, "url": address})
        elif kind == "pre":
            inner = self._entities[-1] if self._entities else {}
            if inner.get("type") == "code" and inner.items() >= entity.items():
                self._entities.pop()
                entity |= {"language": inner["language"]} if "language" in inner else {}
            self._entities.append({"type": kind, **entity})
        elif kind == "code":
            # A language is only shown for code inside pre; the outer tag takes it over.
            language = {"language": tag.argument} if tag.argument and self._within("pre") else {}
            self._entities.append({"type": kind, **entity, **language})
        elif kind == "blockquote" and tag.argument:
            self._entities.append({"type": "expandable_blockquote", **entity})
        elif kind:
            self._entities.append({"type": kind, **entity})

    def _within(self, name: str) -> bool:
        return bool(self._open) and self._open[-1].name == name

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _until(self, stops: str) -> str:
        start = self._at
        while self._at < len(self._source) and self._source[self._at] not in stops:
            self._at += 1
        return self._source[start : self._at]

    def _skip_space(self) -> None:
        while self._peek() and self._peek() in SPACE:
            self._at += 1

    def _bytes(self, position: int) -> int:
        return len(self._source[:position].encode())

    def _complaint_at(self, words: str, position: int) -> ApiError:
        return _complaint(f"{words} {self._bytes(position)}")


def _argument(tag: str, name: str, value: str) -> str:
    if (tag, name) == ("a", "href"):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return "1" if (tag, name) == ("blockquote", "expandable") else ""


def _complaint(words: str) -> ApiError:
    return bad_request(f"can't parse entities: {words}")
