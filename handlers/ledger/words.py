"""The sentences of the ledger: a month, its parts, and the promise of an answer."""

from collections.abc import Sequence
from pathlib import Path

from bot.clock import moment
from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, Texts, join, literal, short
from bot.outbox.message import Chart, Tone
from handlers.ledger import rules
from handlers.ledger.rules import By, Counts
from handlers.ledger.store.months import Against, Month

t = Texts("ledger", Path(__file__).parent / "texts")

WORDS, REASON, MOST_AGAINST = 60, 160, 3


def month_named(month: int) -> Text:
    year, number = divmod(month, rules.MONTHS_A_YEAR)
    return t.month(year=str(year), month=t[f"month-{number + 1}"])


def shares(counts: Counts) -> Text:
    """Who decided how often; nothing that was not."""
    parts = [t[f"share-{one.value}"](count=counts.by(one)) for one in By if counts.by(one)]
    return join(*parts, separator=" · ")


def month_lines(month: Month, against: Sequence[Against]) -> list[Text]:
    counts = month.counts
    lines = [t.few_decisions(limit=rules.FEWEST)] if counts.decided < rules.FEWEST else [shares(counts)]
    lines.append(t.silence(count=_told(counts.by_silence)))
    if counts.answered >= rules.FEWEST and counts.median_days is not None and counts.oldest_days is not None:
        lines.append(t.answered(count=counts.answered, median=counts.median_days, oldest=counts.oldest_days))
    if counts.voices >= rules.FEWEST:
        lines.append(t.voices(voices=counts.voices, first=_told(counts.first_voices)))
    lines.append(t.undone(count=_told(counts.undone)))
    lines.append(t.hidden(count=_told(counts.hidden)))
    return [*lines, *[against_line(one) for one in against[:MOST_AGAINST]]]


def against_line(one: Against) -> Text:
    words = short(one.words, WORDS) or t.without_words
    reason = literal(short(one.reason, REASON)) if one.reason else t.no_reason
    return t.against(number=one.number, words=words, reason=reason)


def chart(month: Month) -> Chart | None:
    """None where it is not told who decided."""
    counts = month.counts
    if counts.decided < rules.FEWEST:
        return None
    bars = tuple((t[f"by-{one.value}"], counts.by(one)) for one in By)
    tones = tuple(Tone.PLAIN for _ in By)
    title = t.title(month=month_named(month.month))
    return Chart(title, bars, t.chart_note(count=counts.decided), (), tones)


def in_a_line(month: Month) -> Text:
    return t.digest(month=month_named(month.month), shares=shares(month.counts))


def promise_line(owed_at: int, now: int, clocks: Clocks) -> Text:
    when = When(moment(owed_at), clocks, "date")
    return t.promised(when=when) if now <= owed_at else t.overdue(when=when)


def _told(count: int) -> Text | int:
    found = rules.told(count)
    return t.fewer(limit=rules.FEWEST) if found is None else found
