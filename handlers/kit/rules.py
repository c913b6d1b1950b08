"""What a kit holds, how it is written down and read again, and whose name may not be in it. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.i18n.texts import LANGUAGES, clean
from bot.identity import names
from bot.identity.places import Space

MOST_IN = 60  # pages of a kit
MOST_LISTED = 150  # that a lead leafs through
MOST_WORDS = 1500  # letters of one page in one language
MOST_LINES = 30
MOST_BROUGHT = 10  # kits from elsewhere in one place
MOST_MADE_A_DAY = 10  # kits of one place
MOST_PICTURES = 3  # of one change
A_DAY = timedelta(days=1)
ASKED_AGAIN = timedelta(days=30)  # after which an owner may be asked once more about her curve
WEEK = 7 * 86_400_000  # ms
DAY = 86_400_000  # ms
FEWEST_WEEKS = 12  # that were told of, before a curve says anything
WEEKS_A_POINT = 4
SHORT_NAME = 2  # letters; a name of one letter would be found everywhere


class Page(StrEnum):
    """A kind of page."""

    CHANGE = "change"
    CARE = "care"
    PERMIT = "permit"
    TASK = "task"
    POLL = "poll"
    CURVE = "curve"


class State(StrEnum):
    """Of a page of our own kit."""

    OPEN = "open"
    IN = "in"
    OUT = "out"


class Decided(StrEnum):
    """Of a template from elsewhere."""

    WAITING = "waiting"
    LATER = "later"
    TAKEN = "taken"
    DECLINED = "declined"


class Cost(StrEnum):
    """What was spent, in bands of yuan: never the sum itself."""

    UNKNOWN = "unknown"
    NOTHING = "nothing"
    UNDER_100 = "under_100"
    UNDER_500 = "under_500"
    UNDER_2000 = "under_2000"
    MORE = "more"


BANDS = ((1, Cost.NOTHING), (10_000, Cost.UNDER_100), (50_000, Cost.UNDER_500), (200_000, Cost.UNDER_2000))


def band(hundredths: int, lines: int) -> Cost:
    if not lines:
        return Cost.UNKNOWN
    return next((one for below, one in BANDS if hundredths < below), Cost.MORE)


def rounded_days(since: int | None, until: int | None) -> int | None:
    return None if since is None or until is None or until < since else (until - since) // DAY + 1


@dataclass(frozen=True)
class Event:
    """A step in the life of a change, so many weeks after it was suggested."""

    step: str
    week: int


@dataclass(frozen=True)
class Look:
    """What was found so many days after it was done."""

    days: int
    found: str


@dataclass(frozen=True)
class Step:
    """Of a permit: a sentence of ours, and whose turn it is."""

    template: str
    who: str | None


@dataclass(frozen=True)
class Facts:
    """Everything of a page that is no free text. Each kind uses its own part; the rest stays as it is here."""

    space: str = ""
    undone: bool = False
    timeline: tuple[Event, ...] = ()
    cost: Cost = Cost.UNKNOWN
    every_weeks: int | None = None
    looks: tuple[Look, ...] = ()
    permit: str = ""
    status: str = ""
    fee: str = ""
    days_to_prepare: int | None = None
    days_to_answer: int | None = None
    steps: tuple[Step, ...] = ()
    work: str = ""
    task: str = ""
    every: str = ""
    needed: int = 1
    minutes: int = 0
    ballot: str = ""
    points: tuple[int, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One page of a kit: its kind, what is counted of it, and its words by language. The first line is its title."""

    kind: Page
    facts: Facts
    words: tuple[tuple[str, str], ...]
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kit:
    """`made` is a month, as 2026-11."""

    mark: str
    place: str
    made: str
    sheets: tuple[Sheet, ...]


def best(words: Iterable[tuple[str, str]], language: str) -> str:
    """In her language, or in any other: somebody can read it to her."""
    found = dict(words)
    for one in (language, *LANGUAGES):
        if one in found:
            return found[one]
    return ""


def tidy(words: str) -> str:
    """As it is kept: lines without blanks around them and without empty ones."""
    lines = [" ".join(line.split()) for line in clean(words).split("\n")]
    return "\n".join([line for line in lines if line][:MOST_LINES])


def language_of(words: str, otherwise: str) -> str:
    """Told by its letters."""
    for letter in words:
        if unicodedata.bidirectional(letter) in ("R", "AL"):
            return "ug"
        if "\u3400" <= letter <= "\u9fff":
            return "zh"
        if letter.isascii() and letter.isalpha():
            return "en"
    return otherwise


# --- nobody may be in it

