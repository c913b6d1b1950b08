import pytest, time
from starlette.middleware.gzip import GZipMiddleware
from tests.browser.conftest import serving
from tests.browser.test_looks import talk
pytestmark = pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("zipped",[False,True])
async def test_slow(browser, chat, zipped):
    talk(chat,"zh")
    app=chat.app()
    if zipped: app.add_middleware(GZipMiddleware)
    async with serving(app, chat.close) as address:
        c=await browser.new_context(); page=await c.new_page()
        cdp=await c.new_cdp_session(page)
        await cdp.send("Network.enable")
        await cdp.send("Network.emulateNetworkConditions",{"offline":False,"latency":400,"downloadThroughput":50000,"uploadThroughput":50000})
        t=time.time(); await page.goto(address, wait_until="commit"); t1=time.time()
        await page.locator(".key").first.wait_for(); print("usable",zipped,time.time()-t, t1-t)
        n=await page.evaluate("performance.getEntriesByType('resource').map(e=>[e.name.split('/').pop(),Math.round(e.startTime),Math.round(e.responseEnd)].join(' ')).join('\\n')")
        print(n)
        await c.close()
