"""From parameters to what a message holds: words with entities, captions, places."""

import math
from typing import Any

from bot.gateway.bot_api import html
from bot.gateway.bot_api.params import Params
from bot.gateway.errors import bad_request
from bot.gateway.store import Body
from bot.gateway.text import Entity, clean, trimmed, units, with_found

MOST_TEXT = 4096
MOST_CAPTION = 1024
ENTITY_FIELDS = ("type", "offset", "length", "url", "language", "user", "custom_emoji_id")


def text(params: Params) -> Body:
    words, entities = _words(params, "text", "entities")
    if not words:
        raise bad_request("message text is empty")
    if units(words) > MOST_TEXT:
        raise bad_request("message is too long")
    return {"text": words} | ({"entities": entities} if entities else {})


def caption(params: Params) -> Body:
    words, entities = _words(params, "caption", "caption_entities")
    if units(words) > MOST_CAPTION:
        raise bad_request("message caption is too long")
    body: Body = {"caption": words} if words else {}
    return body | ({"caption_entities": entities} if entities else {})


def location(params: Params) -> Body:
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if latitude is None:
        raise bad_request("latitude is empty")
    if longitude is None:
        raise bad_request("longitude is empty")
    place = checked_location(latitude, longitude)
    if place is None:
        raise bad_request("invalid coordinates specified")
    return place


def checked_location(latitude: float, longitude: float) -> Body | None:
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return None
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return {"location": {"latitude": latitude, "longitude": longitude}}


def chat_number(params: Params) -> int:
    if not params.has("chat_id"):
        raise bad_request("chat_id is empty")
    # Names like @channel exist at Telegram only.
    number = params.integer("chat_id")
    if not number:
        raise bad_request("chat not found")
    return number


def message_number(params: Params) -> int:
    number = params.integer("message_id")
    if not number:
        raise bad_request("message identifier is not specified")
    return number


def message_numbers(params: Params) -> list[int]:
    given = params.json("message_ids", "can't parse message identifiers JSON object")
    if not isinstance(given, list):
        raise bad_request("expected an Array of message identifiers")
    if not given:
        raise bad_request("message identifiers are not specified")
    if len(given) > 100:
        raise bad_request("too many message identifiers specified")
    return [item for item in (_number(value) for value in given) if item]


def _number(value: Any) -> int:
    return Params({"n": value}, {}).integer("n")


def _words(params: Params, name: str, entities_name: str) -> tuple[str, list[Entity]]:
    mode = params.text("parse_mode").lower()
    source = clean(params.text(name))
    if mode == "html":
        words, entities = html.parse(source)
        words = clean(words)
    elif mode in ("", "none"):
        words, entities = source, _given_entities(params, entities_name, source)
    elif mode in ("markdown", "markdownv2"):
        raise bad_request("parse_mode Markdown is not supported by this web chat: send HTML or entities")
    else:
        raise bad_request("unsupported parse_mode")
    words, entities = trimmed(words, entities)
    return words, with_found(words, entities)


def _given_entities(params: Params, name: str, words: str) -> list[Entity]:
    given = params.json(name, "can't parse entities JSON object")
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    entities = []
    for entity in given:
        if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
            raise bad_request("can't parse entities: expected an Object as MessageEntity")
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int):
            raise bad_request("can't parse entities: offset and length must be of type Integer")
        address = html.link(str(entity.get("url", ""))) if entity["type"] == "text_link" else ""
        if offset >= 0 and length > 0 and offset + length <= units(words) and address is not None:
            kept = {field: entity[field] for field in ENTITY_FIELDS if field in entity}
            entities.append(kept | ({"url": address} if address else {}))
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
