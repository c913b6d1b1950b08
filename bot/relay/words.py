"""What is sent, made to fit."""


def cut(words: str, limit: int) -> str:
    """At most `limit` bytes, whole letters."""
    encoded = words.encode()
    if len(encoded) <= limit:
        return words
    return encoded[: limit - len("…".encode())].decode(errors="ignore") + "…"
