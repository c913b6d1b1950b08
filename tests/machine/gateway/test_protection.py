"""When a page of ours breaks: one sentence, with the headers of every other answer."""

import httpx
import pytest

from bot.database.db import NotSaved
from bot.server.headers import HEADERS
from tests.street import Street


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [(ZeroDivisionError(), 500, "Something went wrong on our side"), (NotSaved(), 503, "could not be saved")],
)
async def test_a_page_that_breaks_says_so_in_one_protected_sentence(
    street: Street, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, words: str
) -> None:
    def breaks() -> None:
        raise error

    transport = httpx.ASGITransport(app=street.bot.web, raise_app_exceptions=False, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="https://nestbox.test") as client:
        monkeypatch.setattr(street.bot.database, "read", breaks)
        answer = await client.get(f"/p/{street.place.code}", headers={"Accept-Language": "en", "Accept": "text/html"})
    assert (answer.status_code, words in answer.text) == (status, True)
    assert "Traceback" not in answer.text
    assert not [name for name in HEADERS if name not in answer.headers]
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
