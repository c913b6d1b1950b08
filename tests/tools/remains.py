"""What is left of somebody on the disk: words, names and pictures, searched for in the bytes of a folder."""

import json
from collections.abc import Iterable
from pathlib import Path

PIECE = 48  # bytes out of the middle of a picture: what else lies there never has them by chance


def of_words(*words: str) -> list[bytes]:
    """As they are, and as JSON may spell them."""
    return [spelled for one in words for spelled in {one.encode(), json.dumps(one)[1:-1].encode()}]


def of_picture(content: bytes) -> list[bytes]:
    middle = len(content) // 2
    return [content[middle : middle + PIECE]]


def found(folder: Path, needles: Iterable[bytes], apart_from: tuple[str, ...] = ()) -> list[str]:
    """Which files have them, and where: database, log of changes, pictures, whatever lies there."""
    wanted, seen = list(needles), []
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or file.relative_to(folder).parts[0] in apart_from:
            continue
        content = file.read_bytes()
        seen += [
            f"{file.relative_to(folder)} at {content.index(needle)}: {needle!r} in"
            f" {content[max(0, content.index(needle) - 60) : content.index(needle) + 60]!r}"
            for needle in wanted
            if needle in content
        ]
    return seen
