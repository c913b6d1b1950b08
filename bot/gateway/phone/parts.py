"""A file that lies elsewhere, whole or in part: players of voice notes ask for the middle of one first."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")  # one; of several the whole file is an answer, too


def answer(request: Request, content: bytes, type_: str, name: str | None, headers: Mapping[str, str]) -> Response:
    """https://www.rfc-editor.org/rfc/rfc9110#name-range-requests"""
    more = {**headers, "Accept-Ranges": "bytes"}
    if name is not None:
        more["Content-Disposition"] = f"attachment; filename*=utf-8''{quote(name)}"
    wished = RANGE.fullmatch(request.headers.get("range", ""))
    if wished is None or "if-range" in request.headers or wished[0] == "bytes=-":
        return Response(content, headers=more, media_type=type_)
    first, last = _ends(wished[1], wished[2], len(content))
    if first > last:
        return Response(status_code=416, headers={**more, "Content-Range": f"bytes */{len(content)}"})
    more["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    return Response(content[first : last + 1], 206, more, type_)


def _ends(first: str, last: str, size: int) -> tuple[int, int]:
    """Without a first byte it is so many last ones."""
    if not first:
        return max(0, size - int(last)), size - 1 if int(last) else -1
    return int(first), min(int(last), size - 1) if last else size - 1
