"""How a poll came out: a chart, words beside it, and how it is told."""

from dataclasses import dataclass

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.notices import Notices
from bot.i18n.clocks import Clocks
from bot.i18n.texts import Text, join, literal, short
from bot.identity import names
from bot.outbox.message import Button, Chart, Message, Tone
from handlers.ideas.store import ideas
from handlers.polls import asked, looking, rules, sheet, store
from handlers.polls.rules import Kind, Outcome, Stance, budgets, moments, winning
from handlers.polls.store.polls import Option, Poll
from handlers.polls.store.record import Decision, Reason
from handlers.polls.store.votes import Later
from handlers.polls.words import suited_words, t

QUESTION_SHOWN = 160  # letters; the caption also holds twelve options
QUESTION_ABOVE_MOMENTS = 90  # each of which is longer, with its two clocks and three counts
OPTION_SHOWN, OPTION_AMONG_MANY = 40, 22
MANY_OPTIONS = 6
WINNER_SHOWN = 60
REASONS_SHOWN, REASON_SHOWN = 3, 80
DECISION_SHOWN = 160
STANCES = {Stance.FINE: Tone.GOOD, Stance.CONCERN: Tone.DOUBTFUL, Stance.OBJECTION: Tone.BAD}


@dataclass(frozen=True)
class Count:
    """Everything that was counted, and what follows from it."""

    poll: Poll
    options: list[Option]
    came_out: Outcome
    later: Later
    clocks: Clocks

    @property
    def kind(self) -> Kind:
        return self.poll.kind


async def close_poll(notices: Notices, poll: Poll, by: int | None, reason: Reason) -> bool:
    """Closes it and tells whom its question reached, in this one transaction; False when it was closed already."""
    # A vote that is being cast counts, or reads that it came too late: never neither.
    await notices.tx.lock(f"poll {poll.id}")
    active = await store.votes.count_active(notices.tx, poll, milliseconds(notices.now - rules.ACTIVE))
    if not await store.polls.close(notices.tx, poll.id, notices.now_ms, active):
        return False
    await store.record.add_step(notices.tx, poll, "closed", by, reason, notices.now_ms)
    await store.live.note_change(notices.tx, poll)
    closed = await store.polls.find_poll(notices.tx, poll.id)
    if closed is None:
        raise LookupError(f"no poll {poll.id}")
    await asked.ask_nobody_else(notices, closed)
    await asked.tell_those_asked(notices, closed, await result(notices, closed), by)
    return True


async def result(notices: Notices, poll: Poll) -> Message:
    count = await _count(notices, poll)
    turnout = t.turnout(voters=count.came_out.voters, abstained=count.came_out.abstained)
    room = QUESTION_ABOVE_MOMENTS if poll.kind is Kind.TIME else QUESTION_SHOWN
    lines = [t.result(question=short(poll.question, room)), _verdict(count)]
    lines += [_line(one, count) for one in count.options]
    lines += [turnout, *sheet.later_lines(count.later), *_quorum(count)]
    reasons = await store.votes.reasons(notices.tx, poll.id) if poll.kind is Kind.CONSENT else []
    stands = {one.id: one for one in count.options}
    lines += [
        t.reason_line(
            answer=sheet.option_words(poll.kind, stands[one.option_id], OPTION_SHOWN, count.clocks),
            words=short(one.words, REASON_SHOWN),
        )
        for one in reasons[:REASONS_SHOWN]
    ]
    lines += await _record(notices, poll)
    rows: list[list[Button]] = []
    if poll.named:
        rows.append([looking.show_names.button(t.show_names, poll.id)])
    if reasons:
        rows.append([looking.show_reasons.button(t.show_reasons(count=len(reasons)), poll.id, 0)])
    return Message(join(*lines), rows, _chart(count, turnout))


async def came_out(tx: Tx, poll: Poll) -> Outcome:
    entries = [one.entry for one in await store.polls.options(tx, poll.id)]
    voters, all_asked = await store.votes.count_voters(tx, poll.id), await store.votes.count_asked(tx, poll.id)
    return winning.outcome(poll.kind, entries, voters, all_asked, poll.terms)


async def decision_words(notices: Notices, poll: Poll, decision: Decision) -> Text:
    idea = await ideas.find(notices.tx, poll.place_id, decision.idea_id) if decision.idea_id else None
    if idea is None:
        return literal(decision.words)
    status = Text("ideas", f"status-{idea.status.value}".replace("_", "-"))
    return t.idea_now(number=f"/{idea.number}", status=status)


async def _count(notices: Notices, poll: Poll) -> Count:
    options = await store.polls.options(notices.tx, poll.id)
    later = await store.votes.count_later(notices.tx, poll.id)
    return Count(poll, options, await came_out(notices.tx, poll), later, notices.place.clocks)


async def _record(notices: Notices, poll: Poll) -> list[Text]:
    """Who closed it before its time and why, and what it led to."""
    lines = [
        t.closed_early_line(name=names.called(step.name), reason=reason_words(step.reason))
        for step in await store.record.steps(notices.tx, poll.id)
        if step.what == "closed" and step.name is not None
    ]
    decision = await store.record.find_decision(notices.tx, poll.id)
    if decision is not None:
        what = await decision_words(notices, poll, decision)
        lines.append(t.decision_line(what=what))
    return lines


