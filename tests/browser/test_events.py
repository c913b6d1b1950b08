"""Events on real phones: a weekly one is made by buttons, answered, looked after; its photos come home."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.identity.roles import Role
from handlers import FEATURES
from tests.birds_nest import words
from tests.browser.conftest import SCREENS
from tests.browser.on_a_phone import OnAPhone, buys_a_phone, on_the_web
from tests.pictures import photograph
from tests.street import open_street
from tests.town.events.test_events import SATURDAY_EVENING

pytestmark = pytest.mark.asyncio(loop_scope="session")
IN_CHINESE, IN_UYGHUR = ("zh", "zh-CN", {}), ("ug", "ug-CN", {"color_scheme": "dark"})
# Of two phones that live through the same, one is left to the whole form; each has stories of its own in the short.
LOOKS = [
    pytest.param(*IN_CHINESE, id="zh"),
    pytest.param(*IN_UYGHUR, id="ug-dark", marks=pytest.mark.whole),
]


@pytest.mark.parametrize(("language", "locale", "looks"), LOOKS)
async def test_a_weekly_event_on_real_phones(
    browser: Browser, tmp_path: Path, language: str, locale: str, looks: dict[str, str]
) -> None:
    async with open_street(tmp_path, FEATURES) as street, on_the_web(street) as address:

        def t(key: str, **values: str | int) -> str:
            return words(language, "events", key, **values)

        async def comes(name: str, code: str) -> OnAPhone:
            one = await buys_a_phone(street, browser, address, name, locale, code, **looks)
            await one.presses({"zh": "中文", "ug": "ئۇيغۇرچە"}[language])
            await one.presses(words(language, "welcome", "agree"))
            if code.startswith("i-"):
                await one.says(name)
            return one

        async def look(name: str, one: OnAPhone) -> None:
            await one.shows(SCREENS / f"events-{language}-{name}.png")

        maker = await comes("Maker", await street.invite(Role.VOLUNTEER))
        aygul, dilnur = [await comes(name, f"p-{street.place.code}") for name in ("Aygul", "Dilnur")]
        await maker.says("/newevent")
        title = "社区合唱" if language == "zh" else "كوللېكتىپ ناخشا"
        await maker.says(title)
        await look("days", maker)
        await maker.presses("28")
        await maker.presses(t("other-hours"))
        await look("hours", maker)
        await maker.says("19:00")
        await maker.says("L")
        await maker.says("3")
        await maker.presses(t("skip"))
        await maker.presses(t("skip"))
        await maker.presses(t("change"))
        await maker.presses(t("step-repeat"))
        await look("repeat", maker)
        await maker.presses(t("weekly", times=4))
        await look("preview", maker)
        await maker.presses(t("announce"))
        await aygul.presses(t("coming"))
        await aygul.presses(t("child-more"))
        await aygul.presses(t("guest-more"))
        await look("card", aygul)
        await dilnur.presses(t("coming"))
        await look("waiting", dilnur)
        await aygul.presses(t("cant"))
        await look("moved-up", dilnur)
        await dilnur.presses(t("still-coming"))
        await dilnur.says("/events")
        await dilnur.presses(title)  # not "📅", which stands at Home, too
        await dilnur.presses(t("all-dates"))
        await look("dates", dilnur)
        await dilnur.says("/calendar")
        await dilnur.presses(t("make-link"))
        await look("calendar", dilnur)
        await street.until(SATURDAY_EVENING + timedelta(hours=2))
        await dilnur.presses("😊")
        await dilnur.presses(t("my-photos"))
        await dilnur.sends_photo(photograph(seed=3))
        await look("photos", dilnur)
        await maker.says("/start event-1")
        await maker.presses(t("look-after"))
        await maker.presses(t("who-comes"))
        await maker.presses(t("who-came"))
        await maker.presses(t("walk-in-more"))
        await look("roster", maker)
        await maker.says("/start event-1")
        await maker.presses(t("look-after"))
        await maker.presses(t("look-at-photos", count=1))
        await look("review", maker)
        await maker.presses(t("let-through"))
        await dilnur.presses(t("that-was-all"))
        await dilnur.presses(t("album", count=1))
        await look("album", dilnur)
        for phone in (maker, aygul, dilnur):
            assert not phone.complaints, phone.complaints
            await phone.page.context.close()
