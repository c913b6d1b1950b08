"""What was given to the page is sent, once: through reloads, restarts and browsers that keep nothing."""

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Phone, PhoneShop
from tests.browser.pretend_chat import PretendChat
from tests.browser.test_sending import picture

pytestmark = pytest.mark.asyncio(loop_scope="session")
KEEPS_NOTHING = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
LOOSE = "Please keep this page open until it is sent"


async def chooses(phone: Phone, *photos: Path) -> None:
    before = await phone.page.locator(".thumb").count()
    await phone.page.set_input_files("#pick-photo", list(photos))
    await expect(phone.page.locator(".thumb")).to_have_count(before + len(photos))


async def records(page: Page) -> None:
    await page.get_by_role("button", name="Voice").click()
    await expect(page.locator("#voice .time")).to_have_text(re.compile("0:0[1-9]"))
    await page.get_by_role("button", name="Stop").click()
    await expect(page.locator("#voice audio")).to_have_count(1)


async def test_photos_an_album_and_a_voice_note_survive_a_reload_and_arrive_once(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path
) -> None:
    chat.says("Send what you like")
    one, two, three = (picture(tmp_path / f"{n}.jpg", 600 + 60 * n, 480) for n in range(3))
    aygul = await phone(permissions=["microphone"])
    await aygul.opens()
    await aygul.sees("Send what you like")
    chat.unreachable = True
    await chooses(aygul, one)
    await aygul.page.get_by_role("button", name="Send", exact=True).click()
    await aygul.writes("Between them")
    await chooses(aygul, two, three)
    await aygul.writes("Two walls")
    await records(aygul.page)
    await aygul.page.locator("#voice").get_by_role("button", name="Send").click()
    await expect(aygul.page.locator("#pending .kept")).to_have_count(4)
    for _ in range(2):
        await aygul.page.reload()
        await expect(aygul.page.locator("#pending .kept")).to_have_count(4)
    await expect(aygul.page.locator("#pending img")).to_have_count(3)
    chat.unreachable = False
    await aygul.until(lambda: len(chat.messages) == 6)
    await expect(aygul.page.locator("#pending .row")).to_have_count(0)
    kinds = [next(k for k in ("photo", "voice", "text") if m.get(k)) for m in chat.messages[1:]]
    assert kinds == ["photo", "text", "photo", "photo", "voice"]
    assert [m["text"] for m in chat.messages[2:4]] == ["Between them", "Two walls"]
    await aygul.page.reload()
    await expect(aygul.page.locator(".mine")).to_have_count(4)
    await expect(aygul.page.locator("#pending .row")).to_have_count(0)
    assert len(set(chat.sends)) == 4


async def test_what_was_sent_while_the_page_closed_is_not_sent_again(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path
) -> None:
    chat.says("Send a photo")
    chat.swallow_answers = 1
    aygul = await phone()
    await aygul.opens()
    await chooses(aygul, picture(tmp_path / "wall.jpg", 600, 480))
    await aygul.page.get_by_role("button", name="Send", exact=True).click()
    await aygul.until(lambda: chat.sends)
    await aygul.page.reload()
    await expect(aygul.page.locator(".mine img")).to_have_count(1)
    await expect(aygul.page.locator("#pending .row")).to_have_count(0)
    assert len(chat.messages) == 2


KEPT = """() => new Promise((done) => {
  const asked = indexedDB.open("nestbox", 1);
  asked.onsuccess = () => {
    const all = asked.result.transaction("unsent").objectStore("unsent").getAllKeys();
    all.onsuccess = () => { asked.result.close(); done(all.result.filter((key) => key !== "trial").length); };
  };
})"""


