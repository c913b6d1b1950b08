"""Settings: all complaints at once, .env read, .env.example true."""

import re
from pathlib import Path

import pytest

from bot.config import DEFAULTS, BadSettings, load
from tests import ROOT


def test_a_fresh_clone_needs_no_settings(tmp_path: Path) -> None:
    settings = load({}, tmp_path / ".env")
    assert settings.telegram_token == ""
    assert settings.web_url == "http://127.0.0.1:8080"
    assert settings.place_languages == ("zh", "ug", "en")
    assert settings.database_url.endswith("/nestbox.db")


def test_everything_wrong_is_said_at_once_in_one_sentence_each(tmp_path: Path) -> None:
    wrong = {
        "TELEGRAM_TOKEN": "hello",
        "TELEGRAM_WEBHOOK_URL": "ftp://x",
        "WEB_PORT": "eighty",
        "PLACE_TIMEZONE": "Mars/Base",
        "PLACE_LANGUAGES": "zh,klingon",
        "LOG_LEVEL": "LOUD",
        "DATABASE_URL": "mysql://x",
        "PLACE_NAME": "",
    }
    with pytest.raises(BadSettings) as complaint:
        load(wrong, tmp_path / ".env")
    text = "\n".join(complaint.value.sentences)
    for name in wrong:
        assert name in text
    assert "hello" not in text  # a token is never shown, not even a wrong one


MACHINE = {
    "TRANSLATE_URL": "https://translate.example/v1/",
    "TRANSLATE_MODEL": "small",
    "TRANSLATE_PAIRS": "zh-en, en-zh",
    "TRANSLATE_KEY": "secret-of-the-test",
}


def test_a_machine_is_named_whole_or_not_at_all(tmp_path: Path) -> None:
    settings = load(MACHINE, tmp_path / ".env")
    assert settings.translate_url == "https://translate.example/v1"
    assert settings.translate_pairs == (("zh", "en"), ("en", "zh"))
    assert "secret-of-the-test" not in repr(settings)
    assert load(MACHINE | {"TRANSLATE_URL": "http://localhost:11434/v1"}, tmp_path / ".env").translate_a_day == 200
    for wrong in (
        {"TRANSLATE_URL": ""},
        {"TRANSLATE_URL": "http://translate.example/v1"},
        {"TRANSLATE_URL": "http://localhost:many/v1"},
        {"TRANSLATE_URL": "https://me:word@translate.example/v1"},
        {"TRANSLATE_MODEL": ""},
        {"TRANSLATE_PAIRS": ""},
        {"TRANSLATE_PAIRS": "zh-klingon"},
        {"TRANSLATE_PAIRS": "zh-zh"},
        {"TRANSLATE_A_DAY": "many"},
    ):
        with pytest.raises(BadSettings, match="TRANSLATE_") as complaint:
            load(MACHINE | wrong, tmp_path / ".env")
        assert "secret-of-the-test" not in str(complaint.value)


BUCKET = {
    "MEDIA_URL": "s3://town.pictures/nest/box/",
    "AWS_ENDPOINT_URL": "https://s3.example/",
    "AWS_ACCESS_KEY_ID": "key-of-the-test",
    "AWS_SECRET_ACCESS_KEY": "secret-of-the-test",
}


def test_a_bucket_is_named_whole_or_not_at_all(tmp_path: Path) -> None:
    bucket = load(BUCKET, tmp_path / ".env").bucket
    assert bucket is not None
    assert (bucket.name, bucket.prefix, bucket.endpoint) == ("town.pictures", "nest/box", "https://s3.example")
    assert "secret-of-the-test" not in repr(bucket)
    assert load({"AWS_ACCESS_KEY_ID": "of something else"}, tmp_path / ".env").bucket is None
    for wrong in (
        {"MEDIA_URL": "s3://"},
        {"MEDIA_URL": "https://s3.example/town"},
        {"MEDIA_URL": "s3://Town"},
        {"MEDIA_URL": "s3://town/../others"},
        {"AWS_ENDPOINT_URL": "s3.example"},
        {"AWS_ACCESS_KEY_ID": ""},
        {"AWS_SECRET_ACCESS_KEY": ""},
    ):
        with pytest.raises(BadSettings, match=next(iter(wrong))) as complaint:
            load(BUCKET | wrong, tmp_path / ".env")
        assert "secret-of-the-test" not in str(complaint.value)


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("# a comment\nPLACE_NAME='小店'\nWEB_PORT=9000\n", encoding="utf-8")
    settings = load({"WEB_PORT": "9001"}, file)
    assert (settings.place_name, settings.web_port) == ("小店", 9001)


def test_a_misspelt_name_in_the_file_is_said(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("TELEGRAM_TOKN=x\n", encoding="utf-8")
    with pytest.raises(BadSettings, match="TELEGRAM_TOKN"):
        load({}, file)


def test_the_example_has_every_setting_with_its_default_and_a_sentence_above() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    found: dict[str, str] = {}
    for above, line in zip(["", *lines], lines, strict=False):
        if line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found[name] = value
            assert re.match(r"# .+\.$", above), f"{name} has no sentence above it"
    assert found == DEFAULTS
