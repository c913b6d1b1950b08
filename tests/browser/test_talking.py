"""Talking through the phone page: words, buttons, failures, and what must stay harmless."""

import asyncio
import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import PhoneShop
from tests.browser.pretend_chat import PretendChat

pytestmark = pytest.mark.asyncio(loop_scope="session")
HOME = [[{"text": "💡 Suggest", "data": "suggest"}, {"text": "👍 Ideas", "data": "ideas"}]]


async def test_first_visit_says_start(phone: PhoneShop, chat: PretendChat) -> None:
    aygul = await phone()
    await aygul.opens()
    await aygul.until(lambda: chat.heard() == ["/start"])
    assert not aygul.complaints


async def test_code_is_sent_once_and_leaves_the_address(phone: PhoneShop, chat: PretendChat) -> None:
    aygul = await phone()
    await aygul.opens("#shop_L-7")
    await aygul.until(lambda: chat.heard() == ["/start shop_L-7"])
    assert "#" not in aygul.page.url
    await expect(aygul.page.locator(".mine .text")).to_have_text("/start")
    await aygul.page.reload()
    await expect(aygul.page.locator(".mine .text")).to_have_text("/start")
    assert chat.heard() == ["/start shop_L-7"]


async def test_words_go_there_and_back_with_ticks(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Hello")
    aygul = await phone()
    await aygul.opens()
    await aygul.writes("A bird's nest in the wall")
    await expect(aygul.page.locator(".mine .unseen")).to_have_text("Sent")
    chat.says("Saved ✓ no. 27, see /27")
    await aygul.sees("Saved ✓")
    await expect(aygul.page.locator("#pending .row")).to_have_count(0)
    await aygul.page.get_by_role("button", name="/27").click()
    await aygul.until(lambda: chat.heard() == ["A bird's nest in the wall", "/27"])


async def test_history_is_there_after_a_reload(phone: PhoneShop, chat: PretendChat) -> None:
    for number in range(70):
        chat.says(f"Idea number {number}.")
    aygul = await phone()
    await aygul.opens()
    await aygul.page.get_by_text("Idea number 69.").wait_for()
    assert await aygul.page.get_by_text("Idea number 3.").count() == 0
    await aygul.page.evaluate("document.getElementById('log').scrollTop = 0")
    await aygul.page.get_by_text("Idea number 3.").wait_for(state="attached")
    texts = await aygul.page.locator(".theirs .text").all_inner_texts()
    assert texts == [f"Idea number {number}." for number in range(70)]


async def test_new_words_do_not_pull_a_reader_down(phone: PhoneShop, chat: PretendChat) -> None:
    for number in range(40):
        chat.says(f"Idea number {number}.")
    aygul = await phone()
    await aygul.opens()
    await aygul.page.get_by_text("Idea number 39.").wait_for()
    # Two frames, so that the page has noticed the scrolling before something new comes.
    await aygul.page.evaluate(
        "() => new Promise((done) => { document.getElementById('log').scrollTop = 600;"
        " requestAnimationFrame(() => requestAnimationFrame(done)); })"
    )
    await expect(aygul.page.locator("#pill")).to_be_hidden()
    chat.says("Something new.")
    await aygul.page.get_by_role("button", name="New messages").click()
    await expect(aygul.page.get_by_text("Something new.")).to_be_in_viewport()
    await expect(aygul.page.locator("#pill")).to_be_hidden()


async def test_pressed_button_is_edited_in_place_with_a_toast(phone: PhoneShop, chat: PretendChat) -> None:
    home = chat.says("Home", buttons=HOME)
    aygul = await phone()
    await aygul.opens()
    key = aygul.page.get_by_role("button", name="Ideas")
    await key.click()
    await expect(key).to_have_attribute("aria-busy", "true")
    await key.click(force=True)
    await aygul.until(lambda: chat.pressed)
    chat.edits(home, text="Ideas: five of them", buttons=[[{"text": "Back", "data": "home"}]])
    chat.happen("toast", {"query_id": "q1", "text": "Supported ✓", "alert": False})
    await aygul.sees("Ideas: five of them")
    await expect(aygul.page.get_by_role("status").filter(has_text="Supported")).to_be_visible()
    await expect(aygul.page.locator(".row")).to_have_count(1)
    assert chat.pressed == ["ideas"]
    await aygul.page.get_by_role("button", name="Back").click()
    await aygul.until(lambda: len(chat.pressed) == 2)
    chat.happen("toast", {"query_id": "q2", "text": "Only for volunteers", "alert": True})
    await aygul.page.get_by_role("alertdialog").get_by_role("button", name="OK").click()
    await expect(aygul.page.get_by_role("button", name="Back")).to_have_attribute("aria-busy", "false")


async def top_of(node: Locator) -> float:
    """Where its top is once it is painted.

    Whoever asks between a change and its frame reads a layout that nobody ever saw: the page keeps the place when it
    hears of the new size, which is just before painting.
    """
    await node.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    box = await node.bounding_box()
    assert box
    return box["y"]


async def at_rest(node: Locator) -> float:
    """Where its top is when it has stopped moving: what was pressed may still be scrolling."""
    before = await top_of(node)
    for _ in range(100):
        await node.page.wait_for_timeout(50)
        now = await top_of(node)
        if now == before:
            return now
        before = now
    raise AssertionError("it does not come to rest")


@pytest.mark.parametrize("scrolled", ["at the end", "further up"])
async def test_a_toast_covers_nothing_moves_nothing_and_goes_with_the_next_press(
    phone: PhoneShop, chat: PretendChat, scrolled: str
) -> None:
    long = "Only volunteers may do this. " * 6
    for number in range(30):
        chat.says(f"Idea number {number}.", buttons=[[{"text": f"Support {number}", "data": f"s{number}"}]])
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("Idea number 29.")
    if scrolled == "further up":
        await aygul.page.get_by_role("button", name="Support 15").scroll_into_view_if_needed()
    number = 29 if scrolled == "at the end" else 15
    key = aygul.page.get_by_role("button", name=f"Support {number}")
    await key.click()
    await aygul.until(lambda: chat.pressed)
    before = await at_rest(key)
    chat.happen("toast", {"query_id": "q1", "text": long, "alert": False})
    toast = aygul.page.locator("#toast")
    await expect(toast).to_be_visible()
    assert await top_of(key) == pytest.approx(before, abs=1)
    covered = """(toast) => { const { top, bottom } = toast.getBoundingClientRect();
      return [...document.querySelectorAll("button, textarea")].filter((node) => node.offsetParent).filter((node) => {
        const box = node.getBoundingClientRect(), log = document.getElementById("log").getBoundingClientRect();
        const top_ = node.closest("#log") ? Math.max(box.top, log.top) : box.top;
        return box.bottom > top_ && top_ < bottom && box.bottom > top;
      }).length; }"""
    assert await toast.evaluate(covered) == 0
    await aygul.screenshot("toast")
    await key.click()
    await expect(toast).to_be_empty()
    await aygul.until(lambda: chat.pressed == [f"s{number}"] * 2)
    assert await top_of(key) == pytest.approx(before, abs=1)


async def test_page_that_slept_too_long_reads_its_history_again(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Gone by now")
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("Gone by now")
    chat.messages[0] |= {"text": "As it is now"}
    chat.happen("reset", {})
    await aygul.sees("As it is now")
    await expect(aygul.page.locator(".row")).to_have_count(1)


async def test_what_is_said_while_the_history_is_read_again_stays(phone: PhoneShop, chat: PretendChat) -> None:
    """As after "delete me": the page empties itself while the last words come."""
    chat.says("Gone by now")
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("Gone by now")
    chat.messages.clear()
    chat.history_held, readings = asyncio.Event(), chat.readings
    chat.happen("reset", {})
    await aygul.until(lambda: chat.readings > readings)
    chat.says("All of it is deleted", id=2)
    # The stream is written in order: when this has been answered, the words have been on their way for as long.
    await aygul.page.evaluate("fetch('/chat/commands').then(() => 1)")
    chat.history_held.set()
    await aygul.sees("All of it is deleted")
    await expect(aygul.page.get_by_text("Gone by now")).to_have_count(0)
    await expect(aygul.page.locator(".row")).to_have_count(1)


async def test_old_button_says_so(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Home", buttons=HOME)
    chat.press_error = (409, "old_button")
    aygul = await phone()
    await aygul.opens()
    await aygul.page.get_by_role("button", name="Ideas").click()
    await aygul.sees("This button is out of date")
    await expect(aygul.page.get_by_role("button", name="Ideas")).to_have_attribute("aria-busy", "false")


async def test_deleted_message_goes_and_a_reaction_stays(phone: PhoneShop, chat: PretendChat) -> None:
    kept, gone = chat.says("Kept"), chat.says("Gone")
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("Gone")
    chat.happen("delete", {"ids": [gone["id"]]})
    chat.happen("reaction", {"message_id": kept["id"], "emoji": "👍"})
    await expect(aygul.page.locator(".reaction")).to_have_text("👍")
    await expect(aygul.page.get_by_text("Gone")).to_have_count(0)


async def test_answer_that_never_came_is_not_sent_twice(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Hello")
    chat.swallow_answers = 1
    aygul = await phone()
    await aygul.opens()
    await aygul.writes("Only once")
    await aygul.until(lambda: len(chat.sends) == 2)
    await expect(aygul.page.locator("#pending .row")).to_have_count(0)
    await expect(aygul.page.locator(".mine")).to_have_count(1)
    assert chat.heard() == ["Only once"]
    assert chat.sends[0] == chat.sends[1]


async def test_what_was_not_saved_says_so_and_goes_after_a_tap(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Hello")
    chat.faults = [(507, "not_saved")]
    aygul = await phone()
    await aygul.opens()
    await aygul.writes("A bench")
    await aygul.page.get_by_role("button", name="Could not be saved. Tap to retry").click()
    await aygul.until(lambda: chat.heard() == ["A bench"])
    await expect(aygul.page.locator(".mine .unseen")).to_have_text("Sent")


async def test_words_written_offline_survive_a_closed_page(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Hello")
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("Hello")
    await aygul.context.set_offline(True)
    await aygul.writes("From the cellar")
    await aygul.page.fill("#text", "half a thou")
    await expect(aygul.page.get_by_role("button", name="Not sent")).to_be_visible()
    await expect(aygul.page.locator("#offline")).to_contain_text("No connection")
    await aygul.page.close()
    await aygul.context.set_offline(False)
    aygul.page = await aygul.context.new_page()
    await aygul.opens()
    await aygul.until(lambda: chat.heard() == ["From the cellar"])
    await expect(aygul.page.locator("#text")).to_have_value("half a thou")
    await aygul.page.reload()
    await expect(aygul.page.locator(".mine")).to_have_count(1)
    assert chat.heard() == ["From the cellar"]


async def test_slow_line_shows_a_clock_and_keeps_the_order(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Hello")
    chat.held = asyncio.Event()
    aygul = await phone()
    await aygul.opens()
    await aygul.writes("first")
    await aygul.writes("second")
    await expect(aygul.page.get_by_text("Sending…")).to_have_count(2)
    chat.held.set()
    await aygul.until(lambda: chat.heard() == ["first", "second"])
    await expect(aygul.page.get_by_text("Sending…")).to_have_count(0)


async def test_sixth_unsent_message_stays_in_the_field(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Hello")
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("Hello")
    await aygul.context.set_offline(True)
    for number in range(6):
        await aygul.writes(f"unsent {number}")
    await expect(aygul.page.locator("#text")).to_have_value("unsent 5")
    await expect(aygul.page.locator("#toast")).to_contain_text("Too many unsent")
    await aygul.context.set_offline(False)
    await aygul.until(lambda: chat.heard() == [f"unsent {number}" for number in range(5)])


async def test_leaving_forgets_everything_on_this_phone(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Hello")
    aygul = await phone()
    await aygul.opens()
    await aygul.page.fill("#text", "a secret draft")
    await aygul.page.get_by_role("button", name="Menu").click()
    await aygul.page.get_by_role("button", name="Sign out on this phone").click()
    await aygul.page.get_by_role("button", name="Sign out on this phone").click()
    await aygul.until(lambda: chat.left)
    await aygul.sees("You have signed out.")
    assert await aygul.page.evaluate("JSON.stringify(localStorage)") == "{}"


async def test_markup_stays_words(phone: PhoneShop, chat: PretendChat) -> None:
    evil = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'
    bad_link = [{"type": "text_link", "offset": 0, "length": 7, "url": "javascript:alert(1)"}]
    chat.says(evil, entities=bad_link, buttons=[[{"text": evil, "url": "javascript:alert(2)"}]])
    aygul = await phone()
    await aygul.opens()
    await aygul.writes(evil)
    await expect(aygul.page.locator(".mine .text")).to_have_text(evil)
    await expect(aygul.page.locator(".theirs .text")).to_have_text(evil)
    assert await aygul.page.locator("#log img, #log script, a[href^=javascript]").count() == 0
    assert not aygul.complaints


async def test_entities_count_as_telegram_counts(phone: PhoneShop, chat: PretendChat) -> None:
    marks = [
        {"type": "bold", "offset": 3, "length": 9},
        {"type": "italic", "offset": 8, "length": 4},
        {"type": "text_link", "offset": 13, "length": 4, "url": "https://example.org/a"},
        {"type": "spoiler", "offset": 18, "length": 6},
    ]
    chat.says("🪺 bold both link secret /help", entities=marks)
    aygul = await phone()
    await aygul.opens()
    await expect(aygul.page.locator("strong")).to_have_text("bold both")
    await expect(aygul.page.locator("strong em")).to_have_text("both")
    await expect(aygul.page.locator(".text a")).to_have_attribute("rel", re.compile("noopener"))
    await aygul.page.get_by_role("button", name="Tap to show").click()
    await expect(aygul.page.get_by_text("secret")).to_be_visible()


async def test_menu_sends_a_command(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Hello")
    aygul = await phone()
    await aygul.opens()
    await aygul.page.get_by_role("button", name="Menu").click()
    await aygul.page.get_by_role("button", name="Suggest").click()
    await aygul.until(lambda: chat.heard() == ["/suggest"])


@pytest.mark.parametrize("broken", ["refused", "buffered"])
async def test_page_hears_without_event_source(phone: PhoneShop, chat: PretendChat, broken: str) -> None:
    chat.says("Hello")
    chat.stream_works = broken != "refused"
    chat.stream_buffers = broken == "buffered"
    aygul = await phone()
    await aygul.opens()
    await aygul.writes("Anybody there?")
    await expect(aygul.page.locator(".mine .unseen")).to_have_text("Sent")
    chat.says("Through the other pipe")
    await aygul.page.get_by_text("Through the other pipe").wait_for(timeout=9000)


async def test_everything_works_with_the_keyboard_alone(phone: PhoneShop, chat: PretendChat) -> None:
    home = chat.says("Home", buttons=HOME)
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("Home")
    for _ in range(4):
        await aygul.page.keyboard.press("Tab")
    await expect(aygul.page.get_by_role("button", name="Suggest")).to_be_focused()
    await aygul.page.keyboard.press("Enter")
    await aygul.until(lambda: chat.pressed == ["suggest"])
    chat.edits(home, text="Send a photo", buttons=[[{"text": "Back", "data": "home"}]])
    await expect(aygul.page.get_by_role("button", name="Back")).to_be_focused()
    await aygul.page.keyboard.press("Tab")
    await expect(aygul.page.locator("#text")).to_be_focused()
    await aygul.page.keyboard.type("By hand")
    await aygul.page.keyboard.press("Enter")
    await aygul.until(lambda: chat.heard() == ["By hand"])
