"""In which languages something can be said, what is taken as words in one, and how much of it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.errors import Refusal
from bot.i18n.texts import clean
from bot.i18n.texts import machine as m
from bot.translating.scripts import detect
from handlers.translations.words import language_name, t

DAY = 24 * 3_600_000  # ms
LONGEST = 2500  # letters of a translation, and of what is written down from a voice note
MOST_A_DAY = 10  # translations of one person
MOST_WRITTEN_A_DAY = 5  # voice notes that one person writes down
MOST_VERSIONS = 12  # of one idea in one language
ASKED_AGAIN_AFTER = timedelta(days=14)  # another neighbour may try, when the speaker said nothing about the first
LOOKED_AT_WITHIN = timedelta(days=14)  # after that the team is not asked any more whether one is right
IN_LATIN_TOO = frozenset({"ug"})  # languages that many write in Latin letters on a phone


def source(words: str, author_language: str | None) -> str | None:
    """What something is written in, by its letters; where there are none to say it, what its author speaks.

    None where nobody can tell: letters of no script we know, or Latin ones of somebody who may write her own
    language in them. Then it can be said in every language, and no machine guesses.
    """
    found = detect(words)
    if found == "" or (found == "en" and author_language in IN_LATIN_TOO):
        return None
    return found or author_language


def targets(spoken: Sequence[str], written_in: str | None) -> tuple[str, ...]:
    return tuple(one for one in spoken if one != written_in)


def check_words(words: str, original: str, language: str) -> str:
    """Refuses what cannot be `original` in `language`."""
    said = clean(words).strip()
    if not said:
        raise Refusal(t.words_please)
    if len(said) > LONGEST:
        raise Refusal(m.too_long(limit=LONGEST))
    if said == clean(original).strip():
        raise Refusal(t.same_words)
    found = detect(said)
    latin = found == "en" and language in IN_LATIN_TOO
    if found is not None and found != language and not latin:
        raise Refusal(t.other_language(language=language_name(language)))
    return said


def check_heard(words: str) -> str:
    """Refuses what is no transcript."""
    said = clean(words).strip()
    if not said:
        raise Refusal(t.words_please)
    if len(said) > LONGEST:
        raise Refusal(m.too_long(limit=LONGEST))
    return said


def pairs_of(words: str) -> tuple[tuple[str, str], ...]:
    """`en-zh,zh-en` as it stands in the table."""
    return tuple((before, after) for before, _, after in (one.partition("-") for one in words.split(",")) if after)
