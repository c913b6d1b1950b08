"""The sentences of experts and how-to cards: a field, who signs, a question in a line."""

from pathlib import Path

from bot.clock import moment
from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, Texts, clean, literal, short
from bot.identity import names
from handlers.experts.rules import Field
from handlers.experts.store.questions import Question

t = Texts("experts", Path(__file__).parent / "texts")

IN_LINE = 50  # letters
IN_LABEL = 36


def field_name(field: Field, called: str) -> Text:
    return literal(called) if field is Field.OTHER else t[f"field-{field.value}"]


def field_of(question: Question) -> Text:
    return field_name(question.field, question.called)


def by_field(question: Question) -> Text:
    if question.field is Field.OTHER:
        return t.signed_other(field=question.called)
    return t[f"signed-{question.field.value}"]


def signed(question: Question) -> Text:
    """By her field; her name stands there only if she wishes it."""
    who = by_field(question)
    if question.named and question.expert_name:
        return t.signed_named(who=who, name=names.called(question.expert_name))
    return who


def on_page(question: Question) -> tuple[str, str, Text]:
    """What was asked, what was said, and by whom: on the web by her field alone, as nobody is named there."""
    return clean(question.words), clean(question.answer), t.answer_signed_only(who=by_field(question))


def label(question: Question) -> Text:
    return t.label(field=field_of(question), words=short(question.words, IN_LABEL))


def line(question: Question) -> Text:
    return t.line(field=field_of(question), words=short(question.words, IN_LINE))


def answer_words(question: Question, limit: int) -> Text:
    """What she said; a voice or a picture without words says so, also when its maker took it along."""
    if question.answer:
        return literal(short(question.answer, limit))
    return t[f"answer-{question.answer_kind}"] if question.answer_kind else t.answer_gone


def asked_by_many(question: Question) -> Text:
    return t.people_asked(count=question.helped + 1)


def day(at: int, clocks: Clocks) -> When:
    return When(moment(at), clocks, "date")