AT = re.compile(r"(?<!\w)@\w{3,}|(?:t\.me|telegram\.me|weixin|wxid)[/_]\w+", re.IGNORECASE)
# It begins where its letters begin: a long word without an @ is read once, not once a letter.
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+")
NUMBER = re.compile(r"(?:\d[\s().\-－]{0,2}){7,}")
ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
HAN = re.compile("[\u3400-\u9fff]")
WORD = re.compile(r"\w*")
# Uyghur puts endings to a name: whose, whom, to, at, from, and how somebody is called kindly.
ENDINGS = frozenset(
    ["نىڭ", "نى", "غا", "گە", "قا", "كە", "دا", "دە", "تا", "تە", "دىن", "تىن", "لار", "لەر", "نىڭكى", "جان", "خان"]
)
LONG_NAME = 4  # letters; what goes on after them is an ending
JOINING = dict.fromkeys(map(ord, "\u00ad\u0640\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069"))


def people_in(words: str, known: Iterable[str]) -> tuple[str, ...]:
    """What in these words looks like somebody: a name of the place, a number or an address to reach her by."""
    found = [one.group().strip() for way in (MAIL, AT, NUMBER, ADDRESS) for one in way.finditer(folded(words))]
    plain = folded(words)
    for name in known:
        found += [part for part in parts_of(name) if _stands_in(part, plain)]
    return tuple(dict.fromkeys(found))


def parts_of(name: str) -> tuple[str, ...]:
    """What somebody may be called by: her whole name and each of its words."""
    if names.is_made_up(name):
        return ()
    whole = folded(names.tidy(name))
    parts = [whole, *re.split(r"[^\w]+", whole)]
    return tuple(dict.fromkeys(part for part in parts if len(part) >= SHORT_NAME and not part.isdigit()))


def folded(words: str) -> str:
    """As an eye reads it: one width, one case, nothing unseen."""
    return unicodedata.normalize("NFKC", words).casefold().translate(JOINING)


def _stands_in(part: str, words: str) -> bool:
    """Chinese has no spaces between its words; in other scripts "Ana" is not in "banana"."""
    if HAN.search(part):
        return part in words
    # A place has thousands of names: none is made a pattern of.
    at = words.find(part)
    while at >= 0:
        if not WORD.fullmatch(words[at - 1 : at] or " ") and _ends(part, WORD.match(words, at + len(part))):
            return True
        at = words.find(part, at + 1)
    return False


def _ends(part: str, rest: re.Match[str] | None) -> bool:
    """Whether a name ends there, or goes on as Uyghur lets it."""
    if rest is None or not rest.group():
        return True
    if unicodedata.bidirectional(part[-1]) != "AL":
        return False
    return len(part) >= LONG_NAME or rest.group() in ENDINGS


# --- how it is written

FORMAT, VERSION = "nestbox-kit", 1
Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def as_json(kit: Kit) -> dict[str, Json]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "mark": kit.mark,
        "place": kit.place,
        "made": kit.made,
        "pages": [sheet_json(one) for one in kit.sheets],
    }


def sheet_json(sheet: Sheet) -> dict[str, Json]:
    written: dict[str, Json] = {"kind": sheet.kind.value, "words": dict(sheet.words), **facts_json(sheet)}
    return {**written, "pictures": list(sheet.pictures)} if sheet.pictures else written


def facts_json(sheet: Sheet) -> dict[str, Json]:
    facts = sheet.facts
    if sheet.kind is Page.CHANGE:
        timeline: list[Json] = [{"step": one.step, "week": one.week} for one in facts.timeline]
        return {"space": facts.space, "undone": facts.undone, "timeline": timeline, "cost": facts.cost.value}
    if sheet.kind is Page.CARE:
        looks: list[Json] = [{"days": one.days, "found": one.found} for one in facts.looks]
        return {"care_day_weeks": facts.every_weeks, "looks": looks}
    if sheet.kind is Page.PERMIT:
        steps: list[Json] = [{"step": one.template, "who": one.who} for one in facts.steps]
        days: dict[str, Json] = {"to_prepare": facts.days_to_prepare, "to_answer": facts.days_to_answer}
        return {
            "permit": facts.permit,
            "status": facts.status,
            "fee": facts.fee or None,
            "days": days,
            "steps": steps,
        }
    if sheet.kind is Page.TASK:
        many: dict[str, Json] = {"needed": facts.needed, "minutes": facts.minutes}
        return {"work": facts.work, "task": facts.task, "every": facts.every or None, **many}
    if sheet.kind is Page.POLL:
        return {"ballot": facts.ballot}
    return {"points": list(facts.points)}


def words_of(found: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """In the order of our languages."""
    return tuple((one, found[one]) for one in LANGUAGES if found.get(one))


SPACES = tuple(one.value for one in Space)
