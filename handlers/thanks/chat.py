"""What somebody gave here, which only she sees, and her certificates."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join, literal, short
from bot.outbox.message import Document, Made
from handlers.thanks import cards, rules, store
from handlers.thanks.asking import begin
from handlers.thanks.rules import State
from handlers.thanks.store.certificates import Certificate
from handlers.thanks.withdrawing import ask_withdraw
from handlers.thanks.words import t

LINES = 8  # on one screen
MOST = 100  # certificates in a list, withdrawn ones too
PDF, BADGE = "thanks.pdf", "thanks.badge"


@action(command="record")
async def record(context: Context) -> None:
    await _show(context, Where.INSTEAD)


@action()
async def record_below(context: Context) -> None:
    """From a message that stays."""
    await _show(context, Where.BELOW)


async def _show(context: Context, where: Where) -> None:
    hers = await cards.deeds(context.notices, context.person.id)
    issued = await store.certificates.issued_to(context.tx, context.place.id, context.person.id, 1, 0)
    mine_row = [[mine.button(t.my_certificates, 0)]] if issued else []
    if not hers:
        await context.show(t.nothing_yet, [[context.go(t.go_events, "events")], *mine_row], where=where)
        return
    since = cards.day(context.notices, hers[0].at)
    text = join(t.record(since=since), cards.sums(rules.lines(hers)), t.only_you)
    rows = [[line_by_line.button(t.line_by_line, 0)], [begin.button(t.a_certificate)], *mine_row]
    await context.show(text, rows, where=where)


@action()
async def line_by_line(context: Context, page: int) -> None:
    """Newest first."""
    hers = (await cards.deeds(context.notices, context.person.id))[::-1]
    page = max(page, 0)
    shown = hers[page * LINES : (page + 1) * LINES]
    rows = [[line_by_line.button(t.more, page + 1)]] if len(hers) > (page + 1) * LINES else []
    text = join(t.all_lines, *(cards.deed_line(context.notices, one) for one in shown)) if shown else t.no_more_lines
    back = line_by_line.button(t.back, page - 1) if page else record.button(t.back)
    await context.show(text, rows, back=back)


@action()
async def mine(context: Context, page: int) -> None:
    found = await store.certificates.issued_to(context.tx, context.place.id, context.person.id, MOST, 0)
    choices = [one_of_mine.button(_button(context, one), one.id) for one in found]
    rows = paged(choices, page, mine.button(t.more, max(page, 0) + 1))
    await context.show(t.certificates if rows else t.no_certificates, rows, back=record.button(t.back))


@action()
async def one_of_mine(context: Context, certificate_id: int) -> None:
    one = await _mine(context, certificate_id)
    rows = [
        [pdf.button(t.get_pdf, one.id)],
        [badge.button(t.get_badge, one.id)],
        [ask_withdraw.button(t.withdraw, one.id)],
    ]
    await context.show(issued(context, one), rows if one.state is State.VALID else [], back=mine.button(t.back, 0))


@action()
async def pdf(context: Context, certificate_id: int) -> None:
    await _file(context, certificate_id, PDF, "pdf", t.here_pdf)


@action()
async def badge(context: Context, certificate_id: int) -> None:
    await _file(context, certificate_id, BADGE, "jwt", t.here_badge(place=context.place.name))


async def _file(context: Context, certificate_id: int, maker: str, ending: str, words: Text) -> None:
    one = await _mine(context, certificate_id)
    if one.state is not State.VALID:
        raise Refusal(t.not_open)
    made = Made(maker, f"{one.id}:{context.language}", t.not_made)
    document = Document(f"certificate-{context.place.code}-{one.id}.{ending}", made)
    await context.say(words, [[one_of_mine.button(t.my_certificates, one.id)]], document)


def issued(context: Context, one: Certificate) -> Text:
    return join(cards.card(context.notices, one), t[f"state-{one.state.value}"])


def _button(context: Context, one: Certificate) -> Text:
    date = cards.day(context.notices, one.issued_at or one.changed_at)
    return t.certificate_button(name=literal(short(one.name, 30)), date=date)


async def _mine(context: Context, certificate_id: int) -> Certificate:
    one = await store.certificates.find(context.tx, context.place.id, certificate_id)
    if one is None or one.code is None or one.person_id != context.person.id:
        raise Refusal(t.no_such)
    return one
