"""Two clocks: what people read, what they may type, and when nobody is disturbed."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.i18n.clocks import Clocks, When, quiet_until, show
from bot.i18n.dates import Ambiguous, Understood, parse_clock_time, understand, understand_span
from bot.i18n.texts import LANGUAGES

SHOP = Clocks("Asia/Urumqi", "Asia/Shanghai")
ELSEWHERE = Clocks("Europe/Berlin")
BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 12, tzinfo=BEIJING)  # a Monday
SATURDAY = datetime(2026, 11, 28, 19, tzinfo=BEIJING)
TOMORROW = datetime(2026, 11, 24, 19, tzinfo=BEIJING)


def heard(words: str, clocks: Clocks = SHOP, language: str = "zh") -> datetime | None:
    reading = understand(words, NOW, clocks, language)
    return reading.at if isinstance(reading, Understood) else None


def test_every_moment_is_shown_in_both_clocks() -> None:
    when = When(SATURDAY.astimezone(UTC), SHOP)
    assert show(when, "zh") == "11月28日周六 19:00 北京时间（新疆时间 17:00）"
    assert show(when, "en") == "Sat, Nov 28, 19:00 Beijing time (17:00 Xinjiang time)"
    uyghur = re.sub("[\u2066-\u2069]", "", show(when, "ug"))
    assert uyghur == "28-نويابىر، شە، بېيجىڭ ۋاقتى 19:00 (شىنجاڭ ۋاقتى 17:00)"


def test_a_place_with_one_clock_shows_one() -> None:
    assert show(When(datetime(2026, 7, 1, 10, tzinfo=UTC), ELSEWHERE, "time"), "zh") == "12:00"


def test_around_midnight_both_days_are_named() -> None:
    late = When(datetime(2026, 11, 29, 1, tzinfo=BEIJING), SHOP)
    assert show(late, "zh") == "11月29日周日 01:00 北京时间（新疆时间 11月28日周六 23:00）"


@pytest.mark.parametrize(
    "words",
    [
        "2026-11-28 19:00",
        "2026-11-28T19:00",
        "２０２６年１１月２８日 晚上７点",
        "28.11. 19:00",
        "28.11 7 pm",
        "11/28 19:00",
        "11月28日 １９：００",
        "11月二十八号晚上七点",
        "28号晚上7点",
        "周六晚上7点",
        "Sat 19:00",
        "7 pm Saturday",
        "Nov 28 7pm",
        "28th of November at 19:00",
        "28-نويابىر 19:00",
        "نويابىرنىڭ 28-كۈنى 19:00",
        "11-ئاينىڭ 28-كۈنى سائەت 19:00",
        "شەنبە كۈنى كەچ 7",
        "周六新疆时间17:00",
        "Saturday 17:00 (Xinjiang time)",
        "شەنبە شىنجاڭ ۋاقتى 17:00",
        "周六 19:00 北京时间（新疆时间 17:00）",
    ],
)
def test_saturday_evening_is_understood_however_it_is_typed(words: str) -> None:
    assert heard(words) == SATURDAY


@pytest.mark.parametrize(
    "words",
    [
        "明天下午7点",
        "明晚7点",
        "明天19时",
        "tomorrow 7 pm",
        "ئەتە سائەت 19:00",
        "ئەتە كەچ 7",
        "周二 19点",
        "tomorrow evening half past 6 Beijing",
    ],
)
def test_tomorrow_evening_is_understood(words: str) -> None:
    expected = TOMORROW - timedelta(minutes=30) if "half" in words else TOMORROW
    assert heard(words) == expected


@pytest.mark.parametrize(
    ("words", "day", "hour", "minute"),
    [
        ("后天上午10点半", 25, 10, 30),
        ("大后天 15:00", 26, 15, 0),
        ("周三下午三点一刻", 25, 15, 15),
        ("今晚12点", 24, 0, 0),
        ("明天中午", 24, 12, 0),
        ("tomorrow noon", 24, 12, 0),
        ("12 am tomorrow", 24, 0, 0),
        ("tonight 8", 23, 20, 0),
        ("ئۆگۈن ئەتىگەن 10", 25, 10, 0),
        ("چۈشتىن كېيىن سائەت 3 يېرىم", 23, 15, 30),
        ("09:30", 24, 9, 30),
        ("周一 19:00", 23, 19, 0),
        ("周一 09:00", 30, 9, 0),
    ],
)
def test_days_and_halves_of_the_day_are_read(words: str, day: int, hour: int, minute: int) -> None:
    assert heard(words) == datetime(2026, 11, day, hour, minute, tzinfo=BEIJING)


def test_next_week_is_the_week_after_this_one() -> None:
    wednesday = datetime(2026, 12, 2, 15, tzinfo=BEIJING)
    for words in ("下周三 15:00", "下个星期三下午3点", "next Wednesday 3pm", "كېلەر ھەپتە چارشەنبە 15:00"):
        assert heard(words) == wednesday
    assert heard("楼下 周六 19:00") == SATURDAY


def test_a_date_without_year_is_the_next_one() -> None:
    assert heard("1月1日 19:00") == datetime(2027, 1, 1, 19, tzinfo=BEIJING)


@pytest.mark.parametrize("words", ["周六7点", "Saturday 7", "Saturday at 7:00", "شەنبە سائەت 7", "周六七点"])
def test_a_bare_seven_is_asked_back_with_two_moments(words: str) -> None:
    morning = SATURDAY - timedelta(hours=12)
    assert understand(words, NOW, SHOP, "zh") == Ambiguous((morning, SATURDAY), "half_day")


def test_a_bare_seven_without_a_day_means_the_next_two() -> None:
    evening = datetime(2026, 11, 23, 19, tzinfo=BEIJING)
    assert understand("7点", NOW, SHOP, "zh") == Ambiguous((evening, evening + timedelta(hours=12)), "half_day")


def test_half_a_day_that_is_past_is_not_asked_about() -> None:
    assert heard("今天7点") == datetime(2026, 11, 23, 19, tzinfo=BEIJING)


def test_two_clocks_named_at_once_are_asked_back() -> None:
    reading = understand("tomorrow 19:00 Beijing or Xinjiang", NOW, SHOP, "en")
    assert reading == Ambiguous((TOMORROW, TOMORROW + timedelta(hours=2)), "clock")


def test_a_place_with_one_clock_reads_its_own() -> None:
    assert heard("明天 19:00", ELSEWHERE) == datetime(2026, 11, 24, 19, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    "words",
    [
        "",
        "hello",
        "25:00",
        "31.02. 19:00",
        "上午15:00",
        "明天",
        "7-9pm",
        "明天19:00-21:00",
        "27 people tomorrow",
        "at 7pm, 27 people",
        "in two weeks 19:00",
        "下周 19:00",
        "昨天19:00",
        "2小时后",
        "28.11.26 19:00",
        "9999-12-31 晚上12点",
        "0000-01-01 19:00",
        "2019-11-28 19:00",
    ],
)
def test_what_could_mean_anything_is_not_understood(words: str) -> None:
    assert understand(words, NOW, SHOP, "en") is None


def test_three_four_is_a_date_only_where_its_order_is_known() -> None:
    march, april = (datetime(2027, *day, 19, tzinfo=BEIJING) for day in ((3, 4), (4, 3)))
    assert understand("3/4 19:00", NOW, SHOP, "en") == Ambiguous((march, april), "day")
    assert heard("3/4 19:00") == march


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_twelve_five_is_asked_back(language: str) -> None:
    december, may = datetime(2026, 12, 5, 19, tzinfo=BEIJING), datetime(2027, 5, 12, 19, tzinfo=BEIJING)
    assert understand("12.5 19:00", NOW, SHOP, language) == Ambiguous((december, may), "day")
    assert understand("12.5 晚上7点", NOW, SHOP, language) == Ambiguous((december, may), "day")
    assert understand("11.28 19:00", NOW, SHOP, language) == Understood(SATURDAY)
    assert understand("5.12. 19:00", NOW, SHOP, language) == Understood(december)


@pytest.mark.parametrize(
    "words",
    [
        "元旦晚上7点",
        "除夕 19:00",
        "元旦后的周六 19:00",
        "周末晚上7点",
        "Christmas 7 pm",
        "New Year's Eve 19:00",
        "ھېيت كۈنى سائەت 19:00",
        "نورۇز 19:00",
        "Sat or Sun 19:00",
        "Saturday and Sunday 7 pm",
        "周六或周日晚上7点",
        "周六周日 19:00",
        "شەنبە ياكى يەكشەنبە 19:00",
        "28 or 29 November 19:00",
        "28号或29号 19:00",
        "today or tomorrow 19:00",
        "今天或明天 19:00",
        "周日 11月28日 19:00",
        "in two weeks Saturday 19:00",
        "Saturday in two weeks, 19:00",
        "两周后周六 19:00",
        "ئىككى ھەپتىدىن كېيىن شەنبە 19:00",
        "payday 19:00",
        "发工资那天 19:00",
        "the day before Saturday 19:00",
        "next week 19:00",
        "7 to 7 pm",
    ],
)
def test_a_day_that_we_cannot_read_is_never_guessed(words: str) -> None:
    for language in LANGUAGES:
        assert understand(words, NOW, SHOP, language) is None
        assert understand_span(words, NOW, SHOP, language) is None


@pytest.mark.parametrize(
    ("words", "day", "hour", "minute"),
    [
        ("quarter past 7 pm tomorrow", 24, 19, 15),
        ("tomorrow at a quarter to 8 in the evening", 24, 19, 45),
        ("كېلەر شەنبە سائەت 19:00", 5, 19, 0),
        ("كېلەركى شەنبە 19:00", 5, 19, 0),
        ("next week Saturday 19:00", 5, 19, 0),
        ("shenbe küni saet 19:00", 28, 19, 0),
        ("shenbe kech 7", 28, 19, 0),
        ("ete kech 7", 24, 19, 0),
        ("ögün etigen 10", 25, 10, 0),
        ("kéler shenbe 19:00", 5, 19, 0),
        ("peyshenbe 19:00", 26, 19, 0),
        ("jüme 19:00", 27, 19, 0),
        ("周六 11月28日 19:00", 28, 19, 0),
        ("明天周二 19:00", 24, 19, 0),
    ],
)
def test_more_days_are_read_as_people_type_them(words: str, day: int, hour: int, minute: int) -> None:
    month = 12 if day < 20 else 11
    assert heard(words) == datetime(2026, month, day, hour, minute, tzinfo=BEIJING)


@pytest.mark.parametrize(
    "words",
    [
        "周六 19:00–21:00",
        "周六 19:00-21:00",
        "周六晚上7点到9点",
        "周六晚上7-9点",
        "Saturday 7-9pm",
        "Saturday 7 pm to 9 pm",
        "Sat 19:00 to 21:00",
        "11月28日 19:00 至 21:00",
        "شەنبە 19:00 دىن 21:00 گىچە",
        "shenbe 19:00-21:00",
        "周六新疆时间17:00-19:00",
    ],
)
def test_a_beginning_and_an_end_are_read_where_an_end_is_asked_for(words: str) -> None:
    for language in LANGUAGES:
        assert understand_span(words, NOW, SHOP, language) == Understood(SATURDAY, SATURDAY + timedelta(hours=2))
        assert understand(words, NOW, SHOP, language) is None


def test_an_end_may_be_the_next_day_or_after_noon() -> None:
    for words, hour, lasts in (
        ("周六 22:00-01:00", 22, 3),
        ("周六上午10点到下午2点", 10, 4),
        ("周六上午10点到2点", 10, 4),
        ("Saturday 11 am - 1 pm", 11, 2),
        ("Saturday 11-1 pm", 11, 2),
    ):
        begins = datetime(2026, 11, 28, hour, tzinfo=BEIJING)
        assert understand_span(words, NOW, SHOP, "zh") == Understood(begins, begins + timedelta(hours=lasts)), words


def test_a_bare_span_is_asked_back_and_keeps_its_length() -> None:
    moments = (SATURDAY - timedelta(hours=12), SATURDAY)
    assert understand_span("周六7点到9点", NOW, SHOP, "zh") == Ambiguous(moments, "half_day", timedelta(hours=2))


def test_what_has_no_end_is_read_as_always() -> None:
    assert understand_span("周六 19:00", NOW, SHOP, "zh") == Understood(SATURDAY)
    assert understand_span("2026-11-28 19:00", NOW, SHOP, "zh") == Understood(SATURDAY)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(minutes=st.integers(1, 300 * 24 * 60), language=st.sampled_from(sorted(LANGUAGES)))
@example(minutes=22 * 60 + 30, language="zh")  # 10:30, which bare would be morning or evening
def test_what_we_show_is_understood_when_it_is_copied_back(minutes: int, language: str) -> None:
    at = NOW + timedelta(minutes=minutes)
    words = show(When(at, SHOP), language)
    for read_by in LANGUAGES:
        assert understand(words, NOW, SHOP, read_by) == Understood(at.astimezone(UTC)), words
    assert understand(re.sub("[\u2066-\u2069\u200f]", "", words), NOW, SHOP, language) == Understood(at), words


@settings(max_examples=100, deadline=None, derandomize=True)
@given(minutes=st.integers(1, 24 * 60 - 1), language=st.sampled_from(sorted(LANGUAGES)))
def test_a_bare_time_that_we_show_is_the_next_one_when_it_is_copied_back(minutes: int, language: str) -> None:
    at = NOW + timedelta(minutes=minutes)
    words = show(When(at, SHOP, "time"), language)
    assert understand(words, NOW, SHOP, language) == Understood(at), words


@settings(max_examples=100, deadline=None, derandomize=True)
@given(minutes=st.integers(1, 300 * 24 * 60), language=st.sampled_from(sorted(LANGUAGES)))
def test_with_one_clock_it_is_understood_or_one_of_the_two_asked_back(minutes: int, language: str) -> None:
    at = NOW + timedelta(minutes=minutes)
    words = show(When(at, ELSEWHERE), language)
    reading = understand(words, NOW, ELSEWHERE, language)
    moments = reading.candidates if isinstance(reading, Ambiguous) else (reading.at,) if reading else ()
    assert at in moments, words


@settings(max_examples=150, deadline=None, derandomize=True)
@given(words=st.text(max_size=40) | st.text("0123456789:.-/ 年月日周点半十三下午amp明天ئەتە", max_size=24))
@example("十十点")
def test_no_words_break_the_reader(words: str) -> None:
    understand(words, NOW, SHOP, "zh")
    understand_span(words, NOW, SHOP, "zh")
    parse_clock_time(words)


def test_clock_times_of_a_setting() -> None:
    for words in ("09:30", "9:30", "９：３０", "9点半", "九点半", "9.30", "سائەت 9 يېرىم"):
        assert parse_clock_time(words) == time(9, 30), words
    assert parse_clock_time("晚上9点") == time(21)
    assert parse_clock_time("9 pm") == time(21)
    for words in ("25:00", "9:75", "soon", "", "24:00"):
        assert parse_clock_time(words) is None, words


def test_quiet_hours_end_in_the_morning_of_the_place() -> None:
    urumqi = ZoneInfo("Asia/Urumqi")
    morning = datetime(2026, 11, 24, 7, 30, tzinfo=urumqi)
    assert quiet_until(datetime(2026, 11, 23, 22, 0, tzinfo=urumqi), SHOP) == morning
    assert quiet_until(datetime(2026, 11, 24, 7, 29, tzinfo=urumqi), SHOP) == morning
    assert quiet_until(morning, SHOP) is None
    assert quiet_until(datetime(2026, 11, 23, 21, 59, tzinfo=urumqi), SHOP) is None


def test_quiet_hours_may_lie_within_a_day_or_not_be() -> None:
    noon = datetime(2026, 11, 23, 13, tzinfo=ZoneInfo("Asia/Urumqi"))
    assert quiet_until(noon, SHOP, time(12), time(14)) == noon + timedelta(hours=1)
    assert quiet_until(noon, SHOP, time(0), time(0)) is None
