"""A group's list in the running program: booked with a tap, reminded of by the clock, and forgotten a month later."""

from pathlib import Path

from tests.running.town import town
from tests.town.events.test_events import makes


async def test_a_pasted_list_is_booked_told_of_and_forgotten_by_itself(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        team = await here.joins("Zhou", "volunteer", "zh")
        await makes(team, "2", "11月28日 19:00")
        await team.presses("📣 发布")
        await team.hears("已发布 ✓")
        await team.says("/lists")
        await team.presses("📋 社区秋日会")
        await team.hears("贴到这里")
        await team.says("#接龙\n1. 王芳 +1\n2、李明")
        await team.hears("新增：2")
        await team.presses("✓ 登记")
        await team.hears("登记了接龙里的 1 位", "1 位在排队", "李明")
        await team.says("/events")
        await team.presses("社区秋日会")
        await team.presses("管理活动")
        await team.presses("✏ 修改")
        await team.presses("🪑 人数")
        await team.says("3")
        await team.hears("🎉 有空位了", "李明", "请告诉本人")
        await here.turn(days=2)
        await here.until(lambda: here.ask("SELECT count(*) FROM sign_up_pastes WHERE words <> ''")[0][0] == 0)
        await here.turn(days=36)
        await here.until(lambda: here.ask("SELECT count(*) FROM event_on_behalf WHERE name <> ''")[0][0] == 0)
        assert here.ask("SELECT count(*), sum(guests) FROM event_on_behalf WHERE answer = 'coming'")[0] == (2, 1)
