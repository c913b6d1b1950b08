"""What is wrong with one thing the bot says: another language, a key for words, too many choices, no way out."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, ast

from bot.i18n.texts import LANGUAGES, fits, plain
from bot.i18n.texts import _folders as folders
from bot.outbox.queue import CAPTION_LIMIT, TEXT_LIMIT, TOAST_LIMIT
from tests.neighbour import ISOLATES

MOST_CHOICES = 3
LABEL_BYTES = 64
BACK = ("⬅", "➡")  # it points the other way in Uyghur
FOOTER = (
    "welcome.home",
    "welcome.home_below",
    "welcome.help_",
    "welcome.help_below",
    "welcome.more",
    "welcome.agree",
)
HOME = ("welcome.home", "welcome.home_below", "welcome.agree")
# Whose content is a list of buttons; the reason stands behind each.
LONGER = {
    "welcome.more": "Home itself: three, and Polls beneath (product.md)",
    "polls.vote": "the options of the poll",
    "polls.mark": "the options and how many dots or points each",
    "pulse.say": "three faces, and beneath them to say nothing",
    "digests.": "the decisions of the digest, each answered in place",
    "broadcasts.": "the sheet of a message: to whom, when, in which languages (decisions.md)",
    "events.answer": "the answers to an event, and how many one brings",
    "events.pick_day": "the days of the picker",
    "polls.moment_hours": "the days of the picker",
    "polls.add_moment": "the hours of a day",
    "events.set_when": "the hours of the picker",
    "events.note_came": "the names of the roster",
    "events.take_out": "an album that is leafed through, and what the team does with each photo",
    "today.aside": "two things that wait, each with what can be done beside it (decisions.md)",
    "welcome.waiting": "whoever waits for an answer stands above what the team looks at (decisions.md)",
}
SCRIPTS = {"zh": re.compile("[\u4e00-\u9fff]"), "ug": re.compile("[\u0621-\u06ff]")}
# Said in its own script whatever the reader's: the names of languages, and a clock that is asked for by name.
OWN_SCRIPT = re.compile("中文|ئۇيغۇرچە|English")
OURS = re.compile("[ΩΨ][a-z]+ (?:resident|volunteer|lead|shopkeeper|liaison)")  # names in the furnished street
UNFILLED = re.compile(r"\{\s*\$|\ue000|\bNone\b|<\w+\.\w+|&amp;(?:amp|lt|gt|quot|#)|\bTrue\b|\bFalse\b|Text\(")
KEYLIKE = re.compile(r"(?<![\w/.:@#?=&-])[a-z]+(?:-[a-z0-9]+)+(?![\w/.-])")
HEADED = re.compile(r"^[\[【].+[\]】]$", re.MULTILINE)  # a version of a message to many, under its language
LEAST = {"zh": 4, "ug": 10, "en": 10}  # letters after which a fragment of a sentence is no coincidence


@dataclass(frozen=True)
class Said:
    """One row of the outbox, as it left."""

    id: int
    door: str
    chat_id: int | None
    method: str
    params: dict[str, Any]
    state: str
    error: str | None
    message_id: int | None

    @property
    def worded(self) -> dict[str, Any]:
        """Where the words are, and how they are to be read."""
        media = self.params.get("media")
        return media if isinstance(media, dict) else self.params

    @property
    def words(self) -> str:
        """HTML, or plain where the method knows no tags."""
        return str(self.worded.get("text") or self.worded.get("caption") or "").translate(ISOLATES)

    @property
    def buttons(self) -> list[list[dict[str, str]]]:
        markup = self.params.get("reply_markup") or {}
        return list(markup.get("inline_keyboard", []))

    @property
    def addresses(self) -> list[str]:
        return [one["callback_data"] for row in self.buttons for one in row if "callback_data" in one]


def read(row: tuple[Any, ...]) -> Said:
    row_id, door, chat_id, method, params, state, error, message_id = row
    whole = json.loads(params)
    return Said(row_id, door, chat_id, method, whole, state, error, whole.get("message_id") or message_id)


def faults(said: Said, language: str) -> Iterator[str]:
    """Every fault in a sentence each; `language` is the reader's."""
    # Telegram forgot those who furnished the street, so what is for them is not received.
    if (
        said.state in ("refused", "uncertain")
        and said.error
        and not said.error.endswith(("not modified", "Chat not found"))
    ):
        yield f"{said.method} was {said.state}: {said.error}"
    if said.method in (
        "deleteMessage",
        "sendMediaGroup",
        "sendVoice",
        "setMyCommands",
        "setChatLanguage",
        "sendChatAction",
    ):
        return
    if any(address.startswith("welcome.choose_language") for address in said.addresses):
        return  # the first screen speaks all languages, and nothing else can be done there
    toast = said.method == "answerCallbackQuery"
    yield from _of_words(said, language, toast)
    for row in said.buttons:
        for one in row:
            yield from _of_label(one, language)
    in_group = said.chat_id is not None and said.chat_id < 0  # where buttons are links, since anybody presses them
    if not toast and not in_group and said.method.startswith(("send", "editMessage")):
        yield from _of_screen(said)


