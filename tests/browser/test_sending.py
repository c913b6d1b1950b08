"""Sending pictures, files, voice and places from the phone page."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import expect

from tests.browser.conftest import PhoneShop
from tests.browser.pretend_chat import PretendChat

pytestmark = pytest.mark.asyncio(loop_scope="session")
SIDEWAYS = 6  # EXIF: turn a quarter clockwise to look at it
GPS = 0x8825


def picture(path: Path, width: int, height: int, orientation: int = 1) -> Path:
    """A photo-like JPEG that says where it was taken."""
    random.seed(width)
    small = Image.new("RGB", (width // 12, height // 12))
    small.putdata([tuple(random.randbytes(3)) for _ in range(small.width * small.height)])
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[GPS] = {1: "N", 2: (43.0, 49.0, 30.0)}
    small.resize((width, height), Image.Resampling.BICUBIC).save(path, "JPEG", quality=97, exif=exif)
    return path


async def test_photo_is_shrunk_upright_and_forgets_its_place(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path
) -> None:
    chat.says("Send a photo")
    original = picture(tmp_path / "wall.jpg", 2400, 1800, SIDEWAYS)
    aygul = await phone()
    await aygul.opens()
    await aygul.page.set_input_files("#pick-photo", original)
    await expect(aygul.page.locator(".thumb")).to_have_count(1)
    await aygul.page.get_by_role("button", name="Send", exact=True).click()
    await aygul.until(lambda: chat.uploads)
    data, kind = chat.uploads["1"]
    assert kind == "image/jpeg"
    assert len(data) <= 400 * 1024 < original.stat().st_size
    sent = Image.open(io.BytesIO(data))
    assert sent.height > sent.width
    assert max(sent.size) <= 1600
    assert not sent.getexif()


async def test_album_is_one_grid_and_opens_large(phone: PhoneShop, chat: PretendChat, tmp_path: Path) -> None:
    chat.says("Send photos")
    aygul = await phone()
    await aygul.opens()
    three = [picture(tmp_path / f"{n}.jpg", 600 + 60 * n, 480) for n in range(3)]
    await aygul.page.set_input_files("#pick-photo", three)
    await aygul.page.get_by_role("button", name="Remove this photo").first.click()
    await aygul.page.set_input_files("#pick-photo", three[0])
    await aygul.writes("Three walls")
    await aygul.until(lambda: len(chat.messages) == 4)
    await expect(aygul.page.locator(".mine .unseen")).to_have_text("Sent")
    await expect(aygul.page.locator(".album .photo")).to_have_count(3)
    await expect(aygul.page.locator(".mine .text")).to_have_text("Three walls")
    await aygul.screenshot("album")
    await aygul.page.get_by_role("button", name="View photo").first.click()
    await aygul.page.get_by_role("button", name="Next").click()
    await expect(aygul.page.get_by_role("dialog")).to_contain_text("2 / 3")
    await aygul.page.keyboard.press("Escape")
    await expect(aygul.page.get_by_role("dialog")).to_have_count(0)


async def test_picture_the_browser_cannot_read_goes_as_it_is(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path
) -> None:
    chat.says("Send a photo")
    (tmp_path / "odd.heic").write_bytes(b"not a picture this browser knows")
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.4 a plan")
    aygul = await phone()
    await aygul.opens()
    await aygul.page.set_input_files("#pick-photo", [tmp_path / "odd.heic", tmp_path / "plan.pdf"])
    await aygul.page.get_by_role("button", name="Send", exact=True).click()
    await aygul.until(lambda: len(chat.uploads) == 2)
    assert {data for data, _ in chat.uploads.values()} == {
        b"not a picture this browser knows",
        b"%PDF-1.4 a plan",
    }
    await aygul.sees("plan.pdf")


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (413, "too_large", "Too large to send"),
        (507, "only_words", "Little room is left here"),
        (429, "enough_today", "enough for today"),
        (429, "agree_first", "agree first"),
    ],
)
async def test_refused_file_says_why(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path, status: int, code: str, words: str
) -> None:
    chat.says("Send a file")
    chat.faults = [(status, code)]
    (tmp_path / "plan.pdf").write_bytes(b"%PDF")
    aygul = await phone()
    await aygul.opens()
    await aygul.page.set_input_files("#pick-file", tmp_path / "plan.pdf")
    await expect(aygul.page.get_by_role("button", name=words)).to_be_visible()
    await aygul.writes("words still go")
    await aygul.until(lambda: chat.heard() == ["words still go"])


async def test_voice_note_is_recorded_heard_and_sent(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Speak")
    aygul = await phone(permissions=["microphone"])
    await aygul.opens()
    await aygul.page.get_by_role("button", name="Voice").click()
    await aygul.page.get_by_role("button", name="Stop").wait_for()
    await aygul.sees("0:01")
    await aygul.page.get_by_role("button", name="Delete").click()
    await expect(aygul.page.locator("#voice")).to_be_hidden()
    await aygul.page.get_by_role("button", name="Voice").click()
    await aygul.sees("0:01")
    await aygul.page.get_by_role("button", name="Stop").click()
    await aygul.screenshot("voice")
    await aygul.page.locator("#voice").get_by_role("button", name="Send").click()
    await aygul.until(lambda: chat.uploads)
    assert chat.uploads["1"][1].startswith("audio/")
    await expect(aygul.page.locator(".mine audio")).to_have_count(1)


async def test_voice_without_a_recorder_is_a_chosen_file(phone: PhoneShop, chat: PretendChat, tmp_path: Path) -> None:
    chat.says("Speak")
    (tmp_path / "memo.m4a").write_bytes(b"a memo")
    aygul = await phone()
    await aygul.page.add_init_script("delete window.MediaRecorder")
    await aygul.opens()
    async with aygul.page.expect_file_chooser() as chooser:
        await aygul.page.get_by_role("button", name="Voice").click()
    await (await chooser.value).set_files(tmp_path / "memo.m4a")
    await aygul.page.locator("#voice").get_by_role("button", name="Send").click()
    await aygul.until(lambda: [data for data, _ in chat.uploads.values()] == [b"a memo"])


async def test_place_is_sent_or_asked_for_in_words(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Where?")
    spot = {"latitude": 43.82561, "longitude": 87.61682}
    aygul = await phone(permissions=["geolocation"], geolocation=spot)
    await aygul.opens()
    await aygul.page.get_by_role("button", name="Place").click()
    await aygul.until(lambda: chat.messages[-1].get("location") == spot)
    shy = await phone()
    await shy.opens()
    await shy.page.get_by_role("button", name="Place").click()
    await shy.sees("Please write the place in words")
