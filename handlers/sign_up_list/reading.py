"""What a group's numbered list says, however its neighbours number, decorate and correct it. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.i18n.texts import clean
from handlers.sign_up_list.party import MOST_BROUGHT, Party, read_party

MOST_LINES = 300
LONGEST_NAME = 40
LONGEST_LINE = 200
LONGEST_READ = 400  # letters of one line: a stranger in the group may have written it

STRUCK = re.compile("[\u0335-\u0338]|~~")
OFF = re.compile(
    r"取消了?|不来了?|来不了了?|不去了?|去不了了?|不参加了?|参加不了|退出|退了|请假"
    r"|cancell?e?d?|can'?t come|cannot come|not coming"
    r"|كېلەلمەي|بارالماي|قاتنىشالماي|كەلمەي|بىكار قىل",
    re.IGNORECASE,
)
# A keycap is a digit, a sign and a frame; circled and other figures are numbers by themselves.
KEYCAP = re.compile("((?:[0-9]\ufe0f?\u20e3)+)")
# "3月", "10:30", "2026.10.3", "2大1小": a figure, but not the number of a line.
NO_NUMBER = r"(?!\s*(?:月|日|号|點|点|时|時|个|人|位|名|大|小|楼|年|岁|天|元|口|[:.,/-]?\d))"
NUMBER = re.compile(rf"^[(\[【]?\s*(\d{{1,3}}){NO_NUMBER}\s*(?:[)\]】.、,:;。·۔،-]+\s*|\s+|(?=[^\W\d_]|[^\w\s])|$)")
HAN_NUMBER = re.compile(r"^[(\[【]?\s*([一二三四五六七八九十百]{1,4})\s*[)\]】.、,:]\s*")
INLINE = re.compile(r"(?<=\s)(?=(\d{1,3})[.、)]\s*[^\W\d_])")
NOTE = re.compile(r"[(（\[【]([^()\[\]【】]*)[)）\]】]")
COUNTED = re.compile(r"\d+")
COMMAS = re.compile(r"[,;，；،؛/|]")
EMPTY = re.compile(r"[\s_.~…—–+=-]")
EDGES = " \t-–—·•*:：.。!！?？~^@#_=+\"'“”‘’،؛,;、/|()[]【】<>《》"
HEADER = re.compile(r"^#?\s*(?:接龙|接龍|group note|qun ?jielong)\s*[:.!]?$", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """Somebody on the list with grown-ups and children beside her. `note` is what else stands in her line; `off`: she
    is crossed out, or says that she does not come."""

    name: str
    guests: int = 0
    children: int = 0
    note: str = ""
    off: bool = False


@dataclass(frozen=True)
class Reading:
    """`unread`: lines that were not taken for somebody, as they stand; `blank`: numbers without a name."""

    entries: tuple[Entry, ...]
    unread: tuple[str, ...]
    blank: int = 0


def read(words: str, known: frozenset[str] = frozenset()) -> Reading:
    """`known` are lines of the list that we wrote ourselves (`plain`, counts as `uncounted`): they are no news.
    Nothing else is lost."""
    entries: list[Entry] = []
    unread: list[str] = []
    blank = 0
    seen: set[str] = set()
    for count, line in enumerate(_lines(words)):
        if plain(line) in known or uncounted(line) in known or HEADER.match(plain(line)):
            continue
        content = _numbered(line) if len(line) <= LONGEST_READ and count < MOST_LINES else None
        if content is None:
            unread.append(_quoted(line))
            continue
        if not EMPTY.sub("", content):
            blank += 1
            continue
        understood = True
        for entry in _people(content):
            if entry is None or key(entry.name) in seen:
                understood = False
                continue
            seen.add(key(entry.name))
            entries.append(entry)
        if not understood:
            unread.append(_quoted(line))
    return Reading(tuple(entries), tuple(unread), blank)


def key(name: str) -> str:
    """The same for a name however it is spaced, widened or marked."""
    return "".join(letter for letter in plain(name) if not letter.isspace())


def plain(words: str) -> str:
    """For comparing: without what nobody sees, and without what is only dressed differently."""
    return " ".join(unicodedata.normalize("NFKC", _seen(words)).casefold().split())


def uncounted(words: str) -> str:
    """The same for a line of ours whatever it counted when it went out: meanwhile there are more, or fewer."""
    return COUNTED.sub("0", plain(words))


def tidy(name: str) -> str:
    """Without signs before, after, and what nobody sees: emoji, stops, brackets left open."""
    name = " ".join(_seen(name).split())
    start, end = 0, len(name)
    while start < end and _is_edge(name[start]):
        start += 1
    while end > start and _is_edge(name[end - 1]):
        end -= 1
    return name[start:end]


def _is_edge(letter: str) -> bool:
    return letter in EDGES or unicodedata.category(letter) in ("So", "Sk", "Sm", "Mn", "Me", "Cn", "Co")


def _seen(words: str) -> str:
    """Without marks of direction, joiners and filling: they make one name look like another's, or two like one."""
    return "".join(letter for letter in clean(words) if unicodedata.category(letter) != "Cf" and not _filler(letter))


