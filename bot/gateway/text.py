"""Text as Telegram counts and cleans it: UTF-16 units, no control characters, links and commands found."""

import re
from typing import Any

Entity = dict[str, Any]

# TDLib's clean_input_string drops these: line separators, and embeddings that would turn a whole bubble around.
DROPPED = dict.fromkeys([0x0D, *range(0x2028, 0x202F)])
BLANKED = {code: " " for code in range(0x20) if code not in (0x0A, 0x0D)} | {0x7F: " "}
CLEANING: dict[int, str | None] = {**DROPPED, **BLANKED}
OUTER = " \n"

COMMAND = re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")
LINK = re.compile(r"(?<!\w)https?://[^\s<>\"«»\u2066-\u2069]+", re.IGNORECASE)
LINK_TAIL = ".,;:!?'\")]}。，；：！？）】」』،؛؟"


def units(text: str) -> int:
    """The length in UTF-16 code units, as the Bot API counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    return text.translate(CLEANING)


def whole(text: str) -> str:
    """Lone surrogates, which JSON can carry and nothing can store, become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without blanks around it, the entities moved along and cut to what is left."""
    start = len(text) - len(text.lstrip(OUTER))
    result = text.strip(OUTER)
    if result == text:
        return text, entities
    end = units(result)
    moved = []
    for entity in entities:
        first = max(entity["offset"] - start, 0)
        last = min(entity["offset"] + entity["length"] - start, end)
        if last > first:
            moved.append({**entity, "offset": first, "length": last - first})
    return result, moved


def found(text: str) -> list[Entity]:
    """The commands and addresses a client would make tappable."""
    entities: list[Entity] = []
    if "://" in text:
        links = LINK.finditer(text)
        entities += [_entity("url", text, link.start(), link.group().rstrip(LINK_TAIL)) for link in links]
    if "/" in text:
        commands = COMMAND.finditer(text)
        entities += [_entity("bot_command", text, command.start(), command.group()) for command in commands]
    return entities


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """The given entities, and the found ones that touch none of code, links or one another."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in UNMIXED]
    result = list(entities)
    for entity in found(text):
        first, last = entity["offset"], entity["offset"] + entity["length"]
        if all(last <= begin or end <= first for begin, end in taken):
            taken.append((first, last))
            result.append(entity)
    return sorted(result, key=lambda entity: (entity["offset"], -entity["length"]))


UNMIXED = ("code", "pre", "text_link", "text_mention")


def _entity(kind: str, text: str, start: int, part: str) -> Entity:
    return {"type": kind, "offset": units(text[:start]), "length": units(part)}


def parts(text: str, limit: int) -> list[str]:
    """Pieces of at most `limit` units, cut after a line or a word where there is one; joined they are the text."""
    pieces = []
    while units(text) > limit:
        end = _longest(text, limit)
        cut = text.rfind("\n", end // 2, end) + 1 or text.rfind(" ", end // 2, end) + 1 or end
        pieces.append(text[:cut])
        text = text[cut:]
    return [piece for piece in (*pieces, text) if piece.strip()]


def _longest(text: str, limit: int) -> int:
    """How many characters fit into `limit` units."""
    count = 0
    for index, character in enumerate(text):
        count += 2 if character > "\uffff" else 1
        if count > limit:
            return index
    return len(text)
