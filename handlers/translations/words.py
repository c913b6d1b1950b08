"""The sentences of the translations, and how a language is called in them."""

from pathlib import Path

from bot.i18n.texts import LANGUAGES, Text, Texts, join, literal

t = Texts("translations", Path(__file__).parent / "texts")

NAMED = frozenset({"zh", "ug", "en"})  # those that have a name in every other


def language_name(language: str) -> Text:
    """As a sentence calls it in the reader's language."""
    return t[f"language-{language}"] if language in NAMED else own_name(language)


def own_name(language: str) -> Text:
    """In its own script, for the button by which it is chosen."""
    return literal(LANGUAGES.get(language, language))


def pairs_named(pairs: tuple[tuple[str, str], ...]) -> Text:
    named = [t.pair(before=language_name(before), after=language_name(after)) for before, after in pairs]
    return join(*named, separator=" · ")
