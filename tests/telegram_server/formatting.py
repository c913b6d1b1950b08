"""HTML as Telegram reads it: to text and entities, with the error texts of TDLib's MessageEntity.cpp."""

import html
import re
from dataclasses import dataclass

from tests.telegram_server.wire import Json, bad

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_TOKEN = re.compile(r"<|&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_ATTRIBUTE = re.compile(r"""\s*([a-zA-Z\-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_WHOLE = re.compile(r"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
ENTITIES_KEPT = 100


def length(text: str) -> int:
    """In UTF-16 units, which is how Telegram counts offsets (Bot API, MessageEntity)."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    at: int


def read(text: str, parse_mode: str) -> tuple[str, list[Json]]:
    """The visible text and its entities. Refuses what Telegram refuses."""
    if not parse_mode:
        return text.strip(), []
    if parse_mode.lower() != "html":
        raise bad("unsupported parse_mode")  # Nestbox writes HTML, never Markdown
    if "<" not in text and "&" not in text:
        return text.strip(), []
    return _trim(*_read_html(text))


def _read_html(source: str) -> tuple[str, list[Json]]:
    out: list[str] = []
    entities: list[Json] = []
    stack: list[_Open] = []
    position = written = 0
    while (found := _TOKEN.search(source, position)) is not None:
        plain = source[position : found.start()]
        if found[0] != "<":
            plain += html.unescape(found[0])
            position = found.end()
        out.append(plain)
        written += length(plain)
        if found[0] == "<":
            position = _tag(source, found.start(), written, stack, entities)
    out.append(source[position:])
    if stack:
        raise _broken(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(out), entities


def _tag(source: str, start: int, written: int, stack: list[_Open], entities: list[Json]) -> int:
    """Opens or closes one tag; answers where the source goes on."""
    if source.startswith("/", start + 1):
        end = source.find(">", start)
        if end < 0:
            raise _broken(f"Unclosed end tag at byte offset {_byte(source, start)}")
        _close(source[start + 2 : end].strip().lower(), _byte(source, start), written, stack, entities)
        return end + 1
    name = re.split(r"[\s>]", source[start + 1 :], maxsplit=1)[0].lower()
    whole = _WHOLE.match(source, start)
    if start + 1 + len(name) == len(source) or (name in _KINDS and whole is None):
        raise _broken(f"Unclosed start tag at byte offset {_byte(source, start)}")
    if name not in _KINDS or whole is None:
        raise _broken(f'Unsupported start tag "{name}" at byte offset {_byte(source, start)}')
    attributes = {
        found[1].lower(): html.unescape((found[2] or "").strip("\"'"))
        for found in _ATTRIBUTE.finditer(whole[0][1 + len(name) : -1])
    }
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _broken(f'Tag "span" must have class "tg-spoiler" at byte offset {_byte(source, start)}')
    stack.append(_Open(name, attributes, written))
    return whole.end()


def _close(name: str, byte: int, written: int, stack: list[_Open], entities: list[Json]) -> None:
    if not stack:
        raise _broken(f"Unexpected end tag at byte offset {byte}")
    opened = stack.pop()
    if name and name != opened.tag:  # TDLib takes "</>" as the end of whatever is open
        raise _broken(f'Unmatched end tag at byte offset {byte}, expected "</{opened.tag}>", found "</{name}>"')
    if written == opened.at:
        return
    entity: Json = {"type": _KINDS[opened.tag], "offset": opened.at, "length": written - opened.at}
    if opened.tag == "a":
        if not re.match(r"(https?|tg|mailto|tel|ton):", opened.attributes.get("href", "")):
            return  # Telegram shows the words and drops the link
        entity["url"] = opened.attributes["href"]
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        entity["type"] = "expandable_blockquote"
    entities.append(entity)


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    kept = text.lstrip()
    shift = length(text) - length(kept)
    kept = kept.rstrip()
    size = length(kept)
    fitted: list[Json] = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] - shift + entity["length"], size)
        if end > start:
            fitted.append(entity | {"offset": start, "length": end - start})
    return kept, fitted[:ENTITIES_KEPT]


def _byte(source: str, position: int) -> int:
    return len(source[:position].encode("utf-8", "surrogatepass"))


def _broken(why: str) -> Exception:
    return bad(f"can't parse entities: {why}")
