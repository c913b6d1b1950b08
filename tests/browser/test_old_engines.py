"""Engines that cannot open the page are led to one that needs no scripts, in one sentence of each language."""

import pytest
from playwright.async_api import Browser, Page, Route, expect

from tests.browser.conftest import PhoneShop
from tests.browser.pretend_chat import PretendChat

pytestmark = pytest.mark.asyncio(loop_scope="session")
LEADS = {"zh": "公开的页面", "ug": "ئوچۇق بەت", "en": "public page"}


async def is_led_away(page: Page) -> None:
    for lang, words in LEADS.items():
        sentence = page.locator(".without p", has_text=words)
        await expect(sentence).to_be_visible()
        await expect(sentence.get_by_role("link")).to_have_attribute("href", f"@plain@?lang={lang}")
    for gone in ("header", "main", "footer"):
        await expect(page.locator(gone)).to_be_hidden()


async def instead_of_the_module(page: Page, source: str) -> None:
    async def answer(route: Route) -> None:
        await route.fulfill(content_type="text/javascript", body=source)

    await page.route("**/page/main.js", answer)


async def test_without_javascript(browser: Browser, address: str) -> None:
    context = await browser.new_context(locale="de-DE", java_script_enabled=False)
    page = await context.new_page()
    await page.goto(address)
    await is_led_away(page)
    await context.close()


@pytest.mark.parametrize("source", ["let words = of a later age;", "import './no-such-thing.js'"])
async def test_with_scripts_of_another_age(phone: PhoneShop, source: str) -> None:
    aygul = await phone()
    await instead_of_the_module(aygul.page, source)
    await aygul.opens()
    await is_led_away(aygul.page)


async def test_without_modules(phone: PhoneShop) -> None:
    aygul = await phone()

    async def old(route: Route) -> None:
        page = await route.fetch()
        # What an engine makes of a type that it does not know: nothing.
        await route.fulfill(response=page, body=(await page.text()).replace('type="module"', 'type="later"'))

    await aygul.page.route(lambda url: url.endswith("/"), old)
    await aygul.opens()
    await is_led_away(aygul.page)


@pytest.mark.parametrize("missing", ["window.AbortController", "Element.prototype.replaceChildren"])
async def test_without_something_the_page_needs(phone: PhoneShop, chat: PretendChat, missing: str) -> None:
    chat.says("Hello")
    aygul = await phone()
    await aygul.page.add_init_script(f"delete {missing}; {missing} = undefined")
    await aygul.opens()
    await is_led_away(aygul.page)


async def test_a_page_that_can_be_read_says_nothing_of_it(phone: PhoneShop, chat: PretendChat) -> None:
    chat.says("Hello")
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("Hello")
    await expect(aygul.page.locator(".without")).to_be_hidden()
