"""The sentences of the busy curve: a week, a count, the curve as a picture."""

from collections.abc import Sequence
from pathlib import Path

from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, Texts, join
from bot.outbox.message import Chart, Tone
from handlers.busy import rules
from handlers.busy.rules import How, Told
from handlers.busy.store.counts import Count

t = Texts("busy", Path(__file__).parent / "texts")

BARS = 12
TONES = {How.QUIET: Tone.DOUBTFUL, How.USUAL: Tone.PLAIN, How.BUSY: Tone.GOOD}


def week_named(week: int, clocks: Clocks) -> Text:
    return t.week(day=When(rules.monday(week, clocks), clocks, "day"))


def told_line(told: Told) -> Text:
    how = t[f"how-{told.how.value}"]
    return how if told.came is None else t.with_number(how=how, came=told.came)


def count_line(count: Count) -> Text:
    """Expects a finished one."""
    weather = t[f"weather-{count.weather.value}"] if count.weather else t.no_weather
    return t.counted(
        passing=count.passing or 0, staying=count.staying or 0, children=count.children or 0, weather=weather
    )


def curve(told: Sequence[Told], clocks: Clocks) -> Chart:
    """The newest weeks, her numbers where the curve is read from them."""
    worth = dict(rules.measured(told))
    shown = [one for one in told if one.week in worth][-BARS:]
    by_number = all(one.came == worth[one.week] for one in shown)
    return Chart(
        t.curve_title,
        tuple((week_named(one.week, clocks), worth[one.week]) for one in shown),
        t.curve_note(count=len(told)),
        # A tap has no number to write: its length and colour say it.
        tuple(str(worth[one.week]) if by_number else "" for one in shown),
        tuple(TONES[one.how] for one in shown),
        full=0 if by_number else rules.WORTH[How.BUSY],
    )


def counts_line(counts: Sequence[Count]) -> list[Text]:
    return [join(t.last_count, count_line(counts[-1]), separator=" ")] if counts else []
