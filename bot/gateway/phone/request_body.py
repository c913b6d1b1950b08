"""What a phone sends, read within limits: JSON, or a form with files."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request

from bot.gateway.bot_api.params import TooLarge, capped
from bot.gateway.errors import PhoneError
from bot.gateway.phone.limits import Limits

TXN = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


def content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def read_json(request: Request, most: int) -> dict[str, Any]:
    if content_type(request) != "application/json":
        raise PhoneError(415, "wrong_type")
    try:
        value = json.loads(await Request(request.scope, capped(request.receive, most)).body())
    except TooLarge:
        raise PhoneError(413, "too_large") from None
    except (ValueError, RecursionError, ClientDisconnect):
        raise PhoneError(400, "bad_json") from None
    if not isinstance(value, dict):
        raise PhoneError(400, "bad_json")
    return value


@asynccontextmanager
async def form(request: Request, limits: Limits, most: int) -> AsyncIterator[FormData]:
    """Of at most so many bytes. The files are closed and gone from the temporary folder when the block is left."""
    reading = Request(request.scope, capped(request.receive, most))
    try:
        found = await reading.form(max_files=limits.files, max_fields=20, max_part_size=limits.json_bytes)
    except TooLarge:
        raise PhoneError(413, "too_large") from None
    except (MultiPartException, ClientDisconnect):
        raise PhoneError(400, "bad_form") from None
    try:
        yield found
    finally:
        await found.close()


def txn(value: Any) -> str:
    if not isinstance(value, str) or not TXN.fullmatch(value):
        raise PhoneError(400, "bad_txn")
    return value
