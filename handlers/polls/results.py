"""How a poll came out: a chart, words beside it, and how it is told."""

from dataclasses import dataclass
from pathlib import Path

from bot.clock import milliseconds
from bot.dialogue.actions import Button
from bot.dialogue.context import Notices
from bot.i18n.texts import Text, Texts, join, literal, short
from bot.identity import names
from bot.outbox.outgoing import Chart, Message, Tone
from handlers.ideas import store as ideas
from handlers.polls import asked, live_store, looking, record_store, rules, sheet, store, vote_store
from handlers.polls.record_store import Decision, Reason
from handlers.polls.rules import Kind, Outcome, Stance
from handlers.polls.store import Option, Poll
from handlers.polls.vote_store import Later

t = Texts("polls", Path(__file__).parent / "texts")

QUESTION_SHOWN = 160  # letters; the caption also holds twelve options
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

    @property
    def kind(self) -> Kind:
        return self.poll.kind


async def close_poll(notices: Notices, poll: Poll, by: int | None, reason: Reason) -> bool:
    """Closes it and tells whom its question reached, in this one transaction; False when it was closed already."""
    # A vote that is being cast counts, or reads that it came too late: never neither.
    await notices.tx.lock(f"poll {poll.id}")
    active = await vote_store.count_active(notices.tx, poll, milliseconds(notices.now - rules.ACTIVE))
    if not await store.close(notices.tx, poll.id, notices.now_ms, active):
        return False
    await record_store.add_step(notices.tx, poll, "closed", by, reason, notices.now_ms)
    await live_store.note_change(notices.tx, poll)
    closed = await store.find_poll(notices.tx, poll.id)
    if closed is None:
        raise LookupError(f"no poll {poll.id}")
    await asked.ask_nobody_else(notices, closed)
    await asked.tell_those_asked(notices, closed, await result(notices, closed), by)
    return True


async def result(notices: Notices, poll: Poll) -> Message:
    count = await _count(notices, poll)
    turnout = t.turnout(voters=count.came_out.voters, abstained=count.came_out.abstained)
    lines = [t.result(question=short(poll.question, QUESTION_SHOWN)), _verdict(count)]
    lines += [_line(one, count) for one in count.options]
    lines += [turnout, *sheet.later_lines(count.later), *_quorum(count)]
    reasons = await vote_store.reasons(notices.tx, poll.id) if poll.kind is Kind.CONSENT else []
    stands = {one.id: one for one in count.options}
    lines += [
        t.reason_line(
            answer=sheet.option_words(poll.kind, stands[one.option_id], OPTION_SHOWN),
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


async def decision_words(notices: Notices, poll: Poll, decision: Decision) -> Text:
    idea = await ideas.find(notices.tx, poll.place_id, decision.idea_id) if decision.idea_id else None
    if idea is None:
        return literal(decision.words)
    status = Text("ideas", f"status-{idea.status.value}".replace("_", "-"))
    return t.idea_now(number=f"/{idea.number}", status=status)


async def _count(notices: Notices, poll: Poll) -> Count:
    options = await store.options(notices.tx, poll.id)
    voters = await vote_store.count_voters(notices.tx, poll.id)
    all_asked = await vote_store.count_asked(notices.tx, poll.id)
    came_out = rules.outcome(poll.kind, [one.entry for one in options], voters, all_asked)
    return Count(poll, options, came_out, await vote_store.count_later(notices.tx, poll.id))


async def _record(notices: Notices, poll: Poll) -> list[Text]:
    """Who closed it before its time and why, and what it led to."""
    lines = [
        t.closed_early_line(name=names.called(step.name), reason=reason_words(step.reason))
        for step in await record_store.steps(notices.tx, poll.id)
        if step.what == "closed" and step.name is not None
    ]
    decision = await record_store.find_decision(notices.tx, poll.id)
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


def _line(option: Option, count: Count) -> Text:
    words = sheet.option_words(
        count.kind, option, OPTION_SHOWN if len(count.options) <= MANY_OPTIONS else OPTION_AMONG_MANY
    )
    match count.kind:
        case Kind.DOTS:
            return t.result_dots(words=words, dots=option.points)
        case Kind.SCORE:
            score = rules.score_words(rules.tenths(option.points, option.votes))
            return t.result_score(words=words, score=score, votes=option.votes)
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
    """Votes and dots are bars of their own number; a score fills its bar at five; a consent round has colours."""
    kind, options = count.kind, count.options
    labels = [sheet.option_words(kind, one, rules.LONGEST_OPTION) for one in options]
    values = [rules.worth_of(kind, one.entry) for one in options]
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
