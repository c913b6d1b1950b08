"""The export: what happened in a place as a file for a spreadsheet, for leads only, and always on record."""

import csv
import io
import json
import random
import re
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.doors.door import TELEGRAM, WEB
from bot.identity import places
from bot.identity.roles import Role
from handlers.exports import making, rules
from handlers.exports.making import Sheet
from handlers.ideas.store.steps import STANDING
from handlers.polls.rules import Kind
from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.events.test_events import announced
from tests.town.ideas.test_desk import publishes, suggests_in, supports, team_of
from tests.town.ideas.test_idea_comments_and_answers import comments, opens_comments
from tests.town.ideas.test_ideas import photo
from tests.town.polls.test_polls import makes_other_poll, makes_poll

DOORS = (WEB, TELEGRAM)
DANGEROUS = "=+-@\t\r＝＋－＠"
FORMULA = '=HYPERLINK("http://evil.example","click")'
Rows = dict[str, list[dict[str, str]]]


async def exported(lead: Neighbour, ask: str = "Make the file") -> zipfile.ZipFile:
    await lead.says("/export")
    await lead.presses(ask)
    heard = await lead.last()
    assert heard.kind == "document"
    name, content = await lead.file_of(heard)
    assert re.fullmatch(r"nestbox-[0-9a-f]{8}-\d{4}-\d\d-\d\d\.zip", name)
    return zipfile.ZipFile(io.BytesIO(content))


def rows_of(folder: zipfile.ZipFile) -> Rows:
    """As a spreadsheet reads them."""
    found: Rows = {}
    for name in folder.namelist():
        if name.endswith(".csv"):
            text = folder.read(name).decode("utf-8-sig")
            found[name.removesuffix(".csv")] = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    return found


NEIGHBOUR = {"zh": "邻居", "ug": "قوشنا", "en": "Neighbour"}


def everything(folder: zipfile.ZipFile) -> str:
    return "\n".join(folder.read(name).decode() for name in folder.namelist())


# --- asking for it


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("language", "make", "record"), [
    ("zh", "生成文件", "导出记录"), ("ug", "ھاسىل قىلىش", "ئېلىش خاتىرىسى"), ("en", "Make the file", "Taken so far"),
])  # fmt: skip
async def test_a_lead_takes_the_file_and_every_lead_sees_who_did(
    street: Street, door: str, language: str, make: str, record: str
) -> None:
    lead = await street.arrives("Dilnur", door, language, Role.LEAD)
    folder = await exported(lead, make)
    assert folder.testzip() is None
    sheets = (
        "ideas",
        "comments",
        "polls",
        "events",
        "made",
        "care",
        "permits",
        "needs",
        "money",
        "tasks",
        "busy",
        "counts",
        "ledger",
        "pulse",
        "experts",
    )
    assert folder.namelist() == [*(f"{name}.csv" for name in sheets), "nestbox.json"]
    assert folder.read("ideas.csv").startswith(b"\xef\xbb\xbf")
    other = await street.arrives("Other", door, language, Role.LEAD)
    await other.says("/export")
    await other.hears(record, "Dilnur" if door == TELEGRAM else NEIGHBOUR[language], "12:00")
    assert len((await other.last()).labels) == 4


@pytest.mark.parametrize("role", [Role.RESIDENT, Role.VOLUNTEER, Role.SHOPKEEPER, Role.LIAISON])
async def test_nobody_but_a_lead_takes_it_by_command_or_by_a_forged_button(street: Street, role: Role) -> None:
    one = await street.arrives("Somebody", TELEGRAM, "en", role)
    await one.says("/export")
    await one.hears("for others here")
    await one.taps((await one.last()).id, "exports.make")
    assert all(message.kind == "text" for message in await one.screen())
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    await lead.says("/export")
    await lead.hears("Nobody has taken one yet")


async def test_the_team_page_leads_a_lead_there(street: Street) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    await lead.says("/team")
    await lead.presses("More for leads")
    await lead.presses("Data as a file")
    await lead.hears("Without names")


