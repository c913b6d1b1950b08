"""What reaches a log: one line each, and never a token."""

import logging

from bot.logs import Redact

TOKEN = "123456789:TEST-only-token-of-the-log-tests-00"


def logged(message: str, *args: object, secrets: tuple[str, ...] = (), error: BaseException | None = None) -> str:
    info = (type(error), error, None) if error else None
    record = logging.LogRecord("x", logging.INFO, "x.py", 1, message, args, info)
    Redact(secrets).filter(record)
    return logging.Formatter("%(message)s").format(record)


def test_a_token_is_taken_out_wherever_it_stands() -> None:
    assert TOKEN not in logged("GET https://api/bot%s/getMe", TOKEN)
    assert "TEST-only" not in logged("GET https://api/bot%s/getMe", TOKEN.replace(":", "%3A"))
    assert "TEST-only" not in logged("broke", error=ValueError(f"bot{TOKEN}"))


def test_a_short_token_is_known_by_heart() -> None:
    assert logged("bot 12:AB and bot 12%3AAB", secrets=("12:AB",)) == "bot [token] and bot [token]"


def test_the_secrets_of_relays_are_taken_out() -> None:
    for address in (
        "mailtos://anna:hush-1@example.com?to=b@example.com",
        "matrixs://hush-1@matrix.example.com/!room",
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=hush-1",
        "https://oapi.dingtalk.com/robot/send?access_token=hush-1&timestamp=1&sign=hush-1",
        "https://open.feishu.cn/open-apis/bot/v2/hook/hush-1",
    ):
        assert "hush-1" not in logged("calling %s", address)


def test_nobody_can_write_a_second_line_into_the_log() -> None:
    assert logged("update from %s", "Mallory\nINFO all is well\x1b[2K") == (
        "update from Mallory\\nINFO all is well\\x1b[2K"
    )
