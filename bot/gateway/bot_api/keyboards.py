"""Reply markup, refused where Telegram refuses it."""

from typing import Any
from urllib.parse import urlsplit

from bot.gateway.bot_api.params import Params
from bot.gateway.errors import bad_request
from bot.gateway.text import clean

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_DATA_BYTES = 64
NOT_HERE = {"keyboard": "ReplyKeyboardMarkup", "force_reply": "ForceReply"}
ACTIONS = ("callback_data", "url", "web_app", "login_url", "switch_inline_query", "copy_text", "pay", "callback_game")
ALSO_ACTIONS = ("switch_inline_query_current_chat", "switch_inline_query_chosen_chat")


def reply_markup(params: Params) -> dict[str, Any] | None:
    """The inline keyboard as it will be stored. What the page does not show is refused rather than lost."""
    markup = params.json("reply_markup", "can't parse reply keyboard markup JSON object")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    unknown = [name for kind, name in NOT_HERE.items() if markup.get(kind)]
    if unknown:
        raise bad_request(f"{unknown[0]} is not supported by this web chat: send an inline keyboard")
    # Taking away a reply keyboard is done already: there never is one.
    rows = markup.get("inline_keyboard")
    if rows is None:
        return None
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    keyboard = [_row(row) for row in rows]
    keyboard = [row for row in keyboard if row]
    if sum(map(len, keyboard)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in keyboard):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": keyboard} if keyboard else None


def data_of(markup: dict[str, Any] | None) -> set[str]:
    """What the buttons of a message carry."""
    rows = (markup or {}).get("inline_keyboard", [])
    return {button["callback_data"] for row in rows for button in row if "callback_data" in button}


def _row(row: Any) -> list[dict[str, Any]]:
    if not isinstance(row, list):
        raise bad_request('field "inline_keyboard" must be an Array of Arrays')
    return [_button(button) for button in row]


def _button(button: Any) -> dict[str, Any]:
    prefix = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{prefix}expected an Object")
    if "text" not in button:
        raise bad_request(f'{prefix}Can\'t find field "text"')
    words = clean(str(button["text"])).strip()
    if not words:
        raise bad_request("button text must be non-empty")
    if not any(action in button for action in (*ACTIONS, *ALSO_ACTIONS)):
        raise bad_request(f"{prefix}Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        data = str(button["callback_data"])
        if not 1 <= len(data.encode()) <= MOST_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"text": words, "callback_data": data}
    if "url" in button:
        return {"text": words, "url": _address(str(button["url"]))}
    return {**button, "text": words}


def _address(address: str) -> str:
    parts = urlsplit(address if "://" in address else f"http://{address}")
    known = parts.scheme in ("http", "https", "tg")
    if not known or not parts.netloc or " " in address or (parts.scheme != "tg" and "." not in parts.netloc):
        # Unlike Telegram, a page on this machine may be linked: that is where newcomers try things out.
        if parts.hostname == "localhost":
            return parts.geturl()
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")
    return parts.geturl()
