"""The tour on real phones, opened by three links: headless Chromium. Run as a program, it takes the pictures anew."""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser

from handlers import FEATURES
from simulation import demo
from tests.browser.conftest import SCREENS, launched
from tests.browser.on_a_phone import OnAPhone, buys_a_phone, on_the_web
from tests.filled_demo import settings_in
from tests.neighbour import Neighbour
from tests.operating.test_demo import a_minute_later
from tests.tools.tour import STEPS, TOUR, Party, walk

pytestmark = pytest.mark.asyncio(loop_scope="session")
LARGEST = 300_000  # bytes of a picture in the repository
QUALITY = 82
FROM_ITS_TOP = """
() => {
  const last = [...document.querySelectorAll('#rows .bubble')].pop(), log = document.querySelector('#log');
  log.scrollTop += last.getBoundingClientRect().top - log.getBoundingClientRect().top - 12;
}
"""


async def test_the_tour_on_real_phones(browser: Browser, made: Path, tmp_path: Path) -> None:
    await _walk(browser, shutil.copytree(made, tmp_path / "demo"), SCREENS)
    for number in range(1, STEPS + 1):
        assert (TOUR.parent / "tour" / f"{number}.jpg").stat().st_size < LARGEST


async def _walk(browser: Browser, folder: Path, screens: Path) -> None:
    async with a_minute_later(folder, "") as street:
        phones: list[OnAPhone] = []
        async with on_the_web(street) as address:

            async def arrives(name: str, code: str) -> Neighbour:
                phones.append(await buys_a_phone(street, browser, address, name, "en-GB", code))
                return phones[-1]

            async def look(step: int, one: Neighbour) -> None:
                assert isinstance(one, OnAPhone)
                await one.page.evaluate(FROM_ITS_TOP)
                await one.page.locator("#toast").wait_for(state="hidden")
                await one.shows(screens / f"tour-{step}.png")

            await walk(street, Party(arrives, look))
            for phone in phones:
                assert not phone.complaints, phone.complaints
                await phone.page.context.close()


async def take_pictures() -> None:
    with tempfile.TemporaryDirectory() as folder:
        await demo.fill(settings_in(Path(folder)), FEATURES)
        async with launched() as browser:
            await _walk(browser, Path(folder), SCREENS)
    for number in range(1, STEPS + 1):
        with Image.open(SCREENS / f"tour-{number}.png") as taken:
            taken.convert("RGB").save(TOUR.parent / "tour" / f"{number}.jpg", quality=QUALITY, optimize=True)


if __name__ == "__main__":
    sys.exit(asyncio.run(take_pictures()))
