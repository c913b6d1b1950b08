"""What a call says to the Bot API: a JSON object, or a form of several parts when there are files in it."""

import json

import httpx
from telegram.request import RequestData

JSON = "application/json"


def written(url: str, method: str, data: RequestData | None) -> tuple[str, bytes]:
    """The content type and the body. In a form without parts each byte of our languages would be three letters."""
    if data is None:
        return JSON, b""
    if not data.contains_files:
        return JSON, json.dumps(data.json_parameters, ensure_ascii=False).encode()
    request = httpx.Request(method, url, data=data.json_parameters, files=data.multipart_data)
    return request.headers["content-type"], request.read()
