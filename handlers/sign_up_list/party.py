"""Whom somebody brings along, as people write it: "+1", "带2个孩子", "2大1小", "一家三口", "بالام بىلەن". Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

MOST_BROUGHT = 9  # grown-ups of one neighbour, and as many children

HAN = {one: number for number, one in enumerate("零一二三四五六七八九十")} | {"两": 2, "俩": 2, "仨": 3, "壹": 1}
COUNT = r"(\d{1,3}|[一二三四五六七八九十两俩仨])"
CHILD = (
    r"(?:小孩子?|孩子|小朋友|小宝宝?|宝宝|宝贝|娃娃?|小娃|儿子|女儿|闺女|孙子|孙女|小学生|小(?!时)"
    r"|children|child|kids?)"
)
GROWN = (
    r"(?:大人|朋友|同事|老人|家属|老公|老婆|先生|太太|爱人|妻子|丈夫|妈妈?|爸爸?|奶奶|爷爷|外婆|外公|姥姥|姥爷"
    r"|婆婆|公公|邻居|adults?|friends?|guests?|others?)"
)
UG_CHILD = r"(?:بالا|بالام|بالىسى)"
UG_WITH = r"(?:بىلەن|بلەن)"
# Between two figures of the same: "2大1小", "2大 1小", "2大+1小".
AND = r"\s*[+,和]?\s*"


@dataclass(frozen=True)
class Party:
    guests: int = 0
    children: int = 0


def read_party(words: str) -> tuple[Party, str]:
    """Whom she brings, and what else the words say. A whole family is counted with herself, who is not brought."""
    guests = children = 0
    for pattern, brought in WAYS:
        while found := pattern.search(words):
            more = brought(*(number(one) for one in found.groups()))
            guests, children = guests + more.guests, children + more.children
            words = f"{words[: found.start()]} , {words[found.end() :]}"
    return Party(guests, children), words


def number(words: str | None) -> int:
    """0 where there is none."""
    if not words:
        return 0
    return int(words) if words.isdecimal() else HAN[words]


def _grown_and_small(grown: int, small: int) -> Party:
    return Party(max(grown - 1, 0), small)


def _all_of(people: int) -> Party:
    return Party(max(people - 1, 0))


def _more(count: int) -> Party:
    return Party(count)


def _children(count: int) -> Party:
    return Party(0, count or 1)


def _grown(count: int) -> Party:
    return Party(count or 1)


def _way(pattern: str, brought: Callable[..., Party]) -> tuple[re.Pattern[str], Callable[..., Party]]:
    return re.compile(pattern, re.IGNORECASE), brought


# The first that fits is taken: what says more stands before what says less.
WAYS = (
    _way(rf"\+\s*{COUNT}\s*(?:个)?大(?:人)?{AND}{COUNT}\s*(?:个)?小(?:孩|朋友)?", Party),
    _way(rf"共?\s*{COUNT}\s*(?:个)?大(?:人)?{AND}{COUNT}\s*(?:个)?小(?:孩|朋友)?", _grown_and_small),
    _way(rf"[+和带]\s*{COUNT}\s*(?:个|名|位)?\s*{CHILD}", _children),
    _way(rf"(?:还|再|另)?[带携](?:着|上|了)?\s*(?:我|我家)?\s*{COUNT}?\s*(?:个|名|位)?\s*{CHILD}", _children),
    _way(rf"(?:还|再|另)?[带携](?:着|上|了)?\s*(?:我|我家)?\s*{COUNT}?\s*(?:个|名|位)?\s*{GROWN}", _grown),
    _way(rf"(?:一|全)?家(?:子)?\s*{COUNT}\s*(?:口人?|个人?|人)", _all_of),
    _way(rf"(?<!\w){COUNT}\s*口(?:之家|人)", _all_of),
    _way(r"(?:夫妻|夫妇|两口子)(?:俩|二人|两人)?()", lambda _: Party(1)),
    _way(rf"(?:with|and|plus|\+)\s*(?:my\s*|a\s*)?{COUNT}?\s*{CHILD}\b", _children),
    _way(rf"(?:with|and|plus)\s*(?:my\s*|a\s*)?{COUNT}?\s*{GROWN}\b", _grown),
    _way(rf"\+\s*{COUNT}\s*{UG_CHILD}\b", _children),
    _way(rf"{COUNT}?\s*{UG_CHILD}\s*{UG_WITH}", _children),
    _way(rf"{COUNT}\s*{UG_CHILD}\b", _children),
    _way(r"ئىككىمىز()", lambda _: Party(1)),
    _way(r"ئۈچىمىز()", lambda _: Party(2)),
    _way(rf"{COUNT}\s*(?:كىشى|ئادەم)\b", _all_of),
    _way(rf"\+\s*{COUNT}\s*(?:个)?(?:大人?|人|位|名)?(?!\w)", _more),
    _way(rf"(?:我们|共|一共|总共)?\s*{COUNT}\s*(?:个人|人|位|名)(?!家)", _all_of),
    _way(rf"(?:total|x|×|\*)\s*{COUNT}(?!\w)", _all_of),
    _way(rf"{COUNT}\s*(?:people|persons|pers)\b", _all_of),
    _way(rf"(?<!\w){COUNT}\s*(?:个)?小(?:孩|朋友)?(?!\w)", _children),
    _way(rf"(?<!\w){COUNT}\s*(?:个)?大(?:人)?(?!\w)", lambda grown: Party(max(grown - 1, 0))),
    _way(r"\bplus one\b()", lambda _: Party(1)),
)
