"""The two ways the gateway says no: in Telegram's words to the bot, as a short code to a phone."""

from typing import Any


class ApiError(Exception):
    """What the Bot API answers; `description` is complete, as on the wire."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}")


class PhoneError(Exception):
    """What a phone is answered: a status, a code the page knows, and perhaps seconds to wait."""

    def __init__(self, status: int, code: str, retry_after: int | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.retry_after = retry_after
