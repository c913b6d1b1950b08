"""The sentences of needs, promises and the money of a change."""

from collections.abc import Sequence
from pathlib import Path

from bot.clock import moment
from bot.i18n.clocks import When
from bot.i18n.texts import Text, Texts, join, literal, short
from bot.identity import names
from bot.identity.places import Place
from handlers.needs.rules import Kind, Level, Money, Pledged, State, shown_amount
from handlers.needs.store.lines import Line
from handlers.needs.store.needs import Need
from handlers.needs.store.pledges import Pledge

t = Texts("needs", Path(__file__).parent / "texts")

IN_LINE, NAME = 60, 30  # letters
NAMED = 4  # givers on a card


def day(place: Place, at: int) -> When:
    return When(moment(at), place.clocks, "date")


def called(need: Need, letters: int = IN_LINE) -> Text:
    return t[f"kind-{need.kind.value}"](what=short(need.words, letters))


def change(need: Need, letters: int = IN_LINE) -> Text:
    return t.change(number=need.number, words=short(need.idea, letters) or "…")


def pledge_called(pledge: Pledge) -> Text:
    """What she says she brings, or else what was asked for."""
    return t[f"kind-{pledge.kind.value}"](what=short(pledge.words or pledge.need, IN_LINE))


def need_line(need: Need) -> Text:
    if need.state is State.MET:
        return t.line_met(what=called(need))
    line = t.line_minimum if need.level is Level.MINIMUM else t.line_good
    return line(what=called(need), pledges=need.pledges)


def givers(pledges: Sequence[Pledge]) -> list[Text]:
    """Those by name who agreed to that, the others as a number."""
    named = [names.called(one.name, NAME) for one in pledges if one.named][:NAMED]
    parts = [*named, *([t.neighbours(count=others)] if (others := len(pledges) - len(named)) else [])]
    return [t.card_givers(givers=join(*parts, separator=" · "))] if parts else []


def pledge_state(place: Place, pledge: Pledge) -> Text:
    what = pledge_called(pledge)
    if pledge.state is Pledged.PROMISED and pledge.deliver_at is not None:
        return t.pledge_promised(what=what, day=day(place, pledge.deliver_at))
    if pledge.state is Pledged.HERE and pledge.loan and pledge.back_at is not None:
        return t.pledge_lent(what=what, day=day(place, pledge.back_at))
    return t[f"pledge-{pledge.state.value.replace('_', '-')}"](what=what)


def loan(place: Place, pledge: Pledge) -> Text:
    what = pledge_called(pledge)
    if pledge.back_at is not None:
        return t.loan_goes_back(what=what, day=day(place, pledge.back_at))
    return t.loan_without_day(what=what, day=day(place, pledge.here_at or pledge.promised_at))


def money(amount: int) -> Text:
    return t.yuan(amount=shown_amount(amount))


def money_line(line: Line) -> Text:
    words = literal(short(line.words, IN_LINE))
    values: dict[str, Text | int] = {"number": line.number, "amount": money(line.amount), "words": words}
    if line.corrects is not None:
        text = t.money_correction(**values, corrected=line.corrected)
    else:
        text = t[f"money-{line.kind.value.replace('_', '-')}"](**values)
    if line.counts:
        return text
    return join(text, t.money_refused if line.refused else t.money_waits, separator=" ")


def totals(lines: Sequence[Line]) -> list[Text]:
    """Given, spent and in kind, each by itself; only what counts."""
    found = []
    for kind in Money:
        of_kind = [one for one in lines if one.kind is kind and one.counts]
        if of_kind:
            found.append(t[f"total-{kind.value.replace('_', '-')}"](amount=money(sum(one.amount for one in of_kind))))
    return found


def kind_named(kind: Kind) -> Text:
    return t[f"choose-{kind.value}"]
