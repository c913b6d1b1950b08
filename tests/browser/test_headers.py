"""What a browser makes of our headers: nothing that somebody smuggled into the page runs, and nobody frames it."""

import pytest
from playwright.async_api import Browser

from tests.browser.test_with_gateway import Shop
from tests.browser.test_with_gateway import shop as shop

pytestmark = pytest.mark.asyncio(loop_scope="session")
WATCH = (
    "window.refused = [];"
    "document.addEventListener('securitypolicyviolation', (one) => window.refused.push(one.effectiveDirective))"
)
SMUGGLED = """
() => {
  const script = document.createElement('script'); script.textContent = 'window.ran = 1';
  const away = document.createElement('script'); away.src = 'https://evil.test/a.js';
  const picture = document.createElement('img'); picture.src = 'https://evil.test/look.png';
  const frame = document.createElement('iframe'); frame.src = 'https://evil.test/';
  const broken = document.createElement('div'); broken.innerHTML = '<img src="/none" onerror="window.ran = 2">';
  const base = document.createElement('base'); base.href = 'https://evil.test/';
  document.body.append(script, away, picture, frame, broken, base);
}
"""
REFUSED = {"script-src-elem", "script-src-attr", "img-src", "frame-src", "base-uri"}


async def test_what_is_smuggled_into_the_page_does_not_run_and_nobody_frames_it(browser: Browser, shop: Shop) -> None:
    context = await browser.new_context(locale="en-GB")
    page = await context.new_page()
    await page.add_init_script(WATCH)
    answer = await page.goto(shop.address)
    assert answer is not None
    headers = await answer.all_headers()
    assert await page.evaluate("window.refused") == []  # the page itself breaks none of its rules
    await page.evaluate(SMUGGLED)
    for _ in range(100):
        refused = set(await page.evaluate("window.refused"))
        if refused >= REFUSED:
            break
        await page.wait_for_timeout(50)
    print(f"refused: {', '.join(sorted(refused))}; ran: {await page.evaluate('window.ran ?? 0')}")
    assert refused >= REFUSED
    assert await page.evaluate("window.ran") is None
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert await page.evaluate("document.cookie") == ""

    around = await context.new_page()
    await around.set_content(f'<iframe src="{shop.address}/"></iframe>')
    assert around.frames[1].url.startswith("chrome-error:")
    await context.close()