def _filler(letter: str) -> bool:
    return letter in "\u115f\u1160\u2800\u3164\uffa0\u034f" or "\ufe00" <= letter <= "\ufe0f"


def _lines(words: str) -> Iterator[str]:
    """One numbered neighbour a line, also where somebody's phone put several into one."""
    for raw in words.replace("\r", "\n").split("\n"):
        line = _figures(raw)
        if not _seen(line).strip():
            continue
        starts = [0]
        first = NUMBER.match(line.strip())
        expected = int(first[1]) + 1 if first else 0
        for found in INLINE.finditer(line):
            if expected and int(found[1]) == expected:
                starts.append(found.start())
                expected += 1
        for begin, end in pairwise([*starts, len(line)]):
            yield line[begin:end].strip()


def _figures(line: str) -> str:
    """① and ❶ and 1️⃣ at the start of a line become "1. ", and wide letters narrow ones."""
    line = "".join(one for one in line if unicodedata.category(one) != "Cf" or one == "\u200d").strip()
    if found := KEYCAP.match(line):
        digits = "".join(one for one in found[1] if one.isdigit())
        line = f"{digits}. {line[found.end() :]}"
    elif line.startswith("🔟"):
        line = f"10. {line[1:]}"
    elif line and unicodedata.category(line[0]) in ("No", "Nl") and (value := unicodedata.numeric(line[0], 0)) >= 1:
        line = f"{int(value)}. {line[1:]}"
    return " ".join(unicodedata.normalize("NFKC", line).split())


def _numbered(line: str) -> str | None:
    """What stands behind the number; None where there is none."""
    line = line.lstrip("~ ")
    if found := NUMBER.match(_without_strikes(line)) or HAN_NUMBER.match(line):
        struck = "~~" if STRUCK.search(line) else ""
        return struck + _without_strikes(line)[found.end() :]
    return None


def _without_strikes(words: str) -> str:
    return STRUCK.sub("", words)


def _people(content: str) -> Iterator[Entry | None]:
    """All who stand in one line: "王芳、李明" are two, "王芳,晚到" is one with a word beside her name."""
    off = STRUCK.search(content) is not None or OFF.search(content) is not None
    content = OFF.sub(" ", _without_strikes(content)) if off else content
    names = [one for one in content.split("、") if one.strip()] if not off else [content.replace("、", ",")]
    before: Entry | None = None
    for part in names:
        party, rest = read_party(part)
        if not tidy(rest):
            # "王芳、2大1小": whom she brings, behind one more comma.
            before = _with(before, party) if before is not None else None
            if before is None:
                yield None
            continue
        if before is not None:
            yield before
        before = _entry(rest, party, off=off)
        if before is None:
            yield None
    if before is not None:
        yield before


def _with(entry: Entry, party: Party) -> Entry | None:
    guests, children = entry.guests + party.guests, entry.children + party.children
    if max(guests, children) > MOST_BROUGHT:
        return None
    return Entry(entry.name, guests, children, entry.note, entry.off)


def _entry(rest: str, party: Party, *, off: bool) -> Entry | None:
    notes = [tidy(one[1]) for one in NOTE.finditer(rest)]
    first, *others = COMMAS.split(NOTE.sub(" , ", rest))
    if not tidy(first):
        first, others = next(((one, []) for one in others if tidy(one)), (first, others))
    notes += [tidy(one) for one in others]
    name = tidy(first)
    if not any(unicodedata.category(one)[0] == "L" for one in name) or len(name) > LONGEST_NAME:
        return None
    if max(party.guests, party.children) > MOST_BROUGHT:
        return None
    return Entry(name, party.guests, party.children, " · ".join(one for one in notes if one)[:LONGEST_LINE], off)


def _quoted(line: str) -> str:
    seen = _seen(line).strip()
    return seen if len(seen) <= LONGEST_LINE else seen[: LONGEST_LINE - 1] + "…"
