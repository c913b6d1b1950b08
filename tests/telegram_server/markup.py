"""Keyboards under messages: what Telegram accepts, and what it says when it does not."""

from typing import Any
from urllib.parse import urlsplit

from tests.telegram_server.wire import Json, Parameters, bad

BUTTONS = 100
DATA_BYTES = 64
_ACTIONS = (
    "callback_data", "url", "web_app", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "login_url", "copy_text", "callback_game", "pay",
)  # fmt: skip


def read_markup(parameters: Parameters) -> Json | None:
    """Any of the four kinds of reply markup, checked; None if there is none."""
    if "reply_markup" not in parameters.values:
        return None
    try:
        markup = parameters.parsed("reply_markup")
    except (ValueError, RecursionError):
        raise bad("can't parse reply keyboard markup JSON object") from None
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if "keyboard" in markup:
        _rows(markup["keyboard"])
    return markup


def read_inline_markup(parameters: Parameters) -> Json | None:
    """For edits: a message that was sent can only carry an inline keyboard."""
    markup = read_markup(parameters)
    if markup and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    return markup


def _rows(keyboard: Any) -> list[list[Any]]:
    if not isinstance(keyboard, list) or not all(isinstance(row, list) for row in keyboard):
        raise bad('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    if sum(len(row) for row in keyboard) > BUTTONS:
        raise bad("reply markup is too long")
    return keyboard


def _inline(keyboard: Any) -> Json | None:
    rows = [[_button(button) for button in row] for row in _rows(keyboard)]
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: expected an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad('can\'t parse inline keyboard button: field "text" must be non-empty')
    does = [name for name in _ACTIONS if button.get(name) is not None]
    if not does:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in does and not 1 <= len(str(button["callback_data"]).encode()) <= DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in does:
        _check_url(str(button["url"]))
    if "web_app" in does and not str(button["web_app"].get("url", "")).startswith("https://"):
        url = button["web_app"].get("url", "")
        raise bad(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")
    return button


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https", "tg", "ton"}:
        raise bad(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if parts.scheme.startswith("http") and "." not in (parts.hostname or ""):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