def _of_words(said: Said, language: str, toast: bool) -> Iterator[str]:
    words = plain(said.words)
    if not words.strip() and not toast:
        yield f"{said.method} without words"
    limit = TOAST_LIMIT if toast else CAPTION_LIMIT if "caption" in said.worded else TEXT_LIMIT
    if not fits(words, limit):
        yield f"{len(words)} letters are too many: {words[:60]!r}"
    if words.endswith("…") and not said.worded.get("parse_mode") and not toast:
        yield f"cut at {limit}: {words[:60]!r}"
    for fault in () if _is_preview(said) else foreign(said.words, language):
        yield f"{fault} in {words[:200]!r}"


def _is_preview(said: Said) -> bool:
    """A message to many as each of its readers will see it, whatever language whoever sends it reads."""
    return any(address.startswith("broadcasts.") for address in said.addresses) and bool(HEADED.search(said.words))


def _of_label(button: dict[str, str], language: str) -> Iterator[str]:
    label = button["text"].translate(ISOLATES)
    if not label.strip():
        yield f"a button without words: {button}"
    if len(button.get("callback_data", "").encode()) > LABEL_BYTES:
        yield f"an address of more than 64 bytes: {button}"
    for fault in foreign(label, language):
        yield f"{fault} on the button {label!r}"


def _of_screen(said: Said) -> Iterator[str]:
    words = plain(said.words)[:60]
    labels = [(one["text"], one.get("callback_data", one.get("url", ""))) for row in said.buttons for one in row]
    addresses = [address for _, address in labels]
    is_home = any(address.startswith("welcome.more") for address in addresses)
    if not is_home and not any(address.startswith(HOME) for address in addresses):
        yield f"no way home from {words!r}"
    first = any(address.startswith("welcome.agree") for address in addresses)
    human = any(address.startswith(("welcome.help", "welcome.human")) for address in addresses)
    if not first and not human:
        yield f"no way to a human being from {words!r}"
    choices = [address for label, address in labels if not address.startswith(FOOTER) and not _is_back(label)]
    if len(choices) > MOST_CHOICES and not any(address.startswith(tuple(LONGER)) for address in addresses):
        yield f"{len(choices)} choices: {choices}"


def _is_back(label: str) -> bool:
    return label.translate(ISOLATES).startswith(BACK)


@cache
def foreign(words: str, language: str) -> tuple[str, ...]:
    """What is not for a reader of this language: other scripts, sentences of other languages, keys, holes."""
    found = [f"unfilled {hole[0]!r}" for hole in UNFILLED.finditer(words)]
    bare = OURS.sub("", OWN_SCRIPT.sub("", plain(words)))
    found += [f"the key {key}" for key in KEYLIKE.findall(bare) if key in _keys()]
    for other, script in SCRIPTS.items():
        if other != language and (strange := script.search(bare)):
            found.append(f"{other} letters {bare[max(0, strange.start() - 5) : strange.end() + 15]!r}")
    for other in LANGUAGES:
        if other != language:
            found += [f"the {other} words {one!r}" for one in _fragments(other, language) if one in bare]
    return tuple(found)


@cache
def _keys() -> frozenset[str]:
    return frozenset(key for folder in folders.values() for key in _patterns(str(folder), "en") if "-" in key)


@cache
def _fragments(other: str, language: str) -> tuple[str, ...]:
    """Stretches of the other language's sentences that are no stretch of ours."""
    ours = "\n".join(
        part for folder in folders.values() for parts in _patterns(str(folder), language).values() for part in parts
    )
    theirs = {
        part
        for folder in folders.values()
        for key, parts in _patterns(str(folder), other).items()
        if not key.startswith("read-")
        for part in parts
    }
    return tuple(
        sorted(part for part in theirs if len(re.sub(r"[\W\d]", "", part)) >= LEAST[other] and part not in ours)
    )


@cache
def _patterns(folder: str, language: str) -> dict[str, tuple[str, ...]]:
    """Each sentence's stretches between its values and tags, line by line."""
    resource = FluentParser().parse(Path(folder, f"{language}.ftl").read_text("utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            parts = [part.strip() for text in _texts(entry.value) for part in re.split(r"<[^<>]*>|\n", text)]
            found[entry.id.name] = tuple(plain(part) for part in parts if part)
    return found


def _texts(pattern: ast.Pattern) -> Iterator[str]:
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            yield str(element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            for variant in element.expression.variants:
                yield from _texts(variant.value)
