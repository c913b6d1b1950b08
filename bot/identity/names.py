"""What people are called: a name of their own, or "Neighbour 4870" in the reader's language until they have one."""

import re
import secrets
import unicodedata
from collections.abc import Iterator, Set

from bot.doors.door import WEB
from bot.errors import Refusal
from bot.i18n.texts import Text, clean, fits, literal, short
from bot.i18n.texts import machine as m
from bot.identity.roles import Role

LONGEST = 30  # letters of a name that somebody chooses
SHOWN = 40  # of any name; a door may know longer ones

GUEST = re.compile(r"Guest (\d{4})")  # as the gateway calls whoever has not said her name
NUMBERED = re.compile(r"#(\d{4})")  # how that is kept, so that it can be read in every language
# Soft hyphen, grapheme joiner, Hangul fillers, an empty Braille cell, tags: seen by nobody, and no part of a name.
FILLING = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\U000e0000-\U000e0fff]")
LINK = re.compile(r"://|www\.|@|[^\W\d_]\.[^\W\d_]{2,}", re.IGNORECASE)
# The first one held stands beside a name.
BADGES = (Role.LEAD, Role.VOLUNTEER, Role.SHOPKEEPER, Role.LIAISON, Role.PROPERTY_MANAGER)

# Words that say what somebody is in charge of, in our languages. Tests hold that every role is among them.
ROLE_WORDS = (
    "administrator",
    "admin",
    "moderator",
    "volunteer",
    "shopkeeper",
    "shopowner",
    "storekeeper",
    "liaison",
    "communityoffice",
    "official",
    "nestbox",
    "coordinator",
    "operator",
    "helpdesk",
    "админ",
    "модератор",
    "волонтер",
)
SHORT_ROLE_WORDS = (
    "lead",
    "leader",
    "mod",
    "bot",
    "staff",
    "owner",
    "manager",
    "support",
    "system",
    "team",
    "property",
)
ROLE_SIGNS = (
    *("管理", "志愿者", "志愿", "义工", "店主", "店长", "老板", "掌柜", "组长", "负责人", "联络员", "联络人"),
    *("联系人", "官方", "客服", "版主", "站长", "工作人员", "系统", "机器人", "社区干部", "居委会", "物业", "政府"),
    *("باشقۇرغۇچى", "پىدائىي", "دۇكاندار", "مەسئۇل", "ئالاقىچى", "خوجايىن", "باشلىق", "رەسمىي", "ھۆكۈمەت"),
    *("مۈلۈكباشقۇرۇش", "ئاھالەكومىتېتى", "مەھەللەئىشخانىسى"),
)
# Letters that look like others. Wide, circled and mathematical ones are undone by NFKC, accents by NFKD.
LOOKS_LIKE = {
    **dict(zip("аеорсухіјѕкмтнвԁӏһԝгп", "aeopcyxijskmthbdihwrn", strict=True)),  # Cyrillic
    **dict(zip("ανορικτυηεβωμ", "avopiktunebwm", strict=True)),  # Greek
    **dict(zip("ոօսհքց", "noohpg", strict=True)),  # Armenian
    **dict(zip("ıɑɡɩłøđħæœ", "iagilodhao", strict=True)),
    **dict(zip("0134578@$!|l", "oieastbasiii", strict=True)),
    **dict(zip("員願義長負責聯絡繫闆櫃組統機會政", "员愿义长负责联络系板柜组统机会政", strict=True)),
    **dict(zip("埋菅営淫緣", "理管营员缘", strict=True)),
    **dict(zip("یېيكکڪهہەةھأإآاؤۇۆۈۋو", "ىىىكككهههههااااوووووو", strict=True)),
}
LETTERED = re.compile(r"(?:SMALL CAPITAL|SQUARED LATIN CAPITAL LETTER|INDICATOR SYMBOL LETTER) ([A-Z])$")


def from_door(door: str, name: str) -> str:
    """How the name that a door knows somebody by is kept."""
    guest = GUEST.fullmatch(name) if door == WEB else None
    return f"#{guest[1]}" if guest else name


def made_up() -> str:
    """For somebody who would rather have none."""
    return f"#{secrets.randbelow(9000) + 1000}"


def is_made_up(name: str) -> bool:
    return NUMBERED.fullmatch(name) is not None


def called(name: str, limit: int = SHOWN) -> Text:
    """As others read it; what pretends to be a role is marked as a name."""
    if numbered := NUMBERED.fullmatch(name):
        return m.neighbour_numbered(number=int(numbered[1]))
    words = literal(short(tidy(name), limit))
    return m.only_a_name(name=words) if pretends(name) else words


def with_badge(name: str, role: Role) -> Text:
    """Where she speaks for this role; a neighbour speaks for herself."""
    return called(name) if role is Role.RESIDENT else m.with_badge(name=called(name), badge=badge(role))


def signed(name: str, roles: Set[Role]) -> Text:
    """The same with the first of her roles."""
    return with_badge(name, next((role for role in BADGES if role in roles), Role.RESIDENT))


def badge(role: Role) -> Text:
    return m[f"badge-{role.value}"]


def fit_for_role(name: str) -> bool:
    """Whether somebody with this name can speak for others."""
    return not is_made_up(name) and has_letters(name) and not pretends(name)


def tidy(name: str) -> str:
    """On one line, without controls, direction signs and filling that nobody sees."""
    return " ".join(FILLING.sub("", clean(name)).split())


def check(words: str) -> str:
    """The name as it is kept. Refuses what is none, or is something else."""
    name = tidy(words)
    if not fits(name, LONGEST):
        raise Refusal(m.too_long(limit=LONGEST))
    if not has_letters(name):
        raise Refusal(m.name_has_letters)
    if is_link(name):
        raise Refusal(m.name_is_link)
    if pretends(name):
        raise Refusal(m.name_is_role)
    return name


def has_letters(name: str) -> bool:
    return any(unicodedata.category(letter)[0] == "L" for letter in tidy(name))


def is_link(name: str) -> bool:
    return LINK.search(name) is not None


def pretends(name: str) -> bool:
    """Whether it reads like a role, also with look-alike letters, figures for letters, or blanks between them."""
    words = list(_words(name))
    whole = "".join(words)
    if any(sign in whole for sign in _SIGNS):
        return True
    if whole in _LONG or any(word in _SHORT for word in words):
        return True
    return any(long in word for word in words for long in _LONG)


def _words(name: str) -> Iterator[str]:
    """As an eye reads them: "A d m i n" is one word."""
    alone = ""
    for word in re.split(r"[^\w]+|_", _skeleton(name)):
        if len(word) == 1:
            alone += word
            continue
        if alone:
            yield alone
        alone = ""
        if word:
            yield word
    if alone:
        yield alone


def _skeleton(name: str) -> str:
    letters = unicodedata.normalize("NFKD", FILLING.sub("", clean(name)).replace("\u200c", "").replace("\u200d", ""))
    plain = "".join(_plain(letter) for letter in letters if unicodedata.category(letter) not in ("Mn", "Me", "Lm"))
    return plain.replace("rn", "m").replace("vv", "w")


def _plain(letter: str) -> str:
    if found := LETTERED.search(unicodedata.name(letter, "")):
        letter = found[1]
    folded = letter.casefold()
    return LOOKS_LIKE.get(folded, folded)


_LONG = frozenset(_skeleton(word) for word in ROLE_WORDS)
_SHORT = frozenset(_skeleton(word) for word in SHORT_ROLE_WORDS)
_SIGNS = frozenset(_skeleton(word) for word in ROLE_SIGNS)
