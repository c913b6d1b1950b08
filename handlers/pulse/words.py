"""The sentences of the three values: a question, a face, and what came of a round."""

from collections.abc import Sequence
from pathlib import Path

from bot.clock import moment
from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, Texts, literal
from handlers.pulse import rules
from handlers.pulse.rules import FACES, OPEN_TO_ALL, Count, Face, Question, Source
from handlers.pulse.store.rounds import Round

t = Texts("pulse", Path(__file__).parent / "texts")


def question_words(question: Question) -> Text:
    return t[f"question-{question.value}"]


def short_words(question: Question) -> Text:
    return t[f"short-{question.value}"]


def face_words(question: Question, face: Face) -> Text:
    return t.say_unsaid if face is Face.UNSAID else t[f"say-{question.value}-{face.value}"]


def day(at: int, clocks: Clocks) -> When:
    """Of a moment in ms, with its year."""
    return When(moment(at), clocks, "date")


def result_head(one: Round, clocks: Clocks) -> Text:
    return t.result_head(since=day(one.opened_at, clocks), until=day(one.closes_at, clocks))


def team_lines(one: Round, counts: Sequence[Count]) -> list[Text]:
    """For the team and the owner: also who did not answer, what the owner says, and paper however few."""
    lines = [t.asked_line(asked=one.asked, answered=one.answered, silent=one.asked - one.answered)]
    chat = {each.question: each for each in counts if each.source is Source.CHAT}
    if one.answered < rules.FEWEST:
        lines.append(t.few(limit=rules.FEWEST))
    else:
        for question in OPEN_TO_ALL:
            lines += _count_lines(question, chat.get(question))
    lines.append(_owner_line(chat.get(Question.SHOP)))
    return [*lines, *_paper_lines([each for each in counts if each.source is Source.PAPER])]


def public_lines(one: Round, counts: Sequence[Count]) -> list[Text]:
    """For everybody; nothing at all where fewer than five said something."""
    told = rules.public(counts)
    chat = {each.question: each for each in told if each.source is Source.CHAT}
    lines: list[Text] = []
    if chat:
        lines.append(t.answered_line(asked=one.asked, answered=one.answered))
        for question in OPEN_TO_ALL:
            lines += _count_lines(question, chat.get(question))
    return [*lines, *_paper_lines([each for each in told if each.source is Source.PAPER])]


def paper_line(count: Count) -> Text:
    good, same, bad = (_shared(count.of(face), count) for face in FACES)
    return t.count_line(
        what=short_words(count.question), good=good, same=same, bad=bad, n=literal(f"n={count.faces}")
    )


def _count_lines(question: Question, count: Count | None) -> list[Text]:
    if count is None:
        return [t.few_line(what=short_words(question), limit=rules.FEWEST)]
    unsaid = [t.unsaid_line(count=count.unsaid)] if count.unsaid >= rules.FEWEST else []
    return [paper_line(count), *unsaid]


def _owner_line(count: Count | None) -> Text:
    """One face where there is one owner."""
    what = short_words(Question.SHOP)
    if count is None:
        return t.owner_silent(what=what)
    if count.faces + count.unsaid > 1:
        return paper_line(count)
    said = next(face for face in Face if count.of(face))
    return t.owner_line(what=what, face=face_words(Question.SHOP, said))


def _paper_lines(counts: Sequence[Count]) -> list[Text]:
    return [t.paper_line, *(paper_line(one) for one in counts), t.apart] if counts else []


def _shared(count: int, of: Count) -> Text:
    """Figures as one piece, which a line that runs from the right leaves in order."""
    share = rules.share(count, of.faces)
    return literal(str(count) if share is None else f"{count} ({share}%)")
