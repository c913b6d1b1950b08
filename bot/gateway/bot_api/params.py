"""The parameters of one Bot API call: forms, multipart and JSON are read into the same shape."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message as Chunk
from starlette.types import Receive

from bot.gateway.errors import ApiError, bad_request
from bot.gateway.phone.limits import MEGABYTE

LARGEST_FILE = 50 * MEGABYTE
LARGEST_BODY = LARGEST_FILE + MEGABYTE
# Numbers beyond this do not survive JSON in other languages, nor our columns.
LARGEST_NUMBER = 1 << 53


class TooLarge(Exception):
    """More bytes came than were allowed."""


@dataclass(frozen=True)
class Upload:
    name: str
    type: str
    content: bytes


class Params:
    def __init__(self, values: dict[str, Any], files: dict[str, Upload]) -> None:
        self._values = values
        self._files = files

    def has(self, name: str) -> bool:
        return self._values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        value = self._values.get(name)
        if value is None or isinstance(value, (dict, list)):
            return ""
        return "true" if value is True else "" if value is False else str(value)

    def integer(self, name: str, otherwise: int = 0) -> int:
        """As Telegram does: what is not a number counts as not given."""
        try:
            number = int(self.text(name))
        except ValueError:
            return otherwise
        return number if abs(number) < LARGEST_NUMBER else otherwise

    def number(self, name: str) -> float | None:
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("true", "1", "yes")

    def json(self, name: str, complaint: str) -> Any:
        """A nested value: a JSON string in a form, the value itself in a JSON body. None when absent."""
        value = self._values.get(name)
        if value is None or value == "":
            return None
        return loads(value, complaint) if isinstance(value, str) else value

    def inside(self, values: dict[str, Any]) -> "Params":
        """A nested object read the same way, with the same uploaded files."""
        return Params(values, self._files)

    def upload(self, name: str) -> Upload | None:
        return self._files.get(name)


def loads(text: str | bytes, complaint: str) -> Any:
    try:
        value = json.loads(text)
        # Escapes can smuggle in lone surrogates, which no database stores.
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    except (ValueError, RecursionError):
        raise bad_request(complaint) from None
    return value


async def read_params(request: Request) -> Params:
    """Raises ApiError for what cannot be read."""
    values: dict[str, Any] = dict(parse_qsl(request.url.query, keep_blank_values=True))
    # Telegram reads the body of a GET as well: https://core.telegram.org/bots/api#making-requests
    request = Request(request.scope, capped(request.receive, LARGEST_BODY))
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "multipart/form-data":
            return await _multipart(request, values)
        body = await request.body()
    except TooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    except MultiPartException as error:
        raise bad_request(f"can't parse multipart body: {error.message}") from None
    except ClientDisconnect:
        raise bad_request("the request was cut off") from None
    if kind == "application/json" and body:
        nested = loads(body, "can't parse JSON object")
        if not isinstance(nested, dict):
            raise bad_request("JSON object expected")
        return Params(values | nested, {})
    if kind == "application/x-www-form-urlencoded":
        values |= parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return Params(values, {})


async def _multipart(request: Request, values: dict[str, Any]) -> Params:
    files = {}
    async with request.form(max_files=100, max_fields=100) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = Upload(value.filename or "", value.content_type or "", await value.read())
            else:
                values[name] = value
    return Params(values, files)


def capped(receive: Receive, most: int) -> Receive:
    """Counts what really arrives, whatever Content-Length says. Raises TooLarge."""
    seen = 0

    async def counting() -> Chunk:
        nonlocal seen
        chunk = await receive()
        seen += len(chunk.get("body", b""))
        if seen > most:
            raise TooLarge
        return chunk

    return counting
