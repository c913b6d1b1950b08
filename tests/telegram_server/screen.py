"""What is on a person's screen: messages and buttons, as the bot's edits have left them."""

from dataclasses import dataclass

from tests.telegram_server.wire import Json
from tests.telegram_server.world import Message, kind_of


@dataclass(frozen=True)
class Button:
    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True)
class Seen:
    """One message on the screen. `kind` is text, photo, …; `text` the words or the caption."""

    id: int
    from_bot: bool
    kind: str
    text: str
    buttons: tuple[tuple[Button, ...], ...]
    file_id: str
    album: str
    edited: bool


def seen(message: Message) -> Seen:
    content = message.content
    kind = kind_of(content)
    media = content.get(kind)
    largest = media[-1] if isinstance(media, list) and media else media
    return Seen(
        id=message.id,
        from_bot=message.from_bot,
        kind=kind,
        text=str(content.get("text", content.get("caption", ""))),
        buttons=buttons_of(content),
        file_id=str(largest.get("file_id", "")) if isinstance(largest, dict) else "",
        album=str(content.get("media_group_id", "")),
        edited="edit_date" in content,
    )


def buttons_of(content: Json) -> tuple[tuple[Button, ...], ...]:
    rows = content.get("reply_markup", {}).get("inline_keyboard", [])
    return tuple(
        tuple(Button(each["text"], each.get("callback_data", ""), each.get("url", "")) for each in row)
        for row in rows
    )