def reason_words(reason: Reason) -> Text:
    if reason.ready is not None:
        return t[f"why-{reason.ready.value}"]
    return literal(short(reason.words, DECISION_SHOWN)) if reason.words else t.without_reason


def _verdict(count: Count) -> Text:
    came_out = count.came_out
    if not came_out.voters:
        return t.nobody_voted
    if count.kind is Kind.CONSENT:
        entries = [one.entry for one in count.options]
        standing = sum(entry.votes for entry in entries if entry.words == Stance.OBJECTION)
        return t.passed if rules.passes(entries, came_out.voters) else t.not_passed(objections=standing)
    if count.kind is Kind.TIME:
        return _suits_most(count)
    if count.kind is Kind.BUDGET:
        total, spent = count.poll.total, came_out.best
        return t.funded(count=len(came_out.leaders), spent=budgets.shown(spent), total=budgets.shown(total))
    if len(came_out.leaders) == 1:
        return _winner(count, short(came_out.leaders[0], WINNER_SHOWN))
    tied = join(*(literal(short(words, OPTION_AMONG_MANY)) for words in came_out.leaders), separator=" · ")
    match count.kind:
        case Kind.DOTS:
            return t.tie_dots(words=tied, dots=came_out.best)
        case Kind.SCORE:
            return t.tie_score(words=tied, score=rules.score_words(came_out.best))
    return t.tie(words=tied, votes=came_out.best)


def _winner(count: Count, words: str) -> Text:
    best = count.came_out.best
    match count.kind:
        case Kind.DOTS:
            return t.winner_dots(words=words, dots=best)
        case Kind.SCORE:
            return t.winner_score(words=words, score=rules.score_words(best))
    return t.winner(words=words, votes=best)


def _suits_most(count: Count) -> Text:
    """What wins is said with all three counts, and of how many."""
    won = next((one for one in count.options if one.words in count.came_out.leaders), None)
    if won is None:
        return t.suits_nobody
    at = sheet.option_words(count.kind, won, WINNER_SHOWN, count.clocks)
    suits = moments.suited(won.entry)
    return t.suits_most(at=at, yes=suits.yes, maybe=suits.maybe, no=suits.no, voters=count.came_out.voters)


def _line(option: Option, count: Count) -> Text:
    many = len(count.options) > MANY_OPTIONS
    # Among many moments one clock is enough: the chart and the verdict have both.
    clocks = Clocks(count.clocks.first_shown.key) if many else count.clocks
    words = sheet.option_words(count.kind, option, OPTION_AMONG_MANY if many else OPTION_SHOWN, clocks)
    match count.kind:
        case Kind.DOTS:
            return t.result_dots(words=words, dots=option.points)
        case Kind.SCORE:
            score = rules.score_words(rules.tenths(option.points, option.votes))
            return t.result_score(words=words, score=score, votes=option.votes)
        case Kind.TIME:
            return t.result_suited(at=words, suited=suited_words(option.entry))
        case Kind.BUDGET:
            line = t.result_funded if option.words in count.came_out.leaders else t.result_not_funded
            if many:
                line = t.result_funded_many if option.words in count.came_out.leaders else t.result_not_funded_many
            return line(words=words, cost=budgets.shown(option.cost or 0), votes=option.votes)
    if not count.came_out.shows_shares or count.kind is Kind.CONSENT:
        return t.result_line(words=words, votes=option.votes)
    return t.result_share(words=words, votes=option.votes, share=rules.share(option.votes, count.came_out.voters))


def _quorum(count: Count) -> list[Text]:
    poll, voters = count.poll, count.came_out.voters
    if not poll.quorum or poll.active is None:
        return []
    needed = rules.needed(poll.active, poll.quorum)
    sentence = t.quorum_reached if voters >= needed else t.quorum_missed
    return [sentence(needed=needed, active=poll.active, voters=voters)]


def _chart(count: Count, turnout: Text) -> Chart:
    """Votes, dots and a moment's yes are bars of their own number; a score fills its bar at five; a consent round has
    colours."""
    kind, options = count.kind, count.options
    labels = [sheet.option_words(kind, one, rules.LONGEST_OPTION, count.clocks) for one in options]
    values = [winning.worth_of(kind, one.entry) for one in options]
    tones = [Tone.GOOD if one.words in count.came_out.leaders else Tone.PLAIN for one in options]
    note = join(turnout, *sheet.later_lines(count.later), separator=" ")
    title, bars = literal(count.poll.question), tuple(zip(labels, values, strict=True))
    match kind:
        case Kind.SCORE:
            shown = tuple(rules.score_words(value) if value else "–" for value in values)
            return Chart(title, bars, note, shown, tuple(tones), full=rules.BEST_SCORE)
        case Kind.CONSENT:
            return Chart(title, bars, note, (), tuple(STANCES[Stance(one.words)] for one in options))
    return Chart(title, bars, note, (), tuple(tones))
