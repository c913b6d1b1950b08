import pytest
from bot.people import Role
from tests.conftest import *
from tests import test_crawler as tc
from tests.test_desk import publishes, suggests, suggests_in, photo, team_of
class C(tc.Crawl):
    def _judge(self, message, came_by):
        try: super()._judge(message, came_by)
        except ValueError: pass
@pytest.mark.parametrize("language", ["zh","ug"])
@pytest.mark.parametrize("role", list(Role))
async def test_crawl(street, role, language):
    tc.PRESSES_EACH=6
    a = await street.arrives("Aygul"); v = await team_of(street)
    for w, s in (("门口放长椅","店里"),("多种花花草草","店门口")):
        await suggests(a, w, s); await publishes(v)
    await suggests_in(a,"种一棵树","院子"); await publishes(v)
    await suggests_in(a,"修路灯","街道"); await publishes(v)
    await a.sends_photo(photo(2)); await a.presses("一个新建议"); await a.presses("店里")
    p = await street.arrives("W","telegram",language,role)
    await p.sends_photo(photo(4))
    c = C(p, language)
    await c.run("/suggest","门口放一张长椅","/ideas","/1","/3","/4","/desk")
    print(len(c.pressed), sorted(k for k in c.pressed if k.startswith("ideas")))
    assert not c.complaints, "\n".join(dict.fromkeys(c.complaints))
