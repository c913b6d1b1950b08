"""The two clocks of Xinjiang: how moments are shown, and what people mean when they type one."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton, get_timezone_name

from bot import texts
from bot.texts import Text, machine

BEIJING, XINJIANG = "Asia/Shanghai", "Asia/Urumqi"
QUIET_FROM, QUIET_TO = time(22), time(7, 30)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
FURTHEST_YEARS = 10  # nobody plans further; a typing slip does


@dataclass(frozen=True)
class Clocks:
    """`timezone` is where the place lies; `second`, if set, is shown first: "19:00 北京时间（…17:00）".

    Quiet hours are meant in `timezone`.
    """

    timezone: str
    second: str | None = None
    quiet_from: time = QUIET_FROM
    quiet_to: time = QUIET_TO

    @property
    def first_shown(self) -> ZoneInfo:
        return ZoneInfo(self.second or self.timezone)


@dataclass(frozen=True)
class When:
    """A moment inside a sentence, `at` in UTC. A "date" has its year, for what stays for years."""

    at: datetime
    clocks: Clocks
    style: Literal["time", "day", "daytime", "date"] = "daytime"

    def show(self, language: str) -> str:
        return show(self, language)


@dataclass(frozen=True)
class Span:
    """From one time of day to another, both in UTC; each of two clocks shows it whole."""

    start: datetime
    end: datetime
    clocks: Clocks

    def show(self, language: str) -> str:
        shown = self._in(self.clocks.first_shown)
        if self.clocks.second is None or self.clocks.second == self.clocks.timezone:
            return texts.render_plain(texts.literal(shown), language)
        both = machine.two_clocks(
            first=shown,
            first_clock=_clock_name(self.clocks.second, language),
            second=self._in(ZoneInfo(self.clocks.timezone)),
            second_clock=_clock_name(self.clocks.timezone, language),
        )
        return texts.render_plain(both, language)

    def _in(self, zone: ZoneInfo) -> str:
        return f"{self.start.astimezone(zone):%H:%M}–{self.end.astimezone(zone):%H:%M}"


@dataclass(frozen=True)
class Understood:
    at: datetime


@dataclass(frozen=True)
class Ambiguous:
    """What to ask back, a button for each: morning or evening, or which of the two clocks."""

    candidates: tuple[datetime, ...]
    why: Literal["half_day", "clock"]


def show(when: When, language: str) -> str:
    """Plain words with isolates, to be escaped by whoever puts them into HTML."""
    first = when.at.astimezone(when.clocks.first_shown)
    if when.style == "day":
        return _day(first, language)
    if when.style == "date":
        return format_skeleton("yMMMd", first, locale=_locale(language))
    moment = _both_clocks(when, first, language)
    if when.style == "daytime":
        moment = machine.day_and_time(day=_day(first, language), time=moment)
    return texts.render_plain(moment, language)


def quiet_until(now: datetime, clocks: Clocks, start: time | None = None, end: time | None = None) -> datetime | None:
    """When the quiet hours end (UTC) if `now` is inside them; None outside, and never if start is end.

    Those of the place, unless others are given.
    """
    start = clocks.quiet_from if start is None else start
    end = clocks.quiet_to if end is None else end
    local = now.astimezone(ZoneInfo(clocks.timezone))
    clock = local.time().replace(tzinfo=None)
    over_midnight = start > end
    quiet = clock >= start or clock < end if over_midnight else start <= clock < end
    if not quiet:
        return None
    day = local.date() + (DAY if over_midnight and clock >= start else timedelta())
    return datetime.combine(day, end, ZoneInfo(clocks.timezone)).astimezone(UTC)


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
    """The moment people mean, from words of any of our languages; None when there is no time of day in them.

    - Without a clock's name a time is taken in the clock shown first (Beijing where there are two).
    - 1 to 12 without a half-day, a leading zero or a full date is asked back, unless one of the two is past.
    - A missing year or day means the next one to come. `language` only orders the day and month of 3/4.
    """
    folded = _folded(words)
    plain = _without_second_clock(folded)
    zones = _named_zones(plain)
    # Words of our own, with 08:30 in brackets beside 10:30, are no bare 10:30.
    printed = re.search(r"\([^()]*\d\d:\d\d[^()]*\)", folded) is not None
    if len(zones) < 2:
        return _understand_in((zones or (clocks.first_shown,))[0], plain, now, language, printed)
    readings = [_understand_in(zone, plain, now, language, printed) for zone in zones]
    moments = tuple(reading.at for reading in readings if isinstance(reading, Understood))
    return Ambiguous(moments, "clock") if len(moments) == len(zones) else readings[0]


# Showing


def _day(local: datetime, language: str) -> str:
    return format_skeleton("MMMEd", local, locale=_locale(language))


def _both_clocks(when: When, first: datetime, language: str) -> Text:
    if when.clocks.second is None or when.clocks.second == when.clocks.timezone:
        return texts.literal(f"{first:%H:%M}")
    second = when.at.astimezone(ZoneInfo(when.clocks.timezone))
    beside = f"{second:%H:%M}"
    if when.style == "daytime" and second.date() != first.date():
        # Around midnight the two clocks stand on different days.
        beside = f"{_day(second, language)} {beside}"
    return machine.two_clocks(
        first=f"{first:%H:%M}",
        first_clock=_clock_name(when.clocks.second, language),
        second=beside,
        second_clock=_clock_name(when.clocks.timezone, language),
    )


def _clock_name(timezone: str, language: str) -> Text:
    # CLDR has no name for Asia/Urumqi, and calls the other one China Standard Time.
    ours = {BEIJING: machine.clock_beijing, XINJIANG: machine.clock_xinjiang}
    return ours.get(timezone) or texts.literal(get_timezone_name(ZoneInfo(timezone), locale=_locale(language)))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language if language in texts.LANGUAGES else texts.FALLBACK)


# Reading


@dataclass(frozen=True)
class _Hour:
    hour: int
    minute: int
    certain: bool  # written so that only one half of the day can be meant

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


CJK_DIGITS = "零一二三四五六七八九"
CJK_DIGIT = "[零〇一二两兩三四五六七八九]"
CJK_NUMBER = re.compile(rf"(?:{CJK_DIGIT}?十{CJK_DIGIT}?|{CJK_DIGIT}{{1,2}})(?=\s*(?:个?[点點時时号號日月]|分))")
CJK_WEEKDAY = re.compile(r"(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])")
# Uyghur is typed on Arabic and Persian keyboards too, with look-alikes for these letters.
LOOK_ALIKES = str.maketrans({"ي": "ى", "ی": "ى", "ک": "ك", "ه": "ە", "ھ": "ە", "’": "'", "–": "-", "—": "-"})
HALF_DAYS = ("morning", "noon", "afternoon", "evening")

ISO_DATE = re.compile(r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号號]?\.?")
CJK_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?")
UG_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*-?\s*ئاى(?:نىڭ)?\s*(\d{1,2})(?:\s*-\s*\w+)?")  # LOOK_ALIKES: ي is ى
CJK_DAY = re.compile(r"(?<!\d)(下个?月)?(\d{1,2})\s*[日号號]")
DOT_DATE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})(?:\.(\d{4})|\.|(?=\s+\S*\d))(?!\d)")
DASH_DATE = re.compile(r"(?<![\d:])(\d{1,2})([-/])(\d{1,2})(?![\d:])(?:[-/](\d{4}))?")
RANGE = re.compile(r"(?:\d|am|pm|点|半)\s*(?:-|~|to|至|到)\s*\d{1,2}\s*(?::|点|am|pm)")
COLON = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)")
CJK_HOUR = re.compile(r"(?<!\d)(\d{1,2})\s*[点點时時](?:钟|鐘|整)?(?:\s*(半|一刻|三刻|\d{1,2})分?)?")
DOT_HOUR = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])")
BARE_HOUR = re.compile(r"(?<![\d:.,/-])(\d{1,2})(?![\d:.,/-])")


def _understand_in(
    zone: ZoneInfo, plain: str, now: datetime, language: str, printed: bool
) -> Understood | Ambiguous | None:
    local = now.astimezone(zone)
    if RANGE.search(plain):
        return None
    iso = ISO_DATE.search(plain) is not None
    day, rest = _said_day(plain, local, language)
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


def _said_day(plain: str, local: datetime, language: str) -> tuple[_Day | None, str]:
    """The day, and the words without it. No day at all is today or tomorrow; a day that never was is None."""
    for pattern in (ISO_DATE, CJK_DATE, UG_DATE, CJK_DAY, DOT_DATE, DASH_DATE):
        hit = pattern.search(plain)
        if hit and not (pattern is DOT_DATE and int(hit[2]) > 12):  # 19.30 is a time of day
            return _numbered(pattern, hit, local, language), _cut(plain, hit)
    if hit := _month_names().search(plain):
        return _named_month(hit, plain, local)
    relative = (("in-three-days", 3), ("in-two-days", 2), ("tomorrow", 1), ("today", 0))
    for key, days in relative:
        if hit := _words(key).search(plain):
            rest = plain if _half_day(hit[0]) else plain.replace(hit[0], " ", 1)
            return _Day(local.date() + days * DAY, True), rest
    return _weekday(plain, local)


def _numbered(pattern: re.Pattern[str], hit: re.Match[str], local: datetime, language: str) -> _Day | None:
    if pattern is ISO_DATE:
        return _dated(int(hit[1]), int(hit[2]), int(hit[3]), local)
    if pattern is CJK_DAY:
        return _day_of_month(int(hit[2]), local, next_month=bool(hit[1]))
    if pattern in (CJK_DATE, UG_DATE):
        return _dated(None, int(hit[1]), int(hit[2]), local)
    if pattern is DOT_DATE:
        return _dated(int(hit[3]) if hit[3] else None, int(hit[2]), int(hit[1]), local)
    first, second = int(hit[1]), int(hit[3])
    if first <= 12 and second <= 12 and first != second and language == "en":
        return None  # 3/4 is March in one English-speaking country and April in another
    month, day = (first, second) if first <= 12 else (second, first)
    return _dated(int(hit[4]) if hit[4] else None, month, day, local)


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
        for number, name in _locale(language).months["format"][width].items()
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
        for number, name in _locale(language).days["format"][width].items()
        if not name.startswith(("周", "星期"))
    }
    return names | {f"周{number}": number for number in range(7)}


@cache
def _weekday_names() -> re.Pattern[str]:
    names = sorted(_weekday_numbers(), key=len, reverse=True)
    return re.compile("|".join(_word_pattern(name) for name in names))


def _no_day(plain: str, local: datetime) -> _Day | None:
    """Rather not understood than wrong: "in two weeks" or a number too many may be the day we cannot read."""
    hour = next((pattern for pattern in (COLON, CJK_HOUR, DOT_HOUR, BARE_HOUR) if pattern.search(plain)), None)
    left = hour.sub(" ", plain, count=1) if hour else plain
    unread = _words("not-yet").search(plain) or re.search(r"\d(?![ap]\.?m)", left)
    return None if unread else _Day(local.date(), False)


def _weekday(plain: str, local: datetime) -> tuple[_Day | None, str]:
    hit = _weekday_names().search(plain)
    if hit is None:
        return _no_day(plain, local), plain
    name = next(name for name in sorted(_weekday_numbers(), key=len, reverse=True) if hit[0].startswith(name))
    monday = local.date() - local.weekday() * DAY
    said = monday + _weekday_numbers()[name] * DAY
    before, rest = plain[: hit.start()], _cut(plain, hit)
    for key, weeks in (("week-after-next", 2), ("next-week", 1), ("this-week", 0)):
        if re.search(rf"(?:{_words(key).pattern})个?\s?$", before):
            return _Day(said + weeks * WEEK, True), rest
    return _Day(said if said >= local.date() else said + WEEK, False, WEEK), rest
