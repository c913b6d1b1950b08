"""What people hold in their hands: the same few gestures, at Telegram or at the web chat."""

from typing import Protocol

from bot.doors.door import TELEGRAM, WEB
from simulation.telegram import Chat, Telegram
from simulation.web_phones import Phone, Seen

OGG = b"OggS" + bytes(60)  # what passes for a voice note, https://www.rfc-editor.org/rfc/rfc3533#section-6


class Handset(Protocol):
    """What is done here is on its way at once; the answer is there when the town has settled."""

    door: str

    async def says(self, words: str) -> None: ...
    async def sends_photo(self, photo: bytes, words: str = "") -> None: ...
    async def sends_voice(self) -> None: ...
    async def sends_sticker(self) -> None: ...
    async def sends_location(self, latitude: float, longitude: float) -> None: ...
    async def taps(self, message_id: int, address: str) -> None: ...
    async def screen(self) -> list[Seen]: ...


class OnTheWeb:
    door = WEB

    def __init__(self, phone: Phone) -> None:
        self._phone = phone

    async def says(self, words: str) -> None:
        await self._phone.says(words)

    async def sends_photo(self, photo: bytes, words: str = "") -> None:
        await self._phone.sends_photo(photo, words)

    async def sends_voice(self) -> None:
        await self._phone.sends_voice(OGG)

    async def sends_sticker(self) -> None:
        """The page has none, so it becomes a smile."""
        await self._phone.says("🙂")

    async def sends_location(self, latitude: float, longitude: float) -> None:
        await self._phone.sends_location(latitude, longitude)

    async def taps(self, message_id: int, address: str) -> None:
        await self._phone.taps(message_id, address)

    async def screen(self) -> list[Seen]:
        return await self._phone.screen()


class OnTelegram:
    """Asynchronous in name only, so that both doors are used alike."""

    door = TELEGRAM

    def __init__(self, telegram: Telegram, chat: Chat) -> None:
        self._telegram = telegram
        self._chat = chat

    async def says(self, words: str) -> None:
        self._telegram.says(self._chat, {"text": words})

    async def sends_photo(self, photo: bytes, words: str = "") -> None:
        content = {"photo": self._telegram.photo(photo)} | ({"caption": words} if words else {})
        self._telegram.says(self._chat, content)

    async def sends_voice(self) -> None:
        self._telegram.says(self._chat, {"voice": self._telegram.voice(OGG)})

    async def sends_sticker(self) -> None:
        sticker = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 512, "height": 512}
        self._telegram.says(self._chat, {"sticker": sticker | {"is_animated": False, "is_video": False}})

    async def sends_location(self, latitude: float, longitude: float) -> None:
        self._telegram.says(self._chat, {"location": {"latitude": latitude, "longitude": longitude}})

    async def taps(self, message_id: int, address: str) -> None:
        self._telegram.taps(self._chat, message_id, address)

    async def screen(self) -> list[Seen]:
        return self._telegram.screen(self._chat)

    @property
    def has_blocked(self) -> bool:
        return self._chat.blocked

    def blocks(self) -> None:
        self._telegram.blocks(self._chat, self._telegram.faults.block_is_said())

    def unblocks(self) -> None:
        self._telegram.unblocks(self._chat)
