"""Sentences: the same in every language, safe whatever people are called, and none unused or unknown."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.i18n import texts
from bot.i18n.book import Sentence
from bot.i18n.texts import LANGUAGES, Text, Texts, join, literal, render, render_label, render_plain
from tests import ROOT
from tests.tools import bidi

FOLDERS = {"machine": texts.WORDS} | {
    folder.parent.name: folder for folder in sorted(ROOT.glob("handlers/*/texts")) if any(folder.glob("*.ftl"))
}
FIRST_SENTENCE = {"zh": 60, "ug": 140, "en": 140}
PLURALS = {"zero", "one", "two", "few", "many", "other"}
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SOURCES = {".py", ".ftl", ".html", ".css", ".js", ".mjs", ".sql", ".md", ".toml", ".json", ".txt", ".yml"}

SAMPLE = """
greeting = Hello { $name }, <b>{ $number }</b> { $number ->
    [one] idea
   *[other] ideas
}
link = <a href="{ $address }">here</a> <code>{ $name }</code>
state = { $state ->
    [lent] lent
   *[free] free
}
state-lent = Lent
"""
UYGHUR = "سالام"


@pytest.fixture(scope="module")
def t(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    folder = tmp_path_factory.mktemp("texts")
    for language in LANGUAGES:
        (folder / f"{language}.ftl").write_text(SAMPLE, "utf-8")
    return Texts("sample", folder)


# Rendering


def test_a_text_has_no_language_until_it_is_rendered() -> None:
    back = texts.machine.back
    assert render(back, "zh") == "⬅ 返回"
    assert hash(texts.machine.too_long(limit=3)) == hash(texts.machine.too_long(limit=3))
    assert texts.machine.yes_ == texts.machine["yes"] == Text("machine", "yes")


def test_values_are_escaped_in_html_and_plain_on_buttons(t: Texts) -> None:
    text = t.greeting(name="<i>A&B</i>", number=1)
    assert render(text, "en") == "Hello &lt;i&gt;A&amp;B&lt;/i&gt;, <b>1</b> idea"
    assert render_plain(text, "en") == "Hello <i>A&B</i>, 1 idea"


def test_a_value_cannot_leave_the_address_of_a_link(t: Texts) -> None:
    words = render(t.link(address='https://x.example/"><b>', name="AB1"), "ug")
    assert '<a href="https://x.example/&quot;&gt;&lt;b&gt;">' in words
    assert "<code>AB1</code>" in words


def test_isolates_stand_only_where_they_are_needed(t: Texts) -> None:
    assert render(t.greeting(name="Ann", number=27), "zh") == "Hello Ann, <b>27</b> ideas"
    assert f"\u2068{UYGHUR}\u2069" in render(t.greeting(name=UYGHUR, number=2), "en")
    assert "\u2068Ann\u2069" in render(t.greeting(name="Ann", number=2), "ug")


def test_each_line_of_peoples_words_is_isolated_by_itself() -> None:
    assert render_plain(literal("one\ntwo"), "ug") == "\u2068one\u2069\n\u2068two\u2069"


def test_uyghur_lines_start_from_the_right() -> None:
    lines = render(join(literal("27"), texts.machine.not_understood, texts.machine.back), "ug").split("\n")
    assert [line.startswith("\u200f") for line in lines] == [True, False, True]
    assert "\u200f" not in render_plain(texts.machine.back, "ug")


def test_a_line_that_starts_with_an_isolate_runs_from_the_right() -> None:
    # An isolate does not count when an app guesses (UAX 9, P2): "role: name" ran the other way, ending in its start.
    line = join(literal(UYGHUR), literal("Ann"), separator=": ")
    assert render(line, "ug") == f"\u200f\u2068{UYGHUR}\u2069: \u2068Ann\u2069"


def test_commands_and_lists_of_them_run_as_they_are_read() -> None:
    ideas = Texts("ideas", ROOT / "handlers" / "ideas" / "texts")
    two = join(literal("/1"), literal("/2"), separator=" ")
    line = render_plain(ideas.digest_new(numbers=two), "ug")
    assert line.endswith(" \u2067\u2068/1\u2069 \u2068/2\u2069\u2069")
    assert seen(line) == "/2 /1 :ىڭېي 💡"
    assert seen(render_plain(ideas.comment_news_line(number=27, words="Ann"), "ug")) == "Ann /27"
    assert render_plain(ideas.digest_new(numbers=two), "en").endswith(": /1 /2")


def seen(line: str) -> str:
    """From left to right, as it stands on a phone."""
    placed = bidi.visual(list(zip(bidi.levels(line, 1), line, strict=True)))
    return BIDI.sub("", "".join(placed))


def test_labels_run_as_their_language_does(t: Texts) -> None:
    relays = Texts("relays", ROOT / "handlers" / "relays" / "texts")
    assert render_label(relays.kind_group, "ug").startswith("\u200fTelegram")
    assert render_label(relays.kind_group, "en") == render_plain(relays.kind_group, "en")
    assert render_label(relays.service_feishu, "ug") == "Feishu"
    assert "\u200f" not in render_label(texts.machine.back, "ug")


def test_a_span_of_hours_is_written_as_it_is_typed_among_uyghur_words() -> None:
    # After an Arabic letter a hyphen turns "23:00-8:00" round (UAX 9, W2), and people type what they see.
    for folder in FOLDERS.values():
        for line in (folder / "ug.ftl").read_text("utf-8").splitlines():
            assert not re.search(r"(?<!\\u2066\"\})\b\d\d?:\d\d[-–]\d", line), line


def test_numbers_are_plain_digits(t: Texts) -> None:
    assert "12345" in render(t.greeting(name="A", number=12345), "en")


def test_a_text_inside_a_text_speaks_the_same_language_and_is_escaped_once(t: Texts) -> None:
    inner = t.greeting(name="A&B", number=2)
    assert render(t.greeting(name=inner, number=1), "en").startswith("Hello Hello A&amp;B, <b>2</b>")


def test_a_word_can_choose_the_variant(t: Texts) -> None:
    for language in LANGUAGES:
        assert render_plain(t.state(state="lent"), language) == "lent"


def test_many_lines_keep_their_order() -> None:
    assert render(join(*(literal(str(n)) for n in range(12)), separator=" "), "en") == " ".join(map(str, range(12)))


def test_long_words_arrive_whole(t: Texts) -> None:
    assert "x" * 4000 in render(t.greeting(name="x" * 4000, number=1), "en")


@pytest.mark.parametrize("values", [{}, {"name": "A"}, {"name": "A", "number": 1, "more": 2}])
def test_a_value_too_few_or_too_many_is_our_bug(t: Texts, values: dict[str, str]) -> None:
    with pytest.raises(KeyError, match="sample/greeting"):
        render(t.greeting(**values), "en")


def test_an_unknown_sentence_is_our_bug(t: Texts) -> None:
    with pytest.raises(KeyError, match="sample/no-such"):
        render(t.no_such, "zh")


def test_two_folders_cannot_share_a_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="machine"):
        Texts("machine", tmp_path)


def test_a_line_fluent_would_skip_stops_the_file(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text("good = Good\nbad line\n", "utf-8")
    with pytest.raises(ValueError, match="bad line"):
        texts.book(tmp_path, "en")


@pytest.mark.parametrize("broken", ["worse = { $who", "worse = Good\n} bad", "worse =", "worse = { 1 ->\n  [a] b\n}"])
def test_a_sentence_fluent_would_skip_is_no_sentence(tmp_path: Path, broken: str) -> None:
    (tmp_path / "en.ftl").write_text(f"good = Good\n{broken}\n# what comes after\nlast = Last\n", "utf-8")
    found = texts.book(tmp_path, "en")
    assert found.sentence("good") == found.sentence("last") == Sentence(frozenset(), frozenset())
    assert found.sentence("no-such") is None
    with pytest.raises(ValueError, match="worse"):
        found.sentence("worse")
    with pytest.raises(ValueError, match="worse"):
        _ = found.sentences


def test_a_name_that_stands_twice_stops_the_file(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text("one = One\ntwo = Two\none = Eins\n", "utf-8")
    with pytest.raises(ValueError, match="one stands there twice"):
        texts.book(tmp_path, "en")


def test_a_language_without_a_file_reads_english() -> None:
    assert render(texts.machine.help, "kk") == "❓ Help"


def test_languages_come_from_the_files() -> None:
    assert dict(LANGUAGES) == {"zh": "中文", "ug": "ئۇيغۇرچە", "en": "English"}
    assert [texts.direction(language) for language in LANGUAGES] == ["ltr", "rtl", "ltr"]
    assert texts.closest("zh-hans") == "zh"
    assert texts.closest("ug_CN") == "ug"
    assert texts.closest("fr") is texts.closest(None) is None


# Cleaning and cutting


def test_overrides_and_invisible_letters_are_removed() -> None:
    assert texts.clean("a\u202eb\u200bc\x00d\u2066e\ufefff\r\ng\ud800") == "abcdef\ng"


def test_joiners_stay_between_letters_and_emoji() -> None:
    family, uyghur = "👩‍👧", "ئا\u200dب"
    assert texts.clean(family) == family
    assert texts.clean(uyghur) == uyghur
    assert texts.clean("\u200d a \u200c\u200c") == " a "


def test_piled_accents_are_cut() -> None:
    assert len(texts.clean("a" + "\u0301" * 50)) == 1 + texts.LONGEST_PILE


def test_long_names_are_cut_between_what_people_see() -> None:
    assert texts.short("abcdef", 6) == "abcdef"
    assert texts.short("abcdefg", 6) == "abcde…"
    assert texts.short("👩‍👧🇨🇳x", 7) == "👩‍👧…"
    assert texts.short("👍🏽👍🏽", 7) == "👍🏽…"


def test_length_is_counted_as_telegram_does() -> None:
    assert texts.length("鸟👍") == 3
    assert texts.fits("👍", 2)
    assert not texts.fits("👍", 1)
    assert texts.plain("<b>1 &lt; 2</b>") == "1 < 2"


@settings(max_examples=100, deadline=None, derandomize=True)
@given(words=st.text(max_size=60), language=st.sampled_from(sorted(LANGUAGES)))
def test_whatever_people_are_called_the_line_stays_whole(words: str, language: str) -> None:
    rendered = render(literal(words), language)
    assert "<" not in rendered
    assert rendered.count("\u2068") == rendered.count("\u2069")
    assert not re.search("[\u202a-\u202e\u2066\u2067]", rendered)
    assert texts.length(texts.short(words, 8)) <= 8
    rendered.encode("utf-8")


# All sentences, all languages


def sample(book: texts.Book, key: str) -> Text:
    sentence = book.sentences[key]
    numbers = {name for name, keys in sentence.selectors if set(keys) & PLURALS or keys[0].isdigit()}
    values = {name: 3 if name in numbers else "Ann" for name in sentence.variables}
    return Text("", key)(**values)


def test_every_sentence_exists_in_every_language_with_the_same_values() -> None:
    for scope, folder in FOLDERS.items():
        for language in LANGUAGES:
            here, english = texts.book(folder, language).sentences, texts.book(folder, "en").sentences
            wanted = {key: sentence.variables for key, sentence in english.items()}
            assert {key: sentence.variables for key, sentence in here.items()} == wanted, (scope, language)


def test_plural_forms_are_those_of_the_language() -> None:
    """A language may do without a plural that English needs, never the reverse; words choose alike."""
    for scope in FOLDERS:
        check_plurals(scope)


def check_plurals(scope: str) -> None:
    english = {key: one.selectors for key, one in texts.book(FOLDERS[scope], "en").sentences.items()}
    for language in LANGUAGES:
        categories = {"other", *Locale.parse(language).plural_form.tags}
        for key, sentence in texts.book(FOLDERS[scope], language).sentences.items():
            selectors = sentence.selectors
            assert {name for name, _ in selectors} <= {name for name, _ in english[key]}, (language, key)
            for name, keys in selectors:
                words = {variant for variant in keys if not variant.isdigit()}
                if words <= PLURALS:
                    assert words == categories, (language, key, name)
                else:
                    assert (name, keys) in english[key], (language, key, name)
            chosen = {name for name, keys in english[key] if not {v for v in keys if not v.isdigit()} <= PLURALS}
            assert chosen <= {name for name, _ in selectors}, (language, key)


def test_every_sentence_can_be_said() -> None:
    for scope in FOLDERS:
        Texts(scope, FOLDERS[scope])
        for language in LANGUAGES:
            say_all(scope, language)


def say_all(scope: str, language: str) -> None:
    for key in texts.book(FOLDERS[scope], language).sentences:
        text = Text(scope, key, sample(texts.book(FOLDERS[scope], "en"), key).args)
        words = render(text, language)
        assert render_plain(text, language).strip(), key
        assert tags_are_closed(words), (key, words)
        first = re.split(r"(?<=[。！？؟])|(?<=[.!?])\s|\n", render_plain(text, language))[0]
        if not key.startswith("read-"):
            assert len(first) <= FIRST_SENTENCE[language], (key, first)
        if texts.direction(language) == "rtl":
            starts = [line.lstrip("\u2068 ")[:1] for line in re.sub("<[^>]*>", "", words).split("\n") if line.strip()]
            assert all(unicodedata.bidirectional(start) in ("R", "AL") for start in starts), (key, words)


def tags_are_closed(words: str) -> bool:
    open_tags: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)[^<>]*>", words):
        if name not in {"b", "i", "u", "s", "a", "code", "pre", "blockquote"}:
            return False
        if closing and (not open_tags or open_tags.pop() != name):
            return False
        if not closing:
            open_tags.append(name)
    return not open_tags


def source_files() -> Iterator[Path]:
    for folder in ("bot", "handlers", "simulation", "migrations", "docs", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SOURCES and "node_modules" not in path.parts:
                yield path


def test_in_uyghur_every_arrow_points_the_other_way() -> None:
    """Arrows are not mirrored by themselves (UAX 9, L4); ▶ and ⏭ are signs of a player, which nobody mirrors."""
    for folder, path in FOLDERS.items():
        for key in texts.book(path, "en").sentences:
            english, uyghur = (arrows(path / f"{language}.ftl", key) for language in ("en", "ug"))
            assert not english or uyghur == english.translate(MIRRORED), f"{folder}/{key}"


MIRRORED = str.maketrans("⬅➡←→↩↪‹›", "➡⬅→←↪↩›‹")


def arrows(spoken: Path, key: str) -> str:
    found = re.search(rf"^{re.escape(key)} =(.*(?:\n[ }}].*)*)", spoken.read_text("utf-8"), re.MULTILINE)
    assert found
    return "".join(letter for letter in found[1] if ord(letter) in MIRRORED)


def test_no_source_file_holds_a_raw_bidi_character() -> None:
    for path in source_files():
        assert not BIDI.search(path.read_text("utf-8", errors="replace")), path


# Used, unused and unknown


@dataclass
class Used:
    """Keys the code names; `prefixes` are the starts of keys it puts together, like t[f"state-{state}"]."""

    keys: set[tuple[str, str]] = field(default_factory=set)
    prefixes: set[tuple[str, str]] = field(default_factory=set)

    def covers(self, scope: str, key: str) -> bool:
        if (scope, key) in self.keys:
            return True
        return any(scope == where and key.startswith(start) for where, start in self.prefixes)


@cache
def used_keys() -> Used:
    used = Used()
    for area in ("bot", "handlers"):
        for path in sorted((ROOT / area).rglob("*.py")):
            read_code(path, ast.parse(path.read_text("utf-8")), used)
        for path in sorted((ROOT / area).rglob("*.html")):
            for key in re.findall(r"""\bt(?:\.|\[["'])([a-z][\w-]*)""", path.read_text("utf-8")):
                used.keys.add((path.relative_to(ROOT).parts[1], key.rstrip("_").replace("_", "-")))
    for scope, folder in FOLDERS.items():
        references = re.findall(r"\{\s*([a-z][\w-]*)\s*[}.]", (folder / "en.ftl").read_text("utf-8"))
        used.keys.update((scope, key) for key in references)
    return used


def read_code(path: Path, tree: ast.Module, used: Used) -> None:
    scopes = named_texts(tree)
    parts = path.relative_to(ROOT).parts
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (scope := scope_of(node.value, scopes)):
            used.keys.add((scope, node.attr.rstrip("_").replace("_", "-")))
        if isinstance(node, ast.Subscript) and (scope := scope_of(node.value, scopes)):
            read_subscript(node.slice, scope, used)
        if isinstance(node, ast.keyword) and node.arg == "menu" and parts[0] == "handlers":
            for word in ast.walk(node.value):
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    used.keys.add((parts[1], f"menu-{word.value}"))


def read_subscript(key: ast.expr, scope: str, used: Used) -> None:
    if isinstance(key, ast.Constant):
        used.keys.add((scope, str(key.value).replace("_", "-")))
    if isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
        used.prefixes.add((scope, str(key.values[0].value).replace("_", "-")))


def named_texts(tree: ast.Module) -> dict[str, str]:
    """Names of this file that are sentences, or modules that hold them as t, m or machine."""
    scopes: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            call = node.value
            if getattr(call.func, "id", getattr(call.func, "attr", "")) == "Texts" and call.args:
                name, scope = node.targets[0], call.args[0]
                if isinstance(name, ast.Name) and isinstance(scope, ast.Constant):
                    scopes[name.id] = str(scope.value)
        if isinstance(node, ast.ImportFrom) and node.module:
            package = node.module.split(".")
            for alias in node.names:
                local, found = alias.asname or alias.name, [*package, alias.name]
                if alias.name in ("t", "m", "machine"):
                    scopes[local] = package[1] if package[0] == "handlers" and alias.name == "t" else "machine"
                elif found[0] in ("bot", "handlers"):
                    scopes[f"{local}.t"] = found[1] if found[0] == "handlers" else "machine"
                    scopes[f"{local}.m"] = scopes[f"{local}.machine"] = "machine"
    return scopes


def scope_of(node: ast.expr, scopes: dict[str, str]) -> str | None:
    if isinstance(node, ast.Name):
        return scopes.get(node.id)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return scopes.get(f"{node.value.id}.{node.attr}")
    return None


def test_no_sentence_is_asked_for_that_nobody_wrote() -> None:
    written = {(scope, key) for scope, folder in FOLDERS.items() for key in texts.book(folder, "en").sentences}
    wanted = {(scope, key) for scope, key in used_keys().keys if scope in FOLDERS and not key.startswith("menu-")}
    assert wanted - written == set()


def test_no_sentence_is_written_that_nobody_says() -> None:
    used = used_keys()
    written = [(scope, key) for scope, folder in FOLDERS.items() for key in texts.book(folder, "en").sentences]
    assert [one for one in written if not used.covers(*one)] == []


def test_every_feature_has_all_languages() -> None:
    for folder in FOLDERS.values():
        assert {path.stem for path in folder.glob("*.ftl")} == set(LANGUAGES), folder
