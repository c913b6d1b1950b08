"""What goes over the wire: parameters read from forms, JSON and multipart; answers and refusals written."""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    content_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Upload:
    filename: str
    content: bytes


class Refused(Exception):
    """An answer with ok=false. The description is the whole text, with its "Bad Request: "."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class ConnectionDropped(Exception):
    """The caller gets no answer at all: the connection is closed."""


def bad(description: str) -> Refused:
    return Refused(400, f"Bad Request: {description}")


def compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def success(result: object) -> Answer:
    return Answer(200, b'{"ok":true,"result":' + compact(result) + b"}")


def refusal(refused: Refused) -> Answer:
    content: Json = {"ok": False, "error_code": refused.code, "description": refused.description}
    if refused.parameters:
        content["parameters"] = refused.parameters
    return Answer(refused.code, compact(content))


@dataclass(slots=True)
class Parameters:
    """Values as the caller sent them: strings from forms, anything from JSON."""

    values: Json
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.values[name])
        except KeyError:
            return default
        except (TypeError, ValueError):
            raise bad(f'invalid parameter "{name}": an integer is expected') from None

    def decimal(self, name: str) -> float:
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            raise bad(f"{name} is invalid") from None

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def parsed(self, name: str) -> Any:
        """A nested value: a form carries it as JSON text. None if it is not there; may raise ValueError."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        return json.loads(value) if value else None


def read_parameters(query: str, content_type: str, body: bytes) -> Parameters:
    """A body that cannot be read is refused with 400."""
    values: Json = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
    if not body:
        return Parameters(values)
    try:
        if content_type.startswith("application/x-www-form-urlencoded"):
            values.update(parse_qsl(body.decode(), keep_blank_values=True))
            return Parameters(values)
        if content_type.startswith("application/json"):
            values.update(json.loads(body))
            return Parameters(values)
        if content_type.startswith("multipart/form-data"):
            return _multipart(values, content_type, body)
    except (ValueError, RecursionError):
        raise bad("can't parse the request body") from None
    return Parameters(values)


_NAME = re.compile(r'[; ]name="([^"]*)"')
_FILENAME = re.compile(r'filename="([^"]*)"')


def _multipart(values: Json, content_type: str, body: bytes) -> Parameters:
    boundary = content_type.partition("boundary=")[2].strip('"').encode()
    files: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        header = head.decode()
        name = _NAME.search(header)
        if name is None:
            raise ValueError(header)
        filename = _FILENAME.search(header)
        if filename is None:
            values[name[1]] = content.decode()
        else:
            files[name[1]] = Upload(filename[1], content)
    return Parameters(values, files)