@pytest.mark.parametrize("door", DOORS)
async def test_a_file_that_cannot_be_made_is_said(street: Street, monkeypatch: pytest.MonkeyPatch, door: str) -> None:
    def full(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    lead = await street.arrives("Lead", door, "en", Role.LEAD)
    monkeypatch.setattr(making, "packed", full)
    await lead.says("/export")
    await lead.presses("Make the file")
    await lead.hears("could not be made", "/export")


async def test_what_is_not_on_record_is_not_made(street: Street) -> None:
    with pytest.raises(LookupError):
        await making.zip_for(street.bot.site, "4711")


# --- what is in it


@pytest.mark.server
async def test_ideas_comments_polls_and_events_are_in_it_without_a_name(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", TELEGRAM)
    bahar = await street.arrives("Bahar", WEB)
    volunteer, lead = await team_of(street), await street.arrives("Lead", WEB, "en", Role.LEAD)
    await aygul.says("/suggest")
    await aygul.sends_photo(photo(), FORMULA + '\n第二行，"引号"')
    await aygul.presses("店里")
    await publishes(volunteer)
    await supports(bahar, 1)
    await comments(bahar, 1, "+86 好主意")
    await suggests_in(aygul, "种一棵树", "院子")
    await announced(street)
    await makes_poll(lead)
    await bahar.presses("Green")
    await street.later(days=5)
    folder = await exported(lead)
    rows = rows_of(folder)
    first, second = rows["ideas"]
    assert (first["number"], first["status"], first["space"]) == ("1", "open", "inside")
    assert first["words"] == "'" + FORMULA + '\n第二行，"引号"'
    assert (first["supporters"], first["comments"], first["photos"]) == ("1", "1", "1")
    assert first["sent_at"] == "2026-11-23T12:00+08:00"
    assert (second["status"], second["author"], second["published_at"]) == ("new", first["author"], "")
    (comment,) = rows["comments"]
    assert (comment["idea"], comment["words"], comment["hidden"]) == ("1", "'+86 好主意", "0")
    assert comment["author"] not in ("", first["author"])
    green, blue = rows["polls"]
    assert (green["option"], green["votes"], green["voters"], blue["votes"]) == ("Green", "1", "1", "0")
    (fair,) = rows["events"]
    assert (fair["title"], fair["status"], fair["coming"], fair["guests"]) == ("社区秋日会", "announced", "0", "0")
    whole = json.loads(folder.read("nestbox.json"))
    assert whole["place"] == "L 店"
    assert whole["ideas"][0]["words"] == FORMULA + '\n第二行，"引号"'
    assert [len(whole[name]) for name in ("ideas", "comments", "polls", "events")] == [2, 1, 2, 1]
    for name in ("Aygul", "Guest", "邻居", "#", "Volunteer", "Lead", "Maker"):
        assert name not in everything(folder)
    known = {await street.person_id(aygul), aygul.user_id, await street.person_id(bahar), bahar.user_id}
    assert not known & {int(first["author"]), int(comment["author"])}


async def test_people_have_other_numbers_in_every_file(street: Street) -> None:
    aygul, lead = await street.arrives("Aygul"), await street.arrives("Lead", WEB, "en", Role.LEAD)
    await suggests_in(aygul, "种一棵树", "院子")
    numbers = {rows_of(await exported(lead))["ideas"][0]["author"] for _ in range(3)}
    assert len(numbers) == 3
    assert str(await street.person_id(aygul)) not in numbers


async def test_what_was_hidden_taken_back_or_not_sent_does_not_leave(street: Street) -> None:
    aygul, volunteer = await street.arrives("Aygul"), await team_of(street)
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    for words in ("种一棵树", "修一修台阶", "门口放三只猫"):
        await suggests_in(aygul, words, "院子")
        if words == "修一修台阶":
            await aygul.presses("撤回")
        else:
            await publishes(volunteer)
    await aygul.says("/suggest")
    await aygul.says("还没写完")
    bahar = await street.arrives("Bahar")
    await comments(bahar, 1, "打这个电话 139", "好主意")
    await opens_comments(volunteer, 1)
    await volunteer.presses("隐藏或恢复留言")
    await volunteer.presses("打这个电话")
    await volunteer.says("里面有别人的电话")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET status = 'hidden' WHERE number = 3")
    folder = await exported(lead)
    rows = rows_of(folder)
    assert [(one["number"], one["status"], one["words"]) for one in rows["ideas"]] == [
        ("1", "open", "种一棵树"),
        ("3", "hidden", ""),
    ]
    assert [(one["words"], one["hidden"]) for one in rows["comments"]] == [("", "1"), ("好主意", "0")]
    for gone in ("修一修台阶", "三只猫", "还没写完", "打这个电话"):
        assert gone not in everything(folder)


async def test_counts_that_the_town_does_not_see_yet_are_not_in_it(street: Street) -> None:
    bahar, lead = await street.arrives("Bahar", WEB, "en"), await street.arrives("Lead", WEB, "en", Role.LEAD)
    await makes_poll(lead, "Hidden until the close?")
    await bahar.presses("Green")
    assert {(one["votes"], one["voters"]) for one in rows_of(await exported(lead))["polls"]} == {("", "")}
    await street.later(days=4)
    assert {(one["votes"], one["voters"]) for one in rows_of(await exported(lead))["polls"]} == {
        ("1", "1"),
        ("0", "1"),
    }
    await makes_other_poll(lead, "Several options each", "Yes, all the time")
    await bahar.presses("Blue")
    rows = rows_of(await exported(lead))["polls"]
    assert {(one["kind"], one["state"], one["option"], one["votes"]) for one in rows[2:]} == {
        (Kind.SEVERAL, "open", "Green", "0"),
        (Kind.SEVERAL, "open", "Blue", "1"),
    }


async def test_only_this_places_rows_are_in_it(any_street: Street) -> None:
    street = any_street
    aygul, lead = await street.arrives("Aygul"), await street.arrives("Lead", WEB, "en", Role.LEAD)
    await suggests_in(aygul, "种一棵树", "院子")
    async with street.bot.database.write() as tx:
        other = await places.make_place(tx, "二店", "Asia/Urumqi", ("zh",), street.now_ms())
    await aygul.says(f"/start p-{other.code}")
    await suggests_in(aygul, "二店的建议", "院子")
    await comments(aygul, 1, "二店的留言")
    folder = await exported(lead)
    assert [one["words"] for one in rows_of(folder)["ideas"]] == ["种一棵树"]
    assert "二店" not in everything(folder)


async def test_an_idea_for_a_neighbour_without_a_phone_has_no_author(street: Street) -> None:
    volunteer, lead = await team_of(street), await street.arrives("Lead", WEB, "en", Role.LEAD)
    await volunteer.says("/suggest")
    await volunteer.presses("替没有手机的邻居提")
    await volunteer.says("古丽奶奶")
    await volunteer.presses("同意记下来、让大家看到")
    await volunteer.says("台阶太高了")
    await volunteer.presses("店里")
    folder = await exported(lead)
    assert [one["author"] for one in rows_of(folder)["ideas"]] == [""]
    assert "古丽奶奶" not in everything(folder)


# --- cells


def read_back(words: str) -> str:
    sheet = Sheet("words", ("words",), ((words,),))
    text = rules.table(sheet.columns, sheet.rows).decode("utf-8-sig")
    (_, (cell,)) = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert cell[:1] not in set(DANGEROUS)
    assert cell.lstrip()[:1] not in set(DANGEROUS)
    return cell.removeprefix("'")


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("'=1")
@example("''")
@example('a,b;"c"\r\nd\te')
def test_any_words_come_back_as_they_were_and_no_cell_starts_dangerously(words: str) -> None:
    assert read_back(words) == words


@given(
    st.text(" \t\r\n\ufeff\u200b\u2068\u00a0", max_size=3),
    st.sampled_from("=+-@＝＋－＠﹦﹢﹣﹫"),
    st.text(max_size=5),
)
def test_a_formula_behind_blanks_is_no_formula_either(blanks: str, start: str, rest: str) -> None:
    assert rules.cell(blanks + start + rest).startswith("'")


def test_plain_words_and_numbers_stand_as_they_are() -> None:
    assert [rules.cell(one) for one in ("种一棵树", "2 - 1", "", None, 27, -1, "“好”")] == [
        "种一棵树", "2 - 1", "", "", "27", "-1", "“好”",
    ]  # fmt: skip


def test_two_people_never_share_a_number() -> None:
    called = rules.pseudonyms([*range(5000), *range(5000)], random.Random(1))
    assert len(set(called.values())) == len(called) == 5000
    assert all(100_000 <= number <= 999_999 for number in called.values())


def test_the_file_says_when_it_was_made() -> None:
    made = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
    assert json.loads(making.as_json("L 店", (), made)) == {"place": "L 店", "made_at": "2026-11-23T04:00+00:00"}


async def test_the_steps_of_one_idea_are_found_by_its_own_index(street: Street) -> None:
    """Ten thousand ideas took 17 seconds, when SQLite went through every step of the town for each of them."""
    async with street.bot.database.read() as tx:
        plan = await tx.all(
            lambda *columns: str(columns[-1]),
            f"EXPLAIN QUERY PLAN SELECT s.id FROM idea_steps s WHERE s.idea_id = ? AND {STANDING}",  # noqa: S608
            1,
        )
    assert "idea_steps_by_idea" in plan[0]