async def test_what_is_given_to_the_page_before_it_is_open_goes_once(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path
) -> None:
    """On a slow line it is kept while the history still comes, and is not what an earlier visit left."""
    chat.says("Send what you like")
    chat.history_held = asyncio.Event()
    (tmp_path / "plan.pdf").write_bytes(b"%PDF")
    aygul = await phone()
    await aygul.opens()
    await aygul.until(lambda: chat.readings)
    await chooses(aygul, picture(tmp_path / "wall.jpg", 600, 480))
    await aygul.page.set_input_files("#pick-file", tmp_path / "plan.pdf")
    for _ in range(400):
        if await aygul.page.evaluate(KEPT) == 2:
            break
        await asyncio.sleep(0.05)
    chat.history_held.set()
    await aygul.sees("Send what you like")
    await expect(aygul.page.locator("#pending .row")).to_have_count(0)
    await expect(aygul.page.locator(".thumb")).to_have_count(1)
    await aygul.page.get_by_role("button", name="Send", exact=True).click()
    await aygul.until(lambda: len(chat.uploads) == 2)
    await expect(aygul.page.locator("#pending .row")).to_have_count(0)
    assert len(chat.sends) == 2


async def test_photos_and_a_voice_note_that_stand_ready_are_still_there_after_a_reload(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path
) -> None:
    """A phone short of memory closes the page behind its camera."""
    chat.says("Send photos")
    aygul = await phone(permissions=["microphone"])
    await aygul.opens()
    await chooses(aygul, *(picture(tmp_path / f"{n}.jpg", 600 + 60 * n, 480) for n in range(2)))
    await aygul.page.get_by_role("button", name="Remove this photo").first.click()
    await records(aygul.page)
    # Spoken anew: the first try is gone.
    await records(aygul.page)
    await aygul.page.reload()
    await expect(aygul.page.locator(".thumb")).to_have_count(1)
    await expect(aygul.page.locator("#voice audio")).to_have_count(1)
    await aygul.page.locator("#voice").get_by_role("button", name="Delete").click()
    await expect(aygul.page.locator("#voice")).to_be_hidden()
    await aygul.page.reload()
    await expect(aygul.page.locator(".thumb")).to_have_count(1)
    await expect(aygul.page.locator("#voice")).to_be_hidden()
    await aygul.page.get_by_role("button", name="Send", exact=True).click()
    await aygul.until(lambda: len(chat.uploads) == 1)
    await expect(aygul.page.locator("#pending .row")).to_have_count(0)
    await aygul.page.reload()
    await expect(aygul.page.locator(".mine img")).to_have_count(1)
    await expect(aygul.page.locator("#tray")).to_be_hidden()
    await expect(aygul.page.locator("#voice")).to_be_hidden()
    assert len(chat.uploads) == 1


async def test_a_browser_that_keeps_no_pictures_says_so_before_they_are_sent(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path
) -> None:
    chat.says("Send a photo")
    aygul = await phone()
    await aygul.page.add_init_script(KEEPS_NOTHING)
    await aygul.opens()
    await aygul.sees("Send a photo")
    await expect(aygul.page.get_by_text(LOOSE)).to_be_hidden()
    await chooses(aygul, picture(tmp_path / "wall.jpg", 600, 480))
    await expect(aygul.page.locator("#loose")).to_have_text(LOOSE)
    await expect(aygul.page.locator("#loose")).to_be_visible()
    chat.unreachable = True
    await aygul.page.get_by_role("button", name="Send", exact=True).click()
    await expect(aygul.page.locator("#loose")).to_be_hidden()
    await expect(aygul.page.locator("#pending").get_by_text(LOOSE)).to_be_visible()
    chat.unreachable = False
    await aygul.until(lambda: chat.uploads)


async def test_pictures_of_whoever_had_this_phone_before_go_to_nobody(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path
) -> None:
    chat.says("Send a photo")
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("Send a photo")
    chat.unreachable = True
    await chooses(aygul, picture(tmp_path / "wall.jpg", 600, 480))
    await aygul.page.get_by_role("button", name="Send", exact=True).click()
    await expect(aygul.page.locator("#pending .row")).to_have_count(1)
    chat.unreachable = False
    chat.me = 8
    await aygul.page.evaluate("localStorage.clear()")
    await aygul.page.reload()
    await aygul.sees("Send a photo")
    await aygul.writes("I am somebody else")
    await aygul.until(lambda: chat.heard() == ["I am somebody else"])
    assert not chat.uploads
