"""How deeds and certificates read: sums, lines, periods, and who signed."""

from collections.abc import Sequence

from bot.clock import moment
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, literal, short
from bot.identity import names
from handlers.thanks import rules, store
from handlers.thanks.rules import Deed, Kind, Line
from handlers.thanks.store.certificates import Certificate
from handlers.thanks.words import t

IN_LINE = 60  # letters
COUNTED = (Kind.IDEA, Kind.MADE, Kind.EVENT, Kind.TASK)


def day(notices: Notices, at: int) -> When:
    return When(moment(at), notices.place.clocks, "date")


def time(minutes: int) -> Text:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return t.time_minutes(minutes=rest)
    return t.time_both(hours=hours, minutes=rest) if rest else t.time_hours(hours=hours)


def sums(lines: Sequence[Line]) -> Text:
    """Training is a line of its own."""
    said = [t[f"sum-{kind.value}"](count=count) for kind in COUNTED if (count := rules.times(lines, kind))]
    if hours := rules.minutes(lines, training=False):
        said.append(t.sum_hours(hours=time(hours)))
    if training := rules.minutes(lines, training=True):
        said.append(t.sum_training(hours=time(training)))
    return join(*said)


def deed_line(notices: Notices, one: Deed) -> Text:
    return t.on_day(what=_with_time(_named(one.kind, one.words), one.minutes), day=day(notices, one.at))


def line(one: Line) -> Text:
    """As it stands on a certificate."""
    return _with_time(line_words(one), one.minutes)


def line_words(one: Line) -> Text:
    what = _named(one.kind, one.words)
    return t.several(what=what, count=one.times) if one.times > 1 else what


def _named(kind: Kind, words: str) -> Text:
    said = literal(short(words, IN_LINE)) if words.strip() else t.without_words
    return t[f"line-{kind.value}"](words=said)


def _with_time(what: Text, minutes: int) -> Text:
    return t.with_time(what=what, time=time(minutes)) if minutes else what


def period(notices: Notices, one: Certificate) -> Text:
    since, until = one.since or one.changed_at, one.until or one.changed_at
    return t.period_line(since=day(notices, since), until=day(notices, until))


def signer(one: Certificate) -> Text:
    """With the role in which she signed; whoever left is named nowhere."""
    if not one.signer or one.signer_role is None:
        return t.somebody_gone
    return names.with_badge(one.signer, one.signer_role)


def says(notices: Notices, one: Certificate, lines: Sequence[Line]) -> Text:
    """What stands on it, in short."""
    return join(t.for_name(name=one.name), period(notices, one), sums(lines))


def card(notices: Notices, one: Certificate) -> Text:
    """Of one that was issued."""
    by = t.signed_by(signer=signer(one), date=day(notices, one.issued_at or one.changed_at))
    return join(t.for_name(name=called(one)), period(notices, one), by)


def called(one: Certificate, most: int = rules.LONGEST_NAME) -> Text:
    """The name on it; whoever left has none."""
    return literal(short(one.name, most)) if one.name else t.somebody_gone


async def deeds(notices: Notices, person_id: int) -> list[Deed]:
    """Hers in this place, each once, oldest first."""
    return rules.once_each(await store.deeds.of_person(notices.tx, notices.place.id, person_id, notices.now_ms))


async def lines_now(notices: Notices, one: Certificate) -> list[Line]:
    """What would stand on it if she asked for it now."""
    if one.person_id is None or one.since is None or one.until is None:
        return []
    hers = await deeds(notices, one.person_id)
    return rules.lines(each for each in hers if one.since <= each.at <= one.until)
