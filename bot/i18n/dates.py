"""What people mean when they type a day or a time: in three languages, by two clocks."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from bot.i18n import texts
from bot.i18n.clocks import BEIJING, DAY, XINJIANG, Clocks, locale_of
from bot.i18n.texts import machine

WEEK = timedelta(weeks=1)
FURTHEST_YEARS = 10  # nobody plans further; a typing slip does


@dataclass(frozen=True)
class Understood:
    """`until` is the end, where one was said and asked for (understand_span)."""

    at: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Ambiguous:
    """What to ask back, a button for each: morning or evening, which of the two clocks, 5 December or 12 May.

    `lasts` where an end was said and asked for (understand_span).
    """

    candidates: tuple[datetime, ...]
    why: Literal["half_day", "clock", "day"]
    lasts: timedelta | None = None


def parse_clock_time(words: str) -> time | None:
    """A time of day for a setting: "9:30", "９：３０", "9点半", "晚上9点"; a bare 9 is 09:00."""
    plain = _folded(words)
    found = _hour(plain)
    if found is None:
        return None
    half = _half_day(plain)
    moment = found.marked(half) if half else found
    return time(moment.hour % 24, moment.minute) if moment else None


def understand(words: str, now: datetime, clocks: Clocks, language: str) -> Understood | Ambiguous | None:
    """The moment people mean, from words of any of our languages; None when there is no time of day in them, or
    when something in them could be a day that we cannot read: a holiday, two days, "in two weeks".

    - Without a clock's name a time is taken in the clock shown first (Beijing where there are two).
    - 1 to 12 without a half-day, a leading zero or a full date is asked back, unless one of the two is past.
    - 12.5 and, where `language` does not say which comes first, 3/4 are asked back.
    - A missing year or day means the next one to come.
    """
    folded = _folded(words)
    return _understand(folded, now, clocks, language) if _span(folded) is None else None


def understand_day(words: str, now: datetime, clocks: Clocks, language: str) -> date | None:
    """The day people mean, with or without a time of day; where it may be two, the first to come."""
    for said in (words, f"{words} 20:00"):
        match understand(said, now, clocks, language):
            case Understood(at):
                return at.astimezone(clocks.first_shown).date()
            case Ambiguous(candidates):
                return candidates[0].astimezone(clocks.first_shown).date()
            case None:
                continue
    return None


def understand_span(words: str, now: datetime, clocks: Clocks, language: str) -> Understood | Ambiguous | None:
    """The same where an end may be said too: "19:00–21:00", "晚上7点到9点"."""
    folded = _folded(words)
    span = _span(folded)
    if span is None:
        return _understand(folded, now, clocks, language)
    beginning, lasts = span
    match _understand(beginning, now, clocks, language):
        case Understood(at):
            return Understood(at, at + lasts)
        case Ambiguous(candidates, why):
            return Ambiguous(candidates, why, lasts)
    return None


def _understand(folded: str, now: datetime, clocks: Clocks, language: str) -> Understood | Ambiguous | None:
    plain = _quarters(_without_second_clock(folded))
    zones = _named_zones(plain)
    # Words of our own, with 08:30 in brackets beside 10:30, are no bare 10:30.
    printed = re.search(r"\([^()]*\d\d:\d\d[^()]*\)", folded) is not None
    if len(zones) < 2:
        zone = (zones or (clocks.first_shown,))[0]
        return _in_either_order(zone, plain, now, language, printed)
    readings = [_in_either_order(zone, plain, now, language, printed) for zone in zones]
    moments = tuple(reading.at for reading in readings if isinstance(reading, Understood))
    return Ambiguous(moments, "clock") if len(moments) == len(zones) else readings[0]


@dataclass(frozen=True)
class _Hour:
    hour: int
    minute: int
    certain: bool  # written so that only one half of the day can be meant

    @property
    def minutes(self) -> int:
        return self.hour * 60 + self.minute

    def marked(self, half: str) -> "_Hour | None":
        """24 is the midnight that ends the day; None contradicts itself, like 15:00 in the morning."""
        if half == "morning":
            return _Hour(self.hour % 12, self.minute, True) if self.hour <= 12 else None
        if self.hour > 12 or self.hour == 0:
            return _Hour(self.hour, self.minute, True)
        if half == "noon":
            late = self.hour < 4
        elif half == "evening":
            if self.hour < 5:  # two at night: before or after this day?
                return self
            return _Hour(self.hour + 12, self.minute, True)
        else:
            late = self.hour < 12
        return _Hour(self.hour + 12 if late else self.hour, self.minute, True)


@dataclass(frozen=True)
class _Day:
    day: date
    fixed: bool  # False: no day was said, or only a weekday, and a past one moves on
    step: timedelta = DAY
    said: bool = True


CJK_DIGITS = "零一二三四五六七八九"
CJK_DIGIT = "[零〇一二两兩三四五六七八九]"
CJK_NUMBER = re.compile(rf"(?:{CJK_DIGIT}?十{CJK_DIGIT}?|{CJK_DIGIT}{{1,2}})(?=\s*(?:个?[点點時时号號日月]|分))")
CJK_WEEKDAY = re.compile(r"(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])")
# Uyghur is typed on Arabic and Persian keyboards too, with look-alikes for these letters.
LOOK_ALIKES = str.maketrans({"ي": "ى", "ی": "ى", "ک": "ك", "ه": "ە", "ھ": "ە", "’": "'", "–": "-", "—": "-"})
RELATIVE = (("in-three-days", 3), ("in-two-days", 2), ("tomorrow", 1), ("today", 0))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Order = Literal["day first", "month first"]
HALF_DAYS = ("morning", "noon", "afternoon", "evening")

ISO_DATE = re.compile(r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号號]?\.?")
CJK_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?")
UG_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*-?\s*ئاى(?:نىڭ)?\s*(\d{1,2})(?:\s*-\s*\w+)?")  # LOOK_ALIKES: ي is ى
CJK_DAY = re.compile(r"(?<!\d)(下个?月)?(\d{1,2})\s*[日号號]")
DOT_DATE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})(?:\.(\d{4})|\.|(?=\s+\S*\d))(?!\d)")
DASH_DATE = re.compile(r"(?<![\d:])(\d{1,2})([-/])(\d{1,2})(?![\d:])(?:[-/](\d{4}))?")
COLON = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)")
CJK_HOUR = re.compile(r"(?<!\d)(\d{1,2})\s*[点點时時](?:钟|鐘|整)?(?:\s*(半|一刻|三刻|\d{1,2})分?)?")
DOT_HOUR = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])")
BARE_HOUR = re.compile(r"(?<![\d:.,/-])(\d{1,2})(?![\d:.,/-])")


# A time of day as half of a span; one half at least says that it is one, else it might be 11-28.
ONE_END = r"\d{1,2}(?::\d{2}|\.\d{2})?\s*(?:[点點时時](?:钟|整|半|一刻|三刻|\d{1,2}分?)?)?\s*(?:[ap]\.?m\b\.?)?"
CLEARLY_A_TIME = re.compile(r"[:点點时時半]|[ap]\.?m")


def _span(plain: str) -> tuple[str, timedelta] | None:
    """The words with the beginning alone, and how long it lasts. None where no end was said."""
    half = "|".join(_words(one).pattern for one in HALF_DAYS)
    between = r"(?:-|~|to|till|until|至|到|(?:-?\s*)(?:دىن|تىن))"
    pattern = re.compile(rf"(?<![\d:.-])(?P<start>{ONE_END})\s*{between}\s*(?P<end>(?:{half})?\s*{ONE_END})(?![\d:])")
    for hit in pattern.finditer(plain):
        if not CLEARLY_A_TIME.search(hit[0]):
            continue
        start, end = _hour(hit["start"]), _hour(hit["end"])
        if start is None or end is None:
            continue
        return _beginning(plain, hit, start, end)
    return None


def _beginning(plain: str, hit: re.Match[str], start: _Hour, end: _Hour) -> tuple[str, timedelta] | None:
    around = plain[: hit.start()] + " " + plain[hit.end() :]
    own, its_end, said = _half_day(hit["start"]), _half_day(hit["end"]), _half_day(around)
    begins = start.marked(own or said or "") if own or said else start
    ends = end.marked(its_end) if its_end else end
    if begins is None or ends is None:
        return None
    # Where one of them may mean either half of the day, the end is the next one after the beginning.
    lasts = (ends.minutes - begins.minutes) % (24 * 60 if begins.certain and ends.certain else 12 * 60)
    if not lasts:
        return None
    words = hit["start"]
    if ends.certain and not begins.certain:
        # "7-9 pm": what is said of the end tells what the beginning is.
        hours, minutes = divmod((ends.minutes - lasts) % (24 * 60), 60)
        words = f"{hours % 12 or 12}:{minutes:02} {'am' if hours < 12 else 'pm'}"
    return f"{plain[: hit.start()]} {words} {plain[hit.end() :]}", timedelta(minutes=lasts)


def _in_either_order(
    zone: ZoneInfo, plain: str, now: datetime, language: str, printed: bool
) -> Understood | Ambiguous | None:
    """Day and month of 12.5 and 3/4 may stand in either order: then both are asked about."""
    readings = [_understand_in(zone, plain, now, order, printed) for order in _orders(plain, language)]
    if len(readings) == 1 or readings[0] == readings[1]:
        return readings[0]
    moments = sorted(reading.at for reading in readings if isinstance(reading, Understood))
    return Ambiguous(tuple(moments), "day") if len(moments) == 2 else None


def _orders(plain: str, language: str) -> tuple[Order, ...]:
    if hit := DOT_DATE.search(plain):
        # 5.12. with its second point is a day and a month wherever it is written so.
        if hit[3] or hit[0].rstrip().endswith("."):
            return ("day first",)
        return ("day first", "month first")
    return ("day first", "month first") if language == "en" and DASH_DATE.search(plain) else ("month first",)


def _understand_in(
    zone: ZoneInfo, plain: str, now: datetime, order: Order, printed: bool
) -> Understood | Ambiguous | None:
    local = now.astimezone(zone)
    iso = ISO_DATE.search(plain) is not None
    day, rest = _said_day(plain, local, order)
    found = _hour(rest)
    if day is None or found is None:
        return None
    half = _half_day(rest)
    hour = found.marked(half) if half else found
    if hour is None:
        return None
    if hour.certain or iso or printed:
        return Understood(_coming(day, hour, local))
    return _either_half(day, hour, local)


def _either_half(day: _Day, hour: _Hour, local: datetime) -> Understood | Ambiguous:
    early = _Hour(hour.hour, hour.minute, True)
    late = _Hour(hour.hour + 12, hour.minute, True)
    both = sorted((_coming(day, early, local), _coming(day, late, local)))
    if both[0] <= local < both[1]:
        return Understood(both[1])
    return Ambiguous(tuple(both), "half_day")


def _coming(day: _Day, hour: _Hour, local: datetime) -> datetime:
    date_said = day.day + (DAY if hour.hour >= 24 else timedelta())
    at = datetime.combine(date_said, time(hour.hour % 24, hour.minute), local.tzinfo)
    if not day.fixed and at <= local:
        at += day.step
    return at.astimezone(UTC)


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKC", texts.clean(words)).casefold()
    plain = re.sub(r"[\u2066-\u2069]", "", plain).translate(LOOK_ALIKES)
    plain = "".join(str(unicodedata.decimal(letter, letter)) for letter in plain)
    hidden = CJK_WEEKDAY.sub(lambda found: f" {'周'}{'一二三四五六日'.index(found[1].replace('天', '日'))} ", plain)
    return CJK_NUMBER.sub(lambda found: str(_cjk_number(found[0])), hidden)


def _cjk_number(words: str) -> int:
    words = words.replace("〇", "零").replace("两", "二").replace("兩", "二")
    if "十" not in words:
        return int("".join(str(CJK_DIGITS.index(letter)) for letter in words))
    tens, _, ones = words.partition("十")
    return 10 * (CJK_DIGITS.index(tens[-1]) if tens else 1) + (CJK_DIGITS.index(ones[0]) if ones else 0)


def _without_second_clock(plain: str) -> str:
    """People copy our own "19:00 北京时间（新疆时间 17:00）"; the brackets only repeat the time."""
    return re.sub(r"\(([^()]*\d:\d\d[^()]*)\)", " ", plain)


@cache
def _words(key: str) -> re.Pattern[str]:
    """One pattern for a line of "|"-separated words of all languages, longest first."""
    listed = {
        _fold_word(word): language
        for language in texts.LANGUAGES
        for word in texts.render_plain(machine[f"read-{key}"], language).split("|")
    }
    return re.compile("|".join(_word_pattern(word) for word in sorted(listed, key=len, reverse=True)))


def _fold_word(word: str) -> str:
    return unicodedata.normalize("NFKC", word.strip()).casefold().translate(LOOK_ALIKES)


def _word_pattern(word: str) -> str:
    if unicodedata.bidirectional(word[0]) == "AL":
        endings = r"\w{0,6}" if len(word) > 3 else ""  # Uyghur adds its endings to the word
        return rf"(?<!\w){re.escape(word)}{endings}(?!\w)"
    if word.replace(".", "") in ("am", "pm"):  # "I am free" is no morning
        return rf"(?:(?<=\d)|(?<=\d )){re.escape(word)}(?!\w)"
    if word[0].isascii() or unicodedata.name(word[0]).startswith("LATIN"):
        return rf"(?<![^\W\d_]){re.escape(word)}(?!\w)"
    return re.escape(word)


def _named_zones(plain: str) -> tuple[ZoneInfo, ...]:
    named = (("beijing", BEIJING), ("xinjiang", XINJIANG))
    return tuple(ZoneInfo(zone) for key, zone in named if _words(key).search(plain))


def _half_day(plain: str) -> str | None:
    """The longest word wins: "afternoon" is no noon, "چۈشتىن كېيىن" no "چۈش"."""
    found = [(len(hit[0]), half) for half in HALF_DAYS if (hit := _words(half).search(plain))]
    return max(found)[1] if found else None


def _hour(plain: str) -> _Hour | None:
    if hit := COLON.search(plain):
        return _valid(int(hit[1]), int(hit[2]), hit[1].startswith("0"))
    if hit := CJK_HOUR.search(plain):
        minutes = {"半": 30, "一刻": 15, "三刻": 45}.get(hit[2]) if hit[2] else 0
        return _valid(int(hit[1]), int(hit[2]) if minutes is None else minutes, False)
    if hit := DOT_HOUR.search(plain):
        return _valid(int(hit[1]), int(hit[2]), hit[1].startswith("0"))
    bare = BARE_HOUR.findall(re.sub(r"(?<=\d)(?=[ap]\.?m\b)", " ", plain))
    if len(bare) == 1:
        return _valid(int(bare[0]), 30 if _words("half").search(plain) else 0, False)
    return _Hour(12, 0, True) if not bare and _half_day(plain) == "noon" else None


def _valid(hour: int, minute: int, leading_zero: bool) -> _Hour | None:
    if hour > 23 or minute > 59:
        return None
    return _Hour(hour, minute, leading_zero or hour > 12 or hour == 0)


def _said_day(plain: str, local: datetime, order: Order) -> tuple[_Day | None, str]:
    """The day, and the words without it. No day at all is today or tomorrow; a day that never was is None."""
    day, rest = _first_day(plain, local, order)
    if day is None:
        return None, rest
    left = _words("half").sub(" ", _without_hour(_without_same_day(rest, day, local)))
    # Rather not understood than wrong: what is left may be another day, or the one that was meant.
    if _words("not-yet").search(left) or re.search(r"\d", left):
        return None, rest
    if not day.said and re.search(r"[^\W\d_]", _known_words().sub(" ", left)):
        return None, rest
    return day, rest


def _first_day(plain: str, local: datetime, order: Order) -> tuple[_Day | None, str]:
    for pattern in (ISO_DATE, CJK_DATE, UG_DATE, CJK_DAY, DOT_DATE, DASH_DATE):
        hit = pattern.search(plain)
        if hit and not (pattern is DOT_DATE and _is_hour(hit, plain)):
            return _numbered(pattern, hit, local, order), _cut(plain, hit)
    if hit := _month_names().search(plain):
        return _named_month(hit, plain, local)
    for key, days in RELATIVE:
        if hit := _words(key).search(plain):
            rest = plain if _half_day(hit[0]) else plain.replace(hit[0], " ", 1)
            return _Day(local.date() + days * DAY, True), rest
    return _weekday(plain, local)


def _is_hour(dotted: re.Match[str], plain: str) -> bool:
    """19.30 is a time of day, and 11.28 beside 19:00 is none."""
    if int(dotted[2]) <= 12:
        return False
    others = _cut(plain, dotted)
    return int(dotted[1]) > 12 or not (COLON.search(others) or CJK_HOUR.search(others))


def _without_same_day(rest: str, day: _Day, local: datetime) -> str:
    """Other words for the day that was said, such as its weekday; a weekday of another day stays, as a number."""
    while hit := _weekday_names().search(rest):
        same = day.said and _weekday_of(hit[0]) == day.day.weekday()
        rest = f"{rest[: hit.start()]} {'' if same else '0'} {rest[hit.end() :]}"
    for key, days in RELATIVE:
        while hit := _words(key).search(rest):
            same = day.day == local.date() + days * DAY
            rest = f"{rest[: hit.start()]} {'' if same else '0'} {rest[hit.end() :]}"
    if _month_names().search(rest) or CJK_DATE.search(rest) or UG_DATE.search(rest):
        rest += " 0"
    return rest


def _without_hour(rest: str) -> str:
    for pattern in (COLON, CJK_HOUR, DOT_HOUR):
        if pattern.search(rest):
            return pattern.sub(" ", rest, count=1)
    return BARE_HOUR.sub(" ", re.sub(r"(?<=\d)(?=[ap]\.?m\b)", " ", rest), count=1)


@cache
def _known_words() -> re.Pattern[str]:
    """What may stand beside an hour and says nothing of the day."""
    keys = ("around-an-hour", "half", "beijing", "xinjiang", *HALF_DAYS)
    return re.compile("|".join(_words(key).pattern for key in keys) + r"|(?<![^\W\d_])[ap]\.?m\b\.?")


def _quarters(rest: str) -> str:
    """ "quarter past 7" and "quarter to 7" as the hours they are."""
    if (hit := _words("quarter").search(rest)) is None:
        return rest
    past, to = _words("past").search(rest), _words("to").search(rest)
    number = re.search(r"\d{1,2}(?![\d:.])", rest[hit.end() :])
    if number is None or (past is None) == (to is None):
        return ""
    hour = int(number[0]) if past else (int(number[0]) - 1) % 24 or 12
    after = rest[hit.end() :].replace(number[0], f" {hour}:{15 if past else 45}", 1)
    return rest[: hit.start()] + (past or to or hit).re.sub(" ", after, count=1)


def _numbered(pattern: re.Pattern[str], hit: re.Match[str], local: datetime, order: Order) -> _Day | None:
    if pattern is ISO_DATE:
        return _dated(int(hit[1]), int(hit[2]), int(hit[3]), local)
    if pattern is CJK_DAY:
        return _day_of_month(int(hit[2]), local, next_month=bool(hit[1]))
    if pattern in (CJK_DATE, UG_DATE):
        return _dated(None, int(hit[1]), int(hit[2]), local)
    first, second, year = (hit[1], hit[2], hit[3]) if pattern is DOT_DATE else (hit[1], hit[3], hit[4])
    numbers = (int(first), int(second))
    if max(numbers) <= 12:
        month, day = numbers if order == "month first" else numbers[::-1]
    else:
        month, day = min(numbers), max(numbers)
    return _dated(int(year) if year else None, month, day, local)


def _day_of_month(day: int, local: datetime, *, next_month: bool) -> _Day | None:
    later = next_month or day < local.day
    year, month = (local.year + 1, 1) if later and local.month == 12 else (local.year, local.month + later)
    return _dated(year, month, day, local)


def _cut(plain: str, hit: re.Match[str]) -> str:
    return plain[: hit.start()] + " " + plain[hit.end() :]


def _dated(year: int | None, month: int, day: int, local: datetime) -> _Day | None:
    if year is not None and not 0 <= year - local.year <= FURTHEST_YEARS:
        return None
    try:
        said = date(year or local.year, month, day)
        if year is None and said < local.date():
            said = date(local.year + 1, month, day)
    except ValueError:
        return None
    return _Day(said, True)


@cache
def _month_numbers() -> dict[str, int]:
    return {
        _fold_word(name).rstrip("."): number
        for language in texts.LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in locale_of(language).months["format"][width].items()
        if not name[0].isdigit() and "月" not in name
    }


@cache
def _month_names() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _month_numbers()), key=len, reverse=True))
    before = rf"(?P<before>\d{{1,2}})(?:st|nd|rd|th|-)?\s*(?:of\s+)?(?P<left>{names})(?:نىڭ)?(?!\w)\.?"
    after = rf"(?<!\w)(?P<right>{names})(?:نىڭ)?\.?\s*(?P<after>\d{{1,2}})(?![\d:])(?:st|nd|rd|th|-\w+)?"
    return re.compile(rf"(?:{before}|{after})(?:,?\s*(?P<year>\d{{4}}))?")


def _named_month(hit: re.Match[str], plain: str, local: datetime) -> tuple[_Day | None, str]:
    month = _month_numbers()[hit["left"] or hit["right"]]
    year = int(hit["year"]) if hit["year"] else None
    return _dated(year, month, int(hit["before"] or hit["after"]), local), _cut(plain, hit)


@cache
def _weekday_numbers() -> dict[str, int]:
    """Monday is 0, as in CLDR and Python."""
    names = {
        _fold_word(name): number
        for language in texts.LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in locale_of(language).days["format"][width].items()
        if not name.startswith(("周", "星期"))
    }
    ours = {
        _fold_word(word): number
        for number, day in enumerate(WEEKDAYS)
        for language in texts.LANGUAGES
        for word in texts.render_plain(machine[f"read-{day}"], language).split("|")
    }
    return names | ours | {f"周{number}": number for number in range(7)}


@cache
def _weekday_names() -> re.Pattern[str]:
    names = sorted(_weekday_numbers(), key=len, reverse=True)
    return re.compile("|".join(_word_pattern(name) for name in names))


def _weekday_of(words: str) -> int:
    names = sorted(_weekday_numbers(), key=len, reverse=True)
    return _weekday_numbers()[next(name for name in names if words.startswith(name))]


def _weekday(plain: str, local: datetime) -> tuple[_Day | None, str]:
    hit = _weekday_names().search(plain)
    if hit is None:
        return _Day(local.date(), False, said=False), plain
    monday = local.date() - local.weekday() * DAY
    said = monday + _weekday_of(hit[0]) * DAY
    before, after = plain[: hit.start()], plain[hit.end() :]
    for key, weeks in (("week-after-next", 2), ("next-week", 1), ("this-week", 0)):
        if week := re.search(rf"(?:{_words(key).pattern})个?\s?$", before):
            return _Day(said + weeks * WEEK, True), f"{before[: week.start()]} {after}"
    return _Day(said if said >= local.date() else said + WEEK, False, WEEK), f"{before} {after}"
